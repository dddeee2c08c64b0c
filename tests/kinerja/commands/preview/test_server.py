"""The preview on 127.0.0.1: pages in words, decisions by its own forms, nothing else."""

import http.client
import json
import socket
import struct
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.commands.preview import server
from kinerja.commands.preview.record import record_view
from kinerja.reading.governance import parse_decision
from tests.kinerja.commands.preview.sessions import (
    AUTHOR,
    NEW,
    PATH,
    RESPONSIBLE,
    Desk,
    open_session,
)
from tests.kinerja.contents import PICTURE, PUBLICATION, change, picture_bytes, write
from tests.site.builds import tree


def written(desk: Desk) -> dict[str, bytes]:
    """Return every file of the content but locks."""
    return {path: data for path, data in tree(desk.content).items() if "~$" not in path}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/tinjau/", "Yang menunggu keputusan"),
        (PATH, "Seluruhnya baru"),
        ("/tinjau/tabel-unit/", "Bimbingan Contoh"),
        ("/tinjau/capaian-kepuasan/", "82.10"),
        ("/tinjau/tinjau.css", ".tinjau"),
        ("/", "Pratinjau: belum disetujui."),
        ("/tentang/baru/", "Pratinjau: belum disetujui."),
        ("/k/01K00000000000000000000004/", "/kontak/"),
    ],
)
def test_pages(reading_desk: Desk, path: str, expected: str) -> None:
    """The list, a page of a record, table or dataset, and the rendered site."""
    answer = reading_desk.get(path)
    assert (200, True) == (answer.code, expected in answer.text)


@pytest.mark.parametrize("path", ["/tinjau/", "/", "/tinjau/tidak-ada/", "/tema/ikon.svg"])
def test_every_answer_is_strict(reading_desk: Desk, path: str) -> None:
    """No script, no frame, nothing kept, and no address told to others."""
    headers = reading_desk.get(path).headers
    assert ("no-store", "same-origin", "nosniff") == (
        headers["Cache-Control"],
        headers["Referrer-Policy"],
        headers["X-Content-Type-Options"],
    )
    raw = reading_desk.ask("HEAD", path, {})
    assert b"" == raw.body
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_no_script_runs(reading_desk: Desk) -> None:
    """A second policy stands beside that of the site: browsers keep both."""
    connection = http.client.HTTPConnection("127.0.0.1", reading_desk.port)
    connection.request("GET", PATH)
    policies = connection.getresponse().headers.get_all("Content-Security-Policy") or []
    connection.close()
    assert "script-src 'none'; frame-ancestors 'none'" in policies
    assert "<script" not in reading_desk.get(PATH).text


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", ["/", "/tinjau/", PATH, "/tidak/ada"])
@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1.evil.example", "127.0.0.1:1"])
def test_other_hosts_are_refused(reading_desk: Desk, method: str, path: str, host: str) -> None:
    """Whatever they ask for."""
    assert 421 == reading_desk.ask(method, path, {"Host": host}).code


@pytest.mark.parametrize(
    "path",
    [
        "/tinjau/tidak-ada/",
        "/tinjau/baru",
        "/tinjau/?a=1",
        f"{PATH}?keputusan=setuju&siapa={quote(AUTHOR)}",
        "/tinjau/../pelicanconf.py",
        "/tinjau/%2e%2e/",
        "/tinjau/..%2f..%2fetc%2fpasswd/",
        f"{PATH}kini/..%2f..%2f..%2fhalaman%2fbaru.md",
        f"{PATH}kini/baru.md",
        f"/tinjau/{PUBLICATION}/lain/grafik.png",
        "/tinjau/%ff%00/",
        "/tinjau/portal.css/",
        "/../../etc/passwd",
        "/tidak/ada/",
    ],
)
def test_what_is_not_there(reading_desk: Desk, path: str) -> None:
    """No record, no parameters, nothing outside: 404 in words, and nothing is written."""
    before = written(reading_desk)
    answer = reading_desk.get(path)
    assert (404, True) == (answer.code, "Tidak ada halaman di alamat ini." in answer.text)
    assert before == written(reading_desk)


def test_pictures_of_both_sides(desk: Desk) -> None:
    """The present one and the one that is public, each as it is."""
    before = (desk.content / PICTURE).read_bytes()
    write(desk.content, PICTURE, picture_bytes(size=(9, 6)))
    answers = {
        side: desk.get(f"/tinjau/{PUBLICATION}/{side}/grafik.png") for side in ("publik", "kini")
    }
    assert {"publik": before, "kini": picture_bytes(size=(9, 6))} == {
        side: answer.body for side, answer in answers.items()
    }
    assert "image/png" == answers["kini"].headers["Content-Type"]


def test_other_attachments_are_not_handed_out(desk: Desk) -> None:
    """A page that a unit wrote could speak for this server otherwise."""
    write(desk.content, f"lampiran/{PUBLICATION}/a.html", "<p>a")
    answer = desk.get(f"/tinjau/{PUBLICATION}/kini/a.html")
    assert (404, True) == (answer.code, "a.html" in desk.get(f"/tinjau/{PUBLICATION}/").text)


