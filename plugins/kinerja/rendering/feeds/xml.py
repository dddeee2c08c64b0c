"""RSS 2.0 and Atom through feedgen; what it does wrong is mended in `repair`.

Times are always given, as feedgen's default is now (8); bodies are of type html, as it writes
CDATA for a media type in Atom (4).
"""

from datetime import UTC

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from kinerja.rendering.feed_links import MEDIA_TYPES

from .items import Channel, Feed, FeedItem
from .repair import DC, HISTORY, JPEG, MEDIA, Attributes, Repair, RepairEntry, clean

STYLE = b'<?xml-stylesheet type="text/css" href="/umpan/feed.css"?>\n'
GENERATOR = "Portal Kinerja"
MINUTES_TO_KEEP = 60
ICON_SIZE = "144"


def render_rss(feed: Feed, channel: Channel) -> bytes:
    """Return the feed as RSS 2.0 with atom, content, dc, media and fh where they are used."""
    generator = _generator(feed, channel, "rss.xml")
    return _styled(generator.rss_str(pretty=True))


def render_atom(feed: Feed, channel: Channel) -> bytes:
    """Return the feed as Atom (RFC 4287)."""
    generator = _generator(feed, channel, "atom.xml")
    return _styled(generator.atom_str(pretty=True))


def _styled(document: bytes) -> bytes:
    declaration, _, rest = document.partition(b"\n")
    return declaration + b"\n" + STYLE + rest


def _generator(feed: Feed, channel: Channel, name: str) -> FeedGenerator:
    generator = FeedGenerator()
    generator.register_extension("repair", Repair, RepairEntry)
    generator.repair.links = _feed_links(feed, name)
    generator.repair.history = _history(feed)
    generator.repair.namespaces = _namespaces(feed, name)
    generator.id(feed.address)
    generator.title(clean(feed.title))
    generator.link(href=feed.page, rel="alternate")
    generator.description(clean(feed.purpose))
    generator.language(channel.language)
    generator.rights(clean(channel.rights))
    generator.generator(GENERATOR)
    generator.docs(channel.home)
    generator.ttl(MINUTES_TO_KEEP)
    generator.icon(channel.icon)
    generator.image(channel.icon, clean(feed.title), feed.page, ICON_SIZE, ICON_SIZE)
    if channel.mailbox:
        generator.managingEditor(f"{channel.mailbox} (Redaksi {clean(channel.site)})")
        generator.webMaster(f"{channel.mailbox} (Pengelola {clean(channel.site)})")
    generator.updated(feed.changed.astimezone(UTC))
    generator.lastBuildDate(feed.changed.astimezone(UTC))
    for item in feed.items:
        _add(generator.add_entry(order="append"), item)
    return generator


def _history(feed: Feed) -> str:
    """Return what RFC 5005 calls the document, '' for one that is neither."""
    is_archive = any(relation == "current" for relation, _ in feed.links)
    return "archive" if is_archive else "complete" if feed.is_complete else ""


def _namespaces(feed: Feed, name: str) -> dict[str, str]:
    """Return those that the document uses and feedgen does not name itself."""
    used = {
        "dc": DC if name == "rss.xml" and any(item.creator for item in feed.items) else "",
        "fh": HISTORY if _history(feed) else "",
        "media": MEDIA if any(item.card for item in feed.items) else "",
    }
    return {prefix: address for prefix, address in used.items() if address}


def _feed_links(feed: Feed, name: str) -> list[Attributes]:
    """Return all links of a feed, its page last: newsboat takes the last alternate for the page."""
    own, kind = feed.address + name, MEDIA_TYPES[name]
    alternates = [
        {"href": feed.address + other, "rel": "alternate", "type": MEDIA_TYPES[other]}
        for other in feed.formats
        if other != name
    ]
    others = [{"href": base + name, "rel": rel, "type": kind} for rel, base in feed.links]
    page = {"href": feed.page, "rel": "alternate", "type": "text/html"}
    return [{"href": own, "rel": "self", "type": kind}, *others, *alternates, page]


def _add(entry: FeedEntry, item: FeedItem) -> None:
    entry.guid(item.guid, permalink=False)
    entry.title(clean(item.title))
    entry.link(href=item.link, rel="alternate")
    if item.content_html:
        entry.content(clean(item.content_html), type="html")
    entry.description(clean(item.description), isSummary=True)
    entry.published(item.published.astimezone(UTC))
    entry.updated(item.updated.astimezone(UTC))
    if item.creator:
        entry.author(name=clean(item.creator))
    for category in item.categories:
        name = clean(category.name)
        entry.category(term=name, label=name, scheme=category.scheme)
    if item.card:
        entry.enclosure(item.card.url, str(item.card.size), JPEG)
    elif item.file:
        entry.enclosure(item.file.url, str(item.file.size), item.file.type)
    entry.repair.item = item
