"""Plain pages, permanent short addresses, the page for what is not found, robots and sitemap."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from kinerja.model.portal import Public
from kinerja.model.records import Page as PlainRecord

from .approvals import approval_view
from .bodies import body_html
from .formats import day
from .pages import File, Page, page_path
from .site import ROOT_PAGES, Site
from .views import Link, NoticeView, PlainView

ABOUT: Link = {"title": "Tentang", "url": "/tentang/"}


def plain_pages(site: Site) -> list[Page]:
    """Return plain pages, the page 404, and a redirect page for every short address."""
    pages = [_plain_page(site, item) for item in site.portal.pages.values()]
    redirects = [
        Page(
            page_path(site.permanent(item)),
            "alih",
            {
                "page": {
                    "title": item.record.title,
                    "url": site.address(item),
                    "canonical": site.absolute(site.address(item)),
                }
            },
        )
        for item in site.relations.records.values()
    ]
    return [*pages, _not_found(site), *redirects]


def _plain_page(site: Site, item: Public[PlainRecord]) -> Page:
    record, address = item.record, site.address(item)
    view: PlainView = {
        "title": record.title,
        "summary": record.summary,
        "body_html": body_html(site, item),
        "updated": day(item.last_released.date()),
        "unit": site.unit_link(record.unit),
        "approval": approval_view(item),
    }
    here: Link = {"title": record.title, "url": address}
    above = (ABOUT,) if item.id not in ROOT_PAGES and "tentang" in site.portal.pages else ()
    trail = (*above, here)
    return site.page(address, "halaman", view, record.title, record.summary, trail=trail)


def _not_found(site: Site) -> Page:
    title = "Halaman tidak ditemukan"
    text = "Alamat ini tidak ada. Mungkin salah ketik, atau halaman ini tidak pernah terbit."
    view: NoticeView = {
        "title": title,
        "text": text,
        "links": [
            {"title": "Beranda", "url": "/"},
            {"title": "Layanan", "url": "/layanan/"},
            {"title": "Publikasi", "url": "/publikasi/"},
        ],
    }
    return site.page("/404.html", "pesan", view, title, text, robots="noindex")


def index_files(site: Site, paths: Iterable[str]) -> list[File]:
    """Return `sitemap.xml` over the pages of the build, and `robots.txt`."""
    addresses = sorted(
        "/" + path.removesuffix("index.html")
        for path in paths
        if path.endswith("index.html") and not path.startswith("k/")
    )
    urls = "".join(f"<url><loc>{escape(site.absolute(a))}</loc></url>\n" for a in addresses)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.absolute('/sitemap.xml')}\n"
    return [File("sitemap.xml", sitemap.encode()), File("robots.txt", robots.encode())]


def attachment_files(site: Site) -> list[File]:
    """Return the attachments of every public record, beside its page."""
    return [
        File(
            f"{site.address(item).removeprefix('/')}{attachment.name}", item.root / attachment.path
        )
        for item in site.relations.records.values()
        for attachment in item.attachments.values()
    ]
