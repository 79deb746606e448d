"""`scripts/bench`: its figures are computed rightly, nothing is written while the machine is busy, and every subject runs."""

import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

import bench_quiet  # noqa: E402
from bench_pairs import in_turns, ratio, times, verdict  # noqa: E402
from progress import Failure  # noqa: E402

SUBJECTS = ["csv", "fit", "process", "auto", "stages", "quality"]
DOCUMENT = (ROOT / "docs" / "BENCHMARKS.md").read_text()
INSTALLED = (ROOT / ".local" / "bench" / "bin" / "python").exists()


class Figures(unittest.TestCase):
    def test_ways_alternate_and_each_round_begins_with_another(self):
        order = []
        found = in_turns({name: lambda name=name: order.append(name) or float(len(order)) for name in "ab"}, 3)
        self.assertEqual("".join(order), "ab" "ba" "ab")
        self.assertEqual(found, {"a": [1.0, 4.0, 5.0], "b": [2.0, 3.0, 6.0]})

    def test_a_ratio_is_that_of_the_middle_round(self):
        self.assertEqual(ratio([1.0, 2.0, 10.0], [3.0, 4.0, 10.0]), 2.0)

    def test_a_missed_target_is_bold(self):
        self.assertEqual(verdict(3.04, 3.0), "3.0×")
        self.assertEqual(verdict(2.4, 3.0), "**2.4×**")

    def test_times_have_as_many_digits_as_they_need(self):
        self.assertEqual(times([3.0, 1.5, 2.0]), "2.00 (1.50–3.00)")
        self.assertEqual(times([300.0, 150.0, 200.0]), "200 (150–300)")


class Quiet(unittest.TestCase):
    """Seconds that the processors worked, and of them those of this command, at the start and at the end."""

    def watched(self, busy: list[float], own: list[float], *, needs_quiet: bool) -> str:
        clock = mock.patch("bench_quiet.time.monotonic", side_effect=[0.0, 10.0])
        spent = mock.patch("bench_quiet._busy_seconds", side_effect=busy), mock.patch("bench_quiet._own_seconds", side_effect=own)
        processors = mock.patch("bench_quiet.os.cpu_count", return_value=2)
        with clock, spent[0], spent[1], processors, mock.patch("bench_quiet.wait_until_quiet"):
            return bench_quiet.Watch("fit", needs_quiet=needs_quiet).end()

    def test_what_this_command_did_itself_does_not_count(self):
        self.assertIn("took 1%", self.watched([100.0, 115.2], [50.0, 65.0], needs_quiet=True))

    def test_nothing_is_written_while_others_work(self):
        with self.assertRaisesRegex(Failure, "took 25%.*while fit was measured"):
            self.watched([100.0, 120.0], [50.0, 65.0], needs_quiet=True)
        self.assertIn("took 25%", self.watched([100.0, 120.0], [50.0, 65.0], needs_quiet=False))


class Command(unittest.TestCase):
    def test_every_subject_has_a_place_in_the_document(self):
        for subject in SUBJECTS:
            self.assertIn(f"<!-- measured: {subject} -->\n", DOCUMENT)
            self.assertIn(f"<!-- end of {subject} -->", DOCUMENT)

    @unittest.skipUnless(INSTALLED, "the libraries to compare with are not installed; ./scripts/bench installs them")
    def test_every_subject_runs(self):
        for subject in SUBJECTS:
            with self.subTest(subject):
                ended = subprocess.run([str(ROOT / "scripts" / "bench"), subject, "--quick"], capture_output=True, text=True, check=False)
                self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
                self.assertIn("| --- |", ended.stdout)
                self.assertIn(f"`./scripts/bench {subject}`", ended.stdout)

    @unittest.skipUnless(INSTALLED, "the libraries to compare with are not installed; ./scripts/bench installs them")
    def test_what_is_not_there_is_named(self):
        for arguments, problem in [(["speed"], "nothing to compare called 'speed'"), (["--quick", "--write"], "--quick measures too little")]:
            ended = subprocess.run([str(ROOT / "scripts" / "bench"), *arguments], capture_output=True, text=True, check=False)
            self.assertEqual(ended.returncode, 2)
            self.assertIn(problem, ended.stderr)


if __name__ == "__main__":
    unittest.main()
