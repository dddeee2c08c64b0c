"""What feedgen loses or cannot say, written through its interface for extensions.

Numbers are those of feeds.md, "feedgen 1.0.0: defects to work around". Both classes see elements
that feedgen has finished: they take its links away and write all of them anew (1, 2, 3, 7), and add
what it has no word for or wants as text (11, 12, 17). Elements of Atom have no namespace yet (19).
"""

from collections.abc import Mapping
from datetime import UTC

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from kinerja.rendering.pages import Card
from tabular.text import FORBIDDEN

from .items import FeedItem

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"
JPEG = "image/jpeg"

Attributes = Mapping[str, str]


def clean(text: str) -> str:
    """Return text without what XML or a feed reader refuses (defect 10)."""
    return FORBIDDEN.sub("", text.encode("utf-8", "ignore").decode())


class Repair(BaseExtension):  # type: ignore[misc]  # feedgen ships no types
    """All links of a feed, and whether it is an archive or complete (`history`)."""

    links: list[Attributes]
    namespaces: dict[str, str]
    history: str

    def extend_ns(self) -> dict[str, str]:
        """Name the namespaces that items use."""
        return self.namespaces

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Replace the links of the feed."""
        self._write(feed, "link")
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Replace the Atom links of the channel; its own link stays the page (defect 2)."""
        self._write(feed[0], f"{{{ATOM}}}link")
        return feed

    def _write(self, parent: etree._Element, tag: str) -> None:
        _drop(parent, tag)
        for attributes in self.links:
            etree.SubElement(parent, tag, dict(attributes))
        if self.history:
            etree.SubElement(parent, f"{{{HISTORY}}}{self.history}")


class RepairEntry(BaseEntryExtension):  # type: ignore[misc]  # feedgen ships no types
    """Links, creator, time of change and picture of an item."""

    item: FeedItem

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Write the article first, then what goes with it and what it comes from."""
        item = self.item
        _drop(entry, "link")
        _link(entry, href=item.link, rel="alternate", type="text/html")
        if item.card:
            _link(entry, href=item.card.url, rel="enclosure", type=JPEG, length=str(item.card.size))
        if file := item.file:
            _link(entry, href=file.url, rel="enclosure", type=file.type, length=str(file.size))
        for relation, address in item.links:
            _link(entry, href=address, rel=relation)
        _add_media(entry, item)
        return entry

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Write creator, time of change and picture, which feedgen cannot."""
        item = self.item
        if item.creator:
            etree.SubElement(entry, f"{{{DC}}}creator").text = clean(item.creator)
        if item.updated != item.published:
            updated = etree.SubElement(entry, f"{{{ATOM}}}updated")
            updated.text = item.updated.astimezone(UTC).isoformat()
        _add_media(entry, item)
        return entry


def _add_media(parent: etree._Element, item: FeedItem) -> None:
    """Write the picture with its title, its text alternative, who made it, and a smaller one."""
    if not (card := item.card):
        return
    about = {"fileSize": str(card.size), "type": JPEG, "medium": "image"}
    content = _media(parent, "content", {"url": card.url, **about, **_size(card)})
    _media(content, "title", {"type": "plain"}).text = clean(item.title)
    _media(content, "description", {"type": "plain"}).text = clean(card.alt)
    if item.creator:
        _media(content, "credit", {}).text = clean(item.creator)
    if less := card.thumbnail:
        _media(content, "thumbnail", {"url": less.url, **_size(less)})


def _media(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{MEDIA}}}{name}", attributes)


def _size(card: Card) -> dict[str, str]:
    return {"width": str(card.width), "height": str(card.height)}


def _link(parent: etree._Element, **attributes: str) -> None:
    etree.SubElement(parent, "link", attributes)


def _drop(parent: etree._Element, tag: str) -> None:
    for link in parent.findall(tag):
        parent.remove(link)
