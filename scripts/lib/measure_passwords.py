"""How long one password hash takes, with the auth function's own code and parameters."""

import subprocess
from pathlib import Path

from measure_build import cargo
from measure_report import spread, table, wait_until_quiet
from measure_sandbox import memory_of
from progress import step

ROUNDS = 30


def tables(target: Path, force: bool) -> str:
    with step("building the example in the release profile"):
        cargo(["build", "--release", "--locked", "-p", "auth", "--example", "hash_time"], target)
    wait_until_quiet(force)
    result = subprocess.run([str(target / "release" / "examples" / "hash_time"), str(ROUNDS)],
                            capture_output=True, text=True, check=True)
    times = {"hash": [], "verify": []}
    for line in result.stdout.splitlines():
        what, milliseconds = line.split()
        times[what].append(float(milliseconds))
    rows = [[what, str(len(values)), spread(values)] for what, values in times.items()]
    note = f"AWS gives the auth function {memory_of('auth'):,} MB; a full core comes at 1,769 MB."
    return table(["argon2id, 19 MiB, 2 passes, 1 lane", "rounds", "ms: median (min–max)"], rows) + f"\n\n{note}"
