"""While the preview runs: what changes in content or theme is taken in and told to open pages."""

import html
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from watchfiles import watch

from tabular.problems import Problem

from .as_if import MAIN
from .session import Session, is_read, sentences

QUIET = 2_000
"""Milliseconds without a change after which all is read again."""

SCRIPT = '<script src="/tinjau/muat-ulang.js" data-versi="%d" defer></script>\n'
BOX = (
    '<aside class="pemberitahuan" aria-label="Kesalahan"><details class="wadah"><summary>'
    "%d kesalahan di isi; yang salah tidak tampil di sini</summary><ul>%s</ul></details></aside>\n"
)


@contextmanager
def watching(session: Session) -> Iterator[None]:
    """Watch until the block ends."""
    stop = Event()
    thread = Thread(target=_watch, args=(session, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _watch(session: Session, stop: Event) -> None:
    folders = (session.settings.content, session.settings.theme)
    settling = Thread()
    for changes in watch(
        *folders,
        watch_filter=lambda _, path: is_read(path),
        debounce=200,
        step=50,
        rust_timeout=QUIET,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if changes:
            with suppress(Exception):  # the page that is loaded next says what is wrong
                session.shown()
            session.tell(session.version + 1)
        elif not (session.is_whole or settling.is_alive()):
            settling = Thread(target=session.settle, daemon=True)
            settling.start()


def live(page: bytes, problems: tuple[Problem, ...], version: int) -> bytes:
    """Return a page that loads itself again when something changed, with the mistakes above it."""
    mistakes = sentences(problems)
    items = "".join(f"<li>{html.escape(line)}</li>" for line in mistakes)
    box = BOX % (len(mistakes), items) if items else ""
    return page.replace(MAIN, (box + SCRIPT % version).encode() + MAIN, 1)
