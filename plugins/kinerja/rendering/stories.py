"""What pages of publications, answers and lessons share: origin, sources, price, corrections."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote

from kinerja.model.governance import JAKARTA
from kinerja.model.portal import Public
from kinerja.model.records import FoundBy, InlineSource, Record
from kinerja.model.tables import Message, Source

from .approvals import approval_view
from .bodies import body_blocks
from .formats import day, moment
from .linked_data import json_ld, publisher
from .pages import Page, card_link
from .photos import picture_view
from .site import Site
from .views import (
    CorrectionView,
    CostView,
    FeedLink,
    Link,
    MomentView,
    ShareView,
    SourceView,
    StoryView,
)

R = TypeVar("R", bound=Record)
FINDERS = {
    FoundBy.PUBLIC: "publik",
    FoundBy.UNIT: "unit penulis",
    FoundBy.TEAM: "tim redaksi",
    FoundBy.INSPECTORATE: "Inspektorat Jenderal",
}


def story_view(site: Site, item: Public[Record]) -> StoryView:
    """Return the part of a page that every kind of story has."""
    record = item.record
    tables = site.portal.tables
    unit = tables.units.get(record.unit)
    message = tables.messages.get(record.message or "")
    first, last = item.first_released, item.last_released
    return {
        "title": record.title,
        "summary": record.summary,
        "unit": site.unit_link(record.unit),
        "unit_note": unit_note(site, record.unit),
        "published": day(first.date()),
        "published_iso": first.isoformat(),
        "updated": day(last.date()) if last != first else "",
        "updated_iso": last.isoformat() if last != first else "",
        "picture": picture_view(site, item, record.picture, record.picture_alt or ""),
        "body": body_blocks(site, item),
        "services": site.service_links(record.services),
        "message": message_link(site, message) if message else None,
        "sources": source_views(site, item),
        "corrections": correction_views(item),
        "history": _history(site, item),
        "cost": cost_view(site, item),
        "approval": approval_view(site, item),
        "contact": record.contact or (unit.contact if unit else None) or "",
        "share": share_view(site, item, site.unit_link(record.unit)["title"], first),
    }


def share_view(site: Site, item: Public[Record], author: str, time: datetime) -> ShareView:
    """Return how a record is cited and passed on, by its address that never changes."""
    title, short = item.record.title, site.absolute(site.permanent(item))
    return {
        "cite": f"{author}, “{title}”, {site.settings.name}, {day(time.date())}, {short}",
        "short_url": short,
        "whatsapp": f"https://wa.me/?text={quote(f'{title} {short}')}",
    }


def unit_note(site: Site, unit_id: str) -> str:
    """Say that a unit was closed, and who follows; '' for a unit in force."""
    unit = site.portal.tables.units.get(unit_id)
    if unit is None or unit.valid_to is None or unit.valid_to >= site.portal.day:
        return ""
    note = f"Unit ini berakhir pada {day(unit.valid_to)}"
    if not unit.successor:
        return note
    return f"{note}; tugasnya dilanjutkan {site.unit_link(unit.successor)['title']}"


def message_link(site: Site, message: Message) -> Link:
    """Return the sentence of a message and its address."""
    url = "/" + site.settings.addresses["narasi"].format(id=message.id)
    return {"title": message.sentence, "url": url}


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
                "archive": (source.archive or "") if isinstance(source, Source) else "",
            }
        )
    return found


def correction_views(item: Public[Record]) -> list[CorrectionView]:
    """Return what was corrected, in the order of the record, with the day of the correction."""
    return [
        {
            "severity": str(c.severity),
            "before": c.before,
            "after": c.after,
            "reason": c.reason,
            "found_by": FINDERS[c.found_by],
            "date": day(moment.date()),
        }
        for c, moment in zip(item.record.corrections, item.corrected, strict=True)
    ]


def _history(site: Site, item: Public[Record]) -> list[MomentView]:
    """Return the release of every public edition, the newest first; none of one that never changed.

    What stood in an earlier edition is not shown again, save what its correction quotes.
    """
    rows = site.portal.releases.get(item.record.code, ())
    found: list[MomentView] = []
    for n, release in enumerate(rows):
        corrections = zip(item.record.corrections, item.corrected, strict=True)
        why = "; ".join(c.reason.rstrip(".") for c, time in corrections if time == release.time)
        label = "Dikoreksi" if why else "Diperbarui" if n else "Terbit"
        found.insert(0, moment_view(label, release.time, why))
    return found if len(found) > 1 else []


def moment_view(label: str, time: datetime, note: str = "") -> MomentView:
    """Return a moment of a record's life, in Jakarta's time."""
    local = time.astimezone(JAKARTA)
    return {"label": label, "time": moment(local), "iso": local.isoformat(), "note": note}


def cost_view(site: Site, item: Public[Record]) -> CostView:
    """Return what a record cost, with links to its ledger rows."""
    label = site.cost(item)
    return {
        "text": label.text,
        "detail": label.note,
        "review": label.review,
        "rows": [{"title": row.id, "url": f"/{row.url}"} for row in label.rows],
    }


def record_links(site: Site, items: tuple[Public[R], ...], most: int = 10) -> list[Link]:
    """Return titles and addresses of the first of some records."""
    return [{"title": item.record.title, "url": site.address(item)} for item in items[:most]]


def story_page(
    site: Site,
    item: Public[Record],
    template: str,
    section: Link,
    view: StoryView,
    linked: Mapping[str, object],
    feeds: tuple[FeedLink, ...] = (),
) -> Page:
    """Return the page of a story, whose author is its unit unless `linked` says otherwise."""
    author = publisher(site, item.record.unit)
    address, record = site.address(item), item.record
    card = site.cards.get(item.id)
    shown = [card.url] if card else []
    shown += [site.absolute(view["picture"]["src"])] if view["picture"] else []
    pictures = {"image": list(dict.fromkeys(shown))} if shown else {}
    return site.page(
        address,
        template,
        view,
        record.title,
        record.summary,
        trail=(section, {"title": record.title, "url": address}),
        feeds=feeds,
        type="article",
        json_ld=json_ld(site, item, {**pictures, "author": author, **linked}),
        image=card_link(card),
    )
