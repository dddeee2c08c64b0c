"""The glossary, and the index by letter: everything public stands in it, with a working address."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from kinerja.model.fields import parse_plain
from kinerja.model.tables import Term
from kinerja.rendering.registers.search import INDEX_PER_PAGE, search_pages
from kinerja.rendering.search.entries import TERMS_PER_PAGE
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import approve, write_record
from tests.kinerja.registers import sections, texts, views, write_registers
from tests.kinerja.sites import site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi")))


def with_terms(site: Site, *names: str) -> Site:
    """Return the site with other terms."""
    terms = tuple(Term(term=name, meaning="Arti.") for name in names)
    tables = replace(site.portal.tables, terms=terms)
    return replace(site, portal=replace(site.portal, tables=tables))


def test_the_glossary_goes_by_letters(site: Site) -> None:
    """Expansion and synonyms stand beside; each term has an anchor, each letter a link."""
    view = views(search_pages(site))["/istilah/"]
    assert {
        "huruf-k": [("KUA | Kantor Urusan Agama", "Kantor di kecamatan. | Juga: balai.", "")],
        "huruf-w": [("wali", "Orang yang menikahkan.", "")],
    } == sections(view)
    assert (["#huruf-k", "#huruf-w"], "kua") == (
        [link["url"] for link in view["links"]],
        view["sections"][0]["rows"][0]["id"],
    )


@pytest.mark.parametrize(
    ("term", "synonyms", "expected"),
    [
        ("nikah", (), "/layanan/nikah/"),
        ("NIKAH", (), ""),
        ("perkawinan", ("pencatatan nikah",), "/layanan/nikah/"),
        ("pengantin", (), "/capaian/kepuasan/"),
        ("catat", (), ""),
        ("(nikah", (), ""),
        ("İ", ("K",), ""),
    ],
)
def test_a_term_leads_to_where_it_is_used(
    site: Site, term: str, synonyms: tuple[str, ...], expected: str
) -> None:
    """The first service, lesson or indicator with the whole word; capitals are meant as such."""
    terms = (Term(term=term, meaning="Arti.", synonyms=synonyms),)
    tables = replace(site.portal.tables, terms=terms)
    changed = replace(site, portal=replace(site.portal, tables=tables))
    (section,) = views(search_pages(changed))["/istilah/"]["sections"]
    assert [expected] == [row["cells"][2]["url"] for row in section["rows"]]


def test_an_empty_glossary_says_so(site: Site) -> None:
    """The page exists before there is a table."""
    view = views(search_pages(with_terms(site)))["/istilah/"]
    assert ["Belum ada istilah."] == [section["note"] for section in view["sections"]]


def test_the_index_holds_everything_public(site: Site) -> None:
    """Records under their names, units, messages and terms, with kind and unit."""
    found = views(search_pages(site))
    rows = {row for address, view in found.items() for row in sections(view).get("daftar", [])}
    assert {
        ("Pencatatan nikah", "Layanan", "Bimbingan Contoh"),
        ("Indeks kepuasan pengantin | 78,25 poin, 2024", "Indikator", "Bimbingan Contoh"),
        ("Kepuasan pengantin turun pada 2024", "Publikasi", "Bimbingan Contoh"),
        ("Kontak", "Halaman", "Bimbingan Contoh"),
        ("Bimbingan Contoh", "Unit", ""),
        ("Nikah mudah dan murah.", "Pesan", "Bimbingan Contoh"),
        ("Nikah di kantor nol rupiah.", "Pesan", "Bimbingan Contoh"),
        ("KUA", "Istilah", ""),
        ("wali", "Istilah", ""),
    } == rows
    assert {"/cari/", "/cari/b/", "/cari/i/", "/cari/k/", "/cari/n/", "/cari/p/", "/cari/w/"} == (
        found.keys() - {"/istilah/"}
    )


def test_the_entry_counts_letters_and_kinds(site: Site) -> None:
    """Letters lead to their pages, kinds to their lists."""
    view = views(search_pages(site))["/cari/"]
    assert {"title": "K (3)", "url": "/cari/k/"} in view["links"]
    assert {("Layanan", "1"), ("Pesan", "2"), ("Edukasi", "0"), ("Istilah", "2")} < set(
        sections(view)["jenis"]
    )


def test_what_begins_with_no_letter_has_a_page(site: Site) -> None:
    """Figures and signs stand under `angka`; accents and capitals are looked through."""
    found = views(search_pages(with_terms(site, "1.478", "«Élan»", "éka", "Ekor", "…")))
    assert ["…", "1.478"] == [row[0] for row in texts(found["/cari/angka/"]["sections"][0])]
    assert ["éka", "Ekor", "«Élan»"] == [row[0] for row in texts(found["/cari/e/"]["sections"][0])]


def test_terms_on_later_pages_are_found_there(site: Site) -> None:
    """A long glossary falls into pages, and the index knows on which a term stands."""
    names = [f"kata {n:03}" for n in range(TERMS_PER_PAGE + 1)]
    found = views(search_pages(with_terms(site, *names)))
    last = found["/istilah/hal/2/"]["sections"][-1]["rows"][-1]
    index = [row for address in ("/cari/k/",) for row in found[address]["sections"][0]["rows"]]
    (url,) = [r["cells"][0]["url"] for r in index if r["cells"][0]["text"] == names[-1]]
    assert (f"/istilah/hal/2/#{last['id']}", "kata-120") == (url, last["id"])


def test_a_long_letter_falls_into_pages(site: Site) -> None:
    """No page is too long for a phone."""
    names = [f"kata {n:03}" for n in range(INDEX_PER_PAGE)]
    found = views(search_pages(with_terms(site, *names)))
    assert INDEX_PER_PAGE == len(found["/cari/k/"]["sections"][0]["rows"])
    assert 2 == len(found["/cari/k/hal/2/"]["sections"][0]["rows"])


def is_plain(text: str) -> bool:
    """Whether a cell of plain text may hold it."""
    try:
        return bool(parse_plain(text))
    except PydanticCustomError:
        return False


WORDS = st.text(min_size=1, max_size=8).filter(is_plain)


@given(names=st.lists(WORDS, max_size=8, unique=True))
def test_every_term_is_found_under_one_letter(site: Site, names: list[str]) -> None:
    """Whatever it is made of; its page has an address of plain letters."""
    found = views(search_pages(with_terms(site, *names)))
    indexed = [
        row["cells"][0]["text"]
        for address, view in found.items()
        if address.startswith("/cari/") and address != "/cari/"
        for section in view["sections"]
        for row in section["rows"]
        if row["cells"][1]["text"] == "Istilah"
    ]
    assert sorted(names) == sorted(indexed)
    assert all(address.isascii() for address in found)


@pytest.mark.parametrize(("page_id", "address"), [("cari", "/cari/"), ("istilah", "/istilah/")])
def test_words_of_an_editor_stand_before_a_register(
    tmp_path: Path, page_id: str, address: str
) -> None:
    """The plain page of that id gives summary and body; the register stays where it is."""
    contents.write_content(tmp_path)
    write_record(tmp_path, "halaman", page_id, judul="Judul", ringkasan="Kata. " * 10)
    approve(tmp_path, page_id)
    view = views(search_pages(site_of(tmp_path)))[address]
    assert (("Kata. " * 10).strip(), "<p>Tulis ke redaksi.</p>") == (
        view["intro"],
        view["body_html"],
    )
