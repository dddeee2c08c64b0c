"""Publications, answers and lessons as items: a correction is said first, a withdrawal alone.

Readers overwrite their copy by the same guid, so what was withdrawn stays for a while as nothing
but its notice (feeds.md, 6.6).
"""

import html
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urljoin

from kinerja.model.portal import Public, Withdrawal
from kinerja.model.records import Education, InlineSource, Issue, Publication, Record, Severity
from kinerja.rendering.bodies import feed_html
from kinerja.rendering.cards import VERDICTS
from kinerja.rendering.changes import PRIVATE, successor_link, withdrawal_notice, withdrawn_at
from kinerja.rendering.formats import day
from kinerja.rendering.issues import claim_review
from kinerja.rendering.pages import Card
from kinerja.rendering.photos import picture_view
from kinerja.rendering.services import text_html
from kinerja.rendering.site import Site
from kinerja.rendering.stories import FINDERS, correction_views

from .items import Category, FeedItem

CORRECTED_DAYS = 7
"""Days for which a title says that there was an important correction."""

WITHDRAWN_DAYS = 90
"""Days for which the notice of a withdrawal stands where the item stood."""

ABOUT = "/umpan/"
"""The page that explains `_kinerja`, which JSON Feed asks for."""


def story_item(site: Site, item: Public[Record], card: Card | None, *, body: bool) -> FeedItem:
    """Return a public story as an item; without `body` it has neither text nor picture."""
    record = item.record
    link = site.absolute(site.address(item))
    times = important_corrections(item)
    last = times[-1] if times else item.first_released
    is_new = bool(times) and is_within(site.portal.day, last, CORRECTED_DAYS)
    gain = f" {record.benefit}" if isinstance(record, Publication) else ""
    sources = _source_addresses(site, record)
    return FeedItem(
        guid=site.settings.feed_id_base + site.permanent(item),
        link=link,
        title=f"[Koreksi] {record.title}" if is_new else record.title,
        description=f"{record.summary}{gain}",
        content_html=_content(site, item, card) if body else "",
        published=item.first_released,
        updated=last,
        creator=site.unit_link(record.unit)["title"],
        categories=tuple(
            Category(service["title"], site.absolute("/layanan/"))
            for service in site.service_links(record.services)
        ),
        card=card if body else None,
        links=tuple(_links(site, item, sources)),
        about={
            "about": site.absolute(ABOUT),
            "status": "dikoreksi" if times else "terbit",
            "versi": len(site.portal.releases.get(record.code, ())) or 1,
            "unit": record.unit,
            "sumber": sources,
            "sha256": item.digest,
            **({"claim": claim_review(site, record)} if isinstance(record, Issue) else {}),
        },
    )


def important_corrections(item: Public[Record]) -> list[datetime]:
    """Return the release of every edition that first carries an important correction."""
    dated = zip(item.record.corrections, item.corrected, strict=True)
    return sorted({time for c, time in dated if c.severity is Severity.IMPORTANT})


def is_within(today: date, time: datetime, days: int) -> bool:
    """Whether a day is one of the so many that begin with the day of `time`."""
    return (today - time.date()).days < days


def withdrawn_item(site: Site, withdrawal: Withdrawal, part: str = "") -> FeedItem:
    """Return the notice in place of a withdrawn record; of personal data not even the title.

    `part` is the end of a guid that something else about the record had: its notice is the same.
    """
    item, time = withdrawal.item, withdrawn_at(withdrawal)
    is_private = withdrawal.decision.reason_code == PRIVATE
    short = site.permanent(item)
    link = site.absolute(short if is_private else site.address(item))
    notice = withdrawal_notice(withdrawal)
    successor = successor_link(site, withdrawal)
    more = [(successor["title"], site.absolute(successor["url"]))] if successor else []
    leads = "".join(f"<p>{_anchor(*each)}</p>" for each in [*more, ("Baca di situs", link)])
    unit = site.unit_link(item.record.unit)["title"]
    return FeedItem(
        guid=site.settings.feed_id_base + short + part,
        link=link,
        title="Konten ditarik" if is_private else f"Ditarik: {item.record.title}",
        description=notice,
        content_html=f"<p>{html.escape(notice)}</p>{leads}",
        published=item.first_released,
        updated=time,
        creator=site.settings.ministry if is_private or not unit else unit,
        links=(("related", more[0][1]),) if more else (),
        about={"about": site.absolute(ABOUT), "status": "ditarik"},
    )


