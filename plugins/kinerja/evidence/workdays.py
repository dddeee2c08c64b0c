"""Working days, in which deadlines of complaints and answers are counted."""

from collections.abc import Container
from datetime import date, timedelta

SATURDAY = 5


def working_days(first: date, last: date, holidays: Container[date]) -> int:
    """Return how many working days come after `first`, up to and with `last`; 0 if it is earlier.

    Monday to Friday, without `holidays`.
    """
    days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
    return sum(day.weekday() < SATURDAY and day not in holidays for day in days)


def deadline(after: date, days: int, holidays: Container[date]) -> date:
    """Return the last of so many working days; the first is the next one after `after`."""
    day = after
    while days > 0:
        day += timedelta(1)
        days -= day.weekday() < SATURDAY and day not in holidays
    return day
