"""Broken bytes in any file of the content: always an answer, in words, and nothing is changed."""

import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cost_appendix.spreadsheets.opening import open_sheets
from kinerja.approval.gate import decide
from kinerja.reading.files import list_files
from kinerja.reading.messages import MESSAGES
from tabular.problems import render_problem
from tests.kinerja import contents
from tests.kinerja.commands.preview.sessions import PATH, Desk, open_desk
from tests.kinerja.contents import AS_OF, read
from tests.kinerja.stories import write_stories

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
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


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a review page that is asked anything."""
    with open_desk(tmp_path_factory.mktemp("meja")) as found:
        yield found


REQUEST = (
    f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 40\r\n"
    "Sec-Fetch-Site: same-origin\r\n\r\ntoken=a&sidik=b&keputusan=ajukan&siapa=c"
).encode()


@SHARED
@given(CHANGES)
def test_any_request_is_answered(desk: Desk, changes: list[tuple[float, int, bytes]]) -> None:
    """With a page that says what is wrong, or not at all; nothing is decided, and it goes on."""
    request = broken(REQUEST.replace(b"127.0.0.1", desk.host.encode()), changes)
    with socket.create_connection(("127.0.0.1", desk.port), timeout=30) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert b"Traceback" not in answer
    assert not answer.startswith(b"HTTP/1.1 2") or b"POST" not in request
    assert [] == desk.decided()
    assert 200 == desk.get("/tinjau/").code
