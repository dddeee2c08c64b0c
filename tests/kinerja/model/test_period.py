"""Periods: every form of the contract with its first and last day, and nothing else."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.period import Period, parse_period

FORMS = {
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "2025-S1": (date(2025, 1, 1), date(2025, 6, 30)),
    "2025-S2": (date(2025, 7, 1), date(2025, 12, 31)),
    "2025-T1": (date(2025, 1, 1), date(2025, 3, 31)),
    "2025-T3": (date(2025, 7, 1), date(2025, 9, 30)),
    "2025-T4": (date(2025, 10, 1), date(2025, 12, 31)),
    "2025-07": (date(2025, 7, 1), date(2025, 7, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "TA2015": (date(2015, 7, 1), date(2016, 6, 30)),
    "2022-09..2023-11": (date(2022, 9, 1), date(2023, 11, 30)),
    "2019..2024": (date(2019, 1, 1), date(2024, 12, 31)),
    "2025..2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "sd-2022-10": (date.min, date(2022, 10, 31)),
    "sd-2024": (date.min, date(2024, 12, 31)),
}
REFUSED = (
    *("", "25", "02025", "2025-", "2025-S0", "2025-S3", "2025-T0", "2025-T5", "2025-00"),
    *("2025-13", "2025-7", "2025-07-01", "TA", "TA15", "ta2015", "2025 ", " 2025", "2025\n"),
    *("0000", "TA9999", "2025..", "..2025", "2025..2024", "2019..2024..2025", "sd-", "sd-a"),
    *("sd-2019..2024", "2025-s1", "Desember 2025", "٢٠٢٥", "2025-0٧"),
)
YEARS = st.integers(1, 9998).map("{:04}".format)
PARTS = st.sampled_from(
    ["", "-S1", "-S2", *(f"-T{n}" for n in range(1, 5)), *(f"-{n:02}" for n in range(1, 13))]
)
SINGLE = st.one_of(st.builds(str.__add__, YEARS, PARTS), YEARS.map("TA{}".format))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_has_a_first_and_a_last_day(name: str) -> None:
    """Both ends are included, and the name stays as the editor wrote it."""
    first, last = FORMS[name]
    assert Period(name, first, last) == parse_period(name)


@pytest.mark.parametrize("name", REFUSED)
def test_anything_else_is_refused(name: str) -> None:
    """No guess is made about a name that is only near a form; digits are 0 to 9."""
    with pytest.raises(ValueError):
        parse_period(name)


@given(SINGLE)
def test_a_single_period_begins_and_ends_with_a_month(name: str) -> None:
    """Its first day is the first of a month, and the day after its last is one too."""
    found = parse_period(name)
    assert found.first.day == 1
    assert found.first < found.last
    assert found.last.toordinal() + 1 == _first_of_next_month(found.last).toordinal()


@given(SINGLE, SINGLE)
def test_a_range_spans_its_two_ends(begin: str, end: str) -> None:
    """From the first day of the one to the last day of the other; never backwards."""
    first, last = parse_period(begin).first, parse_period(end).last
    name = f"{begin}..{end}"
    if last < first:
        with pytest.raises(ValueError, match=name):
            parse_period(name)
    else:
        assert Period(name, first, last) == parse_period(name)


@given(st.text() | st.text("0123456789-STA.sd", max_size=20))
def test_any_text_is_a_period_or_a_value_error(name: str) -> None:
    """Nothing but ValueError is raised, whatever stands in the cell."""
    with contextlib.suppress(ValueError):
        assert name == parse_period(name).name


def test_order_is_that_of_time() -> None:
    """Sorted by last day, then by first; what runs from the beginning stands before its end."""
    names = ["sd-2024", "2023", "2024", "2024-S2", "2024-12", "2024-S1", "TA2023"]
    expected = ["2023", "TA2023", "2024-S1", "sd-2024", "2024", "2024-S2", "2024-12"]
    assert expected == sorted(names, key=lambda name: parse_period(name).order)


def _first_of_next_month(day: date) -> date:
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, 1)
