"""Finds a Chromium for the browser tests."""

import os
import shutil
import subprocess
from pathlib import Path

from progress import Failure, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_chromium() -> str:
    """$CHROMIUM, else one on the PATH, else (Debian, as root) the distribution's package."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if MAC.exists():
        return str(MAC)
    if shutil.which("apt-get") and os.geteuid() == 0:
        with step("apt-get install chromium"):
            for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]):
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        if found := shutil.which("chromium"):
            return found
    raise Failure("no Chromium or Chrome was found: install one, or name it in $CHROMIUM")
