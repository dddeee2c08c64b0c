"""Parts and totals in sentences, lists and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, takewhile

from kinerja.evidence.words import EXACT, number
from tabular.problems import Problem

from .numbers import Number, numbers_in
from .shares import FROM, right_percentage, shares_in, stands_before
from .subject import Subject
from .text import Piece

WHOLE = re.compile(
    r"\bterdiri (?:atas|dari)\b|\b(?:pe)?rincian(?:nya)?\b|\bterbagi (?:atas|menjadi)\b", re.I
)
"""What says that all parts follow."""

LISTED = re.compile(
    r"\b(?:yakni|yaitu|mencakup|meliputi|masing-masing|berasal dari|menurut|berdasarkan)\b|:", re.I
)
"""What says that parts follow, perhaps not all."""

SOME = re.compile(
    r"\b(?:antara lain|di ?antaranya|termasuk|ter(?:banyak|besar|tinggi|utama)|misalnya|sebagian"
    r"|sekurangnya|sedikitnya|seperti|naik|turun|meningkat|menurun|bertambah|berkurang|menjadi"
    r"|dibanding\w*|target|selisih|lebih|kurang|rata-rata)\b",
    re.I,
)
"""What says that not all parts follow, or no parts at all."""

AMONG = re.compile(r"(?:\s[^\W\d]+){0,2}\sdi ?antara", re.I)
REST = re.compile(r"\b(?:sisanya|selebihnya)\b", re.I)
TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:nya)?|(?:ber)?jumlah(?:nya)?(?: seluruhnya)?|(?:ke)?seluruh(?:an|nya))"
    r"(?:\s[^\W\d]+){0,2}[\s:]*$",
    re.I,
)
OTHER_THINGS = ("hari", "bulan", "tahun", "jam", "menit", "jenis", "kategori", "kali", "unsur")
NEAR, FAR = Fraction(1, 10), Fraction(1)
"""How far a sum may be from the total that it is meant for: certain words allow more."""

MOST = 50
"""Numbers of a sentence, and columns of a table, that are looked at."""

TOTAL_ROW = re.compile(r"(?:grand )?(?:total|jumlah)(?: (?:seluruhnya|keseluruhan|total))?:?", re.I)
NOT_SUMMED = re.compile(
    r"%|persen|indeks|skor|nilai|poin|rata-rata|rasio|capaian|serapan|tarif|tahun|\bno\b", re.I
)


def parts_and_total(subject: Subject) -> Iterator[Problem]:
    """Parts add up to the total that stands with them; a percentage is its part of its whole.

    Rounding is allowed for as it was written. Numbers count as parts of a total where the words
    say so ("terdiri atas", "dengan rincian", a row "Jumlah"), or where their sum comes near to it.
    """
    intro: Piece | None = None
    items: list[Piece] = []
    for piece in (*subject.pieces, Piece("", 0)):
        if piece.form == "butir":
            items.append(piece)
        else:
            yield from _list(subject, intro, items)
            intro, items = piece, []
        yield from (_table if piece.form == "tabel" else _prose)(subject, piece)


def _prose(subject: Subject, piece: Piece) -> Iterator[Problem]:
    before: list[Number] = []
    for start, end in piece.sentences:
        found = piece.quantities(start, end)
        taken: list[Number] = []
        for share in shares_in(piece.text, start, found):
            if share.whole.start > share.part.start:
                taken.append(share.whole)
            if right := right_percentage(share):
                first, last = min(n.start for n in share), max(n.end for n in share)
                shown = {"part": share.part, "whole": share.whole}
                details = {key: piece.text[n.start : n.end] for key, n in shown.items()}
                yield subject.finding("N02", piece, first, last, right=right, **details)
        counts = [n for n in found if n.unit != "persen" and n not in taken][:MOST]
        for parts, totals, limit in _sums(piece.text, (start, end), counts, before):
            if wrong := _misfit(parts, totals, limit):
                meant = [*parts, totals[-1]] if totals[-1].start >= start else parts
                first, last = min(n.start for n in meant), max(n.end for n in meant)
                yield subject.finding("N01", piece, first, last, **wrong)
        before = counts


Sum = tuple[Sequence[Number], Sequence[Number], Fraction]
"""Parts, the totals that they can be meant for, and how far their sum may be from the last."""


def _sums(
    text: str, at: tuple[int, int], counts: list[Number], before: list[Number]
) -> Iterator[Sum]:
    """Yield the one sum of a sentence: with plus signs; a total at its end; parts after a total.

    Or parts alone ("Menurut kanal: ..."), of a total in the sentence before (`before`).
    """
    start, end = at
    for n, last in enumerate(counts[2:], 2):
        signs = [text[a.end : b.start].strip() for a, b in pairwise(counts[: n + 1])]
        added = [*takewhile(lambda sign: sign == "+", reversed(signs[:-1]))]
        if signs[-1] == "=" and added:
            yield counts[n - 1 - len(added) : n], [last], FAR
            return
        if stands_before(TOTAL_BEFORE, text, start, last) and not SOME.search(text, start, end):
            yield counts[:n], [last], FAR if WHOLE.search(text, start, counts[0].start) else NEAR
            return
    for n, total in enumerate(counts[:-2]):
        gap = text[total.end : counts[n + 1].start]
        parts, totals = _outside(text, _whole(text, counts[n + 1 :])), counts[: n + 1]
        is_from = stands_before(FROM, text, start, total) and not SOME.search(text, total.end, end)
        if WHOLE.search(gap) and not SOME.search(gap):
            yield parts, totals, FAR
        elif is_from:
            yield parts, totals, FAR if REST.search(text, total.end, end) else NEAR / 2
        elif LISTED.search(gap) and not SOME.search(gap):
            yield parts, totals, NEAR
        else:
            continue
        return
    opening = text[start : counts[0].start] if counts else ""
    is_rest = bool(LISTED.search(opening) or WHOLE.search(opening))
    if before and len(counts) > 2 and is_rest and not SOME.search(text, start, end):
        yield _outside(text, counts), before, NEAR / 2


def _whole(text: str, parts: list[Number]) -> list[Number]:
    """Return the parts up to the first that is one of another part ("12 di antaranya")."""
    among = [bool(AMONG.match(text, n.end)) for n in parts]
    return parts[: among.index(True)] if any(among[1:]) and not among[0] else parts


def _outside(text: str, parts: list[Number]) -> list[Number]:
    """Return the parts of the first level: those in brackets only where all are."""
    at = parts[0].start - 1
    depths = [text.count("(", at, n.start) - text.count(")", at, n.start) for n in parts]
    outer = [n for n, depth in zip(parts, depths, strict=True) if depth <= min(depths)]
    return outer if len(outer) > 1 else parts


def _misfit(
    parts: Sequence[Number], totals: Sequence[Number], limit: Fraction
) -> dict[str, str] | None:
    """Return sum and total where the parts fit none of the totals, and are meant for the last."""
    total = totals[-1]
    same = [n for n in parts if (n.unit == "rupiah") == (total.unit == "rupiah")]
    same = [n for n in same if n.unit not in OTHER_THINGS or n.unit == total.unit]
    added = sum((n.value for n in same), Fraction(0))
    slack = sum((n.slack for n in same), Fraction(0))
    if len(same) < 2 or any(abs(added - t.value) <= slack + t.slack for t in totals):
        return None
    is_meant = abs(added - total.value) <= limit * abs(total.value)
    return {"sum": _said(added), "total": _said(total.value)} if is_meant else None


def _said(value: Fraction) -> str:
    return number(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))


def _counts(piece: Piece, start: int = 0) -> list[Number]:
    return [n for n in piece.quantities(start, len(piece.text)) if n.unit != "persen"]


def _list(subject: Subject, intro: Piece | None, items: list[Piece]) -> Iterator[Problem]:
    """The items of a list add up to the number of the sentence before them, or of the last item."""
    found = [_counts(piece) for piece in items]
    if intro is None or len(items) < 2 or not all(found):
        return
    at, totals = 0, found[-1]
    label = stands_before(TOTAL_BEFORE, items[-1].text, 0, totals[0])
    if label:
        intro, found = items[-1], found[:-1]
    else:
        at = intro.sentences[-1][0] if intro.sentences else 0
        totals = _counts(intro, at)
    if totals and not SOME.search(intro.text, at):
        limit = FAR if label or WHOLE.search(intro.text, at) else NEAR
        if wrong := _misfit([each[0] for each in found], totals, limit):
            yield subject.finding("N01", intro, at, len(intro.text), **wrong)


def _table(subject: Subject, piece: Piece) -> Iterable[Problem]:
    """A row "Jumlah" or "Total" at the end has the sum of each column above it.

    A column that has an empty cell, or holds percentages, indices or means, is not summed; of
    shares that end in 100 the sum is.
    """
    lines = piece.text.split("\n")
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    is_total = [bool(TOTAL_ROW.fullmatch(row[0])) for row in rows]
    if len(rows) < 5 or not is_total[-1] or sum(is_total) > 1:
        return
    for column, heading in enumerate(rows[0][:MOST]):
        cells = [_cell(row[column]) for row in rows[2:] if column < len(row)]
        known = [cell for cell in cells if cell]
        if column == 0 or len(known) < len(rows) - 2:
            continue
        is_share = known[-1].value == 100
        if (NOT_SUMMED.search(heading) or known[-1].unit == "persen") and not is_share:
            continue
        added = sum((n.value for n in known[:-1]), Fraction(0))
        slack = sum((n.step if is_share else n.slack for n in known), Fraction(0))
        if abs(added - known[-1].value) > slack:
            first, details = len(piece.text) - len(lines[-1]), {"sum": _said(added)}
            details["total"] = _said(known[-1].value)
            yield subject.finding("N01", piece, first, len(piece.text), **details)


def _cell(cell: str) -> Number | None:
    """Return the number that a cell is, None for anything else."""
    found = [*numbers_in(cell)]
    return found[0] if len(found) == 1 and found[0].end - found[0].start >= len(cell) - 1 else None
