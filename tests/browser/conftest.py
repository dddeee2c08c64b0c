"""The site of the example, served as `invoke serve` does, and pages of a real browser on it."""

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from kinerja.commands.serve import open_server
from tests.browser.visits import Look, Visit, open_visit
from tests.site.builds import EXAMPLE_NOW, Place, build, copy_example

Visitor = Callable[[str, Look], Visit]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the content of the repository with its site; not to be changed."""
    place = copy_example(tmp_path_factory.mktemp("peramban dengan spasi") / "contoh")
    result = build(place, "--no-release", as_of=EXAMPLE_NOW)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture(scope="session")
def host(example: Place) -> Iterator[str]:
    """Serve the site in this process and return its address, without a slash at its end."""
    server = open_server(example.output, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visitor]:
    """Return what opens an address of the site in a window of its own, closed after the test."""
    visits: list[Visit] = []

    def visitor(address: str, look: Look) -> Visit:
        visits.append(open_visit(browser, host, address, look))
        return visits[-1]

    yield visitor
    for found in visits:
        found.page.context.close()
