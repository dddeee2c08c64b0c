"""How the preview answers: every answer is a page in words, kept by nobody, framed by nobody."""

import contextlib
import traceback
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from kinerja.building.faults import ContentStops
from kinerja.commands.guard import guarded
from kinerja.commands.serve import Handler

from .asking import Denied
from .listing import View
from .session import Session, sentences

PAGE = "index.html"
Body = BytesIO | BinaryIO | None


class InWords(Handler):
    """Answers one request; of the secret and of what was decided only the session knows."""

    session: Session
    timeout = 30
    path = ""  # what is refused before it is read has none

    def handle(self) -> None:
        """Answer until the other side is gone."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def in_words(self, answer: Callable[[], Body]) -> Body:
        """Answer, or say why not: what is wrong with the request, the content or the program."""
        try:
            return answer()
        except Denied as denied:
            self.fail(denied.code)
        except ContentStops as stops:
            self.fail(503, sentences(stops.problems))
        except TemplateError as error:
            self.fail(500, [place_of(error)])
        except (ConnectionError, TimeoutError):
            raise  # nobody is there to be told
        except Exception as error:
            _tell(error)
            self.fail(500)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with a page in words, whatever the request was."""
        self.fail(code)

    def fail(self, code: int, lines: list[str] | None = None) -> None:
        """Say what could not be answered and why."""
        view: View = {"title": "Tidak dapat dijawab", "code": code, "lines": lines or []}
        view["version"] = "" if self.is_ours() else self.session.version
        body = self.send(code, PAGE, self.page("tinjau-galat.html", view))
        if self.command != "HEAD":
            self.copyfile(body, self.wfile)

    def send(self, code: int, name: str, data: bytes) -> BytesIO:
        """Answer with bytes; the ending of the name says what they are."""
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def page(self, template: str, view: View) -> bytes:
        """Return a page of the preview itself."""
        loader = FileSystemLoader(self.theme("templates"))
        environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        environment.trim_blocks = environment.lstrip_blocks = True
        site = {"name": self.session.settings.site.name}
        return environment.get_template(template).render(site=site, page=view).encode()

    def lead(self, target: str) -> Body:
        """Answer a form by the page to look at next."""
        self.send_response(303)
        self.send_header("Location", target)
        self.end_headers()
        return None

    def theme(self, *parts: str) -> Path:
        """Return a file or folder of the theme."""
        return self.session.settings.theme.joinpath(*parts)

    def port(self) -> int:
        """Return the port that was asked."""
        return int(self.request.getsockname()[1])

    def end_headers(self) -> None:
        """Add that nothing is kept, no frame shows it, no address is told.

        Where decisions are taken no script runs; elsewhere those of the theme do.
        """
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "same-origin")
        scripts = "script-src 'none'; " if self.is_ours() else ""
        self.send_header("Content-Security-Policy", f"{scripts}frame-ancestors 'none'")
        super().end_headers()

    def is_ours(self) -> bool:
        """Whether the address is one where decisions are taken."""
        return self.path.startswith("/tinjau/")


def place_of(error: TemplateError) -> str:
    """Return file and line of a template that is wrong, and what is."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    at = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return f"{at}{error.message or type(error).__name__}"


@guarded
def _tell(error: Exception) -> int:
    """Say a fault on the terminal, as every command does."""
    raise error
