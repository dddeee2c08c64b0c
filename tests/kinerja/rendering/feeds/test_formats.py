"""RSS, Atom and JSON Feed of the same feed: links, guids, times, pictures and hostile text."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kinerja.model.digest import sha256
from kinerja.model.governance import JAKARTA
from kinerja.rendering.feeds.items import Category, Channel, Enclosure, Feed, FeedItem
from kinerja.rendering.feeds.repair import ATOM, DC, HISTORY, MEDIA, clean
from kinerja.rendering.feeds.write import feed_files, index_file, render_json, render_opml
from kinerja.rendering.feeds.xml import render_atom, render_rss
from kinerja.rendering.pages import Card

WHEN = datetime(2026, 3, 1, 8, tzinfo=JAKARTA)
BASE = "https://kinerja.example"
NAMES = {
    **{"a": ATOM, "d": DC, "m": MEDIA, "f": HISTORY},
    "c": "http://purl.org/rss/1.0/modules/content/",
}
FORMATS = ("rss.xml", "atom.xml", "feed.json")
CHANNEL = Channel(
    site="Portal Kinerja",
    language="id",
    rights="Bebas",
    mailbox="redaksi@kinerja.example",
    license=f"{BASE}/lisensi/",
    icon=f"{BASE}/umpan/ikon-144.png",
    logo=f"{BASE}/umpan/ikon-512.png",
    home=f"{BASE}/umpan/",
)


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
        categories=(Category(text, f"{BASE}/layanan/"),),
        card=card,
        links=(("license", CHANNEL.license), ("via", f"{BASE}/sumber/")),
        about={"status": "terbit", "sha256": "a" * 64},
    )


def feed(*items: FeedItem, text: str = "Umpan") -> Feed:
    """Return a feed of these items."""
    return Feed(
        id="situs",
        title=text,
        purpose=text,
        page=f"{BASE}/publikasi/",
        address=f"{BASE}/umpan/situs/",
        changed=WHEN,
        items=items,
        formats=FORMATS,
        group="Utama",
    )


SMALL = Card(f"{BASE}/kartu/b.jpg", 567, 640, 336, "Teks kartu.")
CARD = Card(f"{BASE}/kartu/a.jpg", 1234, 1200, 630, "Teks kartu.", thumbnail=SMALL)
WHOLE = feed(item(1, card=CARD, moved=30), item(2))


def found(document: bytes, path: str) -> list[Any]:
    """Return what an XPath finds in a document."""
    result = etree.fromstring(document).xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return result


def test_a_file_a_format_and_the_list_of_all() -> None:
    """Below the folder of the feed, under fixed names; the list comes last."""
    paths = [file.path for file in feed_files(CHANNEL, [WHOLE])]
    opml = "umpan/kinerja.opml"
    assert [*(f"umpan/situs/{name}" for name in FORMATS), opml] == paths
    brief = replace(WHOLE, formats=("rss.xml", "feed.json"), group="")
    files = feed_files(CHANNEL, [brief])
    assert ["umpan/situs/rss.xml", "umpan/situs/feed.json", opml] == [f.path for f in files]
    assert {"umpan": []} == json.loads(index_file([brief], {}).read())


def test_the_index_has_the_digest_of_every_file() -> None:
    """What each feed is for, how much it holds, and SHA-256 of what was written."""
    digests = {f"umpan/situs/{name}": sha256(name.encode()) for name in FORMATS}
    index = index_file([WHOLE], digests)
    (entry,) = json.loads(index.read())["umpan"]
    assert ("umpan/indeks.json", "situs", 2, "2026-03-01T08:00:00+07:00") == (
        index.path,
        entry["id"],
        entry["butir"],
        entry["berubah"],
    )
    assert [*digests.values()] == [form["sha256"] for form in entry["format"]]


def test_opml_names_every_feed_under_its_heading() -> None:
    """The address for programs, that for people, and what the feed is for."""
    other = replace(WHOLE, id="isu", title="Isu & <lain>", group="Lain")
    root = etree.fromstring(render_opml([WHOLE, other], CHANNEL))
    assert ["Utama", "Lain"] == root.xpath("body/outline/@text")
    assert ["Umpan", "Isu & <lain>"] == root.xpath("body/outline/outline/@title")
    assert {"rss"} == set(root.xpath("body/outline/outline/@type"))
    expected = [f"{BASE}/umpan/situs/rss.xml"] * 2
    assert expected == root.xpath("body/outline/outline/@xmlUrl")
    assert "Sun, 01 Mar 2026 01:00:00 +0000" == root.findtext("head/dateModified")
    assert [] == etree.fromstring(render_opml([], CHANNEL)).xpath("body/outline")


def test_rss() -> None:
    """The channel leads to its page, items to their articles, guids are no addresses."""
    rss = render_rss(WHOLE, CHANNEL)
    assert [f"{BASE}/publikasi/"] == found(rss, "channel/link/text()")
    assert ["redaksi@kinerja.example (Redaksi Portal Kinerja)"] == found(
        rss, "channel/managingEditor/text()"
    )
    assert [CHANNEL.icon, WHOLE.title, WHOLE.page, "144", "144"] == found(
        rss, "channel/image/*/text()"
    )
    assert [CHANNEL.home] == found(rss, "channel/docs/text()")
    assert [f"{BASE}/layanan/"] * 2 == found(rss, "channel/item/category/@domain")
    assert [item.link for item in WHOLE.items] == found(rss, "channel/item/link/text()")
    assert [item.guid for item in WHOLE.items] == found(rss, "channel/item/guid/text()")
    assert ["false", "false"] == found(rss, "channel/item/guid/@isPermaLink")
    assert ["<p>Judul</p>", "<p>Judul</p>"] == found(rss, "channel/item/c:encoded/text()")
    assert ["Judul", "Judul"] == found(rss, "channel/item/d:creator/text()")
    assert [CARD.url] == found(rss, "channel/item/enclosure/@url")
    assert ["1234"] == found(rss, "channel/item/enclosure/@length")
    assert [f"{BASE}/umpan/situs/rss.xml"] == found(rss, "channel/a:link[@rel='self']/@href")
    assert ["Judul", "Teks kartu.", "Judul"] == found(rss, "channel/item/m:content/*/text()")
    assert [SMALL.url] == found(rss, "channel/item/m:content/m:thumbnail/@url")
    assert ["2026-03-01T00:30:00+00:00"] == found(rss, "channel/item/a:updated/text()")
    assert ["Sun, 01 Mar 2026 00:00:00 +0000"] == found(rss, "channel/item[1]/pubDate/text()")


def test_atom() -> None:
    """The article is the alternate link, the picture the enclosure, both with their type."""
    atom = render_atom(WHOLE, CHANNEL)
    entry = "a:entry[1]/a:link"
    assert [WHOLE.items[0].link] == found(atom, f"{entry}[@rel='alternate']/@href")
    assert ["text/html"] == found(atom, f"{entry}[@rel='alternate']/@type")
    assert [CARD.url] == found(atom, f"{entry}[@rel='enclosure']/@href")
    assert ["1234"] == found(atom, f"{entry}[@rel='enclosure']/@length")
    relations = ["alternate", "enclosure", "license", "via"]
    assert relations == [link.get("rel") for link in found(atom, entry)]
    relations.remove("enclosure")
    assert relations == [link.get("rel") for link in found(atom, "a:entry[2]/a:link")]
    assert [f"{BASE}/umpan/situs/atom.xml"] == found(atom, "a:link[@rel='self']/@href")
    assert [item.guid for item in WHOLE.items] == found(atom, "a:entry/a:id/text()")
    assert ["2026-03-01T01:00:00+00:00"] == found(atom, "a:updated/text()")
    assert ["2026-03-01T00:00:00+00:00"] == found(atom, "a:entry[1]/a:published/text()")


@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_a_feed_can_be_looked_at(render: Any) -> None:
    """A style sheet follows the declaration; the bytes are the same each time."""
    document = render(WHOLE, CHANNEL)
    first, second, _ = document.split(b"\n", 2)
    assert (b"<?xml", b'<?xml-stylesheet type="text/css" href="/umpan/feed.css"?>') == (
        first[:5],
        second,
    )
    assert document == render(WHOLE, CHANNEL)


@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_a_feed_names_only_what_it_uses(render: Any) -> None:
    """No namespace for pictures, creators or history in a feed that has none."""
    bare = replace(WHOLE.items[1], creator="", categories=())
    prefixes = {*etree.fromstring(render(feed(bare), CHANNEL)).nsmap}
    assert prefixes <= {"atom", "content", None}


@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_an_archive_says_so_and_leads_on(render: Any) -> None:
    """RFC 5005: the archive is marked, and leads to its neighbours in its own format."""
    links = (("current", f"{BASE}/umpan/situs/"), ("prev-archive", f"{BASE}/umpan/situs/arsip/1/"))
    name = "rss.xml" if render is render_rss else "atom.xml"
    document = render(replace(WHOLE, links=links), CHANNEL)
    assert 1 == len(found(document, "//f:archive")) and [] == found(document, "//f:complete")
    for relation, address in links:
        assert [address + name] == found(document, f"//a:link[@rel='{relation}']/@href")
    complete = render(replace(WHOLE, is_complete=True), CHANNEL)
    assert 1 == len(found(complete, "//f:complete")) and [] == found(complete, "//f:archive")


def test_a_file_goes_out_where_there_is_no_picture() -> None:
    """CSV as enclosure of RSS and Atom and as attachment; no picture is claimed."""
    file = Enclosure(f"{BASE}/data/a.csv", "text/csv", 99)
    whole = feed(replace(item(1), file=file))
    rss, atom = render_rss(whole, CHANNEL), render_atom(whole, CHANNEL)
    expected = {"url": file.url, "length": "99", "type": "text/csv"}
    (enclosure,) = found(rss, "channel/item/enclosure")
    assert expected == dict(enclosure.attrib)
    assert ["text/csv"] == found(atom, "a:entry/a:link[@rel='enclosure']/@type")
    (entry,) = json.loads(render_json(whole, CHANNEL))["items"]
    attachment = {"url": file.url, "mime_type": "text/csv", "size_in_bytes": 99}
    assert [attachment] == entry["attachments"] and "image" not in entry


def test_an_item_without_text_has_its_description() -> None:
    """In JSON Feed as text, which it must have; Atom leads to the article."""
    whole = feed(replace(item(1), content_html=""))
    (entry,) = json.loads(render_json(whole, CHANNEL))["items"]
    assert ("Judul", False) == (entry["content_text"], "content_html" in entry)
    assert [] == found(render_rss(whole, CHANNEL), "channel/item/c:encoded")
    assert [] == found(render_atom(whole, CHANNEL), "a:entry/a:content")


def test_without_a_mailbox_nobody_is_named() -> None:
    """A site without the setting says nothing rather than something wrong."""
    rss = render_rss(WHOLE, replace(CHANNEL, mailbox=""))
    assert [] == found(rss, "channel/managingEditor | channel/webMaster")


def test_json() -> None:
    """JSON Feed 1.1 with times in Jakarta, the card as attachment, our own data below one name."""
    document = json.loads(render_json(WHOLE, CHANNEL))
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
    assert not {"attachments", "image", "date_modified"} & {*second}
    assert {"status": "terbit", "sha256": "a" * 64} == first["_kinerja"]


def test_an_empty_feed_is_a_feed() -> None:
    """In all three formats, without any item."""
    assert [] == found(render_rss(feed(), CHANNEL), "channel/item")
    assert [] == found(render_atom(feed(), CHANNEL), "a:entry")
    assert [] == json.loads(render_json(feed(), CHANNEL))["items"]


@settings(max_examples=60)
@given(st.text(min_size=1).filter(lambda text: clean(text).strip()) | st.just("]]>&<a>\x00\ud800é"))
def test_any_text_is_carried(text: str) -> None:
    """Signs of markup, control characters and lone surrogates break no feed."""
    whole = feed(item(1, text, card=CARD), text=text)
    html = [f"<p>{clean(text)}</p>"]
    assert [clean(text)] == found(render_rss(whole, CHANNEL), "channel/item/title/text()")
    assert html == found(render_atom(whole, CHANNEL), "a:entry/a:content/text()")
    assert clean(text) == json.loads(render_json(whole, CHANNEL))["items"][0]["title"]
