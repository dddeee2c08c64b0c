"""`/layanan/` and a page per service: first what a citizen needs, then how it performs."""

import html
from collections.abc import Iterable

from cost_appendix.totals import Dimension
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Indicator, Service

from .approvals import approval_view
from .bodies import body_html
from .cards import archive_note, publication_card, service_card
from .figures import figure_view
from .formats import rupiah
from .indicator_lists import more_indicators, shown_indicators
from .linked_data import government_service
from .pages import Page
from .paging import sheets
from .publication_lists import older_pages
from .series import series_views
from .site import Site
from .stories import record_links
from .views import ChartView, Link, PartView, ServiceListView, ServiceView

FIRST = ("requirements", "fee", "duration", "complaints")
PARTS = {
    "requirements": "Persyaratan",
    "fee": "Tarif",
    "duration": "Jangka waktu",
    "complaints": "Tempat mengadu",
    "procedure": "Prosedur",
    "product": "Produk layanan",
    "legal_basis": "Dasar hukum",
    "facilities": "Sarana dan prasarana",
    "competence": "Kompetensi pelaksana",
    "supervision": "Pengawasan internal",
    "staff": "Jumlah pelaksana",
    "service_guarantee": "Jaminan pelayanan",
    "safety_guarantee": "Jaminan keamanan dan keselamatan",
    "evaluation": "Evaluasi kinerja pelaksana",
}
"""The fourteen parts of a service standard, in the order in which they are shown."""

SECTION: Link = {"title": "Layanan", "url": "/layanan/"}


def service_pages(site: Site) -> list[Page]:
    """Return the list of services and the page of each."""
    pages = (page for item in site.relations.services for page in _service_pages(site, item))
    return [_list_page(site), *pages]


def _list_page(site: Site) -> Page:
    cards = [service_card(site, item) for item in site.relations.services]
    intro = "Syarat, tarif, waktu, tempat mengadu, dan capaian setiap layanan."
    view: ServiceListView = {
        "title": "Layanan",
        "intro": intro,
        "services": [card for card in cards if not card["archive"]],
        "archives": [card for card in cards if card["archive"]],
    }
    return site.page("/layanan/", "layanan", view, "Layanan", intro, trail=(SECTION,))


def _service_pages(site: Site, item: Public[Service]) -> list[Page]:
    record = item.record
    address = site.address(item)
    found = sheets(address, site.relations.publications_of_service.get(item.id, ()))
    provider = site.portal.tables.units.get(record.provider)
    feeds = site.feeds(f"layanan/{item.id}", record.name)
    spent = site.totals.by[Dimension.SECTION].get(item.id)
    trail: tuple[Link, ...] = (SECTION, {"title": record.name, "url": address})
    indicators = site.relations.indicators_of_service.get(item.id, ())
    cards, link = shown_indicators(site, indicators, trail)
    view: ServiceView = {
        "name": record.name,
        "summary": record.summary,
        "archive": archive_note(site, item),
        "provider": site.unit_link(record.provider),
        "contact": record.contact or (provider.contact if provider else None) or "",
        "first": [_part(item, name) for name in FIRST],
        "rest": [p for name in PARTS if name not in FIRST and (p := _part(item, name))["html"]],
        "missing": [
            label
            for name, label in PARTS.items()
            if name not in FIRST and not getattr(record.standard, name)
        ],
        "body_html": body_html(site, item),
        "indicators": cards,
        "chart": _first_chart(site, indicators),
        "all_indicators": link,
        "publications": [publication_card(site, p) for p in found[0].items],
        "pager": found[0].pager,
        "answers": record_links(site, site.relations.answers_of_service.get(item.id, ())),
        "costs": [SECTION_COSTS],
        "cost_text": rupiah(spent.net) if spent else "belum ada biaya publikasi yang dicatat",
        "feeds": feeds,
        "approval": approval_view(site, item),
    }
    page = site.page(
        address,
        "layanan-rinci",
        view,
        record.title,
        record.summary,
        trail=trail,
        json_ld=government_service(site, item),
    )
    more = more_indicators(site, indicators, trail)
    return [page, *more, *older_pages(site, found, f"Publikasi: {record.name}", trail)]


def _first_chart(site: Site, items: Iterable[Public[Indicator]]) -> ChartView | None:
    """Return the chart of the indicator whose figure stands first; None where it has no line."""
    first = next((item for item in items if figure_view(site, item)), None)
    return series_views(site, [IndicatorRef(first.id)], charts=True)[0]["chart"] if first else None


SECTION_COSTS: Link = {"title": "Lampiran biaya", "url": "/transparansi/biaya/#menurut-bagian"}


def _part(item: Public[Service], name: str) -> PartView:
    """Return a part of the standard; lines that begin with a hyphen become a list."""
    text = getattr(item.record.standard, name) or ""
    lines = [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]
    return {
        "label": PARTS[name],
        "html": text_html(text),
        "gist": lines[0] if lines else "",
        "entries": len(lines),
    }


def text_html(text: str) -> str:
    """Return plain text of several lines as paragraphs and lists."""
    blocks: list[str] = []
    entries: list[str] = []
    for line in [*(line.strip() for line in text.splitlines()), ""]:
        if line.startswith("- "):
            entries.append(f"<li>{html.escape(line[2:])}</li>")
            continue
        if entries:
            blocks.append(f"<ul>{''.join(entries)}</ul>")
            entries = []
        if line:
            blocks.append(f"<p>{html.escape(line)}</p>")
    return "".join(blocks)
