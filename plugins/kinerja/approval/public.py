"""The public portal put together: approved editions with the times of their releases."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kinerja.model.documents import Body, Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import JAKARTA, Erasure, Release
from kinerja.model.ids import UnitId
from kinerja.model.portal import Content, Portal, Public, PublicDataset, Screening, Withdrawal
from kinerja.model.records import (
    STORIES,
    Education,
    Indicator,
    Issue,
    Page,
    Publication,
    Record,
    Service,
)

from .archive import read_archived
from .earlier import data_seen
from .gate import Decided, Verdict
from .public_posts import public_posts
from .releases import WITHDRAWN
from .trust import erasing

R = TypeVar("R", bound=Record)


def public_portal(content: Content, decided: Decided, as_of: datetime) -> Portal:
    """Return everything that is public, and nothing else."""
    log, policy = _release_log(decided.releases), content.governance.policy
    verdicts = [v for v in decided.verdicts.values() if v.edition]
    seen = data_seen(content.root, decided, log)

    def public(model: type[R]) -> dict[str, Public[R]]:
        found = (
            _public(content.root, verdict, verdict.edition, model, log) for verdict in verdicts
        )
        return {item.id: replace(item, seen=seen(item)) for item in found if item}

    datasets = {
        indicator: PublicDataset(dataset, verdict.edition.digest, log[verdict.code][-1].time)
        for indicator, dataset in decided.datasets.items()
        if (verdict := decided.verdicts[f"capaian-{indicator}"]).edition
    }
    portal = Portal(
        as_of.astimezone(JAKARTA).date(),
        decided.tables,
        public(Service),
        public(Publication),
        public(Issue),
        public(Education),
        public(Indicator),
        public(Page),
        datasets,
        decided.ledger,
        tuple(_withdrawals(content, decided, log, as_of)),
        tuple(_screenings(content, decided)),
        policy.urgent_days,
        {code: tuple(r for r in rows if r.edition != WITHDRAWN) for code, rows in log.items()},
        {code: rows[-1].time for code, rows in log.items() if rows[-1].edition == WITHDRAWN},
        _told(content, decided, log),
        answer_days=(policy.first_answer_days, policy.final_answer_days),
    )
    return replace(portal, posts=tuple(public_posts(content.root, portal)))


def _told(content: Content, decided: Decided, log: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of stories in the order of their first release, also of what is gone."""
    kinds = {verdict.code: verdict.kind for verdict in decided.verdicts.values()}
    kinds |= {erased.code: erased.type for erased in content.governance.erasures}
    return tuple(code for code in log if kinds.get(code) in STORIES)


def _public(
    root: Path,
    verdict: Verdict,
    edition: Edition | None,
    model: type[R],
    log: Mapping[str, list[Release]],
) -> Public[R] | None:
    if not edition or not isinstance(edition.value, Document):
        return None
    record = edition.value.record
    if not isinstance(record, model):
        return None
    rows = [row for row in log[verdict.code] if row.edition != WITHDRAWN]
    decisions = sorted(
        (d for d in verdict.counted if d.digest == edition.digest), key=lambda d: d.time
    )
    return Public(
        edition.id,
        edition.kind,
        record,
        edition.value.body,
        edition.value.attachments,
        edition.digest,
        Path(edition.root),
        rows[0].time,
        rows[-1].time,
        verdict.approved or rows[-1].time,
        tuple(decisions),
        tuple(_corrected(root, edition, record, rows)),
        verdict.is_reviewed,
        advice=edition.advice,
    )


def _corrected(
    root: Path, edition: Edition, record: Record, rows: list[Release]
) -> Iterable[datetime]:
    """Date each correction by the release of the first edition that has it (content.md)."""
    times = {correction: rows[-1].time for correction in record.corrections}
    for row in reversed(rows) if times else ():
        found: Edition | None = edition
        if row.edition != edition.digest:
            found = read_archived(root, edition.kind, edition.id, Digest(row.edition))
        value = found.value if found else None
        carried = value.record.corrections if isinstance(value, Document) else ()
        times |= dict.fromkeys(times.keys() & set(carried), row.time)
    return (times[correction] for correction in record.corrections)


def _withdrawals(
    content: Content, decided: Decided, log: Mapping[str, list[Release]], as_of: datetime
) -> Iterable[Withdrawal]:
    """What was public and is not any more, newest first; of what was erased only the place."""
    found: list[Withdrawal] = []
    governance = content.governance
    erased = {item.record for item in governance.erasures}
    for verdict in decided.verdicts.values():
        item = _public(content.root, verdict, verdict.last, Record, log)
        if item and verdict.withdrawn and item.id not in erased:
            row = log[verdict.code][-1]
            time = row.time if row.edition == WITHDRAWN else verdict.withdrawn.time
            found.append(Withdrawal(item, verdict.withdrawn, time))
    for erasure in governance.erasures:
        rows = log.get(erasure.code) if erasure.time <= as_of else None
        withdrawn = erasing(content, erasure) if rows else None
        if rows and withdrawn:
            item = _nothing_of(erasure, rows[0].time, rows[-1].time)
            found.append(Withdrawal(item, withdrawn, rows[-1].time, erasure.feeds))
    return sorted(found, key=lambda w: w.time, reverse=True)


def _nothing_of(erased: Erasure, first: datetime, last: datetime) -> Public[Record]:
    """Return an empty record at the address of an erased one."""
    record = Record.model_construct(
        code=erased.code, title="", summary="", unit=UnitId(), date=erased.date
    )
    digest, nothing, nowhere = Digest("0" * 64), Body(""), Path()
    return Public(
        erased.record, erased.type, record, nothing, {}, digest, nowhere, first, last, last
    )


def _screenings(content: Content, decided: Decided) -> Iterable[Screening]:
    """What the filter said at each `ajukan`, also of what never became public."""
    for verdict in decided.verdicts.values():
        edition = verdict.edition or verdict.last or content.editions.get(verdict.id)
        unit = edition.value.record.unit if edition and isinstance(edition.value, Document) else ""
        if unit in decided.tables.units:  # any other name would be a word that nobody approved
            for decision in verdict.submitted:
                day = decision.time.astimezone(JAKARTA).date()
                yield Screening(unit, day, decision.reason_code or "")


def _release_log(releases: tuple[Release, ...]) -> dict[str, list[Release]]:
    """Return the rows by code, but for those that repeat the one before: no build writes such."""
    log: dict[str, list[Release]] = {}
    for row in releases:
        rows = log.setdefault(row.code, [])
        if not rows or rows[-1].edition != row.edition:
            rows.append(row)
    return log
