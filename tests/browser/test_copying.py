"""Texts to copy: a button where scripts run, a field that can be selected everywhere."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.visits import PAGES, Look


@pytest.mark.parametrize("name", ["article", "indicator"])
def test_a_button_copies_the_address(name: str, visit: Visitor, host: str) -> None:
    """By keyboard, and it says so to those who do not see it."""
    page = visit(PAGES[name], Look()).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=host)
    button = page.get_by_role("button", name="Salin Alamat pendek")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Tersalin").first.wait_for()
    field = page.get_by_label("Alamat pendek", exact=True)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == field.input_value()
    assert copied.startswith("https://kinerja.example/k/")


def test_a_chart_of_costs_is_copied_by_a_button(visit: Visitor, host: str) -> None:
    """The appendix, whose templates know no script, has the portal's."""
    page = visit(PAGES["costs"], Look()).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=host)
    page.get_by_text("Sematkan", exact=True).first.click()
    page.get_by_role("button", name="Salin Kode HTML").first.click()
    page.get_by_role("status").filter(has_text="Tersalin").first.wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith('<iframe src="https://kinerja.example/transparansi/biaya/sematan/')


def test_without_script_there_is_the_field(visit: Visitor) -> None:
    """And no button that would do nothing."""
    page = visit(PAGES["indicator"], Look(script=False)).page
    assert 0 == page.get_by_role("button", name="Salin").count()
    field = page.get_by_label("Alamat pendek", exact=True)
    assert field.is_visible()
    assert not field.is_editable()
