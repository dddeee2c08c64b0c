"""Working days: Monday to Friday without holidays, the first day not counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.workdays import working_days

FRIDAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("last", "holidays", "expected"),
    [
        (FRIDAY, (), 0),
        (date(2026, 3, 7), (), 0),
        (date(2026, 3, 8), (), 0),
        (date(2026, 3, 9), (), 1),
        (date(2026, 3, 13), (), 5),
        (date(2026, 3, 13), (date(2026, 3, 10),), 4),
        (date(2026, 3, 13), (date(2026, 3, 7), FRIDAY), 5),
        (date(2026, 3, 5), (), 0),
    ],
)
def test_working_days(last: date, holidays: tuple[date, ...], expected: int) -> None:
    """Counted from Friday; a holiday on a weekend or on the first day changes nothing."""
    assert expected == working_days(FRIDAY, last, holidays)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_spans_add_up(first: date, days: int, more: int) -> None:
    """Two spans that meet have as many as the span over both; a week has five."""
    middle = first + timedelta(days=days)
    last = middle + timedelta(days=more)
    whole = working_days(first, middle, ()) + working_days(middle, last, ())
    assert whole == working_days(first, last, ())
    assert working_days(first, first + timedelta(days=7), ()) == 5
