"""What became of each budget line, and which revisions came after the money; for rules and pages.

Payments are net of what came back on them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .model import Amounts, BudgetLine, Ledger, LedgerRow, Revision, Stage
from .totals import Dimension, Key, Totals, add


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


Reached = Iterable[tuple[BudgetLine, Amounts]]
"""Budget lines, each with its ceiling and its money, which counts once, at its last stage."""


def reached(ledger: Ledger) -> Reached:
    """Return what became of each budget line.

    A plan counts until a row continues it: what the contract is cheaper is free again.
    A contract counts less what was paid on it, net of returns.
    """
    came_back = returned(ledger)
    rows = [row for row in ledger.rows if ledger.is_standing(row)]
    continued = {row.continues for row in rows}
    sums: defaultdict[tuple[int, str], Counter[Stage]] = defaultdict(Counter)
    for row in rows:
        if row.stage is not Stage.PLAN or row.id not in continued:
            sums[row.year, row.budget_line][row.stage] += row.amount
        before = ledger.by_id.get(row.continues)
        if before is not None and before.stage is Stage.CONTRACT:
            paid = row.amount - came_back.get(row.id, 0)
            sums[before.year, before.budget_line][Stage.CONTRACT] -= paid
    stages = (Stage.PLAN, Stage.CONTRACT, Stage.PAYMENT, Stage.RETURN)
    return [
        (line, Amounts(*[sums[key][stage] for stage in stages] + [ledger.ceilings[key] or 0]))
        for key, line in ledger.budget.items()
    ]


def ceiling_totals(lines: Reached, dimension: Dimension) -> Totals:
    """Sum budget lines by year or by unit; `rows` is 0, for no rows are counted here."""
    groups: defaultdict[Key, list[Amounts]] = defaultdict(list)
    for line, amounts in lines:
        groups[str(line.year) if dimension is Dimension.YEAR else line.unit].append(amounts)
    sums = {key: add(found) for key, found in groups.items()}
    return Totals(0, add(sums.values()), {dimension: sums})
