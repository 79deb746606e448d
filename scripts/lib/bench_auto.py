"""The search for the best model: the engine's `auto` beside the same search written with scikit-learn, as whole processes."""

from bench_data import load
from bench_process import compare, table_of


def tables(quick: bool) -> str:
    jobs = {"iris": 1} if quick else {"iris": 2, "passengers": 1, "gems": 1}
    return table_of([compare(load(name), "auto", rounds) for name, rounds in jobs.items()])
