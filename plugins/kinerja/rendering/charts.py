"""Positions of charts: a line with targets and breaks, and the sparkline; templates draw them."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from kinerja.evidence.series import are_alike, breaks_between
from kinerja.model.period import parse_period
from kinerja.model.records import Indicator, SeriesBreak
from kinerja.model.tables import Observation, Range

from .formats import number, period
from .views import BarView, ChartView, PointView, SparkView, Tick

WIDTH, HEIGHT = 640, 320
LEFT, TOP, RIGHT, BOTTOM = 56, 24, 24, 40
SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 96, 32, 4
BAR_WIDTH, BAR_HEIGHT = 240, 16
STEPS = (1, 2, 5, 10)
"""Distances of ticks, times a power of ten."""

MAX_X_LABELS = 8
LETTER = 9
"""Room for one letter of a label of time; the last one ends with the drawing, not at its point."""


def has_line(rows: Sequence[Observation]) -> bool:
    """Whether a series can be drawn as a line: it has two values."""
    return len(_values(rows)) > 1


def _values(rows: Sequence[Observation]) -> list[Decimal]:
    return [row.value for row in rows if isinstance(row.value, Decimal)]


def line_chart(
    chart_id: str,
    title: str,
    rows: Sequence[Observation],
    record: Indicator,
    sentence: str,
) -> ChartView | None:
    """Return the chart of one series in order of time; None with fewer than two values.

    A row without value ends the line and is marked; so does a series break. Targets have a line
    of their own, of a range one for each end.
    """
    breaks, precision = record.breaks, record.precision
    values = _values(rows)
    if not has_line(rows):
        return None
    goals = [(row, end) for row in rows for end in dict.fromkeys(_ends(row))]
    extent = [*values, *(end for _, end in goals)]
    low, high, step = axis(min(extent), max(extent))
    days = [row.period.last for row in rows]

    def x(day: date) -> float:
        span = (days[-1] - days[0]).days or 1
        return round(LEFT + (day - days[0]).days / span * (WIDTH - LEFT - RIGHT), 1)

    def y(value: Decimal) -> float:
        share = float((value - low) / (high - low))
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def point(row: Observation, value: Decimal) -> PointView:
        words = number(value, precision)
        return {
            "x": x(row.period.last),
            "y": y(value),
            "label": period(row.period),
            "value": words,
        }

    lines = [
        [point(row, value) for row, value in run]
        for run in _runs(rows, breaks, [row.value for row in rows])
    ]
    aims = [
        _path([(x(row.period.last), y(value)) for row, value in run])
        for end in (min, max)
        for run in _runs(rows, breaks, [end(_ends(row), default=None) for row in rows])
        if len(run) > 1
    ]
    gaps: list[PointView] = [
        {
            "x": x(row.period.last),
            "y": HEIGHT - BOTTOM,
            "label": period(row.period),
            "value": str(row.status).replace("-", " "),
        }
        for row in rows
        if not isinstance(row.value, Decimal)
    ]
    return {
        "id": chart_id,
        "title": title,
        "description": sentence,
        "width": WIDTH,
        "height": HEIGHT,
        "plot": (LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM),
        "lines": lines,
        "paths": [_path([(p["x"], p["y"]) for p in line]) for line in lines],
        "targets": [point(row, end) for row, end in goals],
        "target_paths": [*dict.fromkeys(aims)],
        "gaps": gaps,
        "breaks": [
            {
                "at": round((x(before.period.last) + x(row.period.last)) / 2, 1),
                "label": f"putus seri {period(parse_period(item.period))}",
            }
            for before, row in pairwise(rows)
            for item in breaks_between(before.period, row.period, breaks)
        ],
        "x_ticks": _x_ticks([(x(row.period.last), period(row.period)) for row in rows]),
        "y_ticks": _y_ticks(low, high, step, y),
    }


def _ends(row: Observation) -> tuple[Decimal, ...]:
    return (*row.target,) if isinstance(row.target, Range) else ()


def _runs(
    rows: Sequence[Observation],
    breaks: Sequence[SeriesBreak],
    values: Sequence[object],
) -> list[list[tuple[Observation, Decimal]]]:
    """Divide what may be joined: a gap, a series break, a period of another length end a run."""
    runs: list[list[tuple[Observation, Decimal]]] = [[]]
    for before, row, value in zip((rows[0], *rows), rows, values, strict=False):
        alike = are_alike(before.period, row.period)
        if not alike or breaks_between(before.period, row.period, breaks):
            runs.append([])
        if isinstance(value, Decimal):
            runs[-1].append((row, value))
        else:
            runs.append([])
    return [run for run in runs if run]


def sparkline(
    rows: Sequence[Observation], breaks: Sequence[SeriesBreak], sentence: str
) -> SparkView | None:
    """Return a small line over the values of a series; None with fewer than two.

    Values stand at equal distances; what the large chart does not join is not joined here.
    """
    values = _values(rows)
    if not has_line(rows):
        return None
    low, high = min(values), max(values)
    inner = SPARK_HEIGHT - 2 * SPARK_EDGE
    across = (SPARK_WIDTH - 2 * SPARK_EDGE) / (len(values) - 1)
    points = iter(
        (
            round(SPARK_EDGE + n * across, 1),
            round(SPARK_HEIGHT - SPARK_EDGE - float((v - low) / (high - low or 1)) * inner, 1),
        )
        for n, v in enumerate(values)
    )
    runs = _runs(rows, breaks, [row.value for row in rows])
    lines = [[next(points) for _ in run] for run in runs]
    return {
        "width": SPARK_WIDTH,
        "height": SPARK_HEIGHT,
        "path": "".join(map(_path, lines)),
        "x": lines[-1][-1][0],
        "y": lines[-1][-1][1],
        "description": sentence,
    }


def target_bar(row: Observation, words: str, target: str) -> BarView | None:
    """Return the value of a row against its target, both from 0; None without either, or below 0.

    The greatest of value and ends of the target takes the whole width.
    """
    ends = _ends(row)
    if not ends or not isinstance(row.value, Decimal) or min(row.value, *ends) < 0:
        return None
    most = max(row.value, *ends) or Decimal(1)
    return {
        "width": BAR_WIDTH,
        "height": BAR_HEIGHT,
        "length": round(float(row.value / most) * BAR_WIDTH, 1),
        "targets": [round(float(end / most) * BAR_WIDTH, 1) for end in dict.fromkeys(ends)],
        "description": f"{words} terhadap target {target}",
    }


def axis(least: Decimal, most: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Return the ends of a value axis and the distance of its ticks: three to six round steps.

    The axis begins at 0 when the values fill less than a half of it otherwise.
    """
    if least >= 0 and most > 0 and (most - least) * 2 > most:
        least = Decimal(0)
    span = most - least or abs(most) or Decimal(1)
    unit = Decimal(10) ** ((span / 4).adjusted())
    step = next(unit * s for s in STEPS if span / (unit * s) <= 5)
    low = (least / step).to_integral_value(ROUND_FLOOR) * step
    high = (most / step).to_integral_value(ROUND_CEILING) * step
    return low, high if high > low else low + step, step


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Return the path data of a polyline; one point gives a line of no length."""
    if len(points) == 1:
        points = [points[0], points[0]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _x_ticks(marks: list[tuple[float, str]]) -> list[Tick]:
    """Label the last period and as many before it as fit, so that a phone may show every other."""
    room = max((WIDTH - LEFT - RIGHT) / MAX_X_LABELS, LETTER * max(len(name) for _, name in marks))
    kept = marks[-1:]
    for mark in reversed(marks):
        if kept[-1][0] - mark[0] >= room:
            kept.append(mark)
    return [{"at": at, "label": label} for at, label in reversed(kept)]


def _y_ticks(
    low: Decimal, high: Decimal, step: Decimal, y: Callable[[Decimal], float]
) -> list[Tick]:
    count = int((high - low) / step)
    values = [low + n * step for n in range(count + 1)]
    return [{"at": y(value), "label": short_number(value)} for value in values]


def short_number(value: Decimal) -> str:
    """Return '2,5 juta' for a label on an axis, where the whole number would not fit."""
    for size, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")):
        if abs(value) >= size:
            return f"{number((value / size).normalize() + 0)} {word}"
    return number(value.normalize() + 0)