def test_a_decision_is_written_and_led_back_to_its_page(desk: Desk) -> None:
    """Two persons approve, each by a form; each line is one that the build reads."""
    answer = desk.post(desk.form("ajukan", AUTHOR))
    assert (303, f"{PATH}#hasil") == (answer.code, answer.headers["Location"])
    assert "baru sudah diajukan" not in desk.get(PATH).text  # it says whose turn it is
    assert "Berikutnya: penanggung-jawab" in desk.get(PATH).text
    assert 303 == desk.post(desk.form("setuju", RESPONSIBLE)).code
    acts = [str(parse_decision(line).act) for line in desk.decided()]
    assert ["ajukan", "setuju"] == acts
    assert "tampil sejak build berikutnya" in desk.get(PATH).text


def test_giving_back_with_a_reason(desk: Desk) -> None:
    """The reason stands in the decision and on the page, escaped."""
    desk.post(desk.form("ajukan", AUTHOR))
    desk.post(desk.form("kembalikan", RESPONSIBLE, alasan="<b>Angka</b>\r\nkeliru & kurang"))
    assert "<b>Angka</b> keliru & kurang" == json.loads(desk.decided()[-1])["alasan"]
    assert "&lt;b&gt;Angka&lt;/b&gt; keliru &amp; kurang" in desk.get(PATH).text
    assert "<b>Angka" not in desk.get(PATH).text


def test_taking_down(desk: Desk) -> None:
    """With its reason and successor; afterwards nothing can be decided any more."""
    desk.post(desk.form("ajukan", AUTHOR))
    more = {"kode_alasan": "digabung", "alasan": "", "penerus": "kontak"}
    desk.post(desk.form("tarik", RESPONSIBLE, **more))
    found = json.loads(desk.decided()[-1])
    assert ("tarik", "digabung", "kontak") == tuple(
        found[key] for key in ("keputusan", "kode_alasan", "penerus")
    )
    assert "Tidak ada yang dapat diputuskan" in desk.get(PATH).text


def test_what_changed_since_it_was_read_is_not_decided(desk: Desk) -> None:
    """The form is about the bytes that its page showed; the reason is kept."""
    desk.post(desk.form("ajukan", AUTHOR))
    form = desk.form("kembalikan", RESPONSIBLE, alasan="Alasan yang panjang.")
    change(desk.content, f"halaman/{NEW}.md", "Tulis ke", "Tulis kepada")
    assert 303 == desk.post(form).code
    page = desk.get(PATH).text
    assert "berubah sejak Anda membacanya" in page
    assert 1 == len(desk.decided())
    session = desk.session
    assert "Alasan yang panjang." == session.results[NEW].wish.reason
    forms = record_view(session, session.read(), NEW)["forms"]
    assert isinstance(forms, dict)
    assert "kembalikan" not in forms  # nobody handed this edition in


@pytest.mark.parametrize(
    ("changes", "headers", "expected"),
    [
        ({"token": "lain"}, {}, 403),
        ({"lain": "1"}, {}, 400),
        ({"siapa": "bos a@b.example"}, {}, 400),
        ({"keputusan": "hapus"}, {}, 400),
        ({}, {"Origin": "null"}, 403),
        ({}, {"Origin": "http://evil.example"}, 403),
        ({}, {"Sec_Fetch_Site": "cross-site"}, 403),
        ({}, {"Origin": "", "Sec_Fetch_Site": ""}, 403),
        ({}, {"Content_Type": "text/plain"}, 415),
        ({}, {"Content_Length": ""}, 411),
        ({}, {"Content_Length": "100000000"}, 413),
    ],
)
def test_other_forms_are_refused(
    reading_desk: Desk, changes: dict[str, str], headers: dict[str, str], expected: int
) -> None:
    """In words, and nothing is written."""
    before = written(reading_desk)
    fields = {**reading_desk.form("ajukan", AUTHOR), **changes}
    answer = reading_desk.post(fields, **headers)
    assert (expected, True) == (answer.code, "Tidak dapat dijawab" in answer.text)
    assert before == written(reading_desk)


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("/tinjau/tidak-ada/", {}),
        ("/tinjau/", {}),
        ("/", {}),
        (f"{PATH}?a=1", {}),
        (f"/tinjau/{PUBLICATION}/kini/grafik.png", {}),
        (PATH, {"keputusan": "tarik", "kode_alasan": "digabung", "alasan": "", "penerus": "x"}),
        (PATH, {"keputusan": "tarik", "kode_alasan": "digabung", "alasan": "", "penerus": NEW}),
    ],
)
def test_forms_about_nothing(reading_desk: Desk, path: str, changes: dict[str, str]) -> None:
    """No such record, no such successor: 404."""
    fields = {**reading_desk.form("ajukan", AUTHOR), **changes}
    assert 404 == reading_desk.post(fields, path).code
    assert [] == reading_desk.decided()


