"""The server of the preview on 127.0.0.1: the site at `/`, review at `/tinjau/`, form at `/tulis/`.

GET changes nothing. Nothing is answered but requests that `asking` lets pass; every answer is a
page in words.
"""

import re
from http.server import ThreadingHTTPServer
from io import BytesIO
from urllib.parse import quote, unquote, urlsplit

from kinerja.reading.attachments import PICTURES

from .asking import (
    MOST_WRITTEN,
    WITH_FILES,
    Denied,
    check_form,
    check_host,
    read_fields,
    read_wish,
)
from .form import answers
from .listing import View, address, list_view
from .record import files, record_view, sides
from .replying import PAGE, Body, InWords
from .session import Session
from .watching import live

PLACE = re.compile(r"/tinjau/(?:([^/]+)/(?:(kini|publik)/([^/]+))?)?")
WRITING = re.compile(r"/tulis/(?:([^/?]+)/)?")
STATIC = ("portal.css", "tinjau.css", "ikon.svg")
SCRIPTS = ("muat-ulang.js", "tulis.js")
HEARTBEAT = 15.0
"""Seconds after which a page that listens is told that nothing happened."""


class ReviewHandler(InWords):
    """Leads each address to what answers it."""

    def send_head(self) -> Body:
        """Answer GET and HEAD."""
        return self.in_words(self._show)

    def do_POST(self) -> None:
        """Take one decision or one text, then lead to the page of its record."""
        body = self.in_words(self._write if self.path.startswith("/tulis/") else self._decide)
        if body:
            self.copyfile(body, self.wfile)

    def _show(self) -> Body:
        check_host(self.headers, self.port())
        target = urlsplit(self.path).path
        if target == "/tinjau/perubahan":
            return self._listen()
        if target.startswith("/tinjau/"):
            return self.send(200, *self._review())
        if target.startswith("/tulis/"):
            return self._form(answers.show(self.session, self._written()))
        return self._page(unquote(target).removeprefix("/"))

    def _page(self, name: str) -> Body:
        """Answer with a file of the preview; an address without its last slash leads on."""
        shown = self.session.shown()
        path = f"{name}{PAGE}" if name.endswith("/") or not name else name
        data = shown.read(path)
        if data is None:
            if f"{name}/{PAGE}" in shown.plan.pages:
                return self.lead(f"/{quote(name)}/")
            raise Denied(404)
        if path.endswith(".html"):
            data = live(data, shown.state.decided.problems, self.session.version)
        return self.send(200, path, data)

    def _listen(self) -> Body:
        """Say each version of the content until the other side is gone or the run ends."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = -1
        while self.command == "GET" and seen:
            now = self.session.wait(seen, HEARTBEAT)
            self.wfile.write(b"data: %d\n\n" % now)
            seen = now
        return None

    def _written(self) -> str:
        """Return the record that an address of the form names, '' for none. Raises Denied."""
        place = WRITING.fullmatch(self.path)
        if place is None:
            raise Denied(404)
        return unquote(place[1] or "")

    def _form(self, view: View) -> BytesIO:
        return self.send(200, PAGE, self.page(str(view["template"]), view))

    def _write(self) -> Body:
        length = check_form(self.headers, self.port(), WITH_FILES, MOST_WRITTEN)
        record, body = self._written(), self.rfile.read(length)
        done = answers.take(
            self.session, record, *read_fields(self.headers, body, self.session.token)
        )
        return self.lead(done) if isinstance(done, str) else self._form(done)

    def _review(self) -> tuple[str, bytes]:
        """Return name and bytes of what stands at an address of the review. Raises Denied."""
        if (name := self.path.removeprefix("/tinjau/")) in (*STATIC, *SCRIPTS):
            folder = "static" if name in STATIC else "tinjau"
            return name, self.theme(folder, name).read_bytes()
        record, side, name = self._place()
        state = self.session.read()
        if not record:
            return PAGE, self.page("tinjau.html", list_view(state))
        if record not in state.decided.verdicts:
            raise Denied(404)
        if not side:
            view = record_view(self.session, state, record)
            return PAGE, self.page("tinjau-rekor.html", view)
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
        length = check_form(self.headers, self.port())
        record, side, _ = self._place()
        wish = read_wish(record, self.rfile.read(length), self.session.token)
        known = self.session.read().decided.verdicts
        if side or record not in known or wish.successor not in (None, *known.keys() - {record}):
            raise Denied(404)
        self.session.decide(wish)
        return self.lead(f"{address(record)}#hasil")


class PreviewServer(ThreadingHTTPServer):
    """Ends the pages that listen when it is closed."""

    def __init__(self, session: Session, port: int) -> None:
        self.session = session
        handler = type("SessionHandler", (ReviewHandler,), {"session": session})
        super().__init__(("127.0.0.1", port), handler)

    def server_close(self) -> None:
        """Free the port."""
        self.session.tell(0)
        super().server_close()


def open_server(session: Session, port: int) -> PreviewServer:
    """Return the server on 127.0.0.1; port 0 takes a free one. Raises OSError."""
    return PreviewServer(session, port)
