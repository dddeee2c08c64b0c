"""The nginx that we ship on the published example: headers on every status, and every byte."""

import gzip
import hashlib
import http.client
import json
import re
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja.commands import publish, verify
from kinerja.commands.serve import POLICY
from tests.serving import PLAIN, SHIPPED, nginx_on, write_configuration
from tests.site.builds import Place

pytestmark = pytest.mark.client("nginx", "rsync")
Answer = tuple[http.client.HTTPResponse, bytes]

PAGE, FEED, EMBED = "/capaian/ikjhi/", "/umpan/situs/rss.xml", "/capaian/ikjhi/sematan/"
GONE, OLD = "/publikasi/2025/kuota-haji-2025/", "/berita/biaya-nikah-lama/"
NEW = "/publikasi/2025/menikah-di-kua-nol-rupiah/"
SHORT, QUARTER = "public, max-age=300", "public, max-age=900"
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def site(example: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example as `invoke publish` lays it in a folder."""
    folder = tmp_path_factory.mktemp("situs publik")
    assert 0 == publish.run(str(example.output), str(folder))
    return folder / "current"


@pytest.fixture(scope="module")
def served(nginx: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve it with the rules that we ship; return the port."""
    folder = tmp_path_factory.mktemp("nginx")
    port = write_configuration(folder, site)
    with nginx_on(nginx, folder, port):
        yield port
    assert "" == (folder / "first.log").read_text("utf-8")  # of the configuration itself


@pytest.fixture
def connection(served: int) -> Iterator[http.client.HTTPConnection]:
    """Return a connection that stays open for many requests."""
    connection = http.client.HTTPConnection("127.0.0.1", served, timeout=10)
    yield connection
    connection.close()


def ask(
    connection: http.client.HTTPConnection, address: str, method: str = "GET", **headers: str
) -> Answer:
    """Return the answer to a request and its body; `If_None_Match` is the header If-None-Match."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, address, headers=names)
    response = connection.getresponse()
    return response, response.read()


@pytest.mark.parametrize(
    ("address", "method", "headers", "status", "cache"),
    [
        (PAGE, "GET", {}, 200, SHORT),
        (PAGE, "HEAD", {}, 200, SHORT),
        (PAGE, "GET", {"Accept-Encoding": "gzip"}, 200, SHORT),
        (PAGE, "GET", {"Range": "bytes=0-9"}, 206, SHORT),
        (PAGE, "GET", {"Range": "bytes=99999999-"}, 416, SHORT),
        (PAGE, "GET", {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, 200, SHORT),
        (OLD, "GET", {}, 301, SHORT),
        (PAGE.rstrip("/"), "GET", {}, 301, SHORT),
        (GONE, "GET", {}, 410, SHORT),
        ("/tidak/ada/", "GET", {}, 404, SHORT),
        ("/data/capaian/", "GET", {}, 404, SHORT),
        ("/..%2f..%2fetc/passwd", "GET", {}, 400, None),
        (PAGE, "POST", {}, 405, SHORT),
        (PAGE, "DELETE", {}, 405, SHORT),
        (FEED, "GET", {}, 200, QUARTER),
    ],
)
def test_headers_on_every_status(
    connection: http.client.HTTPConnection,
    address: str,
    method: str,
    headers: dict[str, str],
    status: int,
    cache: str | None,
) -> None:
    """Policy, type to be believed, no frame, and how long it may be kept: on failures too."""
    response, body = ask(connection, address, method, **headers)
    if cache is None:  # an address that leaves the site is answered before any rule of ours
        assert (status, b"root:" in body) == (response.status, False)
        return
    expected = {
        "Cache-Control": cache,
        "Content-Security-Policy": POLICY,
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    times = 2 if status == 416 else 1  # nginx itself says each of ours twice with 416
    found = {name: response.headers.get_all(name) for name in expected}
    assert {name: [value] * times for name, value in expected.items()} == found
    assert status == response.status
    assert response.getheader("Server") == "nginx"
    assert response.getheader("Set-Cookie") is None


def test_a_conditional_request(connection: http.client.HTTPConnection) -> None:
    """By ETag and by time, plain and compressed, with the headers of the page."""
    for encoding in ("identity", "gzip"):
        first, _ = ask(connection, PAGE, Accept_Encoding=encoding)
        state = {
            "If_None_Match": str(first.getheader("ETag")),
            "If_Modified_Since": str(first.getheader("Last-Modified")),
        }
        assert not state["If_None_Match"].startswith("W/")
        for name, value in state.items():
            again, body = ask(connection, PAGE, Accept_Encoding=encoding, **{name: value})
            found = again.status, body, again.getheader("Cache-Control")
            assert ((304, b"", SHORT), POLICY) == (
                found,
                again.getheader("Content-Security-Policy"),
            )


def test_a_part_of_a_file(connection: http.client.HTTPConnection, site: Path) -> None:
    """Exactly those bytes: a video is wound forward so."""
    video = next(site.rglob("*.mp4"))
    address = f"/{video.relative_to(site).as_posix()}"
    response, body = ask(connection, address, Range="bytes=10-99")
    assert (206, "video/mp4") == (response.status, response.getheader("Content-Type"))
    assert video.read_bytes()[10:100] == body


def test_every_file_is_served_as_the_manifest_says(
    connection: http.client.HTTPConnection, site: Path
) -> None:
    """Every byte, plain and compressed, with a type that is known and no encoding of its own."""
    files: dict[str, str] = json.loads((site / "manifes.json").read_bytes())["berkas"]
    wrong, packed = [], 0
    for path, digest in files.items():
        response, body = ask(connection, f"/{path}", Accept_Encoding="identity")
        kind = response.getheader("Content-Type") or ""
        if hashlib.sha256(body).hexdigest() != digest or "octet-stream" in kind:
            wrong.append((path, response.status, kind))
        response, body = ask(connection, f"/{path}", Accept_Encoding="gzip")
        if response.getheader("Content-Encoding") == "gzip":
            packed += 1
            body = gzip.decompress(body)
        if hashlib.sha256(body).hexdigest() != digest:
            wrong.append((path, response.status, "gzip"))
    assert ([], True) == (wrong, packed > 500)


def test_verify_finds_the_published_site_whole(served: int) -> None:
    """Moved and withdrawn pages too, as anyone reads them from far away."""
    assert 0 == verify.run(f"http://127.0.0.1:{served}/manifes.json", "", False, "content")


def test_old_addresses_lead_on_and_withdrawn_ones_are_gone(
    connection: http.client.HTTPConnection, site: Path
) -> None:
    """Every line of the list: 301 with the query, or 410 with the notice that stands there."""
    lines = (site / "alamat.map").read_text("utf-8").splitlines()
    rows = [re.fullmatch(r'"(.*)" "(.*)";', line) for line in lines]
    found = {row[1]: row[2] for row in rows if row}
    assert (NEW, "410", len(lines)) == (found[OLD], found[GONE], len(found))
    for old, new in found.items():
        response, body = ask(connection, f"{old}?dari=surel")
        if new == "410":
            page = (site / old.strip("/") / "index.html").read_bytes()
            assert (410, page) == (response.status, body)
        else:
            where = response.getheader("Location")
            assert (301, f"{new}?dari=surel") == (response.status, where)


def test_what_is_missing_shows_the_page_of_the_site(
    connection: http.client.HTTPConnection, site: Path
) -> None:
    """No list of a folder either, and no file that the manifest does not name."""
    page = (site / "404.html").read_bytes()
    for address in ("/tidak/ada/", "/data/", "/data/capaian/", "/index.html.gz", "/.lock"):
        response, body = ask(connection, address)
        expected = 200 if (site / address.strip("/") / "index.html").exists() else 404
        assert expected == response.status, address
        assert expected == 200 or page == body, address


def test_only_charts_stand_in_frames(connection: http.client.HTTPConnection, site: Path) -> None:
    """What is made for it may stand on other sites; a word in the query changes nothing."""
    framed = POLICY.removesuffix("; frame-ancestors 'none'"), None, "noindex"
    cost = next(site.glob("transparansi/biaya/sematan/*/")).relative_to(site).as_posix()
    expected = {EMBED: framed, f"/{cost}/": framed, f"{PAGE}?a=/sematan/": (POLICY, "DENY", None)}
    names = ("Content-Security-Policy", "X-Frame-Options", "X-Robots-Tag")
    answers = {address: ask(connection, address)[0] for address in expected}
    assert {200} == {response.status for response in answers.values()}
    assert expected == {
        address: tuple(response.getheader(name) for name in names)
        for address, response in answers.items()
    }


def test_how_long_each_kind_may_be_kept(connection: http.client.HTTPConnection, site: Path) -> None:
    """For ever only where the name changes with the bytes; data and feeds are open to all."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    named = [
        path
        for path in paths
        if re.search(r"[-.][0-9a-f]{10}(-[0-9]+)?[.](?!gz|br)[a-z0-9]+$", path)
    ]
    assert {"css", "js", "jpg"} <= {path.rpartition(".")[2] for path in named}
    expected: dict[str, tuple[str, str | None]] = {
        **{f"/{path}": (FOREVER, None) for path in named},
        "/tema/ikon.svg": (SHORT, None),
        "/tema/portal.0123456789.css": (SHORT, None),
        "/data/biaya.csv": (SHORT, "*"),
        "/manifes.json": (SHORT, "*"),
        FEED: (QUARTER, "*"),
        "/": (SHORT, None),
    }
    names = ("Cache-Control", "Access-Control-Allow-Origin")
    answers = {address: ask(connection, address)[0] for address in expected}
    assert expected == {
        address: tuple(response.getheader(name) for name in names)
        for address, response in answers.items()
    }


