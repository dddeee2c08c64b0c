"""The form over HTTP: what is typed is checked, saved line by line, and nothing else is touched."""

import re
from collections.abc import Mapping
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands.preview.asking import Denied, read_fields
from tests.kinerja.commands.preview.sessions import NEW, Answer, Desk
from tests.kinerja.contents import (
    PATHS,
    PICTURE,
    PUBLICATION,
    SUMMARY,
    change,
    picture_bytes,
    write,
)
from tests.site.builds import tree

FORM = f"/tulis/{NEW}/"
FILE = f"halaman/{NEW}.md"
BOUNDARY = "----batas"
PAPER = f"/tulis/{PUBLICATION}/"


def packed(fields: Mapping[str, str], name: str = "", data: bytes = b"") -> bytes:
    """Return the body that a browser sends for fields and one file."""
    parts = [
        f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}'.encode()
        for key, value in fields.items()
    ]
    head = f'Content-Disposition: form-data; name="_lampiran"; filename="{name}"\r\n'
    parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data)
    lines = [f"--{BOUNDARY}\r\n".encode() + part + b"\r\n" for part in parts]
    return b"".join([*lines, f"--{BOUNDARY}--\r\n".encode()])


def send(
    desk: Desk,
    path: str,
    button: str,
    name: str = "",
    data: bytes = b"",
    more: Mapping[str, str] | None = None,
    **fields: str,
) -> Answer:
    """Press a button of the form of a record as its page has it now."""
    digest = re.search(r'name="_sidik" value="(\w*)"', desk.get(path).text)
    usual = {"_token": desk.session.token, "_sidik": digest[1] if digest else ""}
    return post(desk, path, {**usual, "_tombol": button, **fields, **(more or {})}, name, data)


