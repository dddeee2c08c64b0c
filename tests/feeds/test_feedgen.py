"""Defects of feedgen that `rendering/feeds/xml.py` works around, numbered as in feeds.md.

Each test says what feedgen does wrong. When one fails, an upgrade has mended the defect, and the
work-around may go.
"""

from datetime import UTC, datetime

import pytest
from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = "https://contoh.example/artikel/"
PICTURE = "https://contoh.example/kartu.jpg"


def plain_feed() -> tuple[FeedGenerator, FeedEntry]:
    """Return a feed with one entry, as feedgen's own documentation makes it."""
    feed = FeedGenerator()
    feed.id("https://contoh.example/umpan/")
    feed.title("Umpan")
    feed.description("Contoh")
    feed.link(href="https://contoh.example/", rel="alternate")
    entry = feed.add_entry()
    entry.guid("https://contoh.example/k/1/", permalink=False)
    entry.title("Judul")
    entry.link(href=PAGE, rel="alternate")
    return feed, entry


def test_1_links_of_an_entry_lose_all_but_their_address() -> None:
    """In Atom the enclosure becomes a second link without rel, which readers open."""
    feed, entry = plain_feed()
    entry.enclosure(PICTURE, "1000", "image/jpeg")
    root = etree.fromstring(feed.atom_str())
    links = root.findall(f"{ATOM}entry/{ATOM}link")
    assert [{"href": PAGE}, {"href": PICTURE}] == [dict(link.attrib) for link in links]


def test_2_the_link_of_a_channel_is_the_last_one_added() -> None:
    """In RSS the channel leads to the feed itself when the self link is added last."""
    feed, _ = plain_feed()
    feed.link(href="https://contoh.example/rss.xml", rel="self")
    channel = etree.fromstring(feed.rss_str())[0]
    assert "https://contoh.example/rss.xml" == channel.findtext("link")


def test_8_times_that_are_not_given_are_now() -> None:
    """Feed and entry are stamped with the time at which they were made."""
    before = datetime.now(UTC)
    feed, _ = plain_feed()
    root = etree.fromstring(feed.atom_str())
    stamps = [root.findtext(f"{ATOM}updated"), root.findtext(f"{ATOM}entry/{ATOM}updated")]
    times = [datetime.fromisoformat(stamp or "") for stamp in stamps]
    assert all(before <= time <= datetime.now(UTC) for time in times)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("a\0b", ValueError), ("a\x1bb", ValueError), ("a\ud800b", UnicodeEncodeError)],
)
def test_10_one_forbidden_character_stops_the_whole_feed(
    title: str, expected: type[Exception]
) -> None:
    """A control character or a lone surrogate in one title, and no feed is written at all."""
    feed, entry = plain_feed()
    entry.title(title)
    with pytest.raises(expected):
        feed.rss_str()
