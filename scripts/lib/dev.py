"""`scripts/dev`: builds everything, starts the platform, deploys, and stays until it is told to stop."""

import argparse
import signal
import subprocess
import time

import emulator
from cloud import Cloud
from deploy import deploy
from environment import write_environment
from functions import build_functions
from page import build_page
from paths import Instance, developer_instance
from progress import Failure, run_main, stop_on_signals
from publish import publish_page


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/dev", description="Builds and runs the whole platform on this machine.")
    parser.add_argument("--detach", action="store_true", help="return when the platform is ready; scripts/stop ends it")
    parser.add_argument("--reset", action="store_true", help="forget all accounts, data and keys first")
    arguments = parser.parse_args()
    started = time.monotonic()
    stop_on_signals()
    instance = developer_instance()

    if arguments.reset:
        emulator.stop(instance)
        emulator.forget(instance)
    build_functions()
    build_page()
    process = None
    if emulator.running_pid(instance) is None:
        process = emulator.start(instance)
    try:
        bring_up(instance)
        print(f"\nStint is ready: {instance.page_url} ({time.monotonic() - started:.1f} s)", flush=True)
        if process is None:
            print("It was running already and has been brought up to date; ./scripts/stop ends it.")
        elif arguments.detach:
            print("./scripts/stop ends it.")
            process = None
        else:
            print("Ctrl-C ends it.", flush=True)
            _wait(process)
    finally:
        if process is not None:
            print("\nstopping …", flush=True)
            emulator.stop(instance)
    return 0


def bring_up(instance: Instance, overrides: dict[str, str] | None = None) -> dict[str, str]:
    """Deploys and publishes to a running emulator; answers what the env file holds."""
    cloud = Cloud(instance)
    outputs = deploy(cloud, overrides)
    publish_page(cloud, outputs["WebBucket"])
    return write_environment(cloud, outputs)


def _wait(process: subprocess.Popen) -> None:
    try:
        code = process.wait()
    except KeyboardInterrupt:
        return
    if code not in (0, -signal.SIGTERM):
        raise Failure(f"the emulator ended by itself with exit code {code}; see .local/emulator.log")


if __name__ == "__main__":
    run_main(main)
