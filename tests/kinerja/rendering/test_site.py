"""What every page shares: addresses, links to what is public only, menu, head and costs."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.pages import page_path
from kinerja.rendering.relations import relate
from kinerja.rendering.site import Site, fingerprint, open_site
from kinerja.rendering.views import Link
from tests.kinerja import contents
from tests.kinerja.contents import approve, write, write_record
from tests.kinerja.sites import SETTINGS, site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def test_addresses_of_records(site: Site) -> None:
    """By the settings; some plain pages stand at the root; the short address has the code."""
    found = {key: site.address(item) for key, item in site.relations.records.items()}
    expected = {
        "nikah": "/layanan/nikah/",
        "nikah-2025": "/publikasi/2026/nikah-2025/",
        "kepuasan": "/capaian/kepuasan/",
        "kontak": "/kontak/",
    }
    assert expected == found
    short = f"/k/{contents.CODES['halaman']}/"
    assert short == site.permanent(site.portal.pages["kontak"])
    other = replace(site.portal.pages["kontak"], id="privasi")
    assert "/tentang/privasi/" == site.address(other)


def test_other_settings_give_other_addresses(site: Site) -> None:
    """`PUBLIKASI_URL` with the year of the record and its id."""
    settings = replace(SETTINGS, addresses={**SETTINGS.addresses, "publikasi": "p/{tahun}-{id}/"})
    found = open_site(settings, site.portal, "")
    item = found.portal.publications["nikah-2025"]
    assert "/p/2026-nikah-2025/" == found.address(item)
    assert "https://kinerja.example/a/" == found.absolute("/a/")


def test_links_lead_to_what_is_public_only(site: Site) -> None:
    """An unknown unit is its id without address; a service that is not public is left out."""
    assert {"title": "Bimbingan Contoh", "url": "/unit/bimas/"} == site.unit_link("bimas")
    assert {"title": "lain", "url": ""} == site.unit_link("lain")
    expected = [{"title": "Pencatatan nikah", "url": "/layanan/nikah/"}]
    assert expected == site.service_links(("haji", "nikah"))


def test_every_page_says_what_it_is(site: Site) -> None:
    """Canonical address, trail from home, section of the menu, the feed of the site."""
    trail: tuple[Link, ...] = (
        {"title": "Unit", "url": "/unit/"},
        {"title": "A", "url": "/unit/a/"},
    )
    page = site.page("/unit/a/", "unit-rinci", {"a": 1}, "A", "Tentang A.", trail=trail)
    head: Any = page.view["head"]
    assert ("unit/a/index.html", "unit-rinci", {"a": 1}) == (
        page.path,
        page.template,
        page.view["page"],
    )
    assert ("https://kinerja.example/unit/a/", "/unit/", "website", "") == (
        head["canonical"],
        head["section"],
        head["type"],
        head["robots"],
    )
    assert ["Beranda", "Unit", "A"] == [link["title"] for link in head["trail"]]
    assert [
        ("Portal Kinerja (RSS)", "https://kinerja.example/umpan/situs/rss.xml"),
        ("Portal Kinerja (Atom)", "https://kinerja.example/umpan/situs/atom.xml"),
        ("Portal Kinerja (JSON Feed)", "https://kinerja.example/umpan/situs/feed.json"),
    ] == [(feed["title"], feed["url"]) for feed in head["feeds"]]
    home: Any = site.page("/", "beranda", {}, "A", "B").view["head"]
    assert ([], "") == (home["trail"], home["section"])


def test_menu_and_footer(site: Site) -> None:
    """The seven sections stand above, everything else and the plain pages below."""
    view = site.site_view()
    sections = ["Layanan", "Capaian", "Publikasi", "Narasi", "Isu", "Unit", "Transparansi"]
    assert sections == [link["title"] for link in view["menu"]]
    below = ["Edukasi", "Koreksi", "Data", "Istilah", "Cari", "Umpan (RSS)", "Kontak"]
    assert below == [link["title"] for link in view["footer"]]
    assert ("Situs contoh", "/portal.css", "id") == (
        view["notice"],
        view["stylesheet"],
        view["language"],
    )


def test_costs_are_told_of_public_records_only(tmp_path: Path) -> None:
    """A row of the ledger that names a withheld record gives nothing of it away."""
    root = contents.write_content(tmp_path)
    write_record(root, "publikasi", "rahasia", judul="Judul Rahasia")
    ledger = contents.TABLES["data/biaya/2026.csv"]
    row = ledger.splitlines()[1].replace("000001", "000002").replace("nikah-2025", "rahasia")
    write(root, "data/biaya/2026.csv", f"{ledger}{row}\n")
    site = site_of(root)
    assert {"nikah", "nikah-2025", "kepuasan", "kontak"} == site.cost_records.keys()
    assert ("nikah", "Pencatatan nikah") == (
        site.cost_records["nikah-2025"].section,
        site.cost_records["nikah-2025"].section_title,
    )
    assert 500_000 == site.totals.whole.net
    assert "dibayar Rp250.000" in site.cost(site.portal.publications["nikah-2025"]).text


def test_relations_are_sorted_for_readers(tmp_path: Path) -> None:
    """Publications newest first, services by their order, the rest by name."""
    root = contents.write_content(tmp_path)
    for name, order in (("zakat", "1"), ("haji", "2")):
        write_record(root, "layanan", name, nama=name.title(), urutan=order)
        approve(root, name)
    write_record(root, "publikasi", "kabar", layanan="[zakat, nikah]", tanggal="2026-02-02")
    site_of(root)
    approve(root, "kabar")
    found = relate(site_of(root, contents.AS_OF.replace(day=5)).portal)
    assert ["kabar", "nikah-2025"] == [item.id for item in found.newest]
    assert ["zakat", "haji", "nikah"] == [item.id for item in found.services]
    assert {"zakat": ["kabar"], "nikah": ["kabar", "nikah-2025"]} == {
        key: [item.id for item in items] for key, items in found.publications_of_service.items()
    }
    assert ["kabar", "nikah-2025"] == [p.id for p in found.publications_of_indicator["kepuasan"]]
    assert ["bimas"] == [unit.id for unit in found.children_of_unit[""]]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "index.html"),
        ("/a/b/", "a/b/index.html"),
        ("/404.html", "404.html"),
        ("/umpan/situs/rss.xml", "umpan/situs/rss.xml"),
    ],
)
def test_files_of_addresses(address: str, expected: str) -> None:
    """An address that ends with a slash is a folder with its page."""
    assert expected == page_path(address)


def test_a_fingerprint_changes_with_the_bytes() -> None:
    """Ten characters, so that a file may be kept for ever."""
    assert "ba7816bf8f" == fingerprint(b"abc")
    assert 10 == len(fingerprint(b""))


def test_the_day_of_the_portal(site: Site) -> None:
    """Ages and archives are reckoned from the day of as-of."""
    assert date(2026, 3, 1) == site.portal.day
