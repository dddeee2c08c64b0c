"""Bytes to text, strictly: UTF-8 without BOM, LF, NFC, no control characters.

Anything else is refused with its line and never changed silently (the content contract).
"""

import re
import unicodedata

from .problems import Problem, problem

LITTER = (".DS_Store", "Thumbs.db")

MAX_BYTES = 8 * 1024 * 1024
"""Largest text file that is read; a record of 2,000 words has some 16 KB."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
"""C0 and C1 controls save tab and LF, line separators, noncharacters: no feed may carry them.

Nor signs that turn the direction of writing: what a reviewer reads is what is there.
"""


def decode_text(data: bytes, path: str, limit: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Return the text of a file, or '' and the mistakes that keep it from being read."""
    if len(data) > limit:
        return "", [problem(path, 0, "", "T06", size=len(data), limit=limit)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [problem(path, line, "", "T01", byte=f"0x{data[error.start]:02X}")]
    if text.startswith("\ufeff"):
        return "", [problem(path, 1, "", "T02")]
    if "\r" in text:
        return "", [problem(path, line_of(text, text.index("\r")), "", "T03")]
    if found := FORBIDDEN.search(text):
        code = f"U+{ord(found.group()):04X}"
        return "", [problem(path, line_of(text, found.start()), "", "T04", character=code)]
    if not unicodedata.is_normalized("NFC", text):
        return "", [problem(path, _first_line_not_nfc(text), "", "T05")]
    return text, []


def is_litter(name: str) -> bool:
    """Whether a desktop system or a program of an office leaves files of this name."""
    return name in LITTER or name.startswith("~$")


def shown(text: object) -> str:
    """Return a text from outside as a terminal may show it: one short line without controls."""
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(str(text).split()))
    return line if len(line) <= 60 else f"{line[:59]}…"


def line_of(text: str, offset: int) -> int:
    """Return the line, counted from 1, on which the character at `offset` stands."""
    return text.count("\n", 0, offset) + 1


def _first_line_not_nfc(text: str) -> int:
    lines = text.split("\n")
    return next(n for n, s in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", s))
