"""`invoke serve`: show the finished site on this machine, and to nobody else."""

import contextlib
import io
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from .guard import Refused, guarded
from .words import console, say

TYPES = {
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".opml": "text/x-opml; charset=utf-8",
}
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The content security policy of the real site (theme.md), so that a breach is seen at home."""


class Handler(SimpleHTTPRequestHandler):
    """Files with the types and the policy of the real site, and its page for what is missing."""

    path = ""  # a request line that cannot be read sets none
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 as in the base class

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer GET and HEAD; an address that no file can have is missing."""
        if "\0" in unquote(self.path):
            self.send_error(404)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        """Add the policy to every answer; only what is made for it may stand in frames."""
        framed = "/sematan/" in self.path.partition("?")[0]
        policy = POLICY.removesuffix("; frame-ancestors 'none'") if framed else POLICY
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:
        """Folders without a page are not listed."""
        self.send_error(404)

    def log_message(self, *_args: object) -> None:
        """Say nothing about each request."""


def open_server(output: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder on 127.0.0.1; port 0 takes a free one. Raises OSError."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(output)))


@guarded
def run(output: str, port: int) -> int:
    """Serve until Ctrl-C; 2 when there is no site or the port is taken."""
    folder = Path(output).absolute()
    if not (folder / "index.html").is_file():
        raise Refused("no-output", {"path": folder})
    try:
        server = open_server(folder, port)
    except (OSError, OverflowError):
        raise Refused("port-taken", {"port": port}) from None
    console().print(say("serving", port=server.server_address[1]))
    with server, contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0
