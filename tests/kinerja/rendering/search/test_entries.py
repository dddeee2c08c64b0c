"""Everything public is an entry with a number of its own, its text and its filters."""

from dataclasses import replace

import pytest

from kinerja.model.tables import Term
from kinerja.rendering.search.entries import (
    MOST_OPTIONS,
    Entry,
    all_entries,
    detail,
    filter_views,
    filters,
    text_of,
)
from kinerja.rendering.site import Site, open_site
from tests.kinerja.registers import write_registers
from tests.kinerja.rendering.search.corpora import with_publications
from tests.kinerja.sites import site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi")))


def entry(site: Site, title: str) -> Entry:
    """Return the entry of a title."""
    (found,) = (entry for entry in all_entries(site) if entry.title == title)
    return found


def test_every_number_is_one_entry(site: Site) -> None:
    """Records count up from 0 in the order of their release, rows down, each in its own steps."""
    found = {entry.number: entry for entry in all_entries(site)}
    assert len(list(all_entries(site))) == len(found)
    records = [found[number].item for number in sorted(found) if number >= 0]
    released = [item.first_released for item in records if item]
    assert (list(range(len(records))), sorted(released)) == (
        [number for number in sorted(found) if number >= 0],
        released,
    )
    assert {("Unit", 2), ("Pesan", 1), ("Istilah", 0)} == {
        (entry.kind, number % 3) for number, entry in found.items() if number < 0
    }


def test_a_row_at_the_end_moves_no_number(site: Site) -> None:
    """A new term gets the next number, wherever the alphabet puts it."""
    before = {entry.title: entry.number for entry in all_entries(site)}
    terms = (*site.portal.tables.terms, Term(term="akad", meaning="Janji."))
    tables = replace(site.portal.tables, terms=terms)
    after = all_entries(replace(site, portal=replace(site.portal, tables=tables)))
    assert {"akad": -3 - 3 * (len(terms) - 1)} == {
        entry.title: entry.number for entry in after if before.get(entry.title) != entry.number
    }


def test_the_text_is_what_the_page_says(site: Site) -> None:
    """Body, benefit, standard, claim: with figures in words, without markup; rows have none."""
    story = text_of(site, entry(site, "Kepuasan pengantin turun pada 2024"))
    (item,) = site.portal.publications.values()
    assert "78,25" in story
    assert story.endswith(item.record.benefit)
    assert [] == [sign for sign in ("<", "{{", "angka:", "  ", "\n") if sign in story]
    service = entry(site, "Pencatatan nikah")
    assert isinstance(site.portal.services["nikah"].record.standard.fee, str)
    assert site.portal.services["nikah"].record.standard.fee.strip() in text_of(site, service)
    assert "" == text_of(site, entry(site, "KUA"))


def test_what_no_point_ends_is_set_apart(site: Site) -> None:
    """Headings, points of lists and cells do not run into one another in an extract."""
    body = "<h2>Syarat</h2><ul><li>berkas <em>asli</em></li><li><p>Ada.</p></li></ul><p>Lalu.</p>"
    with_body = with_publications(site, [("Judul", "Ringkasan", f"</p>{body}<p>")])
    text = text_of(with_body, entry(with_body, "Judul"))
    assert text.startswith("Syarat · berkas asli · Ada. Lalu.")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Indeks kepuasan pengantin", "78,25 poin, 2024"),
        ("Pencatatan nikah", ""),
        ("KUA", ""),
    ],
)
def test_details(site: Site, title: str, expected: str) -> None:
    """An indicator shows its newest figure; a story its day, as its page does."""
    assert expected == detail(entry(site, title))
    assert "2026" in detail(entry(site, "Kepuasan pengantin turun pada 2024"))


def test_filters_are_those_above_too(site: Site) -> None:
    """Kind, year, section and units up to the highest; a row has no year."""
    found = list(filters(site, entry(site, "Pencatatan nikah")))
    units = [key for key in found if key.startswith("unit.")]
    office = site.portal.tables.units[site.portal.services["nikah"].record.unit]
    assert [f"unit.{u}" for u in (office.id, office.parent) if u] == units
    assert {"jenis.layanan", "bagian.nikah"} < set(found)
    assert ["jenis.istilah"] == list(filters(site, entry(site, "KUA")))


def test_choices_have_names_and_something_behind_them(site: Site) -> None:
    """Each filter offers what entries have, by name; units are those with records."""
    views = {view["name"]: view for view in filter_views(site)}
    assert ["bagian", "unit", "jenis", "tahun"] == list(views)
    assert [{"value": "nikah", "title": "Pencatatan nikah"}] == views["bagian"]["options"]
    keys = {key for entry in all_entries(site) for key in filters(site, entry)}
    chosen = {f"{name}.{o['value']}" for name, view in views.items() for o in view["options"]}
    assert chosen <= keys
    assert {key for key in keys - chosen if not key.startswith("unit.")} == set()


def test_of_many_units_those_with_the_most_records_are_offered(site: Site) -> None:
    """A choice among thousands would weigh more than the page."""
    first = next(iter(site.portal.publications.values()))
    office = site.portal.tables.units[first.record.unit]
    names = [f"kua-{n:03}" for n in range(MOST_OPTIONS + 20)]
    units = {name: office.model_copy(update={"id": name, "name": name}) for name in names}
    items = {
        f"{name}-{n}": replace(first, record=first.record.model_copy(update={"unit": name}))
        for name in names
        for n in range(3 if name == names[-1] else 1)
    }
    tables = replace(site.portal.tables, units={**site.portal.tables.units, **units})
    portal = replace(site.portal, tables=tables, publications=items)
    (offered,) = (
        [option["value"] for option in view["options"]]
        for view in filter_views(open_site(site.settings, portal, ""))
        if view["name"] == "unit"
    )
    assert (MOST_OPTIONS, True) == (len(offered), {names[0], names[-1]} < set(offered))
