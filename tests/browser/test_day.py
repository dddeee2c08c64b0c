"""An editor's day from end to end: a Word file becomes a page, is corrected, and is taken down.

In the browser all that editors do there; beside it the commands, and nginx as readers meet it.
"""

import http.client
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kinerja.commands import publish
from tests.browser.visits import Look, open_visit
from tests.kinerja.commands.documents.words import paragraph, picture, word_file
from tests.kinerja.commands.preview.sessions import open_desk
from tests.kinerja.contents import SUMMARY, picture_bytes
from tests.serving import nginx_on, write_configuration
from tests.site.builds import Place, build

pytestmark = pytest.mark.client("nginx", "rsync")
RECORD = "loket-baru"
REVIEW, FORM = f"**/tinjau/{RECORD}/", f"**/tulis/{RECORD}/"
WORD = word_file(
    paragraph("Loket nikah buka sampai sore", "Title"),
    paragraph("Loket pencatatan nikah buka sampai pukul 16.00."),
    paragraph(picture("p", "")),
    relations={"p": ("image", "media/foto.png")},
    files={"word/media/foto.png": picture_bytes(size=(60, 40))},
)


@dataclass(frozen=True, slots=True)
class Day:
    """The window of the editor, the folder of the work, and what readers are answered."""

    page: Page
    place: Place
    public: Path
    read: Callable[[str], tuple[int, str]]
    reload: Callable[[], None]

    def publish(self) -> None:
        """Build at this moment and bring it to the web server."""
        result = build(self.place, as_of="")
        assert 0 == result.code, result.printed
        assert 0 == publish.run(str(self.place.output), str(self.public))
        self.reload()

    def hand_in_and_approve(self) -> None:
        """Save, hand in as the author, approve as the one who is responsible."""
        page = self.page
        page.get_by_role("button", name="Simpan dan ajukan").click()
        page.wait_for_url(REVIEW)
        page.get_by_role("button", name="Ajukan").click()
        page.get_by_role("status").get_by_text("Berikutnya: penanggung-jawab").wait_for()
        page.get_by_role("button", name="Setuju").click()
        page.get_by_role("status").get_by_text("baru disetujui").wait_for()


@pytest.fixture
def day(browser: Browser, nginx: Path, tmp_path: Path) -> Iterator[Day]:
    """Return a preview in a browser, and a web server on a folder for publications."""
    pytest.importorskip("pypandoc", reason="pypandoc_binary is not installed")
    place, public = Place(tmp_path), tmp_path / "publik"
    (tmp_path / "nginx").mkdir()
    port = write_configuration(tmp_path / "nginx", public / "current")

    def read(address: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", address)
        answer = connection.getresponse()
        found = answer.status, answer.read().decode()
        connection.close()
        return found

    def reload() -> None:
        """Let nginx read anew which addresses are gone, as after every publication."""
        pid = tmp_path / "nginx" / "nginx.pid"
        if pid.exists():
            os.kill(int(pid.read_text()), signal.SIGHUP)

    with open_desk(tmp_path) as desk:
        page = open_visit(browser, f"http://{desk.host}", "/tulis/", Look()).page
        found = Day(page, place, public, read, reload)
        found.publish()
        with nginx_on(nginx, tmp_path / "nginx", port):
            yield found
        page.context.close()


def test_an_editors_day(day: Day) -> None:
    """Begun from Word, mended, approved by two, read by all; corrected; withdrawn."""
    page = day.page

    page.get_by_label("Id, untuk selamanya").fill(RECORD)
    page.get_by_label("Judul").fill("Loket nikah buka sampai sore")
    page.get_by_label("Dari berkas Word").set_input_files(
        {"name": "Loket.docx", "mimeType": "application/octet-stream", "buffer": WORD}
    )
    page.get_by_role("button", name="Mulai menulis").click()
    page.wait_for_url(FORM)
    body = page.get_by_label("Isi", exact=True)
    assert "pukul 16.00" in body.input_value()

    page.get_by_role("button", name="Simpan dan ajukan").click()
    page.get_by_role("alert").get_by_text("Belum dapat diajukan").wait_for()
    page.get_by_label("Ringkasan (wajib)").fill(SUMMARY)
    page.get_by_label("Layanan 1", exact=True).fill("nikah")
    page.get_by_label("Manfaat").fill("Pekerja mendapat waktu lebih lama untuk mendaftar.")
    page.get_by_text("publikasi perlu indikator, atau angka di dalam manfaat").wait_for()
    page.get_by_label("Manfaat").fill("Pekerja mendapat 2 jam lebih lama untuk mendaftar.")
    body.fill("Loket buka sampai pukul 16.00.\n\n![Loket nikah.](lampiran:gambar-1.png)")
    page.get_by_role("heading", name="Pratinjau, tidak ada kesalahan").wait_for()
    day.hand_in_and_approve()
    page.get_by_role("link", name="Lihat tampilannya").click()
    page.get_by_text("Pratinjau: belum disetujui.").wait_for()
    address = "/" + page.url.split("/", 3)[3]

    assert 404 == day.read(address)[0]
    day.publish()
    status, text = day.read(address)
    assert (200, True) == (status, "Loket buka sampai pukul 16.00." in text)

    page.goto(page.url.replace(address, f"/tulis/{RECORD}/"))
    body.fill("Loket buka sampai pukul 15.00.\n\n![Loket nikah.](lampiran:gambar-1.png)")
    page.locator("summary", has_text="Isian lain").click()
    correction = page.get_by_role("group", name="Koreksi").get_by_role("group", name="1")
    correction.get_by_label("Jenis").select_option("penting")
    correction.get_by_label("Sebelum").fill("pukul 16.00")
    correction.get_by_label("Sesudah").fill("pukul 15.00")
    correction.get_by_label("Alasan").fill("Jam buka keliru ditulis.")
    correction.get_by_label("Ditemukan oleh").select_option("publik")
    day.hand_in_and_approve()
    assert "pukul 16.00" in day.read(address)[1]
    day.publish()
    text = day.read(address)[1]
    assert ("pernah dikoreksi" in text, "sampai pukul 15.00" in text) == (True, True)

    page.locator("summary", has_text="Tarik dari publik").click()
    page.get_by_label("Sebab").select_option("terbit-keliru")
    page.get_by_role("button", name="Tarik dari publik").click()
    page.get_by_role("status").get_by_text("baru ditarik").wait_for()
    day.publish()
    for _ in range(100):
        status, text = day.read(address)
        if status == 410:
            break
        time.sleep(0.1)  # nginx reads its map beside its work
    assert (410, False) == (status, "sampai pukul 15.00" in text)
