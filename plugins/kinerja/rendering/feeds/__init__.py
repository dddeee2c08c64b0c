"""Feeds as values, then as RSS, Atom and JSON Feed; the only package that imports feedgen."""

from .collect import collect_feeds
from .items import Feed, FeedItem
from .pages import feed_pages
from .write import feed_files, index_file, open_channel

__all__ = [
    "Feed",
    "FeedItem",
    "collect_feeds",
    "feed_files",
    "feed_pages",
    "index_file",
    "open_channel",
]
