"""Open data: the dataset of every indicator and the public tables, as CSV and JSON."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from cost_appendix.open_data import guarded
from kinerja.evidence.words import rounded
from kinerja.model.fields import Frozen
from kinerja.model.ids import IndicatorRef
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Holiday, Observation, Tables
from kinerja.reading.entries import csv_columns
from kinerja.reading.names import written
from kinerja.reading.tables import MODELS
from tabular.table import render_rows

from .figures import category, standing, unit_word
from .indicator_tables import source_link
from .pages import File
from .site import Site
from .stories import share_view

COLUMNS = (
    *("indikator", "periode", "awal", "akhir", "rincian", "satuan", "nilai", "golongan"),
    *("target", "target_awal", "hasil", "capaian", "status", "penerbit", "url_sumber", "rilis"),
    *("nilai_lama", "nilai_lain", "penerbit_lain", "putus_seri", "catatan"),
)
DATES = ("awal", "akhir", "rilis")
FIGURES = ("nilai", "target", "target_awal", "capaian", "nilai_lama", "nilai_lain")
NUMBER = re.compile(r"-?[\d.]+")
"""What is nothing but a figure is not guarded against being run as a formula."""

TABLES: dict[str, tuple[str, Callable[[Tables], Iterable[Frozen]]]] = {
    "unit": ("Unit", lambda t: t.units.values()),
    "satuan": ("Satuan", lambda t: t.measures.values()),
    "sumber": ("Sumber angka", lambda t: t.sources.values()),
    "penjelasan": ("Penjelasan target yang meleset", lambda t: t.explanations),
    "skala": ("Skala mutu", lambda t: (e for editions in t.scales.values() for e in editions)),
    "pesan": ("Pesan narasi", lambda t: t.messages.values()),
    "istilah": ("Istilah", lambda t: t.terms),
    "leksikon": ("Leksikon saringan seremoni", lambda t: t.lexicon),
    "platform": ("Batas platform sosial", lambda t: t.platforms.values()),
    "libur": ("Hari libur", lambda t: (Holiday(date=d, name=n) for d, n in t.holidays.items())),
}
"""Public tables by name: what readers call them, and their rows."""


def table_rows(site: Site, name: str) -> list[Frozen]:
    """Return the rows of a public table in their order."""
    return list(TABLES[name][1](site.portal.tables))


def data_files(site: Site) -> list[File]:
    """Return every public dataset and table as CSV and JSON; a table without rows has none."""
    files: list[File] = []
    for item in site.relations.indicators:
        files += dataset_files(site, item)
    for name, (title, _) in TABLES.items():
        if entries := table_rows(site, name):
            trees = [_entry(entry, name) for entry in entries]
            columns = csv_columns(MODELS[name], name)
            files += _files(f"data/{name}", columns, trees, {"tabel": name, "nama": title})
    return files


def dataset_files(site: Site, item: Public[Indicator]) -> list[File]:
    """Return the dataset of an indicator as CSV and JSON; [] where none is public."""
    if not (public := site.portal.datasets.get(item.id)):
        return []
    rows = [_observation(site, item, row) for row in public.dataset.observations]
    about = {
        "indikator": item.id,
        "nama": item.record.name,
        "satuan": unit_word(site, item),
        "arah": str(item.record.direction),
        "penerbit": item.record.publisher,
        "lisensi": item.record.licence,
        "dirilis": public.released.isoformat(),
        "alamat": site.absolute(site.permanent(item)),
        "kutip": share_view(site, item, item.record.publisher, public.released)["cite"],
    }
    return _files(f"data/capaian/{item.id}", COLUMNS, rows, about)


def _files(
    base: str,
    columns: Iterable[str],
    rows: list[Mapping[str, object]],
    about: Mapping[str, object],
) -> list[File]:
    columns = [*columns]
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    document = f'{json.dumps(about, ensure_ascii=False)[:-1]}, "baris": [\n{lines}\n]}}\n'
    return [
        File(f"{base}.csv", render_rows([columns, *cells])),
        File(f"{base}.json", document.encode()),
    ]


def _cell(value: object) -> str:
    """Return a value in one cell: words of a list stand side by side, what is deeper is JSON."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "; ".join(value)
    elif isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    text = "" if value is None else str(value)
    return text if NUMBER.fullmatch(text) else guarded(text)


def _observation(site: Site, item: Public[Indicator], row: Observation) -> Mapping[str, object]:
    source = site.portal.tables.sources.get(row.source)
    result = standing(site, item, row)
    breaks = (b.reason for b in item.record.breaks if b.period == row.period.name)
    return {
        "indikator": item.id,
        "periode": row.period.name,
        "awal": "" if row.period.name.startswith("sd-") else row.period.first.isoformat(),
        "akhir": row.period.last.isoformat(),
        "rincian": row.detail,
        "satuan": unit_word(site, item),
        "nilai": _plain(row.value),
        "golongan": category(site, item, row),
        "target": _plain(row.target),
        "target_awal": _plain(row.first_target),
        "hasil": str(result.outcome),
        "capaian": _plain(rounded(result.percent)) if result.percent is not None else "",
        "status": str(row.status),
        "penerbit": source_link(site, row.source)["title"] if row.source else "",
        "url_sumber": (source.url or "") if source else "",
        "rilis": row.released.isoformat() if row.released else "",
        "nilai_lama": _plain(row.old_value),
        "nilai_lain": _plain(row.other_value),
        "penerbit_lain": source_link(site, row.other_source)["title"],
        "putus_seri": " ".join(breaks),
        "catatan": " ".join(filter(None, [row.reason, row.note])),
    }


def _plain(value: object) -> str:
    """Return a value as machines read it: a decimal point, no separators, ranges as `a..b`."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        least, most = value
        return f"{least:f}" if least == most else f"{least:f}..{most:f}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _entry(entry: Frozen, inside: str) -> Mapping[str, object]:
    """Return an entry of a table under the names that editors write."""
    names = {attribute: written(attribute, inside) for attribute in type(entry).model_fields}
    return {name: _tree(getattr(entry, attribute), name) for attribute, name in names.items()}


def _tree(value: object, inside: str) -> object:
    if isinstance(value, Frozen):
        return _entry(value, inside)
    if isinstance(value, tuple):
        return [_tree(part, inside) for part in value]
    if isinstance(value, IndicatorRef):
        return value.name.strip().replace(" ", "@")
    if value is None or isinstance(value, int):
        return value
    return value.isoformat() if isinstance(value, date) else _plain(value)
