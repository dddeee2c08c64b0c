"""Labels against a target, by their place on a scale from worst to best."""

import pytest

from kinerja.evidence.achievement import Outcome, achievement
from kinerja.model.records import Direction
from tests.kinerja.evidence.test_achievement import observation

ORDER = ("TMP", "WDP", "WTP-DPP", "WTP")
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("WTP", "WTP", MET),
        ("WTP", "WDP", MET),
        ("WDP", "WTP-DPP", NOT_MET),
        ("TMP", "WTP", NOT_MET),
        ("Lain", "Lain", MET),
        ("Lain", "TMP", NOT_MET),
        ("WTP", "Lain", NOT_MET),
    ],
)
def test_a_label_is_met_from_its_target_on(
    direction: Direction, value: str, target: str, expected: Outcome
) -> None:
    """Whatever the direction: the order says what is better. Labels outside of it must be equal."""
    found = achievement(direction, observation(value, target), ORDER)
    assert (expected, None) == (found.outcome, found.percent)


def test_without_an_order_only_the_same_label_is_met() -> None:
    """Nobody knows which one is better."""
    assert NOT_MET is achievement(Direction.UP, observation("WTP", "WDP")).outcome
