"""What should have been reported: by the dataset's own word, and by frequency and delay."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.reporting import MONTHS, folded, following, gaps
from kinerja.model.period import parse_period
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Observation, ObservationStatus
from tests.kinerja import contents

FINAL, OPEN = ObservationStatus.FINAL, ObservationStatus.NOT_REPORTED
DAY = date(2026, 3, 1)


def indicator(**changes: object) -> Indicator:
    """Return a yearly indicator without a delay, with changes."""
    usual = {
        "code": contents.CODES["indikator"],
        "title": "Judul",
        "summary": contents.SUMMARY,
        "unit": "bimas",
        "date": DAY,
        "name": "Nama",
        "definition": "",
        "measure": "indeks",
        "direction": "naik",
        "publisher": "Badan",
        "method": "",
        "frequency": "tahunan",
    }
    return Indicator.model_validate(usual | changes)


def observation(period: str, status: ObservationStatus = FINAL, detail: str = "") -> Observation:
    """Return a row without a value."""
    when = parse_period(period)
    return Observation(2, when, detail, None, None, None, status, "", None, None, None, "", "", "")


def missing(item: Indicator, *rows: Observation, day: date = DAY) -> list[tuple[str, ...]]:
    """Return details and names of periods of every gap."""
    found = gaps(item, Dataset("a", rows), day)
    return [(*gap.details, *(period.name for period in gap.periods)) for gap in found]


@pytest.mark.parametrize(
    ("frequency", "newest", "expected"),
    [
        ("tahunan", "2023", ("", "2024", "2025")),
        ("tahunan", "2019..2024", ("", "2025")),
        ("tahunan", "TA2023", ("", "TA2024")),
        ("tahunan", "sd-2024-10", ("", "2024-11..2025-10")),
        ("semesteran", "2024-S2", ("", "2025-S1", "2025-S2")),
        ("triwulanan", "2025-T2", ("", "2025-T3", "2025-T4")),
        ("bulanan", "2025-12", ("", "2026-01", "2026-02")),
    ],
)
def test_periods_after_the_newest_row(
    frequency: str, newest: str, expected: tuple[str, ...]
) -> None:
    """Every period that is over is expected, in the form of the frequency."""
    assert [expected] == missing(indicator(frequency=frequency), observation(newest))


def test_nothing_is_expected_without_a_known_frequency() -> None:
    """What appears irregularly is never late, unless the dataset itself says so."""
    item = indicator(frequency="tidak teratur")
    rows = (observation("2019"), observation("2021", OPEN))
    assert [("", "2021")] == missing(item, *rows)


def test_a_period_that_is_not_over_is_not_missing() -> None:
    """A row with a target for the present year is no report that is owed."""
    assert [] == missing(indicator(), observation("2025"), observation("2026", OPEN))


@pytest.mark.parametrize(("delay", "expected"), [(59, [("", "2025")]), (60, [])])
def test_the_delay_is_granted_to_its_last_day(delay: int, expected: list[tuple[str, ...]]) -> None:
    """The year 2025 with 60 days may be reported on 1 March 2026; with 59 it is late."""
    assert expected == missing(indicator(delay_days=delay), observation("2024"))


def test_the_day_on_which_it_was_due() -> None:
    """The end of the first missing period and the delay."""
    (gap,) = gaps(indicator(delay_days=30), Dataset("a", (observation("2023"),)), DAY)
    assert date(2025, 1, 30) == gap.due


def test_an_indicator_that_ended_owes_nothing_more() -> None:
    """After `berhenti` no period is expected."""
    assert [("", "2024")] == missing(indicator(ends="2024"), observation("2023"))


def test_details_without_the_same_reports_stand_together() -> None:
    """Two details that lack one year make one gap; the whole has its own."""
    rows = [observation("2024"), *(observation("2024", OPEN, detail) for detail in ("b", "a"))]
    assert [("", "2025"), ("a", "b", "2024")] == missing(indicator(), *rows)


def test_a_series_of_details_alone_is_expected_as_a_whole() -> None:
    """Its newest row, of whichever detail, is where the next period begins."""
    assert [("", "2025")] == missing(indicator(), observation("2024", FINAL, "a"))


@pytest.mark.parametrize(
    ("begins", "expected"), [(None, [("",)]), ("2024", [("", "2024", "2025")]), ("2026", [])]
)
def test_what_was_never_reported(begins: str | None, expected: list[tuple[str, ...]]) -> None:
    """From `mulai` on where that is known; otherwise it is said that nothing was ever reported."""
    assert expected == missing(indicator(begins=begins))


@pytest.mark.parametrize("period", ["9999", "0001"])
def test_years_at_the_edge_of_the_calendar(period: str) -> None:
    """A slip of an editor is reckoned with, not stumbled over."""
    assert all(gap.periods for gap in gaps(indicator(begins=period), Dataset("a", ()), DAY))
    assert "9999" not in str(missing(indicator(), observation(period)))


@given(
    last=st.dates(date(1900, 1, 1), date(2100, 1, 1)), months=st.sampled_from([*MONTHS.values()])
)
def test_the_following_period_begins_on_the_next_day(last: date, months: int) -> None:
    """After the last day of a month; its name is one of the contract, its length as wanted."""
    last = last.replace(day=1) - timedelta(days=1)
    found = following(last, months)
    assert (last + timedelta(days=1), found) == (found.first, parse_period(found.name))
    span = (found.last.year - found.first.year) * 12 + found.last.month - found.first.month + 1
    assert months == span


def test_periods_that_follow_one_another_are_folded() -> None:
    """2019 to 2021 is one span, 2023 another."""
    found = folded(parse_period(name) for name in ("2019", "2020", "2021-S1", "2021-S2", "2023"))
    assert [("2019", "2021-S2"), ("2023", "2023")] == [(a.name, b.name) for a, b in found]
