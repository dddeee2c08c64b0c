"""Rules on sums over rows that stand: no part is larger than its whole, no evidence counts twice.

Sums are net of returns, so that an overpayment which came back stays on record without fault.
The problem stands at the last row that went into the sum.
"""

from collections.abc import Iterator

from tabular.problems import Problem

from ..columns import row_problem
from ..model import Ledger, LedgerRow, Stage


def _standing(ledger: Ledger, stage: Stage) -> Iterator[LedgerRow]:
    return (row for row in ledger.rows if row.stage is stage and row.id not in ledger.ended)


def _returned(ledger: Ledger) -> dict[str, int]:
    """Return payment id -> rupiah that came back on it."""
    sums: dict[str, int] = {}
    for row in _standing(ledger, Stage.RETURN):
        sums[row.continues] = sums.get(row.continues, 0) + row.amount
    return sums


def returns_stay_within_their_payment(ledger: Ledger) -> Iterator[Problem]:
    """What comes back on a payment is not more than the payment."""
    last = {row.continues: row for row in _standing(ledger, Stage.RETURN)}
    for payment_id, total in _returned(ledger).items():
        payment = ledger.by_id.get(payment_id)
        if payment is not None and payment.stage is Stage.PAYMENT and total > payment.amount:
            details = {"value": total, "row": payment_id, "limit": payment.amount}
            yield row_problem(last[payment_id], "amount", "K50", **details)


def payments_stay_within_their_contract(ledger: Ledger) -> Iterator[Problem]:
    """What is paid on a contract, less what came back, is not more than the contract."""
    returned = _returned(ledger)
    sums: dict[str, int] = {}
    last: dict[str, LedgerRow] = {}
    for row in _standing(ledger, Stage.PAYMENT):
        contract = ledger.by_id.get(row.continues)
        if contract is not None and contract.stage is Stage.CONTRACT:
            sums[contract.id] = sums.get(contract.id, 0) + row.amount - returned.get(row.id, 0)
            last[contract.id] = row
    for contract_id, total in sums.items():
        limit = ledger.by_id[contract_id].amount
        if total > limit:
            details = {"value": total, "row": contract_id, "limit": limit}
            yield row_problem(last[contract_id], "amount", "K51", **details)


def payments_stay_within_the_budget(ledger: Ledger) -> Iterator[Problem]:
    """What a year pays on a budget line, less what came back, is not above the line's ceiling."""
    returned = _returned(ledger)
    sums: dict[tuple[int, str], int] = {}
    last: dict[tuple[int, str], LedgerRow] = {}
    for row in _standing(ledger, Stage.PAYMENT):
        key = row.year, row.budget_line
        sums[key] = sums.get(key, 0) + row.amount - returned.get(row.id, 0)
        last[key] = row
    for key, total in sums.items():
        line = ledger.budget.get(key)
        if line is not None and line.ceiling is not None and total > line.ceiling:
            details = {"value": total, "row": line.id, "limit": line.ceiling}
            yield row_problem(last[key], "amount", "K52", **details)


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
            yield row_problem(row, "evidence_number", "K53", **details)


SUM_RULES = (
    returns_stay_within_their_payment,
    payments_stay_within_their_contract,
    payments_stay_within_the_budget,
    evidence_counts_once,
)
