"""Whether the machine did anything else while something was timed."""

import os
import resource
import time
from pathlib import Path

from measure_report import wait_until_quiet
from progress import Failure

# Of the processors' time, taken by others than this command and its children.
MOST_OF_OTHERS = 0.05


class Watch:
    """Watches the processors from now on."""

    def __init__(self, subject: str, *, needs_quiet: bool) -> None:
        if needs_quiet:
            wait_until_quiet(force=False)
        self.subject = subject
        self.needs_quiet = needs_quiet
        self.started = time.monotonic()
        self.busy = _busy_seconds()
        self.own = _own_seconds()

    def end(self) -> str:
        """How much others did meanwhile, in words. Too much is a failure if quiet was needed."""
        if self.busy is None:
            return ""
        elapsed = (time.monotonic() - self.started) * (os.cpu_count() or 1)
        others = max(0.0, (_busy_seconds() - self.busy) - (_own_seconds() - self.own)) / elapsed
        if self.needs_quiet and others > MOST_OF_OTHERS:
            raise Failure(f"other processes took {others:.0%} of the processors while {self.subject} was measured, at most "
                          f"{MOST_OF_OTHERS:.0%} is allowed; nothing of it is written: end what else runs, and run it again")
        return f"Other processes took {others:.0%} of the processors."


def _busy_seconds() -> float | None:
    """Time that all processors together have worked since the start of the system; None where that is not told."""
    statistics = Path("/proc/stat")
    if not statistics.exists():
        return None
    user, nice, system, _idle, _wait, *interrupts = map(int, statistics.read_text().splitlines()[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def _own_seconds() -> float:
    """Of this process and of its children that have ended."""
    ended = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in ended)
