"""What should have been reported and was not: said by the dataset, or overdue by its frequency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.model.period import SCHOOL_YEAR_BEGINS, Period, parse_period
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, ObservationStatus

MONTHS = {"bulanan": 1, "triwulanan": 3, "semesteran": 6, "tahunan": 12}
"""Frequency as editors write it -> months of a period; after other words nothing is expected."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Ended periods without a report, in order of time; none: never reported.

    `details` lack the same periods; '' is the whole. `due` is the day until which the first period
    should have been reported.
    """

    details: tuple[str, ...]
    periods: tuple[Period, ...]
    due: date | None


def gaps(indicator: Indicator, dataset: Dataset, day: date) -> list[Gap]:
    """Return what is not reported on a day.

    Counted are rows `belum-dilaporkan` whose period is over, and of the whole every period after
    the newest row whose end is more than `jeda_hari` days ago; none after `berhenti`.
    """
    if not dataset.observations and not indicator.begins:
        return [Gap(("",), (), None)]
    missing: dict[str, list[Period]] = {"": []}
    for row in dataset.observations:
        if row.status is ObservationStatus.NOT_REPORTED and row.period.last < day:
            missing.setdefault(row.detail, []).append(row.period)
    delay = timedelta(days=indicator.delay_days)
    missing[""] += _overdue(indicator, dataset, day - delay)
    alike: dict[tuple[Period, ...], list[str]] = {}
    for detail, periods in sorted(missing.items()):
        alike.setdefault(tuple(periods), []).append(detail)
    return [
        Gap(tuple(details), periods, periods[0].last + delay)
        for periods, details in alike.items()
        if periods
    ]


def _overdue(indicator: Indicator, dataset: Dataset, until: date) -> Iterable[Period]:
    """Yield the expected periods after the newest row that ended before a day."""
    months = MONTHS.get(indicator.frequency)
    rows = dataset.series() or dataset.observations
    newest = max((row.period.last for row in rows), default=date.min)
    if months is None or newest >= until:
        return
    ends = parse_period(indicator.ends).last if indicator.ends else date.max
    period = following(newest, months) if rows else parse_period(indicator.begins or "")
    while period.last < until and period.last <= ends:
        yield period
        period = following(period.last, months)


def following(last: date, months: int) -> Period:
    """Return the period of so many months that begins on the day after `last`."""
    first = last + ONE_DAY
    year, month = f"{first.year:04}", first.month
    if (month - 1) % months == 0:
        part = (month - 1) // months + 1
        names = {12: year, 6: f"{year}-S{part}", 3: f"{year}-T{part}", 1: f"{year}-{part:02}"}
        return parse_period(names[months])
    if months == 12 and month == SCHOOL_YEAR_BEGINS:
        return parse_period(f"TA{year}")
    years, end = divmod(month + months - 2, 12)
    return parse_period(f"{year}-{month:02}..{first.year + years:04}-{end + 1:02}")


def folded(periods: Iterable[Period]) -> list[tuple[Period, Period]]:
    """Fold periods that follow one another into (first, last)."""
    found: list[tuple[Period, Period]] = []
    for period in periods:
        if found and found[-1][1].last + ONE_DAY == period.first:
            found[-1] = (found[-1][0], period)
        else:
            found.append((period, period))
    return found
