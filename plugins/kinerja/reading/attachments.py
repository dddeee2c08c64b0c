"""Attachments: what they really are, by their content and not by their name."""

import hashlib
import io
import re
import struct
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PIL import ExifTags, Image

from kinerja.model.documents import Attachment
from tabular.problems import Problem, problem

from .files import read_bytes
from .personal import personal_in_attachment, text_of_attachment

MAX_ATTACHMENT = 50 * 1024 * 1024

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-",),
    ".xlsx": (b"PK\x03\x04",),
    ".docx": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
    ".mp4": (b"ftyp",),
    ".webm": (b"\x1aE\xdf\xa3",),
    ".vtt": (b"WEBVTT",),
    ".csv": (),
    ".txt": (),
}
"""How files of each allowed type begin; text has no signature and must decode as UTF-8."""

OFFSETS = {".mp4": 4}
"""Where the signature stands, if not at the beginning."""

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000
"""Pixels of a picture that is taken in: decoded it takes four bytes for each."""

TURNS = (
    *(None, None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180),
    *(Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_270),
    *(Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_90),
)
"""By the number that a camera notes in EXIF, what turns a picture as it was held."""

SIDEWAYS = TURNS[5:]


class Attached(NamedTuple):
    """The attachments of one record: by name, with the digest of each by path."""

    files: Mapping[str, Attachment]
    digests: Mapping[str, str]
    problems: list[Problem]


def read_attachments(root: Path, paths: list[str]) -> Attached:
    """Read the files of one folder `lampiran/<id>/`."""
    files: dict[str, Attachment] = {}
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        data, faults = read_bytes(root, path, MAX_ATTACHMENT)
        name = path.split("/", 2)[-1]
        digests[path] = hashlib.sha256(data).hexdigest()
        problems += faults or _type_problems(path, data)
        width, height = picture_size(data)
        personal = personal_in_attachment(name, text_of_attachment(name, data) or "")
        files[name] = Attachment(name, path, len(data), width, height, personal, digests[path])
    return Attached(files, digests, problems)


NAME = re.compile(r"(?!kartu-)[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""A name that means the same in an address, a checksum list and on every disk; cards are ours."""


def _type_problems(path: str, data: bytes) -> list[Problem]:
    name = path.split("/", 2)[-1]
    if not NAME.fullmatch(name):
        return [problem(path, 0, "", "L07")]
    suffix = Path(path).suffix.lower()
    if suffix not in SIGNATURES:
        return [problem(path, 0, "", "L04", allowed=" ".join(sorted(SIGNATURES)))]
    width, height = picture_size(data) if suffix in PICTURES else (0, 0)
    if width * height > MOST_PIXELS:
        return [problem(path, 0, "", "L09", size=f"{width} x {height}")]
    if not _is_of_type(suffix, data):
        return [problem(path, 0, "", "L03", expected=suffix[1:].upper())]
    return []


def _is_of_type(suffix: str, data: bytes) -> bool:
    if suffix in PICTURES:
        return data.startswith(SIGNATURES[suffix]) and picture_size(data) != (0, 0)
    if SIGNATURES[suffix]:
        begins = data[OFFSETS.get(suffix, 0) :].startswith(SIGNATURES[suffix])
        return begins and text_of_attachment(suffix, data) is not None
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a JPEG, PNG or WebP as it is seen; (0, 0) of others.

    A camera may have noted that it was held upright. Only the header is read, so a picture that
    unfolds to gigabytes costs nothing here; it is none.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as picture:
                width, height = picture.size
                is_turned = turn_of(picture) in SIDEWAYS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0, 0
    return (height, width) if is_turned else (width, height)


def turn_of(picture: Image.Image) -> Image.Transpose | None:
    """Return what turns a picture as it was held; what cannot be read says nothing."""
    noted = Image.Exif()
    try:
        noted.load(picture.info.get("exif", b""))
        number = noted.get(ExifTags.Base.Orientation, 1)
    except (SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return None
    return TURNS[number] if number in range(len(TURNS)) else None
