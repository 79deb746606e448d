"""`scripts/demo`: uploads a CSV, trains on it, and shows what came out."""

import hashlib
import os
import secrets
import shlex
import sys
import time
from pathlib import Path

from api_client import ApiClient
from paths import ROOT, developer_instance
from progress import Failure, run_main, step

JOB_SECONDS = 600
FIRST = ("accuracy", "f1", "roc_auc", "precision", "recall", "log_loss", "r2", "rmse", "mae", "mse")


def main() -> int:
    if len(sys.argv) > 2 or sys.argv[1:] in (["-h"], ["--help"]):
        print("usage: scripts/demo [file.csv]")
        return 0 if len(sys.argv) == 2 else 2
    file = Path(sys.argv[1]) if len(sys.argv) == 2 else ROOT / "examples" / "penguins.csv"
    if not file.is_file():
        raise Failure(f"there is no file {file}")
    api = ApiClient(platform_url())
    sign_in(api)
    dataset = upload(api, file)
    job = train(api, dataset)
    show(api, job)
    save(api, job, file)
    return 0


def platform_url() -> str:
    """$STINT_URL, else the address of the platform that runs on this machine."""
    if url := os.environ.get("STINT_URL"):
        return url
    env_file = developer_instance().env_file
    if env_file.is_file():
        for line in env_file.read_text().splitlines():
            name, _, value = line.partition("=")
            if name == "STINT_URL":
                return shlex.split(value)[0]
    raise Failure("no platform is known: start one with ./scripts/dev, or set STINT_URL")


def sign_in(api: ApiClient) -> None:
    email = f"demo-{secrets.token_hex(6)}@example.com"
    password = secrets.token_urlsafe(18)
    with step(f"signing up and in as {email}"):
        api.post("/api/auth/sign-up", {"email": email, "password": password, "full_name": "Demo"})
        api.post("/api/auth/sign-in", {"email": email, "password": password})


def upload(api: ApiClient, file: Path) -> dict:
    content = file.read_bytes()
    with step(f"uploading {file.name}, {len(content):,} bytes") as note:
        dataset = api.post("/api/ml/v1/datasets/upload", {
            "filename": file.name, "size_bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
        api.upload(dataset["upload"], content)
        dataset = api.post(f"/api/ml/v1/datasets/{dataset['id']}/complete")
        note(f"{dataset['rows']:,} rows, {dataset['columns']} columns, version {dataset['version']}")
    return dataset


def train(api: ApiClient, dataset: dict) -> dict:
    """Starts a training and waits for its end, saying how far it is."""
    with step("training") as note:
        job = api.post("/api/jobs", {"job_type": "TRAIN", "parameters": {"dataset_id": dataset["id"]}})
        deadline = time.monotonic() + JOB_SECONDS
        shown = None
        while True:
            job = api.get(f"/api/jobs/{job['job_id']}")
            progress = job["progress"]
            line = f"  {job['status']:9} {progress['stage']} {progress['done']}/{progress['total']} {progress['message']}"
            if line != shown:
                print(line, flush=True)
                shown = line
            if job["status"] in ("COMPLETED", "FAILED", "CANCELLED"):
                break
            if time.monotonic() > deadline:
                raise Failure(f"job {job['job_id']} has not ended after {JOB_SECONDS} s")
            time.sleep(0.2)
        if job["status"] != "COMPLETED":
            raise Failure(f"the job ended as {job['status']}: {(job['error'] or {}).get('detail', 'no reason given')}")
        note(f"attempt {job['attempt']}")
    return job


def show(api: ApiClient, job: dict) -> None:
    """Prints every metric beside the baseline's, and what it cost."""
    run = api.get(f"/api/ml/v1/training-runs/{job['result']['run_id']}")
    print(f"\n{run['task']} of `{run['target']}` with {run['model_type']}, mode {run['mode_used']}, {run['duration_ms']} ms")
    if run["fallback_reason"]:
        print(f"fallback: {run['fallback_reason']}")
    metrics = {name: value for name, value in run["metrics"].items() if isinstance(value, (int, float))}
    names = [name for name in FIRST if name in metrics] + sorted(set(metrics) - set(FIRST))
    print(f"\n{'metric':<16}{'model':>12}{'baseline':>12}")
    for name in names:
        baseline = run["baseline"]["metrics"].get(name)
        print(f"{name:<16}{number(metrics[name]):>12}{number(baseline):>12}")
    if interval := run["interval"]:
        print(f"\n{interval['level']:.0%} interval of {interval['metric']}: "
              f"{number(interval['low'])} to {number(interval['high'])}")
    print(f"\ncost: ${job['cost_usd']:.8f}")


def number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) or float(value).is_integer() and abs(value) >= 10 else f"{value:.4f}"


def save(api: ApiClient, job: dict, file: Path) -> None:
    """Downloads the model and its card."""
    artifact = job["result"]["artifact_id"]
    folder = Path("stint-model") / f"{file.stem}-{artifact[-8:]}"
    folder.mkdir(parents=True, exist_ok=True)
    print()
    for form, name in (("native", "model.stint"), ("card", "card.md")):
        link = api.get(f"/api/ml/v1/artifacts/{artifact}/download-url?format={form}")
        path = folder / name
        path.write_bytes(api.download(link["url"]))
        print(f"saved {path} ({path.stat().st_size:,} bytes)")


if __name__ == "__main__":
    run_main(main)
