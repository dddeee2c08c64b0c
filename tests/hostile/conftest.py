"""The site of all hostile content, built once, and a browser that obeys no policy of ours."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from kinerja.commands.serve import open_server
from tests.hostile.site import write_hostile
from tests.site.builds import Place, build

SCAN = Path(__file__).with_name("scan.js").read_text("utf-8")
"""Returns what a page could still do when somebody touches it."""

HOOK = "window.pwned = (n) => { console.error('pwned ' + n); return n; };"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the content of all vectors with its site."""
    place = Place(tmp_path_factory.mktemp("bermusuhan") / "tempat")
    write_hostile(place.content)
    result = build(place)
    assert (0, True) == (result.code, "Ditahan" not in result.printed), result.printed
    return place


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder until the block ends; gives the address of the host."""
    with open_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@dataclass(slots=True)
class Watch:
    """A page without content security policy, and everything that it did of itself."""

    page: Page
    host: str
    did: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open an address of the host and wait until it is whole."""
        self.page.goto(self.host + address, wait_until="load")


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """Return a page of a window of its own; the host is set by the test."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(HOOK)
    found = Watch(context.new_page(), "")

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{found.host}/", "data:image/png")):
            found.did.append(f"asked {request.url}")

    def said(message: ConsoleMessage) -> None:
        if "pwned" in message.text:
            found.did.append(message.text)

    def opened(box: Dialog) -> None:
        found.did.append(f"dialog {box.message}")
        box.dismiss()

    found.page.on("request", asked)
    found.page.on("console", said)
    found.page.on("dialog", opened)
    found.page.on("pageerror", lambda error: found.did.append(f"error {error}"))
    context.on("page", lambda other: found.did.append(f"opened {other.url}"))
    yield found
    context.close()
