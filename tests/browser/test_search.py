"""The search in a real browser: what is found and shown, by keyboard, under the policy, or not."""

import json
import re
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from kinerja.rendering.search.words import words
from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import STATE, axe_script, violations
from tests.browser.test_pages import OVERFLOW, WIDEST
from tests.browser.visits import Look, Scheme, Visit
from tests.site.builds import Place

SCRIPT = Path(__file__).resolve().parents[2] / "theme" / "static" / "cari.js"


def search(visit: Visitor, query: str, look: Look | None = None, more: str = "") -> Visit:
    """Open the shareable address of a query and wait for its answer."""
    found = visit(f"/cari/?q={quote_plus(query)}{more}", look or Look(360))
    expect(found.page.get_by_role("status")).not_to_be_empty()
    return found


def titles(page: Page) -> list[str]:
    """Return the titles of the results shown."""
    return page.locator(".hasil h3").all_inner_texts()


@pytest.mark.parametrize(
    "queries",
    [
        ("pencatatan", "mencatat", "dicatat"),
        ("nikah", "menikah", "pernikahan"),
        ("umrah", "umroh"),
        ("jemaah", "jamaah", "jema’ah"),
        ("dumas", "aduan", "pengaduan"),
        ("kua", "kantor urusan agama", "KUA"),
    ],
)
def test_forms_and_synonyms_find_the_same(queries: tuple[str, ...], visit: Visitor) -> None:
    """The page needs no stemmer: the index leads from each form to the same entries."""
    found = [
        {link.get_attribute("href") for link in page.locator(".hasil h3 a").all()}
        for page in (search(visit, query).page for query in queries)
    ]
    assert set() != found[0]
    assert [found[0]] * len(queries) == found


def test_what_was_found_is_marked(visit: Visitor) -> None:
    """Title, origin and extract of each; the title comes before the text, words are marked."""
    page = search(visit, "umroh").page
    assert {"umrah"} == {mark.lower() for mark in page.locator(".hasil mark").all_inner_texts()}
    marked = [item.locator("h3 mark").count() > 0 for item in page.locator(".hasil li").all()]
    assert sorted(marked, reverse=True) == marked
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ hasil$"))


def test_a_figure_is_found(visit: Visitor) -> None:
    """With or without its points; the extract shows it as it is read."""
    written, plain = (search(visit, query).page for query in ("1.478.302", "1478302"))
    assert titles(written) == titles(plain) != []
    assert "1.478.302" in written.locator(".hasil mark").all_inner_texts()


def test_filters_narrow_and_stand_in_the_address(visit: Visitor, host: str) -> None:
    """Each choice is a step of the history; the address opens the same; filters work alone."""
    page = search(visit, "nikah").page
    all_titles = titles(page)
    page.get_by_label("Jenis", exact=True).select_option("indikator")
    page.wait_for_url(f"{host}/cari/?q=nikah&jenis=indikator")
    expect(page.locator(".hasil small").first).to_contain_text("Indikator")
    narrowed = titles(page)
    page.go_back()
    expect(page.locator(".hasil h3").first).to_have_text(all_titles[0])
    assert ("", all_titles) == (page.get_by_label("Jenis", exact=True).input_value(), titles(page))
    assert narrowed == titles(search(visit, "nikah", more="&jenis=indikator").page)
    alone = search(visit, "", more="&jenis=isu&tahun=2026").page
    kinds = [about.split(" · ")[0] for about in alone.locator(".hasil small").all_inner_texts()]
    assert {"Isu"} == set(kinds)


def test_filters_offer_what_is_there(visit: Visitor) -> None:
    """Sections, units, kinds and years, each with something behind it."""
    page = visit("/cari/", Look()).page
    assert ["bagian", "unit", "jenis", "tahun"] == [
        box.get_attribute("name") for box in page.locator(".saringan select").all()
    ]
    years = page.get_by_label("Tahun", exact=True).locator("option").all_inner_texts()
    assert ["Semua", *sorted(years[1:], reverse=True)] == years
    unit = page.get_by_label("Unit", exact=True).locator("option").nth(1).get_attribute("value")
    assert [] != titles(search(visit, "", more=f"&unit={unit}").page)


def test_one_searches_while_typing(visit: Visitor, host: str) -> None:
    """A word that is only begun finds, the address follows, no step of the history is added."""
    page = visit("/cari/", Look(360)).page
    steps = page.evaluate("() => history.length")
    page.get_by_label("Kata yang dicari").press_sequentially("sertif", delay=20)
    expect(page.locator(".hasil mark").first).to_have_text(re.compile("sertif", re.IGNORECASE))
    assert (f"{host}/cari/?q=sertif", steps) == (page.url, page.evaluate("() => history.length"))
    page.get_by_label("Kata yang dicari").fill("")
    expect(page.locator("#hasil-kotak")).to_be_hidden()


def test_nothing_found_helps_on(visit: Visitor) -> None:
    """The count says so and ways out are named; words that no page has together still find."""
    page = search(visit, "qwxyz").page
    expect(page.get_by_role("status")).to_have_text("0 hasil")
    assert "periksa ejaan" in page.locator("#hasil-bantuan").inner_text()
    page = search(visit, "nikah qwxyz").page
    expect(page.get_by_role("status")).to_contain_text("tidak ada yang memuat semua kata")
    assert (10, False) == (len(titles(page)), page.locator("#hasil-bantuan").is_visible())


