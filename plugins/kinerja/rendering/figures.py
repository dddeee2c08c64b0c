"""Figures as the hero of their place: value, unit, trend, outcome, source."""

from decimal import Decimal

from kinerja.evidence.achievement import Achievement, Outcome, achievement
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Observation, ObservationStatus, Range, Shape

from .charts import sparkline
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


def value_words(value: Decimal | Range | str | None, precision: int | None = None) -> str:
    """Return a value, a target or a label in words; '' for none."""
    if value is None:
        return ""
    if isinstance(value, Range):
        least, most = number(value.least, precision), number(value.most, precision)
        return least if value.least == value.most else f"{least}–{most}"
    return value if isinstance(value, str) else number(value, precision)


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


def trend(site: Site, item: Public[Indicator], row: Observation) -> str:
    """Return 'naik 0,26 dari 2024', or why nothing can be said.

    Rows before a series break are not compared.
    """
    dataset = site.portal.datasets[item.id].dataset
    before = [
        r
        for r in dataset.series(row.detail)
        if isinstance(r.value, Decimal) and r.period.order < row.period.order
    ]
    if not before or not isinstance(row.value, Decimal):
        return ""
    if any(item.period == row.period.name for item in item.record.breaks):
        return "tidak dibandingkan: cara ukur berubah"
    earlier = before[-1]
    change = row.value - earlier.value if isinstance(earlier.value, Decimal) else Decimal(0)
    name = period(earlier.period)
    if not change:
        return f"sama dengan {name}"
    word = "naik" if change > 0 else "turun"
    return f"{word} {number(abs(change), item.record.precision)} dari {name}"


def unit_word(site: Site, item: Public[Indicator]) -> str:
    """Return the name of the unit of measure; '' for categories, whose values are words."""
    measure = site.portal.tables.measures.get(item.record.measure)
    return measure.name if measure and measure.shape is not Shape.CATEGORY else ""


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
    change = trend(site, item, row)
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
        "spark": sparkline(dataset.series(detail), sentence),
    }


def detail_words(detail: str) -> str:
    """Return the name of a detail for readers: 'layanan/bus-shalawat' is 'layanan bus shalawat'."""
    return detail.replace("/", " ").replace("-", " ")
