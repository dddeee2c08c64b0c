"""Rules on one row by itself; they also judge rows with an unreadable cell elsewhere."""

from collections.abc import Iterator
from itertools import chain

from tabular.problems import Problem, nearest

from ..columns import EVIDENCE, problem_at
from ..model import MOVED, BudgetLine, Ledger, LedgerRow, Revision, Stage

LONGEST_PURPOSE = 160
NAMELESS_RECEIVERS = ("internal", "perorangan")
COMPANY = "perusahaan:"
WITHOUT_RECEIVER = (Stage.PLAN, Stage.CANCELLATION)


def _all_rows(ledger: Ledger) -> Iterator[LedgerRow]:
    return chain(ledger.rows, ledger.unread)


def _all_places(ledger: Ledger) -> Iterator[LedgerRow | BudgetLine]:
    """Yield all that has a unit and an account: rows, and the lines of the budget."""
    return chain(_all_rows(ledger), ledger.budget.values())


def account_is_in_force(ledger: Ledger) -> Iterator[Problem]:
    """The account of a row and of a budget line is in akun.csv and in force in the file's year.

    Without any account there is nothing to hold rows against; `reading` reports that once.
    """
    if not ledger.accounts:
        return
    years = {item.year for item in _all_places(ledger)}
    in_force = {
        (year, code)
        for code, accounts in ledger.accounts.items()
        for year in years
        if any(account.is_in_force(year) for account in accounts)
    }
    for item in _all_places(ledger):
        if (item.year, item.account) not in in_force:
            yield problem_at(item, "account", "K22", value=item.account, year=item.year)


def unit_is_known(ledger: Ledger) -> Iterator[Problem]:
    """The unit of a row and of a budget line is in the host's table of units, if it has one."""
    if ledger.units is None:
        return
    for item in _all_places(ledger):
        if item.unit not in ledger.units:
            near = nearest(item.unit, sorted(ledger.units))
            hint = f"({near}?) " if near else ""
            yield problem_at(item, "unit", "K23", value=item.unit, hint=hint)


def budget_line_exists(ledger: Ledger) -> Iterator[Problem]:
    """A row is charged to, and a revision changes, a line of the budget of the same year."""
    charges: Iterator[LedgerRow | Revision] = chain(_all_rows(ledger), ledger.revisions)
    for item in charges:
        if (item.year, item.budget_line) not in ledger.budget:
            details = {"value": item.budget_line, "year": item.year}
            yield problem_at(item, "budget_line", "K24", **details)


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
                yield problem_at(row, attribute, "K25", **details)


def purpose_is_short(ledger: Ledger) -> Iterator[Problem]:
    """The description of a row and the reason of a revision have 1 to 160 characters."""
    limit = LONGEST_PURPOSE
    for row in _all_rows(ledger):
        if not 1 <= len(row.purpose) <= limit:
            yield problem_at(row, "purpose", "K26", length=len(row.purpose), limit=limit)
    for revision in ledger.revisions:
        if not 1 <= len(revision.reason) <= limit:
            yield problem_at(revision, "reason", "K26", length=len(revision.reason), limit=limit)


def moved_money_has_evidence(ledger: Ledger) -> Iterator[Problem]:
    """Payments and returns name the kind and the number of their evidence.

    A cancellation need not: its evidence is that of the row which it ends.
    """
    for row in _all_rows(ledger):
        if row.stage in MOVED:
            if not row.evidence:
                yield problem_at(row, "evidence", "K27")
            if not row.evidence_number:
                yield problem_at(row, "evidence_number", "K27")


def evidence_is_of_a_known_kind(ledger: Ledger) -> Iterator[Problem]:
    """Evidence, where named, is sp2d, kuitansi-up, blu or lain."""
    for row in _all_rows(ledger):
        if row.evidence and row.evidence not in EVIDENCE:
            details = {"value": row.evidence, "known": ", ".join(EVIDENCE)}
            yield problem_at(row, "evidence", "K05", **details)


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
            yield problem_at(row, "receiver", "K29", value=receiver)


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