def test_by_keyboard_alone(visit: Visitor) -> None:
    """From the box of a page to the results, on to more of them, into one, and back."""
    page = visit("/layanan/", Look()).page
    box = page.get_by_label("Cari di portal ini")
    box.focus()
    page.keyboard.type("nikah")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/?q=nikah")
    expect(page.get_by_role("status")).not_to_be_empty()
    page.get_by_label("Kata yang dicari").focus()
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    state = page.evaluate(STATE)
    assert (True, True, True) == (state["marked"], state["seen"], "<a href" in state["name"])
    more = page.get_by_role("button", name="Tampilkan lebih banyak")
    more.focus()
    page.keyboard.press("Enter")
    eleventh = page.locator(".hasil li").nth(10).locator("a")
    expect(eleventh).to_be_focused()
    address = eleventh.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    page.go_back()
    expect(page.locator(".hasil h3").first).to_be_visible()


def test_without_scripts_the_index_is_there(visit: Visitor) -> None:
    """The box leads to the page, which says what it cannot do and shows the letters alone."""
    page = visit("/", Look(script=False)).page
    page.get_by_label("Cari di portal ini").fill("nikah")
    page.get_by_role("button", name="Cari").click()
    page.wait_for_url("**/cari/?q=nikah")
    assert page.get_by_text("Pencarian kata memerlukan JavaScript").is_visible()
    assert (False, False) == (
        page.locator(".saringan").is_visible(),
        page.locator("#hasil-kotak").is_visible(),
    )
    page.get_by_role("link", name=re.compile(r"^K \(")).click()
    page.wait_for_url("**/cari/k/")


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "</script><svg/onload=alert(1)>",
        "nikah " * 2000,
        "\u202eنكاح nikah\u202c",
        "constructor __proto__ toString",
        "%00%ff ../../../etc/passwd",
        "{{ 7*7 }} ' \" ` \\",
        "🙂",
    ],
)
def test_hostile_queries_are_text(query: str, visit: Visitor, host: str) -> None:
    """Nothing of them becomes an element, no file outside the index is asked, no fault."""
    found = visit(f"/cari/?q={quote_plus(query[:4000])}", Look(360))
    found.page.wait_for_load_state("networkidle")
    tags = (
        "() => [...new Set([...document.querySelectorAll('#hasil-kotak *')].map(e => e.localName))]"
    )
    assert not {"img", "svg", "script"} & set(found.page.evaluate(tags))
    assert [] == found.errors
    assert [] == [url for url in found.requests if not url.startswith(f"{host}/")]
    assert "gagal" not in found.page.get_by_role("status").inner_text()
    assert 0 == found.page.evaluate(OVERFLOW)


def test_an_index_that_does_not_come_is_told(visit: Visitor) -> None:
    """The way by letters is named; the next query tries again."""
    page = visit("/cari/", Look(360)).page
    page.route("**/cari/data/**", lambda route: route.abort())
    page.get_by_label("Kata yang dicari").fill("nikah")
    expect(page.get_by_role("status")).to_contain_text("gagal dimuat")
    page.unroute("**/cari/data/**")
    page.get_by_role("button", name="Cari").click()
    expect(page.locator(".hasil h3").first).to_be_visible()


@pytest.mark.parametrize("query", ["nikah", "qwxyz"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(scheme: Scheme, query: str, visit: Visitor) -> None:
    """With results and without, narrow and wide; nothing scrolls sideways at 320 pixels."""
    found = search(visit, query, Look(320, scheme))
    assert (0, []) == (found.page.evaluate(OVERFLOW), found.page.evaluate(WIDEST))
    found.page.evaluate(axe_script())
    for width in (360, 1280):
        found.page.set_viewport_size({"width": width, "height": 800})
        assert [] == violations(found.page, f"{query} {scheme} {width}")
    assert [] == found.errors


def test_a_query_is_light(visit: Visitor, example: Place) -> None:
    """Script and index files of a query of three words: far below 60 KB on the example."""
    found = search(visit, "biaya pencatatan nikah")
    paths = [url.split("/", 3)[3] for url in found.requests if "/cari/data/" in url]
    assert 4 < len(paths)
    assert 60_000 > sum((example.output / path).stat().st_size for path in paths) / 2


@pytest.mark.parametrize(
    "text",
    [
        "Jema’ah, jum'at; 1.478.302 — 88,46%",
        "ÉLAN İstanbul ﬁnal ½ ² ①",
        "rata-rata 5, 6. 7",
        "عربي 🙂 \u202e\u0000 __proto__",
        "x" * 99,
        "",
    ],
)
def test_page_and_build_fold_words_alike(text: str, visit: Visitor) -> None:
    """A word that the build folded otherwise would never be found."""
    source = re.search(
        r"^const (fold = .*?);\n", SCRIPT.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert source is not None
    folded = visit("/404.html", Look()).page.evaluate(
        f"text => {{ const {source[1]}; return fold(text); }}", text
    )
    assert words(text) == folded, json.dumps(folded)


def test_only_what_was_looked_for_is_marked(visit: Visitor) -> None:
    """Neither letters of other scripts nor words that merely stand beside it."""
    page = search(visit, "kantor urusan agama").page
    marks = {mark.lower() for mark in page.locator(".hasil mark").all_inner_texts()}
    assert marks <= {"kua", "kantor urusan agama"}
    assert "kua" in marks


def test_a_filter_that_is_gone_is_let_be(visit: Visitor) -> None:
    """An address with a unit that is no choice, or none at all, finds without that filter."""
    page = search(visit, "nikah", more="&unit=tidak-ada&lain=1").page
    assert ("", 10) == (page.get_by_label("Unit", exact=True).input_value(), len(titles(page)))
    assert 0 == page.evaluate("() => document.querySelector('#saring-unit').selectedIndex")
