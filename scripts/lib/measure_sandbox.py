"""Runs a built function in AWS's own Runtime Interface Emulator, which the SAM CLI's package ships."""

import json
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from check import free_ports
from paths import LOCAL, ROOT
from progress import Failure, step
from template import load_template, of_type

REQUIREMENTS = ROOT / "requirements-measure.txt"
FOLDER = LOCAL / "measure" / "aws-sam-cli"
START_SECONDS = 10
INVOKE_SECONDS = 120
INIT = re.compile(r"INIT REPORT\(durationMs: ([0-9.]+)\)")
INVOKE = re.compile(r"INVOKE RTDONE\(status: (\w+),.* duration: ([0-9.]+)ms\)")


@dataclass(frozen=True)
class Answer:
    """What a function returned, and the time it took as Lambda counts it: until it asks for the next event."""

    content: bytes
    milliseconds: float

    @property
    def json(self):
        return json.loads(self.content) if self.content else None


class Sandbox:
    """One running function."""

    def __init__(self, name: str, process: subprocess.Popen, log: Path, port: int):
        self.name = name
        self._process = process
        self._log = log
        self._url = f"http://127.0.0.1:{port}/2015-03-31/functions/function/invocations"
        self._invocations = 0

    def invoke(self, event: dict) -> Answer:
        """Hands the event over and waits for the answer; the first time the function starts, too."""
        request = urllib.request.Request(self._url, data=json.dumps(event).encode())
        try:
            with urllib.request.urlopen(request, timeout=INVOKE_SECONDS) as response:
                content = response.read()
        except urllib.error.HTTPError as error:
            raise Failure(f"{self.name} failed: {error.read().decode(errors='replace')}\n{self._log.read_text()}") from error
        self._invocations += 1
        status, milliseconds = self._wait_for(INVOKE, self._invocations)
        if status != "success":
            raise Failure(f"{self.name} ended an invocation as {status}:\n{self._log.read_text()}")
        return Answer(content, float(milliseconds))

    @property
    def init_milliseconds(self) -> float:
        """From the start of the process until the function asked for its first event."""
        return float(self._wait_for(INIT, 1))

    def _wait_for(self, pattern: re.Pattern, count: int):
        """The latest of so many lines; the log is written a moment after the answer."""
        deadline = time.monotonic() + START_SECONDS
        while len(found := pattern.findall(self._log.read_text(errors="replace"))) < count:
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise Failure(f"the sandbox of {self.name} did not report:\n{self._log.read_text()}")
            time.sleep(0.001)
        return found[count - 1]


@contextmanager
def sandbox(name: str, binary: Path, environment: dict[str, str]):
    """A Sandbox that has not started its function yet."""
    port, runtime_port = free_ports()
    with tempfile.NamedTemporaryFile(prefix=f"stint-{name}-", suffix=".log") as log:
        command = [str(runtime_interface_emulator()), "--runtime-interface-emulator-address", f"127.0.0.1:{port}",
                   "--runtime-api-address", f"127.0.0.1:{runtime_port}", str(binary)]
        process = subprocess.Popen(command, env=environment | _lambda_settings(name), stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log, start_new_session=True)
        try:
            _wait_until_listening(process, port)
            yield Sandbox(name, process, Path(log.name), port)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=START_SECONDS)


def runtime_interface_emulator() -> Path:
    """The program; its package is unpacked on first use."""
    if platform.system() != "Linux":
        raise Failure("AWS's Runtime Interface Emulator runs on Linux only")
    architecture = "arm64" if platform.machine() in ("aarch64", "arm64") else "x86_64"
    program = FOLDER / "samcli" / "local" / "rapid" / f"aws-lambda-rie-{architecture}"
    if not program.exists():
        with step("unpacking AWS's Runtime Interface Emulator"):
            result = subprocess.run(
                [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile",
                 "--require-hashes", "--target", str(FOLDER), "-r", str(REQUIREMENTS)], capture_output=True, text=True, check=False)
            if result.returncode != 0:
                raise Failure(f"pip install failed:\n{result.stdout}{result.stderr}")
        program.chmod(0o755)
    return program


def memory_of(name: str) -> int:
    """MB that the template gives to a function."""
    template = load_template()
    for function in of_type(template, "AWS::Serverless::Function").values():
        if function["CodeUri"] == f"target/lambda/{name}":
            return function.get("MemorySize", template["Globals"]["Function"]["MemorySize"])
    raise Failure(f"the template has no function {name}")


def _lambda_settings(name: str) -> dict[str, str]:
    return {"AWS_LAMBDA_FUNCTION_NAME": name, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(memory_of(name)),
            "AWS_LAMBDA_LOG_FORMAT": "JSON", "RUST_LOG": "info"}


def _wait_until_listening(process: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
            return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    raise Failure("the Runtime Interface Emulator did not start")
