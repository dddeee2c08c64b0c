"""Money and times as Indonesians read them (Babel's locale data), and numbers of `evidence`."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date

from kinerja.evidence.words import EXACT, LOCALE, number, percent
from kinerja.model.period import Period

__all__ = ["EXACT", "day", "moment", "number", "percent", "period", "rupiah"]
JAKARTA_NAME = "WIB"


def rupiah(amount: int) -> str:
    """Return 'Rp15.000.000', with a minus sign in front where money is owed."""
    return f"{'−' if amount < 0 else ''}Rp{number(abs(amount))}"


@lru_cache(4096)
def day(value: date) -> str:
    """Return '9 Februari 2018'."""
    return format_date(value, "d MMMM yyyy", locale=LOCALE)


def moment(value: datetime) -> str:
    """Return '9 Februari 2018 pukul 14.05 WIB' of a time in Jakarta."""
    return f"{day(value.date())} pukul {value:%H.%M} {JAKARTA_NAME}"


@lru_cache(4096)
def period(value: Period) -> str:
    """Return a period in words: '2025', 'Juli 2025', 'tahun ajaran 2015/2016' ..."""
    name = value.name
    if name.startswith("sd-"):
        return f"s.d. {_one(name[3:], value.last)}"
    if ".." in name:
        first, _, last = name.partition("..")
        return f"{_one(first, value.first)}–{_one(last, value.last)}"
    return _one(name, value.first)


def _one(name: str, inside: date) -> str:
    if name.startswith("TA"):
        year = int(name[2:])
        return f"tahun ajaran {year}/{year + 1}"
    year_text, _, part = name.partition("-")
    if not part:
        return year_text
    if part[0] == "S":
        return f"semester {part[1]} {year_text}"
    if part[0] == "T":
        return f"triwulan {part[1]} {year_text}"
    return format_date(inside, "MMMM yyyy", locale=LOCALE)
