"""Broken bytes in any file of the content: always an answer, in words, and nothing is changed."""

import re
import socket
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cost_appendix.spreadsheets.opening import open_sheets
from kinerja.approval.gate import decide
from kinerja.commands.documents import take_document
from kinerja.commands.guard import Refused
from kinerja.commands.preview import server
from kinerja.commands.words import say
from kinerja.model.governance import Act, WithdrawalReason
from kinerja.model.records import RECORD_TYPES
from kinerja.reading.files import list_files
from kinerja.reading.governance import parse_decision
from kinerja.reading.messages import MESSAGES
from tabular.problems import render_problem
from tests.kinerja import contents
from tests.kinerja.commands.documents.words import paragraph, word_file
from tests.kinerja.commands.preview.sessions import (
    AUTHOR,
    NEW,
    PATH,
    RESPONSIBLE,
    Desk,
    open_desk,
)
from tests.kinerja.commands.preview.test_form import BOUNDARY, packed, send, written
from tests.kinerja.contents import AS_OF, picture_bytes, read
from tests.kinerja.stories import write_stories

FORM, LISTENING = f"/tulis/{NEW}/", "/tinjau/perubahan"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
BEGUN = {"jenis": "halaman", "id": "jam-buka", "judul": "Jam", "unit": "bimas", "format": "artikel"}
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
FEWER = settings(SHARED, max_examples=SHARED.max_examples // 4)
FRAGMENTS = (
    *(b"\0", b"\xff", b"\r\n", b"\n", b"---\n", b"{{", b"}}", b"- ", b": ", b"'", b'"', b"[", b"{"),
    *(b"&a *a", b"!!python/object:os.system a", b"9" * 400, b"1e999", b"\xe2\x80\xae", b",,,,"),
    *(b"null", b"\\u0000", b"\\ud800", b"[" * 2000, b'{"a":' * 2000, b"NaN", b"-0", b"2026-02-30"),
    *(
        b"0000-00-00T00:00:00+99:99",
        b"9999-12-31T23:59:59-23:59",
        b"\xef\xbb\xbf",
        b"\t",
        b"#",
        b"|",
    ),
    *(b"{{kepuasan 2024}}", b"{{a}}", b"[a](sumber:7)", b"![a](lampiran:b.png)", b"[^1]"),
    *(b"kepuasan@", b"../../etc/passwd", b"2026-000001", b"<<: *a", b"? ", b"=1+1", b"\xc2\xa0"),
)
TEXT = st.text(max_size=8).map(str.encode)
PIECE = st.sampled_from(FRAGMENTS) | st.binary(max_size=8) | TEXT
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECE), min_size=1, max_size=5)


def broken(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Return bytes with pieces put in at some places, over what stood there."""
    for place, length, piece in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a released folder with every table, an answer and a lesson."""
    root = write_stories(tmp_path_factory.mktemp("acak") / "isi")
    contents.release(root)
    return root


def files_of(root: Path) -> list[str]:
    """Return every file that editors and tools write."""
    return [path for path in list_files(root)[0] if not path.endswith(".png")]


@SHARED
@given(st.data(), CHANGES)
def test_any_file_may_be_broken(
    root: Path, data: st.DataObject, changes: list[tuple[float, int, bytes]]
) -> None:
    """Front matter, Markdown, CSV, YAML and JSONL: read and decided, each mistake in words."""
    path = data.draw(st.sampled_from(files_of(root)))
    before = (root / path).read_bytes()
    (root / path).write_bytes(broken(before, changes))
    try:
        decided = decide(read(root), AS_OF, mint=True)
        words = [render_problem(item, MESSAGES, "id") for item in decided.problems]
        assert all(words)
    finally:
        (root / path).write_bytes(before)


def spreadsheet() -> bytes:
    """Return a sheet of two rows as a spreadsheet program writes it."""
    book, buffer = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("tanggal", "uraian", "jumlah"), ("2026-02-03", "Cetak", 250000)):
        sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()


SHEET = spreadsheet()


