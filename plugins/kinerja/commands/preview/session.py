"""One run of `invoke preview`: what it reads, renders and decides; nothing of it outlives the run.

Whatever files changed is read anew for each request: editors write while the page is open.
"""

import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Condition, Lock

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
from kinerja.rendering.site import Site
from tabular.problems import Problem, render_problem

from .rendered import open_draft_site, render_preview


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
    """What the server holds. `token` is the secret of its forms, `site` the rendered preview.

    `notes` are what beginning a record said, until its form was shown. `version` rises with every
    change that was seen, also over runs; 0 says that the run ends.
    """

    settings: BuildSettings
    key: str
    site: Path
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    results: dict[str, Result] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    version: int = field(default_factory=time.time_ns)
    _rendered: object = None
    _drafting: tuple[object, State, Site] | None = None
    _lock: Lock = field(default_factory=Lock)
    _reading: Lock = field(default_factory=Lock)
    _news: Condition = field(default_factory=Condition)

    def read(self) -> State:
        """Read and decide as the next build would. Raises ContentStops."""
        now = parse_as_of("")
        content = read_trusted(self.settings.content, now.date(), self.settings.trust)
        if content.stopping:
            raise ContentStops(tuple(content.problems))
        return State(content, decide(content, now, mint=True), now)

    def render(self) -> None:
        """Render the preview again where the content changed. Raises what stops a build."""
        with self._lock:
            stamp = [_stamp(self.settings.content), _stamp(self.settings.theme)]
            if stamp != self._rendered:
                render_preview(self.settings.content, self.site)
                self._rendered = stamp

    def drafting(self) -> tuple[State, Site]:
        """Return the content since its last change, and the site on which a draft would stand.

        Raises ContentStops.
        """
        with self._reading:  # who writes does not wait for the site to be rendered
            stamp = _stamp(self.settings.content)
            if self._drafting is None or self._drafting[0] != stamp:
                state = self.read()
                site = open_draft_site(self.settings, state.content, state.now)
                self._drafting = (stamp, state, site)
            return self._drafting[1:]

    def tell(self, version: int) -> None:
        """Give all who wait another version."""
        with self._news:
            self.version = version
            self._news.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the version as soon as it is another one than `seen`, else after some seconds."""
        with self._news:
            self._news.wait_for(lambda: self.version != seen, seconds)
            return self.version

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


def _stamp(root: Path) -> list[tuple[str, int, int]]:
    """Return path, time and size of every file of a folder."""
    files = ((path, (root / path).stat()) for path in list_files(root)[0])
    return [(path, status.st_mtime_ns, status.st_size) for path, status in files]


def sentences(problems: tuple[Problem, ...]) -> list[str]:
    """Return mistakes as editors read them."""
    return [render_problem(found, MESSAGES, language()) for found in problems]
