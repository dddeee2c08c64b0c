"""Spreadsheets as finance staff keep them, written for the tests; and the ledger beside them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cost_appendix.model import Ledger
from cost_appendix.spreadsheets.entries import Wishes
from cost_appendix.spreadsheets.tables import Table, read_table
from tabular.problems import Problem
from tests.cost_appendix.ledgers import LINE, Cells, ledger_of, row

TODAY = date(2026, 4, 1)
HEADER = ("No.", "Tanggal SP2D", "No. SP2D", "Uraian", "Akun", "Satker", "Penerima", "Nilai (Rp)")
RECORDED = row(1, nomor_bukti="SP-1", jumlah="1000")
PAID = date(2026, 3, 2)

Value = object


def entry(number: int = 7, /, **cells: Value) -> list[Value]:
    """Return a payment of Rp25.000 as a row below HEADER, with other cells where given."""
    usual: dict[str, Value] = {
        "no": number,
        "tanggal": PAID,
        "nomor_bukti": f"SP-{number}",
        "uraian": "Cetak spanduk",
        "akun": 521211,
        "unit": "setjen",
        "penerima": "PT Contoh",
        "jumlah": 25000,
    }
    return [*(usual | cells).values()]


def write_sheet(file: Path, *rows: Sequence[Value], title: str = "Lembar1") -> Path:
    """Write one sheet with the rows from A1 on."""
    book = Workbook()
    fill(book.worksheets[0], rows, title)
    book.save(file)
    return file


def fill(sheet: Worksheet, rows: Sequence[Sequence[Value]], title: str) -> None:
    """Put rows on a sheet and name it."""
    sheet.title = title
    for cells in rows:
        sheet.append([*cells])


def good_table(file: Path, sheet: str = "", **own: str) -> Table:
    """Return the table of a file that can be read."""
    table, problems = read_table(file, sheet, own)
    no_problems: list[Problem] = []
    assert no_problems == problems
    assert table is not None
    return table


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Return the place and the code of each problem."""
    return [(item.field or f"{item.path}:{item.line}", item.code) for item in problems]


def books(folder: Path, *rows: Cells) -> tuple[Path, Ledger]:
    """Write a ledger and return its folder and what stands in it; one row where none is given."""
    second = LINE | {"id": "jasa", "akun": "522191"}
    accounts = [
        {"kode": code, "uraian": "", "dari_tahun": "", "sampai_tahun": "", "keterangan": ""}
        for code in ("521211", "522191")
    ]
    ledger = ledger_of(folder, *(rows or (RECORDED,)), budget=(LINE, second), accounts=accounts)
    return folder, ledger


def wishes(year: int = 0, style: str = "", **given: str) -> Wishes:
    """Return what a user says: `unit="setjen"` for empty cells."""
    return Wishes({(column, ""): value for column, value in given.items()}, style, year)
