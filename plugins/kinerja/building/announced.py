"""What a published manifest announced must still be there at the next build: nothing gets lost.

The manifest lists the digest of every decision and review that was made by its day, and the
digest of the release log as it was then. Compared with the files, whatever the as-of day
(approval.md).
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError

from cost_appendix.batches import render_batch
from kinerja.approval.gate import Decided
from kinerja.model.portal import Content
from kinerja.reading.governance import render_decision
from kinerja.reading.releases import RELEASES_PATH, render_releases
from tabular.problems import Problem, problem

from .settings import BuildSettings
from .stage import builds_folder

MANIFEST = "manifes.json"


def announcement(content: Content, decided: Decided, as_of: datetime) -> dict[str, object]:
    """Return what the manifest says of decisions, releases and erased records."""
    decisions = content.governance.decisions.values()
    made = [d for group in decisions for d in group if d.time <= as_of]
    reviews = [batch for batch in content.ledger.batches if batch.time <= as_of]
    rows = [row for row in decided.releases if row.time <= as_of]
    return {
        "keputusan": sorted(
            _digest(line) for line in (*map(render_decision, made), *map(render_batch, reviews))
        ),
        "rilis": {"baris": len(rows), "sidik": _digest(render_releases(rows))},
        "dihapus": sorted(erased.record for erased in content.governance.erasures),
    }


class _Log(BaseModel):
    """The release log as it was: number of rows, and the digest of their text."""

    baris: int = 0
    sidik: str = ""


class Announced(BaseModel):
    """What a manifest says that is held against later ones, under the names that it uses.

    `contoh` says that it is a site of the example, `berkas` has the SHA-256 of every file.
    """

    hari: str = ""
    contoh: bool = False
    keputusan: list[str] = []
    rilis: _Log = _Log()
    dihapus: list[str] = []
    berkas: dict[str, str] = {}


def parse_announced(data: bytes) -> Announced:
    """Return what a manifest says; nothing for bytes that are no manifest of ours."""
    try:
        return Announced.model_validate_json(data)
    except ValidationError:
        return Announced()


def _announced(folder: Path) -> Announced:
    """Return what a site announced; nothing where there is no manifest, or none that we wrote."""
    try:
        return parse_announced((folder / MANIFEST).read_bytes())
    except OSError:
        return Announced()


def lost_records(settings: BuildSettings, content: Content) -> Iterable[Problem]:
    """Return what was announced and is not there any more."""
    earlier = _announced(settings.output)
    decisions = content.governance.decisions.values()
    present = {_digest(render_decision(d)) for group in decisions for d in group}
    present |= {_digest(render_batch(batch)) for batch in content.ledger.batches}
    lost = {*earlier.keputusan} - present
    found = [problem("persetujuan", 0, "", "G14", count=len(lost))] if lost else []
    rows = content.releases[: max(0, earlier.rilis.baris)]
    if earlier.rilis.sidik and _digest(render_releases(rows)) != earlier.rilis.sidik:
        found.append(problem(RELEASES_PATH, 0, "", "G15"))
    return found


def newly_erased(settings: BuildSettings, content: Content) -> bool:
    """Whether a build that still stands is older than an erasure: then none but the new may stay.

    Looks at all of them, as a crash may have left some.
    """
    erased = {item.record for item in content.governance.erasures}
    kept = (path.parent for path in builds_folder(settings.output).glob(f"*/{MANIFEST}"))
    return any(not erased <= {*_announced(folder).dihapus} for folder in (settings.output, *kept))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
