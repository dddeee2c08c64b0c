"""What only the whole content can show: ids used twice, references to nothing."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja.model.documents import Document, Edition
from kinerja.model.records import RECORD_TYPES, Indicator, Kind, Record, Service
from kinerja.model.tables import Dataset, Tables
from tabular.problems import Problem, nearest, problem

RESERVED = ("metode", "hal", "bulan", "sematan", "arsip")
RESERVED_BEGINNINGS = ("belum-", "tabel-", "capaian-", "biaya-", "revisi-")


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a reference may name: tables in use, and records as written.

    `records` holds the ids of all records, readable or not: a reference to a record that is
    only withheld is no mistake.
    """

    tables: Tables
    records: frozenset[str]
    services: frozenset[str]
    indicators: frozenset[str]


def known_ids(editions: Iterable[Edition], tables: Tables) -> Known:
    """Collect what references may name."""
    ids: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for edition in editions:
        ids[edition.kind].add(edition.id)
    return Known(
        tables,
        frozenset().union(*(ids[kind] for kind in RECORD_TYPES)),
        frozenset(ids[Kind.SERVICE]),
        frozenset(ids[Kind.INDICATOR]),
    )


def check_references(edition: Edition, known: Known) -> Edition:
    """Return the edition; one that refers to nothing loses its value and says why."""
    if isinstance(edition.value, Dataset):
        found = list(_dataset_problems(edition, edition.value, known))
    elif isinstance(edition.value, Document):
        found = list(_record_problems(edition, edition.value, known))
    else:
        found = []
    return with_problems(edition, found)


def with_problems(edition: Edition, found: list[Problem]) -> Edition:
    """Return the edition with further mistakes; with any it has no value."""
    if not found:
        return edition
    return replace(edition, value=None, problems=tuple(sorted({*edition.problems, *found})))


def _dataset_problems(edition: Edition, dataset: Dataset, known: Known) -> Iterable[Problem]:
    path = edition.path
    if dataset.indicator not in known.indicators:
        yield problem(path, 0, "", "D04", value=dataset.indicator)
    sources = known.tables.sources
    for item in dataset.observations:
        for field, value in (("sumber", item.source), ("sumber_lain", item.other_source)):
            yield from _missing(path, item.line, field, value, sources, "data/sumber.csv")


def _record_problems(
    edition: Edition, document: Document[Record], known: Known
) -> Iterable[Problem]:
    record, path, tables = document.record, edition.path, known.tables

    def line(field: str) -> int:
        return document.lines.get(field, 1)

    if edition.kind is Kind.PUBLICATION and f"/{record.date.year}/" not in path:
        year = path.split("/")[1]
        yield problem(path, line("tanggal"), "tanggal", "F27", value=record.date, year=year)
    named: list[tuple[str, str, Container[str], str]] = [
        ("unit", record.unit, tables.units, "data/unit.csv"),
        *(("layanan", value, known.services, "layanan/") for value in record.services),
        *(("indikator", ref.id, known.indicators, "indikator/") for ref in record.indicators),
        *(
            ("sumber", source, tables.sources, "data/sumber.csv")
            for source in record.sources
            if isinstance(source, str)
        ),
    ]
    if isinstance(record, Service):
        named.append(("penyelenggara", record.provider, tables.units, "data/unit.csv"))
        named.append(("penerus", record.successor or "", known.services, "layanan/"))
    if isinstance(record, Indicator):
        named.append(("satuan", record.measure, tables.measures, "data/satuan.csv"))
        named += (("bagian", part.id, known.indicators, "indikator/") for part in record.parts)
    for field, value, among, place in named:
        yield from _missing(path, line(field), field, value, among, place)
    for value, at in document.body.records:
        yield from _missing(path, at, "", value, known.records, "content/")
    unit = tables.units.get(record.unit)
    if unit and not unit.is_in_force(record.date):
        after = unit.successor or "-"
        at = line("unit")
        yield problem(path, at, "unit", "R02", value=unit.id, day=record.date, successor=after)


def _missing(
    path: str, line: int, field: str, value: str, known: Container[str], place: str
) -> Iterable[Problem]:
    if value and value not in known:
        near = nearest(value, known) if isinstance(known, Iterable) else ""
        code = "R01" if near else "R05"
        yield problem(path, line, field, code, value=value, place=place, nearest=near)


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
