"""Views of many rows, cut so that a page stays light however long the texts of its rows are."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TypeVar

from .views import View

Item = TypeVar("Item")

LIMITS = (160, 60, 30, 12, 4)
"""Longest texts in characters, tried from the first on."""

MOST_BYTES = 50_000
ROW_BYTES = 230
"""Bytes of all rows of a page, and of the markup of one row without its texts."""

SPLIT_BYTES = 2_900
"""Bytes of the markup of one table of sums with its chart."""


def fitting_views(
    items: Sequence[Item],
    view: Callable[[Item, int], View],
    markup: int = ROW_BYTES,
    beside: Sequence[View] = (),
) -> list[View]:
    """Return the view of each item; its texts have the longest limit with which the page is light.

    `view` is given an item and the most characters of a text that somebody wrote freely; `markup`
    is what one item takes in bytes without its texts; `beside` are other rows of the same page.
    """
    room = MOST_BYTES - sum(ROW_BYTES + _bytes(other) for other in beside)
    views: list[View] = []
    for limit in LIMITS:
        views = [view(item, limit) for item in items]
        if sum(markup + _bytes(found) for found in views) <= room:
            break
    return views


def _bytes(value: object) -> int:
    """Return how many bytes of HTML the texts of a view have."""
    if isinstance(value, dict):
        return sum(map(_bytes, value.values()))
    if isinstance(value, list):
        return sum(map(_bytes, value))
    return len(escape(str(value)).encode()) if value else 0
