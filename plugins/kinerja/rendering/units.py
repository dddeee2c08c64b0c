"""`/unit/` and a page per unit: what it published, how it performs, who follows it."""

from cost_appendix.totals import Dimension
from kinerja.model.tables import Unit, UnitType

from .cards import figure_views, publication_card
from .formats import day, number, rupiah
from .pages import Page
from .publications import unit_note
from .site import Site
from .views import Link, UnitCard, UnitListView, UnitView

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


def unit_pages(site: Site) -> list[Page]:
    """Return the list of units and the page of each."""
    units = sorted(site.portal.tables.units.values(), key=lambda u: u.name)
    return [_list_page(site, units), *(_unit_page(site, unit) for unit in units)]


def _list_page(site: Site, units: list[Unit]) -> Page:
    cards = [(unit, _card(site, unit)) for unit in units]
    intro = "Unit yang menerbitkan kinerja, dan unit yang sudah digantikan."
    view: UnitListView = {
        "title": "Unit",
        "intro": intro,
        "units": [card for unit, card in cards if not unit_note(site, unit.id)],
        "closed": [card for unit, card in cards if unit_note(site, unit.id)],
    }
    return site.page("/unit/", "unit", view, "Unit", intro, trail=(SECTION,))


def _card(site: Site, unit: Unit) -> UnitCard:
    count = len(site.relations.publications_of_unit.get(unit.id, ()))
    return {
        "name": unit.name,
        "url": site.unit_address(unit.id),
        "type": TYPES[unit.type],
        "note": unit_note(site, unit.id),
        "publications": f"{number(count)} publikasi" if count else "belum ada publikasi",
    }


def _unit_page(site: Site, unit: Unit) -> Page:
    related = site.relations
    address = site.unit_address(unit.id)
    publications = related.publications_of_unit.get(unit.id, ())
    services = related.services_of_unit.get(unit.id, ())
    spent = site.totals.by[Dimension.UNIT].get(unit.id)
    view: UnitView = {
        "name": unit.name,
        "abbreviation": unit.abbreviation or "",
        "type": TYPES[unit.type],
        "parent": site.unit_link(unit.parent) if unit.parent else None,
        "children": [site.unit_link(u.id) for u in related.children_of_unit.get(unit.id, ())],
        "note": unit_note(site, unit.id),
        "successor": site.unit_link(unit.successor) if unit.successor else None,
        "predecessors": [
            site.unit_link(u.id) for u in related.predecessors_of_unit.get(unit.id, ())
        ],
        "contact": unit.contact or "",
        "services": site.service_links(tuple(service.id for service in services)),
        "figures": figure_views(site, related.indicators_of_unit.get(unit.id, ())),
        "publications": [publication_card(site, item) for item in publications],
        "cost_text": f"{rupiah(spent.net)} dibelanjakan unit ini untuk publikasi" if spent else "",
        "cost_url": "/transparansi/biaya/#menurut-unit",
    }
    description = f"Publikasi, layanan, dan capaian {unit.name}."
    if unit.valid_to and view["note"]:
        description = f"{description} Berakhir pada {day(unit.valid_to)}."
    trail: tuple[Link, ...] = (SECTION, {"title": unit.name, "url": address})
    return site.page(address, "unit-rinci", view, unit.name, description, trail=trail)
