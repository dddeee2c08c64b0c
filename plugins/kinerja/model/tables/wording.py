"""The words of the portal: messages, glossary, lexicon of the filter, platforms, as YAML lists."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from kinerja.model.fields import Address, Day, Frozen, Plain, Slug, Whole, covers
from kinerja.model.ids import MeasuredBy, MessageId, UnitId


class Message(Frozen):
    """One sentence of the narrative with the evidence for it; a tree of at most three levels."""

    id: Slug
    sentence: Annotated[Plain, Field(max_length=140)]
    parent: MessageId | None = None
    owner: UnitId
    evidence: tuple[MeasuredBy, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether the message is told on that day; both ends are included."""
        return covers(self.valid_from, self.valid_to, day)


class Term(Frozen):
    """A word of the glossary, in plain Indonesian; synonyms serve search."""

    KEY: ClassVar = ("term",)

    term: Plain
    meaning: Plain
    expansion: Plain | None = None
    synonyms: tuple[Plain, ...] = ()


class WordGroup(StrEnum):
    """What words of the lexicon are a sign of."""

    CEREMONY = "seremonial"
    PERSON = "figur"
    ATTACK = "serangan"
    PRIVATE = "pribadi"
    PERFORMANCE = "kinerja"
    ANSWER = "jawaban"


class Lexicon(Frozen):
    """Words that the editorial filter looks for, with their weight and an advice.

    Near one of the words `unless` they have another sense, and do not count.
    """

    id: Slug
    group: WordGroup
    weight: Annotated[Whole, Field(ge=1, le=10)]
    words: tuple[Plain, ...] = Field(min_length=1)
    unless: tuple[Plain, ...] = ()
    advice: Plain


class Counting(StrEnum):
    """How a platform counts the length of a post."""

    WEIGHTED = "tertimbang"
    CHARACTERS = "karakter"
    GRAPHEMES = "grafem"
    BYTES = "bita"


class Choice(StrEnum):
    """Yes or no."""

    YES = "ya"
    NO = "tidak"


class Platform(Frozen):
    """A social platform: limits as published at `source`, looked up on `checked`.

    The portal may set tighter ones of its own. `opening` is how much shows before a reader asks
    for the rest: the first sentence ends within it.
    """

    id: Slug
    name: Plain
    counting: Counting
    limit: Whole
    own_limit: Whole | None = None
    byte_limit: Whole | None = None
    own_byte_limit: Whole | None = None
    opening: Whole | None = None
    link_length: Whole | None = None
    hashtags: Whole | None = None
    picture: Annotated[str, Field(pattern=r"^\d{3,4}x\d{3,4}$")] | None = None
    feed: Choice
    source: Address
    checked: Day
