"""What scripts/test reads from the runners' output: a failure must never be counted as a success."""

import io
import sys
import tempfile
import unittest
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

from gates import Count, Tally, cargo_tests, page_budgets, playwright_tests, python_tests, vitest_tests  # noqa: E402

CARGO = """
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s
"""
PYTHON = """
Ran 30 tests in 0.028s

FAILED (failures=2, errors=1)
"""
VITEST = """
 Test Files  1 failed | 9 passed (10)
      Tests  1 failed | 168 passed (169)
   Start at  10:00:00
"""
PLAYWRIGHT = """
  1 failed
    e2e/journey.spec.ts:6:1 › from an account to a model ────────────
  1 flaky
    e2e/shell.spec.ts:3:1 › the menu opens ──────────────────────────
  2 did not run
  18 passed (3.5m)
"""


class Counts(unittest.TestCase):
    def test_cargo_sums_up_all_suites(self):
        self.assertEqual(cargo_tests(CARGO), Count(15, 2))

    def test_python_counts_errors_as_failures(self):
        self.assertEqual(python_tests(PYTHON), Count(27, 3))
        self.assertEqual(python_tests("Ran 4 tests in 0.1s\n\nOK\n"), Count(4, 0))

    def test_python_names_what_could_not_run(self):
        text = "test_a (m.C.test_a) ... ok\ntest_b (m.C.test_b) ... skipped 'no emulator'\n\nRan 2 tests in 1s\n\nOK (skipped=1)\n"
        self.assertEqual(python_tests(text), Count(1, 0, ["test_b: no emulator"]))

    def test_vitest_counts_tests_not_files(self):
        self.assertEqual(vitest_tests(VITEST), Count(168, 1))
        self.assertEqual(vitest_tests("      Tests  5 passed (5)\n"), Count(5, 0))

    def test_budgets_count_each_thing_that_is_weighed(self):
        text = "✓ styles: 9.0 of 15 KB\n✗ charts: 31.7 of 25 KB. The largest parts, before minification:\n      1.2 KB  d3-array\n"
        self.assertEqual(page_budgets(text), Count(1, 1))

    def test_playwright_counts_flaky_and_unrun_tests_as_failed(self):
        self.assertEqual(playwright_tests(PLAYWRIGHT), Count(18, 4))


class Gates(unittest.TestCase):
    def run_gate(self, code: str, count=None) -> Tally:
        tally = Tally()
        with tempfile.TemporaryDirectory() as logs, mock.patch("gates.LOGS", Path(logs)), redirect_stdout(io.StringIO()):
            tally.command("a gate", [sys.executable, "-c", code], count)
        return tally

    def test_a_command_counts_as_one(self):
        tally = self.run_gate("pass")
        self.assertEqual((tally.passed, tally.failed), (1, 0))

    def test_a_runner_that_breaks_after_its_tests_has_failed(self):
        tally = self.run_gate("print('test result: ok. 3 passed; 0 failed;'); exit(101)", cargo_tests)
        self.assertEqual((tally.passed, tally.failed), (3, 1))

    def test_a_runner_that_runs_nothing_has_failed(self):
        tally = self.run_gate("print('nothing to do')", cargo_tests)
        self.assertEqual((tally.passed, tally.failed, tally.broken), (0, 1, ["a gate"]))


if __name__ == "__main__":
    unittest.main()
