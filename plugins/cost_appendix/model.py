"""The values of the ledger: frozen, without I/O and without formatting.

`reading` makes them, `rules` judge them, everything after that only looks things up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .batches import Batch


class Stage(StrEnum):
    """How far money has gone; a cancellation ends exactly the row that it names."""

    PLAN = "rencana"
    CONTRACT = "kontrak"
    PAYMENT = "bayar"
    RETURN = "kembali"
    CANCELLATION = "batal"


MOVED = (Stage.PAYMENT, Stage.RETURN)
"""Stages at which money moved, which has evidence."""


class Share(NamedTuple):
    """The part of a row that belongs to one record, in whole per cent."""

    record: str
    percent: int


@dataclass(frozen=True, slots=True)
class Account:
    """An expenditure account; both years are included, None leaves that end open."""

    code: str
    purpose: str
    first_year: int | None
    last_year: int | None

    def is_in_force(self, year: int) -> bool:
        """Whether money may be booked on the account in that year."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of a year's budget; `ceiling` is rupiah at the start, None if it cannot be read."""

    path: str
    line: int
    year: int
    id: str
    unit: str
    programme: str
    activity: str
    output_group: str
    output: str
    component: str
    account: str
    purpose: str
    ceiling: int | None
    fund: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One budget line in one revision: its ceiling in rupiah before and after, in that year.

    `number` is the revision's within the year and `order` the line's within the revision, both
    from 1. Where any cell cannot be read, `number` is 0 and the amounts are None.
    """

    path: str
    line: int
    year: int
    number: int
    order: int
    happened: date
    authority: str
    budget_line: str
    before: int | None
    after: int | None
    reason: str


class LedgerRow(NamedTuple):
    """One event. `year` is the file's; `number` orders the recording; `amount` is whole rupiah.

    A NamedTuple, because a ledger may have a million of them.
    """

    path: str
    line: int
    year: int
    number: int
    id: str
    recorded: date
    happened: date
    stage: Stage
    continues: str
    shares: tuple[Share, ...]
    unit: str
    account: str
    budget_line: str
    purpose: str
    amount: int
    evidence: str
    evidence_number: str
    receiver: str
    procurement: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was read up to one day.

    `unread` holds the rows with a cell that cannot be read; they count nowhere.
    `budget` is looked up by (year, id), `accounts` by code; `units` is None where any is accepted.
    `by_id`, `ended` (row id -> the cancellation that ended it), `by_record` (standing rows) and
    `ceilings` (of `budget`, after all `revisions`) are derived by `build_ledger`.
    `batches` are all reviews, by year and time; `reviews.reviewed` gives each its state, and
    `in_force`, those that count, with `starts` and `ends` by year and number: none overlap.
    """

    rows: tuple[LedgerRow, ...]
    unread: tuple[LedgerRow, ...]
    budget: Mapping[tuple[int, str], BudgetLine]
    revisions: tuple[Revision, ...]
    accounts: Mapping[str, tuple[Account, ...]]
    units: frozenset[str] | None
    by_id: Mapping[str, LedgerRow]
    ended: Mapping[str, LedgerRow]
    by_record: Mapping[str, tuple[LedgerRow, ...]]
    ceilings: Mapping[tuple[int, str], int | None]
    batches: tuple[Batch, ...] = ()
    in_force: tuple[Batch, ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    ends: tuple[tuple[int, int], ...] = ()

    def is_standing(self, row: LedgerRow) -> bool:
        """Whether the row counts: no cancellation, and not ended by one."""
        return row.stage is not Stage.CANCELLATION and row.id not in self.ended

    def review_of(self, row: LedgerRow) -> Batch | None:
        """Return the review that counts for a row, or None."""
        here = row.year, row.number
        place = bisect_right(self.starts, here) - 1
        return self.in_force[place] if place >= 0 and here <= self.ends[place] else None

    def rows_of(self, batch: Batch) -> tuple[LedgerRow, ...]:
        """Return the rows of a batch; rows stand by year and number."""
        first, last = ((batch.year, number) for number in batch.numbers)
        begin = bisect_left(self.rows, first, key=_place)
        return self.rows[begin : bisect_right(self.rows, last, key=_place)]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have rows, oldest first."""
        return tuple(sorted({row.year for row in self.rows}))


def _place(row: LedgerRow) -> tuple[int, int]:
    return row.year, row.number


@dataclass(frozen=True, slots=True)
class Record:
    """What the host tells about one of its records.

    `url` is relative to the site and has no leading slash, as Pelican's are.
    A record that is not public is named nowhere; `withdrawn` says that it once was public.
    `declared` is what it says of its own cost: one of `columns.DECLARED`.
    """

    id: str
    title: str
    url: str
    section: str
    section_title: str
    format: str
    public: bool
    withdrawn: bool = False
    declared: str = "belum"


@dataclass(frozen=True, slots=True)
class Amounts:
    """Money by stage in whole rupiah, each stage on its own; nothing is added across stages.

    Only `budget.reached` gives a ceiling, and counts each rupiah at one stage alone.
    """

    planned: int = 0
    contracted: int = 0
    paid: int = 0
    returned: int = 0
    ceiling: int = 0

    @property
    def net(self) -> int:
        """The cost: what was paid less what came back."""
        return self.paid - self.returned

    @property
    def left(self) -> int:
        """What nobody spent, promised or planned of the ceiling; below 0 where that is too much."""
        return self.ceiling - self.net - self.contracted - self.planned


def build_ledger(
    rows: tuple[LedgerRow, ...],
    unread: tuple[LedgerRow, ...],
    budget: Mapping[tuple[int, str], BudgetLine],
    revisions: tuple[Revision, ...],
    accounts: Mapping[str, tuple[Account, ...]],
    units: frozenset[str] | None,
) -> Ledger:
    """Return the ledger with its look-ups; rows and revisions stand in order of file and line."""
    by_id = {row.id: row for row in rows}
    ended: dict[str, LedgerRow] = {}
    for row in rows:
        if row.stage is Stage.CANCELLATION:
            ended.setdefault(row.continues, row)
    by_record: dict[str, list[LedgerRow]] = {}
    for row in rows:
        if row.stage is not Stage.CANCELLATION and row.id not in ended:
            for share in row.shares:
                by_record.setdefault(share.record, []).append(row)
    frozen = {record: tuple(found) for record, found in by_record.items()}
    ceilings = {key: line.ceiling for key, line in budget.items()}
    for revision in revisions:
        ceilings[revision.year, revision.budget_line] = revision.after
    return Ledger(rows, unread, budget, revisions, accounts, units, by_id, ended, frozen, ceilings)
