"""`scripts/measure`: what the platform costs in bytes, milliseconds and calls, as tables for docs/PERFORMANCE.md."""

import argparse
from pathlib import Path

import measure_passwords
import measure_platform
import measure_requests
import measure_sizes
import measure_starts
from measure_build import CARGO_TARGET
from measure_report import heading, write_section
from progress import run_main, stop_on_signals

SUBJECTS = {
    "sizes": lambda options: measure_sizes.tables(options.target_dir),
    "starts": lambda options: measure_starts.tables(options.target_dir, options.force),
    "requests": lambda options: measure_requests.tables(options.target_dir),
    "platform": lambda options: measure_platform.tables(options.clone, options.force),
    "passwords": lambda options: measure_passwords.tables(options.target_dir, options.force),
}


def main() -> int:
    options = _options()
    stop_on_signals()
    for subject in options.subjects or SUBJECTS:
        text = f"{SUBJECTS[subject](options)}\n\n{heading(subject)}"
        print(f"\n{text}\n", flush=True)
        if options.write:
            write_section(subject, text)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/measure", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="subject", help=f"{', '.join(SUBJECTS)}; all of them if none is named")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/PERFORMANCE.md")
    parser.add_argument("--force", action="store_true", help="measure times although the machine is busy")
    parser.add_argument("--target-dir", type=Path, default=CARGO_TARGET, help="where cargo keeps the release build")
    parser.add_argument("--clone", type=Path, help="`platform`: the folder of the clone; one that is there is used as it is")
    options = parser.parse_args()
    if unknown := [subject for subject in options.subjects if subject not in SUBJECTS]:
        parser.error(f"there is nothing to measure called {unknown[0]!r}; choose from {', '.join(SUBJECTS)}")
    return options


if __name__ == "__main__":
    run_main(main)
