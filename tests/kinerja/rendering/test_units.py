"""Units: the tree from the top, what stands outside of it, what was closed, and 5,000 of them."""

from collections.abc import Iterable
from pathlib import Path

from kinerja.model.tables import UnitType
from kinerja.rendering.indicator_lists import MOST_SHOWN
from kinerja.rendering.site import Site
from kinerja.rendering.units import MOST_IN_TREE, TYPES, unit_pages
from tests.kinerja import contents
from tests.kinerja.contents import write
from tests.kinerja.registers import sections, texts, views
from tests.kinerja.sites import site_of


def site_with(root: Path, rows: Iterable[str]) -> Site:
    """Return a site whose further units are `id,jenis,induk,sampai`, named by their ids."""
    lines = (row.split(",") for row in rows)
    more = "".join(f"{i},Unit {i},,{kind},{above},,{last},,\n" for i, kind, above, last in lines)
    contents.write_content(root)
    write(root, "data/unit.csv", contents.TABLES["data/unit.csv"] + more)
    return site_of(root)


def tree(site: Site) -> list[tuple[int, str]]:
    """Return depth and name of every row of the tree."""
    section = views(unit_pages(site))["/unit/"]["sections"][0]
    return [(row["level"], row["cells"][0]["text"]) for row in section["rows"]]


def test_a_unit(tmp_path: Path) -> None:
    """What it published, what it performs, what it spent."""
    view = views(unit_pages(site_with(tmp_path, [])))["/unit/bimas/"]
    assert ("Unit eselon I", "Rp250.000 dibelanjakan unit ini untuk publikasi") == (
        view["type"],
        view["cost_text"],
    )
    assert (1, 1, ["Pencatatan nikah"], None) == (
        len(view["publications"]),
        len(view["indicators"]),
        [link["title"] for link in view["services"]],
        view["all_children"],
    )
    assert set(UnitType) == TYPES.keys()


def test_the_tree_goes_from_the_top(tmp_path: Path) -> None:
    """Units below stand after theirs, by name; with what they published and how many are below."""
    rows = ["c,eselon-2,b,", "a,eselon-2,bimas,", "b,eselon-2,bimas,", "luar,eksternal,,"]
    site = site_with(tmp_path, rows)
    names = [(0, "Bimbingan Contoh"), (1, "Unit a"), (1, "Unit b"), (2, "Unit c")]
    assert names == tree(site)
    found = sections(views(unit_pages(site))["/unit/"])
    assert ("Bimbingan Contoh", "Unit eselon I", "1", "2") == found["susunan"][0]
    assert [("Unit luar", "Di luar kementerian", "0", "0")] == found["luar"]


def test_a_closed_unit_stands_apart_and_what_was_below_stays(tmp_path: Path) -> None:
    """Its unit is at the top now: nobody is lost with an office that was closed."""
    site = site_with(tmp_path, ["lama,eselon-1,,2026-02-20", "anak,eselon-2,lama,"])
    assert [(0, "Bimbingan Contoh"), (0, "Unit anak")] == tree(site)
    closed = sections(views(unit_pages(site))["/unit/"])["ditutup"]
    assert ["Unit lama | Unit ini berakhir pada 20 Februari 2026"] == [row[0] for row in closed]


def test_units_below_stand_by_type(tmp_path: Path) -> None:
    """In the order of the ministry, a table for each type."""
    rows = ["k,kua,bimas,", "w,kanwil,bimas,", "k2,kua,bimas,"]
    view = views(unit_pages(site_with(tmp_path, rows)))["/unit/bimas/"]
    expected = [
        ("Kantor wilayah provinsi", ["Unit w"]),
        ("Kantor urusan agama", ["Unit k", "Unit k2"]),
    ]
    found = [(s["title"], [row[0] for row in texts(s)]) for s in view["children"]]
    assert expected == found


def test_levels_that_do_not_fit_stand_below(tmp_path: Path) -> None:
    """The tree has whole levels: the second one is too long, and has a page of its own."""
    rows = [f"u{n:04},kua,bimas," for n in range(MOST_IN_TREE)]
    site = site_with(tmp_path, rows)
    assert [(0, "Bimbingan Contoh")] == tree(site)
    found = views(unit_pages(site))
    unit = found["/unit/bimas/"]
    below = {"title": "Unit di bawah Bimbingan Contoh", "url": "/unit/bimas/bawahan/"}
    assert ([], below) == (unit["children"], unit["all_children"])
    assert MOST_IN_TREE == len(found["/unit/bimas/bawahan/"]["sections"][0]["rows"])


def test_many_units_at_the_top_fall_into_pages(tmp_path: Path) -> None:
    """Without any order above them they are all shown, page by page."""
    rows = [f"u{n:04},kua,," for n in range(MOST_IN_TREE + 9)]
    found = views(unit_pages(site_with(tmp_path, rows)))
    sizes = [len(found[f"/unit/{part}"]["sections"][0]["rows"]) for part in ("", "hal/2/")]
    assert [MOST_IN_TREE, 10] == sizes


def test_an_empty_portal_has_a_list_of_units(tmp_path: Path) -> None:
    """It says that there is none."""
    (section,) = views(unit_pages(site_of(tmp_path)))["/unit/"]["sections"]
    assert ("Belum ada unit.", []) == (section["note"], section["rows"])


def test_indicators_of_a_closed_unit_stay_with_its_successor(tmp_path: Path) -> None:
    """Under the name of the unit that had them; its own indicators stand apart."""
    contents.write_content(tmp_path)
    header, _, line = contents.TABLES["data/unit.csv"].partition("\n")
    closed = line.replace(",,,,bimas@", ",,2026-02-20,baru,bimas@")
    heir = "baru,Unit Baru,,eselon-1,,,,,\n"
    write(tmp_path, "data/unit.csv", f"{header}\n{closed}{heir}")
    found = views(unit_pages(site_of(tmp_path)))
    (group,) = found["/unit/baru/"]["inherited"]
    assert ("Bimbingan Contoh", "/unit/bimas/", ["Indeks kepuasan pengantin"]) == (
        group["title"],
        group["url"],
        [item["name"] for item in group["items"]],
    )
    assert ([], [], 1) == (
        found["/unit/baru/"]["indicators"],
        found["/unit/bimas/"]["inherited"],
        len(found["/unit/bimas/"]["indicators"]),
    )


def test_many_indicators_have_a_page_of_their_own(tmp_path: Path) -> None:
    """Those with figures come first; an indicator that was never measured is not hidden."""
    contents.write_content(tmp_path)
    for n in range(MOST_SHOWN):
        contents.write_record(tmp_path, "indikator", f"angka-{n}", nama=f"Angka {n:02}")
        contents.approve(tmp_path, f"angka-{n}")
    found = views(unit_pages(site_of(tmp_path)))
    view = found["/unit/bimas/"]
    assert (MOST_SHOWN, "/unit/bimas/capaian/") == (
        len(view["indicators"]),
        view["all_indicators"]["url"],
    )
    names = [item["name"] for item in view["indicators"][:2]]
    assert ["Indeks kepuasan pengantin", "Angka 00"] == names
    rows = sections(found["/unit/bimas/capaian/"])["indikator"]
    assert MOST_SHOWN + 1 == len(rows)
    assert ("Angka 00 | Bimbingan Contoh", "–", "Belum ada angka yang diumumkan") == rows[0]
