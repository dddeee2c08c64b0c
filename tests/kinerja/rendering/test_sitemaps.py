"""Addresses for search engines: complete, dated by releases, in files of a bounded size."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kinerja.rendering.pages import File
from kinerja.rendering.site import Site
from kinerja.rendering.sitemaps import index_files
from tests.kinerja import contents
from tests.kinerja.sites import site_of

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def told(files: list[File], name: str, key: str = "loc") -> list[str]:
    """Return what one of the files says, by the name of the element."""
    (data,) = (file.read() for file in files if file.path == name)
    return [str(e.text) for e in ElementTree.fromstring(data).findall(f"*/s:{key}", NAMES)]


def test_pages_stand_in_it_once(site: Site) -> None:
    """Pages with an address of their own; neither short addresses nor the page 404."""
    paths = ["index.html", "a&b/index.html", "404.html", "k/01/index.html", "umpan/a.xml"]
    files = index_files(site, paths)
    assert ["sitemap.xml", "sitemap-1.xml", "robots.txt"] == [file.path for file in files]
    assert ["https://kinerja.example/sitemap-1.xml"] == told(files, "sitemap.xml")
    expected = ["https://kinerja.example/", "https://kinerja.example/a&b/"]
    assert expected == told(files, "sitemap-1.xml")
    assert b"Sitemap: https://kinerja.example/sitemap.xml\n" in files[-1].read()


def test_a_record_is_dated_by_its_release(site: Site) -> None:
    """Other pages have no date: what they show has several."""
    files = index_files(site, ["index.html", "layanan/nikah/index.html"])
    released = site.portal.services["nikah"].last_released
    assert [released.isoformat()] == told(files, "sitemap-1.xml", "lastmod")


@pytest.mark.parametrize(
    ("most", "size", "lengths"), [(2, 10**6, [2, 2, 1]), (9, 400, [4, 1]), (5, 10**6, [5])]
)
def test_a_file_is_bounded(site: Site, most: int, size: int, lengths: list[int]) -> None:
    """By addresses and by bytes; together they hold every page."""
    paths = [f"{n}/index.html" for n in range(5)]
    files = index_files(site, paths, most, size)
    names = [f"sitemap-{n}.xml" for n in range(1, len(lengths) + 1)]
    assert lengths == [len(told(files, name)) for name in names]
    assert all(len(file.read()) <= size for file in files if file.path in names)
    every = [address for name in names for address in told(files, name)]
    assert [f"https://kinerja.example/{n}/" for n in range(5)] == every


def test_an_empty_site_has_one(tmp_path: Path) -> None:
    """Without addresses."""
    assert [] == told(index_files(site_of(tmp_path), []), "sitemap-1.xml")
