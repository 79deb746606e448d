"""Where things are, and the settings of one running platform."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ROOT / ".local"
VENV = LOCAL / "venv"
TEMPLATE = ROOT / "template.yaml"
FRONTEND = ROOT / "frontend"
PAGE = FRONTEND / "dist"
LAMBDA = ROOT / "target" / "lambda"

REGION = "us-east-1"
ACCESS_KEY = "test"
SECRET_KEY = "test"
STACK = "stint"


@dataclass(frozen=True)
class Instance:
    """One platform: a folder that holds all of its state, and two ports on 127.0.0.1."""

    folder: Path
    aws_port: int
    page_port: int

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def temporary(self) -> Path:
        """Where the emulator unpacks the functions; made anew at each start."""
        return self.folder / "tmp"

    @property
    def log(self) -> Path:
        return self.folder / "emulator.log"

    @property
    def pid_file(self) -> Path:
        return self.folder / "emulator.pid"

    @property
    def ports_file(self) -> Path:
        """The two ports of the emulator that runs, or ran last."""
        return self.folder / "ports"

    @property
    def env_file(self) -> Path:
        return self.folder / "env"

    @property
    def signing_keys_file(self) -> Path:
        return self.folder / "signing-keys"

    @property
    def page_host_file(self) -> Path:
        """Host name of the emulated distribution; written by the deploy, read by the launcher."""
        return self.state / "page-host"

    @property
    def aws_url(self) -> str:
        return f"http://127.0.0.1:{self.aws_port}"

    @property
    def page_url(self) -> str:
        return f"http://localhost:{self.page_port}"

    @property
    def allowed_origins(self) -> str:
        return ",".join([self.page_url, f"http://127.0.0.1:{self.page_port}", "http://localhost:5173"])


def developer_instance() -> Instance:
    """The platform of `scripts/dev`: where it runs, else on STINT_AWS_PORT and STINT_PAGE_PORT."""
    wanted = Instance(
        LOCAL,
        int(os.environ.get("STINT_AWS_PORT", "4566")),
        int(os.environ.get("STINT_PAGE_PORT", "8080")),
    )
    if wanted.pid_file.is_file() and wanted.ports_file.is_file():
        return Instance(LOCAL, *map(int, wanted.ports_file.read_text().split()))
    return wanted
