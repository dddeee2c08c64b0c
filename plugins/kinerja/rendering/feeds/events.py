"""What happened, as items: corrections and withdrawals, releases of data, reviews of costs.

An event has a guid of its own: the permanent address of what it happened to, and its number there.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from cost_appendix.events import events
from kinerja.model.governance import Release
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.rendering.bodies import plain_table
from kinerja.rendering.changes import withdrawn_at
from kinerja.rendering.formats import day
from kinerja.rendering.open_data import dataset_files
from kinerja.rendering.series import series_views
from kinerja.rendering.site import Site

from .items import Enclosure, FeedItem
from .stories import correction_html, important_corrections, is_shown, story_item, withdrawn_item


def change_items(site: Site) -> list[FeedItem]:
    """Return every edition with an important correction, and every withdrawal; newest first.

    A withdrawal stays for ever. Corrections of what was withdrawn become its notice for a while.
    """
    found: list[FeedItem] = []
    for item in site.relations.records.values():
        for number, time in enumerate(important_corrections(item), 1):
            event = _at(story_item(site, item, None, body=False), f"#koreksi-{number}", time)
            text = correction_html(site, item, time) + _lead("Baca di situs", event.link)
            title = f"Koreksi: {item.record.title}"
            found.append(replace(event, title=title, content_html=text))
    for withdrawal in site.portal.withdrawn:
        time = withdrawn_at(withdrawal)
        found.append(replace(withdrawn_item(site, withdrawal, "#tarik"), published=time))
        corrected = important_corrections(withdrawal.item) if is_shown(site, withdrawal) else []
        for number, time in enumerate(corrected, 1):
            notice = withdrawn_item(site, withdrawal, f"#koreksi-{number}")
            found.append(replace(notice, published=time, updated=time))
    return newest_first(found)


def _lead(title: str, address: str) -> str:
    return f'<p><a href="{html.escape(address)}">{title}</a></p>'


def _at(item: FeedItem, part: str, time: datetime) -> FeedItem:
    """Return an item as an event of one time; `part` ends its guid."""
    return replace(item, guid=item.guid + part, published=time, updated=time)


def newest_first(items: Sequence[FeedItem]) -> list[FeedItem]:
    """Sort items by the time of their release, the last one first."""
    return sorted(items, key=lambda item: (item.published, item.guid), reverse=True)


def data_items(site: Site, most: int) -> list[FeedItem]:
    """Return the newest releases of datasets; the newest of each has the file itself."""
    found: list[tuple[datetime, int, Public[Indicator], tuple[Release, ...]]] = []
    for item in site.relations.indicators:
        rows = site.portal.releases.get(f"{item.record.code}#data", ())
        if item.id in site.portal.datasets:
            found += [(row.time, number, item, rows) for number, row in enumerate(rows, 1)]
    newest = sorted(found, key=lambda each: each[0], reverse=True)[:most]
    items = [_data_item(site, item, number, rows) for _, number, item, rows in newest]
    return newest_first([*items, *_withdrawn_data(site)])[:most]


def _withdrawn_data(site: Site) -> Iterator[FeedItem]:
    """The notice in place of every release of the data of a withdrawn indicator."""
    for withdrawal in filter(lambda w: is_shown(site, w), site.portal.withdrawn):
        rows = site.portal.releases.get(f"{withdrawal.item.record.code}#data", ())
        for number, row in enumerate(rows, 1):
            notice = withdrawn_item(site, withdrawal, f"#rilis-{number}")
            yield replace(notice, published=row.time, updated=row.time)


def _data_item(
    site: Site, item: Public[Indicator], number: int, rows: tuple[Release, ...]
) -> FeedItem:
    base = story_item(site, item, None, body=False)
    release = _at(base, f"#rilis-{number}", rows[number - 1].time)
    about = {**base.about, "versi": number, "sha256": rows[number - 1].edition}
    title = f"Data {item.record.name}: rilis ke-{number}"
    if number < len(rows):
        said = f"Rilis ini diganti rilis ke-{number + 1} pada {day(rows[number].time.date())}."
        return replace(release, title=title, description=said, about=about)
    csv = dataset_files(site, item)[0]
    address = site.absolute(f"/{csv.path}")
    references = [IndicatorRef(item.id)]
    tables = [view["table"] for view in series_views(site, references, charts=False)]
    body = "".join(plain_table(table) for table in tables if table)
    where = _lead("Definisi, metode, dan semua rincian", release.link)
    return replace(
        release,
        title=title,
        description=f"{item.record.definition} Terakhir dirilis {day(release.published.date())}.",
        content_html=f"<p>{html.escape(item.record.definition)}</p>{body}{where}",
        file=Enclosure(address, "text/csv", len(csv.read())),
        about=about,
    )


def cost_items(site: Site, most: int) -> list[FeedItem]:
    """Return the newest reviewed batches of costs and revisions of the budget that are released.

    What does not count any more says so under its old guid.
    """
    found: list[FeedItem] = []
    for event in events(site.portal.ledger):
        if not (rows := site.portal.releases.get(event.code)):
            continue
        name, _, part = event.code.partition("#")
        link = site.absolute(f"/{event.url}")
        facts = [event.sentence, f"Nomor surat: {event.letter}." if event.letter else ""]
        lines = "".join(f"<p>{html.escape(fact)}</p>" for fact in facts if fact)
        found.append(
            FeedItem(
                guid=f"{site.settings.feed_id_base}/k/{name}/#{part}",
                link=link,
                title=event.title,
                description=event.sentence,
                content_html=lines + _lead("Baca di situs", link),
                published=rows[0].time,
                updated=rows[-1].time,
                creator=site.settings.ministry,
                about={
                    "about": site.absolute("/umpan/"),
                    "status": "tidak-berlaku" if event.is_void else "terbit",
                    "versi": len(rows),
                    "tanggal": event.day.isoformat(),
                    "rupiah": event.amount,
                    "surat": event.letter,
                    "sha256": event.edition,
                },
            )
        )
    return newest_first(found)[:most]
