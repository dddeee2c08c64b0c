"""The site of the example behind nginx, as it is shipped, and pages of a real browser on it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import Look, Visit, open_visit
from tests.conftest import find_program
from tests.serving import nginx_on, write_configuration
from tests.site.builds import Place

Visitor = Callable[[str, Look], Visit]


@pytest.fixture(scope="session")
def host(
    request: pytest.FixtureRequest, example: Place, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return the address of the served example, without a slash at its end.

    Without nginx it is served as `invoke serve` does; what needs nginx itself asks for it.
    """
    nginx = find_program("nginx")
    if nginx is None:
        yield f"http://127.0.0.1:{request.getfixturevalue('port')}"
        return
    folder = tmp_path_factory.mktemp("nginx")
    port = write_configuration(folder, example.output)
    with nginx_on(nginx, folder, port):
        yield f"http://127.0.0.1:{port}"


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
