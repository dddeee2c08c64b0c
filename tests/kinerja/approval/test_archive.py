"""The archive: approved bytes are kept, and trusted only while they give their digest."""

import shutil
from pathlib import Path

import pytest

from kinerja.approval.archive import gone_editions, read_archived, write_archived
from kinerja.model.documents import Document, Edition
from kinerja.model.records import Kind
from kinerja.reading.layout import archive_folder
from tests.kinerja import contents
from tests.kinerja.contents import change, picture_bytes, read, release, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes, everything approved and released."""
    contents.write_content(tmp_path)
    release(tmp_path)
    return tmp_path


def edition(root: Path, record_id: str = "nikah-2025") -> Edition:
    """Return the present edition of a record."""
    return read(root).editions[record_id]


def archived(root: Path, found: Edition) -> Edition | None:
    """Return the edition of that digest from the archive."""
    return read_archived(root, found.kind, found.id, found.digest)


@pytest.mark.parametrize("record_id", ["nikah-2025", "kontak", "capaian-kepuasan", "tabel-unit"])
def test_an_edition_comes_back_as_it_was(root: Path, record_id: str) -> None:
    """The same value and digest; its root is the folder of the archive."""
    present = edition(root, record_id)
    found = archived(root, present)
    assert found is not None
    assert (present.value, present.digest) == (found.value, found.digest)
    assert str(archive_folder(root, present.digest)) == found.root


def test_attachments_are_kept_too(root: Path) -> None:
    """Byte for byte, also when they change or go at their place."""
    present = edition(root)
    (root / contents.PICTURE).unlink()
    found = archived(root, present)
    assert found is not None
    assert isinstance(found.value, Document)
    path = Path(found.root) / found.value.attachments["grafik.png"].path
    assert picture_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: shutil.rmtree(folder),
        lambda folder: (folder / contents.PICTURE).unlink(),
        lambda folder: (folder / contents.PATHS["publikasi"]).unlink(),
        lambda folder: change(folder, contents.PATHS["publikasi"], "2024", "2023"),
        lambda folder: write(folder, contents.PICTURE, picture_bytes(size=(9, 9))),
        lambda folder: (folder / "tautan").symlink_to("/etc/hostname"),
    ],
    ids=["gone", "no-picture", "no-text", "text", "picture", "link"],
)
def test_bytes_that_changed_are_not_approved(root: Path, spoil: object) -> None:
    """What no longer gives its digest is None: it is withheld, not shown."""
    present = edition(root)
    assert callable(spoil)
    spoil(archive_folder(root, present.digest))
    assert None is archived(root, present)


def test_what_the_edition_does_not_name_is_none_of_it(root: Path) -> None:
    """An attachment that somebody put into the archive changes no edition, and is not shown."""
    present = edition(root)
    write(archive_folder(root, present.digest), "lampiran/nikah-2025/b.txt", "b")
    found = archived(root, present)
    assert found is not None
    assert isinstance(found.value, Document)
    assert ["grafik.png"] == [*found.value.attachments]


def test_open_lines_may_change_in_the_archive(root: Path) -> None:
    """`status:` and `biaya:` are in no digest."""
    present = edition(root)
    change(archive_folder(root, present.digest), present.path, "status: siap", "status: draf")
    assert archived(root, present) is not None


def test_an_edition_is_written_once(root: Path) -> None:
    """What lies there with the same bytes is not touched; what was damaged is mended."""
    present = edition(root)
    file = archive_folder(root, present.digest) / present.path
    before = file.stat().st_mtime_ns
    write_archived(root, present)
    assert before == file.stat().st_mtime_ns
    file.write_bytes(b"rusak")
    write_archived(root, present)
    assert archived(root, present) is not None


@pytest.mark.parametrize(
    ("path", "record_id", "kind"),
    [
        (contents.PATHS["publikasi"], "nikah-2025", Kind.PUBLICATION),
        (contents.PATHS["layanan"], "nikah", Kind.SERVICE),
        (contents.DATASET, "capaian-kepuasan", Kind.DATASET),
        ("data/unit.csv", "tabel-unit", Kind.TABLE),
    ],
)
def test_a_file_that_is_gone_is_missed(root: Path, path: str, record_id: str, kind: Kind) -> None:
    """Its stand-in has the path and the mistake, and no value of its own."""
    (root / path).unlink()
    codes = {row.code for row in read(root).releases}
    (found,) = gone_editions(read(root), codes)
    assert (record_id, kind, path, None) == (found.id, found.kind, found.path, found.value)
    assert [(path, "P15")] == [(item.path, item.code) for item in found.problems]


def test_nothing_is_missed_that_was_never_approved(root: Path) -> None:
    """A draft that its author deletes is gone, and an unreleased table too."""
    path = contents.write_record(root, "halaman", "coba")
    (root / path).unlink()
    (root / "data/unit.csv").unlink()
    assert [] == gone_editions(read(root), set())
