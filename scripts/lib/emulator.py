"""Starts and stops the emulator of one platform."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from paths import ACCESS_KEY, REGION, SECRET_KEY, VENV, Instance
from progress import Failure, step

START_SECONDS = 60
STOP_SECONDS = 30
LAUNCHER = Path(__file__).with_name("launcher.py")


def running_pid(instance: Instance) -> int | None:
    """Process id of this platform's emulator, if it runs."""
    try:
        pid = int(instance.pid_file.read_text())
    except (FileNotFoundError, ValueError):
        return None
    if str(LAUNCHER) in _command_of(pid):
        return pid
    instance.pid_file.unlink(missing_ok=True)
    return None


def start(instance: Instance) -> subprocess.Popen:
    """Starts the emulator in a session of its own and waits until it answers."""
    for port, variable in ((instance.aws_port, "STINT_AWS_PORT"), (instance.page_port, "STINT_PAGE_PORT")):
        if not port_is_free(port):
            raise Failure(f"port {port} on 127.0.0.1 is in use by another program; stop it, or choose another port: "
                          f"{variable}={port + 1} ./scripts/dev")
    with step("starting the emulator"):
        instance.state.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(instance.temporary, ignore_errors=True)
        instance.temporary.mkdir()
        with instance.log.open("wb") as log:
            process = subprocess.Popen([str(VENV / "bin" / "python"), str(LAUNCHER)], env=_environment(instance),
                                       stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        instance.ports_file.write_text(f"{instance.aws_port} {instance.page_port}")
        instance.pid_file.write_text(str(process.pid))
        try:
            _wait_until_healthy(instance, process)
        except BaseException:
            stop(instance)
            raise
    return process


def stop(instance: Instance) -> bool:
    """Stops the emulator so that it saves its state; answers whether there was one."""
    pid = running_pid(instance)
    if pid is None:
        return False
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while _is_alive(pid):
        if time.monotonic() > deadline:
            os.killpg(pid, signal.SIGKILL)
            instance.pid_file.unlink(missing_ok=True)
            raise Failure(f"the emulator (process {pid}) did not stop within {STOP_SECONDS} s and was killed; "
                          "what happened since its last clean stop is lost")
        time.sleep(0.05)
    instance.pid_file.unlink(missing_ok=True)
    shutil.rmtree(instance.temporary, ignore_errors=True)
    return True


def port_is_free(port: int) -> bool:
    """Whether a server could listen on this port of 127.0.0.1 now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _environment(instance: Instance) -> dict[str, str]:
    """A clean environment: functions inherit it, and must not see what the developer's shell exports."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return inherited | {
        "TMPDIR": str(instance.temporary),
        "AUTH": "true",
        # Lambda sets it where the template says `LogFormat: JSON`; the emulator does not.
        "AWS_LAMBDA_LOG_FORMAT": "JSON",
        "BIND_HOST": "127.0.0.1",
        "IOT_MTLS_ENABLED": "0",
        "GATEWAY_PORT": str(instance.aws_port),
        "STINT_PAGE_PORT": str(instance.page_port),
        "STINT_PAGE_HOST_FILE": str(instance.page_host_file),
        "AWS_ENDPOINT_URL": instance.aws_url,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_DEFAULT_REGION": REGION,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(instance.state / "services"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(instance.state / "objects"),
    }


def _wait_until_healthy(instance: Instance, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failure(f"the emulator ended at once (exit code {process.returncode}):\n{_log_tail(instance)}")
        try:
            with urllib.request.urlopen(f"{instance.aws_url}/_ministack/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise Failure(f"the emulator did not answer within {START_SECONDS} s:\n{_log_tail(instance)}")


def _command_of(pid: int) -> str:
    """Guards against a process id that was given to another program meanwhile."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            return ""
    return subprocess.run(["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False).stdout


def _log_tail(instance: Instance) -> str:
    return "\n".join(instance.log.read_text(errors="replace").splitlines()[-20:])


def _is_alive(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            return False
    except ChildProcessError:
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def forget(instance: Instance) -> None:
    """Removes everything the platform ever stored."""
    shutil.rmtree(instance.state, ignore_errors=True)
    for path in (instance.env_file, instance.signing_keys_file):
        path.unlink(missing_ok=True)
