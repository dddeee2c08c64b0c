"""What a build writes: pages to render from a template, and files that are ready."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .views import ImageLink


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: path below the output folder, template, what makes its declared view.

    The view is made where the page is rendered: those of a large site need no memory together, and
    are made on all cores.
    """

    path: str
    template: str
    make: Callable[[], Mapping[str, object]]

    @property
    def view(self) -> Mapping[str, object]:
        """Return the view, made anew."""
        return self.make()


def later(address: str, template: str, make: Callable[[], Page]) -> Page:
    """Return the page that `make` makes, of which nothing is made before it is rendered."""
    return Page(page_path(address), template, lambda: make().view)


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its bytes, the path of the file to copy, or what makes the bytes.

    What is made when it is written needs no memory until then.
    """

    path: str
    content: bytes | Path | Callable[[], bytes]

    def read(self) -> bytes:
        """Return its bytes."""
        if isinstance(self.content, Path):
            return self.content.read_bytes()
        return self.content if isinstance(self.content, bytes) else self.content()


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn card: absolute address, size in bytes and pixels, text alternative.

    `drawing` is the infographic that was drawn of the same record, `thumbnail` the same picture
    smaller, if any.
    """

    url: str
    size: int
    width: int
    height: int
    alt: str
    drawing: "Card | None" = None
    thumbnail: "Card | None" = None


def card_link(card: Card | None) -> ImageLink | None:
    """Return what the head of a page says about its card; None without one."""
    if card is None:
        return None
    return {"url": card.url, "alt": card.alt, "width": card.width, "height": card.height}


def page_path(address: str) -> str:
    """Return the file of an address: `/a/b/` is `a/b/index.html`."""
    name = address.removeprefix("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def redirect_page(address: str, title: str, target: str, canonical: str) -> Page:
    """Return a page that leads on to `target`, without script; `canonical` is that absolutely."""
    view = {"page": {"title": title, "url": target, "canonical": canonical}}
    return Page(page_path(address), "alih", lambda: view)


def script_json(data: Mapping[str, object]) -> str:
    """Return JSON for a script element; `<` is written so that it cannot end the element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
