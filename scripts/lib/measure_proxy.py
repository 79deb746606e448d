"""A proxy between functions and the emulator that writes down every call and how long it took."""

import http.client
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HOP_BY_HOP = {"connection", "expect", "keep-alive", "transfer-encoding", "content-length"}
TARGETS = {"DynamoDB_20120810": "DynamoDB", "AmazonSQS": "SQS"}
OBJECT_CALLS = {"GET": "GetObject", "HEAD": "HeadObject", "PUT": "PutObject", "DELETE": "DeleteObject", "POST": "CreateMultipartUpload"}


@dataclass(frozen=True)
class Call:
    """One call of a function to AWS; seconds from its arrival at the proxy until the answer is there."""

    service: str
    operation: str
    seconds: float


class Proxy:
    """Answers on a port of 127.0.0.1 for as long as the context lasts."""

    def __init__(self, server: ThreadingHTTPServer):
        self.url = f"http://127.0.0.1:{server.server_port}"
        self._calls = server.calls

    def take(self) -> list[Call]:
        """The calls since this was asked last."""
        calls = list(self._calls)
        self._calls.clear()
        return calls


@contextmanager
def proxy_to(address: str):
    """A running Proxy to the emulator at this address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.upstream = urlsplit(address).netloc
    server.calls = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Proxy(server)
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Waiting to fill a packet would add 40 ms to a call.
    disable_nagle_algorithm = True
    wbufsize = -1

    def setup(self):
        super().setup()
        self.upstream = http.client.HTTPConnection(self.server.upstream)

    def finish(self):
        super().finish()
        self.upstream.close()

    def parse_request(self) -> bool:
        self.started = time.perf_counter()
        return super().parse_request()

    def forward(self):
        if "Transfer-Encoding" in self.headers:
            return self.send_error(411, "this proxy needs a Content-Length")
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        # The host is part of a presigned link's signature, so it is passed on as it came.
        self.upstream.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in HOP_BY_HOP:
                self.upstream.putheader(name, value)
        self.upstream.putheader("Content-Length", str(len(body)))
        self.upstream.endheaders(body)
        answer = self.upstream.getresponse()
        content = answer.read()
        # Before the answer goes out: from then on this thread and the function run side by side.
        service, operation = call_name(self.command, self.path, self.headers)
        self.server.calls.append(Call(service, operation, time.perf_counter() - self.started))
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(content))
        if length is not None and answer.status not in (204, 304):
            self.send_header("Content-Length", length)
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = forward

    def log_message(self, *_arguments):
        """Nothing: calls are counted, not printed."""


def call_name(method: str, path: str, headers) -> tuple[str, str]:
    """Service and operation: DynamoDB and SQS say both in a header, S3 in method and address."""
    if target := headers.get("X-Amz-Target"):
        prefix, _, operation = target.partition(".")
        return TARGETS.get(prefix, prefix), operation
    address = urlsplit(path)
    query = parse_qs(address.query, keep_blank_values=True)
    if "delete" in query:
        return "S3", "DeleteObjects"
    is_bucket = "/" not in address.path.strip("/")
    return "S3", "ListObjectsV2" if is_bucket and method == "GET" else OBJECT_CALLS[method]
