"""The gate on tables: which edition is in use, and what of it the portal knows."""

from datetime import date
from pathlib import Path

import pytest

from kinerja.approval.gate import Decided, decide
from kinerja.model.tables import Unit
from kinerja.reading.tables import TABLES, YAML_TABLES, table_path
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, change, read, release, write, write_record
from tests.kinerja.tables import write_tables

DAMAGE = {
    "empty": b"",
    "header": b"id;nama\n",
    "bytes": b"\xff\xfe",
    "mapping": b"id: a\n",
    "alias": b"- &a [a]\n- *a\n",
    "depth": b"[" * 100_000,
}
"""Texts that are a mistake in every table, save that an empty YAML list is one without rows."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, with every table, everything approved and released."""
    contents.write_content(tmp_path)
    write_tables(tmp_path)
    release(tmp_path)
    return tmp_path


def looked(root: Path) -> Decided:
    """Decide a day later, minting releases, and write nothing."""
    later = AS_OF.replace(day=2)
    return decide(read(root, later.date()), later, mint=True)


def told(decided: Decided) -> list[tuple[str, str]]:
    """Return path and code of every mistake."""
    return [(item.path, item.code) for item in decided.problems]


def test_everything_is_known_by_its_key(root: Path) -> None:
    """Each row of each table, once and in its own place."""
    decided = looked(root)
    assert () == decided.problems
    tables = decided.tables
    assert (["bimas"], ["indeks"], ["laporan"], ["mudah", "murah"], ["x"]) == (
        [*tables.units],
        [*tables.measures],
        [*tables.sources],
        [*tables.messages],
        [*tables.platforms],
    )
    assert {"mutu": 1, "opini": 2} == {key: len(found) for key, found in tables.scales.items()}
    assert {date(2026, 1, 1): "Tahun Baru", date(2026, 3, 20): "Nyepi"} == tables.holidays
    assert (["kepuasan"], ["KUA", "wali"], ["acara"]) == (
        [row.indicator for row in tables.explanations],
        [row.term for row in tables.terms],
        [row.id for row in tables.lexicon],
    )
    assert ["/layanan/nikah/", "/layanan/"] == [row.new for row in tables.redirects]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_broken_edition_leaves_the_released_one(root: Path, name: str, damage: str) -> None:
    """Nothing that is public depends on the broken file, and only that file is told."""
    before = looked(root)
    if damage == "empty" and name in YAML_TABLES:
        damage = "header"
    write(root, table_path(name), DAMAGE[damage])
    decided = looked(root)
    assert (before.public, before.tables) == (decided.public, decided.tables)
    assert ["P16"] == [item.code for item in decided.verdicts[f"tabel-{name}"].reasons]
    assert {table_path(name)} == {path for path, _ in told(decided)}


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("unit", "eselon-1,,", "eselon-1,bimas,", "R08"),
        ("unit", "eselon-1,,", "eselon-1,zzz,", "R05"),
        ("pesan", "induk: mudah", "induk: murah", "R08"),
        ("pesan", "pemilik: bimas}", "pemilik: zzz}", "R05"),
        ("pesan", "id: murah", "id: mudah", "F37"),
        ("penjelasan", ",bimas,", ",zzz,", "R05"),
        ("skala", "88.31", "88.30", "F35"),
        ("platform", "umpan: ya", "umpan: bisa", "F03"),
        ("alih-alamat", "/lama/,", "/Lama/,", "F36"),
    ],
)
def test_a_row_with_a_mistake_leaves_the_released_edition(
    root: Path, name: str, old: str, new: str, code: str
) -> None:
    """Also where the mistake is in what the row refers to, or in the table as a whole."""
    before = looked(root).tables
    change(root, table_path(name), old, new)
    decided = looked(root)
    assert ([(table_path(name), code)], before) == (told(decided), decided.tables)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_gone_stays_in_use(root: Path, name: str) -> None:
    """It is missed, and the released edition is used."""
    before = looked(root)
    (root / table_path(name)).unlink()
    decided = looked(root)
    assert ([(table_path(name), "P15")], before.tables) == (told(decided), decided.tables)


def test_a_mended_table_is_used_at_once(root: Path) -> None:
    """By the policy `kecil` nobody is asked: the next build releases it."""
    change(root, "data/unit.csv", "Bimbingan Contoh", "Bimbingan Baru")
    decided = looked(root)
    assert ["tabel-unit"] == [row.code for row in decided.minted]
    assert "Bimbingan Baru" == decided.tables.units["bimas"].name


def test_a_unit_that_goes_takes_nothing_with_it(root: Path) -> None:
    """Who still names it is told and keeps the approved edition: records, tables, the ledger."""
    before = looked(root).public
    other = "lain,Unit Lain,,eselon-1,,,,,\n"
    header = contents.TABLES["data/unit.csv"].partition("\n")[0]
    write(root, "data/unit.csv", f"{header}\n{other}")
    decided = looked(root)
    assert ["R06"] == [code for path, code in told(decided) if path == "data/unit.csv"]
    assert before == decided.public
    for folder in ("anggaran", "biaya"):
        (root / f"data/{folder}/2026.csv").unlink()
    decided = looked(root)
    assert {"lain": Unit} == {key: type(unit) for key, unit in decided.tables.units.items()}
    assert {"R05"} == {code for _, code in told(decided)}
    kept = {key: digest for key, digest in before.items() if key != "tabel-unit"}
    assert kept.items() <= decided.public.items()


@pytest.mark.parametrize(("period", "expected"), [("2025", ["D10"]), ("2026", [])])
def test_a_scale_counts_for_the_periods_in_which_it_is_in_force(
    root: Path, period: str, expected: list[str]
) -> None:
    """`WTP-DPP` is a label from 1 January 2026 on, whenever it is written."""
    measure = "label,label,kategori,,\n"
    write(root, "data/satuan.csv", contents.TABLES["data/satuan.csv"] + measure)
    write_record(root, "indikator", "opini", satuan="label", skala="opini", presisi=None)
    header = contents.TABLES[contents.DATASET].partition("\n")[0]
    row = f"{period},,WTP-DPP,WTP,,tetap,laporan,,,,,,\n"
    write(root, "data/capaian/opini.csv", f"{header}\n{row}")
    decided = looked(root)
    found = [code for path, code in told(decided) if path == "data/capaian/opini.csv"]
    assert expected == found
