"""Tables read from disk for their tests: rows without mistake, or every mistake with its place."""

from pathlib import Path

from kinerja.reading.tables import CSV_TABLES, TABLES, read_table, table_path
from tests.kinerja.contents import TABLES as TEXTS
from tests.kinerja.contents import write
from tests.kinerja.tables import MORE_TABLES

VALID = {name: MORE_TABLES.get(name) or TEXTS[f"data/{name}.csv"] for name in TABLES}
HEADERS = {name: VALID[name].partition("\n")[0] for name in (*CSV_TABLES, "akun")}
Told = list[tuple[int, str, str]]


def rows(root: Path, name: str, *lines: str) -> tuple[object, ...]:
    """Return the value of a table, which must be without mistake: as it is, or of these rows."""
    write(root, table_path(name), "\n".join([HEADERS[name], *lines, ""]) if lines else VALID[name])
    edition = read_table(root, name)
    assert () == edition.problems
    assert isinstance(edition.value, tuple)
    return edition.value


def told(root: Path, name: str, text: str | bytes) -> Told:
    """Return line, field and code of what is wrong with the text of a table."""
    write(root, table_path(name), text)
    edition = read_table(root, name)
    assert None is edition.value
    assert {table_path(name)} == {item.path for item in edition.problems}
    return [(item.line, item.field, item.code) for item in edition.problems]


def mistakes(root: Path, name: str, *lines: str) -> Told:
    """Return what is wrong with rows: below their header, or as they stand in YAML."""
    return told(root, name, "\n".join([*([HEADERS[name]] if name in HEADERS else []), *lines, ""]))
