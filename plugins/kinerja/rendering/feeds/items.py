"""A feed and its items as values, the same for every format (feeds.md, 6.2 and 6.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kinerja.rendering.pages import Card


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that is no picture beside an item: absolute address, media type, bytes."""

    url: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Category:
    """What an item is about; `scheme` is the absolute address of the list that names all."""

    name: str
    scheme: str


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item. `guid` never changes; times come from the release log.

    `updated` moves only with an important correction or a withdrawal, so that date-based tools do
    not repost. `content_html` is '' for an item that has a description only. `card` is its picture,
    said in every place where tools look for one; `file` goes out where there is no picture.
    `links` are (relation, absolute address) beside the article: license, related, via; Atom says
    them. `about` stands under `_kinerja` in JSON Feed.
    """

    guid: str
    link: str
    title: str
    description: str
    content_html: str
    published: datetime
    updated: datetime
    creator: str = ""
    categories: tuple[Category, ...] = ()
    card: Card | None = None
    file: Enclosure | None = None
    links: tuple[tuple[str, str], ...] = ()
    about: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed below `/umpan/<id>/`: newest item first, times strictly descending.

    `page` is the absolute address of the listing that it follows, `address` that of its folder;
    `changed` is the newest change of any item, never the time of the build. `formats` are file
    names. `group` is the heading under which people find it, '' for a document that only other
    documents lead to. `links` are (relation, absolute folder) to other documents of the same feed
    (RFC 5005). `is_complete` says that it holds every item that there is. `robots` is what search
    engines are told about its page.
    """

    id: str
    title: str
    purpose: str
    page: str
    address: str
    changed: datetime
    items: tuple[FeedItem, ...]
    formats: tuple[str, ...] = ("rss.xml", "feed.json")
    group: str = ""
    links: tuple[tuple[str, str], ...] = ()
    is_complete: bool = False
    robots: str = ""


UNITS = "Unit"
"""The heading of the feeds of units: there may be thousands, so they stand last."""


def listed(feeds: Iterable[Feed]) -> list[Feed]:
    """Return the feeds that lists name, in the order of their headings."""
    return sorted((feed for feed in feeds if feed.group), key=lambda feed: feed.group == UNITS)


@dataclass(frozen=True, slots=True)
class Channel:
    """What all feeds of a site share. `mailbox` is a role's, '' where nobody answers.

    `license` is an absolute address, '' where none is said; `icon` and `logo` are those of the
    pictures of 144 and 512 pixels; `home` is the page that lists all feeds.
    """

    site: str
    language: str
    rights: str
    mailbox: str
    license: str
    icon: str
    logo: str
    home: str
