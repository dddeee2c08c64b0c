"""What every view builder is given: the public portal, addresses, and the words of the site."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Unpack

from cost_appendix.label import CostLabel, cost_label
from cost_appendix.model import Record as CostRecord
from cost_appendix.totals import Totals, total
from kinerja.model.portal import Portal, Public
from kinerja.model.records import Kind, Publication, Record
from kinerja.model.tables import Dataset

from .feed_links import FORMAT_NAMES, MEDIA_TYPES, feed_formats, listing_feed
from .pages import Card, Page, card_link, page_path
from .relations import Relations, relate
from .views import FeedLink, HeadChanges, HeadView, Link, SiteView

ROOT_PAGES = ("cari", "istilah", "tentang", "kontak")
"""Plain pages that stand at `/<id>/`; every other one at `/tentang/<id>/`."""

TRANSPARENCY: Link = {"title": "Transparansi", "url": "/transparansi/"}
DATA: Link = {"title": "Data", "url": "/data/"}
TERMS: Link = {"title": "Istilah", "url": "/istilah/"}
SEARCH: Link = {"title": "Cari", "url": "/cari/"}
REGISTERS = ("cari", "istilah")
"""Ids of plain pages whose words stand before a register of that address."""

MENU: tuple[Link, ...] = (
    {"title": "Layanan", "url": "/layanan/"},
    {"title": "Capaian", "url": "/capaian/"},
    {"title": "Publikasi", "url": "/publikasi/"},
    {"title": "Narasi", "url": "/narasi/"},
    {"title": "Isu", "url": "/isu/"},
    {"title": "Unit", "url": "/unit/"},
    TRANSPARENCY,
)
FOOTER: tuple[Link, ...] = (
    {"title": "Edukasi", "url": "/edukasi/"},
    {"title": "Koreksi", "url": "/koreksi/"},
    DATA,
    TERMS,
    SEARCH,
    {"title": "Umpan (RSS)", "url": "/umpan/"},
)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The settings of `pelicanconf.py` that pages show; no address ends with a slash.

    `security_contact` is where faults of the site are reported: `mailto:` or `https://`, or ''.
    `icons` leads from a word of a service's id to a name of the component `ikon`. `mailbox` is
    that of the editors, `license` the address of the licence of texts and data; both may be ''.
    """

    name: str
    tagline: str
    ministry: str
    url: str
    feed_id_base: str
    notice: str
    language: str
    addresses: Mapping[str, str]
    security_contact: str = ""
    icons: Mapping[str, str] = field(default_factory=dict)
    mailbox: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The public portal with its addresses, ready to be shown; `cards` by id, '' for all others.

    `scripts` are the addresses of those of the theme, by name.
    """

    settings: SiteSettings
    portal: Portal
    relations: Relations
    cost_records: Mapping[str, CostRecord]
    totals: Totals
    stylesheet: str
    cards: Mapping[str, Card] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)

    def address(self, item: Public[Record]) -> str:
        """Return the address of a record, from `/` on."""
        return record_address(self.settings, item)

    def unit_address(self, unit_id: str) -> str:
        """Return the address of a unit, '' where the unit is not in the table."""
        if unit_id not in self.portal.tables.units:
            return ""
        return "/" + self.settings.addresses["unit"].format(id=unit_id)

    def absolute(self, address: str) -> str:
        """Return the address with scheme and host."""
        return self.settings.url + address

    def permanent(self, item: Public[Record]) -> str:
        """Return the address of a record that never changes: `/k/<kode>/`."""
        return f"/k/{item.record.code}/"

    def data(self, indicator: str) -> Dataset:
        """Return the public dataset of an indicator, without rows where there is none."""
        public = self.portal.datasets.get(indicator)
        return public.dataset if public else Dataset(indicator, ())

    def unit_link(self, unit_id: str) -> Link:
        """Return the unit's name and address; an unknown unit is shown by its id."""
        unit = self.portal.tables.units.get(unit_id)
        return {"title": unit.name if unit else unit_id, "url": self.unit_address(unit_id)}

    def service_links(self, ids: tuple[str, ...]) -> list[Link]:
        """Return the public ones of some services."""
        found = (self.portal.services.get(service) for service in ids)
        return [{"title": s.record.name, "url": self.address(s)} for s in found if s]

    def feeds(self, feed: str, title: str) -> list[FeedLink]:
        """Return the links of a feed, one a format."""
        base = self.absolute(f"/umpan/{feed}/")
        return [
            {"title": f"{title} ({FORMAT_NAMES[n]})", "type": MEDIA_TYPES[n], "url": base + n}
            for n in feed_formats(feed)
        ]

    def _listing_feeds(self, here: Link) -> list[FeedLink]:
        """Return the links of the feed that follows the list at an address; [] where none does."""
        kind, name = listing_feed(self.settings.addresses, here["url"])
        is_there = {
            "layanan": name in self.portal.services,
            "narasi": name in self.portal.tables.messages,
            "unit": f"unit/{name}" in self.relations.told,
        }
        feed = f"{kind}/{name}" if name else kind
        return self.feeds(feed, here["title"]) if is_there.get(kind, kind) else []

    def cost(self, item: Public[Record]) -> CostLabel:
        """Return what a record cost, from the ledger and its own declaration."""
        note = item.record.cost_note or ""
        return cost_label(self.portal.ledger, item.id, str(item.record.cost), note)

    def site_view(self) -> SiteView:
        """Return what every page shares."""
        pages = [p for p in self.portal.pages.values() if p.id not in REGISTERS]
        footer: list[Link] = [
            {"title": page.record.title, "url": self.address(page)}
            for page in sorted(pages, key=lambda p: (p.id not in ROOT_PAGES, p.record.title))
        ]
        settings = self.settings
        return {
            "name": settings.name,
            "tagline": settings.tagline,
            "ministry": settings.ministry,
            "url": settings.url,
            "language": settings.language,
            "notice": settings.notice,
            "stylesheet": self.stylesheet,
            "scripts": dict(self.scripts),
            "menu": list(MENU),
            "footer": [*FOOTER, *footer],
        }

    def page(
        self,
        address: str,
        template: str,
        page: object,
        title: str,
        description: str,
        *,
        trail: tuple[Link, ...] = (),
        feeds: tuple[FeedLink, ...] = (),
        **head: Unpack[HeadChanges],
    ) -> Page:
        """Return a page with all that its template is given: `site`, `head` and `page`.

        `trail` leads from the entry of the menu to the page; the feeds of the lists on it stand in
        its head, after `feeds`, and that of the site last. `head` overrides what the head says by
        default.
        """
        about = self.head(address, title, description, trail, feeds) | head
        return Page(
            page_path(address),
            template,
            lambda: {"site": self.site_view(), "head": about, "page": page},
        )

    def head(
        self,
        address: str,
        title: str,
        description: str,
        trail: tuple[Link, ...] = (),
        feeds: tuple[FeedLink, ...] = (),
    ) -> HeadView:
        """Return what a page says about itself."""
        home: Link = {"title": "Beranda", "url": "/"}
        return {
            "title": title,
            "description": description,
            "canonical": self.absolute(address),
            "section": trail[0]["url"] if trail else "",
            "trail": [home, *trail] if address != "/" else [],
            "feeds": [
                *feeds,
                *(link for here in trail for link in self._listing_feeds(here)),
                *self.feeds("situs", self.settings.name),
            ],
            "image": card_link(self.cards.get("")),
            "type": "website",
            "json_ld": "",
            "robots": "",
        }


