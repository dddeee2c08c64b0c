"""`/unit/` and a page per unit: what it published, how it performs, who follows it."""

from collections.abc import Mapping, Sequence
from functools import partial

from cost_appendix.totals import Dimension
from kinerja.model.portal import Public
from kinerja.model.records import Publication
from kinerja.model.tables import Unit, UnitType

from .cards import publication_card
from .formats import day, number, rupiah
from .indicator_lists import MOST_SHOWN, indicator_group, more_indicators, shown_indicators
from .linked_data import organization
from .pages import Page, later
from .paging import Sheet, sheets
from .publication_lists import older_pages
from .registers.form import link_cell, register_pages, row, section
from .site import SEARCH, Site
from .stories import unit_note
from .views import IndicatorGroup, Link, RegisterRow, RegisterSection, UnitView

SECTION: Link = {"title": "Unit", "url": "/unit/"}
TYPES = {
    UnitType.MINISTRY: "Kementerian",
    UnitType.ECHELON_1: "Unit eselon I",
    UnitType.ECHELON_2: "Unit eselon II",
    UnitType.PROVINCE_OFFICE: "Kantor wilayah provinsi",
    UnitType.DISTRICT_OFFICE: "Kantor kabupaten/kota",
    UnitType.KUA: "Kantor urusan agama",
    UnitType.COLLEGE: "Perguruan tinggi keagamaan negeri",
    UnitType.TECHNICAL_UNIT: "Unit pelaksana teknis",
    UnitType.EXTERNAL: "Di luar kementerian",
}


COLUMNS = ("Unit", "Jenis", "Publikasi", "Unit di bawahnya")
NUMBERS = COLUMNS[2:]
MOST_IN_TREE = 140
"""Entries of the tree: whole levels from the top, as many as fit; the others stand below."""

MOST_CHILDREN = 100
"""Units below a unit that its own page shows; more of them have a page beside it."""


def unit_pages(site: Site) -> list[Page]:
    """Return the list of units and the page of each."""
    units = sorted(site.portal.tables.units.values(), key=lambda unit: unit.name)
    pages = (page for unit in units for page in _unit_pages(site, unit))
    return [*_list_pages(site, units), *pages]


def _list_pages(site: Site, units: Sequence[Unit]) -> list[Page]:
    """Return the tree from the top, then units outside of it, then those that were closed."""
    closed = [unit for unit in units if unit_note(site, unit.id)]
    there = [unit for unit in units if not unit_note(site, unit.id)]
    outside = [unit for unit in there if unit.type is UnitType.EXTERNAL]
    inside = {unit.id: unit for unit in there if unit.type is not UnitType.EXTERNAL}
    paths = sorted((_path(unit, inside), unit.id) for unit in inside.values())
    lengths = sorted(len(path) for path, _ in paths)
    deepest = max(1, lengths[MOST_IN_TREE] - 1) if len(lengths) > MOST_IN_TREE else len(lengths)
    tree = [_row(site, inside[unit], len(path) - 1) for path, unit in paths if len(path) <= deepest]
    groups = (
        ("susunan", "Susunan", tree),
        ("luar", TYPES[UnitType.EXTERNAL], [_row(site, unit) for unit in outside]),
        ("ditutup", "Sudah ditutup atau berpindah", [_row(site, unit) for unit in closed]),
    )
    sections = [
        section(key, title, COLUMNS, rows, "", NUMBERS) for key, title, rows in groups if rows
    ]
    none = section("susunan", "Susunan", COLUMNS, [], "Belum ada unit.")
    intro = (
        "Unit yang menerbitkan kinerja menurut susunannya, dan unit yang sudah digantikan. "
        "Yang tidak tampak di sini ada di halaman unit atasannya, dan menurut abjad di Cari."
    )
    return register_pages(
        site, SECTION, intro, sections or [none], links=[SEARCH], per_page=MOST_IN_TREE
    )


def _path(unit: Unit, units: Mapping[str, Unit]) -> tuple[str, ...]:
    """Return the names of the units above, from the top, and that of the unit."""
    above = units.get(unit.parent or "")
    return (*(_path(above, units) if above else ()), unit.name)


def _below(site: Site, unit: Unit) -> tuple[Unit, ...]:
    return site.relations.children_of_unit.get(unit.id, ())


