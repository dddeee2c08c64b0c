"""The cost of one record as plain data for the host's templates, and what may be declared."""

from collections.abc import Iterator
from dataclasses import dataclass

from tabular.problems import Problem, problem

from .columns import DECLARED
from .model import Amounts, Ledger
from .places import ROOT_URL, data_file, row_url
from .review_views import review_words
from .totals import record_amounts
from .words import rupiah


@dataclass(frozen=True, slots=True)
class RowLink:
    """A ledger row of the record, or what says how many more there are and leads to the data.

    `url` is relative to the site.
    """

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class CostLabel:
    """What stands on a publication.

    `state` is `ada`, `nol`, `belum` or `tidak-berlaku`; `text` says the same in words.
    `stages` are pairs of word and amount, only those that are not 0; `review` is Itjen's, '' where
    there is nothing to review; `note` is the record's own explanation.
    """

    state: str
    text: str
    net: int
    stages: tuple[tuple[str, str], ...]
    review: str
    note: str
    rows: tuple[RowLink, ...]


MOST_ROWS = 30
"""Rows that a label links, so that the page of a record with many stays light."""

WITHOUT_ROWS: dict[str, tuple[str, str]] = {
    "ada": ("belum", "belum dicatat"),
    "nol": ("nol", "tanpa belanja tambahan"),
    "belum": ("belum", "belum dicatat"),
    "tidak-berlaku": ("tidak-berlaku", "tidak berlaku"),
}
"""Declared -> state and text of a record that no standing row names."""


def cost_label(
    ledger: Ledger, record_id: str, declared: str, note: str, root_url: str = ROOT_URL
) -> CostLabel:
    """Return the label of a record; rows in the ledger make it `ada` whatever is declared.

    `declared` is `ada`, `nol`, `belum` or `tidak-berlaku`, anything else counts as `belum`.
    Money planned or contracted stands beside the cost and is never added to it.
    """
    rows = ledger.by_record.get(record_id, ())
    if not rows:
        state, text = WITHOUT_ROWS.get(declared, WITHOUT_ROWS["belum"])
        return CostLabel(state, text, 0, (), "", note, ())
    amounts = record_amounts(ledger, record_id)
    links = tuple(RowLink(row.id, row_url(row, root_url)) for row in rows[:MOST_ROWS])
    if left := len(rows[MOST_ROWS:]):
        links += (RowLink(f"{left} baris lagi", data_file("biaya")),)
    stages = _stages(amounts)
    text = _sentence(amounts, stages)
    return CostLabel("ada", text, amounts.net, stages, review_words(ledger, rows), note, links)


def declaration_problems(
    ledger: Ledger, record_id: str, declared: str, note: str, path: str, line: int = 0
) -> Iterator[Problem]:
    """Yield what is wrong with a record's `biaya`, at the record's own place.

    The word is one of four; `nol` needs a note and no rows that stand.
    """
    if declared not in DECLARED:
        known = ", ".join(DECLARED)
        yield problem(path, line, "biaya", "K62", value=declared, known=known)
    if declared == "nol":
        if rows := ledger.by_record.get(record_id, ()):
            yield problem(path, line, "biaya", "K60", count=len(rows), row=rows[0].id)
        if not note.strip():
            yield problem(path, line, "biaya_catatan", "K61")


def _stages(amounts: Amounts) -> tuple[tuple[str, str], ...]:
    stages = (
        ("dibayar", amounts.paid),
        ("dikembalikan", amounts.returned),
        ("kontrak", amounts.contracted),
        ("rencana", amounts.planned),
    )
    return tuple((word, rupiah(amount)) for word, amount in stages if amount)


def _sentence(amounts: Amounts, stages: tuple[tuple[str, str], ...]) -> str:
    """Return `Rp9.000.000 (dibayar Rp10.000.000, dikembalikan Rp1.000.000)`, or what is planned."""
    said = ", ".join(f"{word} {amount}" for word, amount in stages)
    if not amounts.paid:
        return f"belum dibayar ({said})" if said else "belum dibayar"
    return f"{rupiah(amounts.net)} ({said})"
