"""Rows in time: what may be compared, and what lies between two of them."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.series import are_alike, breaks_between, last_change
from kinerja.model.period import parse_period
from kinerja.model.records import SeriesBreak
from kinerja.model.tables import Dataset, Observation, ObservationStatus

FINAL, OPEN = ObservationStatus.FINAL, ObservationStatus.NOT_REPORTED


def row(period: str, value: str | None = None) -> Observation:
    """Return a row; without value it was not reported."""
    figure = Decimal(value) if value and value.lstrip("-").replace(".", "").isdigit() else value
    status = FINAL if value else OPEN
    when = parse_period(period)
    return Observation(2, when, "", figure, None, None, status, "", None, None, None, "", "", "")


def changed(*cells: str, broken: str = "") -> tuple[str, str] | None:
    """Return with what the last of `period=value` is compared, and the amount, '' for none."""
    rows = [row(*cell.split("=")) if "=" in cell else row(cell) for cell in cells]
    breaks = [SeriesBreak(period=broken, reason="Cara baru.")] if broken else []
    found = last_change(rows, rows[-1], breaks)
    if found is None:
        return None
    return found.earlier.period.name, "" if found.amount is None else f"{found.amount}"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("2024=80", "2025=80.26"), ("2024", "0.26")),
        (("2024=80", "2025=79"), ("2024", "-1")),
        (("2023=80", "2024", "2025=80"), ("2023", "0")),
        (("2025=80",), None),
        (("2024", "2025=80"), None),
        (("2024=80", "2025"), None),
        (("2024=WTP", "2025=WDP"), None),
        (("2024=900", "2025-S1=400"), None),
        (("2024-S1=400", "2024=900", "2025-S1=500"), ("2024-S1", "100")),
        (("2024-T4=4", "2025-S1=9"), None),
        (("sd-2022-12=5", "sd-2023-06=7"), ("sd-2022-12", "2")),
        (("sd-2023-12=5", "2019..2024=7"), None),
        (("TA2022=5", "TA2023=7"), ("TA2022", "2")),
    ],
)
def test_a_row_is_compared_with_the_newest_like_it(
    cells: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    """Only numbers, only periods of one length: a half of a year is no fall after a year."""
    assert expected == changed(*cells)


@pytest.mark.parametrize(
    ("cells", "broken", "is_broken"),
    [
        (("2024=80", "2025=81"), "2025", True),
        (("2024=80", "2025=81"), "2024", False),
        (("2024=80", "2025=81"), "2026", False),
        (("2023=80", "2024", "2025=81"), "2024", True),
        (("2023=80", "2025=81"), "2024", True),
        (("2024-S2=80", "2025-S1=81"), "2025", True),
        (("2025-S1=80", "2025-S2=81"), "2025", False),
        (("sd-2022-12=5", "sd-2023-06=7"), "sd-2023-06", True),
        (("sd-2023-06=5", "sd-2023-12=7"), "sd-2023-06", False),
    ],
)
def test_nothing_is_compared_across_a_break(
    cells: tuple[str, ...], broken: str, is_broken: bool
) -> None:
    """Also where the period of the break has no number, or no row at all."""
    found = changed(*cells, broken=broken)
    assert found is not None
    assert is_broken == (found[1] == "")


@given(
    st.lists(st.integers(1950, 2050), min_size=2, max_size=12, unique=True),
    st.integers(1940, 2060),
    st.data(),
)
def test_a_break_parts_every_pair_in_one_place(
    years: list[int], broken: int, data: st.DataObject
) -> None:
    """Between first and last there is a break just where there is one between two neighbours."""
    periods = [parse_period(str(year)) for year in sorted(years)]
    breaks = [SeriesBreak(period=str(broken), reason="Cara baru.")]
    steps = [breaks_between(a, b, breaks) for a, b in pairwise(periods)]
    assert breaks_between(periods[0], periods[-1], breaks) == [b for step in steps for b in step]
    values = data.draw(st.lists(st.decimals(-99, 99, places=2), min_size=12, max_size=12))
    rows = [row(p.name, str(v)) for p, v in zip(periods, values, strict=False)]
    found = last_change(Dataset("a", tuple(rows)).series(), rows[-1], breaks)
    assert found is not None
    assert (found.amount is None) == bool(steps[-1])
    assert found.amount is None or found.earlier.value == values[len(rows) - 1] - found.amount


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024", "2025", True),
        ("2024", "TA2025", True),
        ("2024", "2024-01..2024-12", True),
        ("2024-02", "2025-03", True),
        ("2024", "2024-S1", False),
        ("2022-09..2023-11", "2024", False),
        ("sd-2022-10", "sd-2023-12", True),
        ("sd-2022-10", "2022", False),
    ],
)
def test_periods_of_one_length(one: str, other: str, expected: bool) -> None:
    """Counted in months; what counts from the beginning is like nothing else."""
    assert expected == are_alike(parse_period(one), parse_period(other))
