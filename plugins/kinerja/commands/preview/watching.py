"""While the preview runs: what changes in content or theme is rendered and told to open pages."""

import html
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePath
from threading import Event, Thread

from watchfiles import Change, watch

from kinerja.reading.files import IGNORED_BEGINNING

from .rendered import MAIN
from .session import Session, sentences

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
    changes = watch(*folders, watch_filter=_counts, debounce=200, step=50, stop_event=stop)
    for _ in changes:
        with suppress(Exception):  # the page that is loaded next says what is wrong
            session.render()
        session.tell(session.version + 1)


def _counts(_change: Change, path: str) -> bool:
    """Whether a change is one of a file that is read, and no lock or half-written copy."""
    return not PurePath(path).name.startswith((IGNORED_BEGINNING, "."))


def live(page: bytes, session: Session) -> bytes:
    """Return a page that loads itself again when something changed, with the mistakes above it.

    Raises ContentStops.
    """
    mistakes = sentences(session.drafting()[0].decided.problems)
    items = "".join(f"<li>{html.escape(line)}</li>" for line in mistakes)
    box = BOX % (len(mistakes), items) if items else ""
    return page.replace(MAIN, (box + SCRIPT % session.version).encode() + MAIN, 1)
