"""What the Writer holds before and after it writes, and how it lets others do the work."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment


class Planned(NamedTuple):
    """A page that waits to be rendered: where its template is, and what makes its view."""

    environment: Environment
    template: str
    make: Callable[[], Mapping[str, object]]


class Written(NamedTuple):
    """A page that was written, by its SHA-256, with the links inside the site that led nowhere yet.

    `robots` is what its head says to search engines, None for a page without a head: that one does
    nothing but lead to `target`.
    """

    digest: str
    robots: str | None
    target: str
    doubtful: tuple[str, ...]


Made = Written | str
"""A page that was written, or the SHA-256 of a file."""

Across = Callable[[Callable[[str], Made], Sequence[str], Callable[[str], str]], Iterator[Made]]
"""What `spread` is: lets every item be made, and yields what was made in their order."""
