"""Home, services, plain pages and costs: their views, and no dead address."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.costs import cost_files, cost_pages
from kinerja.rendering.home import home_pages
from kinerja.rendering.indicators import indicator_pages
from kinerja.rendering.pages import File, Page
from kinerja.rendering.plain import attachment_files, plain_pages
from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.registers import all_registers
from kinerja.rendering.services import PARTS, service_pages, text_html
from kinerja.rendering.site import Site
from kinerja.rendering.stories import unit_note
from kinerja.rendering.units import unit_pages
from tests.kinerja import contents
from tests.kinerja.contents import write, write_record
from tests.kinerja.sites import site_of


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
        "belum dilaporkan": "1",
        "tanpa target": "0",
    }
    assert expected == counts
    assert view["lead"].startswith(f"Apa yang dicapai layanan {site.settings.ministry} untuk")
    assert (["Pencatatan nikah"], ["Kepuasan pengantin turun pada 2024"]) == (
        [card["name"] for card in view["services"]],
        [card["title"] for card in view["publications"]],
    )
    assert ("Rp250.000", "biaya publikasi 2026") == (view["paid"], view["paid_detail"])


def test_home_says_what_changed_within_a_week(tmp_path: Path) -> None:
    """What was released on the day of the build counts, a week and a day later nothing does."""
    contents.write_content(tmp_path)
    view = views(home_pages(site_of(tmp_path)))["index.html"]
    assert ["1 publikasi baru", "1 rilis data"] == [link["title"] for link in view["week"]]
    later = views(home_pages(site_of(tmp_path, contents.AS_OF + timedelta(days=8))))["index.html"]
    assert [] == later["week"]


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
    gists = [(part["gist"], part["entries"]) for part in view["first"]]
    assert [("Kartu keluarga.", 1), ("Nol rupiah di kantor.", 1), ("", 0), ("", 0)] == gists
    assert ([], 10) == (view["rest"], len(view["missing"]))
    assert 14 == len(PARTS)
    assert ("bimas@portal.example", "Rp250.000") == (view["contact"], view["cost_text"])
    figures = [item["figure"] for item in view["indicators"]]
    assert [78] == [int(float(f["value"].replace(",", "."))) for f in figures]
    chart, newest = view["chart"], figures[0]
    assert (newest["label"], newest["value"]) == (chart["title"], chart["lines"][-1][-1]["value"])


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
    names = [card["name"] for card in found["layanan/index.html"]["services"]]
    assert ["Pencatatan nikah"] == names
    units_found = views(unit_pages(site))
    closed = "Unit ini berakhir pada 20 Februari 2026; tugasnya dilanjutkan Unit Baru"
    section = units_found["unit/index.html"]["sections"][-1]
    assert ("ditutup", [closed]) == (
        section["id"],
        [row["cells"][0]["detail"] for row in section["rows"]],
    )
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


def test_attachments_stand_beside_their_page(tmp_path: Path) -> None:
    """Copied from where the public edition lies; pictures are made anew, see `photos`."""
    root = contents.write_content(tmp_path)
    path = f"{Path(contents.PICTURE).parent}/tabel.csv"
    contents.write(root, path, "a,b\n")
    body = "Lihat [tabel](lampiran:tabel.csv).\n"
    contents.write(root, contents.PATHS["publikasi"], contents.record_text("publikasi", body))
    contents.approve(root, contents.PUBLICATION, contents.APPROVED.replace(day=3))
    site = site_of(root)
    item = site.portal.publications["nikah-2025"]
    assert {"grafik.png", "tabel.csv"} == {*item.attachments}
    expected = File("publikasi/2026/nikah-2025/tabel.csv", item.root / path)
    assert [expected] == attachment_files(site)


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
        *publication_pages(site),
        *indicator_pages(site),
        *all_registers(site),
        *unit_pages(site),
        *plain_pages(site),
        *cost_pages(site),
    ]
    paths = [page.path for page in pages]
    assert sorted(set(paths)) == sorted(paths)
