"""Feeds as values, then as RSS, Atom and JSON Feed; the only package that imports feedgen."""

from .collect import collect_feeds
from .items import Feed, FeedItem
from .write import feed_files, feed_list_page

__all__ = ["Feed", "FeedItem", "collect_feeds", "feed_files", "feed_list_page"]
