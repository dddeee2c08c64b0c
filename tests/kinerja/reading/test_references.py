"""References: what only the whole content shows, with the line and the nearest name."""

from pathlib import Path

import pytest

from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.records import Kind
from kinerja.model.tables import Tables
from kinerja.reading.references import check_references, known_ids, with_problems
from kinerja.reading.tables import table_path
from tabular.problems import problem
from tests.kinerja import contents
from tests.kinerja.contents import change, release, told, write, write_record
from tests.kinerja.tables import write_tables


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


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
        ("publikasi", "pesan", "mura", ("pesan", "R01")),
        ("publikasi", "pesan", "kepuasan", ("pesan", "R05")),
        ("publikasi", "sosial", "{x: [], xy: []}", ("xy", "R01")),
        ("indikator", "skala", "mutuu", ("skala", "R01")),
        ("indikator", "skala", "opini", ("skala", "R10")),
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
    write_tables(root)
    text = contents.record_text(kind, **{key: value})
    path = contents.PATHS[kind]
    write(root, path, text)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith(f"{key}:"))
    assert [(line, *expected)] == told(root, path)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("ringkasan: Pendek.", "F08"),
        ("format: koran", "F03"),
        ("lain: a", "F29"),
        ("judul: ", "F02"),
    ],
)
def test_it_is_told_beside_other_mistakes(root: Path, other: str, code: str) -> None:
    """All at once: what the front matter names, links to records, and figures."""
    body = "[Lihat](rekor:tidak-ada) dan {{kepuasan 1999}} serta {{zzz 2024}}."
    text = contents.record_text("publikasi", body, unit="bima", gambar=None, gambar_alt=None)
    key = other.partition(":")[0]
    lines = [line for line in text.splitlines() if not line.startswith(f"{key}:")]
    lines.insert(1, other)
    write(root, contents.PATHS["publikasi"], "\n".join(lines) + "\n")
    (root / contents.PICTURE).unlink()
    found = [(field, found) for _, field, found in told(root, contents.PATHS["publikasi"])]
    expected = [(key, code), ("unit", "R01"), ("", "R05"), ("", "R03"), ("", "R03")]
    assert sorted(expected) == sorted(found)


def test_what_is_not_written_yet_names_nothing(root: Path) -> None:
    """One message (B06) for a line of a record that was just begun."""
    path = write_record(root, "publikasi", "baru", unit="TULIS")
    assert ["B06"] == [code for _, _, code in told(root, path)]


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("publikasi", "pesan", "murah"),
        ("publikasi", "sosial", "{x: [{n: 1, teks: a}]}"),
        ("indikator", "skala", "mutu"),
        ("isu", "bukti", f"['{contents.INDICATOR}@2023', {contents.SOURCE}]"),
    ],
)
def test_a_reference_to_a_row(root: Path, kind: str, key: str, value: str) -> None:
    """Messages, platforms, scales, figures and sources that are there."""
    write_tables(root)
    path = write_record(root, kind, "baru", **{key: value})
    assert [] == told(root, path)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("[laporen]", "R01"),
        ("['kepuasn@2024']", "R01"),
        ("['zzz@2024']", "R05"),
        ("['nikah@2024']", "R05"),
        ("['kepuasan@2019']", "R03"),
        ("['kepuasan[kota]@2024']", "R03"),
        ("['kepuasan@2025']", "R03"),
    ],
)
def test_evidence_that_is_not_there(root: Path, evidence: str, expected: str) -> None:
    """A source, an indicator, a period, a value: told once, at its entry under `bukti`."""
    path = write_record(root, "isu", "jawaban", bukti=evidence)
    line = (root / path).read_text("utf-8").splitlines().index(f"bukti: {evidence}") + 1
    assert [(line, "bukti", expected)] == told(root, path)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("pesan", "pemilik: bimas}", "pemilik: bimass}", (1, "pemilik", "R01")),
        ("pesan", "induk: mudah", "induk: mudahh", (4, "induk", "R01")),
        ("pesan", "'kepuasan@2024'", "'kepuasn@2024'", (6, "bukti", "R01")),
        ("pesan", "'kepuasan@2024'", "'nikah@2024'", (6, "bukti", "R05")),
        ("penjelasan", "kepuasan,", "kepuasn,", (2, "indikator", "R01")),
        ("penjelasan", ",bimas,", ",zzz,", (2, "unit", "R05")),
        ("unit", "eselon-1,,", "eselon-1,zzz,", (2, "induk", "R05")),
        ("unit", ",,,,bimas@", ",,,zzz,bimas@", (2, "penerus", "R05")),
    ],
)
def test_tables_name_rows_of_each_other(
    root: Path, name: str, old: str, new: str, expected: tuple[int, str, str]
) -> None:
    """Units, messages and indicators, at the line of the row."""
    write_tables(root)
    path = table_path(name)
    assert [] == told(root, path)
    change(root, path, old, new)
    assert [expected] == told(root, path)


