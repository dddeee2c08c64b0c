"""Records read from disk: always an edition, with a value or with every reason against one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.documents import Document, Edition
from kinerja.model.records import RECORD_TYPES, Education, Issue, Kind, Publication, Record
from kinerja.reading.records import read_record, split_front_matter
from tests.kinerja import contents
from tests.kinerja.contents import change, picture_bytes, record_text, write

PATH = contents.PATHS[Kind.PUBLICATION]
FRONT = st.lists(
    st.sampled_from(
        [
            *record_text("publikasi").splitlines(),
            *("status: draf", "biaya: ada", "title: a", "standar: {", "- a", "  a: b", "---", ""),
            *("video: {poster: a}", "bukti: ['a@2025', b]", "kanal: [{batas_hari_kerja: {a: b}}]"),
            *("gambar: {}", "sumber: [[a]]", "sosial: {x: [1]}", "koreksi: {a: b}", "judul: &a b"),
            *("<script>", "[x](rekor:a)", "{{kepuasan 2024}}", "![a](lampiran:b.png)"),
        ]
    )
    | st.text(max_size=15),
    max_size=25,
).map("\n".join)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with one publication and its picture."""
    write(tmp_path, PATH, record_text("publikasi"))
    write(tmp_path, contents.PICTURE, picture_bytes())
    return tmp_path


def read(root: Path, *attachments: str) -> Edition:
    """Read the publication with the attachments of its folder."""
    return read_record(root, Kind.PUBLICATION, PATH, [*attachments] or [contents.PICTURE])


def told(edition: Edition) -> list[tuple[int, str, str]]:
    """Return line, field and code of what keeps an edition back."""
    return [(item.line, item.field, item.code) for item in edition.problems]


def test_a_record_without_mistake(root: Path) -> None:
    """Front matter, body, attachments, and the lines of the keys."""
    edition = read(root)
    assert ("nikah-2025", Kind.PUBLICATION, PATH, (), str(root), False) == (
        edition.id,
        edition.kind,
        edition.path,
        edition.problems,
        edition.root,
        edition.draft,
    )
    assert isinstance(edition.value, Document)
    assert isinstance(edition.value.record, Publication)
    assert "Kepuasan pengantin turun pada 2024" == edition.value.record.title
    assert ["grafik.png"] == [*edition.value.attachments]
    lines = (root / PATH).read_text().splitlines()
    assert lines.index("unit: bimas") + 1 == edition.place("unit").line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("---\nkode", "kode", [(1, "", "F23")]),
        ("status: siap\n", "status: siap\nTemplate: a\n", [(7, "Template", "F29")]),
        ("status: siap", "Status: siap", [(6, "Status", "F01")]),
        ("gambar: grafik.png", "gambar: foto.png", [(0, "", "L02"), (13, "gambar", "L01")]),
        ("sumber:1", "sumber:2", [(16, "", "R04")]),
        ("Lihat", "![a](lampiran:b.png)", [(20, "", "L01")]),
        ("Lihat", "<b>", [(20, "", "B01")]),
    ],
)
def test_mistakes(root: Path, old: str, new: str, expected: list[tuple[int, str, str]]) -> None:
    """Lines count from the beginning of the file; an attachment is told at its own path."""
    change(root, PATH, old, new)
    edition = read(root)
    assert (None, expected) == (edition.value, sorted(told(edition)))


def test_an_attachment_that_nobody_mentions(root: Path) -> None:
    """What is published is what the record names."""
    extra = "lampiran/nikah-2025/lain.txt"
    write(root, extra, "lain\n")
    edition = read(root, contents.PICTURE, extra)
    assert [(extra, "L02")] == [(item.path, item.code) for item in edition.problems]


FILM = {
    "format": "video",
    "video": "{berkas: a.mp4, takarir: a.vtt, poster: a.jpg, durasi: '1:30', transkrip: Halo.}",
}
FILES = {
    "a.mp4": b"\0\0\0\x18ftypmp42",
    "a.vtt": b"WEBVTT\n",
    "a.jpg": picture_bytes("JPEG"),
    "a.txt": b"a\n",
}


def film(root: Path, *names: str, **changes: str) -> Edition:
    """Read a film with these attachments, its picture beside them."""
    write(root, PATH, record_text("publikasi", **{**FILM, **changes}))
    paths = [f"lampiran/nikah-2025/{name}" for name in names]
    for path, name in zip(paths, names, strict=True):
        write(root, path, FILES[name])
    return read(root, contents.PICTURE, *paths)


def test_a_film_and_what_replaces_it(root: Path) -> None:
    """Film, captions and poster are attachments that the record mentions."""
    edition = film(root, "a.mp4", "a.vtt", "a.jpg")
    assert [] == told(edition)
    assert isinstance(edition.value, Document)
    assert {"a.mp4", "a.vtt", "a.jpg", "grafik.png"} == edition.value.attachments.keys()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("berkas: a.mp4", "berkas: b.mp4", ("berkas", "L01")),
        ("berkas: a.mp4", "berkas: a.txt", ("berkas", "L08")),
        ("takarir: a.vtt", "takarir: a.txt", ("takarir", "L08")),
        ("poster: a.jpg", "poster: a.mp4", ("poster", "L08")),
        ("poster: a.jpg", "poster: a.vtt", ("poster", "L08")),
        ("takarir: a.vtt, ", "", ("video", "F31")),
        ("berkas: a.mp4, takarir: a.vtt, ", "", ("video", "F31")),
        ("durasi: '1:30'", "durasi: 90", ("video.durasi", "F04")),
        (", transkrip: Halo.", "", ("video.transkrip", "F02")),
    ],
)
def test_a_film_that_cannot_be_shown_to_all(
    root: Path, old: str, new: str, expected: tuple[str, str]
) -> None:
    """A file that is not there or of another type, no captions, no transcript."""
    video = FILM["video"].replace(old, new)
    assert video != FILM["video"]
    found = told(film(root, *FILES, video=video))
    assert expected in [(field, code) for _, field, code in found]


