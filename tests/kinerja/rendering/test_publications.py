"""Publications: pages of twenty that never change again, years, and the page of each."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.model.records import Publication
from kinerja.rendering.card_view import Card
from kinerja.rendering.pages import Page
from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF
from tests.kinerja.sites import SETTINGS, changed_site, site_of

CARD = Card("https://kinerja.example/kartu/a.jpg", 1234, 1200, 630, "Teks kartu.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def many(site: Site, count: int) -> Site:
    """Return a site with so many publications, p001 being the oldest, one released a day."""
    first = site.portal.publications["nikah-2025"]
    found = {}
    for n in range(1, count + 1):
        code = f"01K{n:023}"
        when = AS_OF - timedelta(days=1000 - n)
        record = Publication.model_validate(
            {**dict(first.record), "code": code, "title": f"Judul {n:03}", "date": when.date()}
        )
        found[f"p{n:03}"] = replace(
            first, id=f"p{n:03}", record=record, first_released=when, last_released=when
        )
    return open_site(SETTINGS, replace(site.portal, publications=found), "/portal.css")


def pages(site: Site) -> dict[str, Any]:
    """Return the view of every page by its path."""
    every = [*publication_lists(site), *publication_pages(site, {})]
    return {page.path: page.view["page"] for page in every}


def numbers(view: Any) -> list[int]:
    """Return the numbers of the publications in a list, as they stand."""
    return [int(card["title"].removeprefix("Judul ")) for card in view["items"]]


def down(first: int, last: int) -> list[int]:
    """Return numbers from the newest to the oldest."""
    return list(range(first, last - 1, -1))


@pytest.mark.parametrize(
    ("count", "landing", "full"),
    [
        (0, [], []),
        (1, [1], []),
        (19, down(19, 1), []),
        (20, down(20, 1), [down(20, 1)]),
        (21, down(21, 1), [down(20, 1)]),
        (39, down(39, 1), [down(20, 1)]),
        (40, down(40, 21), [down(20, 1), down(40, 21)]),
        (59, down(59, 21), [down(20, 1), down(40, 21)]),
        (60, down(60, 41), [down(20, 1), down(40, 21), down(60, 41)]),
    ],
)
def test_pages_of_twenty(site: Site, count: int, landing: list[int], full: list[list[int]]) -> None:
    """Page n holds items 20(n-1)+1 to 20n in order of release; the landing page the newest."""
    found = pages(many(site, count))
    assert landing == numbers(found["publikasi/index.html"])
    paths = [f"publikasi/hal/{n}/index.html" for n in range(1, len(full) + 1)]
    assert full == [numbers(found[path]) for path in paths]
    assert f"publikasi/hal/{len(full) + 1}/index.html" not in found


def test_a_full_page_never_changes(site: Site) -> None:
    """A further publication changes no list but the landing page, and later the neighbour."""
    before, after = pages(many(site, 45)), pages(many(site, 46))
    for path in ("publikasi/hal/1/index.html", "publikasi/hal/2/index.html"):
        assert before[path]["items"] == after[path]["items"]
        assert before[path]["pager"] == after[path]["pager"]
    assert before["publikasi/index.html"]["items"] != after["publikasi/index.html"]["items"]


def test_every_item_is_reached_by_walking_back(site: Site) -> None:
    """From the landing page along the earlier pages, each publication once."""
    found = pages(many(site, 95))
    view, seen = found["publikasi/index.html"], []
    while True:
        seen += numbers(view)
        earlier = view["pager"]["earlier"]
        if earlier is None:
            break
        view = found[earlier["url"].removeprefix("/") + "index.html"]
    assert down(95, 1) == seen
    middle = found["publikasi/hal/2/index.html"]["pager"]
    assert ("/publikasi/hal/1/", "/publikasi/hal/3/") == (
        middle["earlier"]["url"],
        middle["later"]["url"],
    )


def test_years(site: Site) -> None:
    """A list per year of the record's date, all of them linked from each list."""
    found = pages(many(site, 900))
    years = [link["title"] for link in found["publikasi/index.html"]["years"]]
    assert years == sorted(years, reverse=True)
    assert set(years) == {path.split("/")[1] for path in found if path.startswith("publikasi/20")}
    counts = [len(found[f"publikasi/{year}/index.html"]["items"]) for year in years]
    assert 900 == sum(counts)


def one(site: Site, cards: dict[str, Card] | None = None) -> Page:
    """Return the page of the publication."""
    (found,) = (
        page for page in publication_pages(site, cards or {}) if page.template == "publikasi-rinci"
    )
    return found


