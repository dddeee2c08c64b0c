"""The release log: times are unique whole seconds, never after as-of, never before the last."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.approval.releases import ReleaseDesk, minted_rows, open_desk
from kinerja.model.governance import JAKARTA, Release

AS_OF = datetime(2026, 3, 1, 8, 0, 0, tzinfo=JAKARTA)


def row(seconds: int, code: str = "a", edition: str = "1") -> Release:
    """Return a row some seconds before as-of."""
    return Release(code, edition, AS_OF - timedelta(seconds=seconds))


def mint(desk: ReleaseDesk, *wanted: str) -> list[bool]:
    """Ask for an edition `1` of each code; return whether it may be shown."""
    return [desk.admits(code, "1") for code in wanted]


def test_the_first_build_has_room_for_everything() -> None:
    """Without a log rows end at as-of and go back one second apart."""
    desk = open_desk([], AS_OF, mint=True)
    assert [True, True, True] == mint(desk, "a", "b", "c")
    expected = [("a", 2), ("b", 1), ("c", 0)]
    found = [(r.code, (AS_OF - r.time).seconds) for r in minted_rows(desk, AS_OF)]
    assert expected == found


def test_what_does_not_fit_waits() -> None:
    """Two seconds after the last row there is room for two rows; the third is not shown."""
    desk = open_desk([row(2)], AS_OF, mint=True)
    assert [True, True, False] == mint(desk, "b", "c", "d")
    found = minted_rows(desk, AS_OF)
    assert [AS_OF - timedelta(seconds=1), AS_OF] == [r.time for r in found]


@pytest.mark.parametrize("last", [0, -1, -3600])
def test_nothing_fits_before_the_last_row(last: int) -> None:
    """The last row is at as-of, or a later build has already written."""
    desk = open_desk([row(last)], AS_OF, mint=True)
    assert ([False], ()) == (mint(desk, "b"), minted_rows(desk, AS_OF))


def test_what_is_released_needs_no_room() -> None:
    """The edition of the last row is public; no row is added."""
    desk = open_desk([row(0)], AS_OF, mint=False)
    assert ([True], []) == (mint(desk, "a"), desk.added)


def test_without_minting_only_the_log_counts() -> None:
    """`--no-release` leaves out what was never released."""
    desk = open_desk([row(100)], AS_OF, mint=False)
    assert [True, False] == [desk.admits("a", "1"), desk.admits("a", "2")]
    assert () == minted_rows(desk, AS_OF)


def test_an_edition_that_returns_gets_a_row_again() -> None:
    """The public edition changes, so it is written down; without room it is shown all the same."""
    log = [row(100), row(50, edition="2")]
    desk = open_desk(log, AS_OF, mint=True)
    assert desk.admits("a", "1")
    assert [("a", "1")] == desk.added
    assert open_desk(log, AS_OF, mint=False).admits("a", "1")


def test_rows_later_than_as_of_are_not_yet_written() -> None:
    """What a later build released is not known on an earlier day."""
    desk = open_desk([row(100), row(-100, "b")], AS_OF, mint=True)
    assert [True, False] == [desk.is_known("a"), desk.is_known("b")]


def test_fractions_of_a_second_are_cut() -> None:
    """Feeds and files carry whole seconds."""
    moment = AS_OF.replace(microsecond=999_999)
    desk = open_desk([row(1)], moment, mint=True)
    assert [True, False] == mint(desk, "b", "c")
    assert [AS_OF] == [r.time for r in minted_rows(desk, moment)]


def test_times_are_written_in_jakarta() -> None:
    """Whatever the zone of the clock."""
    desk = open_desk([], AS_OF.astimezone(UTC), mint=True)
    mint(desk, "a")
    (found,) = minted_rows(desk, AS_OF.astimezone(UTC))
    assert "2026-03-01T08:00:00+07:00" == found.time.isoformat()


@given(st.lists(st.integers(-5, 30), max_size=8, unique=True), st.integers(0, 20))
def test_minted_times_are_unique_and_in_order(log: list[int], wanted: int) -> None:
    """Whole seconds, after the last row, not after as-of; as many as fit."""
    rows = [row(seconds, f"x{seconds}") for seconds in sorted(log, reverse=True)]
    desk = open_desk(rows, AS_OF, mint=True)
    shown = mint(desk, *(f"new{n}" for n in range(wanted)))
    times = [r.time for r in minted_rows(desk, AS_OF)]
    assert sum(shown) == len(times) == len(set(times))
    assert times == sorted(times)
    assert all(time <= AS_OF and time.microsecond == 0 for time in times)
    if rows:
        room = max(0, int((AS_OF - rows[-1].time).total_seconds()))
        assert min(room, wanted) == len(times)
        assert all(time >= rows[-1].time + timedelta(seconds=1) for time in times)
