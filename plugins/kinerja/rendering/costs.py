"""The pages and files of the cost appendix, in the dress of the portal."""

from dataclasses import replace

from cost_appendix.open_data import appendix_files
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
        result.append(replace(shown, view={**shown.view, "SITEURL": "", **page.view}))
    return result


def cost_files(site: Site) -> list[File]:
    """Return the ledger as open data."""
    files = appendix_files(site.portal.ledger, site.cost_records)
    return [File(path, data) for path, data in files]
