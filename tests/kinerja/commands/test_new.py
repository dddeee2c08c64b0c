"""`invoke new`: a file with every key that its type needs, ready to be written on."""

import time
from pathlib import Path

import pytest

from kinerja.commands import new as command
from kinerja.model.documents import Document
from kinerja.model.records import RECORD_TYPES, Kind, Status
from kinerja.reading.records import read_record
from tests.kinerja import contents

Capture = pytest.CaptureFixture[str]


def make(root: Path, kind: str, record_id: str = "contoh", title: str = "Judul") -> int:
    """Run the command."""
    return command.run(str(root), kind, record_id, title, "bimas")


def written(root: Path) -> str:
    """Return the path of the one file."""
    (path,) = (p.relative_to(root).as_posix() for p in root.rglob("*.md"))
    return path


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_new_record_wants_only_to_be_written(tmp_path: Path, kind: Kind, capsys: Capture) -> None:
    """A draft in its place whose only mistakes are what the author has still to fill in."""
    assert 0 == make(tmp_path, kind)
    path = written(tmp_path)
    assert path.startswith(f"{kind}/")
    assert f"Dibuat: {tmp_path / path}." in capsys.readouterr().out
    edition = read_record(tmp_path, kind, path, [])
    assert edition.draft
    empty = {Kind.PUBLICATION: {"F28"}, Kind.INDICATOR: {"F11"}}.get(kind, set())
    assert {"B06"} | empty == {item.code for item in edition.problems}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_filled_in_it_has_no_mistake(tmp_path: Path, kind: Kind) -> None:
    """Every required key is there."""
    make(tmp_path, kind)
    path = written(tmp_path)
    text = (tmp_path / path).read_text("utf-8")
    for mark, value in {
        "layanan: []": "layanan: [nikah]",
        "indikator: []": "indikator: [kepuasan]",
        "TULIS-id-satuan": "indeks",
        "TULIS ": "",
    }.items():
        text = text.replace(mark, value)
    contents.write(tmp_path, path, text)
    edition = read_record(tmp_path, kind, path, [])
    assert () == edition.problems
    assert isinstance(edition.value, Document)
    assert Status.DRAFT == edition.value.record.status


@pytest.mark.parametrize(
    "title", ["Angka: naik", "'Kutipan'", '"a"', "# pagar", "- a", "{a}", "a & b %", "ya: [tidak"]
)
def test_any_title_is_text(tmp_path: Path, title: str) -> None:
    """No sign in it means anything to YAML."""
    make(tmp_path, "halaman", title=title)
    text = (tmp_path / "halaman/contoh.md").read_text("utf-8").replace("TULIS ", "")
    contents.write(tmp_path, "halaman/contoh.md", text)
    edition = read_record(tmp_path, Kind.PAGE, "halaman/contoh.md", [])
    assert isinstance(edition.value, Document)
    assert title == edition.value.record.title


@pytest.mark.parametrize(
    ("kind", "record_id", "expected"),
    [
        (
            "artikel",
            "a",
            "Tidak ada jenis 'artikel'; pilih publikasi, layanan, indikator, halaman.",
        ),
        ("halaman", "../a", "'../a' bukan id"),
        ("halaman", "A", "'A' bukan id"),
        ("halaman", "a" * 61, "bukan id"),
    ],
    ids=["kind", "path", "capital", "long"],
)
def test_what_cannot_be_used(
    tmp_path: Path, capsys: Capture, kind: str, record_id: str, expected: str
) -> None:
    """Exit 2, and nothing is written."""
    assert 2 == make(tmp_path, kind, record_id)
    assert expected in capsys.readouterr().out
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("unit", ["", "Bimas Islam", "a: b", "a\nb"])
def test_a_unit_is_an_id(tmp_path: Path, capsys: Capture, unit: str) -> None:
    """What could change the file into another is refused."""
    assert 2 == command.run(str(tmp_path), "halaman", "contoh", "Judul", unit)
    assert f"'{unit}' bukan id" in capsys.readouterr().out
    assert [] == [*tmp_path.iterdir()]


def test_no_folder_is_made_by_mistake(tmp_path: Path, capsys: Capture) -> None:
    """A mistyped --content is named."""
    assert 2 == make(tmp_path / "isis", "halaman")
    assert "Tidak ada folder isi" in capsys.readouterr().out
    assert [] == [*tmp_path.iterdir()]


def test_a_file_is_never_replaced(tmp_path: Path, capsys: Capture) -> None:
    """The id is taken."""
    make(tmp_path, "halaman")
    before = (tmp_path / "halaman/contoh.md").read_bytes()
    assert 2 == make(tmp_path, "halaman")
    assert before == (tmp_path / "halaman/contoh.md").read_bytes()
    assert "sudah ada" in capsys.readouterr().out


def test_codes_are_unique_and_begin_with_the_time() -> None:
    """A ULID sorts by when it was minted."""
    codes = [command.new_ulid() for _ in range(1000)]
    assert len(codes) == len(set(codes))
    first = command.new_ulid()
    time.sleep(0.002)
    assert first[:10] < command.new_ulid()[:10]
