"""A feed and its items as values, the same for every format (feeds.md, 6.2)."""

from dataclasses import dataclass
from datetime import datetime

from kinerja.rendering.card_view import Card


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item. `guid` never changes; times come from the release log.

    `updated` moves only with an important correction, so that date-based tools do not repost.
    """

    guid: str
    link: str
    title: str
    description: str
    content_html: str
    published: datetime
    updated: datetime
    creator: str
    categories: tuple[str, ...]
    card: Card | None
    digest: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed below `/umpan/<id>/`: newest item first, times strictly descending.

    `page` is the absolute address of the listing that it follows, `address` that of its folder;
    `changed` is the newest change of any item, never the time of the build.
    """

    id: str
    title: str
    purpose: str
    page: str
    address: str
    language: str
    rights: str
    changed: datetime
    items: tuple[FeedItem, ...]
