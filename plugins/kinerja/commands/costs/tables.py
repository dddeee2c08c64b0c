"""What commands on spreadsheets share: the ledger, the table of a file, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cost_appendix.cells import parse_year
from cost_appendix.spreadsheets.cells import TEXT_AMOUNTS
from cost_appendix.spreadsheets.entries import Wishes, with_defaults
from cost_appendix.spreadsheets.headers import HEADERS
from cost_appendix.spreadsheets.tables import Table, column_letters, read_table
from kinerja.commands.guard import Refused
from kinerja.commands.words import say
from kinerja.model.portal import Content
from kinerja.reading.content import read_content
from tabular.text import shown


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: `given` as `unit=pusat` or `unit:Biro Umum=pusat`, `headers` likewise."""

    file: str
    sheet: str = ""
    year: int = 0
    given: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    style: str = ""


def read_books(root: Path, day: date = date.max) -> Content:
    """Return the content with a ledger that has no mistake, as of a day. Raises Refused."""
    found = read_content(root, day)
    faults = tuple(item for item in found.stopping if item.path.startswith("data/"))
    if faults:
        raise Refused("books-stop", {"count": len(faults)}, faults)
    return found


def asked_table(asked: Asked) -> tuple[Table, Wishes]:
    """Return the table of the file and what was said about it. Raises Refused, OSError."""
    given, own = {}, {}
    for text in asked.given:
        name, _, value = text.partition("=")
        column, _, word = name.partition(":")
        _check(value and column in HEADERS, "set", text, "unit=pusat")
        given[column, " ".join(word.split()).casefold()] = value
    for text in asked.headers:
        column, _, header = text.partition("=")
        _check(header and column in HEADERS, "header", text, "jumlah=Nilai SPM")
        own[column] = header
    _check(asked.style in TEXT_AMOUNTS, "text-amounts", asked.style, "id")
    _check(asked.year == 0 or parse_year(str(asked.year)), "year", str(asked.year), "2026")
    table, problems = read_table(Path(asked.file), asked.sheet, own)
    if table is None or problems:
        raise Refused("not-read", {"file": Path(asked.file).name}, tuple(problems))
    return table, Wishes(given, asked.style, asked.year)


def _check(is_good: object, option: str, value: str, example: str) -> None:
    if not is_good:
        raise Refused("bad-option", {"option": option, "value": value, "example": example})


def said_of(table: Table, wishes: Wishes) -> Iterable[str]:
    """Yield how the table was understood, so that a wrong header is seen, and what was left out."""
    columns = sorted(table.columns.items(), key=lambda pair: pair[1])
    yield say(
        "table",
        file=table.file,
        sheet=shown(table.sheet),
        row=table.header_row,
        columns=", ".join(
            f"{column} = {column_letters(place)} '{shown(table.headers[column])}'"
            for column, place in columns
        ),
        cells=", ".join(
            f"{column} = {value}"
            for (column, word), value in with_defaults(wishes, table).items()
            if not word
        ),
    )
    if table.unread:
        yield say("sheets-unread", names=", ".join(map(shown, table.unread)))
    for place, text in table.skipped:
        yield say("skipped", place=place, text=text)
