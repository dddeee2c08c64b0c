"""`invoke costs.reconcile`: the ledger held against an export of the finance system."""

import json
from collections.abc import Iterable

from cost_appendix.spreadsheets.reconciling import Item, Payment, compare
from cost_appendix.words import count, rupiah
from kinerja.commands.guard import Refused, content_folder, guarded
from kinerja.commands.words import console, say

from .tables import Asked, asked_table, read_books, said_of

MOST = 100
"""Differences that are told; `--json` has all."""


@guarded
def run(content: str, asked: Asked, as_json: bool) -> int:
    """Print what differs; 0 equal, 1 not, 2 cannot be compared."""
    try:
        ledger = read_books(content_folder(content)).ledger
        table, wishes = asked_table(asked)
        payments, problems = compare(ledger, table, wishes)
        if problems:
            raise Refused("not-compared", {"count": len(problems)}, tuple(problems))
    except Refused as refused:
        refused.code = 2  # 1 says that something differs
        raise
    if as_json:
        print(json.dumps(_as_json(payments), ensure_ascii=False, indent=1))
    else:
        for line in (*said_of(table, wishes), *_said_of(payments)):
            console().print(line)
    return 1 if any(payment.difference for payment in payments) else 0


def _said_of(payments: list[Payment]) -> Iterable[str]:
    yield say("sides", ledger=_side(_of_all(payments)[0]), export=_side(_of_all(payments)[1]))
    differing = [payment for payment in payments if payment.difference]
    total = rupiah(sum(payment.difference for payment in payments))
    yield say("compared", equal=count(len(payments) - len(differing)), amount=total)
    for name, own in {
        "ledger-only": [p for p in differing if not p.export],
        "export-only": [p for p in differing if not p.ledger],
        "both-differ": [p for p in differing if p.ledger and p.export],
    }.items():
        total = rupiah(sum(payment.difference for payment in own))
        yield say(f"sum-{name}", count=count(len(own)), amount=total)
    for payment in differing[:MOST]:
        first = (payment.ledger or payment.export)[0]
        sides = {"ledger": _side(payment.ledger, True), "export": _side(payment.export, True)}
        words = {"number": first.number, "account": first.account, **sides}
        yield "  " + say("difference", **words, amount=rupiah(payment.difference))
    if len(differing) > MOST:
        yield say("more-differences", count=count(len(differing) - MOST))
    for payment in payments:
        if payment.repeated:
            yield say("repeated", rows=", ".join(payment.repeated))
        if payment.is_respelled:
            yield say("respelled", rows=_side(payment.ledger, True), other=payment.export[0].number)


def _side(items: Iterable[Item], is_named: bool = False) -> str:
    """Return the sum of a side and its rows: how many, or which."""
    items = [*items]
    if not items:
        return say("nothing")
    rows = ", ".join(i.place for i in items) if is_named else say("rows", count=count(len(items)))
    return f"{rupiah(sum(item.amount for item in items))} ({rows})"


def _of_all(payments: list[Payment]) -> tuple[list[Item], list[Item]]:
    ledger = [item for payment in payments for item in payment.ledger]
    return ledger, [item for payment in payments for item in payment.export]


def _as_json(payments: list[Payment]) -> dict[str, object]:
    """Return the sums of both sides, and every payment that differs or stands twice."""
    sums = [sum(item.amount for item in side) for side in _of_all(payments)]
    listed = [
        {
            "difference": payment.difference,
            "ledger": [item._asdict() for item in payment.ledger],
            "export": [item._asdict() for item in payment.export],
            "repeated": payment.repeated,
        }
        for payment in payments
        if payment.difference or payment.repeated
    ]
    return {
        "ledger": sums[0],
        "export": sums[1],
        "difference": sums[0] - sums[1],
        "payments": listed,
    }
