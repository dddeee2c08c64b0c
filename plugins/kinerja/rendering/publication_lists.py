"""Lists of publications: the newest, fixed pages, years and months; and those of other pages."""

from collections.abc import Callable, Sequence
from functools import partial

from kinerja.model.period import parse_period
from kinerja.model.portal import Public
from kinerja.model.records import Record

from .cards import publication_card
from .formats import number, period
from .pages import Page, later
from .paging import PER_PAGE, Sheet, sheets
from .site import Site
from .views import Link, PagerView, PublicationListView

SECTION: Link = {"title": "Publikasi", "url": "/publikasi/"}
INTRO = "Publikasi kinerja menurut waktu rilis, yang terbaru di atas."
TEMPLATE = "publikasi"
PER_MONTH_PAGE = 50
"""Entries of a fixed page of a month: one page shows up to 99 lines."""

NO_PAGER: PagerView = {"earlier": None, "later": None, "fixed": None}
Grouping = Callable[[Public[Record]], str]


def publication_lists(site: Site) -> list[Page]:
    """Return every page that lists publications by time."""
    years = sorted({p.record.date.year for p in site.relations.newest}, reverse=True)
    links: list[Link] = [{"title": str(y), "url": f"/publikasi/{y}/"} for y in years]
    found = sheets(SECTION["url"], site.relations.newest)
    pages = list_pages(site, found, "Publikasi", INTRO, (SECTION,), ("Menurut tahun", links))
    return [*pages, *(page for year in years for page in _year_pages(site, year))]


def _year_pages(site: Site, year: int) -> list[Page]:
    """Return the page of a year, its newest and its months, and the lists of the months."""
    items = [p for p in site.relations.newest if p.record.date.year == year]
    title = f"Publikasi {year}"
    trail: tuple[Link, ...] = (SECTION, {"title": title, "url": f"/publikasi/{year}/"})
    months: list[Link] = []
    pages: list[Page] = []
    for month in sorted({p.record.date.month for p in items}, reverse=True):
        name = period(parse_period(f"{year}-{month:02}"))
        inside = [p for p in items if p.record.date.month == month]
        here: Link = {"title": name, "url": f"/publikasi/{year}/bulan/{month:02}/"}
        months.append({"title": f"{name} ({number(len(inside))})", "url": here["url"]})
        found = sheets(here["url"], inside, PER_MONTH_PAGE)
        pages += list_pages(site, found, f"Publikasi {name}", INTRO, (*trail, here), brief=True)
    newest = Sheet(trail[1]["url"], 0, items[:PER_PAGE], NO_PAGER)
    return [*list_pages(site, [newest], title, INTRO, trail, ("Menurut bulan", months)), *pages]


def list_pages(
    site: Site,
    found: Sequence[Sheet[Public[Record]]],
    name: str,
    intro: str,
    trail: tuple[Link, ...],
    nav: tuple[str, list[Link]] = ("", []),
    *,
    group: Grouping = lambda _item: "",
    brief: bool = False,
) -> list[Page]:
    """Return a page for each sheet of a list; `trail` ends with its landing page.

    `nav` is a heading with links to parts of the list; `group` gives the heading that an entry
    stands under; groups stand in the order of their first entry.
    """
    make = partial(_list_page, site, name, intro, trail, nav, group=group, brief=brief)
    return [later(sheet.address, TEMPLATE, partial(make, sheet)) for sheet in found]


def _list_page(
    site: Site,
    name: str,
    intro: str,
    trail: tuple[Link, ...],
    nav: tuple[str, list[Link]],
    sheet: Sheet[Public[Record]],
    *,
    group: Grouping,
    brief: bool,
) -> Page:
    title = sheet.title(name)
    groups: dict[str, list[Public[Record]]] = {}
    for item in sheet.items:
        groups.setdefault(group(item), []).append(item)
    view: PublicationListView = {
        "title": title,
        "intro": intro,
        "links_title": nav[0],
        "links": nav[1],
        "groups": [
            {"title": heading, "items": [publication_card(site, item) for item in items]}
            for heading, items in groups.items()
        ],
        "brief": brief,
        "pager": sheet.pager,
    }
    own: tuple[Link, ...] = ({"title": title, "url": sheet.address},) if sheet.number else ()
    return site.page(sheet.address, TEMPLATE, view, title, intro, trail=(*trail, *own))


def older_pages(
    site: Site, found: Sequence[Sheet[Public[Record]]], name: str, trail: tuple[Link, ...]
) -> list[Page]:
    """Return the fixed pages of a list whose landing page is that of something else."""
    return list_pages(site, found[1:], name, f"{name}, yang terbaru di atas.", trail)
