"""`scripts/logs`: what the functions of the running platform logged."""

import sys
from datetime import UTC, datetime

from botocore.exceptions import ClientError, EndpointConnectionError

from cloud import Cloud
from functions import function_names
from paths import STACK, developer_instance
from progress import Failure, run_main


def read_logs(cloud: Cloud, names: list[str]) -> list[str]:
    """All lines of these functions, oldest first, each with its time."""
    events = [(event["timestamp"], name, event["message"].rstrip()) for name in names for event in _events(cloud, name)]
    events.sort(key=lambda event: event[0])
    return [f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%H:%M:%S.%f} {name}: {message}"
            for milliseconds, name, message in events]


def _events(cloud: Cloud, function: str) -> list[dict]:
    pages = cloud.client("logs").get_paginator("filter_log_events").paginate(logGroupName=f"/{STACK}/{function}")
    try:
        return [event for page in pages for event in page["events"]]
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return []
        raise


def main() -> int:
    names = function_names()
    wanted = sys.argv[1:] or names
    if unknown := [name for name in wanted if name not in names]:
        raise Failure(f"there is no function {unknown[0]}; choose from {', '.join(names)}")
    cloud = Cloud(developer_instance())
    try:
        lines = read_logs(cloud, wanted)
    except EndpointConnectionError as error:
        raise Failure("Stint is not running; ./scripts/dev starts it") from error
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    run_main(main)
