"""Lists that grow: fixed pages that never change, a landing page with the newest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rendering.paging import Sheet, sheets


def down(first: int, last: int) -> list[int]:
    """Return numbers from the newest to the oldest."""
    return list(range(first, last - 1, -1))


def paged(count: int, per_page: int = 20) -> list[Sheet[int]]:
    """Return the pages of a list of numbers, 1 being the oldest item."""
    return sheets("/a/", down(count, 1), per_page)


@pytest.mark.parametrize(
    ("count", "landing", "full"),
    [
        (0, [], []),
        (1, [1], []),
        (19, down(19, 1), []),
        (20, down(20, 1), [down(20, 1)]),
        (21, down(21, 1), [down(20, 1)]),
        (39, down(39, 1), [down(20, 1)]),
        (40, down(40, 21), [down(20, 1), down(40, 21)]),
        (59, down(59, 21), [down(20, 1), down(40, 21)]),
        (60, down(60, 41), [down(20, 1), down(40, 21), down(60, 41)]),
    ],
)
def test_pages_of_twenty(count: int, landing: list[int], full: list[list[int]]) -> None:
    """Page n holds items 20(n-1)+1 to 20n in order of release; the landing page the newest."""
    first, *rest = paged(count)
    assert (landing, full) == (list(first.items), [list(sheet.items) for sheet in rest])
    assert "/a/" == first.address
    assert [f"/a/hal/{n}/" for n in range(1, len(full) + 1)] == [sheet.address for sheet in rest]


def test_a_page_leads_to_its_neighbours() -> None:
    """The landing page leads back without a repetition, and names the highest full page."""
    landing, one, two, three = paged(65)
    assert {
        "earlier": {"title": "halaman 2", "url": "/a/hal/2/"},
        "later": None,
        "fixed": {"title": "halaman 3", "url": "/a/hal/3/"},
    } == landing.pager
    assert (None, {"title": "halaman 2", "url": "/a/hal/2/"}) == (
        one.pager["earlier"],
        one.pager["later"],
    )
    assert {"title": "halaman 1", "url": "/a/hal/1/"} == two.pager["earlier"]
    assert None is three.pager["later"]
    assert ("A", "A, halaman 3") == (landing.title("A"), three.title("A"))


@given(st.integers(0, 400), st.integers(1, 30))
def test_a_new_item_changes_two_pages(count: int, per_page: int) -> None:
    """The landing page; and where a page is full, its neighbour learns of it: no item moves."""
    before, after = paged(count, per_page)[1:], paged(count + 1, per_page)[1:]
    assert [s.items for s in before] == [s.items for s in after[: len(before)]]
    differing = [s.number for s, t in zip(before, after, strict=False) if s.pager != t.pager]
    assert len(differing) <= 1


@given(st.integers(0, 400), st.integers(1, 30))
def test_every_item_is_reached_by_walking_back(count: int, per_page: int) -> None:
    """From the landing page along the earlier pages, each item once, newest first."""
    found = {sheet.address: sheet for sheet in paged(count, per_page)}
    sheet = found["/a/"]
    seen: list[int] = []
    while True:
        seen += sheet.items
        if sheet.pager["earlier"] is None:
            break
        sheet = found[sheet.pager["earlier"]["url"]]
    assert down(count, 1) == seen
    assert len(found["/a/"].items) < 2 * per_page
