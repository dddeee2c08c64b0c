"""`invoke check --fix`: what needs no knowledge of what was meant, and nothing else."""

import codecs
import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands import check as command
from kinerja.commands.fixing import mend
from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import read_yaml
from tests.kinerja import contents
from tests.kinerja.commands.test_check import snapshot
from tests.kinerja.contents import change, write

Capture = pytest.CaptureFixture[str]
PAGE = contents.PATHS["halaman"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder without mistakes."""
    return contents.write_content(tmp_path)


def page(root: Path) -> bytes:
    """Return the bytes of one record."""
    return (root / PAGE).read_bytes()


@pytest.mark.parametrize(
    ("spoil", "done"),
    [
        (lambda data: codecs.BOM_UTF8 + data, "BOM dihapus"),
        (lambda data: data.replace(b"\n", b"\r\n"), "akhir baris menjadi LF"),
        (lambda data: data.replace(b"\n", b"\r"), "akhir baris menjadi LF"),
        (lambda data: data.decode().encode("utf-16"), "UTF-16 menjadi UTF-8"),
        (
            lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
            "huruf menjadi bentuk NFC",
        ),
    ],
    ids=["bom", "crlf", "cr", "utf-16", "nfd"],
)
def test_the_form_of_text(root: Path, capsys: Capture, spoil: object, done: str) -> None:
    """The file is as it was before an editor's program spoiled it, and the check is content."""
    change(root, PAGE, "Tulis ke", "Café: tulis ke")
    before = page(root)
    assert callable(spoil)
    (root / PAGE).write_bytes(spoil(before))
    assert 1 == command.run(str(root))
    capsys.readouterr()
    assert 0 == command.run(str(root), fix=True)
    assert before == page(root)
    assert f"{PAGE}: dibetulkan: {done}\n" in capsys.readouterr().out


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_as_a_spreadsheet_saves_it(root: Path, capsys: Capture, sign: str) -> None:
    """With BOM, CRLF and another sign between cells: the same bytes again, commas in cells kept."""
    table = root / "data/sumber.csv"
    before = table.read_bytes() + b'lain,"Satu, dua",Penerbit,,https://portal.example/,,\n'
    assert before.startswith(b"id,judul,")
    rows = csv.reader(before.decode().splitlines())
    spoiled = "".join(sign.join(cells) + "\r\n" for cells in rows)
    table.write_bytes(codecs.BOM_UTF8 + spoiled.encode())
    assert 1 == command.run(str(root))
    capsys.readouterr()
    assert 0 == command.run(str(root), fix=True)
    assert before == table.read_bytes()
    done = "data/sumber.csv: dibetulkan: BOM dihapus, akhir baris menjadi LF, sel dipisah koma\n"
    assert done in capsys.readouterr().out


def test_tabs_among_the_keys(root: Path, capsys: Capture) -> None:
    """A tab in the indentation is two spaces; spaces at an end of a line go where it matters."""
    change(root, PAGE, "unit: bimas", "layanan:\n\t- nikah\nunit: bimas")
    assert 0 == command.run(str(root), fix=True)
    assert b"layanan:\n  - nikah\n" in page(root)
    change(root, PAGE, "status: siap", "status: siap ")
    assert 0 == command.run(str(root), fix=True)
    assert b"status: siap\n" in page(root)


def test_a_kode_is_made_only_for_what_was_never_decided(root: Path) -> None:
    """A new record gets one; one that was approved has lost its own and must find it again."""
    path = contents.write_record(root, "halaman", "baru")
    for name in (path, PAGE):
        text = (root / name).read_text("utf-8")
        code = text.split("kode: ")[1][:26]
        write(root, name, text.replace(f"kode: {code}\n", "") + "\nkode:\n")
    contents.approve(root, contents.PAGE)
    before = page(root)
    assert 1 == command.run(str(root), fix=True)
    assert before == page(root)
    mended = (root / path).read_text("utf-8")
    assert mended.startswith("---\nkode: 01") and mended.endswith("\nkode:\n")


def test_approval_is_asked_again(root: Path, capsys: Capture) -> None:
    """Bytes that differ from the approved ones are said; those that are the same again are not."""
    contents.approve(root, contents.PAGE)
    before = page(root)
    (root / PAGE).write_bytes(before.replace(b"\n", b"\r\n"))
    command.run(str(root), fix=True)
    assert "perlu disetujui lagi" not in capsys.readouterr().out
    (root / PAGE).write_bytes(before.replace(b"\n", b"\r\n") + b"Lagi.\r\n")
    command.run(str(root), fix=True)
    assert f"{PAGE}: bitanya berubah, jadi perlu disetujui lagi" in capsys.readouterr().out


def test_what_is_signed_or_meant_is_left(root: Path, capsys: Capture) -> None:
    """Decisions, governance with a signature, unknown encodings and broken YAML stay."""
    contents.approve(root, contents.PAGE)
    decisions = root / f"persetujuan/{contents.PAGE}.jsonl"
    decisions.write_bytes(decisions.read_bytes().replace(b"\n", b"\r\n"))
    holders = root / "tata-kelola/peran.yaml"
    holders.write_bytes(holders.read_bytes().replace(b"\n", b"\r\n"))
    write(root, "tata-kelola/peran.yaml.sig", "tanda")
    write(root, "halaman/latin.md", "---\njudul: Café\n".encode("latin-1"))
    write(root, "halaman/rusak.md", "---\njudul: 'a\n\t- b\n---\n")
    before = snapshot(root)
    assert 1 == command.run(str(root), fix=True)
    assert before == snapshot(root)
    assert "Tidak ada yang dapat dibetulkan" in capsys.readouterr().out


def test_a_second_time_there_is_nothing_to_do(root: Path) -> None:
    """What is mended is mended for good, and files without mistakes are never touched."""
    (root / PAGE).write_bytes(codecs.BOM_UTF8 + page(root).replace(b"\n", b"\r\n"))
    command.run(str(root), fix=True)
    before = snapshot(root)
    command.run(str(root), fix=True)
    assert before == snapshot(root)


@given(text=st.text(st.characters(exclude_categories=["Cs"])), bom=st.booleans())
def test_any_text_keeps_what_it_says(text: str, bom: bool) -> None:
    """Mended text is stable, has one form, and its keys say the same as before."""
    source = f"---\n{text}\n---\n{text}"
    mended, _ = mend(("\ufeff" * bom + source).encode(), "halaman/a.md")
    assert (mended, []) == mend(mended, "halaman/a.md")
    after = mended.decode()
    assert unicodedata.is_normalized("NFC", after) and "\r" not in after
    plain = unicodedata.normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    before = read_yaml(split_front_matter(plain)[0], "a.md")
    if not before.problems:
        assert before.tree == read_yaml(split_front_matter(after)[0], "a.md").tree


@given(st.binary())
def test_any_bytes_end(data: bytes) -> None:
    """What is no text stays."""
    mended, done = mend(data, "data/unit.csv")
    assert done or mended == data
