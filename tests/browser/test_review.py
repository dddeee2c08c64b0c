"""The review page in a real browser: by keyboard to a signed-off decision, whole for axe, bound."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import violations_everywhere
from tests.browser.visits import Look, Visit, open_visit
from tests.kinerja.commands.preview.sessions import (
    AUTHOR,
    NEW,
    PATH,
    RESPONSIBLE,
    Desk,
    open_desk,
)
from tests.kinerja.contents import PATHS, PICTURE, PUBLICATION, change, picture_bytes, write

Opener = Callable[..., Visit]
CHANGED = f"/tinjau/{PUBLICATION}/"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a served preview: a new page, and a publication whose text and picture changed."""
    with open_desk(tmp_path) as found:
        change(found.content, PATHS["publikasi"], "Lihat [layanannya]", "Baca [layanannya]")
        write(found.content, PICTURE, picture_bytes(size=(9, 6)))
        yield found


@pytest.fixture
def opener(browser: Browser, desk: Desk) -> Iterator[Opener]:
    """Return what opens an address of the preview in a window of its own."""
    visits: list[Visit] = []

    def open_page(address: str, look: Look | None = None) -> Visit:
        found = open_visit(browser, f"http://{desk.host}", address, look or Look(script=False))
        visits.append(found)
        return found

    yield open_page
    for found in visits:
        found.page.context.close()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_by_keyboard_from_the_list_to_a_decision(desk: Desk, opener: Opener) -> None:
    """Tab and Enter alone lead from the list to a line of decisions, and its result is said."""
    page = opener("/tinjau/", Look()).page
    tab_to(page, f"a[href='{PATH}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PATH}")
    tab_to(page, "button[value=ajukan]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PATH}#hasil")
    status = page.get_by_role("status")
    assert "Berikutnya: penanggung-jawab" in status.inner_text()
    assert "hasil" == page.evaluate("() => document.activeElement.id")
    tab_to(page, "button[value=setuju]")
    page.keyboard.press("Enter")
    page.get_by_text("baru disetujui").wait_for()
    acts = [json.loads(line)["keputusan"] for line in desk.decided()]
    assert ["ajukan", "setuju"] == acts


def test_giving_back_needs_a_reason(desk: Desk, opener: Opener) -> None:
    """Without scripts: an empty reason is not sent, a written one is recorded."""
    desk.post(desk.form("ajukan", AUTHOR))
    page = opener(PATH).page
    page.get_by_role("button", name="Kembalikan").click()
    assert 1 == len(desk.decided())
    page.get_by_label("Alasan, terbuka untuk umum", exact=True).fill("Angka belum bersumber.")
    page.get_by_role("button", name="Kembalikan").click()
    page.get_by_role("status").get_by_text("baru dikembalikan").wait_for()
    found = json.loads(desk.decided()[-1])
    assert ("kembalikan", "Angka belum bersumber.") == (found["keputusan"], found["alasan"])


def test_what_changed_meanwhile_is_not_decided(desk: Desk, opener: Opener) -> None:
    """The approver read other bytes: nothing is recorded, what was typed stays."""
    desk.post(desk.form("ajukan", AUTHOR))
    page = opener(PATH).page
    change(desk.content, f"halaman/{NEW}.md", "Tulis ke", "Tulis kepada")
    page.get_by_role("button", name="Setuju").click()
    page.get_by_text("berubah sejak Anda membacanya").wait_for()
    assert 1 == len(desk.decided())
    assert "Tulis kepada" in page.locator(".tinjau-naskah").last.inner_text()


def test_a_page_of_another_site_decides_nothing(desk: Desk, browser: Browser) -> None:
    """A form that a foreign page sends, even with the right secret, is refused."""
    fields = desk.form("ajukan", AUTHOR)
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    context = browser.new_context()
    page = context.new_page()
    page.set_content(f'<form method="post" action="http://{desk.host}{PATH}">{inputs}<button>')
    page.get_by_role("button").click()
    page.get_by_text("Keputusan hanya diterima dari halaman tinjauan").wait_for()
    context.close()
    assert [] == desk.decided()


def test_the_difference_is_told_by_words_too(opener: Opener) -> None:
    """What was taken out and put in is named for those who do not see it; pictures stand by."""
    page = opener(CHANGED).page
    assert "[dihapus: Lihat ]" == page.locator("del").first.text_content()
    assert "[disisipkan: Baca ]" == page.locator("ins").first.text_content()
    sizes = "() => [...document.querySelectorAll('figure img')].map(i => i.naturalWidth)"
    page.wait_for_load_state("networkidle")
    assert [8, 9] == opener(CHANGED, Look()).page.evaluate(sizes)


def test_the_preview_is_one_step_away(opener: Opener) -> None:
    """The link leads to the page as it would look, its banner leads back."""
    page = opener(PATH).page
    page.get_by_role("link", name="Lihat tampilannya").click()
    page.wait_for_url("**/tentang/baru/")
    assert "Pratinjau: belum disetujui." in page.get_by_label("Pratinjau").inner_text()
    page.get_by_role("link", name="Tinjau dan putuskan").click()
    page.wait_for_url("**/tinjau/")


@pytest.mark.parametrize("address", ["/tinjau/", PATH, CHANGED, "/tinjau/tidak-ada/", "/"])
def test_axe_finds_no_violation(desk: Desk, opener: Opener, address: str) -> None:
    """With every form and a result on the page, light and dark, at 360 and 1280 pixels."""
    desk.post(desk.form("ajukan", AUTHOR))
    visit = opener(address, Look())
    page = visit.page
    page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert [] == violations_everywhere(page, address)
    assert [] == [error for error in visit.errors if "404" not in error]
    overflow = "() => document.documentElement.scrollWidth - innerWidth"
    page.set_viewport_size({"width": 320, "height": 800})
    assert 0 >= page.evaluate(overflow)


def test_taking_down_is_behind_a_fold(desk: Desk, opener: Opener) -> None:
    """Nobody hits it by accident; with its reason it is recorded."""
    desk.post(desk.form("ajukan", AUTHOR))
    page = opener(PATH).page
    button = page.get_by_role("button", name="Tarik dari publik")
    assert not button.is_visible()
    page.locator("summary", has_text="Tarik dari publik").click()
    page.get_by_label("Sebab").select_option("terbit-keliru")
    button.click()
    page.get_by_role("status").get_by_text("baru ditarik").wait_for()
    found = json.loads(desk.decided()[-1])
    assert ("tarik", RESPONSIBLE.split()[1]) == (found["keputusan"], found["orang"])
