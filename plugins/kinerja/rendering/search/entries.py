"""Everything public that can be looked up, each with its address, its text and its filters."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja.model.fields import Frozen
from kinerja.model.portal import Public
from kinerja.model.records import STORIES, Indicator, Kind, Record, Service
from kinerja.rendering.bodies import body_html
from kinerja.rendering.figures import newest_words
from kinerja.rendering.formats import day
from kinerja.rendering.paging import part_address
from kinerja.rendering.site import TERMS, Site
from kinerja.rendering.stories import message_link
from kinerja.rendering.views import FilterView, OptionView

TERMS_PER_PAGE = 120

TOLD: tuple[str, ...] = (
    *("benefit", "data_text", "claim", "action", "unknown", "definition", "method"),
    *("standard", "steps", "channels", "rights", "legal_basis"),
)
"""Fields of records that pages show beside the body, as plain text."""

FILTERS = {"bagian": "Layanan", "unit": "Unit", "jenis": "Jenis", "tahun": "Tahun"}
"""Filters by their word in the address, in the order of the form."""

MOST_OPTIONS = 100
"""Units to choose from, those with the most records: there are thousands."""

INLINE = re.compile(r"</?(?:a|abbr|code|del|em|ins|strong|sup)\b[^>]*>")
BREAK = re.compile(r"(?<![.:;?!>])(?:</p>)?\s*</(?:caption|dd|dt|h\d|li|td|th)>")
TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: a record, or a row of units, messages or terms.

    `number` never changes while it is public, and grows with the time of release: records count
    from 0, rows down from -1. `unit` is the id of whose it is, `said` the newest figure of an
    indicator, `item` the record, None for a row.
    """

    number: int
    title: str
    url: str
    kind: str
    unit: str
    summary: str = ""
    said: str = ""
    item: Public[Record] | None = None


def all_entries(site: Site) -> Iterator[Entry]:
    """Yield every entry; rows keep their numbers as long as tables grow at their end."""
    tables = site.portal.tables
    numbers = _numbers(site)
    for item in site.relations.records.values():
        record = item.record
        title = record.name if isinstance(record, Service | Indicator) else record.title
        indicator = site.portal.indicators.get(item.id)
        said = newest_words(site, indicator) if indicator else ""
        place = (numbers[record.code], title, site.address(item), item.kind.capitalize())
        yield Entry(*place, record.unit, record.summary, said, item)
    for n, office in enumerate(tables.units.values()):
        link = site.unit_link(office.id)
        place = (-1 - 3 * n, link["title"], link["url"], "Unit")
        yield Entry(*place, office.parent or "", office.abbreviation or "")
    for n, message in enumerate(tables.messages.values()):
        link = message_link(site, message)
        yield Entry(-2 - 3 * n, link["title"], link["url"], "Pesan", message.owner)
    rows = {term.term: -3 - 3 * n for n, term in enumerate(tables.terms)}
    for n, term in enumerate(sorted(tables.terms, key=lambda term: folded(term.term))):
        address = f"{part_address(TERMS['url'], n // TERMS_PER_PAGE + 1)}#{slug(term.term)}"
        yield Entry(rows[term.term], term.term, address, "Istilah", "", term.meaning)


def _numbers(site: Site) -> dict[str, int]:
    """Number all records that ever were public by their first release; what is gone keeps its."""
    gone = (withdrawal.item for withdrawal in site.portal.withdrawn)
    known = {(i.first_released, i.record.code) for i in (*site.relations.records.values(), *gone)}
    return {code: number for number, (_, code) in enumerate(sorted(known))}


def detail(entry: Entry) -> str:
    """Return what stands beside an entry: the newest figure, or the day of a story."""
    item = entry.item
    return day(item.first_released.date()) if item and item.kind in STORIES else entry.said


def text_of(site: Site, entry: Entry) -> str:
    """Return the public text of an entry without its title and summary; figures are words."""
    if entry.item is None:
        return ""
    body = TAG.sub(" ", BREAK.sub(" · ", INLINE.sub("", body_html(site, entry.item))))
    told = (getattr(entry.item.record, name, "") for name in TOLD)
    return " ".join(" ".join([html.unescape(body), *_texts((*told, entry.said))]).split())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | Frozen):
        for part in value if isinstance(value, tuple) else vars(value).values():
            yield from _texts(part)


def filters(site: Site, entry: Entry) -> Iterable[str]:
    """Yield what an entry can be filtered by: kind, year, sections, its unit and those above it."""
    yield f"jenis.{entry.kind.lower()}"
    units = site.portal.tables.units
    unit = units.get(entry.unit)
    while unit:
        yield f"unit.{unit.id}"
        unit = units.get(unit.parent or "")
    if entry.item:
        yield f"tahun.{entry.item.record.date.year}"
        own = (entry.item.id,) if entry.item.kind is Kind.SERVICE else ()
        yield from (f"bagian.{service}" for service in (*own, *entry.item.record.services))


def filter_views(site: Site) -> list[FilterView]:
    """Return the filters with their choices by name, years the newest first."""
    counts = Counter(
        key
        for entry in all_entries(site)
        for key in filters(site, entry)
        if entry.item or not key.startswith("unit.")
    )
    keys = sorted(counts, key=lambda key: (-counts[key], key))
    services = {item.id: item.record.name for item in site.relations.services}
    views: list[FilterView] = []
    for name, title in FILTERS.items():
        values = [key.partition(".")[2] for key in keys if key.startswith(f"{name}.")]
        titles = {value: value.capitalize() for value in values}
        if name == "bagian":
            titles = {value: services[value] for value in values if value in services}
        elif name == "unit":
            titles = {value: site.unit_link(value)["title"] for value in values[:MOST_OPTIONS]}
        ordered = sorted(titles, key=lambda value: titles[value], reverse=name == "tahun")
        options: list[OptionView] = [{"value": v, "title": titles[v]} for v in ordered]
        views.append({"name": name, "title": title, "options": options})
    return views


def folded(text: str) -> str:
    """Return lower-case text without accents, by which one sorts."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def slug(text: str) -> str:
    """Return the anchor of a term."""
    return re.sub("[^a-z0-9]+", "-", folded(text)).strip("-")
