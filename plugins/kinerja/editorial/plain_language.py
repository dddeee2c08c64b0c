"""Plain language: sentences that one breath can read, and abbreviations that are explained once."""

import re
from collections.abc import Iterator

from kinerja.model.tables import Tables
from tabular.problems import Problem

from .lexicon import WORD
from .subject import Subject
from .text import Piece

LONGEST_SENTENCE = 30
"""Words of a sentence; figures and what stands on either side of a colon count as they are read."""

BREATH = re.compile(r"(?<=[;:])\s+|(?<=[.!?])[”\"’)]{0,3}\s+(?=[^\Wa-z_])")
ABBREVIATION = re.compile(r"(?<![\w.@/-])[A-Z]{2,}(?:\d[A-Z]+)?s?(?![\w@])")
ROMAN = re.compile("[IVXLC]+")
SHOUTED = re.compile("[a-z]")


def sentences_are_short(subject: Subject) -> Iterator[Problem]:
    """A sentence of a paragraph, an item or a summary has at most 30 words."""
    for piece in _prose(subject):
        for start, end in breaths(piece.text):
            count = len(WORD.findall(piece.text, start, end))
            if count > LONGEST_SENTENCE:
                yield subject.finding("S14", piece, start, end, count=count)


def breaths(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what is read in one breath: a sentence, or a part of it by a colon."""
    start = 0
    for gap in BREATH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def abbreviations_are_explained(subject: Subject) -> Iterator[Problem]:
    """An abbreviation is explained once, in the record or in the glossary, or is that of a unit.

    Explained is `Nama Panjang (NP)` and `NP (nama panjang)`. Words between others in capitals
    only, and Roman numbers, are none.
    """
    explained = subject.background.explained
    seen: set[str] = set()
    for piece in subject.pieces:
        if not SHOUTED.search(piece.text):
            continue
        for found in ABBREVIATION.finditer(piece.text):
            word = found[0]
            if word in seen or word in explained or ROMAN.fullmatch(word):
                continue
            seen.add(word)
            if not _is_explained(word, subject.pieces):
                yield subject.finding("S15", piece, *found.span())


def explained_words(tables: Tables) -> frozenset[str]:
    """Return every word of glossary, names of units, measures and platforms."""
    texts = [name for unit in tables.units.values() for name in (unit.name, unit.abbreviation)]
    texts += [measure.name for measure in tables.measures.values()]
    texts += [platform.name for platform in tables.platforms.values()]
    for term in tables.terms:
        texts += (term.term, term.expansion, *term.synonyms)
    return frozenset(word for text in texts if text for word in re.findall(r"\w+", text))


def _is_explained(word: str, pieces: tuple[Piece, ...]) -> bool:
    return any(f"({word})" in piece.text or f"{word} (" in piece.text for piece in pieces)


def _prose(subject: Subject) -> Iterator[Piece]:
    """Posts are told by their platforms, and a title is no sentence."""
    for piece in subject.pieces[1:]:
        if piece.form in ("teks", "butir") and not piece.field.startswith("sosial"):
            yield piece
