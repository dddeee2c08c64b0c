"""The pictures of docs/panduan: `python -m tests.browser.panduan` makes them on the example.

Nothing is decided or published: it works on a copy of the content, in a folder that goes again.
"""

import io
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from kinerja.commands.configuration import project_settings
from kinerja.commands.environment import PROJECT
from kinerja.commands.preview.server import open_server
from kinerja.commands.preview.session import Session
from kinerja.disk import write_atomic
from tests.conftest import find_program

PICTURES = PROJECT / "docs" / "panduan" / "gambar"
SIZE = {"width": 1200, "height": 760}
COLOURS = 48
OLD = "publikasi/2025/kepuasan-jemaah-haji-2025"
WAITING = "ke-mana-mengadu"
SUMMARY = "Loket pencatatan nikah di semua KUA kini melayani sampai sore, juga pada hari Jumat."


@contextmanager
def served(folder: Path) -> Iterator[tuple[Path, str]]:
    """Serve a copy of the example; yield its content and the address."""
    content = folder / "isi"
    shutil.copytree(PROJECT / "content", content)
    session = Session(project_settings(content), "")
    with open_server(session, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield content, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def begin(page: Page, host: str) -> None:
    """Fill in what begins a record."""
    page.goto(f"{host}/tulis/")
    page.get_by_label("Id, untuk selamanya").fill("loket-buka-sore")
    page.get_by_label("Judul").fill("Loket nikah di KUA melayani sampai sore")
    page.get_by_label("Unit yang menjawab").select_option("bimas-islam")


def write(page: Page) -> None:
    """Write into the form of a new record, and leave a mistake for the picture."""
    page.get_by_role("button", name="Mulai menulis").click()
    page.get_by_label("Ringkasan (wajib)").fill(SUMMARY)
    page.get_by_label("Layanan 1", exact=True).fill("pencatatan-nikah")
    page.get_by_label("Isi", exact=True).fill(
        "## Apa yang berubah\n\nPada 2025 tercatat {{peristiwa-nikah 2025}} peristiwa nikah."
    )
    page.get_by_label("Judul (wajib)").fill("")
    page.locator("#pesan-judul .tulis-salah").wait_for()
    page.locator("#tampilan h2", has_text="Apa yang berubah").wait_for()
    page.evaluate("() => scrollTo(0, document.querySelector('.tulis-dua').offsetTop - 16)")


def show_conflict(page: Page, content: Path, host: str) -> None:
    """Save a record that somebody else changed meanwhile."""
    page.goto(f"{host}/tulis/{Path(OLD).name}/")
    path = content / f"{OLD}.md"
    text = path.read_text("utf-8").replace("Angka pokoknya", "Angka pokok")
    path.write_text(text, "utf-8")
    page.get_by_label("Judul (wajib)").fill("Kepuasan jemaah haji 2025")
    page.get_by_role("button", name="Simpan sebagai draf").click()


def show_correction(page: Page, host: str) -> None:
    """Open the fields of a correction."""
    page.goto(f"{host}/tulis/{Path(OLD).name}/")
    page.locator("summary", has_text="Isian lain").click()
    group = page.get_by_role("group", name="Koreksi").first
    group.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")


def save(page: Page, name: str) -> None:
    """Write what the window shows as a small picture."""
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = io.BytesIO()
    shown.quantize(COLOURS).save(small, "PNG", optimize=True)
    write_atomic(PICTURES / f"{name}.png", small.getvalue())
    print(f"{name}.png: {len(small.getvalue()) // 1024} KB")


def main() -> int:
    """Make every picture; 0 always. Raises what the browser raises."""
    with (
        TemporaryDirectory() as name,
        served(Path(name)) as (content, host),
        sync_playwright() as p,
    ):
        browser = p.chromium.launch(executable_path=find_program("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]  # both keys stand there
        page.set_default_timeout(300_000)  # the whole example is built for one of them
        steps: dict[str, Callable[[], object]] = {
            "mulai": lambda: begin(page, host),
            "formulir": lambda: write(page),
            "daftar": lambda: page.goto(f"{host}/tinjau/"),
            "tinjauan": lambda: page.goto(f"{host}/tinjau/{WAITING}/#keputusan"),
            "berubah": lambda: show_conflict(page, content, host),
            "koreksi": lambda: show_correction(page, host),
            "pratinjau": lambda: page.goto(f"{host}/publikasi/2025/{Path(OLD).name}/"),
        }
        for step, make in steps.items():
            make()
            save(page, step)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