def test_the_page_of_a_publication(site: Site) -> None:
    """What was gained, for whom, at what price, from which source, approved by which digest."""
    page = one(site)
    view: Any = page.view["page"]
    assert "publikasi/2026/nikah-2025/index.html" == page.path
    assert ("Rp250.000 (dibayar Rp250.000)", ["2026-000001"]) == (
        view["cost"]["text"],
        [row["title"] for row in view["cost"]["rows"]],
    )
    assert [(1, "Laporan kinerja", "https://contoh.example/lkj")] == [
        (s["number"], s["title"], s["url"]) for s in view["sources"]
    ]
    assert ("78,25", "poin", "2024", "belum tercapai") == (
        view["figures"][0]["value"],
        view["figures"][0]["unit"],
        view["figures"][0]["period"],
        view["figures"][0]["status"]["word"],
    )
    item = site.portal.publications["nikah-2025"]
    assert (item.digest, "disetujui tanpa tanda tangan digital") == (
        view["approval"]["digest"],
        view["approval"]["text"],
    )
    short = f"https://kinerja.example/k/{contents.CODES['publikasi']}/"
    assert (short, "bimas@portal.example", "") == (
        view["short_url"],
        view["contact"],
        view["updated"],
    )
    assert ("1 Maret 2026", []) == (view["published"], view["related"])
    assert view["cite"].endswith(f"Portal Kinerja, 1 Maret 2026, {short}")


def test_the_head_carries_the_card(site: Site) -> None:
    """With a card its address and text; without one neither."""
    head: Any = one(site, {"nikah-2025": CARD}).view["head"]
    assert (CARD.url, CARD.alt, "article") == (head["image"], head["image_alt"], head["type"])
    assert [CARD.url] == json.loads(head["json_ld"])["image"]
    bare: Any = one(site).view["head"]
    assert ("", "") == (bare["image"], bare["image_alt"])
    assert "image" not in json.loads(bare["json_ld"])


def test_structured_data_cannot_end_their_element(site: Site) -> None:
    """No `<` stands in JSON-LD, whatever the ministry is called."""
    name = "Kementerian </script><script>a()"
    found: Any = one(open_site(replace(SETTINGS, ministry=name), site.portal, "")).view["head"]
    assert "<" not in found["json_ld"]
    data = json.loads(found["json_ld"])
    assert (name, "id") == (data["publisher"]["name"], data["inLanguage"])


def test_an_infographic_says_its_data_as_text(tmp_path: Path) -> None:
    """Escaped, as paragraphs and lists."""
    text = '"2023: 82,10\\n- a & b\\n- c"'
    site = changed_site(tmp_path, "publikasi", format="infografik", data_teks=text)
    view: Any = one(site).view["page"]
    expected = "<p>2023: 82,10</p><ul><li>a &amp; b</li><li>c</li></ul>"
    assert ("Infografik", expected) == (view["format"], view["data_text_html"])
    assert ("/publikasi/2026/nikah-2025/grafik.png", 8, 6) == (
        view["picture"]["src"],
        view["picture"]["width"],
        view["picture"]["height"],
    )


def test_related_publications_are_older(site: Site) -> None:
    """Three of the same service released before; a new one changes no page of an older one."""
    found = pages(many(site, 6))
    related = numbers({"items": found_view(found, 5)["related"]})
    assert [4, 3, 2] == related
    assert [] == found_view(found, 1)["related"]


def found_view(views: dict[str, Any], number: int) -> Any:
    """Return the view of publication n."""
    return next(view for view in views.values() if view.get("title") == f"Judul {number:03}")


def test_corrections_and_inline_sources(tmp_path: Path) -> None:
    """What was wrong, what is right; a source written in the record itself counts in its order."""
    site = changed_site(
        tmp_path,
        "publikasi",
        koreksi="[{jenis: penting, sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: publik}]",
        sumber="[{judul: S, penerbit: P, url: 'https://s.example', tanggal: 2025-01-02}, laporan]",
    )
    view: Any = one(site).view["page"]
    expected = [{"severity": "penting", "before": "a", "after": "b", "reason": "c"}]
    assert expected == view["corrections"]
    sources = [(s["number"], s["title"], s["date"]) for s in view["sources"]]
    assert [(1, "S", "2 Januari 2025"), (2, "Laporan kinerja", "31 Januari 2025")] == sources
