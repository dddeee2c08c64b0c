"""Performance publications: what was achieved, for whom, in one of four formats."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from kinerja.model.fields import Address, FieldError, Frozen, Sentence
from kinerja.model.ids import ServiceId

from .base import Record


class Format(StrEnum):
    """Formats of publications."""

    ARTICLE = "artikel"
    INFOGRAPHIC = "infografik"
    VIDEO = "video"
    DATA_SHEET = "lembar-data"


class Video(Frozen):
    """A film: an attachment or an address, and what replaces it for who cannot see or hear it."""

    file: str | None = None
    url: Address | None = None
    duration: Annotated[str, Field(pattern=r"^\d{1,3}:[0-5]\d$")]
    captions: str | None = None
    transcript: Annotated[str, Field(min_length=1)]
    poster: str

    @model_validator(mode="after")
    def plays_from_one_place(self) -> "Video":
        """Either `berkas`, with `takarir` (captions), or `url`."""
        if (self.file is None) == (self.url is None) or bool(self.file) != bool(self.captions):
            raise FieldError("F31")
        return self


class Publication(Record):
    """A performance publication: what was achieved, for whom."""

    services: tuple[ServiceId, ...] = Field(min_length=1)
    format: Format
    benefit: Sentence
    data_text: Annotated[str, Field(min_length=1)] | None = None
    video: Video | None = None

    @model_validator(mode="after")
    def shows_performance(self) -> "Publication":
        """At least one `indikator`, or a number in `manfaat`."""
        if not self.indicators and not re.search(r"\d", self.benefit):
            raise FieldError("F21")
        return self

    @model_validator(mode="after")
    def has_what_its_format_needs(self) -> "Publication":
        """All data of an infographic stand as text, and it is drawn from them; a film is there."""
        drawn = self.picture or self.indicators
        if self.format is Format.INFOGRAPHIC and not (self.data_text and drawn):
            raise FieldError("F22")
        if (self.format is Format.VIDEO) != (self.video is not None):
            raise FieldError("F32")
        if self.format is Format.DATA_SHEET and not self.indicators:
            raise FieldError("F33")
        return self
