"""`/data/`: everything that can be downloaded, with rows, period, source, licence and release."""

from cost_appendix.places import PACKAGE_FILE
from kinerja.model.portal import Public, PublicDataset
from kinerja.model.records import Indicator
from kinerja.rendering.data_package import ARCHIVE
from kinerja.rendering.formats import day, number, period
from kinerja.rendering.linked_data import CONTEXT, catalog, publisher
from kinerja.rendering.open_data import TABLES, table_rows
from kinerja.rendering.pages import Page, script_json
from kinerja.rendering.site import DATA, Site
from kinerja.rendering.views import CellView, Link, RegisterRow

from .form import cell, register_pages, row, section

COLUMNS = ("Dataset", "CSV", "JSON", "Baris", "Kurun", "Sumber", "Rilis terakhir")
TABLE_COLUMNS = ("Tabel", "CSV", "JSON", "Baris")
INTRO = (
    "Semua angka portal ini sebagai data terbuka: satu berkas CSV dan satu berkas JSON tiap "
    "indikator, tabel acuannya, buku biaya, dan umpan. Semuanya juga dalam satu berkas zip, dengan "
    "keterangan tiap kolom menurut Data Package."
)
OTHERS: tuple[Link, ...] = (
    {"title": "Semua data (zip)", "url": f"/{ARCHIVE}"},
    {"title": "Buku biaya (CSV)", "url": "/data/biaya.csv"},
    {"title": "Keterangan kolom (datapackage.json)", "url": f"/{PACKAGE_FILE}"},
    {"title": "Manifes", "url": "/manifes.json"},
    {"title": "Umpan", "url": "/umpan/"},
)


def catalogue_pages(site: Site) -> list[Page]:
    """Return the catalogue of open data."""
    rows = [
        _dataset_row(site, item, public)
        for item in site.relations.indicators
        if (public := site.portal.datasets.get(item.id))
    ]
    tables = [
        row(title, *_files(f"/data/{name}"), number(count))
        for name, (title, _) in TABLES.items()
        if (count := len(table_rows(site, name)))
    ]
    note = "" if rows else "Belum ada dataset."
    sections = [
        section("dataset", "Capaian", COLUMNS, rows, note, ("Baris",)),
        section("tabel", "Tabel acuan", TABLE_COLUMNS, tables, "", ("Baris",)),
    ]
    data = {
        **CONTEXT,
        **catalog(site),
        "inLanguage": site.settings.language,
        "publisher": publisher(site),
        "dataset": _whole(site),
    }
    return register_pages(site, DATA, INTRO, sections, links=OTHERS, json_ld=script_json(data))


def _whole(site: Site) -> dict[str, object]:
    """Return all data as one schema.org Dataset; each indicator's page describes its own."""
    files = {"application/zip": ARCHIVE, "application/json": PACKAGE_FILE}
    return {
        "@type": "Dataset",
        "name": f"Semua data {site.settings.name}",
        "description": INTRO,
        "creator": publisher(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": site.absolute(f"/{path}"),
            }
            for media, path in files.items()
        ],
    }


def _dataset_row(site: Site, item: Public[Indicator], public: PublicDataset) -> RegisterRow:
    rows = public.dataset.observations
    spans = [period(rows[0].period), period(rows[-1].period)] if rows else []
    licence = f"Lisensi: {item.record.licence or 'tidak disebut'}"
    return row(
        cell(item.record.name, site.address(item)),
        *_files(f"/data/capaian/{item.id}"),
        number(len(rows)),
        " sampai ".join(dict.fromkeys(spans)),
        cell(item.record.publisher, detail=licence),
        day(public.released.date()),
    )


def _files(base: str) -> list[CellView]:
    return [cell("CSV", f"{base}.csv"), cell("JSON", f"{base}.json")]
