"""What every test may ask for: programs of the system and a browser; what is missing is listed.

A test asks by a fixture (`chromium`, `browser`, `nginx`, `newsboat`, `sfeed`) or by a mark
(`browser`, `client("nginx")`). It is skipped where the program does not run; with CI=true it fails.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from kinerja.commands import environment
from kinerja.commands.serve import open_server
from tests.site.builds import EXAMPLE_NOW, Place, build, copy_example

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A machine under load is no mistake of the code: no time limit on an example.
hypothesis.settings.register_profile("portal", deadline=None)
hypothesis.settings.load_profile("portal")
set_hypothesis_home_dir(environment.PROJECT / ".cache" / "hypothesis")

hypothesis.settings.register_profile("audit", deadline=None, max_examples=3_000)
AUDIT = Path(__file__).with_name("audit")
"""Proofs that take long: they run where they are asked for, by `invoke audit`."""

os.environ["XDG_STATE_HOME"] = str(environment.PROJECT / ".cache" / "state")
"""Where builds of tests keep their key: never in the home of who runs them."""

MISSED = pytest.StashKey[Counter[str]]()
MEASURED = pytest.StashKey[list[str]]()
TOOLS = {tool.name: tool for tool in environment.TOOLS}


@cache
def find_program(name: str) -> Path | None:
    """Return the program of a tool of the table, looked for once a run."""
    return environment.find_tool(TOOLS[name])


def needed_tools(item: pytest.Item) -> list[str]:
    """Return the names of the tools that a test asks for, by marks and by fixtures."""
    fixtures: list[str] = getattr(item, "fixturenames", [])
    marked = [name for mark in item.iter_markers("client") for name in mark.args]
    if item.get_closest_marker("browser") or "browser" in fixtures:
        marked.append("chromium")
    return sorted({*marked, *(TOOLS.keys() & fixtures)})


def asks_for_audit(config: pytest.Config) -> bool:
    """Say whether the folder of the long proofs is named on the command line."""
    return any(AUDIT.name in Path(word.partition("::")[0]).parts for word in config.args)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the long proofs out of every other run."""
    return True if collection_path == AUDIT and not asks_for_audit(config) else None


def pytest_configure(config: pytest.Config) -> None:
    """Start the count of tests that want for a tool, and the list of what tests measured."""
    if asks_for_audit(config):
        hypothesis.settings.load_profile("audit")
    config.stash[MISSED] = Counter()
    config.stash[MEASURED] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the mark to tests that ask by a fixture, so that `-m "not browser"` leaves them out."""
    for item in items:
        names = needed_tools(item)
        if "chromium" in names:
            item.add_marker(pytest.mark.browser)
        if clients := [name for name in names if name != "chromium"]:
            item.add_marker(pytest.mark.client(*clients))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that wants for a tool; with CI=true fail it."""
    missing = [name for name in needed_tools(item) if find_program(name) is None]
    item.config.stash[MISSED].update(missing)
    if missing:
        reason = f"does not run here: {', '.join(missing)}"
        if environment.is_ci(os.environ):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what a process of its own noted to the one that prints it."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        missed = session.config.stash[MISSED]
        output["missed"] = {**missed}
        output["measured"] = session.config.stash[MEASURED]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a process noted; one that died noted nothing."""
    output = getattr(node, "workeroutput", {})
    node.config.stash[MISSED].update(output.get("missed", {}))
    node.config.stash[MEASURED].extend(output.get("measured", ()))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """List what was measured, then what was missing and how many tests wanted it."""
    if measures := config.stash[MEASURED]:
        terminalreporter.section("precision and recall of the checks")
        terminalreporter.write_line("\n".join(sorted(measures)))
    missed = config.stash[MISSED]
    if not missed:
        return
    terminalreporter.section("programs that do not run here")
    verb = "failed" if environment.is_ci(os.environ) else "skipped"
    for name, count in sorted(missed.items()):
        terminalreporter.line(f"{name}: {count} {'test' if count == 1 else 'tests'} {verb}")


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> list[str]:
    """Return the list to which a test adds what it measured; it is printed after the run."""
    return request.config.stash[MEASURED]


def _program(name: str) -> Path:
    path = find_program(name)
    assert path is not None, f"the test was not stopped for want of {name}"
    return path


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the Chromium that runs here."""
    return _program("chromium")


@pytest.fixture(scope="session")
def nginx() -> Path:
    """Return the nginx that runs here."""
    return _program("nginx")


@pytest.fixture(scope="session")
def newsboat() -> Path:
    """Return the newsboat that runs here."""
    return _program("newsboat")


@pytest.fixture(scope="session")
def sfeed() -> Path:
    """Return the sfeed that runs here."""
    return _program("sfeed")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator["Browser"]:
    """Return one running Chromium for all tests; each opens a context of its own."""
    from playwright.sync_api import sync_playwright

    arguments = environment.chromium_arguments(environment.is_root())
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the content of the repository with its site, built once; not to be changed."""
    place = copy_example(tmp_path_factory.mktemp("contoh dengan spasi") / "contoh")
    result = build(place, "--no-release", as_of=EXAMPLE_NOW)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture(scope="session")
def port(example: Place) -> Iterator[int]:
    """Serve the site of the example in this process, as `invoke serve` does; return the port."""
    server = open_server(example.output, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()
