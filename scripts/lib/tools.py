"""Looks for the tools a machine must bring, and installs the pinned Python ones into .local/venv."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from paths import ROOT, VENV
from progress import Failure, run_main, step

NEEDED = {
    "cargo": "Rust: https://rustup.rs (rust-toolchain.toml then picks the version)",
    "cc": "a C compiler: `apt-get install gcc libc6-dev` on Debian and Ubuntu, `xcode-select --install` on macOS",
    "node": "Node.js 20 or newer: https://nodejs.org",
    "npm": "npm, which comes with Node.js: https://nodejs.org",
}


def check_tools() -> None:
    """Fails with the complete list of what is missing and where to get it."""
    missing = [f"  {tool}: {hint}" for tool, hint in NEEDED.items() if shutil.which(tool) is None]
    if missing:
        raise Failure("these tools are missing on this machine:\n" + "\n".join(missing))


def ensure_venv(*requirement_files: str, venv: Path = VENV, options: tuple[str, ...] = ()) -> None:
    """Installs the pinned requirement files into a virtual environment, unless just these are in it already."""
    for name in requirement_files:
        content = (ROOT / name).read_bytes()
        stamp = venv / f".{name}.sha256"
        digest = hashlib.sha256(content + sys.version.encode()).hexdigest()
        if stamp.is_file() and stamp.read_text() == digest:
            continue
        with step(f"installing {name} into {venv.relative_to(ROOT)}"):
            if not (venv / "bin" / "python").exists():
                _run([sys.executable, "-m", "venv", str(venv)], "making a virtual environment (on Debian: apt-get install python3-venv)")
            _run([str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                  *options, "-r", str(ROOT / name)], "pip install")
            stamp.write_text(digest)


def _run(command: list[str], what: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise Failure(f"{what} failed:\n{result.stdout}{result.stderr}")


def main() -> int:
    if sys.version_info < (3, 11):
        raise Failure(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    check_tools()
    ensure_venv("requirements.txt", *sys.argv[1:])
    return 0


if __name__ == "__main__":
    run_main(main)
