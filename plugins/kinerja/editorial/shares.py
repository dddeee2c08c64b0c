"""Percentages against the two numbers that a sentence says they are taken from."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kinerja.evidence.words import EXACT, number

from .numbers import Number

FROM = re.compile(r"\bdari(?:\s[^\W\d]+){0,4}\s*$", re.I)
"""What stands before a whole: "dari", "dari pagu sebesar"."""

IS = re.compile(
    r"(?:\(|=|,|\b(?:atau|setara|yakni|yaitu|sebesar|mencapai)\b)(?:\s?(?:dengan|sebesar))?\s*$",
    re.I,
)
"""What ends the words between two numbers that are the same thing."""

ABOUT = re.compile(r"\b(?:sekitar|hampir|kira-kira|kurang lebih|lebih dari|kurang dari)\s*$", re.I)
CHANGE = re.compile(
    r"\b(?:naik|turun|tumbuh|meningkat|menurun|bertambah|berkurang|menjadi|selisih)\b", re.I
)
LONGEST = 60
"""Characters between numbers that belong together."""


def stands_before(rule: re.Pattern[str], text: str, start: int, number: Number) -> bool:
    """Whether the words right before a number, from `start` on, end as a rule says."""
    return bool(rule.search(text, max(start, number.start - LONGEST), number.start))


class Share(NamedTuple):
    """A part, its whole, and the percentage that is said of them."""

    part: Number
    whole: Number
    percentage: Number


def shares_in(text: str, start: int, found: list[Number]) -> Iterator[Share]:
    """Yield what a sentence ties together, of its numbers from `start` on.

    "a = p% dari b", "p persen, yakni a dari b", "a dari b (p persen)", "dari b, a atau p persen".
    """
    whole: Number | None = None
    for n, item in enumerate(found[:-1]):
        three = found[n : n + 3]
        gaps = [text[a.end : b.start] for a, b in pairwise(three)]
        kinds = [each.unit == "persen" for each in three]
        if not kinds[0] and stands_before(FROM, text, start, item):
            whole = item
        if any(
            stands_before(ABOUT, text, start, each) or len(gap) > LONGEST
            for each, gap in zip(three, [*gaps, ""], strict=True)
        ):
            continue
        is_same = [bool(IS.search(gap)) and not CHANGE.search(gap) for gap in gaps]
        is_of = [bool(FROM.search(gap)) and not CHANGE.search(gap) for gap in gaps]
        if kinds == [False, True, False] and whole is not item and is_same[0] and is_of[1]:
            yield Share(three[0], three[2], three[1])
        elif kinds == [True, False, False] and is_same[0] and is_of[1]:
            yield Share(three[1], three[2], three[0])
        elif kinds == [False, False, True] and is_of[0] and is_same[1]:
            yield Share(*three)
        elif kinds[:2] == [False, True] and whole and whole is not item and is_same[0]:
            yield Share(item, whole, three[1])


def right_percentage(share: Share) -> str:
    """Return the percentage that part and whole give, '' where the one said is it.

    Rounded or cut as it was written: less than one unit of its last digit away.
    """
    part, whole, said = share
    least, most = whole.value - whole.slack, whole.value + whole.slack
    if (part.unit == "rupiah") != (whole.unit == "rupiah") or least <= 0:
        return ""
    low = (part.value - part.slack) / most * 100 - said.step
    high = (part.value + part.slack) / least * 100 + said.step
    exact = part.value / whole.value * 100
    if low < said.value < high:
        return ""
    return number(EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator)), 2)
