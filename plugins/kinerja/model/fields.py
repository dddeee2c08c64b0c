"""Types of single fields: each parser says in its docstring what an editor may write.

A parser raises `FieldError` with the code of a message; `reading` turns it into a problem
with its place. Values that are typed already pass, so that tests and programs can build models.
"""

import re
from datetime import date, datetime
from typing import Annotated, NewType
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

MARKUP = re.compile("[<>]")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ULID = re.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}", re.ASCII)
WHOLE = re.compile(r"0|[1-9]\d{0,14}", re.ASCII)
MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
SLUG_LENGTH = 60

Digest = NewType("Digest", str)
"""SHA-256 in lower-case hexadecimal, 64 characters."""


def FieldError(code: str, **details: object) -> PydanticCustomError:
    """Return the exception that names a message by its code."""
    return PydanticCustomError(code, "field error", details)


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
    """Plain text on one line: no markup signs, not empty."""
    if MARKUP.search(value):
        raise FieldError("F10")
    if not value.strip() or "\n" in value:
        raise FieldError("F09")
    return value


def _between(least: int, most: int) -> AfterValidator:
    def check(value: str) -> str:
        if not least <= len(value) <= most:
            raise FieldError("F08", length=len(value), least=least, most=most)
        return value

    return AfterValidator(check)


Slug = Annotated[str, AfterValidator(parse_slug)]
Ulid = Annotated[str, AfterValidator(parse_ulid)]
Day = Annotated[date, BeforeValidator(parse_day)]
Moment = Annotated[datetime, BeforeValidator(parse_moment)]
Whole = Annotated[int, BeforeValidator(parse_whole)]
Mailbox = Annotated[str, AfterValidator(parse_mailbox)]
Address = Annotated[str, AfterValidator(parse_address)]
Plain = Annotated[str, AfterValidator(parse_plain), _between(1, 500)]
Title = Annotated[str, AfterValidator(parse_plain), _between(1, 110)]
Summary = Annotated[str, AfterValidator(parse_plain), _between(40, 300)]
Sentence = Annotated[str, AfterValidator(parse_plain), _between(1, 300)]
