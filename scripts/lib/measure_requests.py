"""Which calls to AWS the main requests make: each is made once, by the built functions, and its calls are counted."""

import hashlib
import json
import secrets
import urllib.request
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from measure_build import release_binaries
from measure_events import Routes, arrived_object, http_event, queue_event
from measure_proxy import Call, Proxy
from measure_report import table
from measure_sandbox import Sandbox, sandbox
from measure_stack import measured_stack
from measure_starts import PINGS
from paths import ROOT
from progress import Failure, step

SERVICES = ("DynamoDB", "S3", "SQS")
CSV = ROOT / "examples" / "penguins.csv"


class Caller:
    """A user whose requests reach the functions without anything between; writes down what each request calls."""

    def __init__(self, sandboxes: dict[str, Sandbox], proxy: Proxy, origin: str):
        self.rows: list[list[str]] = []
        self._sandboxes = sandboxes
        self._proxy = proxy
        self._routes = Routes()
        self._headers = {"origin": origin}
        self._cookies: dict[str, str] = {}

    def ask(self, method: str, address: str, body: dict | None = None, title: str = "", headers: dict[str, str] | None = None):
        """Answers the parsed JSON of a request."""
        content = b"" if body is None else json.dumps(body).encode()
        return self.send(method, address, content, title, {"content-type": "application/json", **(headers or {})})

    def send(self, method: str, address: str, content: bytes, title: str, headers: dict[str, str]):
        """Like `ask`, with any body."""
        event = http_event(method, address, content, self._headers | headers, self._cookies)
        path = event["rawPath"]
        answer = self._invoke(self._routes.function_of(method, path), event, title or f"`{method} {path}`")
        if answer["statusCode"] >= 300:
            raise Failure(f"{method} {address} answered {answer['statusCode']}: {answer.get('body')}")
        for cookie in answer.get("cookies", []):
            name, _, value = cookie.split(";")[0].partition("=")
            self._cookies[name] = value
        return json.loads(answer["body"])

    def tell(self, function: str, event: dict, title: str):
        """Answers what a function says to an event that is no request."""
        return self._invoke(function, event, title)

    def _invoke(self, function: str, event: dict, title: str):
        self._proxy.take()
        answer = self._sandboxes[function].invoke(event)
        self.rows.append([f"{function}: {title}", *summary(self._proxy.take())])
        return answer.json


def summary(calls: list[Call]) -> list[str]:
    """The calls of each service, `2: GetItem, Query`, and their sum."""
    cells = []
    for service in SERVICES:
        counts = Counter(call.operation for call in calls if call.service == service)
        names = ", ".join(name if count == 1 else f"{count} × {name}" for name, count in counts.items())
        cells.append(names or "–")
    if strange := {call.service for call in calls} - set(SERVICES):
        raise Failure(f"calls of services that have no column: {', '.join(strange)}")
    return [*cells, str(len(calls))]


def tables(target: Path) -> str:
    binaries = release_binaries(target)
    with measured_stack() as (environment, proxy), ExitStack() as stack, step("making every request once"):
        sandboxes = {name: stack.enter_context(sandbox(name, binary, environment)) for name, binary in binaries.items()}
        for name, function in sandboxes.items():
            function.invoke(PINGS[name][1])  # its init makes calls of its own
        caller = Caller(sandboxes, proxy, environment["CORS__ALLOW_ORIGINS"].split(",")[0])
        account(caller)
        dataset = datasets(caller, environment["BUCKET_DATA"])
        artifact = jobs(caller, dataset)
        results(caller, artifact)
        predictions(caller, artifact)
        ends(caller, dataset, artifact)
    return table(["function: request", "DynamoDB", "S3", "SQS", "calls"], caller.rows)


def account(caller: Caller) -> None:
    credentials = {"email": f"{secrets.token_hex(6)}@example.com", "password": secrets.token_urlsafe(18)}
    caller.user = caller.ask("POST", "/api/auth/sign-up", {**credentials, "full_name": "Measured"})["id"]
    caller.ask("POST", "/api/auth/sign-in", credentials, "`POST /api/auth/sign-in`, from a new device")
    caller.ask("POST", "/api/auth/sign-in", credentials, "`POST /api/auth/sign-in`, from a known device, ends the old session")
    caller.ask("GET", "/api/auth/me")
    caller.ask("GET", "/api/auth/sessions")
    caller.ask("GET", "/api/health")


