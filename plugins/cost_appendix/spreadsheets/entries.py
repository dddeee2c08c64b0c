"""Entries of a table to cells of the ledger, with what the user says about all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tabular.problems import Problem
from tabular.text import FORBIDDEN, shown

from ..columns import LEDGER
from ..model import MOVED, Ledger
from .cells import read_amount, read_day, read_text
from .tables import Entry, Table

COMPANY_FORMS: Final = ("pt ", "pt.", "cv ", "cv.", "ud ", "ud.", "koperasi ", "yayasan ", "perum ")
ALWAYS = ("tanggal", "unit", "akun", "mata_anggaran", "uraian", "jumlah")
OF_MONEY = ("bukti", "nomor_bukti", "penerima")
"""Columns that a row needs, and those that it needs from payment on."""

FIXED_WORDS = ("tahap", "bukti")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says beside the file.

    `given` leads from a column of the ledger and a text of its cells, in small letters, to the
    text that is meant; '' stands for an empty cell. `style` says how amounts that are text are
    written, `year` which rows are meant (0: the only year there is).
    """

    given: Mapping[tuple[str, str], str] = field(default_factory=dict)
    style: str = ""
    year: int = 0


def with_defaults(wishes: Wishes, table: Table) -> dict[tuple[str, str], str]:
    """Return what is given: rows without stage are payments; a header may name the evidence."""
    header = table.headers.get("nomor_bukti", "").casefold()
    kinds = {"sp2d": "sp2d", "kuitansi": "kuitansi-up", "kwitansi": "kuitansi-up"}
    kind = next((kinds[word] for word in kinds if word in header), "")
    return {("tahap", ""): "bayar", **({("bukti", ""): kind} if kind else {}), **wishes.given}


def ledger_cells(
    table: Table, entry: Entry, wishes: Wishes, ledger: Ledger, is_signed: bool = False
) -> tuple[dict[str, str], list[Problem]]:
    """Return column -> text of a row without id and day of recording, and what is wrong with it."""
    given = with_defaults(wishes, table)
    cells = dict.fromkeys(LEDGER.values(), "")
    problems: list[Problem] = []
    for column in cells:
        cell = entry.cells.get(column, "")
        if column == "jumlah":
            text, code = read_amount(cell, wishes.style, is_signed)
        else:
            text, code = (read_day if column == "tanggal" else read_text)(cell)
        if code:
            signs = FORBIDDEN.search(str(cell))
            character = f"U+{ord(signs.group()):04X}" if signs else ""
            details = {"value": shown(cell), "character": character}
            problems.append(table.problem(entry.row, column, code, **details))
        cells[column] = given.get((column, text.casefold()), text) or given.get((column, ""), "")
    _complete(cells, ledger)
    broken = {item.field for item in problems}
    for column in ALWAYS + (OF_MONEY if cells["tahap"] in MOVED else ()):
        empty = table.problem(entry.row, column, "K96", column=column)
        if column == "mata_anggaran" and not cells["tanggal"]:
            continue  # without its year no line can be looked up
        if column == "mata_anggaran" and cells["unit"] and cells["akun"]:
            details = {"unit": shown(cells["unit"]), "account": shown(cells["akun"])}
            empty = table.problem(entry.row, "unit", "K97", **details)
        if not cells[column] and empty.field not in broken:
            problems.append(empty)
    return cells, problems


def _complete(cells: dict[str, str], ledger: Ledger) -> None:
    """Write fixed words in small letters, companies with their prefix, and what the budget says.

    A row has unit and account of its budget line; where only one line has both, it is that one.
    """
    for column in FIXED_WORDS:
        cells[column] = cells[column].casefold()
    if cells["penerima"].casefold().startswith(COMPANY_FORMS):
        cells["penerima"] = f"perusahaan:{cells['penerima']}"
    lines = [
        line
        for (year, name), line in ledger.budget.items()
        if cells["tanggal"].startswith(str(year))
        and cells["mata_anggaran"] in ("", name)
        and cells["unit"] in ("", line.unit)
        and cells["akun"] in ("", line.account)
    ]
    if len(lines) == 1 and (cells["mata_anggaran"] or (cells["unit"] and cells["akun"])):
        (line,) = lines
        cells.update(unit=line.unit, akun=line.account, mata_anggaran=line.id)
