"""Release builds, as AWS gets them."""

import platform
import shutil
import subprocess
from pathlib import Path

from functions import function_names
from paths import ROOT
from progress import Failure, step

CARGO_TARGET = ROOT / "target"
ARM_TARGET = "aarch64-unknown-linux-gnu"


def release_binaries(target: Path) -> dict[str, Path]:
    """Every function for this machine, which can then run them."""
    names = function_names()
    packages = [argument for name in names for argument in ("-p", name)]
    with step("building the functions in the release profile"):
        cargo(["build", "--release", "--locked", "--bins", *packages], target)
    return {name: target / "release" / name for name in names}


def release_binaries_for_aws(target: Path) -> tuple[str, dict[str, Path]]:
    """Every function for arm64 where that can be built, else for this machine; and which of the two it is."""
    machine = platform.machine().lower()
    if machine in ("arm64", "aarch64") and platform.system() == "Linux" or not can_cross_compile():
        return machine, release_binaries(target)
    with step("building the functions for arm64"):
        cargo(["lambda", "build", "--release", "--arm64", "--locked"], target)
    return "arm64", {name: target / "lambda" / name / "bootstrap" for name in function_names()}


def can_cross_compile() -> bool:
    """Whether cargo-lambda and the standard library of the other architecture are there."""
    if shutil.which("cargo-lambda") is None or shutil.which("rustup") is None:
        return False
    installed = subprocess.run(["rustup", "target", "list", "--installed"], cwd=ROOT, capture_output=True, text=True, check=False)
    return ARM_TARGET in installed.stdout.split()


def cargo(arguments: list[str], target: Path) -> None:
    """Runs cargo in the workspace; what it says goes to the terminal."""
    command = ["cargo", *arguments]
    # Not --target-dir: cargo-lambda looks for the binaries where this variable says.
    result = subprocess.run(["env", f"CARGO_TARGET_DIR={target}", *command], cwd=ROOT, check=False)
    if result.returncode != 0:
        raise Failure(f"`{' '.join(command)}` failed (see above)")
