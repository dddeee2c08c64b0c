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
from kinerja.model.portal import Public
from kinerja.model.records import Format, Record
from kinerja.rendering import infographic_view as infographic
from kinerja.rendering.card_view import FONT_FILES, HEIGHT, WIDTH, Card, card_text, card_view
from kinerja.rendering.pages import File
from kinerja.rendering.site import Site, fingerprint

TEMPLATE, INFOGRAPHIC = "kartu.svg", "infografik.svg"
QUALITY = 86
SMALL = 640
"""Width of the smaller card."""

ICONS = (144, 512)
"""Sizes of the icon: as much as RSS allows, as much as JSON Feed wants."""

FAMILY = "Source Sans Pro"


def draw_cards(site: Site, theme: Path, cache: Path) -> tuple[dict[str, Card], list[File]]:
    """Return the card of every story by id, and the files to publish.

    Each has a smaller one beside it, for feeds. An infographic without a picture of its own is
    drawn too, from its figures. The name of a file holds a fingerprint of its bytes: an address
    always shows one picture.
    """
    templates = environment(theme)
    cards: dict[str, Card] = {}
    files: list[File] = []

    def kept(base: str, data: bytes, alt: str, width: int, height: int) -> Card:
        address = f"{base}kartu-{fingerprint(data)}.jpg"
        files.append(File(address.removeprefix("/"), data))
        return Card(site.absolute(address), len(data), width, height, alt)

    def drawn(
        name: str, base: str, view: object, alt: str, width: int, height: int, small: int = 0
    ) -> Card:
        template = templates.get_template(name)
        svg = template.render(card=view, width=width, height=height)
        data = cached(svg, cache / "cards")
        card = kept(base, data, alt, width, height)
        if not small:
            return card
        less = cached(svg, cache / "cards", small)
        return replace(card, thumbnail=kept(base, less, alt, small, small * height // width))

    stories: tuple[Public[Record], ...] = (
        *site.portal.publications.values(),
        *site.portal.issues.values(),
        *site.portal.education.values(),
    )
    for item in stories:
        base, view = site.address(item), card_view(site, item)
        text = card_text(item, view)
        cards[item.id] = drawn(TEMPLATE, base, view, text, WIDTH, HEIGHT, SMALL)
    for told in site.portal.publications.values():
        if told.record.format is Format.INFOGRAPHIC and not told.record.picture:
            data = infographic.infographic_view(site, told)
            if data:
                size = (infographic.WIDTH, infographic.HEIGHT)
                alt = infographic.infographic_text(told, data)
                drawing = drawn(INFOGRAPHIC, site.address(told), data, alt, *size)
                cards[told.id] = replace(cards[told.id], drawing=drawing)
    return cards, files


def environment(theme: Path) -> Environment:
    """Return what renders the pictures among the templates."""
    loader = FileSystemLoader(theme / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


def cached(svg: str, cache: Path, width: int = 0) -> bytes:
    """Return the drawn card from the cache; an unreadable cache only costs time."""
    versions = f"{version('resvg-py')} {version('Pillow')} {QUALITY} {width}"
    key = hashlib.sha256(f"{versions}\n{svg}".encode()).hexdigest()
    path = cache / f"{key}.jpg"
    try:
        data = path.read_bytes()
        if data.endswith(b"\xff\xd9"):
            return data
    except OSError:
        pass  # not drawn yet
    data = draw(svg, width)
    with contextlib.suppress(OSError):  # a cache that cannot be written only costs time
        write_atomic(path, data)
    return data


def draw_icons(theme: Path) -> list[File]:
    """Return the icon of the site as pictures, for the readers of its feeds."""
    svg = (theme / "static" / "ikon.svg").read_text(encoding="utf-8")
    drawn = {size: resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size) for size in ICONS}
    return [File(f"umpan/ikon-{size}.png", bytes(png)) for size, png in drawn.items()]


def draw(svg: str, width: int = 0) -> bytes:
    """Draw SVG as JPEG with the fonts of the card and no others; `width` 0 is that of the SVG."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width or None,
        skip_system_fonts=True,
        font_files=list(FONT_FILES),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    out = io.BytesIO()
    with Image.open(io.BytesIO(bytes(png))) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