def test_a_site_without_compressed_copies_is_compressed_all_the_same(
    nginx: Path, example: Place, tmp_path: Path
) -> None:
    """Served straight from `output`; the answer says that it depends on what was asked for."""
    port = write_configuration(tmp_path, example.output)
    with nginx_on(nginx, tmp_path, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        response, body = ask(connection, PAGE, Accept_Encoding="gzip")
        connection.close()
    expected = (example.output / PAGE.strip("/") / "index.html").read_bytes()
    assert ("gzip", expected) == (response.getheader("Content-Encoding"), gzip.decompress(body))
    assert response.getheader("Vary") == "Accept-Encoding"


def test_the_whole_site_with_its_certificate(nginx: Path, site: Path, tmp_path: Path) -> None:
    """The file that is copied to a server: http leads to https, which says to stay there."""
    words = "openssl req -x509 -newkey ed25519 -nodes -days 2 -subj /CN=kinerja.example"
    files = ("-keyout", str(tmp_path / "kunci.pem"), "-out", str(tmp_path / "sertifikat.pem"))
    if subprocess.run([*words.split(), *files], capture_output=True, check=False).returncode:
        pytest.skip("openssl makes no certificate here")
    secure = write_configuration(tmp_path, site, PLAIN)
    plain = write_configuration(tmp_path, site, PLAIN)
    text = (SHIPPED / "portal-kinerja.conf").read_text("utf-8")
    changes = {
        r"listen \[::\].*;\n": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "/etc/nginx/portal-kinerja": str(tmp_path),
        "/etc/letsencrypt/live/kinerja.example/fullchain.pem": str(tmp_path / "sertifikat.pem"),
        "/etc/letsencrypt/live/kinerja.example/privkey.pem": str(tmp_path / "kunci.pem"),
        "/var/log/nginx": str(tmp_path),
        "/srv/portal-kinerja/current": f'"{site}"',
    }
    for old, new in changes.items():
        text = re.sub(old, new, text)
    around = (tmp_path / "nginx.conf").read_text("utf-8")
    head, _, _ = around.partition(f'    include "{tmp_path}/maps.conf"')
    (tmp_path / "nginx.conf").write_text(f"{head}{text}}}\n", "utf-8")
    trusting = ssl.create_default_context(cafile=str(tmp_path / "sertifikat.pem"))
    trusting.check_hostname = False
    with nginx_on(nginx, tmp_path, plain):
        first = http.client.HTTPConnection("127.0.0.1", plain, timeout=10)
        response, _ = ask(first, f"{PAGE}?a=1", Host="kinerja.example")
        assert (301, f"https://kinerja.example{PAGE}?a=1") == (
            response.status,
            response.getheader("Location"),
        )
        second = http.client.HTTPSConnection("127.0.0.1", secure, timeout=10, context=trusting)
        response, _ = ask(second, PAGE)
        names = ("Strict-Transport-Security", "Content-Security-Policy")
        assert ["max-age=31536000", POLICY] == [response.getheader(name) for name in names]
        first.close()
        second.close()
    log = (tmp_path / "portal-kinerja.log").read_text("utf-8")
    assert (True, False) == (f'"GET {PAGE}' in log, "127.0.0.1" in log)