def _links(site: Site, item: Public[Record], sources: list[str]) -> Iterable[tuple[str, str]]:
    """Yield licence, pages of the data, what this replaces, and the documents that it cites."""
    if site.settings.license:
        yield "license", site.settings.license
    for name in dict.fromkeys(reference.id for reference in item.record.indicators):
        if indicator := site.portal.indicators.get(name):
            yield "related", site.absolute(site.address(indicator))
    for withdrawal in site.portal.withdrawn:
        if withdrawal.decision.successor == item.id:
            yield "related", site.absolute(site.permanent(withdrawal.item))
    for source in sources:
        yield "via", source


def _source_addresses(site: Site, record: Record) -> list[str]:
    known = site.portal.tables.sources
    found = (s if isinstance(s, InlineSource) else known.get(s) for s in record.sources)
    return list(dict.fromkeys(source.url for source in found if source and source.url))


def _content(site: Site, item: Public[Record], card: Card | None) -> str:
    """Return the whole story: picture, corrections, what its kind adds to the text, approval."""
    link = site.absolute(site.address(item))
    unit = site.unit_link(item.record.unit)["title"]
    approved = f"{unit}, disetujui {day(item.approved.date())}, sidik {item.digest[:12]}."
    before, after = _parts(item.record)
    first = [_figure(card.url, card.alt, card.width, card.height)] if card else []
    first += [correction_html(site, item), _own_picture(site, item, card, link), *before]
    last = [*after, f"<p>{html.escape(approved)} {_anchor('Baca di situs', link)}</p>"]
    return feed_html(site, item, "".join(first), "".join(last))


def correction_html(site: Site, item: Public[Record], at: datetime | None = None) -> str:
    """Return the important corrections of a record, or those released at one time, newest first."""
    dated = zip(item.record.corrections, item.corrected, correction_views(item), strict=True)
    found = [
        f"<p><strong>Koreksi {view['date']}.</strong> "
        f"Semula: {html.escape(view['before'])} Menjadi: {html.escape(view['after'])} "
        f"Alasan: {html.escape(view['reason'])} Ditemukan {FINDERS[correction.found_by]}.</p>"
        for correction, time, view in dated
        if correction.severity is Severity.IMPORTANT and at in (None, time)
    ]
    return "".join(reversed(found))


def _parts(record: Record) -> tuple[list[str], list[str]]:
    """Return what stands before and after the text, under headings, as on the page."""
    if isinstance(record, Issue):
        said = f"<p><strong>Klaim:</strong> {html.escape(record.claim)}</p>"
        verdict = f"<p><strong>Putusan:</strong> {VERDICTS[record.verdict]}</p>"
        unknown = _part("Yang belum diketahui", record.unknown or "")
        return [said, verdict], [unknown, _part("Tindak lanjut", record.action)]
    if isinstance(record, Education):
        channels = [" ".join(filter(None, (c.name, c.link, c.contact))) for c in record.channels]
        lists = {"Langkah": record.steps, "Kanal": channels, "Hak pelapor": record.rights}
        return [], [
            _part(title, "\n".join(f"- {e}" for e in each)) for title, each in lists.items()
        ]
    if isinstance(record, Publication):
        transcript = "Transkrip video ada di halaman publikasi." if record.video else ""
        return [], [_part("Data", record.data_text or ""), text_html(transcript)]
    return [], []


def _part(title: str, text: str) -> str:
    return f"<h3>{title}</h3>{text_html(text)}" if text else ""


def _own_picture(site: Site, item: Public[Record], card: Card | None, link: str) -> str:
    """Return the picture of the record itself: attached, drawn from its figures, or of its film."""
    record = item.record
    name, alt = record.picture, record.picture_alt or ""
    video = record.video if isinstance(record, Publication) else None
    if video and not name:
        name, alt = video.poster, f"Putar video: {record.title}"
    picture = picture_view(site, item, name, alt)
    if picture:
        address = urljoin(link, picture["src"])
        size = picture["width"], picture["height"]
        return _figure(address, picture["alt"], *size, link if video else "")
    if card and (drawing := card.drawing):
        return _figure(drawing.url, drawing.alt, drawing.width, drawing.height)
    return ""


def _figure(address: str, alt: str, width: int, height: int, link: str = "") -> str:
    said = f'src="{html.escape(address)}" alt="{html.escape(alt)}"'
    shown = f'<img {said} width="{width}" height="{height}">'
    return f"<figure>{_in_link(shown, link) if link else shown}</figure>"


def _anchor(title: str, address: str) -> str:
    return _in_link(html.escape(title), address)


def _in_link(shown: str, address: str) -> str:
    return f'<a href="{html.escape(address)}">{shown}</a>'


def is_shown(site: Site, withdrawal: Withdrawal) -> bool:
    """Whether the notice of a withdrawal still stands in feeds."""
    return is_within(site.portal.day, withdrawn_at(withdrawal), WITHDRAWN_DAYS)
