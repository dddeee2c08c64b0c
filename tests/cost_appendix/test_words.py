"""Plain values to Indonesian text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.words import (
    count,
    long_date,
    month_title,
    percent,
    receiver_words,
    rupiah,
    short_date,
    shorten,
)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(0, "Rp0"), (999, "Rp999"), (15_000_000, "Rp15.000.000"), (-1000, "\N{MINUS SIGN}Rp1.000")],
)
def test_money(amount: int, expected: str) -> None:
    """Points between thousands, no space, no decimals."""
    assert expected == rupiah(amount)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 3, "33,3%"), (2, 3, "66,7%"), (1, 1, "100,0%"), (0, 0, "0,0%"), (1, 2000, "0,1%")],
)
def test_parts_of_a_whole(part: int, whole: int, expected: str) -> None:
    """One decimal with a comma, half up; of nothing there is no part."""
    assert expected == percent(part, whole)


def test_dates_counts_and_receivers() -> None:
    """Months are written out; a company is named, a person is not."""
    day = date(2018, 2, 9)
    expected = ("9 Februari 2018", "9 Februari", "Desember 2026")
    assert expected == (long_date(day), short_date(day), month_title("2026-12"))
    assert "1.478.302" == count(1_478_302)
    receivers = ["internal", "perorangan", "perusahaan:CV Contoh"]
    assert ["internal", "perorangan", "CV Contoh"] == [receiver_words(r) for r in receivers]


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_text_is_cut_to_its_limit(text: str, limit: int) -> None:
    """What fits stays as it is; what does not ends with an ellipsis within the limit."""
    cut = shorten(text, limit)
    assert cut == text if len(text) <= limit else cut.endswith("…") and len(cut) <= limit
