"""The site of the example, served as `invoke serve` does, and pages of a real browser on it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import Look, Visit, open_visit

Visitor = Callable[[str, Look], Visit]


@pytest.fixture(scope="session")
def host(port: int) -> str:
    """Return the address of the served example, without a slash at its end."""
    return f"http://127.0.0.1:{port}"


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
