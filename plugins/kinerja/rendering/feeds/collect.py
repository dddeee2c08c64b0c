"""Which feeds there are, and what stands in them (feeds.md, 6.1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from kinerja.model.portal import Public, Withdrawal
from kinerja.model.records import Record, Service
from kinerja.rendering.cards import FORMATS
from kinerja.rendering.changes import PRIVATE
from kinerja.rendering.feed_links import feed_formats
from kinerja.rendering.pages import Card
from kinerja.rendering.site import Site
from kinerja.rendering.stories import message_link

from .events import change_items, cost_items, data_items
from .items import UNITS, Feed, FeedItem
from .social import social_feeds
from .stories import is_shown, story_item, withdrawn_item

LENGTH = 30
"""Items in the current document of a feed; no more of them have their text."""

MOST = 200
"""Items of a feed that holds everything while it can."""

BLOCK = 30
"""Items of a document of the archive of `situs`."""

LENGTHS = {"isu": MOST + 1, "unit": 20}
"""First words of ids -> items of feeds that are longer or shorter."""

EVENTS: dict[str, Callable[[Site], list[FeedItem]]] = {
    "koreksi": change_items,
    "capaian": lambda site: data_items(site, LENGTH),
    "biaya": lambda site: cost_items(site, LENGTH),
}
"""Feeds of what happened, and what stands in each."""

WHOLE = ("isu", "koreksi")
"""Feeds that hold everything up to MOST items."""


class Plan(NamedTuple):
    """A feed before its items; `page` is the list that it follows, from `/` on."""

    group: str
    id: str
    title: str
    purpose: str
    page: str


@dataclass(frozen=True, slots=True)
class _Desk:
    """Makes feeds of a site; the item of a story is made once, however many feeds hold it."""

    site: Site
    cards: Mapping[str, Card]
    withdrawn: Mapping[str, Withdrawal]
    begin: datetime
    made: dict[str, FeedItem] = field(default_factory=dict)

    def items(
        self, stories: Iterable[Public[Record]], most: int, texts: int = LENGTH
    ) -> list[FeedItem]:
        """Return the newest stories, or their notices; the first `texts` with their text."""
        there = (item for item in stories if self._is_there(item))
        return [self._item(item, number < texts) for number, item in enumerate(islice(there, most))]

    def _is_there(self, item: Public[Record]) -> bool:
        taken = self.withdrawn.get(item.id)
        return taken is None or is_shown(self.site, taken)

    def _item(self, item: Public[Record], body: bool) -> FeedItem:
        if taken := self.withdrawn.get(item.id):
            return withdrawn_item(self.site, taken)
        if not body:
            return story_item(self.site, item, None, body=False)
        if item.id not in self.made:
            self.made[item.id] = story_item(self.site, item, self.cards.get(item.id), body=True)
        return self.made[item.id]

    def feed(self, plan: Plan, items: Sequence[FeedItem]) -> Feed:
        """Return a feed; without items it is as old as the release log."""
        site, name = self.site, self.site.settings.name
        return Feed(
            id=plan.id,
            title=f"{plan.title} – {name}" if plan.title else name,
            purpose=plan.purpose,
            page=site.absolute(plan.page),
            address=site.absolute(f"/umpan/{plan.id}/"),
            changed=max((item.updated for item in items), default=self.begin),
            items=tuple(items)[:MOST],
            formats=feed_formats(plan.id),
            group=plan.group,
            is_complete=plan.id in WHOLE and len(items) <= MOST,
        )


def collect_feeds(
    site: Site, cards: Mapping[str, Card], pictures: Mapping[str, Card]
) -> list[Feed]:
    """Return every feed; `cards` are by record id, `pictures` by the key of a post.

    A feed without items stays, empty, so that its address never breaks; that of a unit begins with
    the first story of the unit.
    """
    portal, told = site.portal, site.relations.told
    midnight = datetime.fromisoformat(f"{portal.day}T00:00:00+07:00")
    times = (row.time for rows in portal.releases.values() for row in rows)
    withdrawn = {taken.item.id: taken for taken in portal.withdrawn}
    desk = _Desk(site, cards, withdrawn, min(times, default=midnight))
    feeds = [*_site_feeds(desk)]
    for plan in _plans(site):
        if make := EVENTS.get(plan.id):
            items = make(site)
        else:
            most = LENGTHS.get(plan.id.partition("/")[0], LENGTH)
            items = desk.items(told.get(plan.id, ()), most)
        feeds.append(desk.feed(plan, items))
    return [*feeds, *social_feeds(site, pictures, desk.begin)]


def _plans(site: Site) -> Iterator[Plan]:
    """Yield every feed but that of the site; services that are gone as far as one may name them."""
    for feed_id, title, purpose, page in (
        ("isu", "Isu", "Jawaban atas isu yang ramai, dengan putusan dan datanya", "/isu/"),
        ("edukasi", "Edukasi", "Hak warga, cara mengadu, dan integritas pegawai", "/edukasi/"),
        ("koreksi", "Koreksi", "Setiap koreksi penting dan setiap penarikan", "/koreksi/"),
        ("capaian", "Data capaian", "Setiap rilis data, yang terakhir sebagai CSV", "/capaian/"),
        ("biaya", "Biaya", "Setiap reviu Itjen dan setiap revisi anggaran", "/transparansi/biaya/"),
    ):
        yield Plan("Utama", feed_id, title, purpose, page)
    gone = (w.item for w in site.portal.withdrawn if w.decision.reason_code != PRIVATE)
    for item in (*site.relations.services, *gone):
        if isinstance(item.record, Service):
            name, page = item.record.name, site.address(item)
            purpose = f"Terbitan tentang layanan {name}"
            yield Plan("Layanan", f"layanan/{item.id}", name, purpose, page)
    for message in site.portal.tables.messages.values():
        link, purpose = message_link(site, message), "Terbitan semua unit untuk pesan ini"
        yield Plan("Narasi", f"narasi/{message.id}", link["title"], purpose, link["url"])
    for form, name in FORMATS.items():
        feed_id, purpose = f"format/{form}", f"Publikasi berbentuk {name.lower()}"
        yield Plan("Format", feed_id, name, purpose, f"/umpan/{feed_id}/")
    for unit in sorted(site.portal.tables.units.values(), key=lambda unit: (unit.name, unit.id)):
        if (feed_id := f"unit/{unit.id}") in site.relations.told:
            page = site.unit_address(unit.id)
            yield Plan(UNITS, feed_id, unit.name, f"Terbitan {unit.name}", page)


def _site_feeds(desk: _Desk) -> Iterator[Feed]:
    """Yield the feed of the site and the documents of its archive (RFC 5005).

    A block is full when BLOCK stories follow one another in the release log; its place never
    shifts, and what is withdrawn leaves a gap in it.
    """
    told, codes = desk.site.relations.told.get("situs", ()), desk.site.portal.told
    purpose = f"Semua publikasi, jawaban isu, dan edukasi {desk.site.settings.ministry}"
    plan = Plan("Utama", "situs", "", purpose, "/publikasi/")
    current = desk.feed(plan, desk.items(told, LENGTH))
    full = len(codes) // BLOCK

    def address(number: int) -> str:
        return f"{current.address}arsip/{number}/" if 1 <= number <= full else current.address

    yield replace(current, links=(("prev-archive", address(full)),) if full else ())
    by_code = {item.record.code: item for item in told}
    for number in range(1, full + 1):
        block = reversed(codes[BLOCK * (number - 1) : BLOCK * number])
        items = desk.items((by_code[code] for code in block if code in by_code), BLOCK, texts=0)
        part = Plan("", f"situs/arsip/{number}", f"Arsip {number}", purpose, "/publikasi/")
        archive = desk.feed(part, [replace(item, content_html="") for item in items])
        before = (("prev-archive", address(number - 1)),) if number > 1 else ()
        links = (("current", current.address), *before, ("next-archive", address(number + 1)))
        yield replace(archive, formats=("rss.xml", "atom.xml"), links=links)
