"""Figures of a text against their data: unit, category, other values, and figures of no source."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from kinerja.evidence.words import value_words
from kinerja.model.records import Kind
from kinerja.model.tables import Band, Measure, ObservationStatus, Scale, Shape
from tabular.problems import Problem

from .anchors import Anchor, Cited, anchors_in, cited
from .subject import Subject
from .text import Piece, between
from .trends import trend_fits

PERCENT = re.compile(r"\s?(?:%|persen\b)", re.I)
INTRODUCED = (
    r"(?:\(|\b(?:(?:ber)?(?:kategori|predikat)|mutu|kualifikasi|nilai|tergolong|berarti)\s)"
)
DENIED = re.compile(r"\b(?:bukan|belum|tidak|batas|minimal|ambang|menuju)\b[^.;]{0,30}$", re.I)
YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,]\d|[\d/])")
CLOSE = Fraction(1, 20)
SMALL = 10
SURE = ("rupiah", "persen")
TELLING = (Kind.PUBLICATION, Kind.ISSUE)


def figures_fit_their_data(subject: Subject) -> Iterator[Problem]:
    """Every rule on figures of indicators, over the pieces in which there are some."""
    known = cited(subject)
    for piece in subject.pieces:
        if not piece.numbers and not piece.bound:
            continue
        anchors = anchors_in(piece, known)
        yield from index_is_no_percentage(subject, piece, anchors)
        for start, end in piece.sentences if piece.form != "tabel" else ():
            inside = [*between(anchors, start, end)]
            yield from category_is_that_of_the_scale(subject, piece, (start, end), inside)
            yield from one_value_for_a_key(subject, piece, (start, end), inside, known)
            yield from trend_fits(subject, piece, (start, end), inside)
        if subject.edition.kind in TELLING and not piece.field:
            yield from figure_has_a_source(subject, piece)


def index_is_no_percentage(
    subject: Subject, piece: Piece, anchors: list[Anchor]
) -> Iterator[Problem]:
    """The value of an index of 0 to 100 is not followed by a sign or word of per cent."""
    for anchor in anchors:
        is_index = anchor.cited.measure.shape is Shape.INDEX and anchor.form != "capaian"
        behind = PERCENT.match(piece.text, anchor.end)
        inside = PERCENT.search(piece.text, anchor.start, anchor.end)
        if is_index and (behind or inside):
            end = behind.end() if behind else anchor.end
            name = anchor.cited.indicator.name
            yield subject.finding("N07", piece, anchor.start, end, indicator=name)


def category_is_that_of_the_scale(
    subject: Subject, piece: Piece, at: tuple[int, int], anchors: list[Anchor]
) -> Iterator[Problem]:
    """The category beside a figure is the one that the scale of its time gives.

    Looked for up to the next figure; beside the only figure of a sentence, in all of it.
    """
    for n, anchor in enumerate(anchors):
        record, row = anchor.cited.indicator, anchor.row
        scale = subject.background.tables.scale(record.scale, row.period.last)
        if (
            scale is None
            or not scale.bands
            or not isinstance(row.value, Decimal)
            or anchor.form not in ("", "nilai")
        ):
            continue
        start = at[0] if len(anchors) == 1 else anchor.end
        end = anchors[n + 1].start if n + 1 < len(anchors) else at[1]
        found = _labels(scale).search(piece.text, start, end)
        band = scale.band(row.value)
        if not found or _is_band(found["label"] or found["value"], band):
            continue
        if not DENIED.search(piece.text, start, found.start()):
            first, last = min(found.start(), anchor.start), max(found.end(), anchor.end)
            right = f"{band.value} ({band.label})" if band else "di luar skala"
            value = value_words(row.value, record.precision)
            details = {"scale": record.scale, "value": value, "right": right}
            yield subject.finding("S02", piece, first, last, **details)


def _is_band(said: str, band: Band | None) -> bool:
    return band is not None and said.lower() in (band.label.lower(), band.value.lower())


@cache
def _labels(scale: Scale) -> re.Pattern[str]:
    """Return what finds a category: labels of several words as such, others where introduced."""
    labels = sorted({re.escape(band.label) for band in scale.bands}, key=len, reverse=True)
    values = "|".join(re.escape(band.value) for band in scale.bands)
    many = "|".join(label for label in labels if r"\ " in label) or "(?!)"
    return re.compile(
        rf"\b(?P<label>(?i:{many}))\b|(?i:{INTRODUCED})(?P<value>{values}|(?i:{'|'.join(labels)}))\b"
    )


def one_value_for_a_key(
    subject: Subject,
    piece: Piece,
    at: tuple[int, int],
    anchors: list[Anchor],
    known: dict[str, Cited],
) -> Iterator[Problem]:
    """A sentence of one year states the value that the data have for it, or one of status konflik.

    Only a number in the unit of an indicator, or beside its name, that comes close to the value.
    """
    years = {found[0] for found in YEAR.finditer(piece.text, *at)}
    lower = piece.text[slice(*at)].lower()
    taken = {anchor.start for anchor in anchors}
    for each in known.values() if len(years) == 1 else ():
        row = each.dataset.find(*years)
        if row is None or row.status is ObservationStatus.CONFLICT:
            continue
        rows = each.dataset.observations
        values = [Fraction(r.value) for r in rows if isinstance(r.value, Decimal)]
        is_named = each.indicator.name.lower() in lower
        for number in piece.quantities(*at):
            is_meant = number.unit == unit_word(each.measure) or (
                is_named and number.step and number.unit not in SURE
            )
            if not is_meant or number.start in taken or not isinstance(row.value, Decimal):
                continue
            off = abs(number.value - Fraction(row.value))
            is_rounded = any(abs(number.value - value) <= number.slack for value in values)
            if not is_rounded and off <= CLOSE * Fraction(row.value):
                token = f"{each.dataset.indicator} {row.period.name}"
                value = value_words(row.value, each.indicator.precision)
                where = (number.start, number.end)
                yield subject.finding("S04", piece, *where, token=token, value=value)


def unit_word(measure: Measure) -> str:
    """Return the word that follows a number in a unit of measure: the first of its name."""
    return measure.name.split()[0].lower()


def figure_has_a_source(subject: Subject, piece: Piece) -> Iterator[Problem]:
    """In what a story tells, a number in a unit of the tables is bound, or its sentence is linked.

    A link to a source (`sumber:n`) holds for its sentence; small counts need none.
    """
    units = {*SURE, *map(unit_word, subject.background.tables.measures.values())}
    whole = [(0, len(piece.text))] if piece.form == "tabel" else piece.sentences
    for start, end in whole:
        if any(start <= first < end for first, _ in piece.sourced):
            continue
        for number in between(piece.loose, start, end):
            is_sure = number.unit in SURE or number.value >= SMALL or number.value.denominator > 1
            if number.unit in units and is_sure and not number.ranged:
                yield subject.finding("S05", piece, number.start, number.end)
