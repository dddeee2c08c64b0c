"""What only the whole content can show: ids used twice, references to nothing."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja.model.documents import Document, Edition, Named
from kinerja.model.fields import FieldPath, Frozen
from kinerja.model.ids import (
    IndicatorId,
    IndicatorRef,
    MeasureId,
    MessageId,
    PlatformId,
    Reference,
    ScaleId,
    ServiceId,
    SourceId,
    UnitId,
    references,
)
from kinerja.model.records import RECORD_TYPES, Indicator, Kind, Record
from kinerja.model.tables import Dataset, Shape, Tables
from tabular.problems import Problem, nearest, problem

RESERVED = ("metode", "hal", "bulan", "sematan", "arsip")
RESERVED_BEGINNINGS = ("belum-", "tabel-", "capaian-", "biaya-", "revisi-")


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a reference may name: tables in use, and records as written.

    `ids` holds ids by the place where they stand; a table that is broken and was never in use
    is not among them: what refers to it is not to blame. `records` has the ids of all records,
    readable or not: a reference to a record that is only withheld is no mistake.
    """

    tables: Tables
    ids: Mapping[str, Collection[str]]
    records: frozenset[str]


def known_ids(editions: Iterable[Edition], tables: Tables) -> Known:
    """Collect what references may name."""
    of_kind: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    broken: set[str] = set()
    for edition in editions:
        of_kind[edition.kind].add(edition.id)
        if edition.kind is Kind.TABLE and edition.value is None:
            broken.add(edition.path)
    ids: dict[str, Collection[str]] = {
        UnitId.place: tables.units,
        MeasureId.place: tables.measures,
        SourceId.place: tables.sources,
        MessageId.place: tables.messages,
        ScaleId.place: tables.scales,
        PlatformId.place: tables.platforms,
        ServiceId.place: of_kind[Kind.SERVICE],
        IndicatorId.place: of_kind[Kind.INDICATOR],
    }
    usable = {place: found for place, found in ids.items() if found or place not in broken}
    return Known(tables, usable, frozenset().union(*(of_kind[kind] for kind in RECORD_TYPES)))


def check_references(edition: Edition, known: Known) -> Edition:
    """Return the edition; one that refers to nothing loses its value and says why."""
    value = edition.value
    if isinstance(value, Dataset):
        found = list(_dataset_problems(edition, value, known))
    elif isinstance(value, Document):
        found = list(_record_problems(edition, value, known))
    elif value is not None:
        own = {edition.path: dict.fromkeys(str(getattr(row, "id", "")) for row in value)}
        rows = tuple(row for row in value if isinstance(row, Frozen))
        found = list(_missing_ones(edition, references(rows), {**known.ids, **own}))
    elif edition.named:
        found = list(_named_problems(edition, edition.named, known))
    else:
        found = []
    return with_problems(edition, found)


def with_problems(edition: Edition, found: list[Problem]) -> Edition:
    """Return the edition with further mistakes; with any it has no value.

    A line that is still to be written (B06) has no other one.
    """
    unwritten = {known.line for known in edition.problems if known.code == "B06"}
    found = [new for new in found if new.line not in unwritten]
    if not found:
        return edition
    return replace(edition, value=None, problems=tuple(sorted({*edition.problems, *found})))


def _dataset_problems(edition: Edition, dataset: Dataset, known: Known) -> Iterable[Problem]:
    path = edition.path
    if dataset.indicator not in known.ids[IndicatorId.place]:
        yield problem(path, 0, "", "D04", value=dataset.indicator)
    for item in dataset.observations:
        for field, value in (("sumber", item.source), ("sumber_lain", item.other_source)):
            yield from _missing(path, item.line, field, SourceId(value), known.ids)


