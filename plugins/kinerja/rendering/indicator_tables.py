"""Rows of a dataset as a table for readers: value, target, outcome, source, remark."""

from collections.abc import Sequence
from decimal import Decimal

from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Observation, ObservationStatus

from .figures import STATUS_WORDS, category, row_id, standing, status_view, value_words
from .formats import number, period
from .site import Site
from .views import DetailTableView, Link, RowView


def detail_table(
    site: Site,
    item: Public[Indicator],
    rows: Sequence[Observation],
    table_id: str,
    title: str,
) -> DetailTableView:
    """Return the table of some rows of one series, newest first."""
    return {
        "id": table_id,
        "title": title,
        "rows": [_row(site, item, row) for row in reversed(rows)],
        "has_targets": any(row.target is not None for row in rows),
    }


def _row(site: Site, item: Public[Indicator], row: Observation) -> RowView:
    precision = item.record.precision
    return {
        "id": row_id(row),
        "period": period(row.period),
        "value": value_words(row.value, precision),
        "category": category(site, item, row),
        "target": value_words(row.target, precision),
        "status": status_view(standing(site, item, row)),
        "word": STATUS_WORDS[row.status],
        "source": source_link(site, row.source),
        "other": source_link(site, row.other_source),
        "note": _note(site, item, row),
    }


def source_link(site: Site, source_id: str) -> Link:
    """Return publisher and address of a source, empty where the row names none."""
    source = site.portal.tables.sources.get(source_id)
    if source is None:
        return {"title": source_id, "url": ""}
    return {"title": source.publisher, "url": source.url or ""}


def _note(site: Site, item: Public[Indicator], row: Observation) -> str:
    """Say what a reader must know of a row: other value, break, old value, reason, remark."""
    precision = item.record.precision
    parts: list[str] = []
    if row.status is ObservationStatus.CONFLICT:
        other = source_link(site, row.other_source)["title"]
        parts.append(f"Sumber lain ({other}) menyebut {value_words(row.other_value, precision)}")
    if row.status is ObservationStatus.REVISED:
        parts.append(f"Direvisi dari {value_words(row.old_value, precision)}")
    if row.first_target is not None:
        parts.append(f"Target semula {value_words(row.first_target, precision)}")
    parts += [b.reason for b in item.record.breaks if b.period == row.period.name]
    parts += [text for text in (row.reason, row.note) if text]
    return "".join(f"{part.rstrip('.')}. " for part in parts).strip()


def series_sentence(name: str, rows: Sequence[Observation], item: Public[Indicator]) -> str:
    """Return one sentence that says first and last value of a series and what lies between."""
    measured = [row for row in rows if row.value is not None]
    if not measured:
        return f"{name}: belum ada nilai yang diukur."
    first, last = measured[0], measured[-1]
    precision = item.record.precision
    end = value_words(last.value, precision)
    if first is last:
        return f"{name}: {end} pada {period(last.period)}."
    begin = value_words(first.value, precision)
    text = f"{name}: {begin} pada {period(first.period)}, {end} pada {period(last.period)}"
    if not (isinstance(first.value, Decimal) and isinstance(last.value, Decimal)):
        return f"{text}."
    broken = {b.period for b in item.record.breaks} & {row.period.name for row in measured[1:]}
    if broken:
        return f"{text}; cara ukur berubah di antaranya, jadi tidak dibandingkan."
    change = last.value - first.value
    if not change:
        return f"{text}; sama."
    word = "naik" if change > 0 else "turun"
    return f"{text}; {word} {number(abs(change), precision)}."
