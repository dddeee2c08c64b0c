"""Erasing a record: what goes, what the note keeps; the command is tested with its crashes."""

import json
from pathlib import Path

import pytest

from kinerja.building.erasing import erase
from kinerja.reading.governance import read_erasures
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PICTURE, PUBLICATION, approve, change, read

NOTE = f"persetujuan/dihapus/{PUBLICATION}.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a released folder with two editions of the publication."""
    root = contents.write_content(tmp_path / "isi")
    contents.release(root, AS_OF.replace(hour=1))
    change(root, contents.PATHS["publikasi"], "Lihat", "Baca")
    approve(root, PUBLICATION, contents.APPROVED.replace(day=9))
    contents.release(root)
    return root


def erased(root: Path, record_id: str = PUBLICATION) -> list[str]:
    """Erase a record; the cache is empty."""
    return erase(read(root), record_id, root.parent / "tembolok", AS_OF)


def test_every_place_of_a_record(root: Path) -> None:
    """Both editions in the archive, the attachments, the record, in this order; nothing else."""
    released = sorted(
        row.edition for row in read(root).releases if row.code == contents.CODES["publikasi"]
    )
    before = {path for path in root.rglob("*") if path.is_file()}
    expected = [f"persetujuan/arsip/{digest}" for digest in released]
    expected += [str(Path(PICTURE).parent), contents.PATHS["publikasi"]]
    assert expected == erased(root)
    gone = {path.relative_to(root).as_posix() for path in before if not path.exists()}
    assert all(path.startswith(tuple(expected)) for path in gone)
    assert 6 == len(gone)


def test_the_note(root: Path) -> None:
    """Id, type, code, date of the record, every digest that was decided on or released, time."""
    present = read(root).editions[PUBLICATION].digest
    erased(root)
    (note,), problems = read_erasures(root)
    assert [] == problems
    assert (PUBLICATION, "publikasi", contents.CODES["publikasi"], "2026-02-01", AS_OF) == (
        note.record,
        note.type,
        note.code,
        note.date.isoformat(),
        note.time,
    )
    assert present in note.digests
    assert 2 == len(note.digests)
    raw = json.loads((root / NOTE).read_text("utf-8"))
    assert ["v", "rekor", "jenis", "kode", "tanggal", "sidik", "waktu", "umpan"] == [*raw]
    assert ["situs", "layanan/nikah", "unit/bimas", "format/artikel"] == raw["umpan"]


def test_a_second_time_changes_nothing(root: Path) -> None:
    """The note stays as it is, byte for byte."""
    erased(root)
    note = (root / NOTE).read_bytes()
    assert [] == erased(root)
    assert note == (root / NOTE).read_bytes()


def test_what_is_only_in_the_archive(root: Path) -> None:
    """The file was deleted before: its editions go all the same."""
    (root / contents.PATHS["publikasi"]).unlink()
    assert 3 == len(erased(root))
    assert (root / NOTE).exists()


def test_what_never_was(root: Path) -> None:
    """Neither note nor loss."""
    assert [] == erased(root, "tidak-ada")
    assert not (root / "persetujuan/dihapus").exists()


def test_neighbours_stay(root: Path) -> None:
    """Names that begin or end alike are other records."""
    for record_id in (f"{PUBLICATION}-lagi", f"lagi-{PUBLICATION}"):
        contents.write_record(root, "publikasi", record_id)
        approve(root, record_id)
    erased(root)
    found = sorted(path.stem for path in root.rglob("*.md") if PUBLICATION in path.stem)
    assert sorted([f"{PUBLICATION}-lagi", f"lagi-{PUBLICATION}"] * 2) == found
