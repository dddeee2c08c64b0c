"""Cards drawn once: SVG template to JPEG, kept in the cache by what is drawn."""

import contextlib
import hashlib
import io
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import resvg_py
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from PIL import Image

from kinerja.disk import write_atomic
from kinerja.model.records import Format
from kinerja.rendering import infographic_view as infographic
from kinerja.rendering.card_view import FONT_FILES, HEIGHT, WIDTH, Card, card_text, card_view
from kinerja.rendering.pages import File
from kinerja.rendering.site import Site, fingerprint

TEMPLATE, INFOGRAPHIC = "kartu.svg", "infografik.svg"
QUALITY = 86
FAMILY = "Source Sans Pro"


def draw_cards(site: Site, theme: Path, cache: Path) -> tuple[dict[str, Card], list[File]]:
    """Return the card of every publication by id, and the files to publish.

    An infographic without a picture of its own is drawn too, from its figures.
    The name of a file holds a fingerprint of its bytes: an address always shows one picture.
    """
    environment = Environment(
        loader=FileSystemLoader(theme / "templates"), autoescape=True, undefined=StrictUndefined
    )
    cards: dict[str, Card] = {}
    files: list[File] = []

    def drawn(name: str, base: str, view: object, alt: str, width: int, height: int) -> Card:
        template = environment.get_template(name)
        svg = template.render(card=view, width=width, height=height)
        data = _cached(svg, cache / "cards")
        address = f"{base}kartu-{fingerprint(data)}.jpg"
        files.append(File(address.removeprefix("/"), data))
        return Card(site.absolute(address), len(data), width, height, alt)

    for item in site.portal.publications.values():
        base = site.address(item)
        view = card_view(site, item)
        card = drawn(TEMPLATE, base, view, card_text(item, view), WIDTH, HEIGHT)
        if item.record.format is Format.INFOGRAPHIC and not item.record.picture:
            data = infographic.infographic_view(site, item)
            if data:
                size = (infographic.WIDTH, infographic.HEIGHT)
                alt = infographic.infographic_text(item, data)
                card = replace(card, drawing=drawn(INFOGRAPHIC, base, data, alt, *size))
        cards[item.id] = card
    return cards, files


def _cached(svg: str, cache: Path) -> bytes:
    """Return the drawn card from the cache; an unreadable cache only costs time."""
    versions = f"{version('resvg-py')} {version('Pillow')} {QUALITY}"
    key = hashlib.sha256(f"{versions}\n{svg}".encode()).hexdigest()
    path = cache / f"{key}.jpg"
    try:
        data = path.read_bytes()
        if data.endswith(b"\xff\xd9"):
            return data
    except OSError:
        pass  # not drawn yet
    data = draw(svg)
    with contextlib.suppress(OSError):  # a cache that cannot be written only costs time
        write_atomic(path, data)
    return data


def draw(svg: str) -> bytes:
    """Draw SVG as JPEG with the fonts of the card and no others."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=list(FONT_FILES),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    out = io.BytesIO()
    with Image.open(io.BytesIO(bytes(png))) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
