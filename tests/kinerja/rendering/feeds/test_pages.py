"""Feeds for people: the list of all, and a page beside each."""

from dataclasses import replace

import pytest

from kinerja.rendering.feeds import Feed, collect_feeds, feed_pages
from kinerja.rendering.feeds.pages import SHOWN
from kinerja.rendering.registers.form import PER_PAGE
from kinerja.rendering.site import Site
from kinerja.rendering.views import Link
from tests.kinerja.registers import sections, views
from tests.kinerja.sites import site_of
from tests.kinerja.stories import many, write_stories


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with an answer and a lesson."""
    return site_of(write_stories(tmp_path_factory.mktemp("isi")))


def feeds(site: Site) -> list[Feed]:
    """Return every feed."""
    return collect_feeds(site, {}, {})


def test_every_feed_stands_in_the_list_under_its_heading(site: Site) -> None:
    """With what it is for, how much it holds and an address a format; units stand last."""
    found = sections(views(feed_pages(site, feeds(site)))["/umpan/"])
    assert ["utama", "layanan", "narasi", "format", "unit"] == [
        key for key in found if key != "kiriman-untuk-media-sosial"
    ]
    assert "unit" == [*found][-1]
    first, *_ = found["utama"]
    purpose = "Portal Kinerja | Semua publikasi, jawaban isu, dan edukasi Kementerian Contoh"
    assert (purpose, "3", "1 Maret 2026", "RSS", "Atom", "JSON Feed") == first
    (unit,) = found["unit"]
    assert ("RSS", "", "JSON Feed") == unit[3:]


def test_a_feed_has_a_page_with_its_addresses(site: Site) -> None:
    """Absolute, one a format; the newest items; its own page only where it follows no list."""
    pages = views(feed_pages(site, feeds(site)))
    view = pages["/umpan/layanan/nikah/"]
    base = "https://kinerja.example/umpan/layanan/nikah/"
    assert [base + name for name in ("rss.xml", "atom.xml", "feed.json")] == [
        link["url"] for link in view["links"]
    ]
    assert ("Umpan: Pencatatan nikah", "/layanan/nikah/", "3 butir") == (
        view["title"],
        view["page"],
        view["count"],
    )
    assert "" == pages["/umpan/format/artikel/"]["page"]
    assert "belum ada butir" == pages["/umpan/format/video/"]["count"]


def test_a_page_shows_ten_items_and_leads_to_the_archive(site: Site) -> None:
    """The archive has no page of its own."""
    shown = many(site, 40)
    codes = tuple(item.record.code for item in reversed(shown.relations.newest))
    shown = replace(shown, portal=replace(shown.portal, told=codes))
    pages = views(feed_pages(shown, feeds(shown)))
    view = pages["/umpan/situs/"]
    assert SHOWN == len(view["items"])
    assert "/umpan/situs/arsip/1/rss.xml" == view["archive"]
    assert "/umpan/situs/arsip/1/" not in pages


def test_thousands_of_feeds_are_divided(site: Site) -> None:
    """No page of the list grows without end; together they name every feed once."""
    unit = next(feed for feed in feeds(site) if feed.id == "unit/bimas")
    some = [replace(unit, id=f"unit/u{n}", address=f"{unit.address}{n}/") for n in range(200)]
    pages = views(feed_pages(site, [*feeds(site), *some]))
    lists = [view for address, view in pages.items() if "sections" in view]
    sizes = [sum(len(section["rows"]) for section in view["sections"]) for view in lists]
    assert (True, len(feeds(site)) + 200) == (max(sizes) <= PER_PAGE, sum(sizes))


def test_lists_name_the_feed_that_follows_them(site: Site) -> None:
    """In the head of each list and of what stands on it; that of the site on every page."""

    def heads(*addresses: str) -> list[str]:
        trail = tuple(Link(title="", url=address) for address in addresses)
        found = site.head(addresses[-1], "", "", trail)["feeds"]
        return [link["url"].removeprefix("https://kinerja.example/umpan/") for link in found]

    own = [f"situs/{name}" for name in ("rss.xml", "atom.xml", "feed.json")]
    assert own == heads("/publikasi/")
    assert ["isu/rss.xml", "isu/atom.xml", "isu/feed.json", *own] == heads("/isu/", "/isu/a/")
    assert ["unit/bimas/rss.xml", "unit/bimas/feed.json", *own] == heads("/unit/", "/unit/bimas/")
    assert ["narasi/murah/rss.xml", "narasi/murah/feed.json", *own] == heads("/narasi/murah/")
    assert "layanan/nikah/atom.xml" in heads("/layanan/nikah/")
    for unknown in ("/unit/lain/", "/layanan/lain/", "/layanan/", "/unit/bimas/hal/2/"):
        assert own == heads(unknown)
