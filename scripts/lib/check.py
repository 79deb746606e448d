"""`scripts/test`: every check of the project, against a platform of its own."""

import os
import shutil
import socket
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import dev
import emulator
from browser import find_chromium
from cloud import Cloud
from functions import build_functions, function_names
from gates import LOGS, Tally, cargo_tests, page_budgets, playwright_tests, python_tests, vitest_tests
from logs import read_logs
from page import build_page, install_packages
from paths import FRONTEND, VENV, Instance
from progress import run_main, stop_on_signals

BIN = VENV / "bin"
SAME_BYTES = "the same bytes on every platform"
# A developer's own AWS set-up must neither be used nor be needed.
ISOLATION = {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true"}


def main() -> int:
    arguments = sys.argv[1:]
    if arguments not in ([], ["fast"]):
        print("usage: scripts/test [fast]", file=sys.stderr)
        return 2
    fast = arguments == ["fast"]
    stop_on_signals()
    os.environ.pop("AWS_PROFILE", None)
    tally = Tally()
    static_checks(tally)
    page_checks(tally)
    if fast:
        tally.command("unit tests", ["cargo", "test", "--workspace", "--locked", "--no-fail-fast", "--lib"], cargo_tests)
        tally.skip("store, end-to-end and browser tests", "`fast` runs without the platform")
        tally.skip(SAME_BYTES, "`fast` builds for this machine alone")
    else:
        command = [str(BIN / "python"), "-m", "unittest", "discover", "-v", "-s", "shared/engine/tests/platforms"]
        tally.command(SAME_BYTES, command, python_tests)
        platform_checks(tally)
    return summary(tally)


def static_checks(tally: Tally) -> None:
    tally.command("rustfmt", ["cargo", "fmt", "--all", "--check"])
    tally.command("clippy", ["cargo", "clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
    deny = [str(BIN / "cargo-deny"), "--locked", "check"]
    tally.command("dependencies: licences, bans, sources", [*deny, "licenses", "bans", "sources"])
    if can_reach("github.com"):
        tally.command("dependencies: advisories", [*deny, "advisories"])
    else:
        tally.skip("dependencies: advisories", "the advisory database at github.com cannot be reached")
    onnx = [str(BIN / "python"), "-m", "unittest", "discover", "-v", "-s", "shared/engine/tests/onnx"]
    tally.command("models as ONNX, against onnxruntime", onnx, python_tests)
    tally.command("cfn-lint", [str(BIN / "cfn-lint"), "template.yaml"])
    for suite in ("template", "scripts"):
        command = [str(BIN / "python"), "-m", "unittest", "discover", "-v", "-s", f"tests/{suite}"]
        tally.command(f"Python tests: {suite}", command, python_tests)


def page_checks(tally: Tally) -> None:
    if tally.call("page: packages", install_packages) is None:
        return
    tally.command("page: types and lint", ["npm", "run", "check"], folder=FRONTEND)
    tally.command("page: unit tests", ["npm", "test"], vitest_tests, folder=FRONTEND)


def platform_checks(tally: Tally) -> None:
    """Deploys to a fresh emulator and runs all Rust tests and the browser tests against it."""
    if tally.call("functions: build", build_functions) is None or tally.call("page: build", build_page) is None:
        tally.fail("tests against the platform", "not run: the build failed")
        return
    tally.command("page: budgets", ["npm", "run", "budgets"], page_budgets, folder=FRONTEND)
    with fresh_instance() as instance:
        values = tally.call("platform: start and deploy", lambda: start(instance))
        if values is None:
            return
        environment = values | ISOLATION
        tally.command("Rust tests", ["cargo", "test", "--workspace", "--locked", "--no-fail-fast"], cargo_tests,
                      environment=environment)
        chromium = tally.call("browser", find_chromium)
        if chromium is not None:
            tally.command("browser tests", ["npm", "run", "e2e"], playwright_tests, folder=FRONTEND,
                          environment=environment | {"CHROMIUM": str(chromium)})
        (LOGS / "functions.log").write_text("\n".join(read_logs(Cloud(instance), function_names())))


def start(instance: Instance) -> dict[str, str]:
    emulator.start(instance)
    return dev.bring_up(instance)


@contextmanager
def fresh_instance():
    """A platform in a temporary folder, on ports that nobody uses; nothing of it stays."""
    folder = Path(tempfile.mkdtemp(prefix="stint-test-"))
    instance = Instance(folder, *free_ports())
    try:
        yield instance
    finally:
        emulator.stop(instance)
        LOGS.mkdir(parents=True, exist_ok=True)
        if instance.log.exists():
            shutil.copy(instance.log, LOGS / "emulator.log")
        shutil.rmtree(folder, ignore_errors=True)


def free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def can_reach(host: str) -> bool:
    try:
        with socket.create_connection((host, 443), timeout=5):
            return True
    except OSError:
        return False


def summary(tally: Tally) -> int:
    print()
    for skipped in tally.skipped:
        print(f"skipped: {skipped}")
    if tally.broken:
        print(f"failed: {', '.join(tally.broken)}")
    print(f"{tally.passed} passed, {tally.failed} failed", flush=True)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    run_main(main)
