"""An empty content folder made ready for its first record, under the policy `kecil`."""

from datetime import date
from pathlib import Path

from kinerja.disk import write_atomic
from kinerja.model.governance import Role
from kinerja.model.tables import Unit
from kinerja.reading.entries import csv_columns
from kinerja.reading.governance import HOLDERS_PATH
from kinerja.reading.tables import table_path

ROLES = (Role.AUTHOR, Role.RESPONSIBLE)
"""Two persons are enough (approval.md, policy `kecil`)."""

HOLDERS = "# Siapa memegang peran apa. Ganti alamat ini dengan alamat peran di kantor Anda.\n"


def begin_portal(root: Path, unit: str, day: date) -> list[str]:
    """Write the table of units with one row, and the holders of two roles; return new paths.

    Nothing is written where the content has units already, and no file is replaced.
    """
    units = table_path("unit")
    if (root / units).exists():
        return []
    name = unit.replace("-", " ").capitalize()
    cells = {"id": unit, "nama": name, "jenis": "upt"}
    columns = csv_columns(Unit, "unit")
    rows = f"{','.join(columns)}\n{','.join(cells.get(column, '') for column in columns)}\n"
    holders = "".join(
        f"- {{orang: {role}@portal.example, peran: {role}, dari: {day}}}\n" for role in ROLES
    )
    begun = {units: rows, HOLDERS_PATH: HOLDERS + holders}
    written = [path for path in begun if not (root / path).exists()]
    for path in written:
        write_atomic(root / path, begun[path].encode())
    return written
