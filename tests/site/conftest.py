"""Sites that are built once and looked at, or copied, by many tests."""

from pathlib import Path

import pytest

from tests.kinerja.contents import write_content
from tests.site.builds import Place, build


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the tiny content with its site, from a path with a space; not to be changed."""
    place = Place(tmp_path_factory.mktemp("tempat asal") / "kecil")
    write_content(place.content)
    result = build(place)
    assert 0 == result.code, result.printed
    return place


@pytest.fixture
def place(tiny: Place, tmp_path: Path) -> Place:
    """Return a copy of the tiny content with its site, to be changed at will."""
    return tiny.copy(tmp_path / "tempat baru")


@pytest.fixture(scope="session")
def unbuilt(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the tiny content without a site; not to be changed."""
    place = Place(tmp_path_factory.mktemp("tanpa situs") / "kecil")
    write_content(place.content)
    return place
