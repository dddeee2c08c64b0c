"""The server of the preview on 127.0.0.1: the rendered site at `/`, the review at `/tinjau/`.

GET changes nothing. Nothing is answered but requests that `asking` lets pass; every answer is a
page in words.
"""

import contextlib
import re
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kinerja.building.faults import ContentStops
from kinerja.commands.guard import guarded
from kinerja.commands.serve import Handler
from kinerja.reading.attachments import PICTURES

from .asking import Denied, check_form, check_host, read_wish
from .listing import View, address, list_view
from .record import files, record_view, sides
from .session import Session, sentences

PLACE = re.compile(r"/tinjau/(?:([^/]+)/(?:(kini|publik)/([^/]+))?)?")
PAGE = "index.html"
STATIC = ("portal.css", "tinjau.css", "ikon.svg")
Body = BytesIO | BinaryIO | None


class ReviewHandler(Handler):
    """Answers one request; of the secret and of what was decided only the session knows."""

    session: Session
    timeout = 30
    path = ""  # what is refused before it is read has none

    def handle(self) -> None:
        """Answer until the other side is gone."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def send_head(self) -> Body:
        """Answer GET and HEAD."""
        return self._in_words(self._show)

    def do_POST(self) -> None:
        """Take one decision, then lead back to the page of its record."""
        self._in_words(self._decide)

    def _show(self) -> Body:
        check_host(self.headers, self._port())
        target = urlsplit(self.path).path
        if target.startswith("/tinjau/"):
            return self._send(200, *self._review())
        if target.endswith(("/", ".html")):
            self.session.render()
        return super().send_head()

    def _review(self) -> tuple[str, bytes]:
        """Return name and bytes of what stands at an address of the review. Raises Denied."""
        if (name := self.path.removeprefix("/tinjau/")) in STATIC:
            return name, self._theme("static", name).read_bytes()
        record, side, name = self._place()
        state = self.session.read()
        if not record:
            return PAGE, self._page("tinjau.html", list_view(state))
        if record not in state.decided.verdicts:
            raise Denied(404)
        if not side:
            view = record_view(self.session, state, record)
            return PAGE, self._page("tinjau-rekor.html", view)
        found = files(sides(state, state.decided.verdicts[record])[side])
        if name not in found or not name.lower().endswith(PICTURES):
            raise Denied(404)
        return name, found[name].read_bytes()

    def _place(self) -> tuple[str, str, str]:
        """Return record, side and attachment that the address names, '' for none."""
        place = PLACE.fullmatch(self.path)
        if place is None:
            raise Denied(404)
        record, side, name = (unquote(part or "") for part in place.groups())
        return record, side, name

    def _decide(self) -> Body:
        length = check_form(self.headers, self._port())
        record, side, _ = self._place()
        wish = read_wish(record, self.rfile.read(length), self.session.token)
        known = self.session.read().decided.verdicts
        if side or record not in known or wish.successor not in (None, *known.keys() - {record}):
            raise Denied(404)
        self.session.decide(wish)
        self.send_response(303)
        self.send_header("Location", f"{address(record)}#hasil")
        self.end_headers()
        return None

    def _in_words(self, answer: Callable[[], Body]) -> Body:
        """Answer, or say why not: what is wrong with the request, the content or the program."""
        try:
            return answer()
        except Denied as denied:
            self._fail(denied.code)
        except ContentStops as stops:
            self._fail(503, sentences(stops.problems))
        except (ConnectionError, TimeoutError):
            raise  # nobody is there to be told
        except Exception as error:
            _tell(error)
            self._fail(500)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with a page in words, whatever the request was."""
        self._fail(code)

    def _fail(self, code: int, lines: list[str] | None = None) -> None:
        view: View = {"title": "Tidak dapat dijawab", "code": code, "lines": lines or []}
        body = self._send(code, PAGE, self._page("tinjau-galat.html", view))
        if self.command != "HEAD":
            self.copyfile(body, self.wfile)

    def _send(self, code: int, name: str, data: bytes) -> BytesIO:
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def _page(self, template: str, view: View) -> bytes:
        loader = FileSystemLoader(self._theme("templates"))
        environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        environment.trim_blocks = environment.lstrip_blocks = True
        site = {"name": self.session.settings.site.name}
        return environment.get_template(template).render(site=site, page=view).encode()

    def _theme(self, *parts: str) -> Path:
        return self.session.settings.theme.joinpath(*parts)

    def _port(self) -> int:
        return int(self.request.getsockname()[1])

    def end_headers(self) -> None:
        """Add that nothing is kept, no script runs, no frame shows it, no address is told."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("Content-Security-Policy", "script-src 'none'; frame-ancestors 'none'")
        super().end_headers()


@guarded
def _tell(error: Exception) -> int:
    """Say a fault on the terminal, as every command does."""
    raise error


def open_server(session: Session, port: int) -> ThreadingHTTPServer:
    """Return the server on 127.0.0.1; port 0 takes a free one. Raises OSError."""
    handler = type("SessionHandler", (ReviewHandler,), {"session": session})
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(session.site)))
