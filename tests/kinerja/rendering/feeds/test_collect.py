"""Which feeds there are, and what stands in an item."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kinerja.rendering.card_view import Card
from kinerja.rendering.feeds import Feed, collect_feeds
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, approve, change, write_record
from tests.kinerja.sites import SETTINGS, changed_site, site_of

CARD = Card("https://kinerja.example/kartu/a.jpg", 1234, 1200, 630, 'Teks "kartu" & <lain>')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def feeds(site: Site, cards: dict[str, Card] | None = None) -> dict[str, Feed]:
    """Return all feeds by id."""
    return {feed.id: feed for feed in collect_feeds(site, cards or {})}


def test_one_feed_for_the_site_and_one_a_service(site: Site) -> None:
    """With absolute addresses of page and folder."""
    found = feeds(site)
    assert ["situs", "layanan/nikah"] == [*found]
    assert (
        "https://kinerja.example/publikasi/",
        "https://kinerja.example/umpan/situs/",
        "Portal Kinerja",
        "id",
    ) == (
        found["situs"].page,
        found["situs"].address,
        found["situs"].title,
        found["situs"].language,
    )
    assert "Pencatatan nikah – Portal Kinerja" == found["layanan/nikah"].title
    assert found["situs"].items == found["layanan/nikah"].items


def test_an_item(site: Site) -> None:
    """The guid hangs on the code and on FEED_ID_BASE, whatever the site is called today."""
    (item,) = feeds(site)["situs"].items
    assert f"https://tetap.example/k/{contents.CODES['publikasi']}/" == item.guid
    assert "https://kinerja.example/publikasi/2026/nikah-2025/" == item.link
    assert ("Bimbingan Contoh", ("Pencatatan nikah",), None) == (
        item.creator,
        item.categories,
        item.card,
    )
    assert item.published == item.updated == site.portal.publications["nikah-2025"].first_released
    assert item.content_html.endswith(
        f"<p>Bimbingan Contoh, disetujui 2 Februari 2026, sidik {item.digest[:12]}. "
        f'<a href="{item.link}">Baca di situs</a></p>'
    )


def test_a_card_stands_first(site: Site) -> None:
    """With its size and its text, escaped."""
    (item,) = feeds(site, {"nikah-2025": CARD})["situs"].items
    assert CARD == item.card
    assert item.content_html.startswith("<figure><img ")
    picture = BeautifulSoup(item.content_html, "html.parser").img
    assert picture is not None
    expected = {"src": CARD.url, "alt": CARD.alt, "width": "1200", "height": "630"}
    assert expected == picture.attrs


@pytest.mark.parametrize(("severity", "moves"), [("kecil", False), ("penting", True)])
def test_only_an_important_correction_moves_an_item(
    tmp_path: Path, severity: str, moves: bool
) -> None:
    """Readers by date do not see a small correction as news."""
    root = contents.write_content(tmp_path)
    site_of(root)
    fault = "sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: tim"
    corrected = f"status: siap\nkoreksi: [{{jenis: {severity}, {fault}}}]"
    change(root, contents.PATHS["publikasi"], "status: siap", corrected)
    approve(root, "nikah-2025", AS_OF)
    later = AS_OF + timedelta(days=1)
    site = site_of(root, later)
    (item,) = feeds(site)["situs"].items
    first = site.portal.publications["nikah-2025"].first_released
    assert (first, later if moves else first) == (item.published, item.updated)


def test_a_service_without_publications_keeps_its_feed(tmp_path: Path) -> None:
    """Empty, and dated by the release of the service: the address never breaks."""
    root = contents.write_content(tmp_path)
    write_record(root, "layanan", "zakat", nama="Zakat")
    approve(root, "zakat")
    site = site_of(root)
    found = feeds(site)["layanan/zakat"]
    assert ((), site.portal.services["zakat"].first_released) == (found.items, found.changed)


def test_an_empty_portal_has_an_empty_feed(tmp_path: Path) -> None:
    """Dated by the day of the portal, never by the clock."""
    found = feeds(site_of(tmp_path))
    assert ["situs"] == [*found]
    assert "2026-03-01T00:00:00+07:00" == found["situs"].changed.isoformat()


def test_thirty_items_newest_first(site: Site) -> None:
    """Times descend strictly; older items leave the current document."""
    first = site.portal.publications["nikah-2025"]
    many = {
        f"p{n:02}": replace(first, id=f"p{n:02}", first_released=AS_OF - timedelta(seconds=n))
        for n in range(40)
    }
    portal = replace(site.portal, publications=many)
    for feed in feeds(open_site(SETTINGS, portal, "")).values():
        times = [item.published for item in feed.items]
        assert [AS_OF - timedelta(seconds=n) for n in range(30)] == times


def test_a_table_of_figures_stays_in_the_item(tmp_path: Path) -> None:
    """What a page draws, a feed says in a table."""
    site = changed_site(tmp_path, "publikasi", "a\n\n{{grafik kepuasan 2023..2024}}\n")
    (item,) = feeds(site)["situs"].items
    assert "<tr><td>2024</td><td>78,25</td></tr>" in item.content_html
