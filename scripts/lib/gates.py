"""One gate is one thing that must be right; its output is shown when it is not."""

import os
import re
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from paths import LOCAL, ROOT

LOGS = LOCAL / "test"
SHOWN_LINES = 150


@dataclass
class Count:
    """How many checks of a gate passed and failed."""

    passed: int
    failed: int
    # Those that could not run here, with the reason of each.
    skipped: list[str] = field(default_factory=list)


@dataclass
class Tally:
    """All gates of a run."""

    passed: int = 0
    failed: int = 0
    broken: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def command(self, name: str, command: list[str], count: Callable[[str], Count] | None = None,
                folder: Path = ROOT, environment: dict[str, str] | None = None) -> None:
        """Runs a command as a gate. `count` reads test counts from its output; without it the gate counts as one."""
        started = time.monotonic()
        print(f"· {name} …", flush=True)
        LOGS.mkdir(parents=True, exist_ok=True)
        log = LOGS / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.log"
        with log.open("wb") as output:
            code = subprocess.run(command, cwd=folder, env={**os.environ, "NO_COLOR": "1", **(environment or {})},
                                  stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False).returncode
        text = log.read_text(errors="replace")
        result = count(text) if count else Count(1, 0)
        if code != 0 and result.failed == 0:
            result = Count(result.passed if count else 0, 1)
        if count and result.passed + result.failed == 0:
            text += "\nno test was run\n"
            result = Count(0, 1)
        self._add(name, result, time.monotonic() - started)
        for reason in result.skipped:
            self.skip(name, reason)
        if result.failed:
            print("\n".join(text.splitlines()[-SHOWN_LINES:]))
            print(f"(all of it: {log})", flush=True)

    def call(self, name: str, function: Callable[[], object]) -> object:
        """Runs a function as a gate that counts as one; answers its result, or None if it failed."""
        started = time.monotonic()
        try:
            result = function()
        except Exception as error:  # whatever went wrong, the other gates still have their say
            self._add(name, Count(0, 1), time.monotonic() - started)
            print(f"{type(error).__name__}: {error}", flush=True)
            return None
        self._add(name, Count(1, 0), time.monotonic() - started)
        return result if result is not None else True

    def skip(self, name: str, reason: str) -> None:
        """A gate that cannot run here is named, not hidden."""
        self.skipped.append(f"{name}: {reason}")
        print(f"- {name}: skipped, {reason}", flush=True)

    def fail(self, name: str, reason: str) -> None:
        """A gate that could not even start."""
        self._add(name, Count(0, 1), 0.0)
        print(reason, flush=True)

    def _add(self, name: str, result: Count, seconds: float) -> None:
        self.passed += result.passed
        self.failed += result.failed
        if result.failed:
            self.broken.append(name)
        mark = "✗" if result.failed else "✓"
        counts = f"{result.passed} passed" + (f", {result.failed} failed" if result.failed else "")
        print(f"{mark} {name}: {counts} ({seconds:.1f} s)", flush=True)


def cargo_tests(text: str) -> Count:
    """Sums up cargo's `test result: ok. 3 passed; 0 failed; …` lines."""
    found = re.findall(r"^test result: \w+\. (\d+) passed; (\d+) failed", text, re.MULTILINE)
    return Count(sum(int(passed) for passed, _ in found), sum(int(failed) for _, failed in found))


def python_tests(text: str) -> Count:
    """Reads unittest's `Ran 7 tests`, `FAILED (failures=1, errors=2)` and `test_x (…) ... skipped 'reason'`."""
    ran = sum(int(number) for number in re.findall(r"^Ran (\d+) tests?", text, re.MULTILINE))
    summary = re.search(r"^FAILED \((.*)\)$", text, re.MULTILINE)
    bad = sum(int(number) for number in re.findall(r"(?:failures|errors)=(\d+)", summary[1])) if summary else 0
    skipped = re.findall(r"^(\w+).* \.\.\. skipped ['\"](.*)['\"]$", text, re.MULTILINE)
    reasons = [f"{name}: {reason}" for name, reason in skipped]
    return Count(max(ran - bad - len(skipped), 0), bad, reasons)


def vitest_tests(text: str) -> Count:
    """Reads vitest's `Tests  1 failed | 11 passed (12)`."""
    line = re.search(r"^\s+Tests\s+(.*)$", text, re.MULTILINE)
    numbers = dict((word, int(number)) for number, word in re.findall(r"(\d+) (passed|failed)", line[1])) if line else {}
    return Count(numbers.get("passed", 0), numbers.get("failed", 0))


def playwright_tests(text: str) -> Count:
    """Reads Playwright's summary lines; a flaky test and one that did not run count as failed."""
    numbers = re.findall(r"^\s+(\d+) (passed|failed|flaky|interrupted|did not run)", text, re.MULTILINE)
    return Count(sum(int(number) for number, word in numbers if word == "passed"),
                 sum(int(number) for number, word in numbers if word != "passed"))


def page_budgets(text: str) -> Count:
    """Reads check-budgets.mjs: a line with a mark for each thing that is weighed."""
    marks = re.findall(r"^([✓✗]) .+ of \d+ KB", text, re.MULTILINE)
    return Count(marks.count("✓"), marks.count("✗"))
