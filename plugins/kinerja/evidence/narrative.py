"""The narrative held against its evidence: what is refuted, contradicts itself, lacks or is silent.

Nothing of it keeps anything back: the map shows it, and the desk is told (evidence.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Portal
from kinerja.model.records import Direction
from kinerja.model.tables import Message, Observation, ObservationStatus

from .achievement import Outcome, achievement
from .series import last_change

CONFLICTING = "S04"
"""Code of the advice that a text states another value than the data for the same key."""


class Flaw(StrEnum):
    """What is wrong with a message, a figure or a publication, the gravest first.

    dibantah: some evidence speaks against the message and none for it. bertentangan: a figure has
    two values. sebagian: some evidence speaks against it, some for it. tanpa-data: no evidence is
    named, or what is named has no value. tanpa-publikasi: nothing is published on it or below it.
    tanpa-pesan: a publication without message.
    """

    REFUTED = "dibantah"
    CONTRADICTED = "bertentangan"
    PARTLY = "sebagian"
    WITHOUT_DATA = "tanpa-data"
    SILENT = "tanpa-publikasi"
    LOOSE = "tanpa-pesan"


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw of a message ('' for none), or of the record named; `evidence` are its figures.

    `said` is what the record states where the data say otherwise.
    """

    flaw: Flaw
    message: str
    record: str = ""
    evidence: tuple[IndicatorRef, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """Messages in force by the message above them, '' for the highest; and all others."""

    below: Mapping[str, list[Message]]
    past: list[Message]

    def under(self, message_id: str) -> Iterator[Message]:
        """Yield every message below one, each before those below it."""
        for message in self.below.get(message_id, ()):
            yield message
            yield from self.under(message.id)


def message_tree(portal: Portal) -> Tree:
    """Return the messages in force; one under a message that is not stands on top."""
    every = portal.tables.messages
    past = {key: m for key, m in every.items() if not m.is_in_force(portal.day)}
    below: dict[str, list[Message]] = {}
    for message in every.values():
        if message.id not in past:
            above = message.parent if message.parent not in past else None
            below.setdefault(above or "", []).append(message)
    return Tree(below, [*past.values()])


def findings(portal: Portal) -> list[Finding]:
    """Return every flaw of the narrative, the gravest first, in the order of the table."""
    tree = message_tree(portal)
    in_force = list(tree.under(""))
    told = {item.record.message or "" for item in portal.publications.values()}
    found = [flaw for message in in_force for flaw in _flaws(portal, message)]
    found += _disputed(portal)
    for message in in_force:
        if not any(m.id in told for m in (message, *tree.under(message.id))):
            found.append(Finding(Flaw.SILENT, message.id))
    for item in portal.publications.values():
        if not item.record.message:
            found.append(Finding(Flaw.LOOSE, "", item.id))
    order = [*Flaw]
    return sorted(found, key=lambda finding: order.index(finding.flaw))


def _flaws(portal: Portal, message: Message) -> Iterable[Finding]:
    sides = {reference: supports(portal, reference) for reference in message.evidence}
    against = tuple(r for r, speaks_for in sides.items() if speaks_for is False)
    lacking = tuple(r for r in sides if not _has_value(row_of(portal, r)))
    if against:
        flaw = Flaw.PARTLY if True in sides.values() else Flaw.REFUTED
        yield Finding(flaw, message.id, evidence=against)
    if double := tuple(_in_conflict(portal, message)):
        yield Finding(Flaw.CONTRADICTED, message.id, evidence=double)
    if lacking or not sides:
        yield Finding(Flaw.WITHOUT_DATA, message.id, evidence=lacking)


def supports(portal: Portal, reference: IndicatorRef) -> bool | None:
    """Return whether a figure speaks for the message that names it, False against it; None: open.

    With a target: for it when met, against it when missed. Without one: against it when the figure
    moved against the `arah` of its indicator since the row before, for it when along; a series
    break, `arah: tetap`, an equal or missing value leave it open.
    """
    row, item = row_of(portal, reference), portal.indicators.get(reference.id)
    if row is None or item is None:
        return None
    record = item.record
    scale = portal.tables.scale(record.scale, row.period.last)
    outcome = achievement(record.direction, row, scale.order if scale else ()).outcome
    if outcome in (Outcome.MET, Outcome.NOT_MET):
        return outcome is Outcome.MET
    rows = portal.datasets[reference.id].dataset.series(reference.detail)
    change = last_change(rows, row, record.breaks)
    if record.direction is Direction.STEADY or change is None or not change.amount:
        return None
    return (change.amount > 0) is (record.direction is Direction.UP)


def row_of(portal: Portal, reference: IndicatorRef) -> Observation | None:
    """Return the public row of a reference; without a period the newest that has a value."""
    public = portal.datasets.get(reference.id)
    if public is None:
        return None
    if reference.period:
        return public.dataset.find(reference.period, reference.detail)
    rows = [row for row in public.dataset.series(reference.detail) if _has_value(row)]
    return rows[-1] if rows else None


def _has_value(row: Observation | None) -> bool:
    return row is not None and row.value is not None


def _in_conflict(portal: Portal, message: Message) -> Iterable[IndicatorRef]:
    """Yield the rows with two values in the series that a message names."""
    for name, detail in dict.fromkeys((r.id, r.detail) for r in message.evidence):
        public = portal.datasets.get(name)
        for row in public.dataset.series(detail) if public else ():
            if row.status is ObservationStatus.CONFLICT:
                yield IndicatorRef(name, detail, row.period.name)


def _disputed(portal: Portal) -> Iterable[Finding]:
    """Yield the records whose text states another value than the data, and so than all others."""
    for item in portal.records().values():
        for advice in item.advice:
            if advice.code == CONFLICTING:
                details = dict(advice.details)
                name, _, period = details["token"].partition(" ")
                figure = (IndicatorRef(name, "", period),)
                message = item.record.message or ""
                yield Finding(Flaw.CONTRADICTED, message, item.id, figure, details["text"])
