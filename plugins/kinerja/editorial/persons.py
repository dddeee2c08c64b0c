"""Persons: no personal data in any text of a record, no attack and no private person in answers."""

from collections.abc import Iterator

from kinerja.model.documents import Document, Edition
from kinerja.model.records import Issue, Record
from kinerja.model.tables import WordGroup
from kinerja.reading.personal import find_personal
from tabular.problems import Problem, problem
from tabular.text import line_of

from .lexicon import find_words
from .subject import Subject
from .text import texts


def personal_data_stays_out(edition: Edition, document: Document[Record]) -> Iterator[Problem]:
    """No NIK, NPWP, mobile number, private mailbox or account of a person is published (UU PDP).

    Also not in quotations, captions, sources or attachments. Numbers of identity refuse, the
    others advise, as a small office may have no number but that of its head.
    """
    body = document.body
    for at, text in texts(document.record.model_dump()):
        for code, _, words in find_personal(text):
            yield problem(edition.path, *edition.place(*at), code, text=words)
    for code, start, words in find_personal(body.source):
        yield problem(edition.path, body.offset + line_of(body.source, start), "", code, text=words)
    for file in document.attachments.values():
        for code, line, words in file.personal:
            yield problem(file.path, line, "", code, text=words)


def answers_attack_nobody(subject: Subject) -> Iterator[Problem]:
    """An answer uses no word of the groups `serangan` and `pribadi`; a claim is only quoted."""
    if not isinstance(subject.record, Issue):
        return
    for piece in subject.pieces:
        for found in find_words(piece.text, subject.background.tables.lexicon):
            entry = found.entry
            if entry.group in (WordGroup.ATTACK, WordGroup.PRIVATE):
                yield subject.finding("S16", piece, found.start, found.end, advice=entry.advice)
