"""Ledger rows to plain data for the pages that list them, 100 numbers a page."""

from collections.abc import Iterable

from .model import Ledger, LedgerRow
from .naming import GROUP_NAMES, Names
from .places import page_of, row_url, rows_url
from .totals import Group
from .views import View
from .words import EVIDENCE_WORDS, STAGE_WORDS, long_date, receiver_words, rupiah


def rows_by_page(rows: Iterable[LedgerRow]) -> dict[tuple[int, int], list[LedgerRow]]:
    """Return (year, page) -> its rows, oldest first; pages without rows are left out."""
    pages: dict[tuple[int, int], list[LedgerRow]] = {}
    for row in rows:
        pages.setdefault((row.year, page_of(row)), []).append(row)
    return pages


def row_view(row: LedgerRow, names: Names) -> View:
    """Return one row as the public reads it; no record that is not public is named."""
    ledger = names.ledger
    evidence = f"{EVIDENCE_WORDS.get(row.evidence, row.evidence)} {row.evidence_number}"
    return {
        "id": row.id,
        "date": long_date(row.happened),
        "stage": STAGE_WORDS[row.stage],
        "continues": _link(ledger.by_id.get(row.continues), row, names),
        "ended": _link(_end(ledger, row), row, names),
        "records": _records(row, names),
        "unit": names.units.get(row.unit, row.unit),
        "account": row.account,
        "budget_line": row.budget_line,
        "purpose": row.purpose,
        "receiver": receiver_words(row.receiver),
        "evidence": evidence.strip(),
        "amount": rupiah(row.amount),
    }


def page_link(year: int, page: int, names: Names) -> View:
    """Return the page of rows as a link; its text says which page."""
    return {"text": f"halaman {page}", "url": rows_url(year, page, names.root_url)}


def _end(ledger: Ledger, row: LedgerRow) -> LedgerRow | None:
    return ledger.ended.get(row.id)


def _link(target: LedgerRow | None, row: LedgerRow, names: Names) -> View | None:
    """Return a link to another row; within the same page it is the fragment alone."""
    if target is None:
        return None
    same = (target.year, page_of(target)) == (row.year, page_of(row))
    return {"id": target.id, "url": "" if same else row_url(target, names.root_url)}


def _records(row: LedgerRow, names: Names) -> list[View]:
    if not row.shares:
        return [{"name": GROUP_NAMES[Group.UNALLOCATED], "url": "", "share": ""}]
    views: list[View] = []
    for share in row.shares:
        name, url = names.record(share.record)
        part = "" if share.percent == 100 else f"{share.percent}%"
        views.append({"name": name, "url": url, "share": part})
    return views
