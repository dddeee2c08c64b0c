"""Data as the approvers of a record saw them, where they were released anew since then."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from kinerja.model.documents import Value
from kinerja.model.fields import Digest
from kinerja.model.governance import Release
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Issue, Kind, Record
from kinerja.model.tables import Dataset

from .archive import read_archived
from .gate import Decided
from .releases import WITHDRAWN


def data_seen(
    root: Path, decided: Decided, log: Mapping[str, Sequence[Release]]
) -> Callable[[Public[Record]], dict[str, Dataset]]:
    """Return what finds the datasets that a record quotes and that changed since its approval.

    Changed is what was both approved and released later: approvers also see what only waits for
    its release. Each is read from the archive once; one whose bytes are lost is left out.
    """

    @cache
    def archived(dataset: str, digest: Digest) -> Value | None:
        edition = read_archived(root, Kind.DATASET, dataset, digest)
        return edition.value if edition else None

    def seen(item: Public[Record]) -> dict[str, Dataset]:
        found: dict[str, Dataset] = {}
        for indicator in _quoted(item) & decided.datasets.keys():
            verdict = decided.verdicts[f"capaian-{indicator}"]
            rows = [row for row in log[verdict.code] if row.edition != WITHDRAWN]
            if len(rows) > 1 and (verdict.approved or rows[-1].time) > item.approved:
                before = [row for row in rows if row.time <= item.approved] or rows[:1]
                value = archived(verdict.id, Digest(before[-1].edition))
                if isinstance(value, Dataset):
                    found[indicator] = value
        return found

    return seen


def _quoted(item: Public[Record]) -> set[str]:
    """Return the indicators that a text states, and those of the evidence of an answer."""
    evidence = item.record.evidence if isinstance(item.record, Issue) else ()
    named = {entry.id for entry in evidence if isinstance(entry, IndicatorRef)}
    return named | {figure.indicator for figure in item.body.figures}
