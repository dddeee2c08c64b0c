"""The tables directly in `content/data/`: CSV rows to models, one edition a table."""

from collections.abc import Iterable
from pathlib import Path

from cost_appendix.reading import read_accounts
from kinerja.model.digest import sha256
from kinerja.model.documents import Edition
from kinerja.model.records import Frozen, Kind
from kinerja.model.tables import Measure, Source, Unit
from tabular.problems import Problem, nearest, problem
from tabular.table import Row, read_rows

from .files import read_text
from .names import english
from .validate import validate
from .yaml_text import Path as FieldPath
from .yaml_text import Place

COLUMNS: dict[str, tuple[type[Frozen], tuple[str, ...]]] = {
    "unit": (
        Unit,
        (
            *("id", "nama", "singkatan", "jenis", "induk"),
            *("berlaku_dari", "berlaku_sampai", "penerus", "kontak"),
        ),
    ),
    "satuan": (Measure, ("id", "nama", "bentuk", "min", "maks")),
    "sumber": (Source, ("id", "judul", "penerbit", "tanggal", "url", "diakses", "arsip")),
}
"""Tables of records by name: model of a row, and columns. `akun.csv` is read with the ledger."""

TABLES = (*COLUMNS, "akun")
"""Names of all tables that need approval."""


def read_table(root: Path, name: str) -> Edition:
    """Read `data/<name>.csv`; its value is the tuple of its rows."""
    path = f"data/{name}.csv"
    data, text, problems = read_text(root, path)
    rows: list[object] = []
    if not problems and name in COLUMNS:
        model, columns = COLUMNS[name]
        rows, problems = _parse_rows(model, columns, text, path)
    elif not problems:
        accounts, problems = read_accounts(root)
        rows = [account for same_code in accounts.values() for account in same_code]
    digest = sha256(data)
    value = None if problems else tuple(rows)
    return Edition(f"tabel-{name}", Kind.TABLE, path, digest, value, tuple(problems), str(root))


def _parse_rows(
    model: type[Frozen], columns: tuple[str, ...], text: str, path: str
) -> tuple[list[object], list[Problem]]:
    raw, problems = read_rows(text, path, columns)
    attributes = [english(name) for name in columns]
    rows: list[object] = []
    lines: dict[str, int] = {}
    for row in raw:
        places: dict[FieldPath, Place] = {
            (attribute,): Place(row.line, name)
            for attribute, name in zip(attributes, columns, strict=True)
        }
        tree = {a: cell for a, cell in zip(attributes, row.cells, strict=True) if cell}
        value, faults = validate(model, tree, places, path, row.line)
        problems += faults
        row_id = row.cells[columns.index("id")]
        if row_id in lines:
            problems.append(problem(path, row.line, "id", "F24", value=row_id, other=lines[row_id]))
        lines[row_id] = row.line
        rows.append(value)
    if not problems:
        problems = list(_reference_problems(columns, raw, path, set(lines)))
    return rows, problems


def _reference_problems(
    columns: tuple[str, ...], rows: list[Row], path: str, known: set[str]
) -> Iterable[Problem]:
    """`induk` and `penerus` name rows of the same table."""
    for name in ("induk", "penerus"):
        if name not in columns:
            continue
        for row in rows:
            value = row.cells[columns.index(name)]
            if value and value not in known:
                near = nearest(value, known)
                code = "R01" if near else "R05"
                yield problem(path, row.line, name, code, value=value, place=path, nearest=near)
