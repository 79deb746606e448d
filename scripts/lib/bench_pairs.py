"""Timing several ways to do the same in turns, and what comes out as rows of a table."""

import statistics
import time
from collections.abc import Callable

from measure_report import spread

# Lets threads that still wait for work go to sleep.
PAUSE_SECONDS = 0.05


def in_turns(ways: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each way takes in each round; they alternate, and each round begins with another one."""
    names = list(ways)
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            time.sleep(PAUSE_SECONDS)
            times[name].append(ways[name]())
    return times


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return 1e3 * (time.perf_counter() - started)


def ratio(ours: list[float], theirs: list[float]) -> float:
    """How many times as long they take: the median over the rounds."""
    return statistics.median(their / our for our, their in zip(ours, theirs, strict=True))


def verdict(value: float, target: float) -> str:
    """The ratio and whether it reaches the target."""
    return f"{value:.1f}×" if value >= target else f"**{value:.1f}×**"


def times(values: list[float]) -> str:
    """Median and spread with as many digits as the smallest needs."""
    return spread(values, 2 if min(values) < 10 else 1 if min(values) < 100 else 0)
