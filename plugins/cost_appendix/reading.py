"""Files below `content/data/` to a Ledger and every mistake in them; the first step of all.

Reads `akun.csv` and `biaya`, `anggaran` and `revisi/<tahun>.csv`, and the reviews beside `data/`,
`persetujuan/biaya-<tahun>.jsonl`. Absent folders are an empty
ledger. A ledger with problems must not be published: whoever calls decides how to stop.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from tabular.problems import Problem, problem
from tabular.table import Row, each_row
from tabular.text import decode_text, is_litter

from .cells import parse_year
from .columns import ACCOUNTS, BUDGET, LEDGER, REVISIONS, problem_at
from .model import Account, BudgetLine, Ledger, LedgerRow, build_ledger
from .parsing import parse_account, parse_budget_line, parse_ledger_row, parse_revision
from .reviewing import read_batches
from .rules import find_problems

Item = TypeVar("Item")

LARGEST = 256 * 1024 * 1024
"""Largest ledger file in bytes: over 1,000,000 rows; the whole file is held in memory."""

LEDGER_FOLDER = "data/biaya"
BUDGET_FOLDER = "data/anggaran"
REVISION_FOLDER = "data/revisi"
ACCOUNTS_FILE = "data/akun.csv"


def read_ledger(
    content: Path,
    units: Collection[str] | None,
    as_of: date,
    accounts: Mapping[str, tuple[Account, ...]] | None = None,
) -> tuple[Ledger, list[Problem]]:
    """Return the ledger as it stood on `as_of`, and all problems in order of place.

    `content` is the folder that holds `data/`; paths of problems are relative to it, with `/`.
    `units` are the known unit ids; None accepts any name. Rows recorded and revisions dated after
    `as_of` are checked already, so that the clock alone brings no new problem, but count as not
    yet written. A host that keeps the accounts elsewhere gives them; otherwise they are read.
    Raises OSError where a file cannot be opened.
    """
    problems: list[Problem] = []
    if accounts is None:
        accounts, problems = read_accounts(content)
    budget = _read_budget(content, problems)
    rows: list[LedgerRow] = []
    unread: list[LedgerRow] = []
    for row, is_readable in _each(content, LEDGER_FOLDER, LEDGER, parse_ledger_row, problems):
        (rows if is_readable else unread).append(row)
    found = _each(content, REVISION_FOLDER, REVISIONS, parse_revision, problems)
    revisions = tuple(revision for revision, _ in found)
    known = None if units is None else frozenset(units)
    whole = build_ledger(tuple(rows), tuple(unread), budget, revisions, accounts, known)
    if (rows or unread or budget) and not accounts and not problems:
        problems.append(problem(ACCOUNTS_FILE, 0, "", "K02"))
    batches, faults = read_batches(content, whole)
    problems = sorted([*problems, *faults, *find_problems(whole)])
    written = tuple(row for row in rows if row.recorded <= as_of)
    decided = tuple(revision for revision in revisions if revision.happened <= as_of)
    if (len(written), len(decided), unread) == (len(rows), len(revisions), []):
        return replace(whole, batches=batches), problems
    ledger = build_ledger(written, (), budget, decided, accounts, known)
    return replace(ledger, batches=batches), problems


def read_accounts(content: Path) -> tuple[dict[str, tuple[Account, ...]], list[Problem]]:
    """Return the accounts of `data/akun.csv` below a folder by code; no file, no accounts."""
    accounts: dict[str, tuple[Account, ...]] = {}
    problems: list[Problem] = []
    if not (content / ACCOUNTS_FILE).is_file():
        return accounts, problems
    for source in _table(content, ACCOUNTS_FILE, ACCOUNTS, problems):
        account, found = parse_account(ACCOUNTS_FILE, source)
        problems.extend(found)
        accounts[account.code] = (*accounts.get(account.code, ()), account)
    return accounts, problems


def _read_budget(content: Path, problems: list[Problem]) -> dict[tuple[int, str], BudgetLine]:
    """Read the budget of every year; of lines with the same id the first one is kept."""
    budget: dict[tuple[int, str], BudgetLine] = {}
    for line, _ in _each(content, BUDGET_FOLDER, BUDGET, parse_budget_line, problems):
        first = budget.setdefault((line.year, line.id), line)
        if first is not line:
            problems.append(problem_at(line, "id", "K11", value=line.id, first=first.line))
    return budget


def _each(
    content: Path,
    folder: str,
    columns: dict[str, str],
    parse: Callable[[str, int, Row], tuple[Item, list[Problem]]],
    problems: list[Problem],
) -> Iterator[tuple[Item, bool]]:
    """Yield what each row of every year says, and whether all of its cells can be read."""
    for path, year in _year_files(content, folder, problems):
        for source in _table(content, path, columns, problems):
            item, found = parse(path, year, source)
            problems.extend(found)
            yield item, not found


def _year_files(content: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """Yield path and year of each `<tahun>.csv`, oldest first; other files are problems."""
    if not (content / folder).is_dir():
        return
    for file in sorted((content / folder).iterdir(), key=lambda file: file.name):
        path = f"{folder}/{file.name}"
        year = parse_year(file.stem)
        if year is not None and file.suffix == ".csv" and _is_plain(file):
            yield path, year
        elif not is_litter(file.name):
            problems.append(problem(path, 0, "", "K01"))


def _is_plain(file: Path) -> bool:
    """A ledger is a file of its own: a link could lead out of the content folder."""
    return file.is_file() and not file.is_symlink()


def _table(
    content: Path, path: str, columns: dict[str, str], problems: list[Problem]
) -> Iterator[Row]:
    """Yield the rows of a file one by one: a ledger's cells need not all be held at once."""
    text, found = decode_text((content / path).read_bytes(), path, LARGEST)
    problems.extend(found)
    if not found:
        yield from each_row(text, path, tuple(columns.values()), problems)
