"""The pages that are visited show every template of the theme."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from kinerja.generators import pages as generators
from kinerja.generators.base import PortalGenerator
from kinerja.model.governance import JAKARTA
from kinerja.rendering.site import Site
from tests.browser.pictures import PICTURES, SHOWN
from tests.browser.visits import PAGES
from tests.kinerja.sites import site_of
from tests.site.builds import EXAMPLE_NOW, copy_example
from tests.test_theme import THEME

FRAMES = {"base", "cerita"}
"""Templates that others extend."""

ELSEWHERE = {"alih", "capaian-grafik", "umpan"}
"""A redirect, which leaves at once; a picture; feeds, whose pages need them collected."""


PREVIEW = ("tinjau", "tulis")
"""How templates begin that only `invoke preview` shows."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the example."""
    place = copy_example(tmp_path_factory.mktemp("contoh"))
    return site_of(place.content, datetime.fromisoformat(EXAMPLE_NOW).replace(tzinfo=JAKARTA))


def test_every_template_is_visited(site: Site) -> None:
    """So a template that is added is held to axe, to narrow screens and to work without scripts."""
    workshop = SimpleNamespace(site=site, feeds=())
    makers = [
        kind
        for kind in vars(generators).values()
        if isinstance(kind, type)
        and issubclass(kind, PortalGenerator)
        and kind is not PortalGenerator
    ]
    visited = {
        page.template
        for maker in makers
        for page in maker.make_pages(SimpleNamespace(workshop=workshop))  # type: ignore[arg-type]  # all that it asks for
        if f"/{page.path.removesuffix('index.html')}" in PAGES.values()
    }
    stems = {path.stem for path in THEME.glob("*.html")}
    wanted = {stem for stem in stems if not stem.startswith(PREVIEW)}
    assert set() == wanted - FRAMES - ELSEWHERE - visited


def test_pictures_in_the_docs_are_small() -> None:
    """Each that `tests/browser/pictures.py` makes is there, with less than 150 KB."""
    sizes = {path.stem: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(SHOWN) == set(sizes)
    assert {} == {name: size for name, size in sizes.items() if size > 150_000}
