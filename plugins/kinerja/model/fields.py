"""Types of single fields: each parser says in its docstring what an editor may write.

A parser raises `FieldError` with the code of a message; `reading` turns it into a problem
with its place. Values that are typed already pass, so that tests and programs can build models.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, NamedTuple, NewType
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .period import FORM, parse_period

MARKUP = re.compile("[<>]")
OTHERS = "[\u0370-\u058f\u13a0-\u13ff]"
LOOKALIKE = re.compile(f"[A-Za-z]{OTHERS}|{OTHERS}[A-Za-z]|[\uff21-\uff5a\U0001d400-\U0001d7ff]")
"""A Greek, Cyrillic, Armenian or Cherokee letter in a Latin word; letters of other shapes."""

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ULID = re.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}")
DAY = re.compile(r"(19|20|21)\d{2}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}", re.ASCII)
WHOLE = re.compile(r"0|[1-9]\d{0,14}", re.ASCII)
MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
ADDRESS = re.compile(r"[hH][tT][tT][pP][sS]?://\S+")
LINE = re.compile(r"[^<>\n]*\S[^<>\n]*")
SLUG_LENGTH = 60

Digest = NewType("Digest", str)
"""SHA-256 in lower-case hexadecimal, 64 characters."""


FieldPath = tuple[str | int, ...]
"""Attributes and positions that lead to a value inside what an editor wrote."""


class Place(NamedTuple):
    """Where a value stands: its line, and its name as the editor wrote it."""

    line: int
    name: str


class Frozen(BaseModel):
    """Base of everything that editors write: no unknown keys, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Form:
    """How a type is written, for programs that know JSON Schema; `code` names the message.

    The parser decides: what it takes has this form, not all of this form is taken.
    """

    code: str
    pattern: re.Pattern[str]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add the form to what pydantic knows."""
        pattern = re.sub(r"\?P<\w+>", "", self.pattern.pattern)
        return {"code": self.code, "pattern": f"^({pattern})$", **handler(schema)}


@dataclass(frozen=True, slots=True)
class Length:
    """So many characters, both ends included."""

    least: int
    most: int

    def _check(self, value: str) -> str:
        if not self.least <= len(value) <= self.most:
            raise FieldError("F08", length=len(value), least=self.least, most=self.most)
        return value

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Check the text after its own parser."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add the length to what pydantic knows."""
        return {"minLength": self.least, "maxLength": self.most, **handler(schema)}


def FieldError(code: str, **details: object) -> PydanticCustomError:
    """Return the exception that names a message by its code."""
    return PydanticCustomError(code, "field error", details)


def covers(first: date | None, last: date | None, day: date) -> bool:
    """Whether a span, both ends included and each open where it is None, has that day."""
    return (first is None or first <= day) and (last is None or day <= last)


def is_slug(value: str) -> bool:
    """Whether a text can be an id."""
    return bool(SLUG.fullmatch(value)) and len(value) <= SLUG_LENGTH


def parse_slug(value: str) -> str:
    """Lower-case words and digits joined by hyphens, a letter first, at most 60 characters."""
    if not is_slug(value):
        raise FieldError("F11", value=value)
    return value


def parse_ulid(value: str) -> str:
    """A ULID: 26 characters of Crockford's base 32, minted once by `invoke new`."""
    if not ULID.fullmatch(value):
        raise FieldError("F12", value=value)
    return value


def parse_day(value: object) -> date:
    """A day as ISO 8601: 2026-03-31."""
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise FieldError("F13", value=value)


def parse_moment(value: object) -> datetime:
    """A time as ISO 8601 with seconds and offset: 2026-03-31T09:00:00+07:00."""
    if isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and MOMENT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise FieldError("F14", value=value)


def parse_whole(value: object) -> int:
    """A whole number of digits only, without sign, spaces or separators."""
    if isinstance(value, int):
        return value
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    raise FieldError("F15", value=value)


def parse_mailbox(value: str) -> str:
    """An electronic mail address of a role."""
    if not MAILBOX.fullmatch(value):
        raise FieldError("F16", value=value)
    return value


def parse_address(value: str) -> str:
    """An absolute web address that begins with https:// or http:// and names a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        raise FieldError("F17", value=value) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", value):
        raise FieldError("F17", value=value)
    return value


def parse_plain(value: str) -> str:
    """Plain text on one line: no markup signs, no letters that only look Latin, not empty."""
    if MARKUP.search(value):
        raise FieldError("F10")
    if found := LOOKALIKE.search(value):
        raise FieldError("F39", value=found.group())
    if not value.strip() or "\n" in value:
        raise FieldError("F09")
    return value


def parse_period_name(value: object) -> str:
    """A period in one of the forms of the contract."""
    if not isinstance(value, str):
        raise FieldError("F19", value=value)
    try:
        return parse_period(value).name
    except ValueError:
        raise FieldError("F19", value=value) from None


SIMPLE = re.sub(r"\?P<\w+>", "", FORM.pattern)
PERIOD = re.compile(rf"(sd-)?({SIMPLE})|({SIMPLE})\.\.({SIMPLE})")

Slug = Annotated[str, AfterValidator(parse_slug), Form("F11", SLUG), Length(1, SLUG_LENGTH)]
Ulid = Annotated[str, AfterValidator(parse_ulid), Form("F12", ULID)]
Day = Annotated[date, BeforeValidator(parse_day), Form("F13", DAY)]
Moment = Annotated[datetime, BeforeValidator(parse_moment), Form("F14", MOMENT)]
PeriodName = Annotated[str, BeforeValidator(parse_period_name), Form("F19", PERIOD)]
Whole = Annotated[int, BeforeValidator(parse_whole), Form("F15", WHOLE)]
Mailbox = Annotated[str, AfterValidator(parse_mailbox), Form("F16", MAILBOX)]
Address = Annotated[str, AfterValidator(parse_address), Form("F17", ADDRESS)]
Line = Annotated[str, AfterValidator(parse_plain), Form("F09", LINE)]
Plain = Annotated[Line, Length(1, 500)]
Title = Annotated[Line, Length(1, 110)]
SUMMARY = Length(40, 300)
Summary = Annotated[Line, SUMMARY]
Sentence = Annotated[Line, Length(1, 300)]
