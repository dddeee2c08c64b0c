"""Ledger rows to plain data for the pages that list them."""

from .fitting import LIMITS
from .model import LedgerRow
from .naming import GROUP_NAMES, Names
from .places import page_of, row_url, rows_url
from .totals import Group
from .views import View
from .words import (
    EVIDENCE_WORDS,
    OUTCOME_WORDS,
    STAGE_WORDS,
    long_date,
    receiver_words,
    rupiah,
    short_date,
    shorten,
)

SHARE_LETTERS = 20
"""A row names one record for so many characters of its limit: eight of 160."""


def row_view(row: LedgerRow, names: Names, limit: int) -> View:
    """Return one row of a year as the public reads it; no record that is not public is named.

    Free text has at most `limit` characters.
    """
    ledger = names.ledger
    batch = ledger.review_of(row)
    evidence = f"{EVIDENCE_WORDS.get(row.evidence, row.evidence)} {row.evidence_number}"
    return {
        "id": row.id,
        "date": short_date(row.happened),
        "stage": STAGE_WORDS[row.stage],
        "continues": _link(ledger.by_id.get(row.continues), row, names),
        "ended": _link(ledger.ended.get(row.id), row, names),
        "records": _records(row, names, limit),
        "unit": shorten(row.unit, limit),
        "account": row.account,
        "budget_line": shorten(row.budget_line, limit),
        "purpose": shorten(row.purpose, limit),
        "receiver": shorten(receiver_words(row.receiver), limit),
        "evidence": shorten(evidence.strip(), limit),
        "amount": rupiah(row.amount),
        "review": OUTCOME_WORDS[batch.outcome] if batch else "belum",
    }


def row_line(row: LedgerRow, names: Names) -> View:
    """Return one row as a line of a list: its address and what it was."""
    purpose = shorten(row.purpose, LIMITS[1])
    words = (long_date(row.happened), STAGE_WORDS[row.stage], rupiah(row.amount), purpose)
    return {"id": row.id, "url": row_url(row, names.root_url), "text": ", ".join(words)}


def page_link(place: tuple[int, int], names: Names) -> View:
    """Return the page of rows of a year and number as a link; its text says which page."""
    year, number = place
    return {"text": f"halaman {number}", "url": rows_url(year, number, names.root_url)}


def _link(target: LedgerRow | None, row: LedgerRow, names: Names) -> View | None:
    """Return a link to another row; within the same page it is the fragment alone."""
    if target is None:
        return None
    same = (target.year, page_of(target)) == (row.year, page_of(row))
    return {"id": target.id, "url": "" if same else row_url(target, names.root_url)}


def _records(row: LedgerRow, names: Names, limit: int) -> list[View]:
    if not row.shares:
        return [{"name": GROUP_NAMES[Group.UNALLOCATED], "url": "", "share": ""}]
    views: list[View] = []
    most = max(1, limit // SHARE_LETTERS)
    for share in row.shares[:most]:
        name, url = names.record(share.record)
        part = "" if share.percent == 100 else f"{share.percent}%"
        views.append({"name": shorten(name, limit), "url": url, "share": part})
    if (left := len(row.shares) - most) > 0:
        views.append({"name": f"dan {left} lagi", "url": "", "share": ""})
    return views
