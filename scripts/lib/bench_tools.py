"""Installs what scripts/bench compares with into an environment of its own."""

from paths import LOCAL
from progress import run_main
from tools import check_tools, ensure_venv

VENV = LOCAL / "bench"


def main() -> int:
    check_tools()
    # Without dependencies: the file lists all that are used, and XGBoost's include libraries for graphics cards.
    ensure_venv("requirements-bench.txt", venv=VENV, options=("--no-deps",))
    return 0


if __name__ == "__main__":
    run_main(main)
