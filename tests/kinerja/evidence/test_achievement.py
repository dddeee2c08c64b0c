"""Achievement: exact fractions, three directions, ranges, target 0, and what is missing.

The figures with a year are published ones, from reports that also print the percentage.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.achievement import Achievement, Outcome, achievement
from kinerja.model.period import parse_period
from kinerja.model.records import Direction
from kinerja.model.tables import Observation, ObservationStatus, Range
from kinerja.rendering.formats import percent

UP, DOWN, STEADY = Direction
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET
NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2)


def observation(
    value: str | None,
    target: str | None,
    status: ObservationStatus = ObservationStatus.FINAL,
) -> Observation:
    """Return a row; numbers are numbers, a target `a..b` is a range, other texts are labels."""
    goal: Range | str | None = target
    figure: Decimal | str | None = value
    if target and target.replace(".", "").replace("-", "").isdigit():
        ends = [Decimal(end) for end in target.split("..")]
        goal = Range(ends[0], ends[-1])
    if value and value.replace(".", "").replace("-", "").isdigit():
        figure = Decimal(value)
    return Observation(
        2, parse_period("2025"), "", figure, goal, None, status, "", None, None, None, "", "", ""
    )


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("24.37", "30", "81,23"),
        ("59.67", "58", "102,88"),
        ("39.73", "47.5", "83,64"),
        ("59.06", "62", "95,26"),
        ("55.43", "67", "82,73"),
        ("81.00", "67.00", "120,90"),
        ("8.83", "8.49", "104,00"),
        ("13.38", "13.29", "100,68"),
        ("514276", "557744", "92,21"),
        ("328349", "368170", "89,18"),
    ],
)
def test_published_percentages(value: str, target: str, expected: str) -> None:
    """The percentage that the reports print for these pairs, rounded half up at the end."""
    found = achievement(UP, observation(value, target))
    assert found.percent is not None
    assert f"{expected} persen" == percent(found.percent)
    assert (MET if Decimal(value) >= Decimal(target) else NOT_MET) == found.outcome


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [("0.18", "0.15", "80,00"), ("0.44", "0.44", "100,00"), ("0.59", "0.53", "88,68")],
)
def test_published_percentages_where_lower_is_better(
    value: str, target: str, expected: str
) -> None:
    """(1 + (1 - value/target)) x 100, as the report on pupils who leave school."""
    found = achievement(DOWN, observation(value, target))
    assert found.percent is not None
    assert f"{expected} persen" == percent(found.percent)


@pytest.mark.parametrize(
    ("direction", "value", "target", "expected"),
    [
        (UP, "1", "3", Achievement(NOT_MET, Fraction(100, 3))),
        (UP, "3", "3", Achievement(MET, Fraction(100))),
        (UP, "0", "3", Achievement(NOT_MET, Fraction(0))),
        (DOWN, "1", "3", Achievement(MET, Fraction(500, 3))),
        (DOWN, "6", "3", Achievement(NOT_MET, Fraction(0))),
        (DOWN, "9", "3", Achievement(NOT_MET, Fraction(-100))),
        (STEADY, "3", "3", Achievement(MET, Fraction(100))),
        (STEADY, "4", "3", Achievement(NOT_MET, Fraction(75))),
        (STEADY, "2", "3", Achievement(NOT_MET, Fraction(200, 3))),
        *((way, "80", "80..90", Achievement(MET, Fraction(100))) for way in Direction),
        *((way, "90", "80..90", Achievement(MET, Fraction(100))) for way in Direction),
        *((way, "100", "80..90", Achievement(NOT_MET, Fraction(90))) for way in Direction),
        *((way, "60", "80..90", Achievement(NOT_MET, Fraction(75))) for way in Direction),
        (UP, "0", "0", Achievement(MET)),
        (UP, "5", "0", Achievement(MET)),
        (UP, "-1", "0", Achievement(NOT_MET)),
        (DOWN, "0", "0", Achievement(MET)),
        (DOWN, "5", "0", Achievement(NOT_MET)),
        (STEADY, "0", "0", Achievement(MET)),
        (STEADY, "5", "0", Achievement(NOT_MET)),
        (UP, "2", "0..4", Achievement(MET, Fraction(100))),
        (UP, "-1", "0..4", Achievement(NOT_MET)),
        (UP, "WTP", "WTP", Achievement(MET)),
        (UP, "WDP", "WTP", Achievement(NOT_MET)),
        (UP, "80", "WTP", Achievement(NOT_MET)),
        (UP, "80", None, Achievement(Outcome.NO_TARGET)),
        (UP, "WTP", None, Achievement(Outcome.NO_TARGET)),
    ],
)
def test_how_a_figure_stands_to_its_target(
    direction: Direction, value: str, target: str | None, expected: Achievement
) -> None:
    """Exact fractions; target 0 and categories have no percentage."""
    assert expected == achievement(direction, observation(value, target))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("target", [None, "80", "80..90", "0"])
def test_a_missing_figure_has_no_percentage(direction: Direction, target: str | None) -> None:
    """Not reported and not measured are words of their own, whatever the target."""
    rows = {
        ObservationStatus.NOT_REPORTED: Outcome.NOT_REPORTED,
        ObservationStatus.NOT_MEASURED: Outcome.NOT_MEASURED,
        ObservationStatus.NOT_APPLICABLE: Outcome.NOT_MEASURED,
    }
    for status, outcome in rows.items():
        assert Achievement(outcome) == achievement(direction, observation(None, target, status))
    assert Achievement(Outcome.NOT_REPORTED) == achievement(direction, None)


@pytest.mark.parametrize(
    "status",
    [ObservationStatus.PROVISIONAL, ObservationStatus.REVISED, ObservationStatus.CONFLICT],
)
def test_an_uncertain_figure_counts_as_it_stands(status: ObservationStatus) -> None:
    """Provisional, revised and disputed figures are compared all the same."""
    assert MET == achievement(UP, observation("80", "80", status)).outcome


@given(st.sampled_from([UP, DOWN]), NUMBERS, POSITIVE)
def test_a_target_is_met_when_the_value_reaches_it(
    direction: Direction, value: Decimal, target: Decimal
) -> None:
    """The outcome never contradicts a plain comparison with a target above 0."""
    found = achievement(direction, observation(str(value), str(target)))
    reached = value >= target if direction is UP else value <= target
    assert reached == (found.outcome is MET)
    assert found.percent is not None
    assert reached == (found.percent >= 100)


@given(st.sampled_from(Direction), NUMBERS, NUMBERS, NUMBERS)
def test_a_range_is_met_inside(
    direction: Direction, value: Decimal, one: Decimal, other: Decimal
) -> None:
    """Both ends included; nothing raises, whatever the signs."""
    least, most = sorted([one, other])
    row = observation(str(value), f"{least}..{most}")
    if least != most:
        inside = least <= value <= most
        assert not inside or MET == achievement(direction, row).outcome
    assert isinstance(achievement(direction, row), Achievement)