def record_address(settings: SiteSettings, item: Public[Record]) -> str:
    """Return the address of a record, from `/` on."""
    form = settings.addresses[item.kind]
    if item.kind is Kind.PAGE and item.id in ROOT_PAGES:
        form = "{id}/"
    return "/" + form.format(id=item.id, tahun=item.record.date.year)


def open_site(settings: SiteSettings, portal: Portal, stylesheet: str) -> Site:
    """Gather once what every page looks up: relations and the totals of the ledger."""
    relations = relate(portal)
    records = _cost_records(settings, portal, relations)
    totals = total(portal.ledger, records)
    return Site(settings, portal, relations, records, totals, stylesheet)


def _cost_records(
    settings: SiteSettings, portal: Portal, relations: Relations
) -> dict[str, CostRecord]:
    """Tell the cost appendix what is public; a record that is not public is named nowhere."""
    found: dict[str, CostRecord] = {}
    for item in relations.records.values():
        services = item.record.services
        first = portal.services.get(services[0]) if services else None
        section = first.id if first else ""
        name = first.record.name if first else ""
        form = str(item.record.format) if isinstance(item.record, Publication) else str(item.kind)
        url = record_address(settings, item).removeprefix("/")
        told = (item.record.title, url, section, name, form)
        found[item.id] = CostRecord(item.id, *told, True, declared=str(item.record.cost))
    for taken in portal.withdrawn:
        found[taken.item.id] = CostRecord(taken.item.id, "", "", "", "", "", False, withdrawn=True)
    return found


def fingerprint(data: bytes) -> str:
    """Return ten characters that change with the bytes, for names of files that never change."""
    return hashlib.sha256(data).hexdigest()[:10]
