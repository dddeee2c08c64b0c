"""`invoke serve`: the finished site on this machine alone, with the headers of the real one."""

import http.client
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.commands.environment import PROJECT
from kinerja.commands.serve import POLICY
from tests.asking import ask
from tests.site.builds import Place, environment, run_python


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/capaian/ikjhi/", "text/html; charset=utf-8"),
        ("/umpan/situs/rss.xml", "application/xml; charset=utf-8"),
        ("/umpan/situs/feed.json", "application/json; charset=utf-8"),
        ("/data/biaya.csv", "text/csv; charset=utf-8"),
        ("/umpan/feed.css", "text/css; charset=utf-8"),
        ("/tema/ikon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain"),
    ],
)
def test_files_have_their_type_and_the_policy(port: int, address: str, expected: str) -> None:
    """A browser is told what a file is, to believe it, and what a page may load."""
    response, body = ask(port, address)
    assert (200, True) == (response.status, len(body) > 20)
    headers = ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy")
    assert [expected, "nosniff", POLICY] == [response.getheader(name) for name in headers]


def test_the_policy_allows_nothing_inline_and_no_frame() -> None:
    """The policy is the strict one of the real site."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert ("'none'", "'none'", "'none'") == (
        rules["default-src"],
        rules["frame-ancestors"],
        rules["base-uri"],
    )
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_missing_is_answered_with_the_page_of_the_site(
    port: int, method: str, example: Place
) -> None:
    """Code 404, the site's own page, the same headers; HEAD has no body."""
    response, body = ask(port, "/tidak/ada/", method)
    page = (example.output / "404.html").read_bytes()
    assert (404, POLICY) == (response.status, response.getheader("Content-Security-Policy"))
    assert str(len(page)) == response.getheader("Content-Length")
    assert (page if method == "GET" else b"") == body


@pytest.mark.parametrize(
    "address", ["/data/capaian/", "/umpan/layanan/", "/../isi/", "/%2e%2e/isi/"]
)
def test_no_folder_is_listed_or_left(port: int, address: str) -> None:
    """A folder without a page, or one above the site, is not found."""
    assert 404 == ask(port, address)[0].status


def test_a_conditional_request_is_answered_briefly(port: int) -> None:
    """A reader that has the newest feed is told so: 304 without a body."""
    seen = ask(port, "/umpan/situs/rss.xml")[0].getheader("Last-Modified")
    assert seen is not None
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/umpan/situs/rss.xml", headers={"If-Modified-Since": seen})
    response = connection.getresponse()
    assert (304, b"") == (response.status, response.read())
    connection.close()


def test_only_this_machine_is_answered(port: int) -> None:
    """The server listens on 127.0.0.1 and on no other address, not even another of loopback."""
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=2):
        pass


def test_without_a_site_there_is_nothing_to_serve(tmp_path: Path) -> None:
    """Exit 2, with the command that makes one."""
    result = run_python("-m", "invoke", "serve", "--output", str(tmp_path))
    assert (2, True) == (result.code, "jalankan invoke build dahulu" in result.printed)


def test_a_port_in_use_is_said(example: Place, port: int) -> None:
    """Exit 2, with the option that takes another port."""
    words = ["serve", "--output", str(example.output), "--port", str(port)]
    result = run_python("-m", "invoke", *words)
    assert (2, True) == (result.code, f"Port {port} sedang dipakai" in result.printed)


def test_the_command_says_its_address_and_ends_with_ctrl_c(example: Place) -> None:
    """The printed address answers; Ctrl-C ends with 0 and without a traceback."""
    running = subprocess.Popen(
        [sys.executable, "-m", "invoke", "serve", "--output", str(example.output), "--port", "0"],
        cwd=PROJECT,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert running.stdout is not None
    line = running.stdout.readline()
    assert line.startswith("Situs di http://127.0.0.1:")
    response, _ = ask(int(line.split(":")[2].split("/")[0]), "/")
    assert 200 == response.status
    running.send_signal(2)
    printed, _ = running.communicate(timeout=30)
    assert (0, False) == (running.returncode, "Traceback" in printed)
