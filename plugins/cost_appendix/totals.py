"""Ledger and records to sums by year, month, unit, account, section, format and record.

Every dimension splits the same money: its groups always sum to the whole, to the rupiah.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from .model import Amounts, Ledger, LedgerRow, Record, Stage


class Group(Enum):
    """Money that nobody reviewed, and money that is not shown under a record's name."""

    UNREVIEWED = auto()
    UNALLOCATED = auto()
    UNPUBLISHED = auto()
    WITHDRAWN = auto()


class Dimension(Enum):
    """One way to split the money."""

    YEAR = auto()
    MONTH = auto()
    UNIT = auto()
    ACCOUNT = auto()
    REVIEW = auto()
    SECTION = auto()
    FORMAT = auto()
    RECORD = auto()


Key = str | Group
"""`2026`, `2026-02`, a unit, account, outcome, section, format or record; or a Group."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole and its splits. `rows` counts the events, ended ones and cancellations too."""

    rows: int
    whole: Amounts
    by: Mapping[Dimension, Mapping[Key, Amounts]]


_FIELDS = {Stage.PLAN: 0, Stage.CONTRACT: 1, Stage.PAYMENT: 2, Stage.RETURN: 3}
"""Stage -> position in Amounts."""

_Sums = defaultdict[Key, list[int]]


def _nothing() -> list[int]:
    return [0, 0, 0, 0]


def split(amount: int, percents: Collection[int]) -> tuple[int, ...]:
    """Divide rupiah by whole per cent that sum to 100; the parts always sum to the amount.

    Largest remainder: each part is rounded down, then the rupiah left over go one each to the
    parts that lost most, the earlier one first where they lost the same.
    """
    parts = [amount * percent // 100 for percent in percents]
    lost = [amount * percent % 100 for percent in percents]
    left = amount - sum(parts)
    for place in sorted(range(len(parts)), key=lambda place: -lost[place])[:left]:
        parts[place] += 1
    return tuple(parts)


def total(
    ledger: Ledger, records: Mapping[str, Record], rows: Collection[LedgerRow] | None = None
) -> Totals:
    """Sum the rows of the ledger that stand, or those of `rows`, each stage on its own.

    `records` are those that the host knows; an id that it does not know counts as not public.
    """
    rows = ledger.rows if rows is None else rows
    sums: dict[Dimension, _Sums] = {dimension: defaultdict(_nothing) for dimension in Dimension}
    splits = tuple(sums.values())
    for row in rows:
        if ledger.is_standing(row):
            batch = ledger.review_of(row) if ledger.starts else None
            outcome: Key = batch.outcome if batch else Group.UNREVIEWED
            _add_row(splits, row, records, outcome)
    by = {dimension: _freeze(groups) for dimension, groups in sums.items()}
    return Totals(len(rows), add(by[Dimension.YEAR].values()), by)


def record_amounts(ledger: Ledger, record_id: str) -> Amounts:
    """Return what one record cost: its shares of the rows that name it and stand."""
    fields = _nothing()
    for row in ledger.by_record.get(record_id, ()):
        for share, amount in zip(row.shares, _share_amounts(row), strict=True):
            if share.record == record_id:
                fields[_FIELDS[row.stage]] += amount
    return Amounts(*fields)


def add(amounts: Iterable[Amounts]) -> Amounts:
    """Sum amounts, each stage on its own."""
    columns = [(a.planned, a.contracted, a.paid, a.returned, a.ceiling) for a in amounts]
    return Amounts(*map(sum, zip(*columns, strict=True)))


def _add_row(
    sums: tuple[_Sums, ...], row: LedgerRow, records: Mapping[str, Record], outcome: Key
) -> None:
    """Add a row to the sums of each dimension, which stand in the order of Dimension."""
    field, amount = _FIELDS[row.stage], row.amount
    years, months, units, accounts, reviews, *by_share = sums
    years[str(row.year)][field] += amount
    months[row.happened.isoformat()[:7]][field] += amount
    units[row.unit][field] += amount
    accounts[row.account][field] += amount
    reviews[outcome][field] += amount
    if not row.shares:
        for groups in by_share:
            groups[Group.UNALLOCATED][field] += amount
        return
    for share, part in zip(row.shares, _share_amounts(row), strict=True):
        for groups, key in zip(by_share, _places(records.get(share.record)), strict=True):
            groups[key][field] += part


def _places(record: Record | None) -> tuple[Key, Key, Key]:
    """Return section, format and name under which a record's money is shown."""
    if record is not None and record.public:
        return record.section, record.format, record.id
    return (hidden_as(record),) * 3


def hidden_as(record: Record | None) -> Group:
    """Return under what a record that is not public is shown; None is one that nobody knows."""
    return Group.WITHDRAWN if record is not None and record.withdrawn else Group.UNPUBLISHED


def _share_amounts(row: LedgerRow) -> tuple[int, ...]:
    if len(row.shares) == 1:
        return (row.amount,)
    return split(row.amount, [share.percent for share in row.shares])


def _freeze(sums: _Sums) -> dict[Key, Amounts]:
    return {key: Amounts(*fields) for key, fields in sums.items()}
