"""Rows of one series in time: which may be compared, and how a row differs from the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.model.period import Period, parse_period
from kinerja.model.records import SeriesBreak
from kinerja.model.tables import Observation


@dataclass(frozen=True, slots=True)
class Change:
    """What lies between two rows: how much, or None where the way of measuring changed."""

    earlier: Observation
    amount: Decimal | None


def last_change(
    rows: Sequence[Observation], row: Observation, breaks: Iterable[SeriesBreak]
) -> Change | None:
    """Return how a row differs from the newest number before it; None without one.

    `rows` are in order of time. Only periods of the same length are compared: a half of a year is
    no fall after a year.
    """
    if not isinstance(row.value, Decimal):
        return None
    for earlier in reversed(rows):
        before = earlier.period.order < row.period.order and are_alike(earlier.period, row.period)
        if before and isinstance(earlier.value, Decimal):
            broken = breaks_between(earlier.period, row.period, breaks)
            return Change(earlier, None if broken else row.value - earlier.value)
    return None


def breaks_between(
    earlier: Period, later: Period, breaks: Iterable[SeriesBreak]
) -> list[SeriesBreak]:
    """Return the series breaks after one period, up to and with another, whatever lies between."""
    return [item for item in breaks if earlier.last < _begin(item.period) <= later.last]


def _begin(name: str) -> date:
    period = parse_period(name)
    return period.last if period.first == date.min else period.first


def are_alike(one: Period, other: Period) -> bool:
    """Whether two periods have so many months each, or both count from the beginning."""
    return _months(one) == _months(other)


def _months(period: Period) -> int:
    if period.first == date.min:
        return 0
    years = period.last.year - period.first.year
    return 12 * years + period.last.month - period.first.month + 1
