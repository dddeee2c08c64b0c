"""Rules on chains: how one row continues another.

plan <- contract <- payment <- return; a payment may also continue a plan or stand alone, a
contract may stand alone; a cancellation ends any row but a cancellation.
"""

from collections.abc import Iterator

from tabular.problems import Problem

from ..columns import problem_at
from ..model import Ledger, LedgerRow, Stage

CONTINUES: dict[Stage, tuple[Stage, ...]] = {
    Stage.PLAN: (),
    Stage.CONTRACT: (Stage.PLAN,),
    Stage.PAYMENT: (Stage.PLAN, Stage.CONTRACT),
    Stage.RETURN: (Stage.PAYMENT,),
    Stage.CANCELLATION: (Stage.PLAN, Stage.CONTRACT, Stage.PAYMENT, Stage.RETURN),
}
"""Stage -> the stages that it may continue."""

NEVER_ALONE = (Stage.RETURN, Stage.CANCELLATION)


def _links(ledger: Ledger) -> Iterator[tuple[LedgerRow, LedgerRow]]:
    """Yield each row that continues another row of its file, with that earlier row."""
    for row in ledger.rows:
        if row.continues:
            target = ledger.by_id.get(row.continues)
            if target is not None and target.path == row.path and target.line < row.line:
                yield row, target


def returns_and_cancellations_continue(ledger: Ledger) -> Iterator[Problem]:
    """A return and a cancellation name the row that they continue."""
    for row in ledger.rows:
        if row.stage in NEVER_ALONE and not row.continues:
            yield problem_at(row, "continues", "K40", stage=row.stage)


def continued_row_stands_above(ledger: Ledger) -> Iterator[Problem]:
    """The continued row exists, in the same file, above the row that continues it.

    A row that exists but cannot be read is reported for that, not here.
    """
    unread = {(row.path, row.id) for row in ledger.unread}
    for row in ledger.rows:
        if not row.continues or (row.path, row.continues) in unread:
            continue
        target = ledger.by_id.get(row.continues)
        if target is None:
            yield problem_at(row, "continues", "K41", value=row.continues)
        elif target.path != row.path:
            yield problem_at(row, "continues", "K42", value=row.continues)
        elif target.line >= row.line:
            yield problem_at(row, "continues", "K43", value=row.continues)


def stages_fit(ledger: Ledger) -> Iterator[Problem]:
    """A row continues only a stage that comes before its own."""
    for row, target in _links(ledger):
        known = CONTINUES[row.stage]
        if target.stage not in known:
            details = {"stage": row.stage, "other": target.stage, "known": ", ".join(known) or "-"}
            yield problem_at(row, "continues", "K44", **details)


def ended_rows_stay_ended(ledger: Ledger) -> Iterator[Problem]:
    """Nothing continues a row after a cancellation ended it, not even a second cancellation."""
    for row, target in _links(ledger):
        end = ledger.ended.get(target.id)
        if end is not None and end.line < row.line:
            yield problem_at(row, "continues", "K45", value=target.id, by=end.id)


def cancellation_repeats_the_amount(ledger: Ledger) -> Iterator[Problem]:
    """A cancellation carries the amount of the row that it ends: rows end whole or not at all."""
    for row, target in _links(ledger):
        if row.stage is Stage.CANCELLATION and row.amount != target.amount:
            details = {"value": row.amount, "row": target.id, "expected": target.amount}
            yield problem_at(row, "amount", "K46", **details)


def ended_payment_keeps_no_return(ledger: Ledger) -> Iterator[Problem]:
    """A payment is ended only after every return on it was ended, or cost would fall below 0."""
    for row, payment in _links(ledger):
        end = ledger.ended.get(payment.id)
        if row.stage is Stage.RETURN and end is not None and ledger.is_standing(row):
            details = {"value": payment.id, "returned": row.id}
            if end.line > row.line:
                yield problem_at(end, "continues", "K47", **details)


def return_lies_where_its_payment_lies(ledger: Ledger) -> Iterator[Problem]:
    """Money comes back to the record, unit, account and budget line that paid it."""
    for row, payment in _links(ledger):
        if row.stage is Stage.RETURN and payment.stage is Stage.PAYMENT:
            expected = _place(payment)
            for attribute, value in _place(row).items():
                if value != expected[attribute]:
                    details = {"value": value, "row": payment.id, "expected": expected[attribute]}
                    yield problem_at(row, attribute, "K48", **details)


def _place(row: LedgerRow) -> dict[str, str]:
    """Return attribute -> value of where a row's money is booked, shares in order of id."""
    return {
        "shares": ";".join(f"{record}:{percent}" for record, percent in sorted(row.shares)),
        "unit": row.unit,
        "account": row.account,
        "budget_line": row.budget_line,
    }


CHAIN_RULES = (
    returns_and_cancellations_continue,
    continued_row_stands_above,
    stages_fit,
    ended_rows_stay_ended,
    cancellation_repeats_the_amount,
    ended_payment_keeps_no_return,
    return_lies_where_its_payment_lies,
)
