"""The page of a publication: text, figures, sources, price, approval, how to cite it."""

import json
from collections.abc import Mapping
from itertools import islice
from urllib.parse import quote

from kinerja.model.portal import Public
from kinerja.model.records import InlineSource, Publication, Record

from .approvals import approval_view
from .bodies import body_blocks
from .card_view import Card
from .cards import FORMATS, publication_card
from .figures import figure_view
from .formats import day
from .pages import Page
from .publication_lists import SECTION
from .services import text_html
from .site import Site
from .views import (
    CostView,
    PictureView,
    PublicationCard,
    PublicationView,
    SourceView,
)

RELATED = 3


def publication_pages(site: Site, cards: Mapping[str, Card]) -> list[Page]:
    """Return the page of each publication, newest first, with its card by id."""
    return [_publication_page(site, item, cards.get(item.id)) for item in site.relations.newest]


def _publication_page(site: Site, item: Public[Publication], card: Card | None) -> Page:
    record = item.record
    address = site.address(item)
    unit = site.portal.tables.units.get(record.unit)
    short = site.absolute(site.permanent(item))
    figures = (
        figure_view(site, site.portal.indicators[ref.id], ref.period, ref.detail)
        for ref in record.indicators
        if ref.id in site.portal.indicators
    )
    view: PublicationView = {
        "title": record.title,
        "summary": record.summary,
        "benefit": record.benefit,
        "format": FORMATS[record.format],
        "unit": site.unit_link(record.unit),
        "unit_note": unit_note(site, record.unit),
        "published": day(item.first_released.date()),
        "published_iso": item.first_released.isoformat(),
        "updated": day(item.last_released.date()) if _is_updated(item) else "",
        "updated_iso": item.last_released.isoformat() if _is_updated(item) else "",
        "picture": _picture(site, item),
        "data_text_html": text_html(record.data_text or ""),
        "body": body_blocks(site, item),
        "services": site.service_links(record.services),
        "figures": [figure for figure in figures if figure],
        "sources": source_views(site, item),
        "corrections": [
            {
                "severity": str(c.severity),
                "before": c.before,
                "after": c.after,
                "reason": c.reason,
            }
            for c in record.corrections
        ],
        "cost": cost_view(site, item),
        "approval": approval_view(item),
        "contact": record.contact or (unit.contact if unit else None) or "",
        "cite": _citation(site, item),
        "short_url": short,
        "whatsapp": f"https://wa.me/?text={quote(f'{record.title} {short}')}",
        "related": _related(site, item),
    }
    return site.page(
        address,
        "publikasi-rinci",
        view,
        record.title,
        record.summary,
        trail=(SECTION, {"title": record.title, "url": address}),
        feeds=tuple(
            link
            for service in record.services
            if (public := site.portal.services.get(service))
            for link in site.feeds(f"layanan/{service}", public.record.name)
        ),
        type="article",
        image=card.url if card else "",
        image_alt=card.alt if card else "",
        json_ld=_json_ld(site, item, card),
    )


def unit_note(site: Site, unit_id: str) -> str:
    """Say that a unit was closed, and who follows; '' for a unit in force."""
    unit = site.portal.tables.units.get(unit_id)
    if unit is None or unit.valid_to is None or unit.valid_to >= site.portal.day:
        return ""
    note = f"Unit ini berakhir pada {day(unit.valid_to)}"
    if not unit.successor:
        return note
    return f"{note}; tugasnya dilanjutkan {site.unit_link(unit.successor)['title']}"


def _is_updated(item: Public[Publication]) -> bool:
    return item.last_released != item.first_released


def _picture(site: Site, item: Public[Publication]) -> PictureView | None:
    attachment = item.attachments.get(item.record.picture or "")
    if attachment is None:
        return None
    return {
        "src": site.address(item) + quote(attachment.name),
        "alt": item.record.picture_alt or "",
        "width": attachment.width,
        "height": attachment.height,
        "credit": item.record.picture_credit or "",
    }


def source_views(site: Site, item: Public[Record]) -> list[SourceView]:
    """Return the record's sources in the order that `sumber:n` counts."""
    found: list[SourceView] = []
    for number, entry in enumerate(item.record.sources, 1):
        source = entry if isinstance(entry, InlineSource) else site.portal.tables.sources.get(entry)
        found.append(
            {
                "number": number,
                "title": source.title if source else str(entry),
                "publisher": source.publisher if source else "",
                "date": day(source.date) if source and source.date else "",
                "url": (source.url or "") if source else "",
            }
        )
    return found


def cost_view(site: Site, item: Public[Record]) -> CostView:
    """Return what a record cost, with links to its ledger rows."""
    label = site.cost(item)
    return {
        "text": label.text,
        "detail": label.note,
        "review": label.review,
        "rows": [{"title": row.id, "url": f"/{row.url}"} for row in label.rows],
    }


def _citation(site: Site, item: Public[Publication]) -> str:
    unit = site.unit_link(item.record.unit)["title"]
    released = day(item.first_released.date())
    address = site.absolute(site.permanent(item))
    return f"{unit}, “{item.record.title}”, {site.settings.name}, {released}, {address}"


def _related(site: Site, item: Public[Publication]) -> list[PublicationCard]:
    """Return the newest publications released before this one that share its first service.

    Only older ones, so that a new publication changes no page but its own and its lists.
    """
    service = item.record.services[0]
    others = (
        p
        for p in site.relations.publications_of_service[service]
        if p.first_released < item.first_released
    )
    return [publication_card(site, p) for p in islice(others, RELATED)]


def _json_ld(site: Site, item: Public[Publication], card: Card | None) -> str:
    """Return schema.org data; `<` is written so that it cannot end the script element."""
    record = item.record
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": record.title,
        "description": record.summary,
        "datePublished": item.first_released.isoformat(),
        "dateModified": item.last_released.isoformat(),
        "inLanguage": site.settings.language,
        "mainEntityOfPage": site.absolute(site.address(item)),
        "author": {
            "@type": "GovernmentOrganization",
            "name": site.unit_link(record.unit)["title"],
        },
        "publisher": {"@type": "GovernmentOrganization", "name": site.settings.ministry},
    }
    if card:
        data["image"] = [card.url]
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
