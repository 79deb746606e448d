"""How long `./scripts/dev` takes: in a fresh clone, without changes, after a change to one function."""

import os
import subprocess
import time
from pathlib import Path

from check import free_ports
from measure_report import spread, table, wait_until_quiet
from paths import LOCAL, ROOT
from progress import Failure, step

DEFAULT_CLONE = LOCAL / "measure" / "clone"
ROUNDS = 5
FUNCTION = "metrics"
WIRING = f"functions/{FUNCTION}/src/main.rs"


def tables(clone: Path | None, force: bool) -> str:
    folder = (clone or DEFAULT_CLONE).resolve()
    platform = _Platform(folder)
    rows = []
    try:
        if not (folder / ".git").exists():
            wait_until_quiet(force)
            with step(f"cloning into {folder} and starting"):
                rows.append(["fresh clone → ready", "1", f"{platform.from_nothing():.0f}"])
        platform.start()
        with step("starting without changes"):
            wait_until_quiet(force)
            rows.append(["start without changes", str(ROUNDS), spread([platform.restart() for _ in range(ROUNDS)])])
        with step(f"changing the function {FUNCTION}"):
            wait_until_quiet(force)
            times = [platform.change(number) for number in range(ROUNDS)]
            rows.append(["one function changed, platform running → deployed", str(ROUNDS), spread(times)])
    finally:
        if (folder / "scripts" / "stop").exists():
            platform.run("./scripts/stop")
    return table(["", "rounds", "seconds: median (min–max)"], rows)


class _Platform:
    """The platform of a clone, on ports that nobody else uses."""

    def __init__(self, folder: Path):
        self.folder = folder
        aws_port, page_port = free_ports()
        self._environment = os.environ | {"STINT_AWS_PORT": str(aws_port), "STINT_PAGE_PORT": str(page_port)}

    def from_nothing(self) -> float:
        started = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.folder)], check=True)
        self.start()
        return time.monotonic() - started

    def start(self) -> float:
        return self.run("./scripts/dev", "--detach")

    def restart(self) -> float:
        self.run("./scripts/stop")
        return self.start()

    def change(self, number: int) -> float:
        """A change that shows in the binary; a new time stamp alone would not be deployed again."""
        source = self.folder / WIRING
        before = source.read_text()
        marker = "telemetry::start();"
        if marker not in before:
            raise Failure(f"{WIRING} has no line `{marker}` to change")
        try:
            source.write_text(before.replace(marker, f'{marker}\n    std::hint::black_box("measurement {number}");'))
            return self.start()
        finally:
            source.write_text(before)

    def run(self, *command: str) -> float:
        """Answers seconds."""
        started = time.monotonic()
        result = subprocess.run(command, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise Failure(f"`{' '.join(command)}` failed in {self.folder}:\n{result.stdout}{result.stderr}")
        return time.monotonic() - started
