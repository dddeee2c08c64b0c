"""Numbers, money and times as Indonesians read them (Babel's locale data)."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal

from kinerja.model.period import Period

LOCALE = "id_ID"
JAKARTA_NAME = "WIB"
EXACT = Context(prec=64)
"""Room for every percentage of two numbers that a dataset may hold."""


def number(value: Decimal | int, precision: int | None = None) -> str:
    """Return '1.478.302' or '88,46'; without precision, the decimals that the value has."""
    if isinstance(value, Decimal) and precision is not None:
        value = value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP, EXACT)
    decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    with localcontext(EXACT):
        text = format_decimal(value, format=pattern, locale=LOCALE, decimal_quantization=False)
    return text.replace("-", "−")


def percent(value: Fraction, precision: int = 2) -> str:
    """Return a percentage that is already one, such as 103.28: '103,28 persen'."""
    exact = EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return f"{number(exact, precision)} persen"


def rupiah(amount: int) -> str:
    """Return 'Rp15.000.000', with a minus sign in front where money is owed."""
    return f"{'−' if amount < 0 else ''}Rp{number(abs(amount))}"


def day(value: date) -> str:
    """Return '9 Februari 2018'."""
    return format_date(value, "d MMMM yyyy", locale=LOCALE)


def moment(value: datetime) -> str:
    """Return '9 Februari 2018 pukul 14.05 WIB' of a time in Jakarta."""
    return f"{day(value.date())} pukul {value:%H.%M} {JAKARTA_NAME}"


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
