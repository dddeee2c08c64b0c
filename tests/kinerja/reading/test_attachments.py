"""Attachments are what their content says, whatever their name says."""

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from kinerja.model.documents import Attachment
from kinerja.reading.attachments import SIGNATURES, picture_size, read_attachments
from tabular.problems import problem
from tests.kinerja.contents import picture_bytes, pretended_picture, write
from tests.kinerja.reading.test_personal import office

FOLDER = "lampiran/nikah-2025"
GOOD = {
    "a.png": picture_bytes("PNG", (30, 20)),
    "a.jpg": picture_bytes("JPEG", (30, 20)),
    "a.JPEG": picture_bytes("JPEG", (30, 20)),
    "a.webp": picture_bytes("WEBP", (30, 20)),
    "a.pdf": b"%PDF-1.7 ...",
    "a.xlsx": office(sheet="<v>1</v>"),
    "a.docx": office(document="<p>a</p>"),
    "a.ods": office(content="<p>a</p>"),
    "a.mp4": b"\x00\x00\x00\x18ftypmp42",
    "a.webm": b"\x1aE\xdf\xa3...",
    "a.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHalo\n",
    "a.csv": "é,b\n".encode(),
    "a.txt": b"",
}
BAD = {
    "b.png": ("L03", picture_bytes("JPEG")),
    "b.jpg": ("L03", b"<svg onload='alert(1)'/>"),
    "b.webp": ("L03", b"RIFF\x00\x00\x00\x00WAVE"),
    "c.png": ("L03", picture_bytes("PNG")[:12]),
    "b.pdf": ("L03", b"<html>"),
    "b.xlsx": ("L03", b"%PDF-1.7"),
    "c.xlsx": ("L03", b"PK\x03\x04 bukan zip"),
    "b.mp4": ("L03", b"ftypmp42"),
    "c.mp4": ("L03", b"<html>ftyp"),
    "b.webm": ("L03", b"\x00\x00\x00\x18ftypmp42"),
    "b.vtt": ("L03", b"1\n00:00:00,000 --> 00:00:01,000\n"),
    "b.csv": ("L03", b"\xff\xfe"),
    "b.txt": ("L03", b"a\x00b"),
    "b.svg": ("L04", b"<svg/>"),
    "b.html": ("L04", b"<script>"),
    "b.exe": ("L04", b"MZ"),
    "tanpa-akhiran": ("L04", b"a"),
}


@pytest.mark.parametrize("name", GOOD)
def test_each_allowed_type(tmp_path: Path, name: str) -> None:
    """Name, path, size, pixels of pictures, and the digest that sha256sum gives."""
    path, data = f"{FOLDER}/{name}", GOOD[name]
    write(tmp_path, path, data)
    width, height = (30, 20) if name.lower().endswith(("png", "jpg", "jpeg", "webp")) else (0, 0)
    digest = hashlib.sha256(data).hexdigest()
    expected = Attachment(name, path, len(data), width, height, digest=digest)
    found = read_attachments(tmp_path, [path])
    assert ({name: expected}, []) == (found.files, found.problems)
    assert {path: digest} == found.digests


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    """L03 where the content is of another type, L04 where the type is not allowed at all."""
    code, data = BAD[name]
    path = f"{FOLDER}/{name}"
    write(tmp_path, path, data)
    found = read_attachments(tmp_path, [path])
    assert [(path, code)] == [(item.path, item.code) for item in found.problems]


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        "é.txt",
        "-a.txt",
        ".a.txt",
        "a\\b.txt",
        "kartu-a.txt",
        "a\n.txt",
        "a" * 100 + ".txt",
    ],
)
def test_names_mean_the_same_everywhere(tmp_path: Path, name: str) -> None:
    """In an address, in a list of checksums and on every disk; cards are the portal's own."""
    path = f"{FOLDER}/{name}"
    write(tmp_path, path, "a")
    assert ["L07"] == [item.code for item in read_attachments(tmp_path, [path]).problems]


def test_no_type_that_a_browser_runs_is_allowed() -> None:
    """Nothing that carries script: no HTML, no SVG, no XML."""
    assert set() == {".html", ".htm", ".svg", ".xml", ".js", ".xhtml"} & SIGNATURES.keys()


def test_a_missing_file_is_a_mistake(tmp_path: Path) -> None:
    """It is gone between listing and reading."""
    found = read_attachments(tmp_path, [f"{FOLDER}/a.png"])
    expected = problem(f"{FOLDER}/a.png", 0, "", "T08", reason="No such file or directory")
    assert [expected] == found.problems


def test_a_picture_that_unfolds_to_gigabytes_is_refused() -> None:
    """Only the header is read: 60,000 by 60,000 pixels in a hundred bytes."""
    assert (8, 6) == picture_size(pretended_picture((8, 6)))
    assert (0, 0) == picture_size(pretended_picture((60_000, 60_000)))


@pytest.mark.parametrize(("size", "codes"), [((9000, 9000), ["L09"]), ((5000, 10_000), [])])
def test_a_picture_has_so_many_pixels_at_most(
    tmp_path: Path, size: tuple[int, int], codes: list[str]
) -> None:
    """Fifty million: whoever makes it smaller needs its memory."""
    path = f"{FOLDER}/a.png"
    write(tmp_path, path, pretended_picture(size))
    assert codes == [item.code for item in read_attachments(tmp_path, [path]).problems]


@pytest.mark.parametrize(("noted", "expected"), [(1, (30, 20)), (6, (20, 30)), (99, (30, 20))])
def test_a_picture_is_as_wide_as_it_is_seen(noted: int, expected: tuple[int, int]) -> None:
    """A camera that was held upright says so; what means nothing is passed over."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = noted
    for form in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (30, 20)).save(out, form, exif=exif)
        assert expected == picture_size(out.getvalue())


@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF", *GOOD.values()]),
    st.integers(0, 80),
    st.binary(max_size=200),
)
def test_any_bytes_have_a_size_or_none(begin: bytes, at: int, rest: bytes) -> None:
    """A cut or changed picture is (0, 0) or still has a size; nothing is raised."""
    width, height = picture_size(begin[:at] + rest + begin[at + len(rest) :])
    assert (width > 0) == (height > 0)
