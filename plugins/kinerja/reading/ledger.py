"""The cost ledger, read against the tables of units and accounts that are in use."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from cost_appendix.model import Account, Ledger
from cost_appendix.reading import read_ledger
from kinerja.model.documents import Edition
from kinerja.model.governance import Release
from kinerja.model.tables import Unit
from tabular.problems import Problem, problem

from .layout import archive_folder
from .tables import read_table

Rows = dict[str, tuple[object, ...]]
TABLES = ("unit", "akun")


def read_costs(
    root: Path, editions: Mapping[str, Edition], releases: Iterable[Release], day: date
) -> tuple[Ledger, list[Problem], dict[str, list[Problem]]]:
    """Return the ledger, its mistakes, and mistakes of tables by edition.

    A mistake in a table is none of the ledger: where a table has one, or takes away what the
    ledger needs, the edition that was released last is used. Without any readable table of units
    every unit counts.
    """
    released = {release.code: release.edition for release in releases}
    earlier = _rows(
        (name, read_table(archive_folder(root, released[f"tabel-{name}"]), name))
        for name in TABLES
        if f"tabel-{name}" in released
    )
    present = _rows((name, editions.get(f"tabel-{name}")) for name in TABLES)
    ledger, problems = _read_against(root, {**earlier, **present}, day)
    if problems and earlier and any(present.get(name) != rows for name, rows in earlier.items()):
        before, faults = _read_against(root, {**present, **earlier}, day)
        if not faults:
            keys = {f"tabel-{name}" for name in earlier if present.get(name) != earlier[name]}
            of_tables = {
                key: [problem(editions[key].path, 0, "", "R06", row=problems[0].line)]
                for key in keys
                if key in editions
            }
            return before, [], of_tables
    return ledger, problems, {}


def _rows(tables: Iterable[tuple[str, Edition | None]]) -> Rows:
    """Return the rows of those tables that can be read, by name."""
    return {
        name: edition.value
        for name, edition in tables
        if edition and isinstance(edition.value, tuple)
    }


def _read_against(root: Path, rows: Rows, day: date) -> tuple[Ledger, list[Problem]]:
    accounts: dict[str, tuple[Account, ...]] | None = None
    if "akun" in rows:
        accounts = {}
        for row in rows["akun"]:
            if isinstance(row, Account):
                accounts[row.code] = (*accounts.get(row.code, ()), row)
    units = {row.id for row in rows.get("unit", ()) if isinstance(row, Unit)}
    return read_ledger(root, units if "unit" in rows else None, day, accounts)
