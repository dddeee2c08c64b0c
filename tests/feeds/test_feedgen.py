"""Defects of feedgen that `rendering/feeds` works around, numbered as in feeds.md.

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


def test_3_other_links_of_a_channel_are_dropped() -> None:
    """Of all links to other documents of the feed RSS keeps the first `self` alone."""
    feed, _ = plain_feed()
    for relation in ("self", "self", "alternate", "hub"):
        feed.link(href=f"https://contoh.example/{relation}.xml", rel=relation)
    channel = etree.fromstring(feed.rss_str())[0]
    assert ["self"] == [link.get("rel") for link in channel.findall(f"{ATOM}link")]


def test_4_a_body_as_cdata_has_no_media_type_in_atom() -> None:
    """`CDATA` is written as the type of the content, which no reader knows."""
    feed, entry = plain_feed()
    entry.content("<p>Isi</p>", type="CDATA")
    content = etree.fromstring(feed.atom_str()).find(f"{ATOM}entry/{ATOM}content")
    assert content is not None and "CDATA" == content.get("type")


@pytest.mark.parametrize("relation", ["license", "prev-archive", "replies"])
def test_7_an_entry_may_not_name_its_licence(relation: str) -> None:
    """Only five relations are let through."""
    _, entry = plain_feed()
    with pytest.raises(ValueError, match="Invalid value for rel"):
        entry.link(href=PAGE, rel=relation)


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


def test_11_numbers_must_be_texts() -> None:
    """A width that is a number is a TypeError, but only when the feed is written."""
    feed, _ = plain_feed()
    feed.image(PICTURE, "Umpan", PAGE, 144, 144)
    with pytest.raises(TypeError):
        feed.rss_str()


def test_12_an_author_without_mail_is_nobody_in_rss() -> None:
    """A unit has a name and no address: feedgen leaves it out."""
    feed, entry = plain_feed()
    entry.author(name="Unit")
    assert b"Unit" not in feed.rss_str()
    assert b"Unit" in feed.atom_str()


def test_17_a_picture_alone_stands_in_a_group() -> None:
    """A group with one content is a mistake to the validator of the W3C."""
    feed, entry = plain_feed()
    feed.load_extension("media")
    entry.media.content(url=PICTURE, medium="image")
    assert b"<media:group>" in feed.rss_str()


def test_19_elements_of_atom_have_no_namespace_until_they_are_written() -> None:
    """Whoever repairs them in memory looks for `link`, not for `{atom}link`."""
    _, entry = plain_feed()
    assert ["id", "title", "updated", "link"] == [child.tag for child in entry.atom_entry()]
