"""Views of many rows, cut so that a page stays light however long the texts of its rows are."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TypeVar

from .views import View

Item = TypeVar("Item")

LIMITS = (160, 60, 30, 12, 4)
"""Longest texts in characters, tried from the first on."""

MOST_BYTES = 50_000
ROW_BYTES = 220
"""Bytes of all rows of a page, and of the markup of one row without its texts."""


def fitting_views(items: Sequence[Item], view: Callable[[Item, int], View]) -> list[View]:
    """Return the view of each item; its texts have the longest limit with which the page is light.

    `view` is given an item and the most characters of a text that somebody wrote freely.
    """
    views: list[View] = []
    for limit in LIMITS:
        views = [view(item, limit) for item in items]
        if sum(ROW_BYTES + _bytes(found) for found in views) <= MOST_BYTES:
            break
    return views


def _bytes(value: object) -> int:
    """Return how many bytes of HTML the texts of a view have."""
    if isinstance(value, dict):
        return sum(map(_bytes, value.values()))
    if isinstance(value, list):
        return sum(map(_bytes, value))
    return len(escape(str(value)).encode()) if value else 0
