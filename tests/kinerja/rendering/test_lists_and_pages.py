"""Home, services, indicators, units, plain pages and costs: their views, and no dead address."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kinerja.model.tables import UnitType
from kinerja.rendering.costs import cost_files, cost_pages
from kinerja.rendering.home import home_pages
from kinerja.rendering.indicators import COLUMNS, data_files, indicator_pages
from kinerja.rendering.pages import File, Page
from kinerja.rendering.plain import attachment_files, index_files, plain_pages
from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.publications import publication_pages, unit_note
from kinerja.rendering.services import PARTS, service_pages, text_html
from kinerja.rendering.site import Site
from kinerja.rendering.units import TYPES, unit_pages
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, write, write_record
from tests.kinerja.sites import changed_site, site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def views(pages: list[Page]) -> dict[str, Any]:
    """Return the view of every page by its path; no path stands twice."""
    found = {page.path: page.view.get("page", page.view) for page in pages}
    assert len(pages) == len(found)
    return found


def data(files: list[File], path: str) -> str:
    """Return the text of a file."""
    (found,) = (file.content for file in files if file.path == path)
    assert isinstance(found, bytes)
    return found.decode()


def test_home(site: Site) -> None:
    """What was achieved, at what price: counts of outcomes, services, the newest publications."""
    view = views(home_pages(site))["index.html"]
    counts = {count["word"]: count["number"] for count in view["counts"]}
    expected = {
        "tercapai": "0",
        "belum tercapai": "1",
        "belum dilaporkan": "0",
        "tanpa target": "0",
    }
    assert expected == counts
    assert (["nikah"], ["Kepuasan pengantin turun pada 2024"]) == (
        [card["id"] for card in view["services"]],
        [card["title"] for card in view["publications"]],
    )
    assert ("Rp250.000", "biaya publikasi 2026") == (view["paid"], view["paid_detail"])


def test_an_empty_portal_has_a_home(tmp_path: Path) -> None:
    """Before anything is approved."""
    view = views(home_pages(site_of(tmp_path)))["index.html"]
    assert ([], [], "belum ada biaya yang dicatat") == (
        view["services"],
        view["publications"],
        view["paid_detail"],
    )


def test_a_service_shows_first_what_a_citizen_needs(site: Site) -> None:
    """Four parts of the standard always, the others where they are announced."""
    view = views(service_pages(site))["layanan/nikah/index.html"]
    first = [(part["label"], part["html"]) for part in view["first"]]
    assert [
        ("Persyaratan", "<p>Kartu keluarga.</p>"),
        ("Tarif", "<p>Nol rupiah di kantor.</p>"),
        ("Jangka waktu", ""),
        ("Tempat mengadu", ""),
    ] == first
    assert ([], 10) == (view["rest"], len(view["missing"]))
    assert 14 == len(PARTS)
    assert ("bimas@portal.example", "Rp250.000") == (view["contact"], view["cost_text"])
    assert [78] == [int(float(f["value"].replace(",", "."))) for f in view["figures"]]


def test_an_archived_service_stands_apart(tmp_path: Path) -> None:
    """It ended, and the successor of its provider is named."""
    contents.write_content(tmp_path)
    units = contents.TABLES["data/unit.csv"] + (
        "lama,Unit Lama,,eselon-1,,,2026-02-20,baru,\nbaru,Unit Baru,,eksternal,,,,,\n"
    )
    write(tmp_path, "data/unit.csv", units)
    changes = {"nama": "Haji", "penyelenggara": "lama", "berlaku_sampai": "2026-02-20"}
    write_record(tmp_path, "layanan", "haji", **changes)
    contents.approve(tmp_path, "haji")
    site = site_of(tmp_path)
    found = views(service_pages(site))
    note = "Diselenggarakan sampai 20 Februari 2026, lalu oleh Unit Baru"
    assert [note] == [card["archive"] for card in found["layanan/index.html"]["archives"]]
    assert ["nikah"] == [card["id"] for card in found["layanan/index.html"]["services"]]
    units_found = views(unit_pages(site))
    closed = "Unit ini berakhir pada 20 Februari 2026; tugasnya dilanjutkan Unit Baru"
    assert [closed] == [card["note"] for card in units_found["unit/index.html"]["closed"]]
    assert [{"title": "Unit Lama", "url": "/unit/lama/"}] == (
        units_found["unit/baru/index.html"]["predecessors"]
    )
    assert ("", "") == (unit_note(site, "bimas"), unit_note(site, "tidak-ada"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a", "<p>a</p>"),
        ("a\nb", "<p>a</p><p>b</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("a\n- b\n\nc", "<p>a</p><ul><li>b</li></ul><p>c</p>"),
        ("<script>a & b</script>", "<p>&lt;script&gt;a &amp; b&lt;/script&gt;</p>"),
        ("- <b>", "<ul><li>&lt;b&gt;</li></ul>"),
    ],
)
def test_plain_text_as_html(text: str, expected: str) -> None:
    """Paragraphs and lists; signs of markup are shown, never obeyed."""
    assert expected == text_html(text)


def test_indicators(site: Site) -> None:
    """Grouped by service; the page says trend, method, source, and offers the data."""
    found = views(indicator_pages(site))
    groups = found["capaian/index.html"]["groups"]
    assert [("Pencatatan nikah", 1)] == [(g["title"], len(g["items"])) for g in groups]
    view = found["capaian/kepuasan/index.html"]
    expected = "Indeks kepuasan pengantin: 82,10 pada 2023, 78,25 pada 2024; turun 3,85."
    assert expected == view["sentence"]
    assert ("makin tinggi makin baik", "poin", "Badan Contoh") == (
        view["direction"],
        view["measure"],
        view["publisher"],
    )
    assert view["chart"] is not None
    assert ["2025", "2024", "2023"] == [row["id"] for row in view["tables"][0]["rows"]]
    assert ["/data/capaian/kepuasan.csv", "/data/capaian/kepuasan.json"] == [
        link["url"] for link in view["files"]
    ]


def test_an_indicator_without_public_service_stands_last(tmp_path: Path) -> None:
    """Under a heading of its own, without address."""
    site = changed_site(tmp_path, "indikator", layanan=None)
    groups = views(indicator_pages(site))["capaian/index.html"]["groups"]
    assert [("Indikator lain", "")] == [(group["title"], group["url"]) for group in groups]


def test_an_indicator_without_data_has_a_page(tmp_path: Path) -> None:
    """It says that nothing was measured, and offers no files."""
    contents.write_content(tmp_path)
    (tmp_path / DATASET).unlink()
    site = site_of(tmp_path)
    view = views(indicator_pages(site))["capaian/kepuasan/index.html"]
    assert (None, None, [], []) == (view["figure"], view["chart"], view["tables"], view["files"])
    assert "Indeks kepuasan pengantin: belum ada nilai yang diukur." == view["sentence"]
    assert [] == data_files(site)


def test_open_data(site: Site) -> None:
    """CSV and JSON say the same, for machines: points, ISO days, exact values."""
    files = data_files(site)
    rows = list(csv.DictReader(io.StringIO(data(files, "data/capaian/kepuasan.csv"))))
    document = json.loads(data(files, "data/capaian/kepuasan.json"))
    assert rows == document["baris"]
    assert list(COLUMNS) == list(rows[0])
    assert [("2023", "82.10", "80", "tercapai"), ("2024", "78.25", "85", "belum tercapai")] == [
        (row["periode"], row["nilai"], row["target"], row["hasil"]) for row in rows[:2]
    ]
    assert ("2025-01-01", "2025-12-31", "", "belum-dilaporkan") == (
        rows[2]["awal"],
        rows[2]["akhir"],
        rows[2]["nilai"],
        rows[2]["status"],
    )


def test_open_data_run_no_formula(tmp_path: Path) -> None:
    """A remark that a spreadsheet would compute is kept as text; a negative figure stays one."""
    contents.write_content(tmp_path)
    write(tmp_path, "data/satuan.csv", "id,nama,bentuk,min,maks\nindeks,poin,indeks,,\n")
    row = "2022,,-1.5,,,tetap,laporan,,,,,,=HYPERLINK(0)\n"
    write(tmp_path, DATASET, contents.TABLES[DATASET] + row)
    text = data(data_files(site_of(tmp_path)), "data/capaian/kepuasan.csv")
    first = next(csv.DictReader(io.StringIO(text)))
    assert ("-1.5", "'=HYPERLINK(0)") == (first["nilai"], first["catatan"])


def test_units(site: Site) -> None:
    """What a unit published, what it performs, what it spent."""
    view = views(unit_pages(site))["unit/bimas/index.html"]
    assert ("Unit eselon I", "Rp250.000 dibelanjakan unit ini untuk publikasi") == (
        view["type"],
        view["cost_text"],
    )
    assert (1, 1, ["Pencatatan nikah"]) == (
        len(view["publications"]),
        len(view["figures"]),
        [link["title"] for link in view["services"]],
    )
    assert set(UnitType) == TYPES.keys()


def test_plain_pages_and_short_addresses(site: Site) -> None:
    """A page, the page for what is not found, and a redirect for every record."""
    found = {page.path: page for page in plain_pages(site)}
    short = {f"k/{code}/index.html" for code in contents.CODES.values()}
    assert {"kontak/index.html", "404.html", *short} == found.keys()
    view: Any = found[f"k/{contents.CODES['layanan']}/index.html"].view["page"]
    assert ("/layanan/nikah/", "https://kinerja.example/layanan/nikah/") == (
        view["url"],
        view["canonical"],
    )
    head: Any = found["404.html"].view["head"]
    assert "noindex" == head["robots"]
    page: Any = found["kontak/index.html"].view["page"]
    assert "<p>Tulis ke redaksi.</p>" == page["body_html"]


def test_the_sitemap_lists_pages_once(site: Site) -> None:
    """Pages with an address of their own; neither short addresses nor the page 404."""
    paths = ["index.html", "a&b/index.html", "404.html", "k/01/index.html", "umpan/a.xml"]
    files = index_files(site, paths)
    tree = ElementTree.fromstring(data(files, "sitemap.xml"))
    assert ["https://kinerja.example/", "https://kinerja.example/a&b/"] == [
        element.text for element in tree.iter() if element.tag.endswith("loc")
    ]
    assert "Sitemap: https://kinerja.example/sitemap.xml" in data(files, "robots.txt")


def test_attachments_stand_beside_their_page(site: Site) -> None:
    """Copied from where the public edition lies."""
    item = site.portal.publications["nikah-2025"]
    expected = File("publikasi/2026/nikah-2025/grafik.png", item.root / contents.PICTURE)
    assert [expected] == attachment_files(site)
    assert expected.content == item.root / contents.PICTURE


def test_costs_wear_the_dress_of_the_portal(site: Site) -> None:
    """Every page has site, head and trail; open data stand beside."""
    pages = cost_pages(site)
    assert pages
    for page in pages:
        head: Any = page.view["head"]
        assert "Beranda" == head["trail"][0]["title"]
        assert {"site", "head", "page"} <= page.view.keys()
    assert all(isinstance(file.content, bytes) for file in cost_files(site))


def test_no_page_is_written_twice(site: Site) -> None:
    """All builders together give each path once."""
    pages = [
        *home_pages(site),
        *service_pages(site),
        *publication_lists(site),
        *publication_pages(site, {}),
        *indicator_pages(site),
        *unit_pages(site),
        *plain_pages(site),
        *cost_pages(site),
    ]
    paths = [page.path for page in pages]
    assert sorted(set(paths)) == sorted(paths)
