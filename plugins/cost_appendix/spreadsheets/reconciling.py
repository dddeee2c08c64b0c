"""A table of the finance system held against the ledger: what is missing where, what differs.

Rows are summed by evidence number and account first: what is one payment there may be several
rows here, for several records.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tabular.problems import Problem

from ..budget import standing
from ..cells import evidence_key
from ..model import MOVED, Ledger, Stage
from .entries import Wishes, ledger_cells
from .tables import Table


class Item(NamedTuple):
    """One row of either side: rupiah, negative for money that came back, and where it stands."""

    place: str
    year: int
    number: str
    account: str
    amount: int


@dataclass(frozen=True, slots=True)
class Payment:
    """All rows of one evidence number on one account; a side without rows lacks the payment."""

    ledger: tuple[Item, ...]
    export: tuple[Item, ...]

    @property
    def difference(self) -> int:
        """Rupiah of the ledger less rupiah of the export."""
        return sum(item.amount for item in self.ledger) - sum(item.amount for item in self.export)

    @property
    def repeated(self) -> list[str]:
        """The rows that one side has twice with the same amount."""
        pairs = [(side, item) for side in (self.ledger, self.export) for item in side]
        return [i.place for side, i in pairs if [o.amount for o in side].count(i.amount) > 1]

    @property
    def is_respelled(self) -> bool:
        """Whether the sides agree only without regard to case and spaces of the number."""
        numbers = [{item.number for item in side} for side in (self.ledger, self.export)]
        return all(numbers) and numbers[0] != numbers[1]


def compare(ledger: Ledger, table: Table, wishes: Wishes) -> tuple[list[Payment], list[Problem]]:
    """Return every payment of both sides, the largest difference first; none where one is unread.

    The years are the one that is wished, else those of the export. An export without accounts is
    compared by number alone. Number is compared without regard to case and spaces.
    """
    by_account = "akun" in table.columns or ("akun", "") in wishes.given
    export, problems = _exported(ledger, table, wishes, by_account)
    years = {wishes.year} if wishes.year else {item.year for item in export} - {0}
    sides: dict[tuple[str, str], tuple[list[Item], list[Item]]] = {}
    for side, items in enumerate((_recorded(ledger, by_account), export)):
        for item in items:
            if item.year in years or not (years and item.year):
                key = evidence_key(item.number), item.account
                sides.setdefault(key, ([], []))[side].append(item)
    payments = [Payment(tuple(own), tuple(other)) for own, other in sides.values()]
    return ([] if problems else sorted(payments, key=lambda p: -abs(p.difference))), problems


def _recorded(ledger: Ledger, by_account: bool) -> Iterator[Item]:
    for stage, sign in ((Stage.PAYMENT, 1), (Stage.RETURN, -1)):
        for row in standing(ledger, stage):
            account = row.account if by_account else ""
            yield Item(row.id, row.year, row.evidence_number, account, sign * row.amount)


def _exported(
    ledger: Ledger, table: Table, wishes: Wishes, by_account: bool
) -> tuple[list[Item], list[Problem]]:
    """Return the money that moved, and what is wrong in the columns that are compared."""
    compared = {"nomor_bukti", "jumlah", "tanggal"} & table.columns.keys() | {"nomor_bukti"}
    compared |= {"akun"} if by_account else set()
    items: list[Item] = []
    problems: list[Problem] = []
    for entry in table.entries:
        cells, found = ledger_cells(table, entry, wishes, ledger, is_signed=True)
        faults = [item for item in found if item.field.rpartition(" ")[2] in compared]
        if cells["tahap"] not in MOVED:
            continue
        problems += faults
        if not faults:
            sign = -1 if cells["tahap"] == Stage.RETURN else 1
            account = cells["akun"] if by_account else ""
            year, place = int(cells["tanggal"][:4] or 0), table.place(entry.row, "jumlah")
            amount = sign * int(cells["jumlah"])
            items.append(Item(place, year, cells["nomor_bukti"], account, amount))
    return items, [*dict.fromkeys(problems)]
