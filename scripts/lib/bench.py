"""`scripts/bench`: how fast and how good the engine is beside other libraries, as tables for docs/BENCHMARKS.md."""

import argparse

import bench_auto
import bench_csv
import bench_fit
import bench_process
import bench_quality
import bench_stages
from bench_ours import build
from bench_quiet import Watch
from measure_report import heading, write_section
from paths import ROOT
from progress import run_main, stop_on_signals

DOCUMENT = ROOT / "docs" / "BENCHMARKS.md"

SUBJECTS = {
    "csv": bench_csv.tables,
    "fit": bench_fit.tables,
    "process": bench_process.tables,
    "auto": bench_auto.tables,
    "stages": bench_stages.tables,
    "quality": bench_quality.tables,
}


def main() -> int:
    options = _options()
    stop_on_signals()
    build(options.quick)
    for subject in options.subjects or SUBJECTS:
        # Scores do not depend on what else the machine does.
        watch = Watch(subject, needs_quiet=options.write and subject != "quality")
        text = f"{SUBJECTS[subject](options.quick)}\n\n{heading(subject, 'bench')} {watch.end()}"
        print(f"\n{text}\n", flush=True)
        if options.write:
            write_section(subject, text, DOCUMENT)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="subject", help=f"{', '.join(SUBJECTS)}; all of them if none is named")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/BENCHMARKS.md; refused while the machine is busy")
    parser.add_argument("--quick", action="store_true", help="one round on small data, to see that it works")
    options = parser.parse_args()
    if unknown := [subject for subject in options.subjects if subject not in SUBJECTS]:
        parser.error(f"there is nothing to compare called {unknown[0]!r}; choose from {', '.join(SUBJECTS)}")
    if options.write and options.quick:
        parser.error("--quick measures too little to be written down; leave out one of --write and --quick")
    return options


if __name__ == "__main__":
    run_main(main)
