"""Words of answers to issues: no attack, and nobody who is a private person."""

from collections.abc import Iterator

from kinerja.model.records import Issue
from kinerja.model.tables import WordGroup
from tabular.problems import Problem

from .lexicon import find_words
from .subject import Subject


def answers_attack_nobody(subject: Subject) -> Iterator[Problem]:
    """An answer uses no word of the groups `serangan` and `pribadi`; a claim is only quoted."""
    if not isinstance(subject.record, Issue):
        return
    for piece in subject.pieces:
        for found in find_words(piece.text, subject.background.tables.lexicon):
            entry = found.entry
            if entry.group in (WordGroup.ATTACK, WordGroup.PRIVATE):
                yield subject.finding("S16", piece, found.start, found.end, advice=entry.advice)
