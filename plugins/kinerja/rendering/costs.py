"""The pages and files of the cost appendix, in the dress of the portal."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from cost_appendix.open_data import appendix_files
from cost_appendix.pages import Page as CostPage
from cost_appendix.pages import appendix_pages

from .pages import File, Page
from .site import TRANSPARENCY, Site
from .views import Link


def cost_pages(site: Site) -> list[Page]:
    """Return every page of the appendix."""
    names = {unit.id: unit.name for unit in site.portal.tables.units.values()}
    pages = appendix_pages(
        site.portal.ledger,
        site.cost_records,
        unit_names=names,
        section_word="layanan",
        site_url=site.settings.url,
        signature=(site.settings.name, site.settings.notice),
    )
    result: list[Page] = []
    for page in pages:
        address = f"/{page.url}"
        trail: list[Link] = [{"title": title, "url": f"/{url}"} for title, url in page.trail]
        here: Link = {"title": page.title, "url": address}
        template = page.template.removesuffix(".html")
        shown = site.page(
            address,
            template,
            {},
            page.title,
            page.description,
            trail=(TRANSPARENCY, *trail, here),
            robots="noindex" if "/sematan/" in address else "",
        )
        result.append(replace(shown, make=partial(_view, shown, page)))
    return result


def _view(shown: Page, page: CostPage) -> Mapping[str, object]:
    return {**shown.view, "SITEURL": "", **page.view}


def cost_files(site: Site) -> list[File]:
    """Return the ledger as open data."""
    files = appendix_files(site.portal.ledger, site.cost_records)
    return [File(path, data) for path, data in files]