def _record_problems(
    edition: Edition, document: Document[Record], known: Known
) -> Iterable[Problem]:
    record, path, tables = document.record, edition.path, known.tables
    if edition.kind is Kind.PUBLICATION and f"/{record.date.year}/" not in path:
        year = path.split("/")[1]
        line = edition.place("date").line
        yield problem(path, line, "tanggal", "F27", value=record.date, year=year)
    named = Named(document.body, tuple(references(record)))
    yield from _named_problems(edition, named, known)
    unit = tables.units.get(record.unit)
    if unit and not unit.is_in_force(record.date):
        after = unit.successor or "-"
        line = edition.place("unit").line
        yield problem(path, line, "unit", "R02", value=unit.id, day=record.date, successor=after)
    if isinstance(record, Indicator) and not _scale_fits(record, tables):
        line = edition.place("scale").line
        yield problem(path, line, "skala", "R10", value=record.scale, measure=record.measure)


def _named_problems(edition: Edition, named: Named, known: Known) -> Iterable[Problem]:
    """Every id in front matter and every link to a record leads somewhere."""
    yield from _missing_ones(edition, named.references, known.ids)
    for value, at in named.body.records:
        if value not in known.records:
            yield _not_there(edition.path, at, "", value, known.records, "content/")


def _scale_fits(record: Indicator, tables: Tables) -> bool:
    """Numbers have a scale of bands, categories one of labels in order."""
    measure, scales = tables.measures.get(record.measure), tables.scales.get(record.scale or "", ())
    is_category = measure is not None and measure.shape is Shape.CATEGORY
    return measure is None or all(bool(scale.order) == is_category for scale in scales)


def _missing_ones(
    edition: Edition,
    found: Iterable[tuple[FieldPath, Reference | IndicatorRef]],
    ids: Mapping[str, Container[str]],
) -> Iterable[Problem]:
    """Every reference names something that is there."""
    for at, reference in found:
        place = edition.place(*at)
        yield from _missing(edition.path, place.line, place.name, reference, ids)


def _missing(
    path: str,
    line: int,
    field: str,
    value: Reference | IndicatorRef,
    ids: Mapping[str, Container[str]],
) -> Iterable[Problem]:
    name, where = (
        (value.id, IndicatorId.place) if isinstance(value, IndicatorRef) else (value, value.place)
    )
    known = ids.get(where)
    if name and known is not None and name not in known:
        yield _not_there(path, line, field, name, known, where)


def _not_there(
    path: str, line: int, field: str, value: str, known: Container[str], place: str
) -> Problem:
    near = nearest(value, known) if isinstance(known, Iterable) else ""
    code = "R01" if near else "R05"
    return problem(path, line, field, code, value=str(value), place=place, nearest=near)


def is_reserved(record_id: str) -> bool:
    """Whether an id belongs to the portal itself: to an address, a dataset, a table or a log."""
    return record_id in RESERVED or record_id.startswith(RESERVED_BEGINNINGS)


def settle_ids(
    editions: Sequence[Edition], known_paths: Callable[[str], Container[str]]
) -> tuple[dict[str, Edition], list[Problem]]:
    """Return the records by id, and what is wrong with those that take an id of another.

    `known_paths` gives the paths under which an id was released before, or at least decided on:
    that file keeps the id, not the one that came later; without any the first by path keeps it.
    """
    by_id: dict[str, list[Edition]] = {}
    for edition in sorted(editions, key=lambda e: e.path):
        by_id.setdefault(edition.id, []).append(edition)
    kept: dict[str, Edition] = {}
    problems: list[Problem] = []
    for record_id, group in by_id.items():
        if is_reserved(record_id):
            for edition in group:
                problems.append(problem(edition.path, 0, "", "F25", value=record_id))
            continue
        known = known_paths(record_id) if len(group) > 1 else ()
        owner = next((e for e in group if e.path in known), group[0])
        kept[record_id] = owner
        for edition in group:
            if edition is not owner:
                details = {"value": record_id, "other": owner.path}
                problems += [problem(edition.path, 0, "", "F24", **details), *edition.problems]
    return kept, problems
