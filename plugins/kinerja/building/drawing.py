"""How pictures are made: cards from their words, drawings from SVG, photos in several sizes."""

import contextlib
import hashlib
import io
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import resvg_py
from jinja2 import Environment, StrictUndefined, Template
from PIL import Image

from kinerja.reading.attachments import PICTURE_FORMATS, turn_of
from kinerja.rendering import card_view, infographic_view
from kinerja.rendering.card_view import FONT_FILES, CardWords
from kinerja.rendering.infographic_view import InfographicView

from .faults import SealBroken

QUALITY = 86
FAMILY = "Source Sans Pro"
PAPER = (250, 248, 243)
"""What shows through a picture with holes."""

SAVED: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 6, "max_threads": 1},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
"""Ending of a photo's file -> how it is saved; one thread: its bytes are always the same."""


def draw_card(words: CardWords | InfographicView, width: int, height: int, template: str) -> bytes:
    """Break the words of a card into lines and draw them by the text of the SVG template.

    Those of an infographic fit already.
    """
    card = card_view.card_view(words, width, height) if isinstance(words, CardWords) else words
    return draw(_template(template).render(card=card, width=width, height=height))


def shrink(_whole: object, width: int, height: int, get: Callable[[], bytes]) -> bytes:
    """Return a narrower card; `get` returns that of which `_whole` says what it is made from."""
    with Image.open(io.BytesIO(get())) as picture:
        return _jpeg(picture.resize((width, height), Image.Resampling.LANCZOS))


def draw(svg: str) -> bytes:
    """Draw SVG as JPEG with the fonts of the card and no others."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=list(FONT_FILES),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    with Image.open(io.BytesIO(bytes(png))) as picture:
        return _jpeg(picture.convert("RGB"))


def draw_photo(digest: str, width: int, height: int, suffix: str, source: Path) -> bytes:
    """Turn an attached picture upright, shrink it, and keep nothing but its pixels.

    What cannot be read to its end becomes an empty field: its header alone looked right.
    Raises SealBroken where the file has not the digest that was approved.
    """
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise SealBroken(f"{source}: isinya berubah selama situs dibuat; ulangi")
    size = (width, height)
    whole = Image.new("RGB", size, PAPER)
    with contextlib.suppress(OSError, ValueError, SyntaxError):
        picture: Image.Image = Image.open(io.BytesIO(data), formats=PICTURE_FORMATS)
        picture.draft("RGB", (2 * max(size), 2 * max(size)))
        turn = turn_of(picture)
        upright = picture if turn is None else picture.transpose(turn)
        shown = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        shown = shown.resize(size, Image.Resampling.LANCZOS)
        whole.paste(shown, mask=shown if shown.mode == "RGBA" else None)
    out = io.BytesIO()
    whole.save(out, **SAVED[suffix])
    return out.getvalue()


def recipe() -> str:
    """Return what changes when pictures are made otherwise: libraries, and the code here."""
    code = (__file__, card_view.__file__, infographic_view.__file__)
    parts = [hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in code]
    return " ".join([version("resvg-py"), version("Pillow"), *parts])


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


@cache
def _template(text: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
