"""The tables directly in `content/data/`, CSV or YAML: one edition a table, its rows as values."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cost_appendix.reading import read_accounts
from kinerja.model.digest import sha256
from kinerja.model.documents import Edition
from kinerja.model.fields import FieldPath, Frozen, Place
from kinerja.model.records import Kind
from kinerja.model.tables import (
    Explanation,
    Holiday,
    Lexicon,
    Measure,
    Message,
    Platform,
    Redirect,
    Scale,
    Source,
    Term,
    Unit,
)
from tabular.problems import Problem, problem

from .entries import csv_entries, parse_entries, yaml_entries
from .files import read_text
from .personal import personal_in_data

CSV_TABLES: dict[str, type[Frozen]] = {
    "unit": Unit,
    "satuan": Measure,
    "sumber": Source,
    "libur": Holiday,
    "alih-alamat": Redirect,
    "penjelasan": Explanation,
}
YAML_TABLES: dict[str, type[Frozen]] = {
    "pesan": Message,
    "skala": Scale,
    "istilah": Term,
    "leksikon": Lexicon,
    "platform": Platform,
}
"""Tables by name, with the model of a row. `akun.csv` is read with the ledger."""

MODELS = {**CSV_TABLES, **YAML_TABLES}
TABLES = (*MODELS, "akun")
"""Names of all tables that need approval."""

MAX_LEVELS = {"pesan": 3, "unit": 12}
"""How deep a tree may be: messages by content.md (Tables), units far deeper than any office."""


def table_path(name: str) -> str:
    """Return the path of a table below `content/`."""
    return f"data/{name}.{'yaml' if name in YAML_TABLES else 'csv'}"


def read_table(root: Path, name: str) -> Edition:
    """Read one table; its value is the tuple of its rows."""
    path = table_path(name)
    data, text, problems = read_text(root, path)
    rows: Sequence[object] = ()
    places: Mapping[FieldPath, Place] = {}
    if not problems and name in MODELS:
        rows, problems, places = _parse_table(name, text, path)
    elif not problems:
        accounts, problems = read_accounts(root)
        rows = [account for same_code in accounts.values() for account in same_code]
    digest = sha256(data)
    value = None if problems else tuple(rows)
    found = tuple(problems)
    key = f"tabel-{name}"
    advice = personal_in_data(text, path)
    return Edition(
        key, Kind.TABLE, path, digest, value, found, str(root), places=places, advice=advice
    )


def _parse_table(
    name: str, text: str, path: str
) -> tuple[list[Frozen], list[Problem], dict[FieldPath, Place]]:
    model = MODELS[name]
    if name in CSV_TABLES:
        entries, problems = csv_entries(text, path, name, model)
    else:
        entries, problems = yaml_entries(text, path, name)
    rows, faults, places = parse_entries(entries, model, path)
    problems += faults
    problems += _repeated(rows, path, places)
    if not problems and "parent" in model.model_fields:
        problems += _tree_problems(rows, path, places, MAX_LEVELS[name])
    return rows, problems, places


def _repeated(
    rows: list[Frozen], path: str, places: Mapping[FieldPath, Place]
) -> Iterable[Problem]:
    """No two rows have the same key."""
    lines: dict[tuple[object, ...], int] = {}
    for n, row in enumerate(rows):
        names = getattr(row, "KEY", ("id",))
        key = tuple(getattr(row, name) for name in names)
        place = places.get((n, names[0]), places[(n,)])
        if key in lines:
            shown = ", ".join(str(part) for part in key if part is not None)
            details = {"value": shown, "other": lines[key]}
            yield problem(path, place.line, place.name, "F37", **details)
        lines.setdefault(key, place.line)


def _tree_problems(
    rows: list[Frozen], path: str, places: Mapping[FieldPath, Place], most: int
) -> Iterable[Problem]:
    """`induk` leads upwards and ends, within that many levels."""
    parents = {getattr(row, "id"): getattr(row, "parent") for row in rows}  # noqa: B009  any model
    for n, row_id in enumerate(parents):
        seen = [row_id]
        while (above := parents.get(seen[-1])) and above not in seen and len(seen) <= most:
            seen.append(above)
        place = places.get((n, "parent"), places[(n,)])
        if above and above in seen:
            yield problem(path, place.line, "induk", "R08", value=" → ".join([*seen, above]))
        elif len(seen) > most:
            yield problem(path, place.line, "induk", "R09", limit=most)
