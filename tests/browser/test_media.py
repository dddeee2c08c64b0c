"""Paper, forced colours and still pages, and what a phone shows before anyone scrolls."""

import re

import pytest

from tests.browser.conftest import Visitor
from tests.browser.visits import PAGES, Look
from tests.site.builds import Place

SHEETS = {
    "article": "/publikasi/2026/ppg-guru-madrasah-2025/",
    "guide": "/publikasi/2025/sepuluh-hari-sebelum-akad/",
    "indicator": PAGES["indicator without a series"],
}


def sheets(visit: Visitor, address: str) -> int:
    """Return how many sheets of A4 a page takes."""
    paper = visit(address, Look()).page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize("name", SHEETS)
def test_a_short_text_is_one_sheet(name: str, visit: Visitor) -> None:
    """A publication, or an indicator with a few figures, is one sheet of A4."""
    assert 1 == sheets(visit, SHEETS[name])


def test_a_long_text_is_two_sheets(visit: Visitor) -> None:
    """With chart and tables too."""
    assert 2 >= sheets(visit, PAGES["article with a chart"])


@pytest.mark.parametrize("name", ["article", "indicator", "service"])
def test_paper_shows_what_paper_can(name: str, visit: Visitor) -> None:
    """Menu and buttons are gone, black stands on white, and a link to elsewhere is written out."""
    page = visit(PAGES[name], Look(scheme="dark")).page
    page.emulate_media(media="print")
    assert not page.locator("nav.menu").is_visible()
    assert not page.locator("footer").is_visible()
    colors = "() => ['color', 'backgroundColor'].map(n => getComputedStyle(document.body)[n])"
    assert ["rgb(0, 0, 0)", "rgb(255, 255, 255)"] == page.evaluate(colors)
    written = """() => [...document.querySelectorAll('main a[href^="http"]')]
      .filter(a => a.checkVisibility()).map(a => getComputedStyle(a, '::after').content)"""
    assert all("http" in text or text == "none" for text in page.evaluate(written))


@pytest.mark.parametrize("name", ["home", "indicator", "costs"])
def test_forced_colours_keep_what_is_drawn(name: str, visit: Visitor) -> None:
    """Where the system chooses the colours, marks and lines are still told from the ground."""
    page = visit(PAGES[name], Look()).page
    page.emulate_media(forced_colors="active")
    lost = """() => [...document.querySelectorAll('main svg[role=img] :is(path, circle, rect)')]
      .filter(e => e.checkVisibility()).filter(e => {
        const ground = getComputedStyle(document.body).backgroundColor;
        const style = getComputedStyle(e);
        return [style.fill, style.stroke].every(c => c === 'none' || c === ground);
      }).map(e => e.outerHTML)"""
    assert [] == page.evaluate(lost)


def test_nothing_moves(visit: Visitor) -> None:
    """The page has no animation; who wants no motion gets no smooth scrolling either."""
    page = visit("/", Look()).page
    page.locator("a").first.focus()
    behaviour = "() => getComputedStyle(document.documentElement).scrollBehavior"
    assert "auto" == page.evaluate(behaviour)
    assert 0 == page.evaluate("() => document.getAnimations().length")


def test_a_service_answers_before_anyone_scrolls(visit: Visitor, example: Place) -> None:
    """Requirements, fee, time, where to complain: each with its gist on a phone's first view."""
    height = 740
    for path in sorted(example.output.glob("layanan/*/index.html")):
        if 'class="langsung ringkas"' not in path.read_text("utf-8"):
            continue
        page = visit(f"/layanan/{path.parent.name}/", Look(360)).page
        rows = page.locator(".ringkas li")
        assert ["Persyaratan", "Tarif", "Jangka waktu", "Tempat mengadu"] == (
            rows.locator("a").all_inner_texts()[:4]
        )
        for number in range(4):
            box = rows.nth(number).locator("span").bounding_box()
            assert box is not None
            assert height >= box["y"] + box["height"], path.parent.name
        page.context.close()


@pytest.mark.parametrize(("name", "words"), [("home", ".papan"), ("indicator", ".angka-nilai")])
def test_the_figure_is_seen_before_anyone_scrolls(name: str, words: str, visit: Visitor) -> None:
    """What was achieved stands in the first view of a phone."""
    box = visit(PAGES[name], Look(360)).page.locator(words).first.bounding_box()
    assert box is not None
    assert 740 >= box["y"] + box["height"]
