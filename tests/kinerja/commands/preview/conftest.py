"""A preview of the tiny content that is served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kinerja.commands.preview.sessions import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a preview of its own, to be changed at will."""
    with open_desk(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def reading_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a preview that many tests ask and none changes."""
    with open_desk(tmp_path_factory.mktemp("baca")) as found:
        yield found
