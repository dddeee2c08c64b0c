"""Reviews to plain data: the batches that touch some rows, and what a label says of its rows."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from .batches import Batch
from .model import Ledger, LedgerRow
from .naming import Names
from .places import data_file, row_url
from .totals import total
from .views import View
from .words import OUTCOME_WORDS, STATE_WORDS, UNREVIEWED, count, letter_words, long_date, rupiah

MOST = 12
"""Batches that a page lists, the newest first; all of them stand in the open data."""

MOST_LETTERS = 2
"""Letters that a label names."""


def reviews_view(names: Names, rows: Iterable[LedgerRow] | None = None) -> View:
    """Return the batches that speak of any of these rows, whatever their state; None is all."""
    batches = names.ledger.batches
    found = batches if rows is None else _touching(batches, rows)
    newest = sorted(found, key=lambda batch: (batch.time, batch.first), reverse=True)
    return {
        "batches": [_view(batch, names) for batch in newest[:MOST]],
        "more": count(len(newest) - MOST) if len(newest) > MOST else "",
        "data_url": data_file("reviu"),
    }


def review_words(ledger: Ledger, rows: Sequence[LedgerRow]) -> str:
    """Return in words how far rows are reviewed: with what outcome, by which letter, and when."""
    found = Counter(ledger.review_of(row) for row in rows)
    left = found.pop(None, 0)
    newest = sorted((batch for batch in found if batch), key=lambda b: b.time, reverse=True)
    if not newest:
        return UNREVIEWED
    said = [f"{OUTCOME_WORDS[b.outcome]} ({letter_words(b)})" for b in newest[:MOST_LETTERS]]
    if more := len(newest) - len(said):
        said.append(f"{more} surat lain")
    if left:
        said.append(f"{count(left)} dari {count(len(rows))} baris belum")
    return f"reviu Itjen: {'; '.join(said)}"


def _touching(batches: Sequence[Batch], rows: Iterable[LedgerRow]) -> list[Batch]:
    """Return the batches with one of these rows, which stand by year and number."""
    numbers: dict[int, list[int]] = {}
    for row in rows if batches else ():
        numbers.setdefault(row.year, []).append(row.number)
    found = []
    for batch in batches:
        first, last = batch.numbers
        own = numbers.get(batch.year, [])
        place = bisect_left(own, first)
        if place < len(own) and own[place] <= last:
            found.append(batch)
    return found


def _view(batch: Batch, names: Names) -> View:
    ledger = names.ledger
    return {
        "outcome": OUTCOME_WORDS[batch.outcome],
        "state": STATE_WORDS[batch.state],
        "counts": batch.counts,
        "letter": batch.letter,
        "date": long_date(batch.time.date()),
        "rows": [
            {"id": row, "url": row_url(ledger.by_id[row], names.root_url)}
            for row in (batch.first, batch.last)
        ],
        "count": count(batch.count),
        "amount": rupiah(total(ledger, {}, ledger.rows_of(batch)).whole.net),
        "note": batch.note,
    }
