"""Gives an account of a platform on this machine thousands of runs: `copy_runs.py USER_ID COUNT`, or takes all away: `… 0`.

For tests and measurements of long lists, since training so many is out of question. Each is a copy of a run that the
account has, so it has the form that the store writes, with an id, a time, a seed and scores of its own. Reports and
models are not copied: a copy can be listed, not opened. They should not stay: the emulator writes all it has down when
it stops, which takes long with many.
"""

import copy
import os
import random
import secrets
import shlex
import sys
import time
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from urllib.parse import urlsplit

from botocore.session import Session

from paths import developer_instance
from progress import Failure, run_main

BATCH = 25
DAY_MS = 24 * 3_600_000
# The oldest copy is so old.
DAYS = 200
ERRORS = {"log_loss", "mse", "rmse", "mae"}


def main() -> int:
    if len(sys.argv) != 3 or not sys.argv[2].isdecimal():
        print("usage: copy_runs.py USER_ID COUNT", file=sys.stderr)
        return 2
    user, count = str(uuid.UUID(sys.argv[1])), int(sys.argv[2])
    settings = platform_settings()
    refuse_elsewhere(settings["AWS_ENDPOINT_URL"])
    client = Session().create_client(
        "dynamodb", region_name=settings["AWS_REGION"], endpoint_url=settings["AWS_ENDPOINT_URL"],
        aws_access_key_id=settings["AWS_ACCESS_KEY_ID"], aws_secret_access_key=settings["AWS_SECRET_ACCESS_KEY"])
    table = settings["TABLE_CORE"]
    originals = runs_of(client, table, user)
    if not originals:
        raise Failure(f"the account {user} has no run: train one first")
    if count == 0:
        requests = [{"DeleteRequest": {"Key": {name: item[name] for name in ("pk", "sk")}}} for item in originals]
    else:
        copies = copies_of(originals, count, int(time.time() * 1000), random.Random(count))
        requests = [{"PutRequest": {"Item": item}} for item in copies]
    batches = [requests[start:start + BATCH] for start in range(0, len(requests), BATCH)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda batch: write(client, table, batch), batches))
    return 0


def platform_settings() -> dict[str, str]:
    """The environment that tests against a platform are given, else that of the platform of `scripts/dev`."""
    if "TABLE_CORE" in os.environ and "AWS_ENDPOINT_URL" in os.environ:
        return dict(os.environ)
    env_file = developer_instance().env_file
    if not env_file.is_file():
        raise Failure("no platform is known: start one with ./scripts/dev, or set the variables of its .local/env")
    lines = (line.partition("=") for line in env_file.read_text().splitlines())
    return {name: shlex.split(value)[0] for name, _, value in lines if value}


def refuse_elsewhere(endpoint: str) -> None:
    """Rows that no training wrote belong into no table but that of an emulator on this machine."""
    if urlsplit(endpoint).hostname in ("127.0.0.1", "localhost", "::1"):
        try:
            with urllib.request.urlopen(f"{endpoint}/_ministack/health", timeout=5):
                return
        except OSError as error:
            raise Failure(f"there is no emulator at {endpoint}: {error}") from error
    raise Failure(f"{endpoint} is no emulator on this machine; runs are only copied there")


def runs_of(client, table: str, user: str) -> list[dict]:
    """The stored items of an account's runs."""
    pages = client.get_paginator("query").paginate(
        TableName=table, KeyConditionExpression="pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues={":pk": {"S": f"USER#{user}"}, ":prefix": {"S": "RUN#"}})
    return [item for page in pages for item in page["Items"]]


def copies_of(originals: list[dict], count: int, now: int, chance: random.Random) -> list[dict]:
    """So many items, spread over the days before now. The same numbers each time, but for ids."""
    times = sorted(now - chance.randrange(60_000, DAYS * DAY_MS) for _ in range(count))
    return [copy_of(chance.choice(originals), at, chance) for at in times]


def copy_of(original: dict, at: int, chance: random.Random) -> dict:
    """One item like another, of another moment, with scores somewhat worse or better."""
    item = copy.deepcopy(original)
    identity = uuid7(at)
    item["sk"] = {"S": f"RUN#{identity}"}
    for name in ("id", "job_id", "artifact_id"):
        item[name] = {"S": identity}
    item["run_key"] = {"S": secrets.token_hex(32)}
    item["created_at"] = {"S": written(at)}
    item["parameters"]["M"]["seed"] = number(chance.randrange(2**31))
    item["cost_usd"] = number(float(item["cost_usd"]["N"]) * chance.lognormvariate(0, 1))
    item["duration_ms"] = number(round(float(item["duration_ms"]["N"]) * chance.lognormvariate(0, 1)) + 1)
    skill = chance.uniform(0.7, 1.02)
    for name, value in item["metrics"]["M"].items():
        item["metrics"]["M"][name] = number(moved(name, float(value["N"]), skill))
    interval = item.get("interval", {}).get("M")
    if interval:
        for end in ("value", "low", "high"):
            interval[end] = number(moved(interval["metric"]["S"], float(interval[end]["N"]), skill))
    return item


def moved(metric: str, value: float, skill: float) -> float:
    """A score of a model that is so much better: shares of what is right grow, errors shrink."""
    return value / skill if metric in ERRORS else min(value * skill, 1.0)


def uuid7(at: int) -> str:
    """An id of a moment (RFC 9562, version 7)."""
    value = at << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


def written(at: int) -> str:
    moment = datetime.fromtimestamp(at // 1000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{at % 1000:03d}Z"


def number(value: float) -> dict:
    return {"N": repr(value)}


def write(client, table: str, requests: list[dict]) -> None:
    left = {table: requests}
    while left:
        left = client.batch_write_item(RequestItems=left)["UnprocessedItems"]


if __name__ == "__main__":
    run_main(main)
