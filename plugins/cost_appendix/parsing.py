"""Cells of one CSV row to one value of the model; called by `reading` for every row.

A value always comes back, so that the rules can judge the readable cells of a row whose other
cells are unreadable; `reading` sets such rows apart.
"""

from collections.abc import Collection, Mapping
from datetime import date
from sys import intern

from tabular.problems import Problem, problem
from tabular.table import Row

from .cells import (
    is_account_code,
    parse_amount,
    parse_count,
    parse_day,
    parse_number,
    parse_shares,
    parse_year,
)
from .columns import ACCOUNTS, AUTHORITIES, BUDGET, FUNDS, LEDGER, REVISIONS
from .model import Account, BudgetLine, LedgerRow, Revision, Stage

STAGES: dict[str, Stage] = {stage.value: stage for stage in Stage}
WORDS: dict[str, Collection[str]] = {"stage": STAGES, "fund": FUNDS, "authority": AUTHORITIES}
"""Attribute -> the only words that its cell may hold."""

CODES = {
    "id": "K03",
    "recorded": "K04",
    "happened": "K04",
    "stage": "K05",
    "fund": "K05",
    "authority": "K05",
    "amount": "K06",
    "ceiling": "K06",
    "before": "K06",
    "after": "K06",
    "shares": "K07",
    "code": "K08",
    "first_year": "K09",
    "last_year": "K09",
    "number": "K12",
    "order": "K12",
}
"""Attribute -> code of the problem when its cell cannot be read."""


def parse_ledger_row(path: str, year: int, source: Row) -> tuple[LedgerRow, list[Problem]]:
    """Take a ledger row apart by position; unreadable cells become neutral values and problems."""
    line, cells = source
    number = parse_number(cells[0])
    recorded = parse_day(cells[1])
    happened = parse_day(cells[2])
    stage = STAGES.get(cells[3])
    shares = parse_shares(cells[5])
    amount = parse_amount(cells[10])
    row = LedgerRow(
        path,
        line,
        year,
        number or 0,
        cells[0],
        recorded or date(year, 1, 1),
        happened or date(year, 1, 1),
        stage or Stage.PLAN,
        cells[4],
        shares or (),
        intern(cells[6]),
        intern(cells[7]),
        intern(cells[8]),
        cells[9],
        amount or 0,
        intern(cells[11]),
        cells[12],
        intern(cells[13]),
        intern(cells[14]),
    )
    if None not in (number, recorded, happened, stage, shares, amount):
        return row, []
    values = {
        "id": number,
        "recorded": recorded,
        "happened": happened,
        "stage": stage,
        "shares": shares,
        "amount": amount,
    }
    return row, _unreadable(path, source, LEDGER, values)


def parse_budget_line(path: str, year: int, source: Row) -> tuple[BudgetLine, list[Problem]]:
    """Take a budget row apart; a ceiling that cannot be read is None."""
    cells = dict(zip(BUDGET, source.cells, strict=True))
    ceiling = parse_amount(cells.pop("ceiling"))
    line = BudgetLine(path=path, line=source.line, year=year, ceiling=ceiling, **cells)
    values = {"ceiling": ceiling, "fund": line.fund if line.fund in FUNDS else None}
    return line, _unreadable(path, source, BUDGET, values)


def parse_revision(path: str, year: int, source: Row) -> tuple[Revision, list[Problem]]:
    """Take a row of the revisions apart; see `Revision` for what cannot be read."""
    number, order, day, authority, line, before, after, reason = source.cells
    place, place_within, happened = parse_count(number), parse_count(order), parse_day(day)
    amounts = parse_amount(before), parse_amount(after)
    values = {
        "number": place,
        "order": place_within,
        "happened": happened,
        "authority": authority if authority in AUTHORITIES else None,
        "before": amounts[0],
        "after": amounts[1],
    }
    problems = _unreadable(path, source, REVISIONS, values)
    revision = Revision(
        path=path,
        line=source.line,
        year=year,
        number=0 if problems else place or 0,
        order=place_within or 0,
        happened=happened or date(year, 1, 1),
        authority=authority,
        budget_line=line,
        before=None if problems else amounts[0],
        after=None if problems else amounts[1],
        reason=reason,
    )
    return revision, problems


def parse_account(path: str, source: Row) -> tuple[Account, list[Problem]]:
    """Take a row of the table of accounts apart; a year that cannot be read leaves its end open."""
    code, purpose, first, last, _note = source.cells
    account = Account(code, purpose, parse_year(first), parse_year(last))
    values = {
        "code": code if is_account_code(code) else None,
        "first_year": account.first_year if first else "",
        "last_year": account.last_year if last else "",
    }
    return account, _unreadable(path, source, ACCOUNTS, values)


def _unreadable(
    path: str, source: Row, columns: Mapping[str, str], values: Mapping[str, object]
) -> list[Problem]:
    """Return a problem for each attribute whose value is None, with its cell as it was written."""
    cells = dict(zip(columns, source.cells, strict=True))
    problems = []
    for attribute in (name for name, value in values.items() if value is None):
        details = {"value": cells[attribute]}
        if attribute in WORDS:
            details["known"] = ", ".join(WORDS[attribute])
        code = CODES[attribute]
        problems.append(problem(path, source.line, columns[attribute], code, **details))
    return problems
