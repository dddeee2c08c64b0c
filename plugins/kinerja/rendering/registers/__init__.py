"""Registers: pages that are a few tables; each is a function from the site to sections."""

from kinerja.rendering.pages import Page
from kinerja.rendering.site import Site

from .achievements import achievement_pages
from .catalogue import catalogue_pages
from .search import search_pages
from .transparency import transparency_pages

MAKERS = (achievement_pages, transparency_pages, catalogue_pages, search_pages)


def all_registers(site: Site) -> list[Page]:
    """Return every register but the list of units, which stands with the pages of units."""
    return [page for make in MAKERS for page in make(site)]