@pytest.mark.parametrize(
    ("act", "who", "expected"),
    [
        ("setuju", RESPONSIBLE, "(P13)"),
        ("ajukan", "penulis orang@lain.example", "(P10)"),
        ("setuju", AUTHOR, "(P11)"),
    ],
)
def test_what_would_not_count_is_refused(
    reading_desk: Desk, act: str, who: str, expected: str
) -> None:
    """Also where somebody writes a form of their own: the rules decide, and say why."""
    assert 303 == reading_desk.post(reading_desk.form(act, who)).code
    page = reading_desk.get(PATH).text
    assert (True, True) == ("Tidak dicatat" in page, expected in page)
    assert [] == reading_desk.decided()


def test_content_that_stops(desk: Desk) -> None:
    """Every page says the mistakes with their place; once mended all is as before."""
    roles = (desk.content / "tata-kelola/peran.yaml").read_text("utf-8")
    fields = desk.form("ajukan", AUTHOR)
    write(desk.content, "tata-kelola/peran.yaml", "a: b\n")
    answers = [desk.get("/"), desk.get("/tinjau/"), desk.get(PATH), desk.post(fields)]
    assert [503] * 4 == [answer.code for answer in answers]
    assert all("tata-kelola/peran.yaml:1:" in answer.text for answer in answers)
    write(desk.content, "tata-kelola/peran.yaml", roles)
    assert [200, 200, 303] == [desk.get("/").code, desk.get(PATH).code, desk.post(fields).code]


def test_the_preview_follows_the_content(desk: Desk) -> None:
    """A change shows at the next request; without one nothing is read again."""
    assert "Tulis ke redaksi" in desk.get("/tentang/baru/").text
    first = desk.session.shown()
    desk.get("/")
    assert first is desk.session.shown()
    change(desk.content, f"halaman/{NEW}.md", "Tulis ke", "Tulis kepada")
    assert "Tulis kepada redaksi" in desk.get("/tentang/baru/").text


def test_a_fault_of_the_program_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The browser gets words, the terminal the name of the file with the traceback."""

    def fail(*_: object) -> None:
        raise RuntimeError("rusak")

    monkeypatch.setattr(server, "list_view", fail)
    answer = desk.get("/tinjau/")
    assert (500, False) == (answer.code, "rusak" in answer.text)
    said = capsys.readouterr()
    assert ("RuntimeError: rusak" in said.out, "") == (True, said.err)


METHODS = st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "LAIN"])
PATHS = st.one_of(
    st.sampled_from(["/", "/tinjau/", PATH, f"/tinjau/{PUBLICATION}/kini/grafik.png"]),
    st.text(max_size=40).map(lambda text: "/tinjau/" + quote(text)),
    st.text(max_size=40).map(lambda text: "/" + quote(text)),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(method=METHODS, path=PATHS, body=st.binary(max_size=200), own=st.booleans())
def test_no_request_breaks_anything(
    reading_desk: Desk,
    capsys: pytest.CaptureFixture[str],
    method: str,
    path: str,
    body: bytes,
    own: bool,
) -> None:
    """Any method, address and body gets an answer in words, and no file is touched."""
    before = written(reading_desk)
    if method == "POST" and own:
        answer = reading_desk.post(body, path)
    else:
        answer = reading_desk.ask(method, path, {"Content-Length": str(len(body))}, body)
    assert answer.code < 500 or answer.code == 501
    assert b"Traceback" not in answer.body
    assert ("", "") == tuple(capsys.readouterr())
    assert before == written(reading_desk)


@pytest.mark.parametrize(
    "line", [b"\r\n\r\n", b"GET\r\n\r\n", b"\xff\xfe\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
)
def test_no_request_line_breaks_anything(
    reading_desk: Desk, capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    """What is no HTTP ends in words too."""
    with socket.create_connection(("127.0.0.1", reading_desk.port), timeout=10) as connection:
        connection.sendall(line + b"\r\n\r\n")
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert b"Traceback" not in answer
    assert ("", "") == tuple(capsys.readouterr())


def test_who_hangs_up_leaves_no_trace(
    reading_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A connection that is torn before its answer came is nobody's fault."""
    for path in ("/tinjau/", PATH, "/", "/tidak/ada/"):
        with socket.create_connection(("127.0.0.1", reading_desk.port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.sendall(f"GET {path} HTTP/1.0\r\nHost: {reading_desk.host}\r\n\r\n".encode())
    assert 200 == reading_desk.get("/tinjau/").code
    assert ("", "") == tuple(capsys.readouterr())


def test_only_this_machine(tmp_path: Path) -> None:
    """The server listens on the loopback address."""
    with server.open_server(open_session(tmp_path), 0) as found:
        assert "127.0.0.1" == found.server_address[0]
