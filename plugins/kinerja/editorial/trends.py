"""What a sentence says of a change, against the figures beside it and their series."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kinerja.evidence.series import are_alike, breaks_between
from kinerja.evidence.words import value_words
from kinerja.model.tables import Observation
from tabular.problems import Problem

from .anchors import Anchor
from .numbers import Number
from .subject import Subject
from .text import Piece

TREND = re.compile(
    r"\b(?:(?P<up>naik|meningkat|bertambah|tumbuh|melonjak|menanjak)"
    r"|(?P<down>turun|menurun|berkurang|merosot|anjlok|menyusut)"
    r"|(?P<top>tertinggi|rekor)|(?P<low>terendah))\b",
    re.I,
)
NEVER_MIND = re.compile(
    r"\?|\b(?:benarkah|apakah|\w*arget\w*|akan|diharapkan|bila|jika|kalau|agar|supaya|harus"
    r"|perlu|andai|naik[- ](?:dan )?turun|turun[- ](?:dan )?naik|naik kelas|turun tangan"
    r"|bukan berarti|belum tentu|dapat|bisa|boleh|rencana\w*|jangan)\b",
    re.I,
)
"""A question, a plan or a condition says nothing of what was."""

NOT = re.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|gagal|bukanlah)(?:\s(?:lagi|pernah|yang|sempat))?\s$", re.I
)
EVERY = re.compile(
    r"\b(?:(?:se)?tiap (?:tahun|periode|kali)|terus(?:-menerus)?|selalu|berturut-turut)\b", re.I
)
FROM = re.compile(r"\b(?:dari|dibanding(?:kan)?|daripada|sejak|ketimbang)\b", re.I)
TO = re.compile(r"\b(?:menjadi|ke|hingga|sampai|mencapai)\b", re.I)
SINCE = re.compile(
    r"\b(?:dari|dibanding(?:kan)?|daripada|sejak|ketimbang)\s(?:tahun\s|angka\s)?((?:19|20)\d\d)\b",
    re.I,
)
CLOSE = 60
"""Characters between a word and the figure that it is about."""

RANKED = re.compile(r"\b(?:kedua|ketiga|keempat|kelima|ke-\d)", re.I)
WITHIN = re.compile(r"\b(?:dalam|selama)\s(\d{1,2})\stahun\b", re.I)


def trend_fits(
    subject: Subject, piece: Piece, at: tuple[int, int], anchors: list[Anchor]
) -> Iterator[Problem]:
    """A word of change agrees with the figures that it stands between, or else with the series.

    "naik dari a menjadi b", "b, naik dari a", "turun dibanding 2022", "tertinggi dalam 5 tahun",
    "meningkat setiap tahun: a; b; c"; with negation. Across a series break nothing is compared.
    """
    text, (start, end) = piece.text, at
    words = [*TREND.finditer(text, start, end)]
    if not words or NEVER_MIND.search(text, start, end):
        return
    figures = [a for a in anchors if a.form in ("", "nilai") and isinstance(a.row.value, Decimal)]
    for n, word in enumerate(words):
        low = words[n - 1].end() if n else start
        high = words[n + 1].start() if n + 1 < len(words) else end
        near = [a for a in figures if low <= a.start < high]
        sign = 1 if word["up"] or word["top"] else -1
        is_denied = bool(NOT.search(text, max(start, word.start() - 24), word.start()))
        listed: list[Number] = []
        if word["top"] or word["low"]:
            rows = _compared(text[low:high], near, subject.record.date.year)
            values = _values(rows)
            fits = _values([a.row for a in near]) == [
                max(values, key=lambda v: v * sign, default=0)
            ]
        elif EVERY.search(text, low, high):
            rows = [] if is_denied else _whole(near)
            listed = [] if near else piece.quantities(word.end(), high)
            values = _values(rows) or [x.value for x in listed if not x.unit]
            values = values if len(values) > 2 and not is_denied else []
            fits = all((after - before) * sign > 0 for before, after in pairwise(values))
        else:
            rows = _pair(text, word, near) or _single(text, word, near, high)
            values = _values(rows)
            fits = bool(values) and (values[-1] - values[0]) * sign > 0
        first = min([word.start(), *(a.start for a in near)])
        last = max([word.end(), *(a.end for a in near)])
        if len(rows) > 1 and (period := _break_between(near[0], rows)):
            yield subject.finding("S03", piece, first, last, period=period)
        elif values and fits == is_denied:
            shown = (f"{r.period.name}: {value_words(r.value)}" for r in rows[-6:])
            facts = "; ".join([*shown] or [text[x.start : x.end] for x in listed])
            yield subject.finding("S01", piece, first, last if rows else high, facts=facts)


def _values(rows: Sequence[Observation]) -> list[Fraction]:
    return [Fraction(row.value) for row in rows if isinstance(row.value, Decimal)]


def _pair(text: str, word: re.Match[str], near: list[Anchor]) -> Sequence[Observation]:
    """Return from which row to which a word says a change: both stand in the sentence."""
    before = [a for a in near if a.end <= word.start()]
    after = [a for a in near if a.start >= word.end()]
    if not after or not _is_one_series(near):
        return ()
    gap = text[word.end() : after[0].start]
    if len(after) > 1 and FROM.search(gap) and TO.search(text, after[0].end, after[1].start):
        return (after[0].row, after[1].row)
    if before and FROM.search(gap):
        return (after[0].row, before[-1].row)
    return (before[-1].row, after[0].row) if before and TO.search(gap) else ()


def _single(text: str, word: re.Match[str], near: list[Anchor], end: int) -> Sequence[Observation]:
    """Return the row before the only figure beside a word, or that of the year compared with."""
    if len(near) != 1:
        return ()
    anchor = near[0]
    gap = text[min(anchor.end, word.end()) : max(anchor.start, word.start())]
    if len(gap) > CLOSE or (
        anchor.start > word.start() and FROM.search(gap) and not TO.search(gap)
    ):
        return ()
    year = SINCE.search(text, word.end(), end)
    order = anchor.row.period.order
    rows = [
        r
        for r in anchor.series
        if r.period.order < order and (not year or year[1] == r.period.name)
    ]
    return (rows[-1], anchor.row) if rows else ()


def _whole(near: list[Anchor]) -> Sequence[Observation]:
    """Return every row from the first to the last figure of one series."""
    if len(near) < 2 or not _is_one_series(near):
        return ()
    orders = [a.row.period.order for a in near]
    return [r for r in near[0].series if min(orders) <= r.period.order <= max(orders)]


def _compared(segment: str, near: list[Anchor], year: int) -> Sequence[Observation]:
    """Return the rows among which the only figure is called the highest or lowest."""
    if len(near) != 1 or near[0].row.detail or RANKED.search(segment):
        return ()
    anchor, within, since = near[0], WITHIN.search(segment), SINCE.search(segment)
    last = anchor.row.period.last.year
    first = last - int(within[1]) + 1 if within else int(since[1]) if since else 0
    until = last if within else year
    return [r for r in anchor.series if first <= r.period.last.year <= max(until, last)]


def _is_one_series(near: list[Anchor]) -> bool:
    first = near[0]
    is_alike = all(are_alike(first.row.period, a.row.period) for a in near)
    return is_alike and len({(a.cited.dataset.indicator, a.row.detail) for a in near}) == 1


def _break_between(anchor: Anchor, rows: Sequence[Observation]) -> str:
    """Return the first series break that parts the rows, '' for none."""
    periods = sorted((row.period for row in (*rows, anchor.row)), key=lambda each: each.order)
    found = breaks_between(periods[0], periods[-1], anchor.cited.indicator.breaks)
    return found[0].period if found else ""
