"""axe finds nothing, on every type of page, light and dark, narrow and wide, and by keyboard."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.visits import PAGES, Look, Scheme

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules, those of advice too, and the size of targets (WCAG 2.5.8), off by itself in axe."""

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (360, 1280)


@cache
def axe_script() -> str:
    """Return axe-core, whose last value is nothing: the policy of the site lets no tag load it."""
    folder = Path(axe_playwright_python.__file__).parent
    return (folder / "axe.min.js").read_text("utf-8") + "\n;0"


def violations(page: Page, where: str) -> list[str]:
    """Return each violation as place, rule, and the elements at fault."""
    result: dict[str, Any] = page.evaluate(f"() => axe.run(document, {json.dumps(OPTIONS)})")
    return [
        f"{where}: {found['id']}: {node['target']} {node['html'][:120]}"
        for found in result["violations"]
        for node in found["nodes"][:5]
    ]


def violations_everywhere(page: Page, where: str) -> list[str]:
    """Return the violations of a page in light and dark, at 360 and 1280 pixels."""
    page.evaluate(axe_script())
    found: list[str] = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            found += violations(page, f"{where} {scheme} {width}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(name: str, visit: Visitor) -> None:
    """Light and dark, at 360 and 1280 pixels: the list of violations is empty."""
    assert [] == violations_everywhere(visit(PAGES[name], Look()).page, PAGES[name])


def test_axe_does_find_what_is_wrong(visit: Visitor) -> None:
    """A picture without text and a pale sentence, put into a page, are both reported."""
    page = visit(PAGES["plain page"], Look()).page
    page.evaluate(axe_script())
    page.evaluate(
        """() => {
          const main = document.querySelector('main');
          main.append(document.createElement('img'));
          main.querySelector('p').style.color = '#ccc';
        }"""
    )
    rules = {found.split(": ")[1] for found in violations(page, "here")}
    assert {"image-alt", "color-contrast"} <= rules


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_violation_in_the_open_menu(scheme: Scheme, visit: Visitor) -> None:
    """On a phone the menu is opened: its entries are as good as the rest."""
    page = visit("/", Look(360, scheme)).page
    page.locator("nav.menu summary").click()
    assert page.locator("nav.menu a").first.is_visible()
    page.evaluate(axe_script())
    assert [] == violations(page, f"menu {scheme}")


@pytest.mark.parametrize("name", ["home", "article", "indicator"])
def test_dark_is_dark(name: str, visit: Visitor) -> None:
    """The page follows the scheme of the system: ground and ink change places."""
    page = visit(PAGES[name], Look()).page
    script = "() => ['backgroundColor', 'color'].map(n => getComputedStyle(document.body)[n])"
    light = page.evaluate(script)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(script)
    assert brightness(light[0]) > brightness(light[1])
    assert brightness(dark[0]) < brightness(dark[1])


def brightness(color: str) -> float:
    """Return the sum of red, green and blue of `rgb(...)`."""
    return sum(float(part) for part in color.partition("(")[2].rstrip(")").split(",")[:3])


FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex='0']"

STATE = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return {
    name: element.outerHTML.slice(0, 100),
    end: element === document.body,
    marked: outline || style.boxShadow !== 'none',
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def test_the_first_stop_leads_to_the_content(visit: Visitor) -> None:
    """Tab shows the skip link, Enter puts the focus into main, the next stop lies inside."""
    page = visit(PAGES["article"], Look()).page
    page.keyboard.press("Tab")
    first = page.evaluate(STATE)
    assert ("Langsung ke isi", True, True) == (
        page.evaluate("() => document.activeElement.textContent"),
        first["marked"],
        first["seen"],
    )
    page.keyboard.press("Enter")
    assert "isi" == page.evaluate("() => document.activeElement.id")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["home", "service", "article with a chart", "indicator", "costs"])
def test_every_stop_of_the_keyboard_is_seen(name: str, width: int, visit: Visitor) -> None:
    """Tab reaches every control once, in view and marked, and leaves the page at its end."""
    page = visit(PAGES[name], Look(width)).page
    visible = f"() => [...document.querySelectorAll({json.dumps(FOCUSABLE)})]"
    visible += ".filter(e => e.checkVisibility({visibilityProperty: true})).length"
    expected: int = page.evaluate(visible)
    stops: list[dict[str, Any]] = []
    for _ in range(expected + 1):
        page.keyboard.press("Tab")
        stop = page.evaluate(STATE)
        if stop["end"]:
            break
        stops.append(stop)
    assert expected == len(stops)
    assert [] == [stop["name"] for stop in stops if not (stop["marked"] and stop["seen"])]


def test_the_menu_opens_by_keyboard_on_a_phone(visit: Visitor) -> None:
    """Enter on `Menu` shows its entries, and the next stop is the first of them."""
    page = visit("/", Look(360)).page
    page.locator("nav.menu summary").focus()
    assert not page.locator("nav.menu a").first.is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "/layanan/" == page.evaluate("() => document.activeElement.getAttribute('href')")


def test_a_wide_table_scrolls_by_keyboard(visit: Visitor) -> None:
    """On a phone its region is a stop with a name, and the arrow keys move it."""
    page = visit(PAGES["indicator"], Look(360)).page
    region = page.locator(".tabel-gulir").first
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert "region" == region.get_attribute("role")
    assert page.evaluate(STATE)["marked"]


def test_the_address_of_a_feed_is_copied_by_keyboard(visit: Visitor) -> None:
    """Tab reaches the box, its label says what it is, and all of it can be selected and copied."""
    page = visit(PAGES["feed"], Look(360)).page
    box = page.get_by_label("RSS", exact=True)
    page.locator("h1").click()
    for _ in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    assert page.evaluate(STATE)["marked"]
    page.keyboard.press("ControlOrMeta+A")
    chosen = box.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert chosen.endswith("/umpan/situs/rss.xml")
