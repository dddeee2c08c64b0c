"""RSS, Atom and JSON Feed of the same feed: links, guids, times and hostile text."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kinerja.model.governance import JAKARTA
from kinerja.rendering.card_view import Card
from kinerja.rendering.feeds.items import Feed, FeedItem
from kinerja.rendering.feeds.write import feed_files, render_json
from kinerja.rendering.feeds.xml import ATOM, DC, MEDIA, clean, render_atom, render_rss

WHEN = datetime(2026, 3, 1, 8, tzinfo=JAKARTA)
BASE = "https://kinerja.example"
NAMES = {"a": ATOM, "d": DC, "m": MEDIA, "c": "http://purl.org/rss/1.0/modules/content/"}


def item(
    number: int = 1, text: str = "Judul", card: Card | None = None, moved: int = 0
) -> FeedItem:
    """Return an item released some hours before WHEN, with the same text everywhere."""
    published = WHEN - timedelta(hours=number)
    return FeedItem(
        guid=f"{BASE}/k/{number}/",
        link=f"{BASE}/publikasi/2026/p{number}/",
        title=text,
        description=text,
        content_html=f"<p>{text}</p>",
        published=published,
        updated=published + timedelta(minutes=moved),
        creator=text,
        categories=(text,),
        card=card,
        digest="a" * 64,
    )


def feed(*items: FeedItem, text: str = "Umpan") -> Feed:
    """Return a feed of these items."""
    return Feed(
        id="situs",
        title=text,
        purpose=text,
        page=f"{BASE}/publikasi/",
        address=f"{BASE}/umpan/situs/",
        language="id",
        rights=text,
        changed=WHEN,
        items=items,
    )


CARD = Card(f"{BASE}/kartu/a.jpg", 1234, 1200, 630, "Teks kartu.")
WHOLE = feed(item(1, card=CARD, moved=30), item(2))


def found(document: bytes, path: str) -> list[Any]:
    """Return what an XPath finds in a document."""
    result = etree.fromstring(document).xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return result


def test_three_files_a_feed() -> None:
    """Below the folder of the feed, under fixed names."""
    paths = [file.path for file in feed_files([WHOLE])]
    assert [f"umpan/situs/{name}" for name in ("rss.xml", "atom.xml", "feed.json")] == paths


def test_rss() -> None:
    """The channel leads to its page, items to their articles, guids are no addresses."""
    rss = render_rss(WHOLE)
    assert [f"{BASE}/publikasi/"] == found(rss, "channel/link/text()")
    assert [item.link for item in WHOLE.items] == found(rss, "channel/item/link/text()")
    assert [item.guid for item in WHOLE.items] == found(rss, "channel/item/guid/text()")
    assert ["false", "false"] == found(rss, "channel/item/guid/@isPermaLink")
    assert ["<p>Judul</p>", "<p>Judul</p>"] == found(rss, "channel/item/c:encoded/text()")
    assert ["Judul", "Judul"] == found(rss, "channel/item/d:creator/text()")
    assert [CARD.url] == found(rss, "channel/item/enclosure/@url")
    assert ["1234"] == found(rss, "channel/item/enclosure/@length")
    assert [f"{BASE}/umpan/situs/rss.xml"] == found(rss, "channel/a:link[@rel='self']/@href")
    assert ["Teks kartu."] == found(rss, "channel/item/m:content/m:description/text()")
    assert ["2026-03-01T00:30:00+00:00"] == found(rss, "channel/item/a:updated/text()")
    assert ["Sun, 01 Mar 2026 00:00:00 +0000"] == found(rss, "channel/item[1]/pubDate/text()")


def test_atom() -> None:
    """The article is the alternate link, the picture the enclosure, both with their type."""
    atom = render_atom(WHOLE)
    entry = "a:entry[1]/a:link"
    assert [WHOLE.items[0].link] == found(atom, f"{entry}[@rel='alternate']/@href")
    assert ["text/html"] == found(atom, f"{entry}[@rel='alternate']/@type")
    assert [CARD.url] == found(atom, f"{entry}[@rel='enclosure']/@href")
    assert ["1234"] == found(atom, f"{entry}[@rel='enclosure']/@length")
    assert ["alternate", "enclosure"] == [link.get("rel") for link in found(atom, entry)]
    assert ["alternate"] == [link.get("rel") for link in found(atom, "a:entry[2]/a:link")]
    assert [f"{BASE}/umpan/situs/atom.xml"] == found(atom, "a:link[@rel='self']/@href")
    assert [item.guid for item in WHOLE.items] == found(atom, "a:entry/a:id/text()")
    assert ["2026-03-01T01:00:00+00:00"] == found(atom, "a:updated/text()")
    assert ["2026-03-01T00:00:00+00:00"] == found(atom, "a:entry[1]/a:published/text()")


@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_a_feed_can_be_looked_at(render: Any) -> None:
    """A style sheet follows the declaration; the bytes are the same each time."""
    document = render(WHOLE)
    first, second, _ = document.split(b"\n", 2)
    assert (b"<?xml", b'<?xml-stylesheet type="text/css" href="/umpan/feed.css"?>') == (
        first[:5],
        second,
    )
    assert document == render(WHOLE)


def test_json() -> None:
    """JSON Feed 1.1 with times in Jakarta, the card as attachment, our own data below one name."""
    document = json.loads(render_json(WHOLE))
    first, second = document["items"]
    assert ("https://jsonfeed.org/version/1.1", f"{BASE}/umpan/situs/feed.json") == (
        document["version"],
        document["feed_url"],
    )
    assert (WHOLE.items[0].guid, WHOLE.items[0].link) == (first["id"], first["url"])
    assert ("2026-03-01T07:00:00+07:00", "2026-03-01T07:30:00+07:00") == (
        first["date_published"],
        first["date_modified"],
    )
    attachment = {"url": CARD.url, "mime_type": "image/jpeg", "size_in_bytes": 1234}
    assert [attachment] == first["attachments"]
    assert "attachments" not in second
    assert ("terbit", "a" * 64) == (first["_kinerja"]["status"], first["_kinerja"]["sidik"])


def test_an_empty_feed_is_a_feed() -> None:
    """In all three formats, without any item."""
    assert [] == found(render_rss(feed()), "channel/item")
    assert [] == found(render_atom(feed()), "a:entry")
    assert [] == json.loads(render_json(feed()))["items"]


@settings(max_examples=60)
@given(st.text(min_size=1).filter(lambda text: clean(text).strip()) | st.just("]]>&<a>\x00\ud800é"))
def test_any_text_is_carried(text: str) -> None:
    """Signs of markup, control characters and lone surrogates break no feed."""
    whole = feed(item(1, text, card=CARD), text=text)
    assert [clean(text)] == found(render_rss(whole), "channel/item/title/text()")
    assert [f"<p>{clean(text)}</p>"] == found(render_atom(whole), "a:entry/a:content/text()")
    assert clean(text) == json.loads(render_json(whole))["items"][0]["title"]
