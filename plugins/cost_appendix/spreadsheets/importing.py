"""A table to the ledger with its rows appended, judged as the build would before it is written."""

import csv
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tabular.problems import Problem
from tabular.table import render_rows
from tabular.text import shown

from ..cells import evidence_key
from ..columns import LEDGER
from ..model import MOVED, Ledger, LedgerRow
from ..reading import BUDGET_FOLDER, LEDGER_FOLDER, REVISION_FOLDER, read_ledger
from .entries import Wishes, ledger_cells
from .tables import Table

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: nothing may be written where there are problems, or no new rows.

    `data` are the bytes of the whole file at `path` below the content, `ids` its new rows, of
    `amount` rupiah. `known` leads from entries that stand in the ledger already to their rows.
    """

    path: str
    data: bytes
    ids: tuple[str, ...]
    amount: int
    known: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def plan_import(content: Path, ledger: Ledger, table: Table, wishes: Wishes, today: date) -> Plan:
    """Return the ledger's file with a new row for each entry that does not stand in it yet.

    `ledger` is what stands in `content`. All rows are of one year: the one that is wished, else
    that of the first. What is wrong with new rows is told at the cells of the table.
    Rows that a cancellation ended stand there too: they do not come back. Raises OSError.
    """
    problems: list[Problem] = []
    fresh: list[tuple[int, Cells]] = []
    known: list[tuple[str, str]] = []
    standing = {_key(_cells(row)): row.id for row in ledger.rows}
    for entry in table.entries:
        cells, found = ledger_cells(table, entry, wishes, ledger)
        problems += found
        if not found and (row_id := standing.get(_key(cells))):
            known.append((table.place(entry.row), row_id))
        elif not found:
            fresh.append((entry.row, cells))
    year = wishes.year or (int(fresh[0][1]["tanggal"][:4]) if fresh else today.year)
    path = f"{LEDGER_FOLDER}/{year}.csv"
    file = content / path
    before = file.read_bytes() if file.is_file() else f"{','.join(LEDGER.values())}\n".encode()
    before += b"" if before.endswith(b"\n") else b"\n"
    last = max((row.number for row in ledger.rows if row.year == year), default=0)
    ids = [f"{year}-{last + place:06}" for place in range(1, len(fresh) + 1)]
    data = before + _lines(before, ids, [cells for _, cells in fresh], today)
    if fresh:
        rows = {before.count(b"\n") + n: row for n, (row, _) in enumerate(fresh, 1)}
        names = {new: table.place(row) for new, row in zip(ids, rows.values(), strict=True)}
        for item in _judge(content, path, data, ledger):
            is_new = item.path == path and item.line in rows
            problems.append(_at_cell(item, table, rows[item.line], names) if is_new else item)
    amount = sum(int(cells["jumlah"]) for _, cells in fresh)
    return Plan(path, data, tuple(ids), amount, tuple(known), tuple(dict.fromkeys(problems)))


def _cells(row: LedgerRow) -> Cells:
    return {column: str(getattr(row, name)) for name, column in LEDGER.items()}


def _key(cells: Cells) -> tuple[object, ...]:
    """Return what makes a row the same again: its evidence, or all that says what it was for."""
    if cells["tahap"] in MOVED:
        return evidence_key(cells["nomor_bukti"]), cells["akun"], cells["jumlah"]
    names = ("tahap", "tanggal", "unit", "akun", "mata_anggaran", "uraian", "jumlah")
    return tuple(cells[name] for name in names)


def _lines(before: bytes, ids: list[str], rows: list[Cells], today: date) -> bytes:
    """Return new lines in the order of the columns that the file has."""
    header = next(csv.reader([before.decode(errors="replace").partition("\n")[0]]), [])
    new = ({"id": row_id, "tgl_catat": today.isoformat()} for row_id in ids)
    whole = [cells | more for cells, more in zip(rows, new, strict=True)]
    return render_rows([cells.get(column, "") for column in header] for cells in whole)


def _judge(content: Path, path: str, data: bytes, ledger: Ledger) -> list[Problem]:
    """Return the mistakes of the ledger with other bytes for one file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in (LEDGER_FOLDER, BUDGET_FOLDER, REVISION_FOLDER):
            if (content / name).is_dir():
                shutil.copytree(content / name, copy / name, symlinks=True)
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(data)
        return read_ledger(copy, ledger.units, date.max, ledger.accounts)[1]


def _at_cell(item: Problem, table: Table, row: int, names: Mapping[str, str]) -> Problem:
    """Tell a mistake of a new row at its cell, and name other new rows by theirs."""
    details = tuple(
        (name, shown(re.sub(r"\d{4}-\d{6,}", lambda found: names.get(found[0], found[0]), value)))
        for name, value in item.details
    )
    place = f"{table.place(row, item.field)} {item.field}"
    return replace(item, path=table.file, line=0, field=place, details=details)
