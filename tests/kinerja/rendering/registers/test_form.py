"""Cells, rows and tables; long registers fall into pages without losing or doubling a row."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rendering.paging import part_address
from kinerja.rendering.registers import all_registers as every_page
from kinerja.rendering.registers.form import divide, register_pages, row, section
from kinerja.rendering.site import Site
from kinerja.rendering.views import Link, RegisterSection
from tests.kinerja import contents
from tests.kinerja.registers import texts, views
from tests.kinerja.sites import site_of

HERE: Link = {"title": "Daftar", "url": "/daftar/"}
ABOVE: Link = {"title": "Atas", "url": "/atas/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def table(name: str, count: int) -> RegisterSection:
    """Return a section of so many rows, numbered."""
    return section(name, name, ("Nomor",), [row(f"{name}{n}") for n in range(count)])


def test_columns_of_numbers_are_named() -> None:
    """A text is a cell; the columns that hold numbers are known by their titles."""
    found = section("a", "A", ("Nama", "Jumlah"), [row("x", "1", anchor="x")], "", ("Jumlah",))
    assert [("Nama", False), ("Jumlah", True)] == [
        (column["title"], column["is_number"]) for column in found["columns"]
    ]
    assert ([("x", "1")], "x") == (texts(found), found["rows"][0]["id"])


@given(sizes=st.lists(st.integers(0, 9), max_size=6), per_page=st.integers(1, 5))
def test_every_row_stands_once_in_its_order(sizes: list[int], per_page: int) -> None:
    """Pages are full up to the last one, and no section is lost, also an empty one."""
    whole = [table(f"s{n}-", size) for n, size in enumerate(sizes)]
    pages = divide(whole, per_page)
    rows = [text for page in pages for part in page for text in texts(part)]
    assert [text for part in whole for text in texts(part)] == rows
    lengths = [sum(len(part["rows"]) for part in page) for page in pages]
    assert all(length == per_page for length in lengths[:-1])
    assert lengths[-1] <= per_page
    assert {s["id"] for s in whole} == {part["id"] for page in pages for part in page}


def test_a_short_register_is_one_page(site: Site) -> None:
    """With its links, and under what leads to it."""
    pages = register_pages(site, HERE, "Kata.", [table("a", 3)], above=(ABOVE,), links=[ABOVE])
    view = views(pages)["/daftar/"]
    assert ("Daftar", "Kata.", [ABOVE], None) == (
        view["title"],
        view["intro"],
        view["links"],
        view["pager"]["later"],
    )
    head: Any = pages[0].view["head"]
    assert (["Beranda", "Atas", "Daftar"], "/atas/") == (
        [link["title"] for link in head["trail"]],
        head["section"],
    )


def test_a_long_register_names_its_pages_by_their_first_row(site: Site) -> None:
    """Every page leads to all of them; what leads into the register stands on the first only."""
    pages = register_pages(
        site,
        HERE,
        "Kata.",
        [table("a", 3), table("b", 2)],
        per_page=2,
        links=[ABOVE],
        body_html="x",
    )
    found = views(pages)
    expected = [("1: a0", "/daftar/"), ("2: a2", "/daftar/hal/2/"), ("3: b1", "/daftar/hal/3/")]
    links = [(link["title"], link["url"]) for link in found["/daftar/hal/2/"]["links"]]
    assert expected == links
    first = found["/daftar/"]
    assert ([ABOVE, *found["/daftar/hal/3/"]["links"]], "x") == (first["links"], first["body_html"])
    assert "" == found["/daftar/hal/2/"]["body_html"]
    assert "Daftar, halaman 2" == found["/daftar/hal/2/"]["title"]
    assert ["a", "b"] == [part["id"] for part in found["/daftar/hal/2/"]["sections"]]


def test_addresses_of_pages() -> None:
    """The first page is the register itself."""
    assert ["/a/", "/a/hal/2/"] == [part_address("/a/", number) for number in (1, 2)]


def test_no_register_is_written_twice(tmp_path: Path) -> None:
    """All makers together, over an empty portal too."""
    addresses = views(every_page(site_of(tmp_path))).keys()
    assert {
        "/capaian/belum-tercapai/",
        "/capaian/belum-dilaporkan/",
        "/capaian/metode/",
        "/transparansi/",
        "/transparansi/persetujuan/",
        "/transparansi/penyaringan/",
        "/transparansi/penyaringan/leksikon/",
        "/transparansi/darurat/",
        "/data/",
        "/istilah/",
        "/cari/",
    } == addresses
