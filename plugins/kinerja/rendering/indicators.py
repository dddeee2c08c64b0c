"""`/capaian/`, a page per indicator, and what other sites may embed of it."""

from functools import partial
from typing import NamedTuple

from kinerja.model.period import parse_period
from kinerja.model.portal import Public
from kinerja.model.records import Direction, Indicator, Publication
from kinerja.model.tables import Dataset

from .approvals import approval_view
from .bodies import body_html
from .cards import outcome_counts, publication_card
from .charts import has_line, line_chart
from .figures import category, detail_words, figure_view, latest, unit_word
from .formats import period
from .indicator_embeds import frame_address, frame_page, picture_address, picture_page, snippet
from .indicator_lists import indicator_group, indicator_table
from .indicator_sections import indicator_sections
from .indicator_tables import detail_table, series_sentence
from .linked_data import catalog, covers, json_ld
from .pages import Page, later
from .paging import Sheet, sheets
from .publication_lists import older_pages
from .registers.achievements import RELATED, SECTION
from .registers.form import register_pages
from .site import DATA, Site
from .stories import share_view, unit_note
from .views import (
    ChartView,
    DetailTableView,
    IndicatorListView,
    IndicatorView,
    Link,
)

DIRECTIONS = {
    Direction.UP: "makin tinggi makin baik",
    Direction.DOWN: "makin rendah makin baik",
    Direction.STEADY: "sebaiknya tetap",
}
INTRO = "Apa yang dicapai, terhadap target yang diumumkan, dengan sumber setiap angka."
MOST_CARDS = 40
"""Indicators that are shown as cards; more of them stand in tables, 60 KB a page at most."""


class Told(NamedTuple):
    """What is said of an indicator wherever it is shown."""

    sentence: str
    chart: ChartView | None
    tables: list[DetailTableView]


def indicator_pages(site: Site) -> list[Page]:
    """Return the list of indicators, and the page of each with what others embed of it."""
    pages = [page for item in site.relations.indicators for page in _pages(site, item)]
    return [*_list_pages(site), *pages]


def _list_pages(site: Site) -> list[Page]:
    """Group indicators by the first service that is public; those without one stand last."""
    groups: dict[str, list[Public[Indicator]]] = {}
    for item in site.relations.indicators:
        public = [s for s in item.record.services if s in site.portal.services]
        groups.setdefault(public[0] if public else "", []).append(item)
    views = [
        indicator_group(site, service.record.name, site.address(service), groups[service.id])
        for service in site.relations.services
        if service.id in groups
    ]
    if "" in groups:
        views.append(indicator_group(site, "Indikator lain", "", groups[""]))
    links = [*RELATED, DATA]
    counts = outcome_counts(site, site.relations.indicators)
    if len(site.relations.indicators) > MOST_CARDS:
        sections = [indicator_table(f"kelompok-{n}", group) for n, group in enumerate(views, 1)]
        return register_pages(site, SECTION, INTRO, sections, counts=counts, links=links)
    view: IndicatorListView = {
        "title": SECTION["title"],
        "intro": INTRO,
        "counts": counts,
        "links": links,
        "groups": views,
    }
    return [site.page(SECTION["url"], "capaian", view, SECTION["title"], INTRO, trail=(SECTION,))]


def _pages(site: Site, item: Public[Indicator]) -> list[Page]:
    address, rows = site.address(item), site.data(item.id).series()
    pages = [
        later(address, "capaian-rinci", partial(_indicator_page, site, item)),
        *older_pages(site, _publications(site, item), *_place(site, item)),
    ]
    if rows:
        pages.append(
            later(frame_address(site, item), "capaian-sematan", partial(_frame, site, item))
        )
    if has_line(rows):
        where = picture_address(site, item)
        pages.append(later(where, "capaian-grafik", partial(_picture, site, item)))
    return pages


def _publications(site: Site, item: Public[Indicator]) -> list[Sheet[Public[Publication]]]:
    return sheets(site.address(item), site.relations.publications_of_indicator.get(item.id, ()))


def _place(site: Site, item: Public[Indicator]) -> tuple[str, tuple[Link, ...]]:
    """Return the name of the list of an indicator's publications, and the way to its page."""
    here: Link = {"title": item.record.name, "url": site.address(item)}
    return f"Publikasi: {item.record.name}", (SECTION, here)


