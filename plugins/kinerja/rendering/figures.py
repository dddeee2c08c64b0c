"""Figures as the hero of their place: value, unit, trend, outcome, source."""

from collections.abc import Sequence
from decimal import Decimal

from kinerja.evidence.achievement import Achievement, Outcome, achievement
from kinerja.evidence.series import last_change
from kinerja.evidence.words import value_words
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Observation, ObservationStatus, Shape

from .charts import sparkline, target_bar
from .formats import number, percent, period
from .site import Site
from .views import FigureView, StatusView

KEYS = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not-met",
    Outcome.NOT_REPORTED: "not-reported",
    Outcome.NOT_MEASURED: "not-measured",
    Outcome.NO_TARGET: "no-target",
}
STATUS_WORDS = {
    ObservationStatus.FINAL: "tetap",
    ObservationStatus.PROVISIONAL: "sementara",
    ObservationStatus.REVISED: "direvisi",
    ObservationStatus.CONFLICT: "sumber berbeda",
    ObservationStatus.NOT_MEASURED: "tidak diukur",
    ObservationStatus.NOT_REPORTED: "belum dilaporkan",
    ObservationStatus.NOT_APPLICABLE: "tidak berlaku",
}
"""How the status of a row is said to the public."""


def row_id(row: Observation) -> str:
    """Return the fixed anchor of a row: its period, and its detail where it has one."""
    detail = row.detail.replace("/", "-")
    return f"{row.period.name}-{detail}" if detail else row.period.name


def status_view(result: Achievement) -> StatusView:
    """Return the outcome as word, key and, where there is one, percentage."""
    detail = f"{percent(result.percent)} dari target" if result.percent is not None else ""
    return {"key": KEYS[result.outcome], "word": result.outcome, "detail": detail}


def standing(site: Site, item: Public[Indicator], row: Observation | None) -> Achievement:
    """Return how a row stands to its target, labels by their place on the scale of its time."""
    scale = site.portal.tables.scale(item.record.scale, row.period.last) if row else None
    return achievement(item.record.direction, row, scale.order if scale else ())


def category(site: Site, item: Public[Indicator], row: Observation) -> str:
    """Return 'B (Baik)' of a number, by the scale of its time; '' where no scale has bands."""
    scale = site.portal.tables.scale(item.record.scale, row.period.last)
    if scale is None or not scale.bands or not isinstance(row.value, Decimal):
        return ""
    band = scale.band(row.value)
    return f"{band.value} ({band.label})" if band else "di luar skala"


def latest(dataset: Dataset, detail: str = "") -> Observation | None:
    """Return the newest row of a series that has a value."""
    rows = [row for row in dataset.series(detail) if row.value is not None]
    return rows[-1] if rows else None


def trend(rows: Sequence[Observation], row: Observation, record: Indicator) -> str:
    """Return 'naik 0,26 dari 2024', or why nothing can be said; '' without an earlier number."""
    change = last_change(rows, row, record.breaks)
    if change is None:
        return ""
    if change.amount is None:
        return "tidak dibandingkan: cara ukur berubah"
    name = period(change.earlier.period)
    if not change.amount:
        return f"sama dengan {name}"
    return f"{difference(change.amount, record.precision)} dari {name}"


def difference(amount: Decimal, precision: int | None = None) -> str:
    """Return 'naik 0,26' or 'turun 3,85'."""
    return f"{'naik' if amount > 0 else 'turun'} {number(abs(amount), precision)}"


def unit_word(site: Site, item: Public[Indicator]) -> str:
    """Return the name of the unit of measure; '' for categories, whose values are words."""
    measure = site.portal.tables.measures.get(item.record.measure)
    return measure.name if measure and measure.shape is not Shape.CATEGORY else ""


def newest_words(site: Site, item: Public[Indicator]) -> str:
    """Return the newest figure of an indicator as '88,46 poin, 2025'; '' without one."""
    row = latest(site.data(item.id))
    if row is None:
        return ""
    value = value_words(row.value, item.record.precision)
    return f"{value} {unit_word(site, item)}".strip() + f", {period(row.period)}"


def figure_view(
    site: Site, item: Public[Indicator], wanted_period: str = "", detail: str = ""
) -> FigureView | None:
    """Return the figure of an indicator for a period, the newest where none is named."""
    public = site.portal.datasets.get(item.id)
    if public is None:
        return None
    dataset = public.dataset
    row = dataset.find(wanted_period, detail) if wanted_period else latest(dataset, detail)
    if row is None:
        return None
    address = site.address(item)
    label = item.record.name + (f": {detail_words(detail)}" if detail else "")
    source = site.portal.tables.sources.get(row.source)
    change = trend(dataset.series(detail), row, item.record)
    words = value_words(row.value, item.record.precision)
    sentence = f"{label}: {words} pada {period(row.period)}" + (f", {change}" if change else "")
    return {
        "label": label,
        "value": words or STATUS_WORDS[row.status],
        "unit": unit_word(site, item) if words else "",
        "period": period(row.period),
        "trend": change,
        "category": category(site, item, row),
        "status": status_view(standing(site, item, row)),
        "source": source.publisher if source else "",
        "url": f"{address}#{row_id(row)}",
        "spark": sparkline(dataset.series(detail), item.record.breaks, sentence),
        "bar": target_bar(row, words, value_words(row.target, item.record.precision)),
    }


def detail_words(detail: str) -> str:
    """Return the name of a detail for readers: 'layanan/bus-shalawat' is 'layanan bus shalawat'."""
    return detail.replace("/", " ").replace("-", " ")
