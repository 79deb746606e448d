"""Reading a CSV into typed columns, beside pandas."""

import sys

import pandas

from bench_data import Data, load
from bench_ours import Engine, programs, run
from bench_pairs import in_turns, milliseconds, ratio, times, verdict
from measure_report import table

SPEED, MEMORY = 1.5, 0.4
DESCRIBE = "import pandas, sys; print(pandas.read_csv(sys.argv[1]).describe(include='all').to_json())"


def tables(quick: bool) -> str:
    names = ["orders_2k", "measurements_2k"] if quick else ["orders_200k", "measurements_100k"]
    rounds = 1 if quick else 7
    sets = [load(name) for name in names]
    with Engine() as engine:
        reading = [_reading(data, engine, rounds) for data in sets]
    describing = [_describing(data, rounds) for data in sets]
    return "\n\n".join([
        table(["reading in memory", "MB", "Stint, ms", "pandas.read_csv, ms", f"ratio, target {SPEED}×"], reading),
        table(["describing a file, as a process", "Stint, ms", "pandas, ms", "ratio", "Stint, MiB", "pandas, MiB",
               f"share of the memory, target {MEMORY}"], describing),
    ])


def _reading(data: Data, engine: Engine, rounds: int) -> list[str]:
    parameters = {"target": data.target, "task": data.task}

    def ours() -> float:
        answer = engine.ask("train", file=str(data.path), parameters=parameters, until="preparing")
        return answer["stages"]["reading"]

    found = in_turns({"ours": ours, "pandas": lambda: milliseconds(lambda: pandas.read_csv(data.path))}, rounds)
    return [data.title, f"{data.path.stat().st_size / 1e6:.1f}", times(found["ours"]), times(found["pandas"]),
            verdict(ratio(found["ours"], found["pandas"]), SPEED)]


def _describing(data: Data, rounds: int) -> list[str]:
    memory: dict[str, list[float]] = {"ours": [], "pandas": []}
    commands = {
        "ours": [str(programs["stint"]), "profile", str(data.path), "--json"],
        "pandas": [sys.executable, "-c", DESCRIBE, str(data.path)],
    }

    def way(name: str) -> float:
        ended = run(commands[name])
        memory[name].append(ended.memory)
        return 1e3 * ended.seconds

    found = in_turns({name: lambda name=name: way(name) for name in commands}, rounds)
    ours, theirs = (max(memory[name]) for name in ("ours", "pandas"))
    share = ours / theirs
    return [data.name, times(found["ours"]), times(found["pandas"]), f"{ratio(found['ours'], found['pandas']):.1f}×", f"{ours:.0f}",
            f"{theirs:.0f}", f"{share:.2f}" if share <= MEMORY else f"**{share:.2f}**"]
