"""The whole folder: every file means something, and one bad file spoils no other."""

from datetime import date
from pathlib import Path

import pytest

from kinerja.model.portal import Content
from kinerja.reading.content import read_content
from kinerja.reading.layout import LAYOUT, record_at
from tests.kinerja import contents
from tests.kinerja.contents import change, read, write, write_record


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def told(content: Content) -> list[tuple[str, str]]:
    """Return path and code of every mistake."""
    return [(item.path, item.code) for item in content.problems]


def test_a_folder_without_mistakes(root: Path) -> None:
    """Records, datasets and tables by id; governance, ledger and releases beside them."""
    content = read(root)
    expected = {
        *("nikah", "kepuasan", "nikah-2025", "kontak", "capaian-kepuasan"),
        *("tabel-unit", "tabel-satuan", "tabel-sumber", "tabel-akun"),
    }
    assert (expected, []) == (set(content.editions), content.problems)
    assert all(edition.value is not None for edition in content.editions.values())
    assert 2 == len(content.governance.holders)
    assert {"nikah", "kepuasan", "nikah-2025", "kontak"} == content.governance.decisions.keys()
    assert (1, ()) == (len(content.ledger.rows), content.releases)


def test_an_empty_folder_is_an_empty_portal(tmp_path: Path) -> None:
    """Nothing is required to begin."""
    content = read(tmp_path)
    assert ({}, [], ()) == (content.editions, content.problems, content.releases)


@pytest.mark.parametrize(
    "path",
    [
        *("catatan.md", "publikasi/a.md", "publikasi/26/a.md", "publikasi/2026/a/b.md"),
        *("layanan/a.txt", "layanan/a.MD", "isu/2026/a.md", "data/lain.csv", "data/biaya/2026.txt"),
        *("data/biaya/26.csv", "data/capaian/a/b.csv", "lampiran/a.png", "lampiran/a/b/c.png"),
        *("data/unit.yaml", "data/pesan.csv", "data/pesan.yml", "data/akun.yaml", "edukasi/a.html"),
        *("tata-kelola/kunci.yaml", "tata-kelola/peran.yaml.bak", "persetujuan", "LAYANAN/a.md"),
    ],
)
def test_a_file_without_meaning_is_a_mistake(tmp_path: Path, path: str) -> None:
    """Nothing is passed over in silence, and nothing of it is read."""
    write(tmp_path, path, "apa pun")
    content = read(tmp_path)
    assert {} == content.editions
    assert (path, "T09") in told(content)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("publikasi/2026/a.md", ("publikasi", "a")),
        ("halaman/b.md", ("halaman", "b")),
        ("data/capaian/c.csv", ("capaian", "capaian-c")),
        ("isu/d.md", ("isu", "d")),
        ("edukasi/e.md", ("edukasi", "e")),
        ("data/unit.csv", ("tabel", "tabel-unit")),
        ("data/alih-alamat.csv", ("tabel", "tabel-alih-alamat")),
        ("data/pesan.yaml", ("tabel", "tabel-pesan")),
        ("data/rilis.csv", None),
        ("persetujuan/a.jsonl", None),
        ("lampiran/a/b.png", None),
    ],
)
def test_what_needs_approval(path: str, expected: tuple[str, str] | None) -> None:
    """Records, datasets and tables; logs and governance do not."""
    assert expected == record_at(path)


def test_a_path_means_one_thing(root: Path) -> None:
    """No path of the folder fits two meanings."""
    paths = [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()]
    found = [[n for n, form in LAYOUT.items() if form.fullmatch(path)] for path in paths]
    assert {1} == {len(names) for names in found}


def test_one_bad_record_spoils_no_other(root: Path) -> None:
    """Its mistakes stand in its edition; all others have their value."""
    write(root, contents.PATHS["halaman"], b"\xff\xfe")
    content = read(root)
    assert ["kontak"] == [key for key, e in content.editions.items() if e.value is None]
    assert [("halaman/kontak.md", "T01")] == told(content)
    assert () == content.stopping


def test_attachments_of_nobody(root: Path) -> None:
    """A folder of attachments needs its record; it is told once."""
    for name in ("a.txt", "b.txt"):
        write(root, f"lampiran/hilang/{name}", "a")
    assert [("lampiran/hilang/a.txt", "L05")] == told(read(root))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/biaya/2026.csv", "rusak\n"),
        ("data/rilis.csv", "kode,edisi,waktu\na,b,c\n"),
        ("persetujuan/nikah.jsonl", "{"),
        ("tata-kelola/peran.yaml", "a: b\n"),
        ("tata-kelola/kebijakan.yaml", "a: b\n"),
    ],
)
def test_what_stops_a_build(root: Path, path: str, text: str) -> None:
    """Ledger, release log, decisions and governance; records are read all the same."""
    write(root, path, text)
    content = read(root)
    assert {path} == {item.path for item in content.stopping}
    assert all(edition.value is not None for edition in content.editions.values())


def test_rows_of_the_ledger_recorded_later_are_not_yet_written(root: Path) -> None:
    """The row is recorded on 3 February 2026."""
    counts = [len(read_content(root, date(2026, 2, day)).ledger.rows) for day in (2, 3)]
    assert [0, 1] == counts


def test_a_mistake_in_a_table_is_none_of_the_ledger(root: Path) -> None:
    """The tables that were released last are used; a first build takes any unit."""
    contents.release(root)
    for name in ("unit", "akun"):
        change(root, f"data/{name}.csv", ",", ";")
    content = read(root)
    assert () == content.stopping
    assert {"C07"} == {item.code for item in content.problems}
    change(root, "data/biaya/2026.csv", ",bimas,", ",bukan,")
    assert {("data/biaya/2026.csv", "unit")} == {(p.path, p.field) for p in read(root).stopping}


def test_a_table_keeps_what_the_ledger_uses(root: Path) -> None:
    """Who deletes an account or a unit with costs is told at the table; no build stops."""
    contents.release(root)
    change(root, "data/akun.csv", "521211", "521219")
    content = read(root)
    assert ((), [("data/akun.csv", "R06")]) == (content.stopping, told(content))
    assert 1 == len(content.ledger.rows)


def test_all_mistakes_are_told_in_one_order(root: Path) -> None:
    """By path, line and field, each once."""
    write_record(root, "halaman", "a", judul="''", unit="A")
    write(root, "catatan.txt", "")
    problems = read(root).problems
    assert problems == sorted(set(problems))
    assert ["catatan.txt", "halaman/a.md", "halaman/a.md"] == [item.path for item in problems]
