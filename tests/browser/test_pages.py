"""Pages on small screens, without scripts, under the policy, and their weight."""

import gzip
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor
from tests.browser.visits import PAGES, Look
from tests.site.builds import Place

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

WIDEST = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.tabel-gulir'))
  .slice(0, 3).map(e => e.outerHTML.slice(0, 100))"""

FIRST_WINDOW = 14_600
"""Bytes of one initial congestion window: ten packets of 1,460."""

MOST_HTML = 60_000
MOST_SCRIPT = 10_000


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(name: str, visit: Visitor) -> None:
    """Wide tables scroll inside their own region; the page itself never does."""
    page = visit(PAGES[name], Look(320)).page
    assert (0, []) == (page.evaluate(OVERFLOW), page.evaluate(WIDEST))


@pytest.mark.parametrize("name", ["home", "service", "article", "indicator", "costs", "feeds"])
def test_text_of_double_size_fits(name: str, visit: Visitor) -> None:
    """A reader who sets text to 32 pixels finds nothing pushed out of 1280 or 640 pixels."""
    page = visit(PAGES[name], Look()).page
    sizes = {"standard": 32, "fixed": 26}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    assert "32px" == page.evaluate("() => getComputedStyle(document.documentElement).fontSize")
    for width in (1280, 640):
        page.set_viewport_size({"width": width, "height": 800})
        assert (0, []) == (page.evaluate(OVERFLOW), page.evaluate(WIDEST))


@pytest.mark.parametrize("name", PAGES)
def test_the_console_is_silent_and_nobody_else_is_asked(
    name: str, visit: Visitor, host: str
) -> None:
    """No error, no breach of the policy, no request to another host, every picture is there."""
    found = visit(PAGES[name], Look(360))
    for picture in found.page.locator("img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("image => image.decode()")
    assert [] == found.errors
    assert [] == [url for url in found.requests if not url.startswith(f"{host}/")]
    empty = "() => [...document.images].filter(i => !i.naturalWidth).map(i => i.src)"
    assert [] == found.page.evaluate(empty)


def test_a_breach_of_the_policy_is_heard(visit: Visitor) -> None:
    """A picture of another host, put into a page, is not loaded, and the console says so."""
    found = visit("/", Look())
    with found.page.expect_console_message(lambda message: message.type == "error"):
        found.page.evaluate("() => { new Image().src = 'https://lain.example/a.png' }")
    assert "Content Security Policy" in found.errors[0]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "index"])  # see test_search
def test_a_page_is_whole_without_scripts(name: str, visit: Visitor) -> None:
    """With JavaScript switched off the words are the same, but for buttons that scripts add."""
    without = visit(PAGES[name], Look(script=False)).page
    assert without.locator("h1").is_visible()
    expected = without.locator("main").inner_text()
    page = visit(PAGES[name], Look()).page
    added = page.locator("main .salin :is(button, [role=status])")
    added.evaluate_all("found => found.forEach(e => e.remove())")
    assert expected == page.locator("main").inner_text()


def test_the_menu_works_without_scripts_on_a_phone(visit: Visitor, host: str) -> None:
    """The menu opens and leads on, by the browser alone."""
    page = visit("/", Look(360, script=False)).page
    page.locator("nav.menu summary").click()
    page.locator("nav.menu a", has_text="Capaian").click()
    assert f"{host}/capaian/" == page.url
    assert "Capaian" in page.locator("h1").inner_text()


def test_a_short_address_leads_to_its_page(visit: Visitor, host: str) -> None:
    """`/k/<kode>/` sends a browser on, without scripts."""
    page = visit("/k/01M0CHXQ9PT0AZMN7Y46A8N2YJ/", Look(script=False)).page
    page.wait_for_url(f"{host}/publikasi/2026/haji-2025-menurut-lokasi/")
    assert page.locator("h1").is_visible()


def test_a_missing_page_is_answered_by_the_site(visit: Visitor) -> None:
    """The page for what is not found has the dress of the site and ways back."""
    page = visit("/tidak/ada/", Look(360)).page
    assert "Halaman tidak ditemukan" == page.locator("h1").inner_text()
    assert page.locator("main a[href='/']").first.is_visible()


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_opened_in_a_browser_says_what_it_is(name: str, visit: Visitor) -> None:
    """The style sheet draws a banner that names `/umpan/`, titles stand below, nothing warns."""
    found = visit(f"/umpan/situs/{name}", Look())
    banner = "() => getComputedStyle(document.documentElement, '::before').content"
    assert "ada di alamat /umpan/ situs ini" in found.page.evaluate(banner)
    shown = "() => [...document.getElementsByTagName('title')].filter(e => e.checkVisibility())"
    assert 10 < found.page.evaluate(f"{shown}.length")
    assert [] == [words for words in found.errors if not words.endswith("/favicon.ico")]
    assert "XSLT" not in found.page.evaluate("() => document.documentElement.textContent")


READ = ("publikasi/*/*", "isu/*", "edukasi/*", "layanan/*", "capaian/*", "unit/*", "tentang/*", ".")
"""Folders of the pages that people come for; registers and the appendix are longer."""


def compressed(path: Path) -> int:
    """Return the bytes that gzip -9 makes of a file."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


@pytest.mark.parametrize("pattern", READ)
def test_what_people_come_for_fits_into_the_first_window(pattern: str, example: Place) -> None:
    """HTML and CSS of every page there, compressed, come with the first ten packets."""
    (style,) = example.output.glob("tema/portal.*.css")
    pages = sorted(example.output.glob(f"{pattern}/index.html"))
    assert [] != pages
    sizes = {str(page): compressed(style) + compressed(page) for page in pages}
    assert {} == {name: size for name, size in sizes.items() if size > FIRST_WINDOW}


def test_no_page_is_heavy(example: Place) -> None:
    """The HTML of every page has at most 60 KB, and a script at most 10 KB."""
    most = {"*.html": MOST_HTML, "*.js": MOST_SCRIPT}
    assert [] == [
        (path.relative_to(example.output).as_posix(), path.stat().st_size)
        for pattern, limit in most.items()
        for path in sorted(example.output.rglob(pattern))
        if path.stat().st_size > limit
    ]


def test_a_first_view_is_light(visit: Visitor, example: Place) -> None:
    """All that home asks for, pictures too, has at most 200 KB."""
    found = visit("/", Look(360))
    paths = [url.split("/", 3)[3] or "index.html" for url in found.requests]
    assert 200_000 >= sum((example.output / path).stat().st_size for path in paths)


def test_cards_are_shown_by_messengers(example: Place) -> None:
    """Every card has at most 300 KB, so that it is shown beside a link."""
    cards = sorted(example.output.rglob("kartu-*.jpg"))
    assert [] != cards
    assert [] == [card.name for card in cards if card.stat().st_size > 300_000]
