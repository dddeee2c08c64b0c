"""Feeds over HTTP: the nginx that we ship (F16), and how a browser shows them (F17)."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.feeds.newsboat import run_newsboat
from tests.kinerja.contents import approve, write_record
from tests.kinerja.stories import write_stories
from tests.serving import nginx_on, write_configuration
from tests.site.builds import LATER, NOW, Place, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TYPES = {
    "situs/rss.xml": "application/xml; charset=utf-8",
    "situs/atom.xml": "application/xml; charset=utf-8",
    "situs/feed.json": "application/feed+json; charset=utf-8",
    "kinerja.opml": "text/x-opml; charset=utf-8",
    "feed.css": "text/css; charset=utf-8",
    "ikon-144.png": "image/png",
    "situs/": "text/html; charset=utf-8",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a small site with its releases."""
    place = Place(tmp_path_factory.mktemp("layan") / "tempat")
    write_stories(place.content)
    result = build(place, as_of=NOW)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture
def served(nginx: Path, place: Place, tmp_path: Path) -> Iterator[int]:
    """Serve the site by nginx as the project ships it; return the port."""
    port = write_configuration(tmp_path, place.output)
    with nginx_on(nginx, tmp_path, port):
        yield port


def get(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    """Return the answer to a request below `/umpan/`; its body is read and thrown away."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", f"/umpan/{path}", headers=names)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize("path", [*TYPES])
def test_every_file_has_its_type_and_may_be_kept(served: int, path: str) -> None:
    """The type that browsers and validators want, a quarter of an hour, and for pages of others."""
    response = get(served, path)
    names = ("Content-Type", "Cache-Control", "Access-Control-Allow-Origin")
    assert [TYPES[path], "public, max-age=900", "*"] == [response.getheader(n) for n in names]
    assert response.getheader("ETag") and response.getheader("Last-Modified")
    packed = get(served, path, Accept_Encoding="gzip").getheader("Content-Encoding")
    assert packed == (None if path.endswith(".png") else "gzip")


def test_a_rebuild_without_a_change_is_answered_with_304(served: int, place: Place) -> None:
    """By ETag and by time, for feedparser too; a new story is handed out."""
    address = f"http://127.0.0.1:{served}/umpan/situs/rss.xml"
    first = feedparser.parse(address)
    assert 200 == first.status
    assert 0 == build(place, as_of=LATER).code
    for state in ({"etag": first.etag}, {"modified": first.modified}):
        again = feedparser.parse(address, **state)
        assert (304, []) == (again.status, again.entries)
    write_record(place.content, "publikasi", "satu-lagi", judul="Satu lagi")
    approve(place.content, "satu-lagi")
    assert 0 == build(place, as_of=LATER.replace("T11", "T12")).code
    newest = feedparser.parse(address, etag=first.etag, modified=first.modified)
    assert (200, "Satu lagi") == (newest.status, newest.entries[0].title)
    other = get(served, "edukasi/rss.xml")
    same = get(served, "edukasi/rss.xml", If_None_Match=str(other.getheader("ETag")))
    assert 304 == same.status


def test_newsboat_asks_only_for_what_changed(served: int, newsboat: Path, tmp_path: Path) -> None:
    """From its third visit on it is answered with 304."""
    (tmp_path / "urls").write_text(f"http://127.0.0.1:{served}/umpan/situs/rss.xml\n", "utf-8")
    for _ in range(3):
        run_newsboat(newsboat, tmp_path, "reload")
    log = (tmp_path / "access.log").read_text("utf-8").splitlines()
    assert ("200", "304") == (log[0].split()[8], log[-1].split()[8])


def test_a_browser_shows_a_feed_in_its_style(served: int, browser: "Browser") -> None:
    """As XML with CSS: the title is seen, the hint where people look, and nothing of XSLT."""
    page = browser.new_page()
    response = page.goto(f"http://127.0.0.1:{served}/umpan/situs/rss.xml")
    assert response and "application/xml" in (response.header_value("content-type") or "")
    title = page.locator("channel > title")
    assert (True, "Portal Kinerja") == (title.is_visible(), title.text_content())
    hint = page.evaluate("getComputedStyle(document.documentElement, '::before').content")
    assert "/umpan/" in hint
    assert not page.locator("channel > description").is_visible()
    assert "XSLT" not in page.content()
    page.close()
