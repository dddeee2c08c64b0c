"""Feeds to files: each in its formats, and the lists of all of them for programs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from itertools import groupby

from lxml import etree

from kinerja.rendering.feed_links import MEDIA_TYPES
from kinerja.rendering.pages import File
from kinerja.rendering.site import Site

from .items import Channel, Feed, FeedItem, listed
from .repair import JPEG, clean
from .xml import render_atom, render_rss

OPML, INDEX = "umpan/kinerja.opml", "umpan/indeks.json"


def open_channel(site: Site) -> Channel:
    """Return what all feeds of the site share."""
    settings = site.settings
    license = f" ({settings.license})" if settings.license else ""
    return Channel(
        site=settings.name,
        language=settings.language,
        rights=f"{settings.ministry}; data boleh dipakai dengan menyebut sumber{license}",
        mailbox=settings.mailbox,
        license=settings.license,
        icon=site.absolute("/umpan/ikon-144.png"),
        logo=site.absolute("/umpan/ikon-512.png"),
        home=site.absolute("/umpan/"),
    )


def feed_files(channel: Channel, feeds: Sequence[Feed]) -> list[File]:
    """Return every feed in each of its formats, made when it is written, then the list of all."""
    files = [
        File(f"umpan/{feed.id}/{name}", partial(RENDERERS[name], feed, channel))
        for feed in feeds
        for name in feed.formats
    ]
    return [*files, File(OPML, render_opml(listed(feeds), channel))]


def render_json(feed: Feed, channel: Channel) -> bytes:
    """Return the feed as JSON Feed 1.1; data of our own stands below `_kinerja`."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(feed.title),
        "home_page_url": feed.page,
        "feed_url": f"{feed.address}feed.json",
        "description": clean(feed.purpose),
        "icon": channel.logo,
        "favicon": channel.icon,
        "language": channel.language,
        "items": [_json_item(item, channel.language) for item in feed.items],
    }
    return _json(document)


RENDERERS: dict[str, Callable[[Feed, Channel], bytes]] = {
    "rss.xml": render_rss,
    "atom.xml": render_atom,
    "feed.json": render_json,
}
"""How a feed becomes the file of a name."""


def _json_item(item: FeedItem, language: str) -> dict[str, object]:
    key = "content_html" if item.content_html else "content_text"
    entry: dict[str, object] = {
        "id": item.guid,
        "url": item.link,
        "title": clean(item.title),
        "summary": clean(item.description),
        key: clean(item.content_html or item.description),
        "date_published": _stamp(item.published),
        "language": language,
    }
    if item.updated != item.published:
        entry["date_modified"] = _stamp(item.updated)
    if item.creator:
        entry["authors"] = [{"name": clean(item.creator)}]
    if item.categories:
        entry["tags"] = [clean(category.name) for category in item.categories]
    if item.card:
        entry["image"] = item.card.url
        entry["attachments"] = [_attachment(item.card.url, JPEG, item.card.size)]
    elif file := item.file:
        entry["attachments"] = [_attachment(file.url, file.type, file.size)]
    if item.about:
        entry["_kinerja"] = item.about
    return entry


def _attachment(address: str, kind: str, size: int) -> dict[str, object]:
    return {"url": address, "mime_type": kind, "size_in_bytes": size}


def _stamp(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "ignore") + b"\n"


def render_opml(feeds: Sequence[Feed], channel: Channel) -> bytes:
    """Return all feeds as OPML 2.0, by group, for readers that take many at once."""
    root = etree.Element("opml", {"version": "2.0"})
    head, body = etree.SubElement(root, "head"), etree.SubElement(root, "body")
    etree.SubElement(head, "title").text = clean(f"Umpan {channel.site}")
    changed = max((feed.changed for feed in feeds), default=None)
    if changed:
        etree.SubElement(head, "dateModified").text = format_datetime(changed.astimezone(UTC))
    for group, found in _by_group(feeds):
        outline = etree.SubElement(body, "outline", {"text": group})
        for feed in found:
            title = clean(feed.title)
            entry = etree.SubElement(outline, "outline", {"text": title, "title": title})
            entry.attrib.update({"type": "rss", "xmlUrl": f"{feed.address}rss.xml"})
            entry.attrib.update({"htmlUrl": feed.page, "description": clean(feed.purpose)})
            entry.set("language", channel.language)
    return etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def _by_group(feeds: Iterable[Feed]) -> list[tuple[str, list[Feed]]]:
    """Return feeds by the heading they stand under; those of one heading follow one another."""
    return [(group, list(found)) for group, found in groupby(feeds, key=lambda f: f.group)]


def index_file(feeds: Sequence[Feed], digests: Mapping[str, str]) -> File:
    """Return all feeds for programs: what each is for, how much it holds, and its digests.

    `digests` are the SHA-256 of the files by path.
    """
    document = [
        {
            "id": feed.id,
            "judul": feed.title,
            "kegunaan": feed.purpose,
            "halaman": feed.page,
            "butir": len(feed.items),
            "berubah": _stamp(feed.changed),
            "format": [
                {
                    "jenis": MEDIA_TYPES[name],
                    "url": feed.address + name,
                    "sha256": digests[f"umpan/{feed.id}/{name}"],
                }
                for name in feed.formats
            ],
        }
        for feed in listed(feeds)
    ]
    return File(INDEX, _json({"umpan": document}))
