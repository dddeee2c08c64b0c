"""Rules on sums over rows that stand: no part is larger than its whole, no evidence counts twice.

Sums are net of returns, so that an overpayment which came back stays on record without fault.
The problem stands at the last row that went into the sum, save for the budget.
"""

from collections.abc import Iterator

from tabular.problems import Problem

from ..budget import returned, running_payments, standing
from ..columns import problem_at
from ..model import Ledger, LedgerRow, Stage

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
    for key, payments in running_payments(ledger).items():
        limit, total = ledger.ceilings.get(key), payments[-1][1]
        if limit is not None and total > limit:
            above = [row for row, sum_so_far in payments if sum_so_far > limit]
            rows = ", ".join(row.id for row in above[:MOST_NAMED])
            rows += ", ..." if len(above) > MOST_NAMED else ""
            details = {"value": total, "row": key[1], "limit": limit, "rows": rows}
            yield problem_at(above[0], "amount", "K52", **details)


def evidence_counts_once(ledger: Ledger) -> Iterator[Problem]:
    """No evidence number stands twice with the same account and amount, over all years.

    Rows that a cancellation ended do not count, so that a wrong row can be recorded again.
    """
    seen: dict[tuple[str, str, int], LedgerRow] = {}
    for row in ledger.rows:
        if row.stage not in (Stage.PAYMENT, Stage.RETURN) or row.id in ledger.ended:
            continue
        if not row.evidence_number:
            continue
        number = " ".join(row.evidence_number.split()).casefold()
        first = seen.setdefault((number, row.account, row.amount), row)
        if first is not row:
            details = {"value": row.evidence_number, "row": first.id}
            yield problem_at(row, "evidence_number", "K53", **details)


SUM_RULES = (
    returns_stay_within_their_payment,
    payments_stay_within_their_contract,
    payments_stay_within_the_budget,
    evidence_counts_once,
)
