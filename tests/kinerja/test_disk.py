"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from kinerja.disk import link_or_copy, link_or_write, write_atomic, write_new


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """Parents are made, the old bytes are gone, nothing else is left."""
    file = tmp_path / "a/b/c.csv"
    for data in (b"satu", b"", b"dua" * 100_000):
        write_atomic(file, data)
        assert data == file.read_bytes()
    assert ["c.csv"] == names(file.parent)
    assert 0o644 == file.stat().st_mode & 0o777


def test_a_reader_keeps_the_old_file(tmp_path: Path) -> None:
    """Whoever has it open reads the old bytes to their end."""
    file = tmp_path / "a"
    write_atomic(file, b"lama")
    with file.open("rb") as reader:
        write_atomic(file, b"baru!")
        assert b"lama" == reader.read()
    assert b"baru!" == file.read_bytes()


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_fault_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A full disk at any step: the old bytes stay, and no part of the new ones."""
    file = tmp_path / "a"
    write_atomic(file, b"lama")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(file, b"baru")
    assert (b"lama", ["a"]) == (file.read_bytes(), names(tmp_path))


def test_an_interrupt_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while writing is no exception to it."""
    file = tmp_path / "a"
    write_atomic(file, b"lama")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(file, b"baru")
    assert (b"lama", ["a"]) == (file.read_bytes(), names(tmp_path))


def test_what_is_half_written_is_no_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the part begins as readers of content pass over."""
    seen: list[str] = []
    real = os.replace

    def look(source: str, target: Path) -> None:
        seen.extend(names(tmp_path))
        real(source, target)

    monkeypatch.setattr(os, "replace", look)
    write_atomic(tmp_path / "a", b"a")
    assert [True] == [name.startswith("~$") for name in seen]


def test_a_new_file_and_its_folders(tmp_path: Path) -> None:
    """For a stage that nobody reads yet."""
    write_new(tmp_path / "a/b", b"a")
    assert b"a" == (tmp_path / "a/b").read_bytes()


def test_the_same_bytes_share_their_file(tmp_path: Path) -> None:
    """Unchanged: the same inode and time. Changed, absent or a folder: written."""
    earlier = tmp_path / "lama"
    earlier.write_bytes(b"sama")
    assert not link_or_write(tmp_path / "x/a", b"sama", earlier)
    link_or_copy(tmp_path / "x/y/a", earlier)
    assert all((tmp_path / path).samefile(earlier) for path in ("x/a", "x/y/a"))
    cases = {"b": earlier, "c": tmp_path / "tidak-ada", "d": tmp_path, "e": None}
    for name, source in cases.items():
        assert link_or_write(tmp_path / f"x/{name}", b"lain", source)
        assert b"lain" == (tmp_path / f"x/{name}").read_bytes()
    assert b"sama" == earlier.read_bytes()


def test_without_hard_links_bytes_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system that has none."""
    earlier = tmp_path / "lama"
    earlier.write_bytes(b"sama")

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    link_or_write(tmp_path / "baru", b"sama", earlier)
    link_or_copy(tmp_path / "salinan", earlier)
    for name in ("baru", "salinan"):
        assert b"sama" == (tmp_path / name).read_bytes()
        assert not (tmp_path / name).samefile(earlier)
