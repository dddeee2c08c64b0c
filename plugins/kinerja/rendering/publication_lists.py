"""Lists of publications: fixed pages, the landing page, and the years.

Page n holds items 20(n-1)+1 to 20n in order of release, for ever; the landing page shows the
newest 20 to 39. A new item therefore changes two pages (theme.md, Pages).
"""

from kinerja.model.portal import Public
from kinerja.model.records import Publication

from .cards import publication_card
from .pages import Page
from .site import Site
from .views import Link, PagerView, PublicationListView

PER_PAGE = 20
SECTION: Link = {"title": "Publikasi", "url": "/publikasi/"}
INTRO = "Publikasi kinerja menurut waktu rilis, yang terbaru di atas."


def publication_lists(site: Site) -> list[Page]:
    """Return every page that lists publications."""
    items = list(site.relations.newest)
    return [*_fixed_pages(site, items), *_year_pages(site, items)]


def _fixed_pages(site: Site, items: list[Public[Publication]]) -> list[Page]:
    """Return the landing page and every full page of twenty, counted from the oldest."""
    oldest_first = items[::-1]
    full = len(items) // PER_PAGE
    pages = [
        _list_page(
            site,
            f"/publikasi/hal/{n}/",
            f"Publikasi, halaman {n}",
            oldest_first[PER_PAGE * (n - 1) : PER_PAGE * n][::-1],
            _pager(n - 1, n + 1 if n < full else 0),
        )
        for n in range(1, full + 1)
    ]
    begin = max(0, full - 1) * PER_PAGE
    landing = oldest_first[begin:][::-1]
    before = full - 1
    return [_list_page(site, "/publikasi/", "Publikasi", landing, _pager(before, 0)), *pages]


def _pager(earlier: int, later: int) -> PagerView:
    def link(number: int) -> Link | None:
        title = f"halaman {number}"
        return {"title": title, "url": f"/publikasi/hal/{number}/"} if number > 0 else None

    return {"earlier": link(earlier), "later": link(later)}


def _year_pages(site: Site, items: list[Public[Publication]]) -> list[Page]:
    none: PagerView = {"earlier": None, "later": None}
    return [
        _list_page(
            site,
            f"/publikasi/{year}/",
            f"Publikasi {year}",
            [item for item in items if item.record.date.year == year],
            none,
        )
        for year in _years(site)
    ]


def _years(site: Site) -> list[int]:
    found = {item.record.date.year for item in site.portal.publications.values()}
    return sorted(found, reverse=True)


def _list_page(
    site: Site, address: str, title: str, items: list[Public[Publication]], pager: PagerView
) -> Page:
    view: PublicationListView = {
        "title": title,
        "intro": INTRO,
        "items": [publication_card(site, item) for item in items],
        "pager": pager,
        "years": [{"title": str(y), "url": f"/publikasi/{y}/"} for y in _years(site)],
    }
    here: Link = {"title": title, "url": address}
    trail = (SECTION,) if address == SECTION["url"] else (SECTION, here)
    return site.page(address, "publikasi", view, title, INTRO, trail=trail)
