"""What was paid on each budget line, and which revisions came after the money; for rules and pages.

Payments are net of what came back on them.
"""

from collections.abc import Iterator

from .model import Ledger, LedgerRow, Revision, Stage


def standing(ledger: Ledger, stage: Stage) -> Iterator[LedgerRow]:
    """Yield the rows of a stage that no cancellation ended."""
    return (row for row in ledger.rows if row.stage is stage and row.id not in ledger.ended)


def returned(ledger: Ledger) -> dict[str, int]:
    """Return payment id -> rupiah that came back on it."""
    sums: dict[str, int] = {}
    for row in standing(ledger, Stage.RETURN):
        sums[row.continues] = sums.get(row.continues, 0) + row.amount
    return sums


def running_payments(ledger: Ledger) -> dict[tuple[int, str], list[tuple[LedgerRow, int]]]:
    """Return (year, budget line) -> its payments as they happened, each with the sum so far."""
    came_back = returned(ledger)
    payments: dict[tuple[int, str], list[tuple[LedgerRow, int]]] = {}
    for row in sorted(standing(ledger, Stage.PAYMENT), key=lambda row: row.happened):
        so_far = payments.setdefault((row.year, row.budget_line), [])
        before = so_far[-1][1] if so_far else 0
        so_far.append((row, before + row.amount - came_back.get(row.id, 0)))
    return payments


def covered_payments(ledger: Ledger) -> dict[Revision, list[LedgerRow]]:
    """Return revision -> the payments that stood above the ceiling until it raised the ceiling."""
    payments = running_payments(ledger)
    covered: dict[Revision, list[LedgerRow]] = {}
    for revision in ledger.revisions:
        before, after = revision.before, revision.after
        if before is not None and after is not None:
            covered[revision] = [
                row
                for row, total in payments.get((revision.year, revision.budget_line), ())
                if row.happened < revision.happened and before < total <= after
            ]
    return covered