@settings(SHARED, max_examples=SHARED.max_examples // 5)
@given(CHANGES)
def test_any_spreadsheet_may_be_broken(
    tmp_path: Path, changes: list[tuple[float, int, bytes]]
) -> None:
    """Cells, or one sentence why there are none."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(broken(SHEET, changes))
    sheets, names, problems = open_sheets(path, "")
    assert sheets or names or problems


DOCUMENT = word_file(paragraph("Teks."), paragraph("Antrean turun dari 14 hari menjadi 3 hari."))
with zipfile.ZipFile(BytesIO(DOCUMENT)) as parts:
    INSIDE = parts.read("word/document.xml")


@settings(SHARED, max_examples=SHARED.max_examples // 25)  # pandoc runs for each
@given(st.booleans(), CHANGES)
def test_any_document_may_be_broken(
    tmp_path: Path, inside: bool, changes: list[tuple[float, int, bytes]]
) -> None:
    """A file of Word, broken or with broken text inside: a record begins, or a sentence why not."""
    path = tmp_path / "a.docx"
    files = {"word/document.xml": broken(INSIDE, changes)}
    path.write_bytes(word_file(files=files) if inside else broken(DOCUMENT, changes))
    try:
        assert take_document(path).markdown is not None
    except Refused as refused:
        assert say(refused.sentence, **refused.words)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a preview that is asked anything; pages that listen hear something at once."""
    with pytest.MonkeyPatch.context() as patch, open_desk(tmp_path_factory.mktemp("meja")) as found:
        patch.setattr(server, "HEARTBEAT", 0.05)
        yield found


HEAD = (
    "{} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: {}\r\n"
    "Content-Length: {}\r\nSec-Fetch-Site: same-origin\r\n\r\n"
)
FIELDS = b"token=a&sidik=b&keputusan=ajukan&siapa=c"
TYPED = packed({"_token": "a", "_tombol": "draf", "judul": "b"}, "a.csv", b"id\n")
REQUESTS = (
    HEAD.format(f"POST {PATH}", "application/x-www-form-urlencoded", 40).encode() + FIELDS,
    HEAD.format(f"POST {FORM}", MULTIPART, len(TYPED)).encode() + TYPED,
    *(HEAD.format(f"GET {path}", "", 0).encode() for path in (FORM, "/tulis/", LISTENING)),
)


@SHARED
@given(st.sampled_from(REQUESTS), CHANGES)
def test_any_request_is_answered(
    desk: Desk, request: bytes, changes: list[tuple[float, int, bytes]]
) -> None:
    """With a page that says what is wrong, or not at all; nothing is decided, and it goes on."""
    sent = broken(request.replace(b"127.0.0.1", desk.host.encode()), changes)
    answer = b""
    line = socket.create_connection(("127.0.0.1", desk.port), timeout=30)
    with line, suppress(ConnectionError):  # it may be refused before all of it was read
        line.sendall(sent)
        with suppress(OSError):  # the other side is gone
            line.shutdown(socket.SHUT_WR)
        while (part := line.recv(65536)) and b"\ndata: " not in answer:
            answer += part
    assert not answer.startswith(b"HTTP/1.1 500")
    assert not answer.startswith(b"HTTP/1.1 2") or b"POST" not in sent
    assert [] == desk.decided()
    assert 200 == desk.get("/tinjau/").code


@contextmanager
def restoring(desk: Desk, *own: str) -> Iterator[None]:
    """Let only files below some paths change, wholly, and take it back afterwards."""
    before = written(desk)
    yield
    after = written(desk)
    changed = [path for path in {*before, *after} if before.get(path) != after.get(path)]
    if changed:
        assert [] == [path for path in changed if not path.startswith(own)]
        decided = decide(read(desk.content), AS_OF, mint=True)
        assert all(render_problem(item, MESSAGES, "id") for item in decided.problems)
    for path in changed:
        (desk.content / path).unlink(missing_ok=True)
        if path in before:
            (desk.content / path).write_bytes(before[path])


ANSWERED = {200, 303, 400, 403, 404, 413, 503}
WORDS = st.text(max_size=40) | st.sampled_from(FRAGMENTS).map(lambda b: b.decode("utf-8", "ignore"))
NAMES = st.sampled_from(
    ["a.png", "../../unit.csv", "a.csv", "A b.PDF", "kartu-a.png", ".a", "", "a" * 300 + ".png"]
)
FILES = st.sampled_from([b"", picture_bytes(), b"id\n", b"%PDF-1.4", b"PK\3\4"]) | st.binary()


@FEWER
@given(st.data(), st.sampled_from(["periksa", "draf", "ajukan", "x"]), NAMES, FILES)
def test_any_text_may_be_typed(
    desk: Desk, data: st.DataObject, button: str, name: str, attached: bytes
) -> None:
    """Into every field of the form, with any file, by one of our pages: an answer in words.

    No file but that of the record and its attachments changes.
    """
    fields = sorted({*re.findall(r' name="(.*?)"', desk.get(FORM).text)} - {"_token", "_sidik"})
    names = st.sampled_from([*fields, "_berkas", "_hapus.a.png"]) | st.text(max_size=9)
    typed = data.draw(st.dictionaries(names, WORDS, max_size=5))
    with restoring(desk, f"halaman/{NEW}.md", f"lampiran/{NEW}/"):
        answer = send(desk, FORM, button, name, attached, more=typed)
        assert answer.code in ANSWERED


@FEWER
@given(
    st.sampled_from([*RECORD_TYPES, "tabel"]),
    st.dictionaries(st.sampled_from([*BEGUN]), WORDS, max_size=2),
    NAMES | st.just("a.docx"),
    FILES,
)
def test_any_record_may_be_begun(
    desk: Desk, kind: str, changes: dict[str, str], name: str, attached: bytes
) -> None:
    """By any words, from any document: one file in its folder, or why not."""
    fields = {**BEGUN, "jenis": kind, **changes, "_token": desk.session.token}
    body = packed(fields, name, attached)
    with restoring(desk, *RECORD_TYPES, "lampiran/"):
        answer = desk.post(body, "/tulis/", Content_Type=MULTIPART)
        assert answer.code in ANSWERED


ACTS = st.sampled_from([*Act, "lain"])
CHANGED = ("alasan", "kode_alasan", "penerus", "siapa", "sidik", "keputusan")


@FEWER
@given(
    ACTS,
    st.sampled_from([AUTHOR, RESPONSIBLE]),
    st.sampled_from([*WithdrawalReason]),
    st.dictionaries(st.sampled_from(CHANGED), WORDS, max_size=2),
)
def test_a_decision_is_written_whole_or_not_at_all(
    desk: Desk, act: str, who: str, code: str, changes: dict[str, str]
) -> None:
    """Whatever a form of ours holds: a line that the build reads, or nothing."""
    more = {
        "kembalikan": {"alasan": "Belum."},
        "tarik": {"kode_alasan": code, "alasan": "", "penerus": ""},
    }
    with restoring(desk, f"persetujuan/{NEW}.jsonl", "persetujuan/arsip/"):
        answer = desk.post({**desk.form(act, who, **more.get(act, {})), **changes})
        assert answer.code in ANSWERED
        for line in desk.decided():
            assert parse_decision(line).record == NEW
