"""Lists that grow: fixed pages of twenty, and the landing page with the newest.

Page n holds items 20(n-1)+1 to 20n in order of release, for ever; the landing page shows the
newest 20 to 39 and leads to the highest full page. A new item changes two pages (theme.md, Pages).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .views import Link, PagerView

T = TypeVar("T", covariant=True)
PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list, its items newest first; `number` is 0 for the landing page."""

    address: str
    number: int
    items: Sequence[T]
    pager: PagerView

    def title(self, name: str) -> str:
        """Return the name of the list, with the number of a fixed page."""
        return f"{name}, halaman {self.number}" if self.number else name


def sheets(address: str, newest: Sequence[T], per_page: int = PER_PAGE) -> list[Sheet[T]]:
    """Divide items, newest first, into the landing page at `address` and its fixed pages."""
    full = len(newest) // per_page
    oldest = newest[::-1]

    def link(number: int) -> Link | None:
        url = f"{address}hal/{number}/"
        return {"title": f"halaman {number}", "url": url} if 1 <= number <= full else None

    landing = oldest[max(0, full - 1) * per_page :][::-1]
    first: PagerView = {"earlier": link(full - 1), "later": None, "fixed": link(full)}
    found = [Sheet(address, 0, landing, first)]
    for number in range(1, full + 1):
        items = oldest[per_page * (number - 1) : per_page * number][::-1]
        pager: PagerView = {"earlier": link(number - 1), "later": link(number + 1), "fixed": None}
        found.append(Sheet(f"{address}hal/{number}/", number, items, pager))
    return found


def part_address(address: str, number: int) -> str:
    """Return the address of a page of a divided register, counted from 1."""
    return address if number == 1 else f"{address}hal/{number}/"
