"""Posts as the public has them: from the edition and the data of the time of their release."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kinerja.evidence.words import plain_figures
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Release
from kinerja.model.portal import Portal, Public, PublicDataset, PublicPost
from kinerja.model.records import Indicator, Kind, Post, Record
from kinerja.model.tables import Dataset
from kinerja.reading.body import text_figures

from .archive import read_archived
from .posts import post_code, posts_of

NEWEST = 20
"""Posts of a platform that are shown: what its feed holds (feeds.md, 6.1)."""


def public_posts(root: Path, portal: Portal) -> Iterator[PublicPost]:
    """Yield the newest posts of each platform, the newest first.

    A post is public as long as its record is, and names it; text, figures and picture stay those
    of its release, whatever is corrected later.
    """
    found: list[tuple[Release, str, Post, Public[Record]]] = []
    for item in portal.records().values():
        for platform, post in posts_of(item.record):
            if row := released(portal, item.record, platform, post):
                found.append((row, platform, post, item))
    shown: Counter[str] = Counter()
    for row, platform, post, item in sorted(found, key=lambda f: f[0].time, reverse=True):
        if shown[platform] < NEWEST and platform in portal.tables.platforms:
            shown[platform] += 1
            yield _public_post(root, portal, row, platform, post, item)


def released(portal: Portal, record: Record, platform: str, post: Post) -> Release | None:
    """Return the row with which a post was released, None before that and after its end."""
    code = post_code(record.code, platform, post)
    rows = portal.releases.get(code, ())
    return rows[0] if rows and code not in portal.ended else None


def _public_post(
    root: Path, portal: Portal, row: Release, platform: str, post: Post, item: Public[Record]
) -> PublicPost:
    first = item
    if row.edition != item.digest:
        edition = read_archived(root, item.kind, item.id, Digest(row.edition))
        if edition and isinstance(edition.value, Document):
            first = replace(item, record=edition.value.record, digest=edition.digest)
    figures, _ = text_figures(post.text, "", 0, "")
    named = {*(i.id for i in first.record.indicators), *(f.indicator for f in figures)}
    then = _as_of(root, portal, row, {name for name in named if name in portal.indicators})
    datasets = {name: then.datasets[name].dataset for name in named if name in then.datasets}
    indicators = {name: then.indicators[name].record for name in named if name in then.indicators}
    text = plain_figures(post.text, datasets, indicators)
    return PublicPost(first, platform, post.n, text, row.time, then)


def _as_of(root: Path, portal: Portal, row: Release, names: set[str]) -> Portal:
    """Return the portal with some indicators and their data as they were at a release."""

    def edition(kind: Kind, record_id: str, code: str, present: Digest) -> Edition | None:
        """Return what was public then, None where that is the present edition or is lost."""
        rows = portal.releases.get(code, ())
        before = [r.edition for r in rows if r.time <= row.time]
        is_present = not before or before[-1] == present
        return None if is_present else read_archived(root, kind, record_id, Digest(before[-1]))

    indicators, datasets = dict(portal.indicators), dict(portal.datasets)
    for name in names:
        item, public = portal.indicators[name], portal.datasets.get(name)
        found = edition(Kind.INDICATOR, name, item.record.code, item.digest)
        value = found.value if found else None
        if isinstance(value, Document) and isinstance(value.record, Indicator):
            indicators[name] = replace(item, record=value.record)
        code, present = f"{item.record.code}#data", public.digest if public else Digest("")
        found = edition(Kind.DATASET, f"capaian-{name}", code, present)
        if found and isinstance(found.value, Dataset):
            datasets[name] = PublicDataset(found.value, found.digest, row.time)
    return replace(portal, indicators=indicators, datasets=datasets)
