"""Tests for want of a program: skipped and listed by hand, failures in CI."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja.commands import environment
from kinerja.commands.environment import Tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py").read_text("utf-8")
WANTING = """
import pytest

def test_by_fixture(nginx): pass

@pytest.mark.client("nginx", "sfeed")
def test_by_mark(): pass

@pytest.mark.browser
def test_page(): pass

def test_needs_nothing(): pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a small test folder with this conftest, on a machine where only sfeed runs."""

    def find(tool: Tool) -> Path | None:
        return Path("/bin/true") if tool.name == "sfeed" else None

    monkeypatch.setattr(environment, "find_tool", find)
    monkeypatch.setattr("hypothesis.configuration.set_hypothesis_home_dir", lambda _: None)
    pytester.makeconftest(CONFTEST)
    pytester.makepyprojecttoml(
        '[tool.pytest]\nmarkers = ["browser: a browser", "client(*names): programs"]\n'
    )
    pytester.makepyfile(WANTING)
    return pytester


def run_tests(project: pytest.Pytester, *options: str) -> tuple[dict[str, int], Sequence[str]]:
    """Run the small folder and return its outcomes and its lines."""
    result = project.runpytest_inprocess("-p", "no:cacheprovider", *options)
    return result.parseoutcomes(), result.outlines


def test_what_is_missing_is_skipped_and_listed(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand each test for want of a program is skipped, and the end says how many and of what."""
    monkeypatch.delenv("CI", raising=False)
    outcomes, lines = run_tests(project)
    assert {"passed": 1, "skipped": 3} == outcomes
    assert ["chromium: 1 test skipped", "nginx: 2 tests skipped"] == [
        line for line in lines if line.startswith(("chromium:", "nginx:", "sfeed:"))
    ]


def test_what_is_missing_fails_in_ci(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With CI=true the same tests fail."""
    monkeypatch.setenv("CI", "true")
    outcomes, lines = run_tests(project)
    assert {"passed": 1, "errors": 3} == outcomes
    assert "nginx: 2 tests failed" in lines


def test_a_fixture_gives_the_mark(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-m client` finds the test that asks by fixture as well as the one that asks by mark."""
    monkeypatch.delenv("CI", raising=False)
    outcomes, _ = run_tests(project, "-m", "client")
    assert {"skipped": 2, "deselected": 2} == outcomes


def test_the_browser_shows_a_page(browser: "Browser") -> None:
    """Chromium runs with our arguments: a page of one heading has its text."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.set_content("<h1>Capaian</h1>")
        assert page.locator("h1").text_content() == "Capaian"
