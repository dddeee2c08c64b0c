"""RSS 2.0 and Atom through feedgen, its defects mended here and nowhere else.

Numbers are those of feeds.md, "feedgen 1.0.0: defects to work around":
1 Atom entries lose all attributes of a link but `href`; 2 the channel's link is the last one
added; 8 times default to now; 10 one forbidden character stops the whole feed. `Repair` writes
all links of a feed and its entries itself, through feedgen's interface for extensions.
"""

from collections.abc import Mapping
from datetime import UTC

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from kinerja.rendering.card_view import Card
from tabular.text import FORBIDDEN

from .items import Feed, FeedItem

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
STYLE = b'<?xml-stylesheet type="text/css" href="/umpan/feed.css"?>\n'
GENERATOR = "Portal Kinerja"
MINUTES_TO_KEEP = 60

Attributes = Mapping[str, str]


def clean(text: str) -> str:
    """Return text without what XML or a feed reader refuses (defect 10)."""
    return FORBIDDEN.sub("", text.encode("utf-8", "ignore").decode())


def render_rss(feed: Feed) -> bytes:
    """Return the feed as RSS 2.0 with atom, content, dc and media."""
    generator = _generator(feed, "rss.xml")
    return _styled(generator.rss_str(pretty=True))


def render_atom(feed: Feed) -> bytes:
    """Return the feed as Atom (RFC 4287)."""
    generator = _generator(feed, "atom.xml")
    return _styled(generator.atom_str(pretty=True))


def _styled(document: bytes) -> bytes:
    declaration, _, rest = document.partition(b"\n")
    return declaration + b"\n" + STYLE + rest


def _generator(feed: Feed, name: str) -> FeedGenerator:
    generator = FeedGenerator()
    generator.register_extension("repair", Repair, RepairEntry)
    generator.repair.links = _feed_links(feed, name)
    generator.id(feed.address)
    generator.title(clean(feed.title))
    generator.link(href=feed.page, rel="alternate")
    generator.description(clean(feed.purpose))
    generator.language(feed.language)
    generator.rights(clean(feed.rights))
    generator.generator(GENERATOR)
    generator.docs("https://www.rssboard.org/rss-specification")
    generator.ttl(MINUTES_TO_KEEP)
    generator.updated(feed.changed.astimezone(UTC))
    generator.lastBuildDate(feed.changed.astimezone(UTC))
    for item in feed.items:
        _add(generator.add_entry(order="append"), item)
    return generator


def _feed_links(feed: Feed, name: str) -> list[Attributes]:
    """Return all links of a feed, its page last: newsboat takes the last alternate for the page."""
    kinds = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml"}
    others = [
        {"href": feed.address + other, "rel": "alternate", "type": kind}
        for other, kind in {**kinds, "feed.json": "application/feed+json"}.items()
        if other != name
    ]
    own = {"href": feed.address + name, "rel": "self", "type": kinds[name]}
    page = {"href": feed.page, "rel": "alternate", "type": "text/html"}
    return [own, *others, page]


def _add(entry: FeedEntry, item: FeedItem) -> None:
    entry.guid(item.guid, permalink=False)
    entry.title(clean(item.title))
    entry.link(href=item.link, rel="alternate")
    entry.content(clean(item.content_html), type="html")
    entry.description(clean(item.description), isSummary=True)
    entry.published(item.published.astimezone(UTC))
    entry.updated(item.updated.astimezone(UTC))
    entry.author(name=clean(item.creator))
    for category in item.categories:
        entry.category(term=clean(category))
    if item.card:
        entry.enclosure(item.card.url, str(item.card.size), "image/jpeg")
    entry.repair.item = item


class Repair(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """All links of a feed, written anew: feedgen drops most of them."""

    links: list[Attributes]

    def extend_ns(self) -> dict[str, str]:
        """Name the namespaces that items use."""
        return {"dc": DC, "media": MEDIA}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Replace the links of the feed."""
        _drop_links(feed)
        for attributes in self.links:
            etree.SubElement(feed, "link", dict(attributes))
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Replace the Atom links of the channel; its own link stays the page (defect 2)."""
        channel = feed[0]
        _drop_links(channel, f"{{{ATOM}}}link")
        for attributes in self.links:
            etree.SubElement(channel, f"{{{ATOM}}}link", dict(attributes))
        return feed


class RepairEntry(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """Links, creator and picture of an item."""

    item: FeedItem

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Write the article first and the picture as enclosure (defect 1)."""
        _drop_links(entry)
        etree.SubElement(
            entry, "link", {"href": self.item.link, "rel": "alternate", "type": "text/html"}
        )
        if card := self.item.card:
            picture = etree.SubElement(entry, "link", {"href": card.url, "rel": "enclosure"})
            picture.attrib.update({"type": "image/jpeg", "length": str(card.size)})
            _add_media(entry, card)
        return entry

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Write creator, time of change and picture, which feedgen cannot."""
        etree.SubElement(entry, f"{{{DC}}}creator").text = clean(self.item.creator)
        if self.item.updated != self.item.published:
            updated = etree.SubElement(entry, f"{{{ATOM}}}updated")
            updated.text = self.item.updated.astimezone(UTC).isoformat()
        if self.item.card:
            _add_media(entry, self.item.card)
        return entry


def _add_media(parent: etree._Element, card: Card) -> None:
    content = etree.SubElement(
        parent,
        f"{{{MEDIA}}}content",
        {
            "url": card.url,
            "fileSize": str(card.size),
            "type": "image/jpeg",
            "medium": "image",
            "width": str(card.width),
            "height": str(card.height),
        },
    )
    etree.SubElement(content, f"{{{MEDIA}}}description", {"type": "plain"}).text = clean(card.alt)


def _drop_links(parent: etree._Element, tag: str = "link") -> None:
    for link in parent.findall(tag):
        parent.remove(link)
