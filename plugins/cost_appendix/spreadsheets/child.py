"""The only module that knows calamine; `opening` runs it as a program of its own.

A file from outside can ask for any amount of memory or time: one cell in the last row and column
of a sheet makes calamine claim 500 GB, which ends the process. So this process may end.
Takes the path of the file and the name of a sheet, or ''; writes JSON to stdout: names of hidden
sheets, and each sheet with its rows from A1 on and its merged cells, counted from 0; a date
stands as a list of one text.
"""

import json
import re
import sys
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile, is_zipfile

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

ENCRYPTED = 3
MOST_BYTES = 1024**3
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FAULTY_CELL = re.compile(
    rb'<c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+)([0-9]+)"[^>]*>.*?<v>([^<]*)</v>', re.DOTALL
)


def main(path: str, wanted: str) -> int:
    """Write the sheets that are seen, or only the wanted one; return the exit code."""
    with suppress(ImportError, OSError, ValueError):  # no such limit on this system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    data = Path(path).read_bytes()
    try:
        book = open_book(path, data)
    except PasswordError:
        return ENCRYPTED
    faults = find_faults(data)
    hidden, sheets = [], []
    for sheet in book.sheets_metadata:
        is_seen = sheet.visible is SheetVisibleEnum.Visible
        if not is_seen:
            hidden.append(sheet.name)
        if sheet.typ is SheetTypeEnum.WorkSheet and (
            sheet.name == wanted or is_seen > bool(wanted)
        ):
            found = book.get_sheet_by_name(sheet.name)
            rows = found.to_python(skip_empty_area=False)
            for row, column, text in faults.get(sheet.name, ()):
                if row < len(rows) and column < len(rows[row]):
                    rows[row][column] = text
            sheets.append((sheet.name, rows, found.merged_cell_ranges or []))
    json.dump({"hidden": hidden, "sheets": sheets}, sys.stdout, default=_plain)
    return 0


def open_book(path: str, data: bytes) -> CalamineWorkbook:
    """Open by content, whatever the name; only by its name a file is known to have a password."""
    try:
        return CalamineWorkbook.from_object(BytesIO(data))
    except CalamineError:
        return CalamineWorkbook.from_path(path)


def _plain(value: object) -> object:
    return [value.isoformat()[:10]] if isinstance(value, date) else str(value)


def find_faults(data: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """Return sheet -> row, column and text of formulas that failed; calamine shows them as empty.

    Only of .xlsx; Raises KeyError, BadZipFile and ParseError for a file that is none.
    """
    faults: dict[str, list[tuple[int, int, str]]] = {}
    if not is_zipfile(BytesIO(data)):
        return faults
    with ZipFile(BytesIO(data)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return faults
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(
            "{*}sheets/*"
        ):
            path = normpath(join("/xl", targets[sheet.get(LINK)])).lstrip("/")
            faults[sheet.get("name", "")] = [
                (int(row) - 1, _column(letters), text.decode())
                for letters, row, text in FAULTY_CELL.findall(archive.read(path))
            ]
    return faults


def _column(letters: bytes) -> int:
    """Return 0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
