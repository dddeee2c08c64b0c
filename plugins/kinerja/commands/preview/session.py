"""One run of `invoke preview`: what it reads, shows and decides; nothing of it outlives the run.

Whatever files changed is read anew: editors write while the page is open.
"""

import gc
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from threading import Condition, Lock

from kinerja.approval.signing import SigningFailed, ssh_sign
from kinerja.building.inputs import Stamps, stamps
from kinerja.building.settings import BuildSettings, parse_as_of
from kinerja.building.stage import exclusive
from kinerja.commands.deciding import Wish, make_decision
from kinerja.commands.desk import said
from kinerja.commands.guard import Refused
from kinerja.commands.words import language, say
from kinerja.model.signers import Namespace
from kinerja.processes import WORKERS
from kinerja.reading.messages import MESSAGES
from tabular.problems import Problem, render_problem
from tabular.text import is_litter

from .showing import Shown, State, read_state, show, with_text


@dataclass(frozen=True, slots=True)
class Result:
    """What came of the last form about a record: in words, and whether nothing was written."""

    wish: Wish
    time: str
    lines: list[str]
    refused: bool


@dataclass(slots=True)
class Session:
    """What the server holds. `token` is the secret of its forms.

    `notes` are what beginning a record said, until its form was shown. `version` rises with every
    change that was seen, also over runs; 0 says that the run ends.
    """

    settings: BuildSettings
    key: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    results: dict[str, Result] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    version: int = field(default_factory=time.time_ns)
    is_whole: bool = True
    _shown: Shown | None = None
    _stamp: Stamps = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _news: Condition = field(default_factory=Condition)

    def begin(self) -> None:
        """Read everything for the first time, on all cores, while no other thread runs."""
        workers = WORKERS.set(self.settings.workers)
        with suppress(Exception):  # the page that is loaded first says what is wrong
            self.shown()
        WORKERS.reset(workers)

    def read(self) -> State:
        """Read and decide as the next build would. Raises ContentStops."""
        return read_state(self.settings)

    def shown(self) -> Shown:
        """Return the preview of the files as they are now. Raises what stops a build."""
        with self._lock:
            stamp = self._look()
            if self._shown is None or stamp != self._stamp:
                self._shown, self.is_whole = self._after(stamp)
                self._stamp = stamp
            return self._shown

    def _after(self, stamp: Stamps) -> tuple[Shown, bool]:
        """Take in what changed, and say whether nothing is left to be taken in.

        One text alone, a template as it is (they are read when a page is made), else all there is.
        """
        content, templates = f"{self.settings.content}/", f"{self.settings.theme}/templates/"
        changed = {p for p in stamp.keys() | self._stamp if stamp.get(p) != self._stamp.get(p)}
        if self._shown and all(path.startswith(templates) for path in changed):
            return self._shown, self.is_whole
        texts = [path.removeprefix(content) for path in changed if path.startswith(content)]
        is_alone = len(changed) == len(texts) == 1
        found = with_text(self._shown, texts[0]) if self._shown and is_alone else None
        return (found, False) if found else (self._whole(), True)

    def _whole(self) -> Shown:
        """Read everything; what is kept then is passed over when memory is tidied up."""
        gc.unfreeze()
        found = show(self.settings)
        gc.collect()
        gc.freeze()
        return found

    def settle(self) -> None:
        """Read everything where only one text was taken in; who asks meanwhile does not wait."""
        stamp = self._look()
        with suppress(Exception):  # the page that is loaded next says what is wrong
            whole = self._whole()
            with self._lock:
                if stamp == self._stamp:
                    self._shown, self.is_whole = whole, True

    def _look(self) -> Stamps:
        """Return the stamps of all files of content and theme that are read."""
        found = stamps(self.settings.content) | stamps(self.settings.theme)
        return {path: stamp for path, stamp in found.items() if is_read(path)}

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
        sign = partial(ssh_sign, key=self.key, namespace=Namespace.DECISION)
        try:
            with exclusive(content, lambda _holder: None):
                made = make_decision(content, self.settings.trust, wish, sign)
            lines, refused = said(made, content), False
        except Refused as error:
            lines = [*sentences(error.problems), say(error.sentence, **error.words)]
        except SigningFailed as failed:
            lines = [say("not-signed", reason=failed)]
        time = f"{parse_as_of(''):%H.%M}"
        self.results[wish.record] = Result(wish, time, lines, refused)


def is_read(path: str) -> bool:
    """Whether a file is one that is read, and no lock, half-written copy or hidden file."""
    name = os.path.basename(path)
    return not (is_litter(name) or name.startswith("."))


def sentences(problems: tuple[Problem, ...]) -> list[str]:
    """Return mistakes as editors read them."""
    return [render_problem(found, MESSAGES, language()) for found in problems]
