"""What every record carries: the keys of front matter that no type lacks (content.md, Records)."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag, model_validator

from kinerja.model.fields import (
    Address,
    Day,
    FieldError,
    Frozen,
    Mailbox,
    Moment,
    Plain,
    Sentence,
    Summary,
    Title,
    Ulid,
)
from kinerja.model.ids import MeasuredBy, MessageId, PlatformId, ServiceId, SourceId, UnitId

from .kinds import Cost, FoundBy, Severity, Status
from .posts import Post


class InlineSource(Frozen):
    """A source written in the record itself."""

    title: Plain
    publisher: Plain
    url: Address
    date: Day | None = None


Cited = Annotated[
    Annotated[InlineSource, Tag("InlineSource")] | Annotated[SourceId, Tag("SourceId")],
    Discriminator(lambda value: "SourceId" if isinstance(value, str) else "InlineSource"),
]
"""A source written here, or the id of one in `sumber.csv`."""


class Correction(Frozen):
    """What was wrong, what is right, and who found it."""

    severity: Severity
    before: Plain
    after: Plain
    reason: Plain
    found_by: FoundBy


class Exemption(Frozen):
    """A check overruled by the editor; the reason is public."""

    code: Plain
    quotation: str
    reason: Plain


class Record(Frozen):
    """What every record carries."""

    code: Ulid
    title: Title
    summary: Summary
    unit: UnitId
    date: Day
    services: tuple[ServiceId, ...] = ()
    message: MessageId | None = None
    indicators: tuple[MeasuredBy, ...] = ()
    contact: Mailbox | None = None
    publish_after: Moment | None = None
    status: Status = Status.DRAFT
    cost: Cost = Cost.PENDING
    cost_note: Sentence | None = None
    picture: str | None = None
    picture_alt: Plain | None = None
    picture_credit: Plain | None = None
    posts: dict[PlatformId, tuple[Post, ...]] = Field(
        default_factory=dict, json_schema_extra={"place": PlatformId.place}
    )
    sources: tuple[Cited, ...] = ()
    corrections: tuple[Correction, ...] = ()
    urgent: Plain | None = None
    exemptions: tuple[Exemption, ...] = ()

    @model_validator(mode="after")
    def picture_has_a_text_alternative(self) -> "Record":
        """`gambar` and `gambar_alt` stand together or not at all."""
        if (self.picture is None) != (self.picture_alt is None):
            raise FieldError("F20")
        return self
