"""All checks on what a record tells, and what an editor overruled (`pengecualian`)."""

from collections.abc import Callable, Iterable

from kinerja.kept import Kept
from kinerja.model.documents import Document, Edition
from kinerja.model.records import Record
from kinerja.reading.messages.advice import MESSAGES as ADVICE
from kinerja.reading.messages.numbers import MESSAGES as REFUSING
from tabular.problems import Problem, problem

from .ceremony import RESULTS, ceremony_comes_last
from .figures import figures_fit_their_data
from .persons import answers_attack_nobody, personal_data_stays_out
from .plain_language import abbreviations_are_explained, sentences_are_short
from .subject import Background, Subject
from .sums import parts_and_total
from .text import pieces_of
from .writing import (
    hashtags_are_readable,
    rupiah_is_well_formed,
    weekday_is_that_of_the_date,
)

CHECKS: tuple[Callable[[Subject], Iterable[Problem]], ...] = (
    parts_and_total,
    rupiah_is_well_formed,
    weekday_is_that_of_the_date,
    figures_fit_their_data,
    ceremony_comes_last,
    answers_attack_nobody,
    sentences_are_short,
    abbreviations_are_explained,
    hashtags_are_readable,
)
"""Every check, in the order of the tables in docs/editing.md."""


REVIEWED = Kept("review", tuple[list[Problem], tuple[Problem, ...]])


def review(
    edition: Edition, document: Document[Record], background: Background
) -> tuple[list[Problem], tuple[Problem, ...]]:
    """Return what refuses a record and what only advises: the code says which.

    What an earlier build found in the same record on the same background is taken from there.
    """
    body, record = document.body, repr(document.record)
    inputs = (edition.path, edition.digest, repr(edition.places), record, body.source, body.html)
    return REVIEWED(lambda: _review(edition, document, background), background.name, *inputs)


def _review(
    edition: Edition, document: Document[Record], background: Background
) -> tuple[list[Problem], tuple[Problem, ...]]:
    pieces = pieces_of(edition, document, background.datasets, background.indicators)
    subject = Subject(edition, document.record, pieces, background)
    checked = (item for check in CHECKS for item in check(subject))
    found = sorted({*checked, *personal_data_stays_out(edition, document)})
    kept = [*_not_overruled(edition, document.record, found)]
    refusing = [item for item in kept if item.code not in ADVICE]
    return refusing, tuple(item for item in kept if item.code in ADVICE)


def _not_overruled(edition: Edition, record: Record, found: list[Problem]) -> Iterable[Problem]:
    """An exemption overrules findings of its code whose text has its quotation.

    One that overrules nothing is needless. The code of a mistake of form cannot be overruled, nor
    that of the ceremony filter: there an editor gives the reason.
    """
    left = found
    for n, item in enumerate(record.exemptions):
        line, field = edition.place("exemptions", n)
        if item.code in RESULTS or item.code not in {**REFUSING, **ADVICE}:
            yield problem(edition.path, line, field, "F38", value=item.code)
            continue
        words = " ".join(item.quotation.split())
        hit = [f for f in found if f.code == item.code and words in dict(f.details)["text"]]
        left = [f for f in left if f not in hit]
        if not hit:
            yield problem(edition.path, line, field, "S09", value=item.code, text=words)
    yield from left
