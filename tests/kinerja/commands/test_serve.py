"""`invoke serve`: the finished site on this machine only, with the policy of the real one."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from kinerja.commands import serve as command
from tests.asking import ask
from tests.kinerja.contents import write

Capture = pytest.CaptureFixture[str]
FILES = {
    "index.html": "<h1>Beranda</h1>",
    "404.html": "<h1>Tidak ditemukan</h1>",
    "umpan/situs/rss.xml": "<rss/>",
    "umpan/situs/feed.json": "{}",
    "data/a.csv": "a,b\n",
    "portal.css": "a{}",
    "kosong/a.txt": "a",
}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Return the port on which a small site is served."""
    for path, text in FILES.items():
        write(tmp_path, path, text)
    with command.open_server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/umpan/situs/rss.xml", "application/xml; charset=utf-8"),
        ("/umpan/situs/feed.json", "application/json; charset=utf-8"),
        ("/data/a.csv", "text/csv; charset=utf-8"),
        ("/portal.css", "text/css; charset=utf-8"),
    ],
)
def test_files_with_their_types(port: int, path: str, expected: str) -> None:
    """And with the content security policy on every answer."""
    response, body = ask(port, path)
    name = path.removeprefix("/") or "index.html"
    assert (200, expected, FILES[name].encode()) == (
        response.status,
        response.headers["Content-Type"],
        body,
    )
    assert command.POLICY == response.headers["Content-Security-Policy"]
    assert "nosniff" == response.headers["X-Content-Type-Options"]


@pytest.mark.parametrize(
    "path", ["/tidak-ada", "/kosong/", "/../../etc/passwd", "/%2e%2e/a", "/%00a", "/a%00/"]
)
def test_what_is_missing_gets_the_page_of_the_site(port: int, path: str) -> None:
    """Folders without a page are not listed, and nothing outside is reached."""
    response, body = ask(port, path)
    assert (404, FILES["404.html"].encode()) == (response.status, body)
    assert command.POLICY == response.headers["Content-Security-Policy"]


def test_only_what_is_made_for_frames_may_be_framed(port: int) -> None:
    """An embedded page has the policy of all others, without its last word."""
    response, _ = ask(port, "/capaian/a/sematan/")
    whole = command.POLICY
    assert f"{response.headers['Content-Security-Policy']}; frame-ancestors 'none'" == whole


def test_a_head_request_has_no_body(port: int) -> None:
    """Also where the page is missing."""
    response, body = ask(port, "/tidak-ada", "HEAD")
    assert (404, b"") == (response.status, body)
    assert str(len(FILES["404.html"])) == response.headers["Content-Length"]


def test_only_this_machine(tmp_path: Path) -> None:
    """The server listens on the loopback address."""
    with command.open_server(tmp_path, 0) as server:
        assert "127.0.0.1" == server.server_address[0]


def test_without_a_site(tmp_path: Path, capsys: Capture) -> None:
    """Exit 2: build first."""
    assert 2 == command.run(str(tmp_path), 0)
    assert "jalankan invoke build dahulu" in capsys.readouterr().out


def test_a_port_that_is_taken(tmp_path: Path, port: int, capsys: Capture) -> None:
    """Exit 2: choose another."""
    assert 2 == command.run(str(tmp_path), port)
    assert f"Port {port} sedang dipakai" in capsys.readouterr().out


def test_it_serves_until_it_is_stopped(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with 0, and the address was said."""
    write(tmp_path, "index.html", "a")

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", stop)
    assert 0 == command.run(str(tmp_path), 0)
    assert "http://127.0.0.1:" in capsys.readouterr().out
