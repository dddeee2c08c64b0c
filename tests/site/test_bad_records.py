"""A record with a mistake: said with its place, withheld, and the others are published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kinerja.contents import PATHS, PUBLICATION, approve, change, write, write_record
from tests.site.builds import LATER, Place, Run, build, described, tree

TITLE = "Judul rahasia dari rekor yang keliru"
BODY = "\n---\nIsi.\n"

Broken = Callable[[Path, str], object]


def text_changed(old: str, new: str) -> Broken:
    """Return what replaces a text in the file of the record."""
    return lambda root, path: change(root, path, old, new)


def bytes_changed(old: bytes, new: bytes) -> Broken:
    """Return what replaces bytes in the file of the record."""

    def act(root: Path, path: str) -> None:
        data = (root / path).read_bytes()
        assert old in data
        write(root, path, data.replace(old, new))

    return act


def key_added(line: str) -> Broken:
    """Return what adds a line to the front matter, as its second line."""
    return text_changed("---\nkode:", f"---\n{line}\nkode:")


def body_added(text: str) -> Broken:
    """Return what adds a line at the end of the body."""
    return lambda root, path: write(root, path, (root / path).read_text("utf-8") + text + "\n")


def attached(name: str, data: bytes, line: str = "") -> Broken:
    """Return what lays an attachment beside the record, mentioned by a line of its body or not."""

    def act(root: Path, path: str) -> None:
        write(root, f"lampiran/{Path(path).stem}/{name}", data)
        body_added(line)(root, path)

    return act


def linked_outside(root: Path, path: str) -> None:
    """Put the file outside the content and a symbolic link in its place."""
    outside = root.parent / Path(path).name
    (root / path).rename(outside)
    (root / path).symlink_to(outside)


def twice(root: Path, path: str) -> None:
    """Give a page the id of this publication."""
    write_record(root, "halaman", Path(path).stem, judul=TITLE)


BROKEN: dict[str, tuple[Broken, list[str]]] = {
    "yaml-rusak": (text_changed("format: artikel", "format: artikel: dua"), ["{path}:9: (Y01)"]),
    "kunci-asing": (key_added("judull: Lain"), ["{path}:2: judull: (F01)"]),
    "tanpa-ringkasan": (text_changed("ringkasan:", "# ringkasan:"), ["{path}:1: ringkasan: (F02)"]),
    "rujukan-kosong": (text_changed("[nikah]", "[rujuk]"), ["{path}:8: layanan: (R05)"]),
    "bukan-utf-8": (bytes_changed(b"Lihat", b"Lihat \xe9"), ["{path}:18: (T01)"]),
    "dengan-bom": (bytes_changed(b"---\nkode", b"\xef\xbb\xbf---\nkode"), ["{path}:1: (T02)"]),
    "dengan-crlf": (bytes_changed(b"\n", b"\r\n"), ["{path}:1: (T03)"]),
    "dengan-nul": (bytes_changed(b"Lihat", b"Lihat\0"), ["{path}:18: (T04)"]),
    "dua-puluh-mb": (body_added("a" * 20 * 1024 * 1024), ["{path}: (T06)"]),
    "tautan-keluar": (linked_outside, ["{path}: (T07)"]),
    "kunci-pelican": (
        key_added("Save_as: index.html\nTemplate: beranda\nStatus: published"),
        ["{path}:2: Save_as: (F29)", "{path}:3: Template: (F29)", "{path}:4: Status: (F01)"],
    ),
    "keluar-folder": (key_added("save_as: ../../di-luar.html"), ["{path}:2: save_as: (F29)"]),
    "html-mentah": (
        body_added("Teks <script>alert(1)</script> dan <b onclick=x>tebal</b>."),
        ["{path}:19: (B01)"] * 4,
    ),
    "javascript": (
        body_added("[klik](javascript:alert(1)) dan [klik](JavaScript:alert(2))"),
        ["{path}:19: (B02)"] * 2,
    ),
    "lampiran-hilang": (body_added("![Bagan](lampiran:bagan.png)"), ["{path}:19: (L01)"]),
    "lampiran-sisa": (
        attached("sisa.txt", b"Rahasia.\n"),
        ["lampiran/lampiran-sisa/sisa.txt: (L02)"],
    ),
    "lampiran-palsu": (
        attached("foto.jpg", b"<html><script>", "![Foto](lampiran:foto.jpg)"),
        ["lampiran/lampiran-palsu/foto.jpg: (L03)"],
    ),
    "lampiran-program": (
        attached("alat.exe", b"MZ", "[Alat](lampiran:alat.exe)"),
        ["lampiran/lampiran-program/alat.exe: (L04)"],
    ),
}
"""Id of a publication -> what is done to its file, and the places and codes that are printed."""

NOT_APPROVED = (
    "tautan-keluar",  # no file of the content: nobody can decide on it
    "dua-puluh-mb",  # its bytes are never read, so it has no digest of its own
    "rujukan-kosong",  # what was approved once stays when what it names goes away
)


def write_broken(root: Path) -> None:
    """Write every record of the table, approve it as it is, and approve one without mistake."""
    for record_id, (act, _) in BROKEN.items():
        path = write_record(root, "publikasi", record_id, judul=TITLE)
        act(root, path)
        if record_id not in NOT_APPROVED:
            approve(root, record_id)
    write_record(root, "publikasi", "yang-benar", judul="Publikasi kedua tanpa kesalahan")
    approve(root, "yang-benar")


@pytest.fixture(scope="module")
def broken(tiny: Place, tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Run]:
    """Return a site built from content with every mistake, and what its build printed."""
    place = tiny.copy(tmp_path_factory.mktemp("banyak kesalahan") / "tempat")
    write_broken(place.content)
    return place, build(place, as_of=LATER)


@pytest.mark.parametrize("record_id", BROKEN)
def test_the_mistake_is_said_with_its_place(record_id: str, broken: tuple[Place, Run]) -> None:
    """Path, line, field and code of each mistake are printed, and nothing else on that record."""
    path = f"publikasi/2026/{record_id}.md"
    own = (path, f"lampiran/{record_id}/")
    lines = broken[1].lines
    mistakes = lines[: lines.index("Ditahan: 17")]
    printed = [described(line) for line in mistakes if line.startswith(own)]
    expected = [text.format(path=path) for text in BROKEN[record_id][1]]
    assert expected == printed


def test_every_record_is_withheld_for_its_mistakes(broken: tuple[Place, Run]) -> None:
    """Under `Ditahan` stands each record that has a file: its mistakes keep it from the public."""
    lines = broken[1].lines
    listed = lines[lines.index("Ditahan: 17") :]
    withheld = [described(line) for line in listed if line.endswith("(P17)")]
    ids = sorted(set(BROKEN) - {"tautan-keluar"})
    assert [f"publikasi/2026/{record_id}.md: (P17)" for record_id in ids] == withheld


@pytest.mark.parametrize("record_id", BROKEN)
def test_the_record_is_nowhere_on_the_site(record_id: str, broken: tuple[Place, Run]) -> None:
    """No file of the site names the record, though its digest was approved."""
    files = tree(broken[0].output)
    name = record_id.encode()
    assert [] == [path for path, data in files.items() if record_id in path or name in data]


def test_the_build_succeeds_and_the_others_are_published(broken: tuple[Place, Run]) -> None:
    """One bad record never stops the others: exit 0, old and new good ones have their pages."""
    place, result = broken
    assert 0 == result.code, result.printed
    others = "0 jawaban isu, 0 panduan, 1 layanan, 1 indikator, 1 halaman, 1 dataset."
    assert f"Terbit: 2 publikasi, {others}" in result.lines
    for record_id in (PUBLICATION, "yang-benar"):
        assert (place.output / f"publikasi/2026/{record_id}/index.html").is_file()
    assert [] == [path for path, data in tree(place.output).items() if TITLE.encode() in data]


def test_nothing_is_written_outside_the_output(broken: tuple[Place, Run]) -> None:
    """A path in the front matter leads nowhere: beside the site there are only its builds."""
    place, _ = broken
    names = sorted(path.name for path in place.root.iterdir())
    assert [".builds", "isi", "situs web", "tautan-keluar.md"] == names


def test_an_id_that_stands_twice_keeps_the_first(place: Place) -> None:
    """The second file with an id is reported; the approved record of that id stays public."""
    before = tree(place.output)[f"publikasi/2026/{PUBLICATION}/index.html"]
    twice(place.content, PATHS["publikasi"])
    result = build(place, as_of=LATER)
    printed = [described(line) for line in result.lines if line.startswith("halaman/")]
    assert (0, [f"halaman/{PUBLICATION}.md: (F24)"]) == (result.code, printed)
    after = tree(place.output)
    assert before == after[f"publikasi/2026/{PUBLICATION}/index.html"]
    assert [] == [path for path, data in after.items() if TITLE.encode() in data]


def test_a_mistake_in_an_approved_record_keeps_its_approved_edition(place: Place) -> None:
    """The page stays as it was, byte for byte, and the mistake is said."""
    before = tree(place.output)
    body_added("Teks <script>alert(1)</script>.")(place.content, PATHS["publikasi"])
    result = build(place, as_of=LATER)
    assert (0, True) == (result.code, "(B01)" in result.printed)
    assert before == tree(place.output)


def test_an_unknown_file_is_reported_and_published_nowhere(place: Place) -> None:
    """A file that means nothing is a mistake, and no byte of it reaches the site."""
    write(place.content, "publikasi/2026/catatan.txt", "Catatan pribadi redaksi.\n")
    write(place.content, "rahasia/kunci.md", "Catatan pribadi redaksi.\n")
    result = build(place, as_of=LATER)
    printed = [described(line) for line in result.lines if line.endswith("(T09)")]
    assert (0, ["publikasi/2026/catatan.txt: (T09)", "rahasia/kunci.md: (T09)"]) == (
        result.code,
        printed,
    )
    written = tree(place.output).values()
    assert [] == [data for data in written if b"pribadi" in data]


def test_a_linked_folder_is_not_followed(place: Place, tmp_path: Path) -> None:
    """A symbolic link to a folder is a mistake of its own, whatever lies in the folder."""
    outside = tmp_path / "di luar"
    write_record(place.content, "publikasi", "selundupan", judul=TITLE)
    outside.mkdir()
    (place.content / "publikasi/2026/selundupan.md").rename(outside / "selundupan.md")
    (place.content / "publikasi/2025").symlink_to(outside)
    result = build(place, as_of=LATER)
    assert 0 == result.code
    assert "publikasi/2025: (T07)" in [described(line) for line in result.lines if "(T07)" in line]
    assert "selundupan" not in result.printed
