"""Runs MiniStack in this process, on the port of the AWS services and on the port of the page.

The emulated distribution answers at <label>.cloudfront.localhost, a name that neither Safari nor most command-line
clients resolve. So a second port serves just that distribution as http://localhost:<port>.
"""

import asyncio
import os
import socketserver
from pathlib import Path

# Without this, Nagle's algorithm adds 40 ms to every invocation of a function.
socketserver.StreamRequestHandler.disable_nagle_algorithm = True

from hypercorn.asyncio import serve  # noqa: E402
from hypercorn.config import Config  # noqa: E402
from ministack.app import app  # noqa: E402

AWS_PORT = int(os.environ["GATEWAY_PORT"])
PAGE_PORT = int(os.environ["STINT_PAGE_PORT"])
PAGE_HOST_FILE = Path(os.environ["STINT_PAGE_HOST_FILE"])


async def with_page_port(scope, receive, send):
    """Requests to the page's port go to the distribution, whatever host they name."""
    if scope["type"] != "lifespan" and scope["server"][1] == PAGE_PORT:
        host = PAGE_HOST_FILE.read_bytes().strip() if PAGE_HOST_FILE.exists() else b"not-deployed-yet.invalid"
        headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"host"]
        scope = {**scope, "headers": [*headers, (b"host", host)]}
    await app(scope, receive, send)


def main() -> None:
    config = Config()
    config.bind = [f"127.0.0.1:{AWS_PORT}", f"127.0.0.1:{PAGE_PORT}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1
    config.loglevel = "WARNING"
    asyncio.run(serve(with_page_port, config))


if __name__ == "__main__":
    main()
