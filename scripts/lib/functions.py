"""Builds the Lambda functions with plain cargo and lays them out as target/lambda/<name>/bootstrap."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from paths import LAMBDA, ROOT, TEMPLATE
from progress import Failure, step


def function_names() -> list[str]:
    """The binaries that the template deploys, in its order."""
    return re.findall(r"^ +CodeUri: target/lambda/(\S+)$", TEMPLATE.read_text(), re.MULTILINE)


def build_functions() -> None:
    """Builds every function in one cargo call; only changed binaries are copied."""
    names = function_names()
    with step("building the functions") as note:
        executables = _cargo_build(names)
        changed = [name for name in names if _install(executables[name], LAMBDA / name / "bootstrap")]
        note(f"changed {', '.join(changed)}" if changed else "nothing changed")


def _cargo_build(names: list[str]) -> dict[str, Path]:
    packages = [argument for name in names for argument in ("-p", name)]
    command = ["cargo", "build", "--locked", "--bins", *packages, "--message-format=json-render-diagnostics"]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        raise Failure("cargo build failed (see above)")
    executables = {}
    for line in result.stdout.splitlines():
        message = json.loads(line)
        if message.get("reason") == "compiler-artifact" and message.get("executable"):
            executables[message["target"]["name"]] = Path(message["executable"])
    missing = [name for name in names if name not in executables]
    if missing:
        raise Failure(f"no binary target for: {', '.join(missing)} (the template expects functions/<name>/src/main.rs)")
    return executables


def _install(source: Path, target: Path) -> bool:
    """Copies a binary without its symbols; the time stamp of the source marks what it was made from."""
    stamp = source.stat().st_mtime_ns
    if target.exists() and target.stat().st_mtime_ns == stamp:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    shutil.copyfile(source, fresh)
    if shutil.which("strip"):
        subprocess.run(["strip", str(fresh)], check=False, capture_output=True)
    fresh.chmod(0o755)
    os.utime(fresh, ns=(stamp, stamp))
    fresh.replace(target)
    return True
