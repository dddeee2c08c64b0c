"""The cost ledger, read against the tables of units and accounts that are in use."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cost_appendix.model import Account, Ledger
from cost_appendix.reading import read_ledger
from kinerja.model.documents import Edition
from kinerja.model.governance import Release
from kinerja.model.tables import Unit
from tabular.problems import Problem

from .layout import archive_folder
from .tables import read_table


def read_costs(
    root: Path, editions: Iterable[Edition], releases: Iterable[Release], day: date
) -> tuple[Ledger, list[Problem]]:
    """Return the ledger and every mistake in it.

    A mistake in a table is none of the ledger: the edition that was released last is used then.
    Without any readable table of units every unit counts.
    """
    tables = {edition.id: edition for edition in editions}
    released = {release.code: release.edition for release in releases}

    def rows(name: str) -> tuple[object, ...] | None:
        key = f"tabel-{name}"
        edition = tables.get(key)
        if edition and edition.problems and key in released:
            edition = read_table(archive_folder(root, released[key]), name)
        return edition.value if edition and isinstance(edition.value, tuple) else None

    units = rows("unit")
    found = rows("akun")
    accounts: dict[str, tuple[Account, ...]] | None = None
    if found is not None:
        accounts = {}
        for row in found:
            if isinstance(row, Account):
                accounts[row.code] = (*accounts.get(row.code, ()), row)
    known = None if units is None else {unit.id for unit in units if isinstance(unit, Unit)}
    return read_ledger(root, known, day, accounts)
