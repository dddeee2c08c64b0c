"""Records that units write as Markdown: their front matter as frozen values, one class a type.

The classes are the rules of content.md; `reading.names` is the border to the Indonesian keys.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from .fields import (
    Address,
    Day,
    FieldError,
    Mailbox,
    Moment,
    Plain,
    Sentence,
    Slug,
    Summary,
    Title,
    Ulid,
    Whole,
)
from .period import parse_period


class Kind(StrEnum):
    """Types of what is approved; the value is the word that editors see."""

    PUBLICATION = "publikasi"
    SERVICE = "layanan"
    INDICATOR = "indikator"
    PAGE = "halaman"
    DATASET = "capaian"
    TABLE = "tabel"


class Status(StrEnum):
    """Whether the author is still writing."""

    DRAFT = "draf"
    READY = "siap"


class Cost(StrEnum):
    """What the unit declares about the price of a record."""

    PRESENT = "ada"
    NONE = "nol"
    PENDING = "belum"
    NOT_APPLICABLE = "tidak-berlaku"


class Format(StrEnum):
    """Formats of publications that this portal shows today."""

    ARTICLE = "artikel"
    INFOGRAPHIC = "infografik"


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "naik"
    DOWN = "turun"
    STEADY = "tetap"


class Severity(StrEnum):
    """How much a correction changes."""

    MINOR = "kecil"
    IMPORTANT = "penting"


class FoundBy(StrEnum):
    """Who found what was corrected."""

    PUBLIC = "publik"
    UNIT = "unit"
    TEAM = "tim"
    INSPECTORATE = "itjen"


@dataclass(frozen=True, slots=True)
class IndicatorRef:
    """A reference `id`, `id@periode` or `id[rincian]@periode`; absent parts are ''."""

    id: str
    detail: str = ""
    period: str = ""


REFERENCE = re.compile(r"(?P<id>[a-z0-9-]+)(\[(?P<detail>[^\]\s]+)\])?(@(?P<period>\S+))?")


def parse_reference(value: object) -> IndicatorRef:
    """Parse `id`, `id@periode` or `id[rincian]@periode`."""
    if isinstance(value, IndicatorRef):
        return value
    found = REFERENCE.fullmatch(value) if isinstance(value, str) else None
    try:
        if not found:
            raise ValueError(value)
        if found["period"]:
            parse_period(found["period"])
    except ValueError:
        raise FieldError("F18", value=value) from None
    return IndicatorRef(found["id"], found["detail"] or "", found["period"] or "")


def parse_period_name(value: object) -> str:
    """A period in one of the forms of the contract."""
    if not isinstance(value, str):
        raise FieldError("F19", value=value)
    try:
        return parse_period(value).name
    except ValueError:
        raise FieldError("F19", value=value) from None


PeriodName = Annotated[str, BeforeValidator(parse_period_name)]


class Frozen(BaseModel):
    """Base of everything that editors write: no unknown keys, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InlineSource(Frozen):
    """A source written in the record itself."""

    title: Plain
    publisher: Plain
    url: Address
    date: Day | None = None


class Post(Frozen):
    """One post for a social platform; `n` is its number for ever."""

    n: Whole
    text: str


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
    unit: Slug
    date: Day
    services: tuple[Slug, ...] = ()
    message: Slug | None = None
    indicators: tuple[Annotated[IndicatorRef, BeforeValidator(parse_reference)], ...] = ()
    contact: Mailbox | None = None
    publish_after: Moment | None = None
    status: Status = Status.DRAFT
    cost: Cost = Cost.PENDING
    cost_note: Sentence | None = None
    picture: str | None = None
    picture_alt: Plain | None = None
    picture_credit: Plain | None = None
    posts: dict[str, tuple[Post, ...]] = Field(default_factory=dict)
    sources: tuple[InlineSource | Slug, ...] = ()
    corrections: tuple[Correction, ...] = ()
    urgent: Plain | None = None
    exemptions: tuple[Exemption, ...] = ()

    @model_validator(mode="after")
    def picture_has_a_text_alternative(self) -> "Record":
        """`gambar` and `gambar_alt` stand together or not at all."""
        if (self.picture is None) != (self.picture_alt is None):
            raise FieldError("F20")
        return self


class Publication(Record):
    """A performance publication: what was achieved, for whom."""

    services: tuple[Slug, ...] = Field(min_length=1)
    format: Format
    benefit: Sentence
    data_text: Annotated[str, Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def shows_performance(self) -> "Publication":
        """At least one `indikator`, or a number in `manfaat`."""
        if not self.indicators and not re.search(r"\d", self.benefit):
            raise FieldError("F21")
        return self

    @model_validator(mode="after")
    def infographic_is_readable_as_text(self) -> "Publication":
        """An infographic carries its picture, and all its data as text."""
        if self.format is Format.INFOGRAPHIC and not (self.data_text and self.picture):
            raise FieldError("F22")
        return self


class Standard(Frozen):
    """The fourteen parts of a service standard (UU 25/2009 art. 21, Permenpan RB 15/2014)."""

    requirements: str | None = None
    procedure: str | None = None
    duration: str | None = None
    fee: str | None = None
    product: str | None = None
    complaints: str | None = None
    legal_basis: str | None = None
    facilities: str | None = None
    competence: str | None = None
    supervision: str | None = None
    staff: str | None = None
    service_guarantee: str | None = None
    safety_guarantee: str | None = None
    evaluation: str | None = None


class Service(Record):
    """A service to the public: a themed section of the portal."""

    name: Plain
    provider: Slug
    standard: Standard
    order: Whole = 100
    valid_from: Day | None = None
    valid_to: Day | None = None
    successor: Slug | None = None

    def is_archive(self, day: date) -> bool:
        """Whether the service ended before that day."""
        return self.valid_to is not None and self.valid_to < day


class SeriesBreak(Frozen):
    """From this period on the series is not comparable with what stands before."""

    period: PeriodName
    reason: Plain


class Indicator(Record):
    """Definition and method of a measured figure."""

    name: Plain
    definition: str
    measure: Slug
    direction: Direction
    publisher: Plain
    method: str
    frequency: Plain
    delay_days: Whole = 0
    begins: PeriodName | None = None
    ends: PeriodName | None = None
    formula: str | None = None
    scale: Slug | None = None
    precision: Annotated[Whole, Field(le=9)] | None = None
    breaks: tuple[SeriesBreak, ...] = ()
    parts: tuple[Annotated[IndicatorRef, BeforeValidator(parse_reference)], ...] = ()
    licence: Plain | None = None


class Page(Record):
    """A plain page: about, contact, accessibility, privacy ..."""


RECORD_TYPES: dict[Kind, type[Record]] = {
    Kind.PUBLICATION: Publication,
    Kind.SERVICE: Service,
    Kind.INDICATOR: Indicator,
    Kind.PAGE: Page,
}
"""Types of Markdown records, in the order in which they are read."""
