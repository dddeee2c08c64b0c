"""Numbers, money and times as Indonesians read them."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.governance import JAKARTA
from kinerja.model.period import parse_period
from kinerja.rendering.formats import day, moment, number, percent, period, rupiah


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        (1478302, None, "1.478.302"),
        (0, None, "0"),
        (-5, None, "−5"),
        (Decimal("88.46"), None, "88,46"),
        (Decimal("82.10"), None, "82,10"),
        (Decimal("82.1"), 2, "82,10"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("0.135"), 2, "0,14"),
        (Decimal("-0.125"), 2, "−0,13"),
        (Decimal("1234567.5"), 0, "1.234.568"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("0.000000001"), None, "0,000000001"),
        (Decimal("999999999999999999.999999999"), 9, "999.999.999.999.999.999,999999999"),
    ],
)
def test_numbers(value: Decimal | int, precision: int | None, expected: str) -> None:
    """Points between thousands, a decimal comma, a real minus; halves are rounded up."""
    assert expected == number(value, precision)


@given(st.decimals(-(10**17), 10**17, places=9), st.integers(0, 9))
def test_no_number_is_too_long(value: Decimal, precision: int) -> None:
    """What a dataset may hold can be shown, with as many decimals as are wanted."""
    text = number(value, precision)
    assert precision == len(text.partition(",")[2])
    exact = Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(exact - value) * 2 <= Decimal(1).scaleb(-precision)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction("24.37") / 30 * 100, "81,23 persen"),
        (Fraction("59.67") / 58 * 100, "102,88 persen"),
        (Fraction(100), "100,00 persen"),
        (Fraction(-50), "−50,00 persen"),
        (Fraction(200, 3), "66,67 persen"),
        (Fraction(10**29, 7), "14.285.714.285.714.285.714.285.714.285,71 persen"),
    ],
)
def test_percentages(value: Fraction, expected: str) -> None:
    """Rounded once, from the exact fraction."""
    assert expected == percent(value)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(15_000_000, "Rp15.000.000"), (0, "Rp0"), (-250_000, "−Rp250.000")],
)
def test_money(amount: int, expected: str) -> None:
    """Whole rupiah; the minus stands before the sign of the currency."""
    assert expected == rupiah(amount)


def test_days_and_moments() -> None:
    """Months in words; hours with a point and the name of the zone."""
    assert "9 Februari 2018" == day(date(2018, 2, 9))
    late = datetime(2026, 8, 17, 9, 5, tzinfo=JAKARTA)
    assert "17 Agustus 2026 pukul 09.05 WIB" == moment(late)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025", "2025"),
        ("2025-S1", "semester 1 2025"),
        ("2025-T3", "triwulan 3 2025"),
        ("2025-07", "Juli 2025"),
        ("TA2015", "tahun ajaran 2015/2016"),
        ("2022-09..2023-11", "September 2022–November 2023"),
        ("2019..2024", "2019–2024"),
        ("sd-2022-10", "s.d. Oktober 2022"),
        ("sd-2024", "s.d. 2024"),
    ],
)
def test_periods(name: str, expected: str) -> None:
    """Every form of the contract in words."""
    assert expected == period(parse_period(name))