def _row(site: Site, unit: Unit, level: int = 0) -> RegisterRow:
    published = len(site.relations.publications_of_unit.get(unit.id, ()))
    return row(
        link_cell(site.unit_link(unit.id), unit_note(site, unit.id)),
        TYPES[unit.type],
        number(published),
        number(len(_below(site, unit))),
        level=level,
    )


def _children(site: Site, unit: Unit) -> list[RegisterSection]:
    """Return the units below a unit, a table for each type."""
    groups: dict[UnitType, list[RegisterRow]] = {}
    for child in _below(site, unit):
        groups.setdefault(child.type, []).append(_row(site, child))
    return [
        section(f"bawahan-{kind}", TYPES[kind], COLUMNS, groups[kind], "", NUMBERS)
        for kind in TYPES
        if kind in groups
    ]


def _inherited(site: Site, unit: Unit) -> list[IndicatorGroup]:
    """Return the indicators of the units that a unit follows: they stay, with the hand-over."""
    found: list[IndicatorGroup] = []
    for earlier in site.relations.predecessors_of_unit.get(unit.id, ()):
        if items := site.relations.indicators_of_unit.get(earlier.id, ()):
            link = site.unit_link(earlier.id)
            found.append(indicator_group(site, link["title"], link["url"], items[:MOST_SHOWN]))
    return found


def _unit_pages(site: Site, unit: Unit) -> list[Page]:
    """Return the page of a unit, and beside it what would make it too long."""
    address, trail = site.unit_address(unit.id), _trail(site, unit)
    pages = [
        later(address, "unit-rinci", partial(_unit_page, site, unit)),
        *more_indicators(site, site.relations.indicators_of_unit.get(unit.id, ()), trail),
        *older_pages(site, _publications(site, unit), f"Publikasi: {unit.name}", trail),
    ]
    if len(_below(site, unit)) > MOST_CHILDREN:
        intro = f"Semua unit di bawah {unit.name}, menurut jenisnya."
        here, rows = _all_children(site, unit), _children(site, unit)
        pages += register_pages(site, here, intro, rows, above=trail, per_page=MOST_IN_TREE)
    return pages


def _trail(site: Site, unit: Unit) -> tuple[Link, ...]:
    return (SECTION, {"title": unit.name, "url": site.unit_address(unit.id)})


def _all_children(site: Site, unit: Unit) -> Link:
    return {"title": f"Unit di bawah {unit.name}", "url": f"{site.unit_address(unit.id)}bawahan/"}


def _publications(site: Site, unit: Unit) -> list[Sheet[Public[Publication]]]:
    found = site.relations.publications_of_unit.get(unit.id, ())
    return sheets(site.unit_address(unit.id), found)


def _unit_page(site: Site, unit: Unit) -> Page:
    related = site.relations
    found = _publications(site, unit)
    services = related.services_of_unit.get(unit.id, ())
    spent = site.totals.by[Dimension.UNIT].get(unit.id)
    many = len(_below(site, unit)) > MOST_CHILDREN
    trail = _trail(site, unit)
    cards, link = shown_indicators(site, related.indicators_of_unit.get(unit.id, ()), trail)
    view: UnitView = {
        "name": unit.name,
        "abbreviation": unit.abbreviation or "",
        "type": TYPES[unit.type],
        "parent": site.unit_link(unit.parent) if unit.parent else None,
        "children": [] if many else _children(site, unit),
        "all_children": _all_children(site, unit) if many else None,
        "note": unit_note(site, unit.id),
        "successor": site.unit_link(unit.successor) if unit.successor else None,
        "predecessors": [
            site.unit_link(u.id) for u in related.predecessors_of_unit.get(unit.id, ())
        ],
        "contact": unit.contact or "",
        "services": site.service_links(tuple(service.id for service in services)),
        "indicators": cards,
        "all_indicators": link,
        "inherited": _inherited(site, unit),
        "publications": [publication_card(site, item) for item in found[0].items],
        "pager": found[0].pager,
        "cost_text": f"{rupiah(spent.net)} dibelanjakan unit ini untuk publikasi" if spent else "",
        "cost_url": "/transparansi/biaya/#menurut-unit",
    }
    description = f"Publikasi, layanan, dan capaian {unit.name}."
    if unit.valid_to and view["note"]:
        description = f"{description} Berakhir pada {day(unit.valid_to)}."
    linked = organization(site, unit)
    return site.page(
        site.unit_address(unit.id),
        "unit-rinci",
        view,
        unit.name,
        description,
        trail=trail,
        json_ld=linked,
    )
