"""`invoke new --from`: what people write in Word becomes a record, and what is lost is said."""

import base64
import html
import io
import os
import re
import socket
import sys
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kinerja.commands import new
from kinerja.commands.check import read_and_decide
from kinerja.commands.documents import take_document
from kinerja.commands.documents.opening import MOST_TEXT, decode_page
from kinerja.commands.documents.pictures import LONGEST, clean_picture
from kinerja.commands.environment import is_ci
from kinerja.commands.guard import Refused
from kinerja.commands.words import WORDS, say
from kinerja.disk import write_atomic
from kinerja.reading.body import compile_body
from tabular.text import FORBIDDEN
from tests.kinerja import contents

from .words import cell, changed, notes, paragraph, picture, run, table, word_file

pytestmark = pytest.mark.skipif(
    find_spec("pypandoc") is None and not is_ci(os.environ),
    reason="reads Word files with pandoc: pip install pypandoc_binary",
)

PNG = contents.picture_bytes()
WANTED = "TULIS apa yang tampak di gambar"
LEAD = "Antrean nikah di KUA turun dari 14 hari menjadi 3 hari pada 2026."


def photo(size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a JPEG that says where it was taken, lying on its side."""
    made, details = io.BytesIO(), Image.Exif()
    details[0x0112] = 6
    details.get_ifd(0x8825)[1] = "S"
    details.get_ifd(0x8825)[2] = (6.0, 10.0, 30.0)
    Image.new("RGB", size, "teal").save(made, "JPEG", exif=details)
    return made.getvalue()


def take(tmp_path: Path, data: bytes | str, name: str = "naskah.docx") -> tuple[str, list[str]]:
    """Return the Markdown of a document and what is said of it."""
    taken = take_document(put(tmp_path, data, name))
    return taken.markdown, taken.said


def put(tmp_path: Path, data: bytes | str, name: str) -> Path:
    """Write a document beside the content."""
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


WHOLE = word_file(
    paragraph("Nikah makin cepat", "Title"),
    paragraph(LEAD),
    paragraph(run("Hasil", "<w:b/>"), "H1"),
    paragraph(run("Tebal", "<w:b/>") + run(" dan ") + run("miring", "<w:i/>") + run(" 5 &lt; 6.")),
    paragraph("Rincian", "H2"),
    table(
        cell("Wilayah") + cell("Hari"),
        cell("Jawa\nBali") + cell("3"),
        cell("Semua 3|4", width=2),
    ),
    paragraph(
        run("Lihat ")
        + f'<w:hyperlink r:id="web">{run("laporan")}</w:hyperlink>'
        + f'<w:hyperlink r:id="cakram">{run(" salinan")}</w:hyperlink>'
        + '<w:r><w:footnoteReference w:id="5"/></w:r>'
    ),
    paragraph(
        changed("ins", run("Baru."))
        + changed("del", "<w:r><w:delText>Lama.</w:delText></w:r>")
        + '<w:r><w:commentReference w:id="5"/></w:r>'
        + run("Coret", "<w:strike/>")
        + run(" garis", '<w:u w:val="single"/>')
        + run(" merah", '<w:color w:val="FF0000"/>')
        + run(" rahasia", "<w:vanish/>")
    ),
    paragraph(picture("foto", "Antrean loket")),
    paragraph(picture("kosong", "image1.png")),
    paragraph(picture("luar", "Dari luar", "link")),
    table(cell("Kotak satu sel")),
    relations={
        "web": ("hyperlink", "https://contoh.example/a_(b)"),
        "cakram": ("hyperlink", "file:///C:/laporan.docx"),
        "foto": ("image", "media/a.jpg"),
        "kosong": ("image", "media/b.png"),
        "luar": ("image", "http://127.0.0.1:9/c.png"),
        "fn": ("footnotes", "footnotes.xml"),
        "km": ("comments", "comments.xml"),
    },
    files={
        "word/media/a.jpg": photo(),
        "word/media/b.png": PNG,
        "word/footnotes.xml": notes("footnote", "Sumber: rekap."),
        "word/comments.xml": notes("comment", "Jangan sebut."),
        "word/vbaProject.bin": b"\xcc",
        "word/embeddings/lembar.xlsx": b"PK",
        "word/charts/chart1.xml": "<c/>",
        "word/header1.xml": "<h/>",
    },
)

MARKDOWN = f"""\
{LEAD}

## Hasil

**Tebal** dan *miring* 5 &lt; 6.

### Rincian

| Wilayah    | Hari |
|------------|------|
| Jawa; Bali | 3    |
| Semua 3\\|4 |      |

Lihat [laporan](https://contoh.example/a_(b)) salinan[^1]

Baru. garis merah rahasia

![Antrean loket](lampiran:gambar-1.jpg)

![{WANTED}](lampiran:gambar-2.png)

Kotak satu sel

[^1]: Sumber: rekap.
"""


def test_a_word_file_becomes_a_record(tmp_path: Path) -> None:
    """Headings, lists, tables, links, notes and pictures come; all else is said, line by line."""
    taken = take_document(put(tmp_path, WHOLE, "naskah.docx"))
    assert ("Nikah makin cepat", LEAD) == (taken.title, taken.summary)
    assert MARKDOWN == taken.markdown
    assert ["gambar-1.jpg", "gambar-2.png"] == [*taken.pictures]
    counted = [
        *("colours", "hidden", "macros", "objects", "charts", "margins", "insertions"),
        *("deletions", "comments", "underlines", "merged", "places", "linked"),
    ]
    quoted = [
        say("left-link", what="file:///C:/laporan.docx"),
        say("left-struck", what="Coret"),
    ]
    assert sorted(say(f"left-{name}", count=1) for name in counted) == sorted(taken.said[:-2])
    assert sorted(quoted) == sorted(taken.said[-2:])


def test_every_loss_has_words() -> None:
    """What is counted under a name can be said."""
    source = "".join(p.read_text("utf-8") for p in Path(new.__file__).parent.glob("documents/*.py"))
    used = {*re.findall(r'left_out\["(\w+)"\]|"(left-\w+)"', source)}
    assert set() == {f"left-{a}" if a else b for a, b in used} - WORDS.keys()


def test_lists_keep_their_levels(tmp_path: Path) -> None:
    """Four spaces a level, as the portal reads them; two lists do not become one with code."""
    page = "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ul><dl><dt>t<dd>d</dl>"
    markdown, _ = take(tmp_path, page, "a.html")
    assert "-   a\n    1.  b\n        -   c\n\nt  \n:   d\n" == markdown.replace("t\n:", "t  \n:")
    body, problems = compile_body(markdown)
    assert ([], 3, 1) == (problems, body.html.count("<li>"), body.html.count("<dd>"))


def test_the_title_is_where_readers_see_it(tmp_path: Path) -> None:
    """In Word the style Title or the first heading; of a page its first heading, then its name."""

    def title(data: bytes | str, name: str) -> str:
        return take_document(put(tmp_path, data, name)).title

    head = "<html><head><title>Satu</title></head><body>"
    assert "Satu" == title(word_file(paragraph("Satu", "H1"), paragraph("a")), "a.docx")
    assert "" == title(word_file(paragraph("Satu")), "a.docx")
    assert "Dua" == title(f"{head}<h1>Dua</h1>", "a.html")
    assert "Satu" == title(f"{head}<p>Dua", "a.html")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Pendek.", ""),
        (f"{'Kata ' * 20}selesai. {'Lagi ' * 50}", f"{'Kata ' * 20}selesai."),
        ("kata " * 100, f"{'kata ' * 58}kata…"),
    ],
)
def test_a_summary_is_proposed(tmp_path: Path, words: str, expected: str) -> None:
    """The first paragraph that is long enough, in whole sentences where they fit."""
    taken = take_document(put(tmp_path, f"<h1>a</h1><p>{words}</p>", "a.html"))
    assert expected == taken.summary
    assert len(taken.summary) <= 300


def test_pictures_say_nothing_but_what_they_show(tmp_path: Path) -> None:
    """No place, no camera; turned as it was meant; not larger than a page shows."""
    data = word_file(
        paragraph(picture("a", "Foto")),
        paragraph(picture("a", "Foto lagi")),
        relations={"a": ("image", "media/a.jpg")},
        files={"word/media/a.jpg": photo((LONGEST + 100, 100))},
    )
    taken = take_document(put(tmp_path, data, "a.docx"))
    (made,) = taken.pictures.values()
    with Image.open(io.BytesIO(made)) as shown:
        assert ({}, "JPEG") == (dict(shown.getexif()), shown.format)
        assert LONGEST == shown.height > shown.width
    assert b"Exif" not in made
    assert [say("left-places", count=1), say("left-smaller", count=1)] == taken.said


@pytest.mark.parametrize("form", ["PNG", "GIF", "BMP", "TIFF", "WEBP"])
@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1"])
def test_other_pictures_become_png(form: str, mode: str) -> None:
    """Those that no page shows too."""
    made = io.BytesIO()
    Image.new("RGBA", (5, 4), "red").convert(mode).save(made, form)
    cleaned = clean_picture(made.getvalue())
    assert cleaned is not None
    with Image.open(io.BytesIO(cleaned.data)) as shown:
        assert (".png", (5, 4), "PNG") == (cleaned.suffix, shown.size, shown.format)


def test_a_picture_may_stand_in_the_page(tmp_path: Path) -> None:
    """As programs for mail write them."""
    page = f'<img alt="Merah" src="data:image/png;base64,{base64.b64encode(PNG).decode()}">'
    taken = take_document(put(tmp_path, page, "a.html"))
    assert "![Merah](lampiran:gambar-1.png)\n" == taken.markdown


def test_a_page_takes_only_pictures_beside_it(tmp_path: Path) -> None:
    """As Word saves them; neither from above nor through a link nor from the network."""
    folder = tmp_path / "halaman"
    (folder / "berkas").mkdir(parents=True)
    (folder / "berkas/satu 1.png").write_bytes(PNG)
    (tmp_path / "luar.png").write_bytes(PNG)
    (folder / "tautan.png").symlink_to(tmp_path / "luar.png")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        far = f"http://127.0.0.1:{server.getsockname()[1]}"
        sources = [
            *("berkas/satu%201.png", "../luar.png", "tautan.png", f"{tmp_path}/luar.png"),
            *(f"{far}/a.png", "//a/b.png", "berkas", "berkas/tidak.png", "a\0b.png"),
        ]
        page = "".join(f'<p><img alt="Gambar {n}" src="{s}">' for n, s in enumerate(sources))
        page += f'<iframe src="{far}/b"></iframe><link rel=stylesheet href="{far}/c">'
        page += f'<object data="{far}/d"></object><script src="{far}/e"></script>'
        markdown, said = take(folder, page, "a.html")
        with pytest.raises(BlockingIOError):
            server.accept()
    assert "![Gambar 0](lampiran:gambar-1.png)\n" == markdown
    assert len(sources) - 1 == len([line for line in said if line.startswith("Gambar ")])


def test_a_page_says_what_it_lost_and_what_it_hid(tmp_path: Path) -> None:
    """Frames and films are counted; what was hidden is read, so an author is told to look."""
    page = (
        "<p>Satu</p><iframe src='a'></iframe><video src='b'></video>"
        "<p style='color:red; display : NONE'>dua</p><p hidden>tiga</p>"
    )
    markdown, said = take(tmp_path, page, "a.html")
    assert "Satu\n\ndua\n\ntiga\n" == markdown
    assert 2 == len([line for line in said if ": 2 " in line])


def test_a_page_brings_no_code(tmp_path: Path) -> None:
    """Neither scripts nor styles nor handlers nor addresses that run."""
    page = (
        "<style>p{}</style><script>alert(1)</script><p onclick='a()'>Satu <a href='javascript:b'>"
        "dua</a> <a href='/tiga'>tiga</a></p><!-- empat --><svg><script>c</script></svg>"
    )
    markdown, _ = take(tmp_path, page, "a.html")
    assert "Satu dua tiga\n" == markdown


@pytest.mark.parametrize(
    "data",
    [
        "Café".encode(),
        "\ufeffCafé".encode(),
        "Café".encode("utf-16"),
        "Café".encode("cp1252"),
        b'<meta charset="iso-8859-15">' + "Café".encode("iso-8859-15"),
        b"<meta charset=tidak-ada>" + "Café".encode("cp1252"),
    ],
)
def test_pages_say_how_they_are_written(data: bytes) -> None:
    """Or do not, as those of Word."""
    assert decode_page(data).decode().endswith("Café")


@given(st.binary(max_size=80))
def test_any_page_is_text(data: bytes) -> None:
    """Whatever bytes, valid UTF-8 comes."""
    decode_page(data).decode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><w:document>&l11;</w:document>"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"%PDF-1.7", "no-document"),
        ("a", b"PK", "no-document"),
        ("a.docx", b"", "broken-document"),
        ("a.docx", b"bukan zip", "broken-document"),
        ("a.docx", WHOLE[: len(WHOLE) // 2], "broken-document"),
        ("a.docx", word_file()[:30] + b"\0" * 60 + word_file()[90:], "broken-document"),
        ("a.docx", b"\xd0\xcf\x11\xe0 lama", "old-document"),
        ("a.docx", word_file(files={"word/document.xml": "rusak"}), "broken-document"),
        ("a.docx", word_file(files={"word/document.xml": BOMB}), "broken-document"),
        (
            "a.docx",
            word_file(files={"word/document.xml": b" " * (MOST_TEXT + 1)}),
            "large-document",
        ),
        ("a.html", "<div>" * 3_000, "broken-document"),
        ("a.html", b" " * (MOST_TEXT + 1), "large-document"),
    ],
    ids=[
        *("pdf", "no suffix", "empty", "no zip", "half", "damaged", "doc", "no xml", "laughs"),
        *("bomb", "deep", "large page"),
    ],
)
def test_what_cannot_be_taken(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | str,
    sentence: str,
) -> None:
    """One sentence, exit 2, and nothing is written."""
    source, root = put(tmp_path, data, name), tmp_path / "isi"
    assert 2 == new.run(str(root), "halaman", "contoh", "", "bimas", source=str(source))
    assert f"{say(sentence)}\n" == capsys.readouterr().out
    assert [source] == [*tmp_path.iterdir()]


def test_a_picture_that_unfolds_to_gigabytes(tmp_path: Path) -> None:
    """It is left out and said; the text comes."""
    huge = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(huge, "PNG")
    data = word_file(
        paragraph("Teks."),
        paragraph(picture("a", "Besar")),
        relations={"a": ("image", "media/a.png")},
        files={"word/media/a.png": huge.getvalue()},
    )
    assert ("Teks.\n", [say("left-picture", what="media/a.png")]) == take(tmp_path, data)


def test_pandoc_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence says how it is got."""
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(Refused) as refused:
        take(tmp_path, word_file())
    assert "pip install pypandoc_binary" in say(refused.value.sentence)


def test_only_records_begin_with_a_document(tmp_path: Path) -> None:
    """A dataset or a table is no text."""
    assert 2 == new.run(str(tmp_path), "tabel", "pesan", "", "", source="a.docx")


def test_the_check_wants_only_what_a_person_can_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The alternative of a picture here; the record and its pictures are in their places."""
    source, root = put(tmp_path, WHOLE, "naskah.docx"), contents.write_content(tmp_path / "isi")
    assert 0 == new.run(str(root), "halaman", "baru", "", "bimas", source=str(source))
    said = capsys.readouterr().out
    assert f"  {root}/lampiran/baru/gambar-2.png\n" in said
    assert f"  {say('left-comments', count=1)}\n" in said
    found = read_and_decide(root)[1].problems
    text = (root / "halaman/baru.md").read_text("utf-8").splitlines()
    assert [("B06", f"![{WANTED}](lampiran:gambar-2.png)")] == [
        (item.code, text[item.line - 1]) for item in found
    ]


def test_nothing_stays_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full after the first picture leaves no folder of attachments behind."""
    source, root = put(tmp_path, WHOLE, "naskah.docx"), contents.write_content(tmp_path / "isi")

    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".md":
            raise OSError(28, "No space left on device")
        write_atomic(path, data)

    monkeypatch.setattr(new, "write_atomic", full)
    assert 2 == new.run(str(root), "halaman", "baru", "", "bimas", source=str(source))
    assert not (root / "lampiran/baru").exists()


SIGNS = '\\`*_{}[]()>#+-.!|~^:=&<1a "$@%/;,Ͱ'
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text(list(SIGNS), max_size=14)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PLAIN, min_size=1, max_size=25))
def test_any_words_come_through(tmp_path: Path, words: list[str]) -> None:
    """No sign of a text means anything to Markdown: the page shows what the author wrote."""
    words = [text.replace("{{", "{").replace("TULIS", "") for text in words]
    page = "".join(f"<p>a {html.escape(text)} z</p>" for text in words)
    markdown, _ = take(tmp_path, page, "a.html")
    body, problems = compile_body(markdown)
    shown = html.unescape(re.sub("<[^>]*>", "", body.html))
    expected = decoded(" ".join(f"a {text} z" for text in words))
    assert ([], expected) == (problems, decoded(shown))


def decoded(text: str) -> str:
    """Return a text as the portal keeps it: one form, no signs of control, single spaces."""
    return " ".join(FORBIDDEN.sub("", unicodedata.normalize("NFC", text)).split())
