"""Erasing a record of which nothing may be kept (`data-pribadi`): every file that has its text.

What stays is a note with digests, so that id and code are never used again. Older builds go with
the next build; the history of git is named by the caller (approval.md, Withdrawal).
"""

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from glob import escape
from pathlib import Path

from kinerja.approval.candidates import open_bench
from kinerja.approval.releases import WITHDRAWN, open_desk
from kinerja.disk import write_atomic
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Erasure
from kinerja.model.portal import Content
from kinerja.model.records import Record
from kinerja.reading.governance import render_erasure
from kinerja.rendering.relations import feed_ids


def erase(content: Content, record_id: str, cache: Path, now: datetime) -> list[str]:
    """Erase a record; return the paths below the content that are gone. Raises OSError.

    The note is written first and the record goes last: what a crash leaves, a second run finishes.
    A record that nobody could ever read has no code to keep, so there is no note on it.
    """
    root, known = content.root, {e.record for e in content.governance.erasures}
    erasure = None if record_id in known else _note(content, record_id, now)
    if erasure:
        note = root / "persetujuan" / "dihapus" / f"{record_id}.json"
        write_atomic(note, render_erasure(erasure).encode())
    if cache.exists():
        shutil.rmtree(cache)
    edition = content.editions.get(record_id)
    places = [*_archived(root, record_id), root / "lampiran" / record_id]
    places += [root / edition.path] if edition else []
    gone = [place for place in places if place.exists()]
    for place in gone:
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    return [place.relative_to(root).as_posix() for place in gone]


def _archived(root: Path, record_id: str) -> list[Path]:
    """Return the folders of the archive that have the record, also what was never decided on."""
    archive, name = root / "persetujuan" / "arsip", escape(record_id)
    forms = (f"*/**/{name}.md", f"*/lampiran/{name}")
    found = (path.relative_to(archive) for form in forms for path in archive.glob(form))
    return sorted({archive / path.parts[0] for path in found})


def _note(content: Content, record_id: str, now: datetime) -> Erasure | None:
    """Return the note on a record of which an edition can be read, or None."""
    bench = open_bench(content, now, open_desk(content.releases, now, False))
    edition = next(
        (e for e in (*content.editions.values(), *bench.gone) if e.id == record_id), None
    )
    if edition is None:
        return None
    known = [edition, *bench.candidates(edition), bench.last_released(edition)]
    record = next(_records(known), None)
    if record is None:
        return None
    rows = (row.edition for row in content.releases if row.code == record.code)
    decided = (d.digest for d in content.governance.decisions.get(record_id, ()))
    digests = {*rows, *decided, edition.digest} - {WITHDRAWN, ""}
    return Erasure(
        v=1,
        record=record_id,
        type=edition.kind,
        code=record.code,
        date=record.date,
        digests=tuple(Digest(digest) for digest in sorted(digests)),
        time=now,
        feeds=feed_ids(record, edition.kind),
    )


def _records(editions: Iterable[Edition | None]) -> Iterator[Record]:
    for edition in editions:
        if edition and isinstance(edition.value, Document):
            yield edition.value.record
