"""From a CSV to a saved model, as whole processes: `stint train` beside a script that does the same with scikit-learn."""

import sys
from pathlib import Path

from bench_data import Data, load
from bench_ours import SCRATCH, run, train_command
from bench_pairs import in_turns, ratio, verdict
from measure_report import spread, table
from progress import step

TARGET = 5.0
PEER = Path(__file__).with_name("bench_peer.py")
# Data, model and rounds.
JOBS = [("iris", "logistic", 5), ("breast_cancer", "random_forest", 3), ("passengers", "gradient_boosting", 3), ("digits", "logistic", 2),
        ("gems", "ridge", 3), ("gems", "gradient_boosting", 2)]


def tables(quick: bool) -> str:
    return table_of([compare(load(name), model, 1 if quick else rounds) for name, model, rounds in (JOBS[:1] if quick else JOBS)])


def table_of(rows: list[list[str]]) -> str:
    return table(["from a CSV to a saved model and its report", "Stint, s", "scikit-learn, s", f"ratio, target {TARGET:.0f}×",
                  "Stint, MiB", "scikit-learn, MiB"], rows)


def compare(data: Data, model: str, rounds: int) -> list[str]:
    memory: dict[str, list[float]] = {"ours": [], "theirs": []}
    commands = {
        "ours": train_command(data, model, SCRATCH / "ours"),
        "theirs": [sys.executable, "-W", "ignore", str(PEER), str(data.path), data.target, data.task, model, str(SCRATCH / "theirs")],
    }

    def way(name: str) -> float:
        ended = run(commands[name])
        memory[name].append(ended.memory)
        return ended.seconds

    with step(f"{model} for {data.name}"):
        found = in_turns({name: lambda name=name: way(name) for name in commands}, rounds)
    return [f"{data.title}, {data.path.stat().st_size / 1e6:.2f} MB: {model}", spread(found["ours"], 3), spread(found["theirs"], 2),
            verdict(ratio(found["ours"], found["theirs"]), TARGET), *(f"{max(values):.0f}" for values in memory.values())]
