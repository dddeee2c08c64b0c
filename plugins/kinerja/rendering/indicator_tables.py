"""Rows of a dataset as a table for readers: value, target, outcome, source, remark."""

from collections.abc import Sequence
from decimal import Decimal

from kinerja.evidence.series import are_alike, breaks_between, last_change
from kinerja.evidence.words import value_words
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Observation, ObservationStatus

from .figures import (
    STATUS_WORDS,
    category,
    difference,
    row_id,
    standing,
    status_view,
    trend,
    unit_word,
)
from .formats import day, period
from .site import Site
from .views import DetailTableView, Link, RowView

NOWHERE: Link = {"title": "", "url": ""}


def detail_table(
    site: Site,
    item: Public[Indicator],
    rows: Sequence[Observation],
    table_id: str,
    title: str,
    earlier: Dataset | None = None,
) -> DetailTableView:
    """Return the table of some rows of one series, newest first.

    `earlier` are the data as somebody saw them before they were released anew: what differs is
    said.
    """
    return {
        "id": table_id,
        "title": title,
        "measure": unit_word(site, item),
        "rows": [_row(site, item, row, earlier) for row in reversed(rows)],
        "has_targets": any(row.target is not None for row in rows),
    }


def _row(site: Site, item: Public[Indicator], row: Observation, earlier: Dataset | None) -> RowView:
    precision = item.record.precision
    return {
        "id": row_id(row),
        "period": period(row.period),
        "value": value_words(row.value, precision),
        "category": category(site, item, row),
        "target": value_words(row.target, precision),
        "first_target": value_words(row.first_target, precision),
        "status": status_view(standing(site, item, row)),
        "word": STATUS_WORDS[row.status],
        "source": source_link(site, row.source),
        "released": day(row.released) if row.released else "",
        "other": source_link(site, row.other_source),
        "note": _note(site, item, row, earlier),
    }


def source_link(site: Site, source_id: str) -> Link:
    """Return publisher and address of a source, empty where the row names none."""
    if not source_id:
        return NOWHERE
    source = site.portal.tables.sources.get(source_id)
    if source is None:
        return {"title": source_id, "url": ""}
    return {"title": source.publisher, "url": source.url or ""}


def _note(site: Site, item: Public[Indicator], row: Observation, earlier: Dataset | None) -> str:
    """Say what a reader must know of a row: other value, break, old value, reason, remark."""
    precision = item.record.precision
    parts: list[str] = []
    if row.status is ObservationStatus.CONFLICT:
        other = source_link(site, row.other_source)["title"]
        parts.append(f"Sumber lain ({other}) menyebut {value_words(row.other_value, precision)}")
    seen = earlier.find(*row.key) if earlier else None
    old = seen.value if seen and seen.value != row.value else row.old_value
    if old is not None:
        parts.append(f"Direvisi dari {value_words(old, precision)}")
    parts += [b.reason for b in item.record.breaks if b.period == row.period.name]
    parts += [text for text in (row.reason, row.note) if text]
    return "".join(f"{part.rstrip('.')}. " for part in parts).strip()


def series_sentence(name: str, rows: Sequence[Observation], item: Public[Indicator]) -> str:
    """Say the first and the last value of a series, what lies between, and the last change."""
    measured = [row for row in rows if row.value is not None]
    if not measured:
        return f"{name}: belum ada nilai yang diukur."
    first, last = measured[0], measured[-1]
    precision = item.record.precision
    end = value_words(last.value, precision)
    if first is last:
        return f"{name}: {end} {_when(last)}."
    begin = value_words(first.value, precision)
    text = f"{name}: {begin} {_when(first)}, {end} {_when(last)}"
    if not (isinstance(first.value, Decimal) and isinstance(last.value, Decimal)):
        return f"{text}."
    if breaks_between(first.period, last.period, item.record.breaks):
        text = f"{text}; cara ukur berubah di antaranya, jadi tidak dibandingkan."
    elif not are_alike(first.period, last.period):
        text = f"{text}; kurunnya tidak sama panjang, jadi tidak dibandingkan."
    else:
        change = last.value - first.value
        text = f"{text}; {difference(change, precision) if change else 'sama'}."
    recent = last_change(rows, last, item.record.breaks)
    if recent is None or recent.amount is None or recent.earlier is first:
        return text
    return f"{text} Terakhir {trend(rows, last, item.record)}."


def _when(row: Observation) -> str:
    name = period(row.period)
    return name if name.startswith("s.d. ") else f"pada {name}"
