"""The stylesheet keeps to its tokens, and its colours can be read by day and by night."""

import gzip
import re
from decimal import Decimal
from itertools import product

import pytest

from kinerja.commands.theme import THEME

STYLE = re.sub(r"/\*.*?\*/", "", (THEME / "static" / "portal.css").read_text("utf-8"), flags=re.S)
SCREEN, _, PRINT = STYLE.partition("@media print")
ROOT = re.compile(r":root \{([^}]*)\}")
TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
DAY, NIGHT = (
    dict(TOKEN.findall("".join(blocks)))
    for blocks in (ROOT.findall(SCREEN)[:1], (ROOT.findall(SCREEN)[0], ROOT.findall(SCREEN)[2]))
)
PAPER = DAY | dict(TOKEN.findall(ROOT.findall(PRINT)[0]))
MOST = 9_000
"""Bytes of the stylesheet, compressed."""

INKS = ("ink", "ink-soft", "green", "amber")
GROUNDS = ("ground", "surface", "green-soft", "amber-soft")


def luminance(color: str) -> float:
    """Return the relative luminance of `#rgb` or `#rrggbb`, as WCAG 2.2 defines it."""
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [DAY, NIGHT, PAPER], ids=["day", "night", "paper"])
def test_text_is_read_on_every_ground(tokens: dict[str, str]) -> None:
    """Each ink has a contrast of 4.5 on each ground, lines that mean something 3."""
    pairs = [(i, g) for i, g in product(INKS, GROUNDS) if contrast(tokens[i], tokens[g]) < 4.5]
    assert [] == pairs
    assert contrast(tokens["line-strong"], tokens["ground"]) >= 3
    assert contrast(tokens["foot-ink"], tokens["foot"]) >= 4.5


def test_the_contrast_is_that_of_the_rule() -> None:
    """Black on white has 21, a colour on itself 1, and #777 on white just misses 4.5."""
    assert (21, 1, 4.48) == (
        round(contrast("#000", "#fff")),
        contrast("#abc", "#abc"),
        round(contrast("#777", "#ffffff"), 2),
    )


def test_every_colour_is_a_token() -> None:
    """No colour stands outside `:root`."""
    assert [] == re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", ROOT.sub("", STYLE))


def test_every_size_of_type_is_a_token() -> None:
    """Apart from 1rem, sizes on screen are tokens; units of a drawing are its own."""
    rest = re.findall(r"([^{}]*)\{[^{}]*font-size: ([^;]+);", ROOT.sub("", SCREEN))
    drawn = {(where.strip(), size) for where, size in rest if "grafik" in where}
    found = {size for where, size in rest if (where.strip(), size) not in drawn}
    assert set() == {size for size in found if size != "1rem" and "var(" not in size}


def test_every_token_is_used() -> None:
    """A token that nothing uses is dropped."""
    assert [] == [name for name in DAY if f"var(--{name})" not in STYLE]


def test_space_stands_on_eighths() -> None:
    """Paddings, margins and gaps are multiples of an eighth of the size of the text."""
    spaces = re.findall(r"(?:padding|margin|gap)[a-z-]*: ([^;]+);", SCREEN)
    sizes = {Decimal(size) for each in spaces for size in re.findall(r"([\d.]+)rem", each)}
    assert set() == {size for size in sizes if size * 8 % 1}


def test_the_stylesheet_is_small() -> None:
    """Compressed it leaves room for the page in the first window of a connection."""
    style = (THEME / "static" / "portal.css").read_bytes()
    assert MOST >= len(gzip.compress(style, 9, mtime=0))