def test_a_unit_may_name_one_that_stands_later(root: Path) -> None:
    """The order of the rows does not matter, nor whether the parent is still in force."""
    change(root, "data/unit.csv", "eselon-1,,", "eselon-1,atas,")
    text = (root / "data/unit.csv").read_text("utf-8")
    write(root, "data/unit.csv", text + "atas,Atas,,kementerian,,,2020-12-31,,\n")
    assert [] == told(root, "data/unit.csv")


def test_scales_fit_their_measures(root: Path) -> None:
    """Bands for numbers, orders for categories; a category without a scale is no mistake."""
    write_tables(root)
    measure = "label,label,kategori,,\n"
    write(root, "data/satuan.csv", contents.TABLES["data/satuan.csv"] + measure)
    pairs = [("label", "opini"), ("label", None), ("label", "mutu"), ("indeks", "opini")]
    for n, (unit, scale) in enumerate(pairs):
        write_record(root, "indikator", f"uji-{n}", satuan=unit, skala=scale, presisi=None)
    found = [told(root, f"indikator/uji-{n}.md") for n in range(len(pairs))]
    assert [[], [], ["R10"], ["R10"]] == [[code for _, _, code in one] for one in found]


def test_a_table_that_is_broken_blames_nobody_else(root: Path) -> None:
    """Of one that was never in use nobody knows what it holds: what refers to it is withheld by
    nothing but its own mistakes."""
    write_tables(root)
    for name in ("pesan", "skala", "platform"):
        write(root, table_path(name), "rusak: ya\n")
    path = write_record(root, "publikasi", "baru", pesan="murah", sosial="{x: []}")
    other = write_record(root, "indikator", "lain", skala="mutu")
    assert [[], []] == [told(root, path), told(root, other)]
    assert [(1, "", "F06")] == told(root, "data/pesan.yaml")


def test_a_table_that_refers_to_nothing_blames_nobody_else(root: Path) -> None:
    """Its rows can be read, but it is not in use either."""
    write_tables(root)
    change(root, "data/pesan.yaml", "pemilik: bimas}", "pemilik: zzz}")
    change(root, "data/unit.csv", "eselon-1,,", "eselon-1,zzz,")
    path = write_record(root, "publikasi", "baru", pesan="murah")
    assert [] == told(root, path)
    assert [(2, "induk", "R05")] == told(root, "data/unit.csv")


def test_a_table_that_is_not_there_is_missed(root: Path) -> None:
    """Who refers to a message where there is no `pesan.yaml` is told."""
    path = write_record(root, "publikasi", "baru", pesan="murah")
    assert ["R05"] == [code for _, _, code in told(root, path)]


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


def test_a_dataset_needs_its_indicator_and_its_sources(root: Path) -> None:
    """Each value names a source of the table."""
    text = contents.TABLES[contents.DATASET]
    write(root, "data/capaian/lain.csv", text)
    assert [(0, "", "D04")] == told(root, "data/capaian/lain.csv")
    write(root, contents.DATASET, text.replace(",tetap,laporan", ",tetap,laporn", 1))
    assert [(2, "sumber", "R01")] == told(root, contents.DATASET)


def test_what_has_a_mistake_has_no_value() -> None:
    """Without a mistake an edition stays the same; tables refer to nothing else."""
    edition = Edition("tabel-unit", Kind.TABLE, "data/unit.csv", Digest(""), ())
    assert edition is with_problems(edition, [])
    known = known_ids([edition], Tables())
    assert edition is check_references(edition, known)
    broken = with_problems(edition, [problem("data/unit.csv", 1, "", "C01")])
    assert (None, 1) == (broken.value, len(broken.problems))
