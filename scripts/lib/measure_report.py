"""Tables, statistics, and under which circumstances they were made."""

import os
import platform
import statistics
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from paths import ROOT
from progress import Failure, step

DOCUMENT = ROOT / "docs" / "PERFORMANCE.md"
BUSY = 1.0
QUIET_SECONDS = 180


def table(columns: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; all columns but the first hold numbers."""
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def spread(values: list[float], digits: int = 1) -> str:
    """Median, smallest and largest: `4.2 (3.9–5.0)`."""
    middle, low, high = (f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{middle} ({low}–{high})"


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def wait_until_quiet(force: bool) -> None:
    """Times are worthless on a busy machine; a build that has just ended is waited for."""
    if force or os.getloadavg()[0] <= BUSY:
        return
    deadline = time.monotonic() + QUIET_SECONDS
    with step("waiting until the machine is quiet"):
        while (load := os.getloadavg()[0]) > BUSY:
            if time.monotonic() > deadline:
                raise Failure(f"the machine is busy: its load average is {load:.1f}, times are only measured below {BUSY}; "
                              "end what else runs, or say --force")
            time.sleep(2)


def heading(subject: str, script: str = "measure") -> str:
    """Which command made the table, where and when."""
    commit = _output("git", "rev-parse", "--short", "HEAD")
    changed = " with changes" if _output("git", "status", "--porcelain", "--untracked-files=no") else ""
    return (f"`./scripts/{script} {subject}`, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit}{changed}; {machine()}; "
            f"load average {os.getloadavg()[0]:.1f} at the end.")


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{os.cpu_count()} cores of {_processor()}, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
            f"{_output('rustc', '--version').split(' (')[0]}")


def write_section(subject: str, text: str, document: Path = DOCUMENT) -> None:
    """Replaces what stands between the two comments that name the subject."""
    start, end = f"<!-- measured: {subject} -->\n", f"<!-- end of {subject} -->"
    before, opened, rest = document.read_text().partition(start)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise Failure(f"{document} has no lines `{start.strip()}` and `{end}` to put the table between")
    document.write_text(f"{before}{start}{text}\n{end}{after}")


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        names = [line.partition(":")[2].strip() for line in cpus.read_text().splitlines() if line.startswith("model name")]
        if names:
            return names[0]
    return platform.processor() or platform.machine()


def _output(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
