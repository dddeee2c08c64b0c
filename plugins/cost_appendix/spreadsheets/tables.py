"""Sheets of cells to the one table that is meant: its entries, and what was passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tabular.problems import Problem, problem
from tabular.text import shown

from .headers import Found, find_header
from .opening import Cell, Sheet, open_sheets

MONEY = re.compile(r"#.*|(?:rp|idr)?(?:[\s.]*[(+-])?[.,\s]*\d[\d.,\s]*\)?(?:,-)?", re.IGNORECASE)
"""What stands where money stands and may be money, or a formula that failed."""

TOTAL = re.compile(r"(?:sub|grand)?[\s-]*(?:jumlah|total)\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with a day or money, from 1. Merged cells count in each of their rows, save money."""

    row: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a file. `columns` leads from a column of the ledger to one of the sheet, from 0.

    `skipped` holds totals and rows without day and money, with their text; `unread` other sheets.
    """

    file: str
    sheet: str
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[str, str]
    entries: tuple[Entry, ...]
    skipped: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]

    def place(self, row: int, column: str = "") -> str:
        """Return `Lembar1!F12` for a column that the sheet has, otherwise `Lembar1!12`."""
        letters = column_letters(self.columns[column]) if column in self.columns else ""
        return f"{shown(self.sheet)}!{letters}{row}"

    def problem(self, row: int, column: str, code: str, /, **details: object) -> Problem:
        """Make a problem at a cell; of a column that the sheet lacks, at its header."""
        place = self.place(row if column in self.columns else self.header_row, column)
        return problem(self.file, 0, f"{place} {column}", code, **details)


def read_table(
    path: Path, wanted: str, own: Mapping[str, str]
) -> tuple[Table | None, list[Problem]]:
    """Return the table of the wanted sheet, '' for the only one that has a header.

    `own` names headers of columns of the ledger that are not the usual ones. Raises OSError.
    """
    sheets, hidden, problems = open_sheets(path, wanted)
    if problems:
        return None, problems
    tables = [(sheet, found) for sheet in sheets if (found := find_header(sheet, own))]
    if wanted and not sheets:
        known = ", ".join(map(shown, hidden)) or "-"
        return None, [problem(path.name, 0, "", "K87", value=shown(wanted), known=known)]
    if len(tables) > 1:
        known = ", ".join(shown(sheet.name) for sheet, _ in tables)
        return None, [problem(path.name, 0, "", "K88", known=known)]
    missing = own.keys() - tables[0][1].columns.keys() if tables else {*own}
    if not tables or missing:
        known = ", ".join(sorted(own[column] for column in missing)) or "jumlah"
        return None, [problem(path.name, 0, "", "K89", value=shown(known))]
    sheet, found = tables[0]
    names = (other.name for other in sheets if other is not sheet)
    table = _table(path.name, sheet, found, () if wanted else (*hidden, *names))
    return table, [
        table.problem(table.header_row, column, "K90", value=shown(table.headers[column]))
        for column, places in found.columns.items()
        if len(places) > 1
    ]


def _table(file: str, sheet: Sheet, found: Found, unread: tuple[str, ...]) -> Table:
    columns = {column: places[0] for column, places in found.columns.items()}
    above = {
        (row, left): (first, left)
        for (first, left), (last, _) in sheet.merged
        for row in range(first + 1, last + 1)
        if left != columns["jumlah"]
    }
    entries: list[Entry] = []
    skipped: list[tuple[str, str]] = []
    for number, row in enumerate(sheet.rows[found.row + 1 :], found.row + 1):
        filled = [str(cell).strip() for cell in row if str(cell).strip()]
        if not filled or (number == found.row + 1 and _are_numbers(filled)):
            continue
        cells: dict[str, Cell] = {}
        for column, place in columns.items():
            line, left = above.get((number, place), (number, place))
            cells[column] = sheet.rows[line][left] if left < len(sheet.rows[line]) else ""
        if _is_entry(cells, filled):
            entries.append(Entry(number + 1, cells))
        else:
            skipped.append((f"{shown(sheet.name)}!{number + 1}", shown(filled[0])))
    headers = {column: found.texts[place] for column, place in columns.items()}
    return Table(
        file, sheet.name, found.row + 1, columns, headers, tuple(entries), tuple(skipped), unread
    )


def _is_entry(cells: Mapping[str, Cell], filled: list[str]) -> bool:
    """Whether a row has a day or money; a total has a label, and no day and no evidence."""
    amount, day, number = (
        str(cells.get(column, "")).strip() for column in ("jumlah", "tanggal", "nomor_bukti")
    )
    labels = {text for text in filled if TOTAL.fullmatch(text)}
    is_total = bool(labels) and {day, number} <= {"", *labels}
    return not is_total and bool(day or MONEY.fullmatch(amount[:40]))


def _are_numbers(filled: list[str]) -> bool:
    """Whether a row below the header counts the columns: 1, 2, 3 or (1), (2), (3)."""
    numbers = [text.strip("() ").removesuffix(".0") for text in filled]
    first = int(numbers[0]) if numbers[0].isdecimal() else -1
    return len(numbers) > 2 and numbers == [str(first + n) for n in range(len(numbers))]


def column_letters(number: int) -> str:
    """Return A for 0, AA for 26."""
    above, place = divmod(number, 26)
    return (column_letters(above - 1) if above else "") + chr(65 + place)
