"""Rules on one row by itself; they also judge rows with an unreadable cell elsewhere."""

from collections.abc import Iterator
from itertools import chain

from tabular.problems import Problem, nearest

from ..columns import EVIDENCE, budget_problem, row_problem
from ..model import Ledger, LedgerRow, Stage

LONGEST_PURPOSE = 160
NAMELESS_RECEIVERS = ("internal", "perorangan")
COMPANY = "perusahaan:"
MONEY_MOVED = (Stage.PAYMENT, Stage.RETURN)
WITHOUT_RECEIVER = (Stage.PLAN, Stage.CANCELLATION)


def _all_rows(ledger: Ledger) -> Iterator[LedgerRow]:
    return chain(ledger.rows, ledger.unread)


def account_is_in_force(ledger: Ledger) -> Iterator[Problem]:
    """The account of a row and of a budget line is in akun.csv and in force in the file's year.

    Without any account there is nothing to hold rows against; `reading` reports that once.
    """
    if not ledger.accounts:
        return
    years = {row.year for row in _all_rows(ledger)} | {year for year, _id in ledger.budget}
    in_force = {
        (year, code)
        for code, accounts in ledger.accounts.items()
        for year in years
        if any(account.is_in_force(year) for account in accounts)
    }
    for row in _all_rows(ledger):
        if (row.year, row.account) not in in_force:
            yield row_problem(row, "account", "K22", value=row.account, year=row.year)
    for line in ledger.budget.values():
        if (line.year, line.account) not in in_force:
            yield budget_problem(line, "account", "K22", value=line.account, year=line.year)


def unit_is_known(ledger: Ledger) -> Iterator[Problem]:
    """The unit of a row and of a budget line is in the host's table of units, if it has one."""
    if ledger.units is None:
        return
    for row in _all_rows(ledger):
        if row.unit not in ledger.units:
            details = _unit_details(row.unit, ledger.units)
            yield row_problem(row, "unit", "K23", **details)
    for line in ledger.budget.values():
        if line.unit not in ledger.units:
            details = _unit_details(line.unit, ledger.units)
            yield budget_problem(line, "unit", "K23", **details)


def _unit_details(unit: str, known: frozenset[str]) -> dict[str, str]:
    near = nearest(unit, sorted(known))
    return {"value": unit, "hint": f"({near}?) " if near else ""}


def budget_line_exists(ledger: Ledger) -> Iterator[Problem]:
    """A row is charged to a line of the budget of the same year."""
    for row in _all_rows(ledger):
        if (row.year, row.budget_line) not in ledger.budget:
            details = {"value": row.budget_line, "year": row.year}
            yield row_problem(row, "budget_line", "K24", **details)


def row_agrees_with_its_budget_line(ledger: Ledger) -> Iterator[Problem]:
    """Unit and account of a row are those of its budget line: money is spent where it was given."""
    for row in _all_rows(ledger):
        line = ledger.budget.get((row.year, row.budget_line))
        if line is None or (row.unit == line.unit and row.account == line.account):
            continue
        for attribute, value, expected in (
            ("unit", row.unit, line.unit),
            ("account", row.account, line.account),
        ):
            if value != expected:
                details = {"value": value, "expected": expected, "budget_line": line.id}
                yield row_problem(row, attribute, "K25", **details)


def purpose_is_short(ledger: Ledger) -> Iterator[Problem]:
    """The description of a row has 1 to 160 characters."""
    for row in _all_rows(ledger):
        if not 1 <= len(row.purpose) <= LONGEST_PURPOSE:
            details = {"length": len(row.purpose), "limit": LONGEST_PURPOSE}
            yield row_problem(row, "purpose", "K26", **details)


def moved_money_has_evidence(ledger: Ledger) -> Iterator[Problem]:
    """Payments and returns name the kind and the number of their evidence.

    A cancellation need not: its evidence is that of the row which it ends.
    """
    for row in _all_rows(ledger):
        if row.stage in MONEY_MOVED:
            if not row.evidence:
                yield row_problem(row, "evidence", "K27")
            if not row.evidence_number:
                yield row_problem(row, "evidence_number", "K27")


def evidence_is_of_a_known_kind(ledger: Ledger) -> Iterator[Problem]:
    """Evidence, where named, is sp2d, kuitansi-up, blu or lain."""
    for row in _all_rows(ledger):
        if row.evidence and row.evidence not in EVIDENCE:
            details = {"value": row.evidence, "known": ", ".join(EVIDENCE)}
            yield row_problem(row, "evidence", "K28", **details)


def receiver_is_named_by_form(ledger: Ledger) -> Iterator[Problem]:
    """The receiver is internal, perorangan (never named) or perusahaan:<legal name>.

    It may be empty on a plan, whose receiver is not known yet, and on a cancellation.
    """
    for row in _all_rows(ledger):
        receiver = row.receiver
        if receiver in NAMELESS_RECEIVERS or (
            receiver.startswith(COMPANY) and receiver.removeprefix(COMPANY).strip()
        ):
            continue
        if receiver or row.stage not in WITHOUT_RECEIVER:
            yield row_problem(row, "receiver", "K29", value=receiver)


ROW_RULES = (
    account_is_in_force,
    unit_is_known,
    budget_line_exists,
    row_agrees_with_its_budget_line,
    purpose_is_short,
    moved_money_has_evidence,
    evidence_is_of_a_known_kind,
    receiver_is_named_by_form,
)