def post(
    desk: Desk,
    path: str,
    fields: Mapping[str, str],
    name: str = "",
    data: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Send these fields as a browser does."""
    usual = {"Content_Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return desk.post(packed(fields, name, data), path, **{**usual, **(headers or {})})


def written(desk: Desk) -> dict[str, bytes]:
    """Return every file of the content but locks."""
    return {path: data for path, data in tree(desk.content).items() if "~$" not in path}


def text(desk: Desk, path: str = FILE) -> str:
    """Return a file of the content."""
    return (desk.content / path).read_text("utf-8")


def test_a_draft_changes_what_was_typed(desk: Desk) -> None:
    """One line of the file, and the state; the answer leads back to the form."""
    change(desk.content, FILE, "judul: Kontak", "# Catatan\njudul: Kontak  # sementara")
    before = text(desk)
    answer = send(desk, FORM, "draf", judul="Judul: baru")
    assert (303, f"{FORM}#tersimpan") == (answer.code, answer.headers["Location"])
    expected = before.replace("judul: Kontak  # sementara", "judul: 'Judul: baru'")
    assert expected.replace("status: siap", "status: draf") == text(desk)


def test_saving_what_nobody_changed(desk: Desk) -> None:
    """Only the state of the draft is another one, whatever the fields of the page hold."""
    page = desk.get(FORM).text
    body = re.search(r'name="_isi"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert body is not None
    before = text(desk)
    send(desk, FORM, "draf", _isi=body[1].replace("\n", "\r\n"), judul="Kontak")
    assert before.replace("status: siap", "status: draf") == text(desk)


def test_checking_writes_nothing(desk: Desk) -> None:
    """The mistakes of `invoke check` stand at their fields, those of the text with its line."""
    before = written(desk)
    found = {
        "unit": send(desk, FORM, "periksa", unit="bimass").text,
        "ringkasan": send(desk, FORM, "periksa", ringkasan="pendek").text,
        "_isi": send(desk, FORM, "periksa", _isi="Satu.\n\n{{tidak-ada 2024}}\n").text,
    }
    assert before == written(desk)
    said = {
        key: re.findall(r'<p class="tulis-salah">.*\((\w+)\)', text) for key, text in found.items()
    }
    place = {key: text.partition(f'id="pesan-{key}"')[2][:300] for key, text in found.items()}
    assert {"unit": ["R01"], "ringkasan": ["F08"], "_isi": ["R03"]} == said
    assert [True] * 3 == [f"({said[key][0]})" in place[key] for key in said]
    assert ("baris 3: " in place["_isi"], 'value="bimass"' in found["unit"]) == (True, True)


def test_a_mistake_at_no_field_is_said_all_the_same(desk: Desk) -> None:
    """An unknown key is a field that can be emptied; what nobody types is named with its line."""
    change(desk.content, FILE, "\nunit: ", "\nunti: bimas\nunit: ")
    code = re.search(r"kode: (\w+)", (desk.content / FILE).read_text("utf-8"))
    assert code is not None
    change(desk.content, FILE, code[0], "kode: 01")
    page = desk.get(FORM).text
    assert re.search(r'id="pesan-unti".*?\(F01\)', page, re.DOTALL)
    assert "baris 2: kode: &#39;01&#39;" in page
    send(desk, FORM, "draf", unti="")
    assert "unti" not in (desk.content / FILE).read_text("utf-8")


def test_handing_in_waits_for_mistakes(desk: Desk) -> None:
    """With a mistake nothing is saved; without one the review page comes next."""
    before = written(desk)
    assert "Belum dapat diajukan" in send(desk, FORM, "ajukan", ringkasan="pendek").text
    assert before == written(desk)
    answer = send(desk, FORM, "ajukan", judul="Kontak kami")
    assert (303, f"/tinjau/{NEW}/") == (answer.code, answer.headers["Location"])
    assert ("status: siap" in text(desk), "judul: Kontak kami" in text(desk)) == (True, True)
    assert "Ajukan sebagai" in desk.get(f"/tinjau/{NEW}/").text


def test_two_people_at_one_record(desk: Desk) -> None:
    """Who saves second is shown what the first wrote, and loses neither text."""
    digest = re.search(r'name="_sidik" value="(\w*)"', desk.get(FORM).text)
    assert digest is not None
    send(desk, FORM, "draf", judul="Dari yang pertama")
    first = text(desk)
    fields = {"_token": desk.session.token, "_sidik": digest[1], "_tombol": "draf"}
    page = post(desk, FORM, {**fields, "judul": "Dari yang kedua"}).text
    assert first == text(desk)
    assert "berubah sejak Anda membukanya" in page
    assert ('value="Dari yang kedua"' in page, "pertama" in page) == (True, True)
    assert 303 == send(desk, FORM, "draf", judul="Dari yang kedua").code
    assert "judul: Dari yang kedua" in text(desk)


def test_a_picture_comes_with_its_words(desk: Desk) -> None:
    """Without words it is refused; with them it lies in its folder and stands in the text."""
    data = picture_bytes(size=(7, 5))
    assert "tulis isi gambar" in send(desk, FORM, "draf", "Peta Baru (1).PNG", data).text
    assert [] == [*desk.content.glob(f"lampiran/{NEW}/*")]
    words = "Peta [dua] kantor."
    assert 303 == send(desk, FORM, "draf", "Peta Baru (1).PNG", data, _alt=words).code
    assert data == (desk.content / f"lampiran/{NEW}/Peta-Baru-1-.PNG").read_bytes()
    assert text(desk).endswith("\n\n![Peta dua kantor.](lampiran:Peta-Baru-1-.PNG)\n")
    assert "/tinjau/baru/kini/Peta-Baru-1-.PNG" in desk.get(FORM).text


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", b"<script>alert(1)</script>", "(L03)"),
        ("a.html", b"<p>a", "(L04)"),
        ("kartu-a.png", picture_bytes(), "(L07)"),
        ("../../../data/unit.csv", b"id\n", "ditambahkan"),
    ],
)
def test_an_attachment_is_what_it_says(desk: Desk, name: str, data: bytes, expected: str) -> None:
    """By its content, in its own folder; a table of the content cannot be reached."""
    before = written(desk)
    answer = send(desk, FORM, "draf", name, data, _alt="Gambar.")
    if expected == "ditambahkan":
        assert b"id\n" == (desk.content / f"lampiran/{NEW}/unit.csv").read_bytes()
        assert before["data/unit.csv"] == written(desk)["data/unit.csv"]
    else:
        assert expected in answer.text
        assert before == written(desk)


def test_another_file_of_that_name_stays(desk: Desk) -> None:
    """It goes by the box beside it, together with what mentions it, or not at all."""
    before = written(desk)
    data = picture_bytes(size=(3, 3))
    assert "Sudah ada lampiran lain" in send(desk, PAPER, "draf", "grafik.png", data).text
    assert before == written(desk)
    mark = {"_hapus.grafik.png": "on"}
    assert 303 == send(desk, PAPER, "draf", "grafik.png", data, more=mark).code
    assert data == (desk.content / PICTURE).read_bytes()
    assert 303 == send(desk, PAPER, "draf", gambar="", gambar_alt="", more=mark).code
    assert not (desk.content / PICTURE).exists()
    assert "gambar" not in text(desk, PATHS["publikasi"])


def test_a_new_record(desk: Desk) -> None:
    """Begun as `invoke new` begins it, with empty fields; a taken id is said."""
    fields = {"jenis": "halaman", "id": "jam-buka", "judul": "Jam buka", "unit": "bimas"}
    fields |= {"_token": desk.session.token, "format": "artikel"}
    answer = post(desk, "/tulis/", fields)
    assert (303, "/tulis/jam-buka/") == (answer.code, answer.headers["Location"])
    page = desk.get("/tulis/jam-buka/").text
    empty = '<textarea id="isian-ringkasan" name="ringkasan" rows="3" aria-describedby='
    assert (1, 1) == (
        page.count(f'{empty}"bantuan-ringkasan">\n</textarea>'),
        page.count("<h1>Jam"),
    )
    assert 303 == send(desk, "/tulis/jam-buka/", "draf", ringkasan=SUMMARY, _isi="Isi.").code
    assert "TULIS" not in text(desk, "halaman/jam-buka.md")
    again = post(desk, "/tulis/", fields)
    assert (200, True) == (again.code, "jam-buka" in again.text)
    assert 'value="Jam buka"' in again.text


def test_a_file_whose_keys_cannot_be_read(desk: Desk) -> None:
    """It is shown whole, its mistake above, and saved as typed."""
    write(desk.content, FILE, text(desk).replace("judul: Kontak", "judul: [Kontak"))
    page = desk.get(FORM).text
    assert ('name="_berkas"' in page, "(Y01)" in page) == (True, True)
    mended = text(desk).replace("judul: [Kontak", "judul: Kontak kita")
    assert 303 == send(desk, FORM, "draf", _berkas=mended.replace("\n", "\r\n")).code
    assert mended == text(desk)


def test_a_file_that_is_no_text(desk: Desk) -> None:
    """Nothing can be typed over it."""
    (desk.content / FILE).write_bytes(b"\xff\xfe")
    answer = desk.get(FORM)
    assert (503, True) == (answer.code, f"halaman/{NEW}.md" in answer.text)


@pytest.mark.parametrize(
    ("path", "fields", "headers", "expected"),
    [
        (FORM, {"_token": "lain"}, {}, 403),
        (FORM, {}, {"Origin": "http://evil.example"}, 403),
        (FORM, {}, {"Sec_Fetch_Site": "cross-site"}, 403),
        (FORM, {}, {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        (FORM, {}, {"Content_Type": "multipart/form-data"}, 400),
        (FORM, {}, {"Content_Length": "100000000"}, 413),
        (FORM, {"_tombol": "terbit"}, {}, 400),
        ("/tulis/tidak-ada/", {}, {}, 404),
        ("/tulis/tabel-unit/", {}, {}, 404),
        ("/tulis/..%2f..%2ftata-kelola%2fperan/", {}, {}, 404),
        ("/tulis/", {"jenis": "tabel"}, {}, 400),
    ],
)
def test_other_forms_are_refused(
    reading_desk: Desk, path: str, fields: dict[str, str], headers: dict[str, str], expected: int
) -> None:
    """In words, and nothing is written."""
    before = written(reading_desk)
    usual = {"_token": reading_desk.session.token, "_tombol": "draf", "judul": "x"}
    answer = post(reading_desk, path, {**usual, **fields}, headers=headers)
    assert (expected, True) == (answer.code, "Tidak dapat dijawab" in answer.text)
    assert before == written(reading_desk)


def test_what_is_typed_is_never_a_page(reading_desk: Desk) -> None:
    """Markup in any field comes back as text."""
    evil = "</textarea></option><script>alert(1)</script><img src=x onerror=alert(1)>"
    usual = {"_token": reading_desk.session.token, "_tombol": "periksa", "_isi": evil}
    page = post(reading_desk, PAPER, {**usual, "judul": evil, "koreksi.0.jenis": evil}).text
    assert 1 == page.count("<script")
    assert "onerror" not in re.sub("&lt;.*?&gt;", "", page)


NAMES = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1)


@given(st.dictionaries(NAMES, st.text()), st.binary())
def test_forms_arrive_as_they_were_sent(fields: dict[str, str], data: bytes) -> None:
    """Every text and every byte of a file."""
    message = Message()
    message["Content-Type"] = f'multipart/form-data; boundary="{BOUNDARY}"'
    found, attached = read_fields(message, packed({"_token": "t", **fields}, "a", data), "t")
    assert (fields, data) == (found, attached[1])


@given(st.binary())
def test_no_body_breaks_it(body: bytes) -> None:
    """What is no form is refused."""
    message = Message()
    message["Content-Type"] = 'multipart/form-data; boundary="a"'
    with pytest.raises(Denied):
        read_fields(message, body, "t")


def test_the_form_leaves_nothing_behind(reading_desk: Desk, tmp_path: Path) -> None:
    """Looking at a form writes nothing, neither in the content nor beside it."""
    before = written(reading_desk)
    assert 200 == reading_desk.get(FORM).code == reading_desk.get("/tulis/").code
    assert before == written(reading_desk)
    assert [] == [*tmp_path.iterdir()]
