"""What a page of the appendix is, and what all of its kinds share."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ..model import LedgerRow
from ..places import page_of
from ..views import View

TITLE = "Biaya publikasi"

Item = TypeVar("Item")
Value = TypeVar("Value", bound=Hashable)
Place = tuple[int, int]
"""Year and number of a page of rows."""
Trail = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render.

    `path` is the file below the output folder and `url` its address, both without leading slash.
    `trail` leads from the appendix's first page to the page above this one: (title, url) each.
    `view` has the single key `appendix`, so that it disturbs nothing in the host's context.
    """

    path: str
    url: str
    template: str
    title: str
    description: str
    trail: Trail
    view: View


def make_page(
    url: str, template: str, title: str, description: str, trail: Trail, appendix: View
) -> Page:
    """Return a page, or a file where its address has no slash at the end; `template` is bare."""
    name, path = f"cost_appendix/{template}.html", f"{url}index.html" if url[-1] == "/" else url
    return Page(path, url, name, title, description, trail, {"appendix": appendix})


def place_of(row: LedgerRow) -> Place:
    """Return the page of rows on which a row stands."""
    return row.year, page_of(row)


def grouped(items: Iterable[Item], key: Callable[[Item], Value]) -> dict[Value, list[Item]]:
    """Return key -> its items, both in the order in which they come."""
    groups: dict[Value, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
