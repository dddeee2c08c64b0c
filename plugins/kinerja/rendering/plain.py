"""Plain pages, permanent short addresses, the page for what is not found, old addresses."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from kinerja.model.portal import Public
from kinerja.model.records import Page as PlainRecord

from .approvals import approval_view
from .bodies import body_html
from .formats import day
from .pages import File, Page, page_path, redirect_page
from .site import REGISTERS, ROOT_PAGES, Site
from .views import Link, NoticeView, PlainView

ABOUT: Link = {"title": "Tentang", "url": "/tentang/"}


def plain_pages(site: Site) -> list[Page]:
    """Return plain pages, the page 404, and a redirect page for every short address."""
    plain = (item for item in site.portal.pages.values() if item.id not in REGISTERS)
    pages = [_plain_page(site, item) for item in plain]
    redirects = [
        redirect_page(
            site.permanent(item),
            item.record.title,
            site.address(item),
            site.absolute(site.address(item)),
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
        "approval": approval_view(site, item),
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
            {"title": "Cari", "url": "/cari/"},
        ],
    }
    return site.page("/404.html", "pesan", view, title, text, robots="noindex")


def moved_pages(site: Site, taken: Iterable[str]) -> list[Page]:
    """Return a page that leads on for every row of `alih-alamat.csv`, by the paths of all others.

    A page of the portal at the old address wins; rows that lead one another round have no page.
    """
    moved = {redirect.old: redirect.new for redirect in site.portal.tables.redirects}
    paths = {*taken}
    pages: list[Page] = []
    for old in moved:
        target, seen = moved[old], {old}
        while target in moved and page_path(target) not in paths and target not in seen:
            seen.add(target)
            target = moved[target]
        if page_path(old) not in paths and target not in seen:
            pages.append(redirect_page(old, "Alamat ini pindah", target, site.absolute(target)))
    return pages


def address_file(moved: Mapping[str, str], gone: Iterable[str]) -> File:
    """Return `alamat.map`: old addresses with the new one, withdrawn ones with 410, for nginx.

    No sign of an address means anything to nginx: they are made of ids, codes and `LocalPath`.
    """
    rows = {**moved, **dict.fromkeys(gone, "410")}
    lines = (f'"{old}" "{new}";\n' for old, new in sorted(rows.items()))
    return File("alamat.map", "".join(lines).encode())


def security_files(site: Site) -> list[File]:
    """Return `/.well-known/security.txt` (RFC 9116); without a contact there is none.

    It expires 330 days after the day of the build: within a year, as the RFC advises.
    """
    path, contact = ".well-known/security.txt", site.settings.security_contact
    lines = (
        f"Contact: {contact}",
        f"Expires: {site.portal.day + timedelta(days=330)}T00:00:00Z",
        "Preferred-Languages: id, en",
        f"Canonical: {site.absolute(f'/{path}')}",
    )
    return [File(path, "".join(f"{line}\n" for line in lines).encode())] if contact else []


def attachment_files(site: Site) -> list[File]:
    """Return the attachments of every public record beside its page; not pictures, see `photos`."""
    return [
        File(
            f"{site.address(item).removeprefix('/')}{attachment.name}", item.root / attachment.path
        )
        for item in site.relations.records.values()
        for attachment in item.attachments.values()
        if not attachment.width
    ]
