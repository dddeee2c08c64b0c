"""The form in a real browser: written, checked while typing, pictured, handed in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kinerja.commands.preview.watching import watching
from tests.browser.test_accessibility import violations_everywhere
from tests.browser.visits import Look, Visit, open_visit
from tests.kinerja.commands.preview.sessions import NEW, Desk, open_desk
from tests.kinerja.contents import PATHS, PUBLICATION, SUMMARY, change, picture_bytes, write

Opener = Callable[..., Visit]
FORM = f"/tulis/{NEW}/"
FILE = f"halaman/{NEW}.md"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a served preview that watches its content."""
    with open_desk(tmp_path) as found, watching(found.session):
        yield found


@pytest.fixture
def opener(browser: Browser, desk: Desk) -> Iterator[Opener]:
    """Return what opens an address of the preview in a window of its own."""
    visits: list[Visit] = []

    def open_page(address: str, look: Look | None = None) -> Visit:
        found = open_visit(browser, f"http://{desk.host}", address, look or Look())
        visits.append(found)
        return found

    yield open_page
    for found in visits:
        found.page.context.close()


def text(desk: Desk, path: str = FILE) -> str:
    """Return a file of the content."""
    return (desk.content / path).read_text("utf-8")


def said(page: Page, key: str) -> str:
    """Return what stands below a field."""
    return page.locator(f"#pesan-{key}").inner_text()


def test_mistakes_come_and_go_while_typing(desk: Desk, opener: Opener) -> None:
    """No button is pressed, nothing is saved; the text stands beside it as it would look."""
    before = text(desk)
    visit = opener(FORM)
    page = visit.page
    page.get_by_label("Ringkasan (wajib)").fill("pendek")
    page.locator("#pesan-ringkasan", has_text="(F08)").wait_for()
    page.get_by_label("Ringkasan (wajib)").fill(SUMMARY)
    page.locator("#pesan-ringkasan .tulis-salah").wait_for(state="detached")
    page.get_by_label("Isi", exact=True).fill("## Loket\n\nIndeks: {{kepuasan 2024}}.")
    page.locator("#tampilan h2", has_text="Loket").wait_for()
    assert "Indeks: 78,25" in page.locator("#tampilan").inner_text()
    assert ([], before) == (visit.errors, text(desk))


def test_from_a_new_record_to_the_review_page(desk: Desk, opener: Opener) -> None:
    """Without scripts: begun, written, given a picture, handed in."""
    page = opener("/tulis/", Look(script=False)).page
    page.get_by_label("Jenis").select_option("halaman")
    page.get_by_label("Id, untuk selamanya").fill("jam-buka")
    page.get_by_label("Judul").fill("Jam buka loket")
    page.get_by_role("button", name="Mulai menulis").click()
    page.wait_for_url("**/tulis/jam-buka/")
    page.get_by_label("Ringkasan (wajib)").fill(SUMMARY)
    page.get_by_label("Isi", exact=True).fill("Senin sampai Jumat.")
    page.get_by_label("Tambahkan berkas").set_input_files(
        {"name": "Loket depan.png", "mimeType": "image/png", "buffer": picture_bytes()}
    )
    page.get_by_label("Isi gambar dalam kata-kata").fill("Loket dengan dua kursi.")
    page.get_by_role("button", name="Simpan sebagai draf").click()
    page.wait_for_url("**/tulis/jam-buka/#tersimpan")
    assert page.get_by_text("Tersimpan sebagai draf di halaman/jam-buka.md").is_visible()
    picture = page.get_by_role("img", name="Loket dengan dua kursi.")
    assert 8 == picture.evaluate("i => i.decode().then(() => i.naturalWidth)")
    page.get_by_role("button", name="Simpan dan ajukan").click()
    page.wait_for_url("**/tinjau/jam-buka/")
    page.get_by_role("button", name="Ajukan").click()
    page.get_by_role("status").get_by_text("Berikutnya: penanggung-jawab").wait_for()
    assert 1 == len(desk.decided("jam-buka"))
    written = text(desk, "halaman/jam-buka.md")
    assert "status: siap\n" in written
    assert written.endswith("\n![Loket dengan dua kursi.](lampiran:Loket-depan.png)\n")


