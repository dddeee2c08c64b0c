"""The content folder as plain files: what is listed, what is refused, what is never read."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.reading.files import list_files, read_bytes, read_text
from tabular.problems import problem
from tests.kinerja.contents import write


def test_files_are_listed_bytewise(tmp_path: Path) -> None:
    """In one order on every machine, with `/`, the folder itself left out."""
    names = ["b/a.md", "a.md", "B.md", "b.md", "é.md", "b/c/d.csv"]
    for name in names:
        write(tmp_path, name, "")
    assert (sorted(names, key=os.fsencode), []) == list_files(tmp_path)
    assert (["b/a.md", "b/c/d.csv"], []) == list_files(tmp_path, "b")


def test_what_file_managers_leave_is_passed_over(tmp_path: Path) -> None:
    """Their own files, and open documents, are no content and no mistake."""
    for name in (".DS_Store", "layanan/Thumbs.db", "data/~$unit.csv", "~$folder/a.md"):
        write(tmp_path, name, "")
    assert ([], []) == list_files(tmp_path)


def test_an_absent_folder_is_empty(tmp_path: Path) -> None:
    """Nothing there is nothing written."""
    assert ([], []) == list_files(tmp_path, "isu")


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    """Neither to a file nor to a folder nor to nothing: each is a mistake of its own."""
    outside, root = tmp_path / "luar", tmp_path / "isi"
    write(outside, "rahasia.md", "rahasia")
    root.mkdir()
    (root / "berkas.md").symlink_to(outside / "rahasia.md")
    (root / "folder").symlink_to(outside)
    (root / "hilang.md").symlink_to(outside / "tidak-ada.md")
    expected = [problem(name, 0, "", "T07") for name in ("berkas.md", "folder", "hilang.md")]
    files, problems = list_files(root)
    assert ([], expected) == (files, sorted(problems))
    assert (b"", expected[:1]) == read_bytes(root, "berkas.md")


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """Its size is asked first."""
    write(tmp_path, "a.md", "12345")
    assert (b"12345", []) == read_bytes(tmp_path, "a.md", 5)
    expected = [problem("a.md", 0, "", "T06", size=5, limit=4)]
    assert (b"", expected) == read_bytes(tmp_path, "a.md", 4)


def test_what_cannot_be_opened_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing file, and a socket: the reason is that of the system."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("soket.md")
        found = [read_bytes(tmp_path, name) for name in ("hilang.md", "soket.md")]
    assert [b"", b""] == [data for data, _ in found]
    assert ["T08", "T08"] == [item.code for _, problems in found for item in problems]
    assert (("reason", "No such file or directory"),) == found[0][1][0].details


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_text_or_one_mistake(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """The bytes always come back; the text is theirs, or empty with the reason."""
    root = tmp_path_factory.getbasetemp()
    (root / "bebas.md").write_bytes(data)
    found, text, problems = read_text(root, "bebas.md")
    assert data == found
    assert (data if not problems else b"") == text.encode()
    assert len(problems) <= 1
