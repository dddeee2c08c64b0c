"""Pictures for the docs: `PYTHONPATH=plugins python -m tests.browser.pictures output`.

Each is a page as a desk sees it by day, beside the same page on a phone by night.
"""

import io
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from kinerja.commands.environment import PROJECT, TOOLS, find_tool
from kinerja.commands.serve import open_server
from tests.browser.visits import PAGES, Look, open_visit

PICTURES = PROJECT / "docs" / "pictures"
SHOWN = {
    "home": PAGES["home"],
    "section": PAGES["service"],
    "publication": PAGES["article with a chart"],
    "indicator": "/capaian/produk-halal/",
    "appendix": PAGES["costs"],
    "answer": PAGES["issue"],
    "map": PAGES["narrative"],
}
DESK, PHONE = Look(1180), Look(360, "dark")
HEIGHT, GAP, EDGE = 800, 24, "#7d847c"
COLOURS = 64
"""Enough for paper, ink and two colours; so a picture stays below 150 KB."""


def shot(browser: Browser, host: str, address: str, look: Look) -> Image.Image:
    """Return what a reader sees first of a page."""
    visit = open_visit(browser, host, address, look)
    visit.page.set_viewport_size({"width": look.width, "height": HEIGHT})
    picture = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")
    visit.page.context.close()
    return picture


def beside(desk: Image.Image, phone: Image.Image) -> Image.Image:
    """Return both on one sheet, in few colours."""
    sheet = Image.new("RGB", (desk.width + GAP + phone.width, HEIGHT), EDGE)
    sheet.paste(desk, (0, 0))
    sheet.paste(phone, (desk.width + GAP, 0))
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


def main(output: Path) -> None:
    """Write docs/pictures from a finished site."""
    server = open_server(output.resolve(), 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_address[1]}"
    (tool,) = (tool for tool in TOOLS if tool.name == "chromium")
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_tool(tool), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, address in SHOWN.items():
            sheet = beside(*(shot(browser, host, address, look) for look in (DESK, PHONE)))
            sheet.save(PICTURES / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
