"""Tables: rows as models, every mistake with its line, references inside the table."""

from datetime import date
from pathlib import Path

import pytest

from cost_appendix.model import Account
from kinerja.model.digest import sha256
from kinerja.model.tables import Measure, Shape, Source, Unit
from kinerja.reading.tables import TABLES, read_table
from tests.kinerja.contents import TABLES as TEXTS
from tests.kinerja.contents import write

HEADERS = {name: TEXTS[f"data/{name}.csv"].partition("\n")[0] for name in TABLES}


def rows(root: Path, name: str, *lines: str) -> tuple[object, ...]:
    """Return the value of a table with these rows, which must be without mistake."""
    write(root, f"data/{name}.csv", "\n".join([HEADERS[name], *lines, ""]))
    edition = read_table(root, name)
    assert () == edition.problems
    assert isinstance(edition.value, tuple)
    return edition.value


def mistakes(root: Path, name: str, *lines: str) -> list[tuple[int, str, str]]:
    """Return line, column and code of what is wrong with these rows."""
    write(root, f"data/{name}.csv", "\n".join([HEADERS[name], *lines, ""]))
    edition = read_table(root, name)
    assert edition.value is None
    return [(item.line, item.field, item.code) for item in edition.problems]


def test_units(tmp_path: Path) -> None:
    """Dates, parent and successor; empty cells are absent."""
    found = rows(
        tmp_path,
        "unit",
        "phu,Penyelenggaraan Haji,PHU,eselon-1,kemenag,,2025-09-07,kemenhaj,phu@portal.example",
        "kemenag,Kementerian Agama,,kementerian,,,,,",
        "kemenhaj,Kementerian Haji,,eksternal,,2025-09-08,,,",
    )
    units = [row for row in found if isinstance(row, Unit)]
    assert ["phu", "kemenag", "kemenhaj"] == [unit.id for unit in units]
    first, _, last = units
    days = [date(2025, 9, 7), date(2025, 9, 8)]
    assert [True, False] == [first.is_in_force(day) for day in days]
    assert [False, True] == [last.is_in_force(day) for day in days]
    assert (None, "kemenhaj") == (last.contact, first.successor)


def test_measures_and_sources(tmp_path: Path) -> None:
    """Numbers are exact, addresses are checked."""
    (measure,) = rows(tmp_path, "satuan", "persen,persen,persen,0,100.5")
    (source,) = rows(tmp_path, "sumber", "lkj,LKj,Badan,2025-01-31,https://a.example,,")
    assert isinstance(measure, Measure)
    assert isinstance(source, Source)
    assert (Shape.PERCENT, "0", "100.5") == (measure.shape, str(measure.least), str(measure.most))
    assert ("https://a.example", date(2025, 1, 31)) == (source.url, source.date)


def test_accounts_are_read_by_the_cost_plugin(tmp_path: Path) -> None:
    """The same code for two spans of years is two rows."""
    found = rows(tmp_path, "akun", "521211,Bahan,2020,2024,", "521211,Bahan habis,2025,,")
    assert [Account, Account] == [type(row) for row in found]
    assert [(2, "kode")] == [p[:2] for p in mistakes(tmp_path, "akun", "52,Bahan,2020,,")]


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("unit", ["a,,,kua,,,,,"], [(2, "nama", "F02")]),
        ("unit", ["a,A,,kantor,,,,,"], [(2, "jenis", "F03")]),
        ("unit", ["A,A,,kua,,,,,"], [(2, "id", "F11")]),
        ("unit", ["a,A,,kua,,1-1-2025,,,b"], [(2, "berlaku_dari", "F13"), (2, "kontak", "F16")]),
        ("unit", ["a,A,,kua,b,,,,"], [(2, "induk", "R05")]),
        ("unit", ["a,A,,kua,,,,,", "b,B,,kua,,,,c,"], [(3, "penerus", "R05")]),
        ("unit", ["a,A,,kua,,,,,", "a,B,,kua,,,,,"], [(3, "id", "F24")]),
        ("unit", ["a,A,,kua,,,,"], [(2, "", "C05")]),
        ("unit", ['a,"A,,kua,,,,,'], [(2, "", "C06")]),
        ("unit", ["a,<b>,,kua,,,,,"], [(2, "nama", "F10")]),
        ("satuan", ["a,A,berat,,"], [(2, "bentuk", "F03")]),
        ("satuan", ["a,A,persen,nol,"], [(2, "min", "F04")]),
        ("satuan", ["a,A,persen,NaN,"], [(2, "min", "F04")]),
        ("satuan", ["a,A,persen,,Infinity"], [(2, "maks", "F04")]),
        ("sumber", ["a,A,B,,javascript:alert(1),,"], [(2, "url", "F17")]),
        ("sumber", ["a,A,,,,,"], [(2, "penerbit", "F02")]),
    ],
)
def test_mistakes(
    tmp_path: Path, name: str, lines: list[str], expected: list[tuple[int, str, str]]
) -> None:
    """Line and column of each, the header being line 1."""
    assert expected == mistakes(tmp_path, name, *lines)


@pytest.mark.parametrize("name", TABLES)
def test_a_wrong_header_is_no_table(tmp_path: Path, name: str) -> None:
    """A missing column and an unknown one are told together; the digest is that of the bytes."""
    data = HEADERS[name].replace(",", ";", 1).encode() + b"\n"
    write(tmp_path, f"data/{name}.csv", data)
    edition = read_table(tmp_path, name)
    assert {"C02", "C03"} == {item.code for item in edition.problems}
    assert (f"tabel-{name}", sha256(data), None) == (edition.id, edition.digest, edition.value)


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    """A header alone is a table."""
    assert () == rows(tmp_path, "unit")
