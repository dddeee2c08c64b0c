"""Ledger to the files that the public downloads, as bytes; the host writes them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain, groupby

from tabular.table import render_rows

from .batches import Batch
from .columns import BUDGET, LEDGER, REVIEWS, REVISIONS
from .model import BudgetLine, Ledger, LedgerRow, Record, Revision, Share
from .package import render_package
from .places import PACKAGE_FILE, data_file
from .totals import Group, hidden_as

RISKY = ("=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")
"""First characters at which a spreadsheet takes text for a formula, their wide forms, and `'`."""

_RISKY = re.compile(rf"(?:^|(?<=[;\t\n]))(?=[{re.escape(''.join(RISKY))}])")

HIDDEN = {Group.UNPUBLISHED: "belum-terbit", Group.WITHDRAWN: "konten-ditarik"}

YEAR = {"year": "tahun"}
"""The first column of tables whose rows do not say their year themselves."""

Columns = Mapping[str, str]
Table = tuple[str, Columns, bytes]
"""Name, columns and bytes of a file."""
Rows = Iterable[LedgerRow | BudgetLine | Revision | Batch]


def appendix_files(ledger: Ledger, records: Mapping[str, Record]) -> list[tuple[str, bytes]]:
    """Return (path, bytes) of the data files: ledger, budget, revisions, reviews; and about them.

    The ledger is there as a whole and once more by year, such as `biaya-2026.csv`. UTF-8, LF,
    amounts as digits, columns those of the source. A record that is not public is not named: its
    share stands under `belum-terbit` or `konten-ditarik`. Text cells are guarded, see `guarded`.
    """
    years = groupby(ledger.rows, key=lambda row: row.year)
    by_year = {f"biaya-{year}": _csv(LEDGER, rows, records) for year, rows in years}
    header = _csv(LEDGER, (), records)
    tables: list[Table] = [
        ("biaya", LEDGER, header + b"".join(data[len(header) :] for data in by_year.values())),
        *((name, LEDGER, data) for name, data in by_year.items()),
        ("anggaran", YEAR | BUDGET, _csv(YEAR | BUDGET, ledger.budget.values(), records)),
        ("revisi", YEAR | REVISIONS, _csv(YEAR | REVISIONS, ledger.revisions, records)),
        ("reviu", REVIEWS, _csv(REVIEWS, ledger.batches, records)),
    ]
    files = [(data_file(name), data) for name, _, data in tables]
    described = ((name, columns.values(), data) for name, columns, data in tables)
    return [*files, (PACKAGE_FILE, render_package(described))]


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    What begins with a character of RISKY gets `'` in front; so does what follows a semicolon, tab
    or line break, at which a spreadsheet with other habits may part cells. As `'` is itself one of
    RISKY, taking one `'` from each of these places always gives back the original.
    """
    return _RISKY.sub("'", text)


def _csv(columns: Columns, rows: Rows, records: Mapping[str, Record]) -> bytes:
    cells = ([_cell(getattr(row, name), records) for name in columns] for row in rows)
    return render_rows(chain([columns.values()], cells))


def _cell(value: str | int | date | tuple[Share, ...], records: Mapping[str, Record]) -> str:
    if not isinstance(value, tuple):
        return guarded(str(value))
    names = [(_public_name(share.record, records), share.percent) for share in value]
    if len(names) == 1:
        return guarded(names[0][0])
    return guarded(";".join(f"{name}:{percent}" for name, percent in names))


def _public_name(record_id: str, records: Mapping[str, Record]) -> str:
    record = records.get(record_id)
    return record_id if record is not None and record.public else HIDDEN[hidden_as(record)]
