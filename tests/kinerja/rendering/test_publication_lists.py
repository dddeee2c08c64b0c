"""Lists of publications: the newest, years, months, and those on pages of something else."""

from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.services import service_pages
from kinerja.rendering.site import Site
from kinerja.rendering.units import unit_pages
from tests.kinerja import contents
from tests.kinerja.sites import site_of
from tests.kinerja.stories import many, view_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def titles(view: Any) -> list[str]:
    """Return the titles of a list as they stand, over all its groups."""
    return [card["title"] for group in view["groups"] for card in group["items"]]


def test_the_newest_stand_on_the_landing_page(site: Site) -> None:
    """Newest first, with links to the years; the first full page stays."""
    pages = publication_lists(many(site, 45))
    landing = view_of(pages, "publikasi/index.html")
    assert [f"Judul {n:03}" for n in range(45, 20, -1)] == titles(landing)
    assert {"/publikasi/hal/1/", "/publikasi/hal/2/"} == {
        landing["pager"][name]["url"] for name in ("earlier", "fixed")
    }
    second = view_of(pages, "publikasi/hal/2/index.html")
    assert ("Publikasi, halaman 2", "Judul 040") == (second["title"], titles(second)[0])
    assert landing["links"] == second["links"]


def test_a_year_has_months_and_its_newest(site: Site) -> None:
    """Each month with its count, the newest month first; the months hold every publication."""
    wide = many(site, 500)
    pages = publication_lists(wide)
    years = [link["title"] for link in view_of(pages, "publikasi/index.html")["links"]]
    assert ["2019", "2018", "2017"] == years
    year = view_of(pages, "publikasi/2018/index.html")
    assert ("Publikasi 2018", 20) == (year["title"], len(titles(year)))
    assert ("Desember 2018 (31)", "/publikasi/2018/bulan/12/") == (
        year["links"][0]["title"],
        year["links"][0]["url"],
    )
    month = view_of(pages, "publikasi/2018/bulan/12/index.html")
    assert ("Publikasi Desember 2018", True, 31) == (
        month["title"],
        month["brief"],
        len(titles(month)),
    )
    found = [
        title for page in pages if "/bulan/" in page.path for title in titles(page.view["page"])
    ]
    assert sorted(i.record.title for i in wide.relations.newest) == sorted(found)


def test_a_full_month_is_paged(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to 99 lines on one page; then fixed pages."""
    monkeypatch.setattr("kinerja.rendering.publication_lists.PER_MONTH_PAGE", 10)
    pages = publication_lists(many(site, 500))
    month = view_of(pages, "publikasi/2018/bulan/12/index.html")
    assert 11 == len(titles(month))
    assert 10 == len(titles(view_of(pages, "publikasi/2018/bulan/12/hal/2/index.html")))
    assert "/publikasi/2018/bulan/12/hal/2/" == month["pager"]["earlier"]["url"]


def test_the_trail_leads_from_the_list_to_its_page(site: Site) -> None:
    """A page of a month stands below the month, the year and the list."""
    (month,) = [p for p in publication_lists(many(site, 5)) if "/bulan/" in p.path]
    head: Any = month.view["head"]
    year = head["trail"][2]["title"]
    assert ["Beranda", "Publikasi", year, head["trail"][3]["title"]] == [
        link["title"] for link in head["trail"]
    ]
    assert "/publikasi/" == head["section"]


@pytest.mark.parametrize(
    ("make", "base", "name"),
    [
        (service_pages, "layanan/nikah", "Pencatatan nikah"),
        (unit_pages, "unit/bimas", "Bimbingan Contoh"),
    ],
)
def test_other_pages_have_fixed_pages_too(site: Site, make: Any, base: str, name: str) -> None:
    """The page of a service or unit is the landing page of its publications."""
    pages = make(many(site, 45))
    own = view_of(pages, f"{base}/index.html")
    assert 25 == len(own["publications"])
    assert f"/{base}/hal/2/" == own["pager"]["fixed"]["url"]
    first = view_of(pages, f"{base}/hal/1/index.html")
    assert (f"Publikasi: {name}, halaman 1", "Judul 020") == (first["title"], titles(first)[0])
    (page,) = [p for p in pages if p.path == f"{base}/hal/1/index.html"]
    head: Any = page.view["head"]
    assert f"/{base}/" == head["trail"][2]["url"]


def test_an_empty_portal_has_a_list(tmp_path: Path) -> None:
    """Before anything is approved, the list is there and empty."""
    (page,) = publication_lists(site_of(tmp_path))
    assert ("publikasi/index.html", []) == (page.path, titles(page.view["page"]))
