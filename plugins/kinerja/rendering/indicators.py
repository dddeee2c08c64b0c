"""`/capaian/` and a page per indicator, with its data as CSV and JSON."""

import csv
import io
import json
import re
from decimal import Decimal

from cost_appendix.open_data import guarded
from kinerja.evidence.achievement import achievement
from kinerja.model.portal import Public
from kinerja.model.records import Direction, Indicator
from kinerja.model.tables import Dataset, Observation

from .approvals import approval_view
from .bodies import body_html
from .cards import outcome_counts, publication_card
from .charts import line_chart
from .figures import detail_words, figure_view, unit_word
from .formats import day
from .indicator_tables import detail_table, series_sentence, source_link
from .pages import File, Page
from .publications import unit_note
from .site import Site
from .views import (
    DetailTableView,
    IndicatorCard,
    IndicatorGroup,
    IndicatorListView,
    IndicatorView,
    Link,
)

SECTION: Link = {"title": "Capaian", "url": "/capaian/"}
DIRECTIONS = {
    Direction.UP: "makin tinggi makin baik",
    Direction.DOWN: "makin rendah makin baik",
    Direction.STEADY: "sebaiknya tetap",
}
COLUMNS = (
    *("indikator", "periode", "awal", "akhir", "rincian", "nilai", "target", "hasil", "status"),
    *("penerbit", "url_sumber", "rilis", "nilai_lain", "catatan"),
)


NUMBER = re.compile(r"-?[\d.]+")
NUMBERS = ("nilai", "target", "nilai_lain")
"""Columns of figures; text in all others is guarded against being run as a formula."""


def indicator_pages(site: Site) -> list[Page]:
    """Return the list of indicators and the page of each."""
    return [_list_page(site), *(_page(site, item) for item in site.relations.indicators)]


def _list_page(site: Site) -> Page:
    """Group indicators by the first service that is public; those without one stand last."""
    groups: dict[str, list[Public[Indicator]]] = {}
    for item in site.relations.indicators:
        public = [s for s in item.record.services if s in site.portal.services]
        groups.setdefault(public[0] if public else "", []).append(item)
    views: list[IndicatorGroup] = [
        {
            "title": service.record.name,
            "url": site.address(service),
            "items": [_card(site, item) for item in groups[service.id]],
        }
        for service in site.relations.services
        if service.id in groups
    ]
    if "" in groups:
        rest = [_card(site, item) for item in groups[""]]
        views.append({"title": "Indikator lain", "url": "", "items": rest})
    intro = "Apa yang dicapai, terhadap target yang diumumkan, dengan sumber setiap angka."
    view: IndicatorListView = {
        "title": "Capaian",
        "intro": intro,
        "counts": outcome_counts(site),
        "groups": views,
    }
    return site.page("/capaian/", "capaian", view, "Capaian", intro, trail=(SECTION,))


def _card(site: Site, item: Public[Indicator]) -> IndicatorCard:
    return {
        "name": item.record.name,
        "url": site.address(item),
        "unit": site.unit_link(item.record.unit)["title"],
        "figure": figure_view(site, item),
    }


def _page(site: Site, item: Public[Indicator]) -> Page:
    record = item.record
    address = site.address(item)
    public = site.portal.datasets.get(item.id)
    dataset = public.dataset if public else Dataset(item.id, ())
    rows = dataset.series()
    sentence = series_sentence(record.name, rows, item)
    unit = site.portal.tables.units.get(record.unit)
    publications = site.relations.publications_of_indicator.get(item.id, ())
    view: IndicatorView = {
        "name": record.name,
        "summary": record.summary,
        "sentence": sentence,
        "figure": figure_view(site, item),
        "chart": line_chart("grafik-utama", record.name, rows, record.breaks, sentence),
        "tables": _tables(site, item, dataset),
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
        "breaks": [{"title": f"{b.period}: {b.reason}", "url": ""} for b in record.breaks],
        "body_html": body_html(site, item),
        "services": site.service_links(record.services),
        "publications": [publication_card(site, p) for p in publications],
        "files": [
            {"title": "CSV", "url": f"/data/capaian/{item.id}.csv"},
            {"title": "JSON", "url": f"/data/capaian/{item.id}.json"},
        ]
        if public
        else [],
        "cite": f"{record.publisher}, “{record.name}”, {site.settings.name}, "
        f"{day(item.last_released.date())}, {site.absolute(site.permanent(item))}",
        "approval": approval_view(item),
    }
    return site.page(
        address,
        "capaian-rinci",
        view,
        record.name,
        record.summary,
        trail=(SECTION, {"title": record.name, "url": address}),
        json_ld=_json_ld(site, item),
    )


def _tables(site: Site, item: Public[Indicator], dataset: Dataset) -> list[DetailTableView]:
    whole = dataset.series()
    tables = [detail_table(site, item, whole, "tabel", item.record.name)] if whole else []
    for n, detail in enumerate(dataset.details, 1):
        rows = dataset.series(detail)
        title = detail_words(detail).capitalize()
        tables.append(detail_table(site, item, rows, f"tabel-rincian-{n}", title))
    return tables


def _json_ld(site: Site, item: Public[Indicator]) -> str:
    files = [("text/csv", "csv"), ("application/json", "json")]
    data = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": item.record.name,
        "description": item.record.summary,
        "url": site.absolute(site.address(item)),
        "inLanguage": site.settings.language,
        "creator": {"@type": "Organization", "name": item.record.publisher},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": site.absolute(f"/data/capaian/{item.id}.{suffix}"),
            }
            for media, suffix in files
        ],
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def data_files(site: Site) -> list[File]:
    """Return every public dataset as CSV and JSON, one row an observation."""
    files: list[File] = []
    for item in site.relations.indicators:
        public = site.portal.datasets.get(item.id)
        if public is None:
            continue
        rows = [_data_row(site, item, row) for row in public.dataset.observations]
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({k: _cell(k, v) for k, v in row.items()})
        base = f"data/capaian/{item.id}"
        document = {"indikator": item.id, "nama": item.record.name, "baris": rows}
        json_text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        files += [
            File(f"{base}.csv", text.getvalue().encode()),
            File(f"{base}.json", json_text.encode()),
        ]
    return files


def _data_row(site: Site, item: Public[Indicator], row: Observation) -> dict[str, str]:
    source = site.portal.tables.sources.get(row.source)
    return {
        "indikator": item.id,
        "periode": row.period.name,
        "awal": "" if row.period.name.startswith("sd-") else row.period.first.isoformat(),
        "akhir": row.period.last.isoformat(),
        "rincian": row.detail,
        "nilai": _plain(row.value),
        "target": _plain(row.target),
        "hasil": str(achievement(item.record.direction, row).outcome),
        "status": str(row.status),
        "penerbit": source_link(site, row.source)["title"] if row.source else "",
        "url_sumber": (source.url or "") if source else "",
        "rilis": row.released.isoformat() if row.released else "",
        "nilai_lain": _plain(row.other_value),
        "catatan": " ".join(filter(None, [row.reason, row.note])),
    }


def _cell(column: str, text: str) -> str:
    is_figure = column in NUMBERS and NUMBER.fullmatch(text)
    return text if is_figure else guarded(text)


def _plain(value: object) -> str:
    """Return a value as machines read it: a decimal point, no separators, ranges as `a..b`."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        least, most = value
        return f"{least:f}" if least == most else f"{least:f}..{most:f}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
