"""One run of `invoke preview`: what it reads, renders and decides; nothing of it outlives the run.

Everything is read anew for each request: editors write while the page is open.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from kinerja.approval.gate import Decided, decide
from kinerja.approval.signing import SigningFailed, ssh_sign
from kinerja.approval.trust import read_trusted
from kinerja.building.faults import ContentStops
from kinerja.building.settings import BuildSettings, parse_as_of
from kinerja.building.stage import exclusive
from kinerja.commands.deciding import Refused, Wish, make_decision
from kinerja.commands.desk import said
from kinerja.commands.words import language, say
from kinerja.model.portal import Content
from kinerja.model.signers import Namespace
from kinerja.reading.files import list_files
from kinerja.reading.messages import MESSAGES
from tabular.problems import Problem, render_problem

from .rendered import render_preview


@dataclass(frozen=True, slots=True)
class State:
    """The content as it is now, and what the next build would make of it."""

    content: Content
    decided: Decided
    now: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """What came of the last form about a record: in words, and whether nothing was written."""

    wish: Wish
    time: str
    lines: list[str]
    refused: bool


@dataclass(slots=True)
class Session:
    """What the server holds. `token` is the secret of its forms, `site` the rendered preview."""

    settings: BuildSettings
    key: str
    site: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    results: dict[str, Result] = field(default_factory=dict)
    _rendered: object = None
    _lock: Lock = field(default_factory=Lock)

    def read(self) -> State:
        """Read and decide as the next build would. Raises ContentStops."""
        now = parse_as_of("")
        content = read_trusted(self.settings.content, now.date(), self.settings.trust)
        if content.stopping:
            raise ContentStops(tuple(content.problems))
        return State(content, decide(content, now, mint=True), now)

    def render(self) -> None:
        """Render the preview again where the content changed. Raises what stops a build."""
        root = self.settings.content
        with self._lock:
            files = [(path, (root / path).stat()) for path in list_files(root)[0]]
            stamp = [(path, status.st_mtime_ns, status.st_size) for path, status in files]
            if stamp != self._rendered:
                render_preview(root, self.site)
                self._rendered = stamp

    def decide(self, wish: Wish) -> None:
        """Make one decision, or keep the reasons why not. Raises OSError, Busy."""
        content, refused = self.settings.content, True
        try:
            with exclusive(content, lambda _holder: None):
                made = make_decision(content, self.settings.trust, wish, self._sign)
            lines, refused = said(made, content), False
        except Refused as error:
            lines = [say(error.sentence, **error.words), *sentences(error.problems)]
        except SigningFailed as failed:
            lines = [say("not-signed", reason=failed)]
        time = f"{parse_as_of(''):%H.%M}"
        self.results[wish.record] = Result(wish, time, lines, refused)

    def _sign(self, data: bytes, _person: str) -> str:
        return ssh_sign(data, self.key, Namespace.DECISION)


def sentences(problems: tuple[Problem, ...]) -> list[str]:
    """Return mistakes as editors read them."""
    return [render_problem(found, MESSAGES, language()) for found in problems]
