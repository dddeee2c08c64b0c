"""Answers to hot issues: what is claimed, what the data show, what is done (evidence.md)."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from kinerja.model.fields import Day, FieldError, Moment, Plain, parse_slug
from kinerja.model.ids import IndicatorRef, MeasuredBy, SourceId, parse_reference

from .base import Record


class Verdict(StrEnum):
    """What the evidence says about a claim."""

    TRUE = "benar"
    PARTLY_TRUE = "sebagian-benar"
    MISLEADING = "menyesatkan"
    FALSE = "salah"
    UNPROVEN = "belum-terbukti"


def parse_evidence(value: object) -> IndicatorRef | SourceId:
    """A figure `id@periode`, or else the id of a source."""
    if isinstance(value, str) and "@" not in value:
        return SourceId(parse_slug(value))
    return parse_reference(value)


Evidence = Annotated[
    IndicatorRef | SourceId,
    BeforeValidator(parse_evidence, json_schema_input_type=MeasuredBy | SourceId),
]


class Issue(Record):
    """An answer to a hot issue, by performance and never by attack."""

    claim: Plain
    claim_origin: Plain
    first_seen: Day
    verdict: Verdict
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    unknown: str | None = None
    action: Annotated[str, Field(min_length=1)]
    reported: Moment | None = None
    first_answer: Moment | None = None
    final_answer: Moment | None = None

    @model_validator(mode="after")
    def times_follow_one_another(self) -> "Issue":
        """Seen, reported, answered first, answered last: in this order."""
        times = [t for t in (self.reported, self.first_answer, self.final_answer) if t]
        if times != sorted(times) or (times and times[0].date() < self.first_seen):
            raise FieldError("F34")
        return self
