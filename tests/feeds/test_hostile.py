"""Texts that break feeds elsewhere: ours stay readable, or the record is refused (F18)."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kinerja.rendering.feeds.items import Category, Channel, Feed, FeedItem
from kinerja.rendering.feeds.repair import clean
from kinerja.rendering.feeds.write import render_json, render_opml
from kinerja.rendering.feeds.xml import render_atom, render_rss
from kinerja.rendering.pages import Card
from tests.feeds.reading import NAMES, rss_items, text
from tests.kinerja.contents import approve, change, write_content, write_record
from tests.site.builds import NOW, Place, build

TIME = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
CARD = Card("https://contoh.example/kartu.jpg", 1000, 1200, 630, "Kartu")
ITEM = FeedItem(
    guid="https://contoh.example/k/1/",
    link="https://contoh.example/artikel/",
    title="Judul",
    description="Ringkasan",
    content_html="<p>Isi</p>",
    published=TIME,
    updated=TIME,
    creator="Unit",
    categories=(Category("Layanan", "https://contoh.example/layanan/"),),
    card=CARD,
)
BASE = "https://contoh.example/"
CHANNEL = Channel("Situs", "id", "Bebas", "redaksi@contoh.example", "", BASE, BASE, BASE)
FEED = Feed(
    id="situs",
    title="Umpan",
    purpose="Contoh",
    page="https://contoh.example/publikasi/",
    address="https://contoh.example/umpan/situs/",
    changed=TIME,
    items=(ITEM,),
)
HOSTILE = [
    "]]>",
    "<![CDATA[ a ]]>",
    "a\0b",
    "a\ud800b",
    "a\ufffeb\uffff",
    "\u202eterbalik\u202c",
    "&#x0;",
    "&lt;script&gt;",
    "<script>alert(1)</script>",
    "a\x85b\u2028c",
    "😀👨‍👩‍👧 العربية",
    "x" * 10_000,
]


def feed_with(words: str) -> Feed:
    """Return a feed where every free text is the given one."""
    card = replace(CARD, alt=words)
    item = replace(ITEM, title=words, description=words, content_html=words, creator=words)
    category = Category(words, "https://contoh.example/layanan/")
    item = replace(item, categories=(category,), card=card, about={"claim": words})
    return replace(FEED, title=words or "-", purpose=words or "-", items=(item,))


def check_readable(words: str) -> None:
    """All three formats can be read, and say the text without what no format allows."""
    feed, expected = feed_with(words), clean(words)
    channel = replace(CHANNEL, rights=words)
    rss = etree.fromstring(render_rss(feed, channel)).find("channel/item")
    atom = etree.fromstring(render_atom(feed, channel)).find("atom:entry", NAMES)
    assert etree.fromstring(render_opml([feed], channel)) is not None
    assert rss is not None and atom is not None
    for item, title, body in (
        (rss, "title", "content:encoded"),
        (atom, "atom:title", "atom:content"),
    ):
        assert (expected, expected) == (text(item, title), text(item, body))
    (entry,) = json.loads(render_json(feed, channel))["items"]
    assert (expected, expected) == (entry["title"], entry["content_html"])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_leaves_a_feed_readable(words: str) -> None:
    """Every format parses, and the text comes back without forbidden characters."""
    check_readable(words)


@given(st.text(st.characters(), min_size=1, max_size=40).filter(lambda words: clean(words).strip()))
def test_any_text_leaves_a_feed_readable(words: str) -> None:
    """Whatever somebody types, surrogates and all."""
    check_readable(words.replace("\r", ""))


def test_a_feed_without_items_is_readable() -> None:
    """A service without publications keeps its feed, with the time that is given."""
    empty = replace(FEED, items=())
    channel = etree.fromstring(render_rss(empty, CHANNEL)).find("channel")
    assert channel is not None
    assert "Sun, 01 Mar 2026 01:00:00 +0000" == text(channel, "lastBuildDate")
    assert [] == json.loads(render_json(empty, CHANNEL))["items"]


def test_a_title_with_markup_is_refused_and_hostile_bodies_are_published(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """In a real build `<` in a title is a mistake of that record; any text may be in a body."""
    place = Place(tmp_path_factory.mktemp("bermusuhan") / "tempat")
    write_content(place.content)
    write_record(place.content, "publikasi", "judul-jahat", judul="'Turun <b>dua</b> ]]> poin'")
    path = write_record(place.content, "publikasi", "isi-jahat", judul="Isi & tanda ]] dan 😀")
    change(place.content, path, "Lihat", "`]]>` dan &#x0; dan &lt;b&gt; العربية. Lihat")
    for record_id in ("judul-jahat", "isi-jahat"):
        approve(place.content, record_id)
    result = build(place, as_of=NOW)
    refused = [line for line in result.lines if line.endswith("(F10)")]
    assert (0, 1) == (result.code, len(refused))
    assert refused[0].startswith("publikasi/2026/judul-jahat.md:7: judul: ")
    items = {item.title: item for item in rss_items(place.output / "umpan/situs")}
    assert "Isi & tanda ]] dan 😀" in items
    assert "<code>]]&gt;</code>" in items["Isi & tanda ]] dan 😀"].html
    assert not any("Turun" in title and "dua" in title for title in items)
