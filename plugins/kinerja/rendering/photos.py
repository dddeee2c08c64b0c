"""Attached pictures as pages show them: several sizes, two formats, nothing but the pixels.

The attached file itself is not published: it may say where and with what it was taken.
"""

import html
from typing import NamedTuple
from urllib.parse import quote

from kinerja.model.documents import Attachment
from kinerja.model.portal import Public
from kinerja.model.records import Record

from .site import Site, fingerprint
from .views import PictureView

WIDTHS = (480, 960, 1600)
FORMATS = {"avif": "image/avif", "jpg": "image/jpeg"}
"""Ending -> media type, the smaller one first; the last one is what every reader can show."""

SIZES = "(min-width: 48em) 44em, 100vw"
"""How wide a picture stands on a page, for the browser to choose."""


class Rendition(NamedTuple):
    """A size and format of a picture; `url` begins with `/`."""

    url: str
    width: int
    height: int
    suffix: str


def renditions(site: Site, item: Public[Record], attachment: Attachment) -> list[Rendition]:
    """Return every size of an attached picture by format, the widest last; [] for other files."""
    whole, high = attachment.width, attachment.height
    if not whole:
        return []
    widths = [w for w in WIDTHS if w < whole]
    widths += [whole] if whole <= WIDTHS[-1] else []
    stem = attachment.name.rpartition(".")[0]
    named = f"{site.address(item)}gambar/{stem}-{fingerprint(attachment.digest.encode())}"
    return [
        Rendition(f"{named}-{width}.{suffix}", width, max(1, round(high * width / whole)), suffix)
        for suffix in FORMATS
        for width in widths
    ]


def picture_view(
    site: Site,
    item: Public[Record],
    name: str | None,
    alt: str,
    *,
    lazy: bool = False,
) -> PictureView | None:
    """Return an attached picture with its text alternative; None where there is none."""
    attachment = item.attachments.get(name or "")
    made = renditions(site, item, attachment) if attachment else []
    if not made:
        return None
    return {
        "src": made[-1].url,
        "alt": alt,
        "width": made[-1].width,
        "height": made[-1].height,
        "credit": item.record.picture_credit or "",
        "html": picture_html(made, alt, lazy=lazy),
    }


def picture_html(made: list[Rendition], alt: str, *, lazy: bool = False) -> str:
    """Return what shows a picture; the browser takes the smallest file that does."""
    sets = {
        suffix: ", ".join(f"{html.escape(m.url)} {m.width}w" for m in made if m.suffix == suffix)
        for suffix in FORMATS
    }
    last = made[-1]
    *smaller, usual = FORMATS
    sources = "".join(
        f'<source type="{FORMATS[suffix]}" srcset="{sets[suffix]}" sizes="{SIZES}">'
        for suffix in smaller
    )
    wait = ' loading="lazy"' if lazy else ""
    return (
        f'<picture>{sources}<img src="{html.escape(last.url)}" srcset="{sets[usual]}" '
        f'sizes="{SIZES}" alt="{html.escape(alt)}" width="{last.width}" height="{last.height}"'
        f"{wait}></picture>"
    )


def address_of(site: Site, item: Public[Record], name: str) -> str:
    """Return where an attached file stands, of a picture its widest form; '' without such one."""
    attachment = item.attachments.get(name)
    if attachment is None:
        return ""
    made = renditions(site, item, attachment)
    return made[-1].url if made else site.address(item) + quote(name)
