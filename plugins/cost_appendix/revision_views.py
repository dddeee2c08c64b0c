"""Revisions of the budget to plain data: what each line was and became, and the money before it."""

from .budget import covered_payments
from .fitting import fitting_views
from .model import LedgerRow, Revision
from .naming import Names
from .places import row_url
from .views import View
from .words import AUTHORITY_WORDS, long_date, rupiah, shorten

MOST_LINES = 100
"""Lines on the page, the newest revisions first; all of them stand in the open data."""

MOST_ROWS = 3
"""Payments that one line names."""


def revision_views(names: Names) -> list[View]:
    """Return the newest lines of revisions; without fault in the ledger no amount is unknown."""
    covered = covered_payments(names.ledger)
    newest = sorted(names.ledger.revisions, key=lambda line: (-line.year, -line.number, line.order))
    return fitting_views(
        newest[:MOST_LINES], lambda line, limit: _view(line, covered.get(line, []), names, limit)
    )


def _view(line: Revision, covered: list[LedgerRow], names: Names, limit: int) -> View:
    before, after = line.before or 0, line.after or 0
    budget = names.ledger.budget[line.year, line.budget_line]
    left = len(covered) - MOST_ROWS
    return {
        "number": f"{line.year}/{line.number}.{line.order}",
        "date": long_date(line.happened),
        "authority": AUTHORITY_WORDS[line.authority],
        "budget_line": shorten(line.budget_line, limit),
        "unit": shorten(names.unit(budget.unit), limit),
        "before": rupiah(before),
        "after": rupiah(after),
        "change": rupiah(after - before),
        "reason": shorten(line.reason, limit),
        "rows": [
            {"id": row.id, "url": row_url(row, names.root_url)} for row in covered[:MOST_ROWS]
        ],
        "more_rows": f"dan {left} lagi" if left > 0 else "",
    }
