"""Scales: bands that give every number one category or none, and orders of labels."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.tables import Band, Scale, Tables
from kinerja.model.tables.measures import scale_on
from tests.kinerja.model.records.trees import codes

EDGES = [("D", "25.00", "64.99"), ("C", "65.00", "76.60"), ("B", "76.61", "88.30")]
BANDS = tuple(
    Band(value=value, label=f"Mutu {value}", least=Decimal(least), most=Decimal(most))
    for value, least, most in [*EDGES, ("A", "88.31", "100")]
)
QUALITY = Scale(id="mutu", bands=BANDS)
NUMBERS = st.from_regex(r"-?(0|[1-9]\d{0,17})(\.\d{1,9})?", fullmatch=True).map(Decimal)
DECIMALS = st.integers(0, 9)
BAND = {"value": "A", "label": "Baik"}


def category(value: str, scale: Scale = QUALITY) -> str:
    """Return the value of the band of a number, '' outside all of them."""
    found = scale.band(Decimal(value))
    return found.value if found else ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(("25", "D"), ("24.995", "D"), ("24.994999", ""), ("24.99", ""), ("-25", ""), ("0", "")),
        *(("64.99", "D"), ("64.994999999", "D"), ("64.995", "C"), ("65", "C"), ("76.60", "C")),
        *(("76.604", "C"), ("76.605", "B"), ("76.61", "B"), ("88.304999999", "B"), ("88.305", "A")),
        *(
            ("100", "A"),
            ("100.0049", "A"),
            ("100.005", ""),
            ("101", ""),
            ("999999999999999999", ""),
        ),
    ],
)
def test_bands_of_service_quality(value: str, expected: str) -> None:
    """Permenpan RB 14/2017: rounded half up to two places first, then both ends included."""
    assert expected == category(value)


@pytest.mark.parametrize(("decimals", "expected"), [(0, "B"), (1, "B"), (2, "A"), (3, "")])
def test_the_scale_says_how_values_are_rounded(decimals: int, expected: str) -> None:
    """88.305 is 88, 88.3, 88.31 or itself: between two bands where nothing is rounded."""
    assert expected == category("88.305", QUALITY.model_copy(update={"decimals": decimals}))


@given(NUMBERS, DECIMALS)
def test_any_number_has_a_band_or_none(value: Decimal, decimals: int) -> None:
    """Nothing is raised for what a dataset may hold; the band is where the rounded number lies."""
    found = QUALITY.model_copy(update={"decimals": decimals}).band(value)
    rounded = Decimal(f"{value:f}").quantize(Decimal(10) ** -decimals, ROUND_HALF_UP)
    assert [b for b in BANDS if b.least <= rounded <= b.most] == ([found] if found else [])


@given(st.integers(0, 10_200), st.integers(0, 9))
def test_half_a_hundredth_goes_up(hundredths: int, digit: int) -> None:
    """x.xx5 and more has the category of the next hundredth, less that of its own."""
    value = Decimal(hundredths) / 100 + Decimal(digit) / 1000
    goes_to = Decimal(hundredths + (digit >= 5)) / 100
    assert QUALITY.band(goes_to) == QUALITY.band(value)


def test_an_order_has_no_bands() -> None:
    """A number has no category on a scale of labels."""
    assert None is Scale(id="opini", order=("TMP", "WTP")).band(Decimal(1))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["F35"]),
        ({"bands": [{**BAND, "least": "2", "most": "1"}]}, ["F35"]),
        (
            {"bands": [{**BAND, "least": a, "most": b} for a, b in (("1", "2"), ("2", "3"))]},
            ["F35"],
        ),
        (
            {"bands": [{**BAND, "least": a, "most": b} for a, b in (("5", "6"), ("1", "9"))]},
            ["F35"],
        ),
        ({"bands": [{**BAND, "least": "1", "most": "2"}], "order": ["A", "B"]}, ["F35"]),
        ({"order": ["A", "B", "A"]}, ["F35"]),
        ({"order": ["A", ""]}, ["F09"]),
        ({"bands": [{**BAND, "least": "satu", "most": "2"}]}, ["decimal_parsing"]),
        ({"bands": [{**BAND, "least": "NaN", "most": "2"}]}, ["finite_number"]),
        ({"bands": [{"least": "1", "most": "2"}]}, ["missing", "missing"]),
        ({"order": ["A"], "decimals": "10"}, ["less_than_equal"]),
        ({"order": ["A"], "decimals": "-1"}, ["F15"]),
        ({"order": ["A"], "valid_from": "2026"}, ["F13"]),
    ],
)
def test_what_is_no_scale(changes: dict[str, object], expected: list[str]) -> None:
    """Bands that overlap or run backwards, labels twice, both, or neither."""
    assert expected == codes(Scale, {"id": "a", **changes})


def test_bands_may_touch_in_any_order() -> None:
    """They are held against each other by their lower ends, not as they are written."""
    assert QUALITY.bands[::-1] == Scale(id="mutu", bands=BANDS[::-1]).bands


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-12-31", 1), ("2020-01-01", 2), ("2025-12-31", 2), ("2026-01-01", 3), ("2030-01-01", 3)],
)
def test_the_newest_edition_that_has_begun(day: str, expected: int) -> None:
    """One without a first day holds from the beginning; the order of the file does not matter."""
    first_days = [date(2026, 1, 1), None, date(2020, 1, 1)]
    editions = tuple(
        Scale(id="a", valid_from=first, decimals=number, order=("A",))
        for number, first in zip((3, 1, 2), first_days, strict=True)
    )
    found = Tables(scales={"a": editions}).scale("a", date.fromisoformat(day))
    assert expected == (found.decimals if found else 0)


def test_no_scale_is_none() -> None:
    """Of an indicator without one, of an unknown one, and before the first has begun."""
    later = Scale(id="a", valid_from=date(2026, 1, 1), order=("A",))
    assert None is scale_on((later,), date(2025, 12, 31))
    tables = Tables(scales={"a": (later,)})
    assert [None, None] == [tables.scale(key, date(2026, 1, 1)) for key in (None, "b")]
