"""References: what only the whole content shows, with the line and the nearest name."""

from pathlib import Path

import pytest

from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.records import Kind
from kinerja.model.tables import Tables
from kinerja.reading.references import check_references, known_ids, settle_ids, with_problems
from tabular.problems import problem
from tests.kinerja import contents
from tests.kinerja.contents import change, release, write, write_record

Told = list[tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def told(root: Path, path: str) -> Told:
    """Return line, field and code of every mistake of one file."""
    found = [item for item in release(root).problems if item.path == path]
    return [(item.line, item.field, item.code) for item in found]


@pytest.mark.parametrize(
    ("kind", "key", "value", "expected"),
    [
        ("publikasi", "unit", "bima", ("unit", "R01")),
        ("publikasi", "unit", "zzz", ("unit", "R05")),
        ("publikasi", "layanan", "[nikah, haji]", ("layanan", "R05")),
        ("publikasi", "layanan", "[kepuasan]", ("layanan", "R05")),
        ("publikasi", "indikator", "['kepuasn@2024']", ("indikator", "R01")),
        ("publikasi", "indikator", "[nikah]", ("indikator", "R05")),
        ("publikasi", "sumber", "[laporan, laporen]", ("sumber", "R01")),
        ("publikasi", "tanggal", "2025-12-31", ("tanggal", "F27")),
        ("layanan", "penyelenggara", "bimass", ("penyelenggara", "R01")),
        ("layanan", "penerus", "nikahh", ("penerus", "R01")),
        ("indikator", "satuan", "kilogram", ("satuan", "R05")),
        ("indikator", "bagian", "[kepuasan, lain]", ("bagian", "R05")),
    ],
)
def test_a_reference_to_nothing(
    root: Path, kind: str, key: str, value: str, expected: tuple[str, str]
) -> None:
    """R01 with the nearest name, R05 where none is near; at the line of the key."""
    text = contents.record_text(kind, **{key: value})
    path = contents.PATHS[kind]
    write(root, path, text)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith(f"{key}:"))
    assert [(line, *expected)] == told(root, path)


def test_a_reference_to_a_record_that_is_withheld_is_no_mistake(root: Path) -> None:
    """Whoever is quoted may be unfinished: the link shows as its text then."""
    write_record(root, "layanan", "haji", status="draf")
    write_record(root, "layanan", "halal", judul="''")
    write(root, contents.PATHS["halaman"], contents.record_text("halaman", "[a](rekor:halal)"))
    write(root, contents.PATHS["publikasi"], contents.record_text("publikasi", layanan="[haji]"))
    assert [[], []] == [told(root, contents.PATHS[kind]) for kind in ("halaman", "publikasi")]


def test_a_link_to_nothing_is_told_at_its_line(root: Path) -> None:
    """In the body, with the nearest record."""
    path = contents.PATHS["halaman"]
    change(root, path, "Tulis ke redaksi.", "Tulis.\n\n[a](rekor:nikahi)")
    lines = (root / path).read_text().splitlines()
    assert [(lines.index("[a](rekor:nikahi)") + 1, "", "R01")] == told(root, path)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-01-31", []), ("2026-02-01", ["R02"]), ("2025-12-31", ["R02"])],
)
def test_a_unit_is_in_force_on_the_day_of_the_record(
    root: Path, day: str, expected: list[str]
) -> None:
    """Both ends of the validity are included; the message names the successor."""
    unit = "lama,Unit Lama,,eselon-1,,2026-01-01,2026-01-31,bimas,\n"
    write(root, "data/unit.csv", contents.TABLES["data/unit.csv"] + unit)
    path = contents.PATHS["halaman"]
    write(root, path, contents.record_text("halaman", unit="lama", tanggal=day))
    found = [item for item in release(root).problems if item.path == path]
    assert expected == [item.code for item in found]
    assert all(("successor", "bimas") in item.details for item in found)


@pytest.mark.parametrize(
    "name", ["metode", "hal", "bulan", "sematan", "arsip", "tabel-unit", "capaian-a", "biaya-2026"]
)
def test_reserved_names(root: Path, name: str) -> None:
    """Addresses and decisions of the portal's own."""
    assert [(0, "", "F25")] == told(root, write_record(root, "halaman", name))


def test_a_dataset_needs_its_indicator_and_its_sources(root: Path) -> None:
    """Each value names a source of the table."""
    text = contents.TABLES[contents.DATASET]
    write(root, "data/capaian/lain.csv", text)
    assert [(0, "", "D04")] == told(root, "data/capaian/lain.csv")
    write(root, contents.DATASET, text.replace(",tetap,laporan", ",tetap,laporn", 1))
    assert [(2, "sumber", "R01")] == told(root, contents.DATASET)


def test_an_id_stands_once(root: Path) -> None:
    """Over all kinds of records; the first by path keeps its state, the later is told."""
    path = write_record(root, "halaman", "nikah")
    assert [(0, "", "F24")] == told(root, path)
    assert "layanan/nikah.md" == release(root).verdicts["nikah"].path


def test_a_code_stands_once(root: Path) -> None:
    """It is an address and a feed entry for ever; a copied file is told with the other's id."""
    code = contents.CODES["halaman"]
    path = write_record(root, "halaman", "salinan", kode=code)
    (found,) = (item for item in release(root).problems if item.path == path)
    assert problem(path, 2, "kode", "F26", other="kontak") == found
    assert release(root).verdicts["kontak"].edition is not None


def two_of_one_id() -> list[Edition]:
    """Two unreadable records of one id, in two folders."""
    kinds = (Kind.SERVICE, Kind.PAGE)
    return [Edition("a", kind, f"{kind}/a.md", Digest(""), None) for kind in kinds]


def test_only_the_first_of_an_id_stays() -> None:
    """Editions without a value are counted too: their name is taken, the first by path has it."""
    kept, problems = settle_ids(two_of_one_id(), lambda _: ())
    assert "halaman/a.md" == kept["a"].path
    assert [("layanan/a.md", "F24")] == [(found.path, found.code) for found in problems]


def test_an_approved_file_keeps_its_id() -> None:
    """Whoever comes later with the same id takes nothing from the one that was approved."""
    kept, problems = settle_ids(two_of_one_id(), lambda _: {"layanan/a.md"})
    assert "layanan/a.md" == kept["a"].path
    assert [("halaman/a.md", "F24")] == [(found.path, found.code) for found in problems]


def test_what_has_a_mistake_has_no_value() -> None:
    """Without a mistake an edition stays the same; tables refer to nothing else."""
    edition = Edition("tabel-unit", Kind.TABLE, "data/unit.csv", Digest(""), ())
    assert edition is with_problems(edition, [])
    known = known_ids([edition], Tables({}, {}, {}))
    assert edition is check_references(edition, known)
    broken = with_problems(edition, [problem("data/unit.csv", 1, "", "C01")])
    assert (None, 1) == (broken.value, len(broken.problems))
