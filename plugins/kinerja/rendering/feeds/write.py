"""Feeds to files: RSS, Atom and JSON Feed of each, and the list of all feeds for people."""

import json
from datetime import datetime

from kinerja.rendering.formats import moment, number
from kinerja.rendering.pages import File, Page
from kinerja.rendering.site import FORMAT_NAMES, MEDIA_TYPES, Site
from kinerja.rendering.views import FeedListView, FeedView, Link

from .items import Feed, FeedItem
from .xml import clean, render_atom, render_rss

ABOUT_EXTENSION = "https://www.jsonfeed.org/version/1.1/#extensions-a-name-extensions-a"


def feed_files(feeds: list[Feed]) -> list[File]:
    """Return every feed in each of its formats."""
    return [
        File(f"umpan/{feed.id}/{name}", data)
        for feed in feeds
        for name, data in (
            ("rss.xml", render_rss(feed)),
            ("atom.xml", render_atom(feed)),
            ("feed.json", render_json(feed)),
        )
    ]


def render_json(feed: Feed) -> bytes:
    """Return the feed as JSON Feed 1.1; data of our own stands below `_kinerja`."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(feed.title),
        "home_page_url": feed.page,
        "feed_url": f"{feed.address}feed.json",
        "description": clean(feed.purpose),
        "language": feed.language,
        "items": [_json_item(item, feed.language) for item in feed.items],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _json_item(item: FeedItem, language: str) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": item.guid,
        "url": item.link,
        "title": clean(item.title),
        "summary": clean(item.description),
        "content_html": clean(item.content_html),
        "date_published": _stamp(item.published),
        "date_modified": _stamp(item.updated),
        "authors": [{"name": clean(item.creator)}],
        "tags": [clean(category) for category in item.categories],
        "language": language,
        "_kinerja": {"about": ABOUT_EXTENSION, "status": "terbit", "sidik": item.digest},
    }
    if card := item.card:
        entry["image"] = card.url
        entry["attachments"] = [
            {"url": card.url, "mime_type": "image/jpeg", "size_in_bytes": card.size}
        ]
    return entry


def _stamp(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


def feed_list_page(site: Site, feeds: list[Feed]) -> Page:
    """Return `/umpan/`: every feed with its purpose, for people."""
    title = "Umpan"
    intro = (
        "Ikuti publikasi kinerja dengan pembaca umpan. Salin alamat RSS, Atom, atau JSON Feed "
        "ke aplikasi pembaca, dan yang terbaru datang dengan sendirinya."
    )
    view: FeedListView = {
        "title": title,
        "intro": intro,
        "feeds": [_feed_view(feed) for feed in feeds],
    }
    here: Link = {"title": title, "url": "/umpan/"}
    return site.page("/umpan/", "umpan", view, title, intro, trail=(here,))


def _feed_view(feed: Feed) -> FeedView:
    return {
        "title": feed.title,
        "purpose": feed.purpose,
        "page": feed.page,
        "count": f"{number(len(feed.items))} butir" if feed.items else "belum ada butir",
        "last": moment(feed.changed),
        "links": [
            {"title": FORMAT_NAMES[name], "url": feed.address + name} for name in MEDIA_TYPES
        ],
    }
