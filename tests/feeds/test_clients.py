"""Feeds in real readers, over HTTP on this machine (feeds.md, F6, F7 and F16)."""

import re
import sqlite3
import subprocess
import time
from pathlib import Path

import feedparser
import pytest

from tests.feeds.newsboat import run_newsboat
from tests.feeds.reading import Item, rss_items
from tests.site.builds import Place

FORMATS = ("rss.xml", "atom.xml")


@pytest.fixture(scope="module")
def items(example: Place) -> list[Item]:
    """Return the items of the feed of the site, as the file says them."""
    found = rss_items(example.output / "umpan/situs")
    assert len(found) >= 10
    return found


def plain(body: str) -> list[str]:
    """Return the words of an HTML body without its markup, which readers write in their own way."""
    return re.sub(r"<[^>]*>", " ", body).split()


@pytest.mark.parametrize("name", FORMATS)
def test_feedparser_opens_the_article(name: str, port: int, items: list[Item]) -> None:
    """From every entry the link is the article and not the picture, which is the enclosure."""
    feed = feedparser.parse(f"http://127.0.0.1:{port}/umpan/situs/{name}")
    assert (200, False) == (feed.status, bool(feed.bozo))
    expected = [(item.guid, item.link, item.title, item.picture) for item in items]
    assert expected == [
        (entry.id, entry.link, entry.title, entry.enclosures[0].href) for entry in feed.entries
    ]
    for item, entry in zip(items, feed.entries, strict=True):
        assert (item.summary, plain(item.html)) == (entry.summary, plain(entry.content[0].value))
        assert f'src="{item.picture}"' in entry.content[0].value
        assert [{"url": item.picture, "width": "1200"}] == [
            {"url": media["url"], "width": media["width"]} for media in entry.media_content
        ]
        assert list(item.categories) == [tag.term for tag in entry.get("tags", ())]
        assert item.published.timetuple()[:6] == entry.published_parsed[:6]
        assert str(item.size) == entry.enclosures[0].length


@pytest.mark.parametrize("name", FORMATS)
def test_feedparser_knows_the_feed(name: str, port: int) -> None:
    """Title, page and language of the feed; the page is a page and not the feed."""
    feed = feedparser.parse(f"http://127.0.0.1:{port}/umpan/layanan/haji/{name}").feed
    assert "Penyelenggaraan haji – Portal Kinerja" == feed.title
    assert "https://kinerja.example/layanan/haji/" == feed.link
    assert "id" == feed.language


def test_a_reader_that_asks_again_gets_no_second_copy(port: int) -> None:
    """With the time of the first answer the second is 304 and empty."""
    address = f"http://127.0.0.1:{port}/umpan/situs/rss.xml"
    first = feedparser.parse(address)
    second = feedparser.parse(address, modified=first.modified)
    assert (304, []) == (second.status, second.entries)


@pytest.mark.parametrize("name", FORMATS)
def test_newsboat_stores_the_article(
    name: str, newsboat: Path, port: int, items: list[Item], tmp_path: Path
) -> None:
    """Title, address, guid, body and time of every item are in its cache."""
    (tmp_path / "urls").write_text(f"http://127.0.0.1:{port}/umpan/situs/{name}\n", "utf-8")
    run_newsboat(newsboat, tmp_path, "reload")
    with sqlite3.connect(tmp_path / "cache.db") as cache:
        rows = cache.execute(
            "select guid, title, url, pubDate, content from rss_item order by pubDate desc"
        ).fetchall()
        (feed,) = cache.execute("select title, url from rss_feed").fetchall()
    cache.close()
    expected = [
        (item.guid, item.title, item.link, int(item.published.timestamp())) for item in items
    ]
    assert expected == [tuple(row[:4]) for row in rows]
    assert all(item.picture in row[4] for item, row in zip(items, rows, strict=True))
    assert ("Portal Kinerja", "https://kinerja.example/publikasi/") == feed


@pytest.mark.parametrize("name", FORMATS)
def test_sfeed_reads_the_article(name: str, sfeed: Path, example: Place, items: list[Item]) -> None:
    """Time, title, address, guid, author and picture of every item stand in its columns."""
    data = (example.output / f"umpan/situs/{name}").read_bytes()
    done = subprocess.run([sfeed], input=data, capture_output=True, check=True, timeout=60)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    expected = [
        (str(int(item.published.timestamp())), item.title, item.link, item.guid, item.creator)
        for item in items
    ]
    assert expected == [(row[0], row[1], row[2], row[5], row[6]) for row in rows]
    assert [item.picture for item in items] == [row[7] for row in rows]
    assert time.time() > max(int(row[0]) for row in rows)