def datasets(caller: Caller, bucket: str) -> str:
    """Makes datasets in every way; answers the id of the first."""
    address, complete = "/api/ml/v1/datasets/upload", "`POST …/datasets/{id}/complete`"
    content = CSV.read_bytes()
    announced = {"filename": CSV.name, "size_bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}

    first = caller.ask("POST", address, announced, "`POST …/datasets/upload`, a ticket")
    put(first["upload"], content)
    caller.ask("POST", f"/api/ml/v1/datasets/{first['id']}/complete", title=complete)
    caller.ask("POST", f"/api/ml/v1/datasets/{first['id']}/complete", title=f"{complete}, again")

    key = f"users/{caller.user}/datasets/{first['id']}/data.csv"
    arrived = queue_event(arrived_object(bucket, key, len(content)))
    caller.tell("upload", arrived, "S3's event, after `complete`")
    second = caller.ask("POST", address, announced, "`POST …/datasets/upload`, a ticket, with `Idempotency-Key`",
                        {"idempotency-key": secrets.token_hex(8)})
    put(second["upload"], content)
    arrived = queue_event(arrived_object(bucket, key.replace(first["id"], second["id"]), len(content)))
    caller.tell("upload", arrived, "S3's event, without `complete`")

    form = b'--measured\r\ncontent-disposition: form-data; name="file"; filename="small.csv"\r\n\r\n' + content + b"\r\n--measured--\r\n"
    caller.send("POST", address, form, "`POST …/datasets/upload`, a form", {"content-type": "multipart/form-data; boundary=measured"})
    caller.ask("GET", "/api/ml/v1/datasets")
    caller.ask("GET", f"/api/ml/v1/datasets/{first['id']}", title="`GET …/datasets/{id}`")
    caller.ask("GET", f"/api/ml/v1/datasets/{first['id']}/preview", title="`GET …/datasets/{id}/preview`")
    return first["id"]


def jobs(caller: Caller, dataset: str) -> str:
    """Trains once; answers the id of the artifact."""
    request = {"job_type": "TRAIN", "parameters": {"dataset_id": dataset}}
    job = caller.ask("POST", "/api/jobs", request)["job_id"]
    caller.ask("GET", f"/api/jobs/{job}", title="`GET /api/jobs/{id}`")
    message = queue_event({"user_id": caller.user, "job_id": job})
    caller.tell("trainer", message, f"a training on {CSV.name}")
    caller.tell("trainer", message, "the same message again")
    ended = caller.ask("GET", f"/api/jobs/{job}", title="`GET /api/jobs/{id}`, when it has ended")
    if ended["status"] != "COMPLETED":
        raise Failure(f"the training ended as {ended['status']}: {ended['error']}")
    caller.ask("POST", "/api/jobs", request, "`POST /api/jobs`, answered by the earlier run")
    caller.ask("GET", "/api/jobs")
    other = {"job_type": "TRAIN", "parameters": {"dataset_id": dataset, "seed": 7}}
    waiting = caller.ask("POST", "/api/jobs", other, "`POST /api/jobs`, with `Idempotency-Key`",
                         {"idempotency-key": secrets.token_hex(8)})["job_id"]
    caller.ask("POST", f"/api/jobs/{waiting}/cancel", title="`POST /api/jobs/{id}/cancel`, while it waits")
    caller.ask("GET", f"/api/ml/v1/training-runs/{ended['result']['run_id']}", title="`GET …/training-runs/{id}`")
    return ended["result"]["artifact_id"]


def predictions(caller: Caller, artifact: str) -> None:
    title = "`POST …/artifacts/{id}/predict`"
    for remark in ("the model is fetched", "the model is there"):
        caller.ask("POST", f"/api/ml/v1/artifacts/{artifact}/predict", {"rows": [{}]}, f"{title}, {remark}")
    caller.ask("GET", f"/api/ml/v1/artifacts/{artifact}/schema", title="`GET …/artifacts/{id}/schema`, the model is there")


def results(caller: Caller, artifact: str) -> None:
    for name in ("training-runs", "artifacts", "metrics/trends", "metrics/summary"):
        caller.ask("GET", f"/api/ml/v1/{name}")
    caller.ask("GET", f"/api/ml/v1/artifacts/{artifact}", title="`GET …/artifacts/{id}`")
    caller.ask("GET", f"/api/ml/v1/artifacts/{artifact}/download-url?format=native", title="`GET …/artifacts/{id}/download-url`")


def ends(caller: Caller, dataset: str, artifact: str) -> None:
    caller.ask("DELETE", f"/api/ml/v1/artifacts/{artifact}", title="`DELETE …/artifacts/{id}`")
    caller.ask("DELETE", f"/api/ml/v1/datasets/{dataset}", title="`DELETE …/datasets/{id}`")
    caller.ask("POST", "/api/auth/logout")
    caller.tell("janitor", {}, "a sweep that finds nothing")


def put(ticket: dict, content: bytes) -> None:
    """What the browser does; it is no call of a function and not counted."""
    request = urllib.request.Request(ticket["url"], data=content, headers=ticket["headers"], method=ticket["method"])
    urllib.request.urlopen(request, timeout=60).close()
