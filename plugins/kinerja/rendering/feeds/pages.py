"""Feeds for people: `/umpan/`, and a page for each feed beside its files."""

from collections.abc import Sequence
from functools import partial

from kinerja.rendering.feed_links import FORMAT_NAMES, MEDIA_TYPES
from kinerja.rendering.formats import day, moment, number
from kinerja.rendering.pages import Page, later
from kinerja.rendering.registers.form import cell, link_cell, register_pages, row, section
from kinerja.rendering.site import Site
from kinerja.rendering.views import FeedLink, FeedView, Link, RegisterRow

from .items import Feed, listed
from .write import INDEX, OPML

HERE: Link = {"title": "Umpan", "url": "/umpan/"}
INTRO = (
    "Ikuti publikasi kinerja dengan pembaca umpan: pilih umpan, salin alamatnya ke aplikasi "
    "pembaca, dan yang terbaru datang dengan sendirinya."
)
COLUMNS = ("Umpan", "Butir", "Terakhir berubah", *FORMAT_NAMES.values())
SHOWN = 10
"""Items that the page of a feed shows."""

LISTS: tuple[Link, ...] = (
    {"title": "Semua umpan sekaligus (OPML)", "url": f"/{OPML}"},
    {"title": "Semua umpan untuk program (JSON)", "url": f"/{INDEX}"},
)


def feed_pages(site: Site, feeds: Sequence[Feed]) -> list[Page]:
    """Return the list of all feeds and the page of each; archives have none."""
    found = listed(feeds)
    groups: dict[str, list[RegisterRow]] = {}
    for feed in found:
        groups.setdefault(feed.group, []).append(_row(site, feed))
    sections = [
        section(title.lower().replace(" ", "-"), title, COLUMNS, rows, "", ("Butir",))
        for title, rows in groups.items()
    ]
    index = register_pages(site, HERE, INTRO, sections, links=LISTS)
    make = partial(_feed_page, site)
    return [*index, *(later(_path(site, f.address), "umpan", partial(make, f)) for f in found)]


def _row(site: Site, feed: Feed) -> RegisterRow:
    here: Link = {"title": _name(site, feed), "url": _path(site, feed.address)}
    formats = [
        cell(word, _path(site, feed.address + name)) if name in feed.formats else cell("")
        for name, word in FORMAT_NAMES.items()
    ]
    count = number(len(feed.items))
    return row(link_cell(here, feed.purpose), count, day(feed.changed.date()), *formats)


def _name(site: Site, feed: Feed) -> str:
    """Return the title of a feed without the name of the site, which every page says anyway."""
    return feed.title.removesuffix(f" – {site.settings.name}")


def _path(site: Site, address: str) -> str:
    """Return an absolute address of the site from `/` on."""
    return address.removeprefix(site.settings.url)


def _feed_page(site: Site, feed: Feed) -> Page:
    address, title = _path(site, feed.address), f"Umpan: {_name(site, feed)}"
    links: list[FeedLink] = [
        {"title": FORMAT_NAMES[name], "type": MEDIA_TYPES[name], "url": feed.address + name}
        for name in feed.formats
    ]
    view: FeedView = {
        "title": title,
        "purpose": feed.purpose,
        "page": "" if feed.page == feed.address else _path(site, feed.page),
        "count": f"{number(len(feed.items))} butir" if feed.items else "belum ada butir",
        "last": moment(feed.changed),
        "links": links,
        "items": [
            {"title": item.title, "url": _path(site, item.link), "date": day(item.published.date())}
            for item in feed.items[:SHOWN]
        ],
        "archive": next(
            (f"{_path(site, a)}rss.xml" for rel, a in feed.links if rel == "prev-archive"), ""
        ),
    }
    heads: tuple[FeedLink, ...] = tuple(
        {**link, "title": f"{feed.title} ({link['title']})"} for link in links
    )
    trail = (HERE, Link(title=_name(site, feed), url=address))
    purpose = f"{feed.purpose}: alamat umpan dan butir terakhirnya."
    return site.page(
        address, "umpan", view, title, purpose, trail=trail, feeds=heads, robots=feed.robots
    )