def _told(site: Site, item: Public[Indicator]) -> Told:
    """Return what the page of an indicator and all that is embedded of it say alike."""
    record, dataset = item.record, site.data(item.id)
    rows = dataset.series()
    sentence = series_sentence(record.name, rows, item)
    newest = latest(dataset)
    if not rows and dataset.observations:
        sentence = f"{record.name}: hanya diumumkan menurut rincian."
    if newest and (band := category(site, item, newest)):
        sentence = f"{sentence} Golongan {period(newest.period)}: {band}."
    chart = line_chart("grafik-utama", record.name, rows, record, sentence)
    return Told(sentence, chart, _tables(site, item, dataset))


def _frame(site: Site, item: Public[Indicator]) -> Page:
    told = _told(site, item)
    return frame_page(site, item, told.sentence, told.chart, told.tables[0])


def _picture(site: Site, item: Public[Indicator]) -> Page:
    told = _told(site, item)
    assert told.chart, "a page is planned only for what `has_line`"
    return picture_page(site, item, told.sentence, told.chart, told.tables[0])


def _indicator_page(site: Site, item: Public[Indicator]) -> Page:
    record, address = item.record, site.address(item)
    is_public = item.id in site.portal.datasets
    sentence, chart, tables = _told(site, item)
    unit = site.portal.tables.units.get(record.unit)
    found = _publications(site, item)
    view: IndicatorView = {
        "name": record.name,
        "summary": record.summary,
        "sentence": sentence,
        "figure": figure_view(site, item),
        "chart": chart,
        "tables": tables,
        "sections": indicator_sections(site, item),
        "definition": record.definition,
        "method": record.method,
        "formula": record.formula or "",
        "measure": unit_word(site, item) or "kategori",
        "direction": DIRECTIONS[record.direction],
        "frequency": record.frequency,
        "publisher": record.publisher,
        "licence": record.licence or "",
        "unit": site.unit_link(record.unit),
        "unit_note": unit_note(site, record.unit),
        "contact": record.contact or (unit.contact if unit else None) or "",
        "breaks": [
            {"title": f"{period(parse_period(b.period))}: {b.reason}", "url": ""}
            for b in record.breaks
        ],
        "body_html": body_html(site, item),
        "services": site.service_links(record.services),
        "publications": [publication_card(site, p) for p in found[0].items],
        "pager": found[0].pager,
        "files": _files(site, item, chart) if is_public else [],
        "embed": snippet(site, item) if site.data(item.id).series() else "",
        "share": share_view(site, item, record.publisher, item.last_released),
        "approval": approval_view(site, item),
    }
    _, trail = _place(site, item)
    linked = _json_ld(site, item) if is_public else ""
    return site.page(
        address, "capaian-rinci", view, record.name, record.summary, trail=trail, json_ld=linked
    )


def _files(site: Site, item: Public[Indicator], chart: ChartView | None) -> list[Link]:
    base = f"/data/capaian/{item.id}"
    found: list[Link] = [{"title": "CSV", "url": f"{base}.csv"}]
    found.append({"title": "JSON", "url": f"{base}.json"})
    if chart:
        found.append({"title": "Grafik (SVG)", "url": picture_address(site, item)})
    return found


def _tables(site: Site, item: Public[Indicator], dataset: Dataset) -> list[DetailTableView]:
    whole = dataset.series()
    tables = [detail_table(site, item, whole, "tabel", item.record.name)] if whole else []
    for n, detail in enumerate(dataset.details, 1):
        rows = dataset.series(detail)
        title = detail_words(detail).capitalize()
        tables.append(detail_table(site, item, rows, f"tabel-rincian-{n}", title))
    return tables


def _json_ld(site: Site, item: Public[Indicator]) -> str:
    record = item.record
    files = [("text/csv", "csv"), ("application/json", "json")]
    data = {
        "@type": "Dataset",
        "name": record.name,
        "description": record.summary,
        "creator": {"@type": "Organization", "name": record.publisher},
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": record.name,
            "unitText": unit_word(site, item) or "kategori",
        },
        "identifier": site.absolute(site.permanent(item)),
        "isAccessibleForFree": True,
        **covers(site.data(item.id)),
        "includedInDataCatalog": catalog(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": site.absolute(f"/data/capaian/{item.id}.{suffix}"),
            }
            for media, suffix in files
        ],
    }
    return json_ld(site, item, data | ({"license": record.licence} if record.licence else {}))
