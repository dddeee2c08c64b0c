"""What the Writer holds before and after it writes, and how it lets others do the work."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment


class Planned(NamedTuple):
    """A page that waits to be rendered: where its template is, and what makes its view."""

    environment: Environment
    template: str
    make: Callable[[], Mapping[str, object]]


class PageFacts(NamedTuple):
    """What a page that was written says: links inside the site that led nowhere yet, and its head.

    `robots` is what its head says to search engines, None for a page without a head: that one does
    nothing but lead to `target`.
    """

    robots: str | None
    target: str
    doubtful: tuple[str, ...]


class Written(NamedTuple):
    """A file that was written, by its SHA-256; whether it is new, or that of the earlier build."""

    path: str
    digest: str
    is_new: bool
    page: PageFacts | None = None


Made = tuple[Written, ...]
"""What became of one planned page, file or bundle."""

Across = Callable[[Callable[[str], Made], Sequence[str], Callable[[str], str]], Iterator[Made]]
"""What `spread` is: lets every item be made, and yields what was made in their order."""