def test_a_picture_is_no_other_file(root: Path) -> None:
    """A text under `gambar` is refused, whatever its content."""
    change(root, PATH, "gambar: grafik.png", "gambar: a.txt")
    write(root, "lampiran/nikah-2025/a.txt", "a")
    edition = read(root, "lampiran/nikah-2025/a.txt")
    assert [(13, "gambar", "L08")] == told(edition)


@pytest.mark.parametrize(("kind", "model"), [("isu", Issue), ("edukasi", Education)])
def test_records_with_little_more(tmp_path: Path, kind: str, model: type[Record]) -> None:
    """Answers and education are read as every record is, and their entries have places."""
    path = f"{kind}/a.md"
    write(tmp_path, path, record_text(kind))
    edition = read_record(tmp_path, Kind(kind), path, [])
    assert [] == told(edition)
    assert isinstance(edition.value, Document)
    assert model is type(edition.value.record)
    names = {"isu": ("evidence", 1, "bukti"), "edukasi": ("channels", 0, "kanal")}
    attribute, number, name = names[kind]
    assert name == edition.place(attribute, number).name
    assert edition.place(attribute).line == edition.place(attribute, number, "nothing").line


@pytest.mark.parametrize("name", ["Foo Bar", "..", "A", "a_b", "-a", "é", "a" * 61])
def test_the_name_of_the_file_is_the_id(tmp_path: Path, name: str) -> None:
    """A stem that is no id is refused: it would become part of an address."""
    path = f"halaman/{name}.md"
    write(tmp_path, path, record_text("halaman"))
    edition = read_record(tmp_path, Kind.PAGE, path, [])
    assert (None, [(0, "", "F11")]) == (edition.value, told(edition))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("judul: Kepuasan pengantin turun pada 2024", "judul: 'Kepuasan\nbiaya: naik'", 8),
        ("judul: Kepuasan pengantin turun pada 2024", 'judul: "Kepuasan\n\nstatus: naik"', 9),
        ("manfaat: Calon", "exemptions: [{\nbiaya: a}]\nmanfaat: Calon", 11),
    ],
)
def test_no_text_hides_from_the_approval(root: Path, old: str, new: str, line: int) -> None:
    """A line `biaya:` inside another value is in no digest: it could be changed unapproved."""
    change(root, PATH, old, new)
    assert (line, "", "Y07") in told(read(root))


def test_the_open_lines_themselves_are_no_mistake(root: Path) -> None:
    """`status` and `biaya` each on a line of its own, and further in than the first column."""
    change(root, PATH, "status: siap\n", "status: siap\nbiaya: ada\n")
    change(root, PATH, "manfaat: Calon", "manfaat: |-\n  biaya: Calon")
    assert [] == told(read(root))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("status: siap\n", False),
        ("status: draf\n", True),
        ("", True),
        ("status: draf\njudul: ''\nlain: a\n", True),
        ("status: draf\nstatus: siap\n", False),
    ],
)
def test_who_is_still_writing(tmp_path: Path, front: str, expected: bool) -> None:
    """A draft is one also where the file has mistakes; broken YAML says nothing."""
    write(tmp_path, "halaman/a.md", f"---\n{front}---\n")
    assert expected == read_record(tmp_path, Kind.PAGE, "halaman/a.md", []).draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nc\n", ("a: b\n", "c\n", 3)),
        ("---\na: b\n---\n", ("a: b\n", "", 3)),
        ("---\na: b\n---", ("a: b\n", "", 3)),
        ("---\n---\nc", ("", "c", 2)),
        ("---\na\n---\nb\n---\nc", ("a\n", "b\n---\nc", 3)),
        ("---\na: b\n", ("", "", 0)),
        ("---\na: b\n----\n", ("", "", 0)),
        ("\n---\na: b\n---\n", ("", "", 0)),
        ("--- \na: b\n---\n", ("", "", 0)),
        ("", ("", "", 0)),
        ("---", ("", "", 0)),
    ],
)
def test_front_matter(text: str, expected: tuple[str, str, int]) -> None:
    """Between the first line `---` and the next; the number of lines before the body."""
    assert expected == split_front_matter(text)


@given(st.sampled_from([*RECORD_TYPES]), FRONT, st.text(), st.booleans())
def test_any_text_is_an_edition(
    tmp_path_factory: pytest.TempPathFactory, kind: Kind, front: str, body: str, closed: bool
) -> None:
    """Free text as front matter and body raises nothing: a value, or problems, never both."""
    root = tmp_path_factory.getbasetemp()
    (root / "bebas.md").write_bytes(
        f"---\n{front}\n{'---' if closed else ''}\n{body}".encode("utf-8", "ignore")
    )
    edition = read_record(root, kind, "bebas.md", [])
    assert (edition.value is None) == bool(edition.problems)
    assert all(item.path == "bebas.md" for item in edition.problems)
