"""Rules on sums over rows that stand: no part is larger than its whole, no evidence counts twice.

Sums are net of returns, so that an overpayment which came back stays on record without fault.
The problem stands at the last row that went into the sum, save for the budget.
"""

from collections.abc import Iterator

from tabular.problems import Problem

from ..budget import returned, running_payments, standing
from ..cells import evidence_key
from ..columns import problem_at
from ..model import MOVED, Ledger, LedgerRow, Stage

MOST_NAMED = 10
"""Rows that one message names."""


def returns_stay_within_their_payment(ledger: Ledger) -> Iterator[Problem]:
    """What comes back on a payment is not more than the payment."""
    last = {row.continues: row for row in standing(ledger, Stage.RETURN)}
    for payment_id, total in returned(ledger).items():
        payment = ledger.by_id.get(payment_id)
        if payment is not None and payment.stage is Stage.PAYMENT and total > payment.amount:
            details = {"value": total, "row": payment_id, "limit": payment.amount}
            yield problem_at(last[payment_id], "amount", "K50", **details)


def payments_stay_within_their_contract(ledger: Ledger) -> Iterator[Problem]:
    """What is paid on a contract, less what came back, is not more than the contract."""
    came_back = returned(ledger)
    sums: dict[str, int] = {}
    last: dict[str, LedgerRow] = {}
    for row in standing(ledger, Stage.PAYMENT):
        contract = ledger.by_id.get(row.continues)
        if contract is not None and contract.stage is Stage.CONTRACT:
            sums[contract.id] = sums.get(contract.id, 0) + row.amount - came_back.get(row.id, 0)
            last[contract.id] = row
    for contract_id, total in sums.items():
        limit = ledger.by_id[contract_id].amount
        if total > limit:
            details = {"value": total, "row": contract_id, "limit": limit}
            yield problem_at(last[contract_id], "amount", "K51", **details)


def payments_stay_within_the_budget(ledger: Ledger) -> Iterator[Problem]:
    """What a year pays on a budget line, less what came back, is not above the line's ceiling.

    The ceiling is the one in force after every revision of the year, so a later revision covers
    what was paid before it. The problem names the payments that went above, the first ones of
    many; it stands at the first.
    """
    came_back = returned(ledger)
    sums: dict[tuple[int, str], int] = {}
    for row in standing(ledger, Stage.PAYMENT):
        key = row.year, row.budget_line
        sums[key] = sums.get(key, 0) + row.amount - came_back.get(row.id, 0)
    limits = ((key, ledger.ceilings.get(key)) for key in sums)
    exceeded = {key: limit for key, limit in limits if limit is not None and sums[key] > limit}
    running = running_payments(ledger) if exceeded else {}
    for key, limit in exceeded.items():
        above = [row for row, sum_so_far in running[key] if sum_so_far > limit]
        rows = ", ".join(row.id for row in above[:MOST_NAMED])
        rows += ", ..." if len(above) > MOST_NAMED else ""
        details = {"value": sums[key], "row": key[1], "limit": limit, "rows": rows}
        yield problem_at(above[0], "amount", "K52", **details)


def evidence_counts_once(ledger: Ledger) -> Iterator[Problem]:
    """No evidence number stands twice with the same account and amount, over all years.

    Case and spaces of the number do not count.
    Rows that a cancellation ended do not count, so that a wrong row can be recorded again.
    """
    moved = [
        row
        for row in ledger.rows
        if row.evidence_number and row.stage in MOVED and row.id not in ledger.ended
    ]
    once: set[int] = set()
    again: set[int] = set()  # few: the rows themselves are compared below
    for row in moved:
        mark = hash(_evidence(row))
        (again if mark in once else once).add(mark)
    seen: dict[tuple[str, str, int], LedgerRow] = {}
    for row in (row for row in moved if again and hash(_evidence(row)) in again):
        first = seen.setdefault(_evidence(row), row)
        if first is not row:
            details = {"value": row.evidence_number, "row": first.id}
            yield problem_at(row, "evidence_number", "K53", **details)


def _evidence(row: LedgerRow) -> tuple[str, str, int]:
    return evidence_key(row.evidence_number), row.account, row.amount


SUM_RULES = (
    returns_stay_within_their_payment,
    payments_stay_within_their_contract,
    payments_stay_within_the_budget,
    evidence_counts_once,
)
