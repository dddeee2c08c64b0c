"""The feeds of the example, built once, and a server of them on this machine."""

import threading
from collections.abc import Iterator

import pytest

from kinerja.commands.serve import open_server
from tests.site.builds import EXAMPLE_NOW, Place, build, copy_example


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the content of the repository with its site; not to be changed."""
    place = copy_example(tmp_path_factory.mktemp("umpan dengan spasi") / "contoh")
    result = build(place, "--no-release", as_of=EXAMPLE_NOW)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture(scope="session")
def port(example: Place) -> Iterator[int]:
    """Serve the site of the example in this process and return the port."""
    server = open_server(example.output, 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()
