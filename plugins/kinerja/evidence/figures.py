"""Tokens `{{...}}` resolved against the datasets that are public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.model.documents import Figure
from kinerja.model.period import parse_period
from kinerja.model.records import Direction, Indicator
from kinerja.model.tables import Dataset, Observation, Range
from tabular.problems import Problem, problem

from .achievement import achievement


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a token stands for: one value with its row, or the rows of a chart or table."""

    figure: Figure
    value: Decimal | Fraction | Range | str | None
    rows: tuple[Observation, ...]


def resolve_figure(
    figure: Figure, datasets: Mapping[str, Dataset], indicators: Mapping[str, Indicator]
) -> Resolved | None:
    """Return what the token stands for, or None where the data do not have it."""
    dataset = datasets.get(figure.indicator)
    if dataset is None:
        return None
    if figure.is_block:
        rows = rows_between(dataset, figure)
        drawn = Decimal if figure.form == "grafik" else (Decimal, str)
        has_value = any(isinstance(row.value, drawn) for row in rows)
        return Resolved(figure, None, rows) if has_value else None
    found = [dataset.find(period, figure.detail) for period in figure.periods]
    rows = tuple(row for row in found if row)
    if len(rows) < len(found):
        return None
    indicator = indicators.get(figure.indicator)
    value = _value(figure, rows, indicator.direction if indicator else Direction.UP)
    return None if value is None else Resolved(figure, value, rows)


def rows_between(dataset: Dataset, figure: Figure) -> tuple[Observation, ...]:
    """Return the rows of one detail whose period lies between two periods, ends included."""
    first, last = (parse_period(name) for name in figure.periods)
    return tuple(
        row for row in dataset.series(figure.detail) if first.first <= row.period.last <= last.last
    )


def _value(
    figure: Figure, rows: tuple[Observation, ...], direction: Direction
) -> Decimal | Fraction | Range | str | None:
    row = rows[-1]
    if figure.form == "target":
        return row.target
    if figure.form == "capaian":
        return achievement(direction, row).percent
    if figure.form == "selisih":
        begin = rows[0].value
        if isinstance(row.value, Decimal) and isinstance(begin, Decimal):
            return row.value - begin
        return None
    return row.value


def unresolved_figures(
    figures: Iterable[Figure],
    path: str,
    datasets: Mapping[str, Dataset],
    indicators: Mapping[str, Indicator],
) -> list[Problem]:
    """Unknown indicator, period or missing value: a mistake at the line of the token."""
    return [
        problem(
            path,
            figure.line,
            figure.field,
            "R03",
            token=figure.token if figure.field else f"{{{{{figure.token}}}}}",
            indicator=figure.indicator,
        )
        for figure in figures
        if resolve_figure(figure, datasets, indicators) is None
    ]
