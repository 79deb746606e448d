"""A small client of Stint's API on Python's standard library alone."""

import json
import urllib.error
import urllib.request

from progress import Failure

SECONDS = 60


class ApiClient:
    """One signed-in user."""

    def __init__(self, url: str):
        self.url = url.rstrip("/")
        self._cookies: dict[str, str] = {}

    def get(self, path: str):
        """Answers the parsed JSON."""
        return self._call("GET", path)

    def post(self, path: str, body: dict | None = None):
        """Answers the parsed JSON."""
        return self._call("POST", path, body)

    def _call(self, method: str, path: str, body: dict | None = None):
        # Unsafe calls must say that they come from the page's own origin.
        headers = {"Accept": "application/json", "Origin": self.url}
        # The cookies are marked Secure, so a cookie jar would keep them back on http://localhost.
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        answer = self._send(urllib.request.Request(self.url + path, data=data, headers=headers, method=method))
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self._cookies[name] = value
        content = answer.read()
        return json.loads(content) if content else None

    def upload(self, ticket: dict, content: bytes) -> None:
        """Sends a file to the presigned address of an upload ticket."""
        self._send(urllib.request.Request(ticket["url"], data=content, headers=ticket["headers"], method=ticket["method"]))

    def download(self, url: str) -> bytes:
        """Fetches a presigned address."""
        return self._send(urllib.request.Request(url)).read()

    def _send(self, request: urllib.request.Request):
        try:
            return urllib.request.urlopen(request, timeout=SECONDS)
        except urllib.error.HTTPError as error:
            raise Failure(f"{request.get_method()} {request.full_url.split('?')[0]} answered {_reason(error)}") from error
        except urllib.error.URLError as error:
            raise Failure(f"{self.url} cannot be reached ({error.reason}); does ./scripts/dev run?") from error


def _reason(error: urllib.error.HTTPError) -> str:
    """The problem document in one sentence, with every place that it names."""
    content = error.read().decode(errors="replace")
    try:
        problem = json.loads(content)
    except ValueError:
        return f"{error.code}: {content[:500]}"
    places = "".join(f"\n  {entry['pointer']}: {entry['detail']}" for entry in problem.get("errors") or [])
    return f"{error.code} {problem.get('code')}: {problem.get('detail')}{places}"
