"""The ceremony and figure filter: what a title and a lead put first, as a score with reasons.

The lead is `ringkasan` and the first paragraph. It only advises; what it says of an edition is
carried by the `ajukan`, and whoever lets ceremony pass says why (approval/rules/screening.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kinerja.evidence.words import plain_figures
from kinerja.model.governance import ScreeningResult
from kinerja.model.records import STORIES, Education, Issue
from kinerja.model.tables import Lexicon, WordGroup
from tabular.problems import Problem, problem

from .lexicon import Found, find_words
from .subject import Subject
from .text import Piece

WHOLE = 100
PASSING = 80
"""Whoever has so many points left passes."""
CEREMONIAL = 50
"""Whoever has fewer, and no performance to begin with, is ceremony."""
TITLE, LEAD = 5, 3
"""Points for each weight of a word: a title tells what an author holds to be the news."""
NO_SERVICE = 40
"""Points for naming neither an indicator nor a measured service nor an answer."""
FEWEST_WORDS = 25
"""Titles and leads of fewer words count as so many: one office is no crowd."""
ONE_TO_TEN = frozenset(
    ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
)

RESULTS = {
    "S10": ScreeningResult.CEREMONY,
    "S11": ScreeningResult.NEEDS_WORK,
    "S12": ScreeningResult.NEEDS_WORK,
    "S13": ScreeningResult.NEEDS_WORK,
}
"""Code of the advice -> result; no exemption overrules them, an editor's reason does."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that cost points, and the number of the text in which they stand; 0 is the title."""

    at: int
    found: Found
    points: int


@dataclass(frozen=True, slots=True)
class Screened:
    """The reasons, the heaviest first, and whether there is performance to begin with.

    `missed` are the points for none; a lexicon without words of performance cannot miss it.
    """

    reasons: tuple[Reason, ...]
    serves: bool
    missed: int = 0

    @property
    def score(self) -> int:
        """0 to 100."""
        return max(0, WHOLE - self.missed - sum(reason.points for reason in self.reasons))

    @property
    def result(self) -> ScreeningResult:
        """Something that carries performance is never ceremony: it is told to begin with it."""
        if self.score >= PASSING:
            return ScreeningResult.PASSES
        ceremony = self.score < CEREMONIAL and not self.serves
        return ScreeningResult.CEREMONY if ceremony else ScreeningResult.NEEDS_WORK


def screen(texts: Sequence[str], lexicon: Iterable[Lexicon], *, serves: bool = False) -> Screened:
    """Weigh a title and the texts of its lead; `serves` says that there is an indicator.

    Words of ceremony cost once in a text for each entry of the lexicon; persons and their praise
    cost each time, by their density. A word of performance near a number serves, and so does a
    word that answers what citizens ask; neither costs anything.
    """
    length = max(FEWEST_WORDS, sum(len(text.split()) for text in texts))
    reasons: dict[object, Reason] = {}
    for at, text in enumerate(texts):
        for found in find_words(text, lexicon):
            group, weight = found.entry.group, found.entry.weight
            if group is WordGroup.PERSON:
                reasons[at, found.start] = Reason(at, found, round(weight * WHOLE / length))
            elif group is WordGroup.CEREMONY:
                points = weight * (LEAD if at else TITLE)
                reasons.setdefault((at, found.entry.id), Reason(at, found, points))
            elif group is WordGroup.PERFORMANCE:
                serves = serves or any(map(_is_number, found.near))
            elif group is WordGroup.ANSWER:
                serves = True
    heaviest = sorted(reasons.values(), key=attrgetter("points"), reverse=True)
    asks = any(entry.group is WordGroup.PERFORMANCE for entry in lexicon)
    return Screened(tuple(heaviest), serves, NO_SERVICE if asks and not serves else 0)


def _is_number(word: str) -> bool:
    """Digits that are no year, or a number from one to ten in words."""
    digits = word.removeprefix("rp").replace(".", "").replace(",", "")
    return word in ONE_TO_TEN or (digits.isdecimal() and not (digits == word and len(digits) == 4))


def ceremony_comes_last(subject: Subject) -> Iterator[Problem]:
    """A story begins with what changed for citizens, not with an event or a person."""
    lexicon = subject.background.tables.lexicon
    if subject.edition.kind not in STORIES or not lexicon:
        return
    opening = [*_opening(subject.pieces)]
    texts = [piece.text for piece in opening]
    benefit = getattr(subject.record, "benefit", "")
    serves = _serves(subject) or screen((benefit,), lexicon).serves
    screened = screen(texts, lexicon, serves=serves)
    if screened.result is ScreeningResult.PASSES:
        return
    reasons, figure = screened.reasons, figure_of(subject)
    worst = opening[reasons[0].at] if reasons else opening[0]
    words = [_words(opening[reason.at], reason) for reason in reasons]
    words += [f"layanan tidak ada −{screened.missed}"] if screened.missed else []
    code = "S12" if figure else "S11" if reasons else "S13"
    yield problem(
        subject.edition.path,
        worst.line,
        worst.field,
        "S10" if screened.result is ScreeningResult.CEREMONY else code,
        score=screened.score,
        text="; ".join(words),
        advice=reasons[0].found.entry.advice if reasons else "",
        figure=figure,
    )


def screening_result(subject_kind: str, advice: Iterable[Problem]) -> ScreeningResult | None:
    """Return what an `ajukan` carries; None for what is looked up and tells nothing."""
    if subject_kind not in STORIES:
        return None
    found = (RESULTS[item.code] for item in advice if item.code in RESULTS)
    return next(found, ScreeningResult.PASSES)


def _opening(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield title, `ringkasan` and the first paragraph; a record begins with the first two."""
    yield from pieces[:2]
    yield from [piece for piece in pieces[2:] if not piece.field and piece.form == "teks"][:1]


def _serves(subject: Subject) -> bool:
    """An indicator, an answered question, or something that a citizen can do or claim."""
    record = subject.record
    if isinstance(record, Education) and (record.steps or record.channels or record.rights):
        return True
    bound = any(piece.bound for piece in subject.pieces)
    return bound or bool(record.indicators) or isinstance(record, Issue)


def _words(piece: Piece, reason: Reason) -> str:
    words = " ".join(reason.found.words)
    return f"{piece.field or 'paragraf'} '{words}' −{reason.points}"


def figure_of(subject: Subject) -> str:
    """Return the first figure that a story carries, in words: 'Indeks ... 2025: 86,03'."""
    background = subject.background
    for reference in subject.record.indicators[:1]:
        indicator = background.indicators.get(reference.id)
        name = indicator.name if indicator else reference.id
        token = f"{{{{{reference.name}}}}}"
        value = plain_figures(token, background.datasets, background.indicators)
        return name if value == token else f"{name} {reference.period}: {value}"
    return ""
