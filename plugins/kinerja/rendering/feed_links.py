"""Where feeds lie, in which formats, and which list each follows."""

from collections.abc import Mapping

MEDIA_TYPES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}
"""File names of a feed's formats, with the media type that links declare."""

FORMAT_NAMES = {"rss.xml": "RSS", "atom.xml": "Atom", "feed.json": "JSON Feed"}
WITH_ATOM = ("situs", "layanan", "isu", "koreksi", "capaian", "biaya")
"""First words of the ids of feeds that are written as Atom too (feeds.md, 6.1)."""

LISTINGS = {
    "/isu/": "isu",
    "/edukasi/": "edukasi",
    "/koreksi/": "koreksi",
    "/capaian/": "capaian",
    "/transparansi/biaya/": "biaya",
}
"""The feed of each list that stands at a fixed address."""


def feed_formats(feed: str) -> tuple[str, ...]:
    """Return the file names of a feed's formats."""
    with_atom = feed.partition("/")[0] in WITH_ATOM
    return tuple(name for name in MEDIA_TYPES if with_atom or name != "atom.xml")


def listing_feed(addresses: Mapping[str, str], url: str) -> tuple[str, str]:
    """Return (kind, id) of the feed that would follow the list at an address, '' for none."""
    for kind in ("layanan", "narasi", "unit"):
        before, _, after = f"/{addresses[kind]}".partition("{id}")
        name = url.removeprefix(before).removesuffix(after)
        if f"{before}{name}{after}" == url:
            return kind, name
    return LISTINGS.get(url, ""), ""
