"""Indicators: periods of every form, a precision that can be shown, breaks and parts."""

import pytest

from kinerja.model.ids import IndicatorRef
from kinerja.model.records import Indicator, Kind, SeriesBreak
from tests.kinerja.model.test_period import FORMS

from .trees import codes, tree


@pytest.mark.parametrize("places", ["0", "2", "9"])
def test_precision_is_at_most_nine(places: str) -> None:
    """Values have nine decimals at most; more could not be shown."""
    values = tree(Kind.INDICATOR, precision=places)
    assert int(places) == Indicator.model_validate(values).precision
    assert ["less_than_equal"] == codes(Indicator, tree(Kind.INDICATOR, precision="10"))


@pytest.mark.parametrize("name", FORMS)
def test_periods_of_every_form(name: str) -> None:
    """The series begins, ends and breaks with one, and its parts are measured in one."""
    breaks = [{"period": name, "reason": "Dimensi berubah."}]
    found = Indicator.model_validate(
        tree(Kind.INDICATOR, begins=name, ends=name, breaks=breaks, parts=[f"lain[kota]@{name}"])
    )
    expected = (name, name, SeriesBreak(period=name, reason="Dimensi berubah."))
    assert expected == (found.begins, found.ends, found.breaks[0])
    assert (IndicatorRef("lain", "kota", name),) == found.parts


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"begins": "awal"}, ["F19"]),
        ({"ends": ["2025"]}, ["F19"]),
        ({"breaks": [{"period": "2025"}]}, ["missing"]),
        ({"breaks": [{"period": "lama", "reason": "a"}]}, ["F19"]),
        ({"parts": ["lain@lama"]}, ["F18"]),
        ({"scale": "Mutu"}, ["F11"]),
        ({"direction": "atas"}, ["enum"]),
        ({"delay_days": "30 hari"}, ["F15"]),
    ],
)
def test_mistakes(changes: dict[str, object], expected: list[str]) -> None:
    """Each with the code of its message."""
    assert expected == codes(Indicator, tree(Kind.INDICATOR, **changes))
