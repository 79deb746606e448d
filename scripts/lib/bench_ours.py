"""The engine's side: one process that takes requests, and the command line as its users run it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from measure_build import CARGO_TARGET, cargo
from paths import LOCAL
from progress import Failure, step

# What is written while measuring.
SCRATCH = LOCAL / "bench-scratch"


# The programs of `build`.
programs = {"bench": Path(), "stint": Path()}


def build(quick: bool) -> None:
    """As for AWS, in the release profile of Cargo.toml; in a hurry as for a day's work."""
    profile = "dev" if quick else "release"
    with step(f"building the engine in the {profile} profile"):
        cargo(["build", "--profile", profile, "--locked", "--quiet", "-p", "stint-engine", "--example", "bench"], CARGO_TARGET)
        cargo(["build", "--profile", profile, "--locked", "--quiet", "-p", "stint-cli"], CARGO_TARGET)
    folder = CARGO_TARGET / ("debug" if quick else "release")
    programs.update(bench=folder / "examples" / "bench", stint=folder / "stint")
    SCRATCH.mkdir(parents=True, exist_ok=True)


class Engine:
    """A process with the engine in it; see shared/engine/examples/bench/main.rs for what it takes."""

    def __enter__(self) -> "Engine":
        self.process = subprocess.Popen([str(programs["bench"])], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_) -> None:
        self.process.stdin.close()
        self.process.wait()

    def ask(self, what: str, **request) -> dict:
        self.process.stdin.write(json.dumps({what: request}) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise Failure(f"the engine gave up on {what} {request}; what it said is above")
        return json.loads(answer)


@dataclass
class Ended:
    """What a process took."""

    seconds: float
    # The most memory that it held, in MiB.
    memory: float
    output: str


# Starts the command from a small process of its own: a process that this one starts begins with the memory that this
# one holds as the most it ever held.
LAUNCHER = """
import json, os, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - started
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / 1024]), file=sys.stderr)
"""


def run(command: list[str], accepted: tuple[int, ...] = (0,)) -> Ended:
    """Runs a program to its end."""
    output = SCRATCH / "output"
    with output.open("wb") as file:
        launcher = [sys.executable, "-S", "-E", "-c", LAUNCHER, *command]
        ended = subprocess.run(launcher, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.PIPE, text=True, errors="replace",
                               check=False)
    *complaints, measured = ended.stderr.splitlines() or [""]
    if ended.returncode != 0:
        raise Failure(f"`{' '.join(command)}` could not be started: {ended.stderr[-2000:]}")
    code, seconds, memory = json.loads(measured)
    if code not in accepted:
        raise Failure(f"`{' '.join(command)}` ended with {code}: {chr(10).join(complaints)[-2000:]}")
    return Ended(seconds, memory, output.read_text())


def train_command(data, model: str, folder: Path, *parameters: str) -> list[str]:
    """The command line for a training."""
    return [str(programs["stint"]), "train", str(data.path), "--target", data.target, "--task", data.task, "--model", model,
            "--out", str(folder), "--quiet", "--json", *parameters]
