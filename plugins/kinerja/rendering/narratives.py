"""`/narasi/`: the map from messages to publications and evidence, gaps and misses shown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.evidence.narrative import Finding, Flaw, Tree, findings, message_tree
from kinerja.model.tables import Message

from .cards import publication_card
from .formats import day, number
from .narrative_findings import FLAWS, finding_sections, flaw_tag
from .pages import Page
from .paging import sheets
from .publication_lists import older_pages
from .registers.form import cell, link_cell, register_pages, row, section
from .series import evidence_figure, series_views
from .site import Site
from .stories import message_link, record_links
from .views import CountView, Link, MapView, MessageCard, MessageView, RegisterSection

SECTION: Link = {"title": "Narasi", "url": "/narasi/"}
INTRO = (
    "Pesan yang dibawa semua unit, bukti di belakangnya, dan celahnya: pesan yang dibantah "
    "buktinya, angka yang bertentangan, pesan tanpa publikasi, publikasi tanpa pesan."
)
MOST_IN_MAP = 40
"""Messages of a map: below more of them only the highest stand, and each page shows its own."""

MOST_UNITS = 20
"""Units that the page of a message shows; more of them have a list beside it."""

MOST_SERVICES = 20
"""Services of a table of coverage; more of them stand in a further table."""


@dataclass(frozen=True, slots=True)
class Map:
    """The messages in force, and what is wrong with each, by its id."""

    tree: Tree
    found: Mapping[str, list[Finding]]

    def shown(self, above: str) -> list[Message]:
        """Return the messages that a map below one shows, each before those below it."""
        every = list(self.tree.under(above))
        return every if len(every) <= MOST_IN_MAP else self.tree.below[above]


def narrative_pages(site: Site) -> list[Page]:
    """Return the map and the page of each message, each with its further pages."""
    every = findings(site.portal)
    found: dict[str, list[Finding]] = {}
    for finding in every:
        found.setdefault(finding.message, []).append(finding)
    chart = Map(message_tree(site.portal), found)
    messages = site.portal.tables.messages.values()
    pages = _map_pages(site, chart, every)
    return [*pages, *(page for m in messages for page in _message_pages(site, chart, m))]


def _map_pages(site: Site, chart: Map, every: list[Finding]) -> list[Page]:
    found = sheets(SECTION["url"], site.relations.publications_of_message.get("", ()))
    view: MapView = {
        "title": "Narasi",
        "intro": INTRO,
        "counts": _counts(chart, every),
        "messages": _cards(site, chart, ""),
        "coverage": _coverage(site, chart, chart.shown("")),
        "findings": finding_sections(site, every),
        "loose": [publication_card(site, item) for item in found[0].items],
        "pager": found[0].pager,
        "past": [_card(site, chart, message, set()) for message in chart.tree.past],
    }
    page = site.page(SECTION["url"], "narasi", view, "Narasi", INTRO, trail=(SECTION,))
    return [page, *older_pages(site, found, "Publikasi tanpa pesan", (SECTION,))]


def _counts(chart: Map, every: list[Finding]) -> list[CountView]:
    """Count the messages in force, and for every flaw the messages or records that have it."""
    having = {flaw: {f.record or f.message for f in every if f.flaw is flaw} for flaw in Flaw}
    counts = [("no-target", len([*chart.tree.under("")]), "pesan berlaku", "peta")]
    counts += [(key, len(having[flaw]), word, flaw) for flaw, (key, word, _) in FLAWS.items()]
    return [
        {"key": key, "number": number(count), "word": word, "url": f"#{at}" if count else ""}
        for key, count, word, at in counts
    ]


def _cards(site: Site, chart: Map, above: str) -> list[MessageCard]:
    """Return the messages directly below one, with as much below them as a map shows."""
    shown = {message.id for message in chart.shown(above)}
    return [_card(site, chart, m, shown) for m in chart.tree.below.get(above, ())]


def _card(site: Site, chart: Map, message: Message, shown: set[str]) -> MessageCard:
    published = site.relations.publications_of_message
    own = len(published.get(message.id, ()))
    below = sum(len(published.get(m.id, ())) for m in chart.tree.under(message.id))
    words = f"{number(own)} publikasi" if own else "belum ada publikasi"
    flaws = dict.fromkeys(f.flaw for f in chart.found.get(message.id, ()))
    return {
        "sentence": message.sentence,
        "url": message_link(site, message)["url"],
        "note": "" if message.is_in_force(site.portal.day) else _force(message),
        "publications": f"{words}, {number(below)} pada pesan di bawahnya" if below else words,
        "flaws": [flaw_tag(flaw) for flaw in flaws if flaw is not Flaw.SILENT],
        "evidence": [evidence_figure(site, reference) for reference in message.evidence],
        "children": [
            _card(site, chart, child, shown)
            for child in chart.tree.below.get(message.id, ())
            if child.id in shown
        ],
    }


def _force(message: Message) -> str:
    """Say since when and until when a message is told; '' where neither is known."""
    begin = f"mulai {day(message.valid_from)}" if message.valid_from else ""
    end = f"sampai {day(message.valid_to)}" if message.valid_to else ""
    return " ".join(filter(None, ("berlaku" if begin or end else "", begin, end)))


def _coverage(site: Site, chart: Map, messages: list[Message]) -> list[RegisterSection]:
    """Return the publications of some messages, with those below them, by service.

    What is empty has none; more services than fit beside one another stand in further tables.
    """
    published = site.relations.publications_of_message
    counts: dict[str, Counter[str]] = {}
    for message in messages:
        all_below = (message, *chart.tree.under(message.id))
        told = [item for m in all_below for item in published.get(m.id, ())]
        counts[message.id] = Counter(service for p in told for service in p.record.services)
        counts[message.id][""] = len(told)
    found: list[RegisterSection] = []
    for start in range(0, len(site.relations.services), MOST_SERVICES):
        services = site.relations.services[start : start + MOST_SERVICES]
        n = start // MOST_SERVICES + 1
        columns = ("Pesan", "Semua", *(service.record.name for service in services))
        rows = [
            row(
                link_cell(message_link(site, message)),
                number(counts[message.id][""]),
                *(str(counts[message.id][service.id] or "") for service in services),
            )
            for message in messages
        ]
        note = "Jumlah publikasi, termasuk pada pesan di bawahnya. Kosong berarti belum ada."
        title = "Cakupan menurut layanan" + (f", bagian {n}" if n > 1 else "")
        if rows:
            found.append(section(f"cakupan-{n}", title, columns, rows, note, columns[1:]))
    return found


def _message_pages(site: Site, chart: Map, message: Message) -> list[Page]:
    here = message_link(site, message)
    parent = site.portal.tables.messages.get(message.parent or "")
    published = site.relations.publications_of_message.get(message.id, ())
    found = sheets(here["url"], published)
    units = _units(site, message)
    rest: Link = {"title": f"Semua {number(len(units['rows']))} unit", "url": f"{here['url']}unit/"}
    view: MessageView = {
        "sentence": message.sentence,
        "is_told": message.is_in_force(site.portal.day),
        "force": _force(message),
        "parent": message_link(site, parent) if parent else None,
        "children": _cards(site, chart, message.id),
        "coverage": _coverage(site, chart, chart.shown(message.id)),
        "owner": site.unit_link(message.owner),
        "findings": finding_sections(site, chart.found.get(message.id, ()), named=False),
        "series": series_views(site, message.evidence, charts=True),
        "answers": record_links(site, site.relations.answers_of_message.get(message.id, ())),
        "publications": [publication_card(site, item) for item in found[0].items],
        "pager": found[0].pager,
        "units": {**units, "rows": units["rows"][:MOST_UNITS]},
        "all_units": rest if len(units["rows"]) > MOST_UNITS else None,
        "feed": {"title": "Umpan pesan ini", "url": f"/umpan/narasi/{message.id}/"},
    }
    intro = f"Bukti dan publikasi semua unit untuk pesan: {message.sentence}"
    trail = (SECTION, here)
    pages = [site.page(here["url"], "narasi-rinci", view, message.sentence, intro, trail=trail)]
    if view["all_units"]:
        listed: Link = {"title": f"Unit: {message.sentence}", "url": rest["url"]}
        pages += register_pages(site, listed, intro, [units], above=trail)
    return [*pages, *older_pages(site, found, f"Publikasi: {message.sentence}", trail)]


def _units(site: Site, message: Message) -> RegisterSection:
    """Return who published under a message, the most first, with the newest release of each."""
    published = site.relations.publications_of_message.get(message.id, ())
    counts = Counter(item.record.unit for item in published)
    newest = {item.record.unit: item.first_released for item in reversed(published)}
    names = {unit: site.unit_link(unit) for unit in counts}
    order = sorted(counts, key=lambda unit: (-counts[unit], names[unit]["title"]))
    columns = ("Unit", "Publikasi", "Terakhir terbit")
    rows = [row(link_cell(names[u]), number(counts[u]), cell(day(newest[u].date()))) for u in order]
    none = "" if rows else "Belum ada unit yang menerbitkannya."
    return section("unit", "Unit yang menerbitkan", columns, rows, none, columns[1:2])
