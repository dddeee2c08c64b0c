"""Pictures of a document made new from their pixels: nothing that a camera wrote stays in them."""

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
LONGEST = 2400
"""Pixels of the longer side; no page shows more."""


class Cleaned(NamedTuple):
    """Bytes of a picture and how its name ends; whether it said more than pixels, or was larger."""

    data: bytes
    suffix: str
    had_details: bool
    is_smaller: bool


def clean_picture(data: bytes) -> Cleaned | None:
    """Return a JPEG or PNG of the same look, or None for what is no picture or far too large."""
    made = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=FORMATS) as source:
                had_details = bool(source.getexif()) or bool({"xmp", "comment"} & {*source.info})
                picture = ImageOps.exif_transpose(source)
                is_jpeg = source.format == "JPEG"
            size = picture.size
            picture.thumbnail((LONGEST, LONGEST))
            colours = picture.info.get("icc_profile")
            if is_jpeg:
                picture = picture.convert("L" if picture.mode == "L" else "RGB")
                picture.info = {}
                picture.save(made, "JPEG", quality=88, icc_profile=colours)
            else:
                picture = picture.convert("L" if picture.mode == "L" else "RGBA")
                picture.info = {}
                picture.save(made, "PNG", icc_profile=colours)
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
    return Cleaned(
        made.getvalue(), ".jpg" if is_jpeg else ".png", had_details, size != picture.size
    )
