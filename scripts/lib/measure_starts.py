"""Cold starts and warm requests of every function in AWS's Runtime Interface Emulator."""

import uuid
from pathlib import Path

from measure_build import release_binaries
from measure_events import http_event, queue_event
from measure_report import percentile, spread, table, wait_until_quiet
from measure_sandbox import sandbox
from measure_stack import measured_stack
from progress import Failure, step

COLD = 10
WARM = 300
JSON_FROM_PAGE = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
NO_JOB = {"user_id": str(uuid.UUID(int=0)), "job_id": str(uuid.UUID(int=0))}

# For each function an event that it answers without its database, and one for which it needs it.
PINGS = {
    "auth": ("GET /api/auth/me, not signed in", http_event("GET", "/api/auth/me")),
    "upload": ("POST …/datasets/upload, not signed in", http_event(
        "POST", "/api/ml/v1/datasets/upload", b"{}", JSON_FROM_PAGE)),
    "listing": ("GET …/datasets, not signed in", http_event("GET", "/api/ml/v1/datasets")),
    "jobs": ("GET /api/jobs, not signed in", http_event("GET", "/api/jobs")),
    "predict": ("POST …/artifacts/{id}/predict, not signed in", http_event(
        "POST", f"/api/ml/v1/artifacts/{uuid.UUID(int=0)}/predict", b'{"rows": []}', JSON_FROM_PAGE)),
    "metrics": ("GET …/metrics/summary, not signed in", http_event("GET", "/api/ml/v1/metrics/summary")),
    "trainer": ("no message", queue_event()),
    "janitor": ("no message", queue_event()),
}
WORK = {
    "listing": ("GET /api/health", http_event("GET", "/api/health")),
    "trainer": ("a job that does not exist", queue_event(NO_JOB)),
    "janitor": ("a sweep that finds nothing", {}),
}


def tables(target: Path, force: bool) -> str:
    binaries = release_binaries(target)
    if strange := [name for name in binaries if name not in PINGS]:
        raise Failure(f"measure_starts.py does not know how to ping the function {strange[0]}: add it to PINGS")
    with measured_stack() as (environment, proxy):
        wait_until_quiet(force)
        cold, warm = [], []
        for name, binary in binaries.items():
            with step(f"starting {name} {COLD} times"):
                cold.append(_cold(name, binary, environment, proxy))
            with step(f"calling {name} {WARM} times"):
                warm.extend(_warm(name, binary, environment, proxy))
    return "\n\n".join((
        table(["function", "init, ms", "of it the emulated DynamoDB", "init without it", "first request"], cold),
        table(["function, request", "time, ms", "99 %", "AWS calls", "of it the emulated DynamoDB", "without it"], warm),
        f"Init: {COLD} starts each; requests: {WARM} each; median (smallest–largest)."))


def _cold(name: str, binary: Path, environment: dict[str, str], proxy) -> list[str]:
    _, ping = PINGS[name]
    init, database, first = [], [], []
    for _ in range(COLD):
        proxy.take()
        with sandbox(name, binary, environment) as function:
            first.append(function.invoke(ping).milliseconds)
            init.append(function.init_milliseconds)
        # The ping calls nothing, so what was called was called by the init.
        database.append(_milliseconds(proxy.take()))
    own = [whole - part for whole, part in zip(init, database, strict=True)]
    return [name, spread(init), spread(database), spread(own), spread(first, 2)]


def _warm(name: str, binary: Path, environment: dict[str, str], proxy):
    with sandbox(name, binary, environment) as function:
        for title, event in filter(None, (PINGS[name], WORK.get(name))):
            function.invoke(event)
            proxy.take()
            whole, database, calls = [], [], set()
            for _ in range(WARM):
                whole.append(function.invoke(event).milliseconds)
                taken = proxy.take()
                calls.add(len(taken))
                database.append(_milliseconds(taken))
            own = [total - part for total, part in zip(whole, database, strict=True)]
            yield [f"{name}: {title}", spread(whole, 2), f"{percentile(whole, 0.99):.2f}", "–".join(map(str, sorted(calls))),
                   spread(database, 2), spread(own, 2)]


def _milliseconds(calls) -> float:
    """Calls that ran side by side count one after the other; the functions make theirs in turn."""
    return sum(call.seconds for call in calls) * 1000
