"""`/narasi/`: the map from messages to publications and evidence, gaps and misses shown."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.model.tables import Message

from .cards import publication_card
from .formats import day, number
from .pages import Page
from .paging import sheets
from .publication_lists import older_pages
from .series import evidence_figure, series_views
from .site import Site
from .stories import message_link, record_links
from .views import CountView, CoverageRow, FigureView, Link, MapView, MessageCard, MessageView

SECTION: Link = {"title": "Narasi", "url": "/narasi/"}
INTRO = (
    "Pesan yang dibawa semua unit, bukti di belakangnya, dan celahnya: "
    "pesan tanpa publikasi, bukti yang belum tercapai, publikasi tanpa pesan."
)


@dataclass(frozen=True, slots=True)
class Tree:
    """Messages in force by the message above them, '' for the highest; and all others."""

    below: dict[str, list[Message]]
    past: list[Message]

    def under(self, message_id: str) -> Iterable[Message]:
        """Yield every message below one, each before those below it."""
        for message in self.below.get(message_id, ()):
            yield message
            yield from self.under(message.id)


def narrative_pages(site: Site) -> list[Page]:
    """Return the map and the page of each message, each with its further pages."""
    every = site.portal.tables.messages
    tree = Tree({}, [m for m in every.values() if not m.is_in_force(site.portal.day)])
    ended = {message.id for message in tree.past}
    for message in every.values():
        if message.id not in ended:
            parent = message.parent if message.parent not in ended else None
            tree.below.setdefault(parent or "", []).append(message)
    pages = _map_pages(site, tree)
    return [*pages, *(page for m in every.values() for page in _message_pages(site, tree, m))]


def _map_pages(site: Site, tree: Tree) -> list[Page]:
    loose = site.relations.publications_of_message.get("", ())
    found = sheets(SECTION["url"], loose)
    in_force = list(tree.under(""))
    services = site.relations.services
    view: MapView = {
        "title": "Narasi",
        "intro": INTRO,
        "counts": _gaps(site, tree, in_force, len(loose)),
        "messages": [_card(site, tree, message) for message in tree.below.get("", ())],
        "services": site.service_links(tuple(service.id for service in services)),
        "coverage": [_coverage(site, message) for message in in_force],
        "loose": [publication_card(site, item) for item in found[0].items],
        "pager": found[0].pager,
        "past": [_card(site, Tree({}, []), message) for message in tree.past],
    }
    page = site.page(SECTION["url"], "narasi", view, "Narasi", INTRO, trail=(SECTION,))
    return [page, *older_pages(site, found, "Publikasi tanpa pesan", (SECTION,))]


def _gaps(site: Site, tree: Tree, in_force: list[Message], loose: int) -> list[CountView]:
    """Count messages, those that nothing is published on, those without evidence that holds."""
    published = site.relations.publications_of_message
    silent = sum(
        not any(m.id in published for m in (message, *tree.under(message.id)))
        for message in in_force
    )
    status = [{f["status"]["key"] for f in _evidence(site, message)} for message in in_force]
    missed = sum("not-met" in keys for keys in status)
    unknown = sum(not keys or "not-reported" in keys for keys in status)
    counts = [
        ("no-target", len(in_force), "pesan berlaku", "#peta"),
        ("not-reported", silent, "pesan tanpa publikasi", "#peta"),
        ("not-met", missed, "pesan dengan target yang belum tercapai", "#peta"),
        ("not-reported", unknown, "pesan tanpa data", "#peta"),
        ("not-reported", loose, "publikasi tanpa pesan", "#tanpa-pesan"),
    ]
    return [{"key": k, "number": number(n), "word": w, "url": u} for k, n, w, u in counts]


def _evidence(site: Site, message: Message) -> list[FigureView]:
    return [evidence_figure(site, reference) for reference in message.evidence]


def _card(site: Site, tree: Tree, message: Message) -> MessageCard:
    published = site.relations.publications_of_message
    own = len(published.get(message.id, ()))
    below = sum(len(published.get(m.id, ())) for m in tree.under(message.id))
    words = f"{number(own)} publikasi" if own else "belum ada publikasi"
    return {
        "sentence": message.sentence,
        "url": message_link(site, message)["url"],
        "note": _note(site, message),
        "publications": f"{words}, {number(below)} pada pesan di bawahnya" if below else words,
        "evidence": _evidence(site, message),
        "children": [_card(site, tree, child) for child in tree.below.get(message.id, ())],
    }


def _note(site: Site, message: Message) -> str:
    """Say why a message is not told on the day; '' for one in force."""
    if message.is_in_force(site.portal.day):
        return ""
    if message.valid_to and message.valid_to < site.portal.day:
        return f"berlaku sampai {day(message.valid_to)}"
    return f"berlaku mulai {day(message.valid_from)}" if message.valid_from else ""


def _coverage(site: Site, message: Message) -> CoverageRow:
    published = site.relations.publications_of_message.get(message.id, ())
    counts = Counter[str](service for item in published for service in item.record.services)
    order = (counts[service.id] for service in site.relations.services)
    return {
        "message": message_link(site, message),
        "counts": [number(count) if count else "" for count in order],
    }


def _message_pages(site: Site, tree: Tree, message: Message) -> list[Page]:
    here = message_link(site, message)
    parent = site.portal.tables.messages.get(message.parent or "")
    found = sheets(here["url"], site.relations.publications_of_message.get(message.id, ()))
    view: MessageView = {
        "sentence": message.sentence,
        "note": _note(site, message),
        "parent": message_link(site, parent) if parent else None,
        "children": [message_link(site, child) for child in tree.below.get(message.id, ())],
        "owner": site.unit_link(message.owner),
        "series": series_views(site, message.evidence, charts=True),
        "answers": record_links(site, site.relations.answers_of_message.get(message.id, ())),
        "publications": [publication_card(site, item) for item in found[0].items],
        "pager": found[0].pager,
    }
    intro = f"Bukti dan publikasi semua unit untuk pesan: {message.sentence}"
    trail = (SECTION, here)
    page = site.page(here["url"], "narasi-rinci", view, message.sentence, intro, trail=trail)
    return [page, *older_pages(site, found, f"Publikasi: {message.sentence}", trail)]
