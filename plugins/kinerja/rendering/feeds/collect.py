"""Which feeds there are, and what stands in them (feeds.md, "How this meets the rest")."""

import html
from collections.abc import Mapping
from datetime import datetime

from kinerja.model.portal import Public
from kinerja.model.records import Publication, Severity
from kinerja.rendering.bodies import feed_html
from kinerja.rendering.card_view import Card
from kinerja.rendering.formats import day
from kinerja.rendering.site import Site

from .items import Feed, FeedItem

LENGTH = 30
"""Items in the current document of a feed."""


def collect_feeds(site: Site, cards: Mapping[str, Card]) -> list[Feed]:
    """Return the feed of the site and one per public service; `cards` are by record id.

    A service without publications keeps its feed, empty, so that its address never breaks.
    """
    settings = site.settings
    newest = site.relations.newest
    shown = [*newest[:LENGTH]]
    for service in site.relations.services:
        shown += site.relations.publications_of_service.get(service.id, ())[:LENGTH]
    items = {item.id: _item(site, item, cards.get(item.id)) for item in shown}
    starts = [item.first_released for item in site.relations.records.values()]
    begin = min(starts) if starts else datetime.fromisoformat(f"{site.portal.day}T00:00:00+07:00")
    feeds = [
        _feed(
            site,
            "situs",
            settings.name,
            f"Semua publikasi kinerja {settings.ministry}",
            "/publikasi/",
            begin,
            [items[item.id] for item in newest[:LENGTH]],
        )
    ]
    for service in site.relations.services:
        related = site.relations.publications_of_service.get(service.id, ())[:LENGTH]
        feeds.append(
            _feed(
                site,
                f"layanan/{service.id}",
                f"{service.record.name} – {settings.name}",
                f"Publikasi tentang layanan {service.record.name}",
                site.address(service),
                service.first_released,
                [items[item.id] for item in related],
            )
        )
    return feeds


def _feed(
    site: Site,
    feed_id: str,
    title: str,
    purpose: str,
    page: str,
    begin: datetime,
    items: list[FeedItem],
) -> Feed:
    return Feed(
        id=feed_id,
        title=title,
        purpose=purpose,
        page=site.absolute(page),
        address=site.absolute(f"/umpan/{feed_id}/"),
        language=site.settings.language,
        rights=f"{site.settings.ministry}; data boleh dipakai dengan menyebut sumber",
        changed=max((item.updated for item in items), default=begin),
        items=tuple(items),
    )


def _item(site: Site, item: Public[Publication], card: Card | None) -> FeedItem:
    record = item.record
    link = site.absolute(site.address(item))
    first = ""
    if card:
        size = f'width="{card.width}" height="{card.height}"'
        first = f'<figure><img src="{card.url}" alt="{html.escape(card.alt)}" {size}></figure>'
    unit = site.unit_link(record.unit)["title"]
    last = (
        f"<p>{html.escape(unit)}, disetujui {day(item.approved.date())}, "
        f"sidik {item.digest[:12]}. "
        f'<a href="{html.escape(link)}">Baca di situs</a></p>'
    )
    important = any(c.severity is Severity.IMPORTANT for c in record.corrections)
    return FeedItem(
        guid=site.settings.feed_id_base + site.permanent(item),
        link=link,
        title=record.title,
        description=f"{record.summary} {record.benefit}",
        content_html=feed_html(site, item, first, last),
        published=item.first_released,
        updated=item.last_released if important else item.first_released,
        creator=unit,
        categories=tuple(link["title"] for link in site.service_links(record.services)),
        card=card,
        digest=item.digest,
    )
