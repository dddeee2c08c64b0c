"""Cells of one CSV row to one value of the model; called by `reading` for every row.

A value always comes back, so that the rules can judge the readable cells of a row whose other
cells are unreadable; `reading` sets such rows apart.
"""

from collections.abc import Iterator
from datetime import date
from sys import intern

from tabular.problems import Problem, problem
from tabular.table import Row

from .cells import is_account_code, parse_amount, parse_day, parse_number, parse_shares, parse_year
from .columns import ACCOUNTS, FUNDS, LEDGER, budget_problem
from .model import Account, BudgetLine, LedgerRow, Stage

STAGES: dict[str, Stage] = {stage.value: stage for stage in Stage}


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
        path=path,
        line=line,
        year=year,
        number=number or 0,
        id=cells[0],
        recorded=recorded or date(year, 1, 1),
        happened=happened or date(year, 1, 1),
        stage=stage or Stage.PLAN,
        continues=cells[4],
        shares=shares or (),
        unit=intern(cells[6]),
        account=intern(cells[7]),
        budget_line=intern(cells[8]),
        purpose=cells[9],
        amount=amount or 0,
        evidence=intern(cells[11]),
        evidence_number=cells[12],
        receiver=intern(cells[13]),
        procurement=intern(cells[14]),
    )
    if None not in (number, recorded, happened, stage, shares, amount):
        return row, []
    return row, [
        problem(path, line, LEDGER[attribute], code, **details)
        for attribute, value, code, details in (
            ("id", number, "K03", {"value": cells[0]}),
            ("recorded", recorded, "K04", {"value": cells[1]}),
            ("happened", happened, "K04", {"value": cells[2]}),
            ("stage", stage, "K05", {"value": cells[3], "known": ", ".join(STAGES)}),
            ("shares", shares, "K07", {"value": cells[5]}),
            ("amount", amount, "K06", {"value": cells[10]}),
        )
        if value is None
    ]


def parse_budget_line(path: str, year: int, source: Row) -> tuple[BudgetLine, list[Problem]]:
    """Take a budget row apart; a ceiling that cannot be read is None."""
    cells = source.cells
    ceiling = parse_amount(cells[9])
    line = BudgetLine(
        path=path,
        line=source.line,
        year=year,
        id=cells[0],
        unit=cells[1],
        account=cells[7],
        ceiling=ceiling,
    )
    problems = []
    if ceiling is None:
        problems.append(budget_problem(line, "ceiling", "K06", value=cells[9]))
    if cells[10] not in FUNDS:
        known = ", ".join(FUNDS)
        problems.append(budget_problem(line, "fund", "K10", value=cells[10], known=known))
    return line, problems


def parse_account(path: str, source: Row) -> tuple[Account, list[Problem]]:
    """Take a row of the table of accounts apart; a year that cannot be read leaves its end open."""
    code, purpose, first, last, _note = source.cells
    account = Account(code, purpose, parse_year(first), parse_year(last))
    return account, list(_account_problems(path, source.line, code, first, last))


def _account_problems(path: str, line: int, code: str, first: str, last: str) -> Iterator[Problem]:
    if not is_account_code(code):
        yield problem(path, line, ACCOUNTS["code"], "K08", value=code)
    for attribute, text in (("first_year", first), ("last_year", last)):
        if text and parse_year(text) is None:
            yield problem(path, line, ACCOUNTS[attribute], "K09", value=text)
