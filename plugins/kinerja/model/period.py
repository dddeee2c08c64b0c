"""Periods of observations: every form of the contract, each with its first and last day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

SCHOOL_YEAR_BEGINS = 7
"""Month in which a school year begins (tahun ajaran: July to June)."""

FORM = re.compile(
    r"(?P<year>\d{4})(-(?P<part>S[12]|T[1-4]|0[1-9]|1[0-2]))?|TA(?P<school>\d{4})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole days, both ends included, under the name that the editor wrote."""

    name: str
    first: date
    last: date

    @property
    def order(self) -> tuple[date, date, str]:
        """Sort key: by last day, then by first."""
        return (self.last, self.first, self.name)


@lru_cache(4096)
def parse_period(name: str) -> Period:
    """Return the period of that name.

    Forms: `2025`, `2025-S1` (half), `2025-T3` (quarter), `2025-07`, `TA2015` (school year
    2015/2016), ranges `a..b` of two of these, cumulative `sd-2022-10` (from the beginning of
    the series, which is taken as the first day of year 1). Raises ValueError for anything else.
    The same few names stand in every dataset, so their periods are kept.
    """
    if name.startswith("sd-"):
        return Period(name, date.min, _simple(name[3:]).last)
    if ".." in name:
        begin, _, end = name.partition("..")
        first, last = _simple(begin).first, _simple(end).last
        if last < first:
            raise ValueError(name)
        return Period(name, first, last)
    return _simple(name)


def _simple(name: str) -> Period:
    found = FORM.fullmatch(name)
    if not found:
        raise ValueError(name)
    if found["school"]:
        year = int(found["school"])
        return _months(name, year, SCHOOL_YEAR_BEGINS, 12)
    year, part = int(found["year"]), found["part"] or ""
    if not part:
        return _months(name, year, 1, 12)
    if part[0] == "S":
        return _months(name, year, 6 * int(part[1]) - 5, 6)
    if part[0] == "T":
        return _months(name, year, 3 * int(part[1]) - 2, 3)
    return _months(name, year, int(part), 1)


def _months(name: str, year: int, month: int, count: int) -> Period:
    end = month + count - 1
    end_year, end_month = year + (end - 1) // 12, (end - 1) % 12 + 1
    last = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Period(name, date(year, month, 1), last)
