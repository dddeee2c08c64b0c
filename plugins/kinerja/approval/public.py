"""The public portal put together: approved editions with the times of their releases."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kinerja.model.documents import Document
from kinerja.model.governance import JAKARTA, Release
from kinerja.model.portal import Content, Portal, Public, PublicDataset
from kinerja.model.records import Indicator, Page, Publication, Record, Service

from .gate import Decided, Verdict

R = TypeVar("R", bound=Record)


def public_portal(content: Content, decided: Decided, as_of: datetime) -> Portal:
    """Return everything that is public, and nothing else."""
    times = _release_times(decided.releases)
    verdicts = [v for v in decided.verdicts.values() if v.edition]

    def public(model: type[R]) -> dict[str, Public[R]]:
        found = (_public(verdict, model, times) for verdict in verdicts)
        return {item.id: item for item in found if item}

    datasets = {
        indicator: PublicDataset(dataset, verdict.edition.digest, times[verdict.code][-1])
        for indicator, dataset in decided.datasets.items()
        if (verdict := decided.verdicts[f"capaian-{indicator}"]).edition
    }
    return Portal(
        as_of.astimezone(JAKARTA).date(),
        decided.tables,
        public(Service),
        public(Publication),
        public(Indicator),
        public(Page),
        datasets,
        content.ledger,
    )


def _public(
    verdict: Verdict, model: type[R], times: Mapping[str, list[datetime]]
) -> Public[R] | None:
    edition = verdict.edition
    if not edition or not isinstance(edition.value, Document):
        return None
    record = edition.value.record
    if type(record) is not model:
        return None
    released = times[verdict.code]
    return Public(
        edition.id,
        edition.kind,
        record,
        edition.value.body,
        edition.value.attachments,
        edition.digest,
        Path(edition.root),
        released[0],
        released[-1],
        verdict.approved or released[-1],
    )


def _release_times(releases: tuple[Release, ...]) -> dict[str, list[datetime]]:
    times: dict[str, list[datetime]] = {}
    for row in releases:
        times.setdefault(row.code, []).append(row.time)
    return times
