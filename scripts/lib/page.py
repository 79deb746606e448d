"""Builds the page: npm packages when the lock file changed, the bundle when a source changed."""

import hashlib
import os
import subprocess
from pathlib import Path

from paths import FRONTEND, PAGE
from progress import Failure, step

NOT_SOURCES = {"node_modules", "dist", "test-results", "playwright-report", "coverage", ".vite"}


def install_packages() -> None:
    """Runs `npm ci` unless node_modules was made from this very lock file."""
    stamp = FRONTEND / "node_modules" / ".lock.sha256"
    digest = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    with step("installing the page's packages"):
        npm("ci", "--no-audit", "--no-fund")
        stamp.write_text(digest)


def build_page() -> None:
    """Builds frontend/dist unless it was made from these very sources."""
    install_packages()
    stamp = PAGE.parent / "node_modules" / ".page.sha256"
    digest = _sources_digest()
    if (PAGE / "index.html").is_file() and stamp.is_file() and stamp.read_text() == digest:
        return
    with step("building the page"):
        npm("run", "build")
        stamp.write_text(digest)


def npm(*arguments: str) -> None:
    """Runs npm in frontend/; its output is shown only when it fails."""
    environment = {**os.environ, "CI": "true"}
    result = subprocess.run(["npm", *arguments], cwd=FRONTEND, env=environment, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        raise Failure(f"`npm {' '.join(arguments)}` failed in frontend/:\n{result.stdout}")


def _sources_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(_sources(FRONTEND)):
        digest.update(str(path.relative_to(FRONTEND)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(folder: Path):
    for entry in folder.iterdir():
        if entry.name in NOT_SOURCES:
            continue
        if entry.is_dir():
            yield from _sources(entry)
        else:
            yield entry