@pytest.mark.parametrize("script", [True, False])
def test_rows_come_and_go(desk: Desk, opener: Opener, script: bool) -> None:
    """By keyboard, with scripts and without; what was typed stays, and Enter saves nothing."""
    before = text(desk)
    page = opener(FORM, Look(script=script)).page
    page.get_by_label("Judul (wajib)").fill("Belum disimpan")
    page.get_by_label("Judul (wajib)").press("Enter")
    page.get_by_text("Isian lain", exact=True).click()
    rows = page.get_by_role("group", name="Sosial", exact=True)
    for n, (platform, words) in enumerate([("x", "Satu {tautan}"), ("surel", "Dua")], 1):
        if n > 1:
            rows.get_by_role("button", name="Tambah sosial").press("Enter")
        row = rows.get_by_role("group", name=f"Sosial {n}")
        for key, value in (("Id", platform), ("N", "1"), ("Teks", words)):
            row.get_by_label(key, exact=True).fill(value)
    rows.get_by_role("button", name="Hapus sosial 1").press("Enter")
    rows.get_by_role("group", name="Sosial 2").wait_for(state="detached")
    assert ("Dua", before) == (rows.get_by_label("Teks").input_value(), text(desk))
    page.get_by_role("button", name="Simpan sebagai draf").click()
    page.wait_for_url("**#tersimpan")
    saved = "judul: Belum disimpan\nsosial:\n  surel:\n  - n: 1\n    teks: Dua\n---\n"
    assert saved in text(desk)


def test_two_windows(desk: Desk, opener: Opener) -> None:
    """Who saves second sees the difference, keeps what was typed, and decides."""
    first, second = opener(FORM).page, opener(FORM).page
    first.get_by_label("Judul (wajib)").fill("Dari jendela pertama")
    first.get_by_role("button", name="Simpan sebagai draf").click()
    first.wait_for_url("**#tersimpan")
    second.get_by_label("Judul (wajib)").fill("Dari jendela kedua")
    second.get_by_role("button", name="Simpan sebagai draf").click()
    second.get_by_role("alert").get_by_text("berubah sejak Anda membukanya").wait_for()
    assert "judul: Dari jendela pertama" in text(desk)
    assert "Dari jendela kedua" == second.get_by_label("Judul (wajib)").input_value()
    assert "pertama" in second.get_by_role("alert").locator("del").all_inner_texts()[0]


def test_a_page_follows_the_content(desk: Desk, opener: Opener) -> None:
    """Saved by any program, it is loaded anew; what stops stands there until it is mended."""
    page = opener("/kontak/").page
    change(desk.content, PATHS["halaman"], "Tulis ke redaksi", "Telepon redaksi")
    page.get_by_text("Telepon redaksi").wait_for()
    change(desk.content, PATHS["publikasi"], "unit: bimas", "unit: bimass")
    box = page.get_by_label("Kesalahan")
    box.wait_for()
    assert "1 kesalahan" in box.inner_text()
    assert f"{PATHS['publikasi']}:" in (box.text_content() or "")
    roles = text(desk, "tata-kelola/peran.yaml")
    write(desk.content, "tata-kelola/peran.yaml", "a: b\n")
    page.get_by_text("tata-kelola/peran.yaml:1:").wait_for()
    write(desk.content, "tata-kelola/peran.yaml", roles)
    page.get_by_text("Telepon redaksi").wait_for()


@pytest.mark.parametrize("address", ["/tulis/", FORM, f"/tulis/{PUBLICATION}/"])
def test_axe_finds_no_violation(opener: Opener, address: str) -> None:
    """With every field open, light and dark, at 360 and 1280 pixels; nothing wider than 320."""
    visit = opener(address)
    page = visit.page
    page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert ([], []) == (violations_everywhere(page, address), visit.errors)
    page.set_viewport_size({"width": 320, "height": 800})
    assert 0 >= page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
