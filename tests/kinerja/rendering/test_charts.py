"""Charts: positions inside the drawing, gaps and breaks that end a line, round axes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.period import parse_period
from kinerja.model.records import SeriesBreak
from kinerja.model.tables import Observation, ObservationStatus, Range
from kinerja.rendering.charts import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    SPARK_HEIGHT,
    SPARK_WIDTH,
    TOP,
    WIDTH,
    axis,
    line_chart,
    short_number,
    sparkline,
    target_bar,
)
from kinerja.rendering.views import ChartView
from tests.kinerja.evidence.test_reporting import indicator

VALUES = st.decimals(-(10**12), 10**12, places=2)


def row(period: str, value: str = "", target: str = "") -> Observation:
    """Return a row; without value it was not measured."""
    status = ObservationStatus.FINAL if value else ObservationStatus.NOT_MEASURED
    ends = [Decimal(end) for end in target.split("..")] if target else []
    goal = Range(ends[0], ends[-1]) if ends else None
    figure = Decimal(value) if value else None
    return Observation(
        *(2, parse_period(period), "", figure, goal, None, status),
        *("", None, None, None, "", "", ""),
    )


def chart(*rows: Observation, broken: str = "") -> ChartView:
    """Return the chart of some rows, which must have one."""
    breaks = [SeriesBreak(period=broken, reason="Cara baru.")] if broken else []
    found = line_chart("a", "Judul", rows, indicator(breaks=breaks), "Kalimat.")
    assert found is not None
    return found


SERIES = (
    row("2018", "80", "85"),
    row("2019", "85.5", "86"),
    row("2020"),
    row("2021"),
    row("2022", "90"),
    row("2023", "88"),
)


def test_the_line_ends_at_a_gap() -> None:
    """Two runs of points, and a mark on the axis for each missing year."""
    found = chart(*SERIES)
    labels = [[point["label"] for point in line] for line in found["lines"]]
    assert [["2018", "2019"], ["2022", "2023"]] == labels
    gaps = [(gap["label"], gap["y"], gap["value"]) for gap in found["gaps"]]
    assert [(year, HEIGHT - BOTTOM, "tidak diukur") for year in ("2020", "2021")] == gaps
    assert 2 == len(found["paths"])


def test_the_line_ends_at_a_series_break() -> None:
    """What is measured in another way is not joined; the break stands between the two."""
    found = chart(*SERIES, broken="2019")
    assert [1, 1, 2] == [len(line) for line in found["lines"]]
    (mark,) = found["breaks"]
    first, second = (line[0]["x"] for line in found["lines"][:2])
    assert ("putus seri 2019", True) == (mark["label"], first < mark["at"] < second)


@pytest.mark.parametrize("broken", ["2020", "2021"])
def test_a_break_without_a_value_is_shown_all_the_same(broken: str) -> None:
    """Nothing joins what stands before and after it, and the mark says the period of the break."""
    found = chart(row("2019", "80"), row("2020"), row("2022", "90"), broken=broken)
    assert [1, 1] == [len(line) for line in found["lines"]]
    assert [f"putus seri {broken}"] == [mark["label"] for mark in found["breaks"]]


def test_periods_of_other_lengths_are_not_joined() -> None:
    """A half of a year after years is a point of its own, not a fall."""
    found = chart(row("2023", "900"), row("2024", "950"), row("2025-S1", "450"))
    assert [2, 1] == [len(line) for line in found["lines"]]


def test_targets_have_a_line_where_they_follow_one_another() -> None:
    """A range has one for each end; a year without target, or a break, ends it."""
    rows = [row(str(2018 + n), "80", target) for n, target in enumerate(("85", "86", "", "90"))]
    found = chart(*rows)
    assert (3, 1) == (len(found["targets"]), len(found["target_paths"]))
    assert 0 == len(chart(*rows, broken="2019")["target_paths"])
    ranged = chart(row("2018", "80", "70..90"), row("2019", "80", "75..95"))
    assert (["70", "90", "75", "95"], 2) == (
        [point["value"] for point in ranged["targets"]],
        len(ranged["target_paths"]),
    )
    assert ranged["y_ticks"][-1]["label"] == "95"


def test_points_lie_where_their_days_and_values_are() -> None:
    """First and last day at the edges, higher values further up, equal years equally far."""
    found = chart(row("2021", "0"), row("2022", "50"), row("2023", "100"))
    (line,) = found["lines"]
    assert [LEFT, WIDTH - RIGHT] == [line[0]["x"], line[-1]["x"]]
    assert [HEIGHT - BOTTOM, TOP] == [line[0]["y"], line[-1]["y"]]
    assert abs(line[1]["x"] - (LEFT + WIDTH - RIGHT) / 2) < 1
    assert "M56 280L336 152L616 24" == found["paths"][0]


def test_values_have_the_decimals_of_the_indicator() -> None:
    """As the table beside the chart has them."""
    found = line_chart("a", "", SERIES, indicator(precision="2"), "")
    assert found is not None
    assert ("80,00", "85,00") == (found["lines"][0][0]["value"], found["targets"][0]["value"])


def test_values_and_targets_are_said_in_words() -> None:
    """As a reader would write them; targets lie on the same axis."""
    found = chart(*SERIES)
    assert ["80", "85,5"] == [point["value"] for point in found["lines"][0]]
    assert [("2018", "85"), ("2019", "86")] == [(t["label"], t["value"]) for t in found["targets"]]
    assert ("a", "Judul", "Kalimat.") == (found["id"], found["title"], found["description"])


@pytest.mark.parametrize("rows", [(), (row("2024", "5"),), (row("2024", "5"), row("2025"))])
def test_one_value_is_no_line(rows: tuple[Observation, ...]) -> None:
    """Neither a chart nor a sparkline is drawn of it."""
    assert None is line_chart("a", "", rows, indicator(), "")
    assert None is sparkline(rows, (), "")


@given(st.lists(VALUES, min_size=2, max_size=40), st.none() | VALUES)
def test_everything_lies_inside_the_drawing(values: list[Decimal], target: Decimal | None) -> None:
    """Points, targets and ticks, whatever the numbers."""
    rows = [row(str(1900 + n), str(v), str(target or "")) for n, v in enumerate(values)]
    found = chart(*rows)
    for x, y in ((p["x"], p["y"]) for p in (*found["lines"][0], *found["targets"])):
        assert LEFT <= x <= WIDTH - RIGHT
        assert TOP - 0.1 <= y <= HEIGHT - BOTTOM + 0.1
    ticks = [tick["at"] for tick in found["x_ticks"]]
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= 9
    assert found["x_ticks"][-1]["label"] == str(1899 + len(values))


@given(VALUES, VALUES)
def test_an_axis_holds_its_values(one: Decimal, other: Decimal) -> None:
    """Ends are round multiples of the step, and not many steps lie between."""
    least, most = sorted([one, other])
    low, high, step = axis(least, most)
    assert low <= least <= most <= high
    assert low < high
    assert 0 == low % step == high % step
    assert (high - low) / step <= 6


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        ("80", "90", ("80", "90", "2")),
        ("82.67", "88.46", ("82", "90", "2")),
        ("10", "90", ("0", "100", "20")),
        ("5", "5", ("5", "6", "1")),
        ("0", "0", ("0", "0.2", "0.2")),
        ("-3", "4", ("-4", "4", "2")),
        ("0", "5302257", ("0", "6000000", "2000000")),
    ],
)
def test_axes(least: str, most: str, expected: tuple[str, str, str]) -> None:
    """An axis begins at 0 where the values would fill less than a half of it otherwise."""
    assert tuple(map(Decimal, expected)) == axis(Decimal(least), Decimal(most))


@given(st.lists(VALUES, min_size=2, max_size=30))
def test_a_sparkline_lies_inside_its_box(values: list[Decimal]) -> None:
    """Its last point is that of the last value."""
    found = sparkline([row(str(1900 + n), str(v)) for n, v in enumerate(values)], (), "Kalimat.")
    assert found is not None
    pairs = [pair.split(" ") for pair in found["path"].removeprefix("M").split("L")]
    points = [(float(x), float(y)) for x, y in pairs]
    assert all(0 <= x <= SPARK_WIDTH and 0 <= y <= SPARK_HEIGHT for x, y in points)
    assert (len(values), (found["x"], found["y"])) == (len(points), points[-1])
    assert "Kalimat." == found["description"]


@pytest.mark.parametrize(
    ("rows", "broken", "count"),
    [
        ((row("2023", "1"), row("2024", "2"), row("2025", "3")), "2030", 1),
        ((row("2023", "1"), row("2024", "2"), row("2025", "3")), "2025", 2),
        ((row("2023", "1"), row("2024"), row("2025", "3")), "2030", 2),
        ((row("2023", "1"), row("2024", "2"), row("2025-S1", "3")), "2030", 2),
    ],
)
def test_a_sparkline_joins_no_more_than_the_chart(
    rows: tuple[Observation, ...], broken: str, count: int
) -> None:
    """A gap, a series break and a period of another length part it too."""
    breaks = [SeriesBreak(period=broken, reason="Cara baru.")]
    found = sparkline(rows, breaks, "Kalimat.")
    assert found is not None
    assert count == found["path"].count("M")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("1500", "1.500"),
        ("0.2", "0,2"),
        ("1000000", "1 juta"),
        ("2500000", "2,5 juta"),
        ("-3000000000", "−3 miliar"),
        ("1200000000000", "1,2 triliun"),
    ],
)
def test_short_numbers(value: str, expected: str) -> None:
    """What would not fit on an axis is said with a word."""
    assert expected == short_number(Decimal(value))


@pytest.mark.parametrize(
    ("found", "length", "targets"),
    [
        (row("2025", "50", "100"), 120, [240]),
        (row("2025", "100", "50"), 240, [120]),
        (row("2025", "30", "60..80"), 90, [180, 240]),
        (row("2025", "0", "0"), 0, [0]),
    ],
)
def test_a_value_stands_against_its_target(
    found: Observation, length: float, targets: list[float]
) -> None:
    """Both begin at 0, the greatest takes the whole width; a range has a mark at each end."""
    bar = target_bar(found, "30", "60")
    assert bar is not None
    assert (length, targets) == (bar["length"], bar["targets"])
    assert "30 terhadap target 60" == bar["description"]


@pytest.mark.parametrize(
    "found",
    [row("2025", "5"), row("2025", "", "5"), row("2025", "-1", "5"), row("2025", "1", "-5")],
)
def test_without_a_value_and_a_target_there_is_no_bar(found: Observation) -> None:
    """Nor below 0, where no bar could begin."""
    assert target_bar(found, "", "") is None
