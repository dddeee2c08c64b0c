"""Figures as Indonesians read them: numbers, values, and what tokens stand for in a sentence."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from babel.numbers import get_decimal_symbol, get_group_symbol

from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Range
from kinerja.reading.body import parse_figure
from kinerja.reading.markdown_portal import TOKEN

from .figures import Resolved, resolve_figure

LOCALE = "id_ID"
EXACT = Context(prec=64)
"""Room for every percentage of two numbers that a dataset may hold."""

SIGNS = str.maketrans({",": get_group_symbol(LOCALE), ".": get_decimal_symbol(LOCALE), "-": "−"})
"""Signs as Python writes them in a number -> as readers know them, of Babel's locale data."""


def number(value: Decimal | int, precision: int | None = None) -> str:
    """Return '1.478.302' or '88,46'; without precision, the decimals that the value has."""
    if isinstance(value, Decimal) and precision is not None:
        value = value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP, EXACT)
    decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    return f"{Decimal(value):,.{decimals}f}".translate(SIGNS)


def percent(value: Fraction, precision: int = 2) -> str:
    """Return a percentage that is already one, such as 103.28: '103,28 persen'."""
    return f"{number(rounded(value, precision))} persen"


def rounded(value: Fraction, precision: int = 2) -> Decimal:
    """Return a fraction with so many decimals, rounded half up, as it is shown."""
    exact = EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return exact.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP, EXACT)


def value_words(
    value: Decimal | Fraction | Range | str | None, precision: int | None = None
) -> str:
    """Return a value, a percentage, a target or a label in words; '' for none."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return percent(value)
    if isinstance(value, Range):
        least, most = number(value.least, precision), number(value.most, precision)
        return least if value.least == value.most else f"{least}–{most}"
    return value if isinstance(value, str) else number(value, precision)


def figure_words(resolved: Resolved, precision: int | None = None) -> str:
    """Return what a token stands for in a sentence: a difference without its sign."""
    words = value_words(resolved.value, precision)
    return words.removeprefix("−") if resolved.figure.form == "selisih" else words


def plain_figures(
    text: str, datasets: Mapping[str, Dataset], indicators: Mapping[str, Indicator]
) -> str:
    """Return plain text with every token `{{...}}` in words; what leads to nothing stays as it is.

    Charts and tables have no words. `reading.body.text_figures` gives the tokens with their
    places, for `unresolved_figures`.
    """

    def words(found: re.Match[str]) -> str:
        figure = parse_figure(found[1], 0)
        resolved = resolve_figure(figure, datasets, indicators) if figure else None
        if figure is None or resolved is None or figure.is_block:
            return found[0]
        indicator = indicators.get(figure.indicator)
        return figure_words(resolved, indicator.precision if indicator else None)

    return re.sub(TOKEN, words, text)
