"""Old addresses lead on, and security.txt says where faults are reported."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.model.tables import Redirect
from kinerja.rendering.plain import address_file, moved_pages, plain_pages, security_files
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.registers import text_of, views
from tests.kinerja.sites import SETTINGS, site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def moved(site: Site, *rows: str, taken: str = "") -> dict[str, str]:
    """Return where each page of `dari ke` rows leads, beside a page that is there already."""
    pairs = (row.split() for row in rows)
    redirects = tuple(Redirect(old=old, new=new) for old, new in pairs)
    tables = replace(site.portal.tables, redirects=redirects)
    portal = replace(site.portal, tables=tables)
    pages = moved_pages(replace(site, portal=portal), [taken])
    return {address: view["url"] for address, view in views(pages).items()}


def test_an_old_address_leads_to_the_new_one(site: Site) -> None:
    """Without detours: of two moves the last one counts."""
    assert {"/a/": "/c/", "/b/": "/c/"} == moved(site, "/a/ /b/", "/b/ /c/")


def test_a_page_at_the_old_address_wins(site: Site) -> None:
    """It stays, and what leads to it ends there."""
    rows = ("/a/ /b/", "/b/ /c/")
    assert {"/a/": "/b/"} == moved(site, *rows, taken="b/index.html")


def test_addresses_that_lead_round_have_no_page(site: Site) -> None:
    """A browser would never arrive."""
    assert {"/d/": "/e/"} == moved(site, "/a/ /b/", "/b/ /a/", "/c/ /c/", "/d/ /e/")


def test_security_txt(site: Site) -> None:
    """As RFC 9116 asks: a contact, an end within a year, languages, its own address."""
    settings = replace(SETTINGS, security_contact="mailto:aman@portal.example")
    files = security_files(replace(site, settings=settings))
    assert [
        "Contact: mailto:aman@portal.example",
        "Expires: 2027-01-25T00:00:00Z",
        "Preferred-Languages: id, en",
        "Canonical: https://kinerja.example/.well-known/security.txt",
    ] == text_of(files, ".well-known/security.txt").splitlines()


def test_without_a_contact_there_is_no_security_txt(site: Site) -> None:
    """An address that nobody reads would be worse than none."""
    assert [] == security_files(site)


def test_words_for_a_register_are_no_page_of_their_own(tmp_path: Path) -> None:
    """`cari` and `istilah` stand before their registers; their short addresses lead there."""
    contents.write_content(tmp_path)
    contents.write_record(tmp_path, "halaman", "cari", judul="Cari")
    contents.approve(tmp_path, "cari")
    site = site_of(tmp_path)
    short = site.permanent(site.portal.pages["cari"])
    found = views(plain_pages(site))
    assert (False, "/cari/") == ("/cari/" in found, found[short]["url"])


def test_moved_and_withdrawn_addresses_are_listed_for_the_web_server() -> None:
    """A line each, sorted; what is withdrawn leads nowhere, also where a row says it moved."""
    file = address_file({"/b/": "/c/", "/a/": "/c/"}, ["/a/", "/d/"])
    expected = b'"/a/" "410";\n"/b/" "/c/";\n"/d/" "410";\n'
    assert ("alamat.map", expected) == (file.path, file.read())
