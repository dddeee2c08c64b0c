"""Ledger to the files that the public downloads, as bytes; the host writes them."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from .columns import BUDGET, LEDGER, REVISIONS
from .model import BudgetLine, Ledger, LedgerRow, Record, Revision, Share
from .package import render_package
from .places import PACKAGE_FILE, data_file

RISKY = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")
"""First characters at which a spreadsheet takes text for a formula, their wide forms, and `'`."""

HIDDEN = "belum-terbit"
WITHDRAWN = "konten-ditarik"

YEAR = {"year": "tahun"}
"""The first column of tables whose rows do not say their year themselves."""

Columns = Mapping[str, str]
Rows = Iterable[LedgerRow | BudgetLine | Revision]


def appendix_files(ledger: Ledger, records: Mapping[str, Record]) -> list[tuple[str, bytes]]:
    """Return (path, bytes) of the data files: ledger, budget, revisions, and their description.

    UTF-8, LF, amounts as digits, columns those of the source. A record that is not public is not
    named: its share stands under `belum-terbit` or `konten-ditarik`. Text cells are guarded, see
    `guarded`.
    """
    sources: tuple[tuple[str, Columns, Rows], ...] = (
        ("biaya", LEDGER, ledger.rows),
        ("anggaran", YEAR | BUDGET, ledger.budget.values()),
        ("revisi", YEAR | REVISIONS, ledger.revisions),
    )
    tables = [
        (name, columns.values(), _csv(columns, rows, records)) for name, columns, rows in sources
    ]
    files = [(data_file(name), data) for name, _, data in tables]
    return [*files, (PACKAGE_FILE, render_package(tables))]


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Text that begins with a character of RISKY gets `'` in front. As `'` is one of them, taking
    one `'` from the front of a cell that begins with it always gives back the original.
    """
    return f"'{text}" if text.startswith(RISKY) else text


def _csv(columns: Columns, rows: Rows, records: Mapping[str, Record]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns.values())
    writer.writerows(
        [_cell(getattr(row, attribute), records) for attribute in columns] for row in rows
    )
    return buffer.getvalue().encode()


def _cell(value: str | int | date | tuple[Share, ...], records: Mapping[str, Record]) -> str:
    if not isinstance(value, tuple):
        return guarded(str(value))
    names = [(_public_name(share.record, records), share.percent) for share in value]
    if len(names) == 1:
        return guarded(names[0][0])
    return guarded(";".join(f"{name}:{percent}" for name, percent in names))


def _public_name(record_id: str, records: Mapping[str, Record]) -> str:
    record = records.get(record_id)
    if record is None or not record.public:
        return WITHDRAWN if record is not None and record.withdrawn else HIDDEN
    return record_id
