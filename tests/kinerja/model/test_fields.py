"""Single fields: what an editor may write, and the code of the message for everything else."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from kinerja.commands.new import new_ulid
from kinerja.model import fields

Parser = Callable[[str], object]

WIB = timezone(timedelta(hours=7))
ACCEPTED: list[tuple[Parser, str, object]] = [
    (fields.parse_slug, "kepuasan-jemaah-haji-2025", "kepuasan-jemaah-haji-2025"),
    (fields.parse_slug, "a" * 60, "a" * 60),
    (fields.parse_ulid, "01K4BQSCXC3J3RKKPMP77VXFA5", "01K4BQSCXC3J3RKKPMP77VXFA5"),
    (fields.parse_day, "2024-02-29", date(2024, 2, 29)),
    (
        fields.parse_moment,
        "2026-03-31T09:00:00+07:00",
        datetime(2026, 3, 31, 9, tzinfo=WIB),
    ),
    (fields.parse_moment, "2026-03-31T09:00:00-00:00", datetime(2026, 3, 31, 9, tzinfo=UTC)),
    (fields.parse_whole, "0", 0),
    (fields.parse_whole, "999999999999999", 999_999_999_999_999),
    (fields.parse_mailbox, "layanan.kua+a_b@unit-1.portal.example", None),
    (fields.parse_address, "https://contoh.example/a?b=c#d", None),
    (fields.parse_address, "http://contoh.example", None),
    (fields.parse_plain, "Teks 'biasa' & \"kutipan\": 100 %", None),
]
REFUSED: list[tuple[Parser, str, tuple[str, ...]]] = [
    (
        fields.parse_slug,
        "F11",
        ("", "A", "1a", "-a", "a-", "a--b", "a_b", "a b", "é", "a\n", "../a", "a" * 61),
    ),
    (fields.parse_ulid, "F12", ("", "0" * 25, "0" * 27, "8" + "0" * 25, "I" * 26, "a" * 26)),
    (
        fields.parse_day,
        "F13",
        ("", "2026-3-1", "31-03-2026", "2026-02-30", "2025-02-29", "20260331", "2026-03-31 "),
    ),
    (fields.parse_day, "F13", ("٢٠٢٦-٠٣-٣١", "2026-03-31T09:00:00+07:00", "0000-01-01")),
    (
        fields.parse_moment,
        "F14",
        ("", "2026-03-31", "2026-03-31T09:00:00", "2026-03-31T09:00+07:00", "2026-03-31 09:00:00Z"),
    ),
    (fields.parse_moment, "F14", ("2026-03-31T25:00:00+07:00", "2026-03-31T09:00:00+99:00")),
    (
        fields.parse_whole,
        "F15",
        ("", "01", "-1", "+1", "1.000", "1,0", "1e3", " 1", "1٢", "1000000000000000"),
    ),
    (fields.parse_mailbox, "F16", ("", "a", "a@b", "a b@c.example", "a@b.example\n", "@b.example")),
    (
        fields.parse_address,
        "F17",
        ("", "contoh.example", "javascript:alert(1)", "//contoh.example", "ftp://contoh.example"),
    ),
    (fields.parse_address, "F17", ("https://", "https://a b.example", "https://[::1", "data:a,b")),
    (fields.parse_plain, "F10", ("a <b> c", "5 > 3")),
    (
        fields.parse_plain,
        "F39",
        ("K\u043entak", "\u041aementerian", "Hasil \u0391gama", "\uff21gama", "\U0001d400gama"),
    ),
    (fields.parse_plain, "F09", ("", "  ", "dua\nbaris")),
]


@pytest.mark.parametrize(("parser", "text", "expected"), ACCEPTED)
def test_what_is_accepted(parser: Parser, text: str, expected: object) -> None:
    """The value; None where the text itself is the value."""
    assert (text if expected is None else expected) == parser(text)


@pytest.mark.parametrize(("parser", "code", "texts"), REFUSED)
def test_what_is_refused(parser: Parser, code: str, texts: tuple[str, ...]) -> None:
    """Each text is refused with the code of its message."""
    for text in texts:
        with pytest.raises(PydanticCustomError) as error:
            parser(text)
        assert (text, code) == (text, error.value.type)


def test_typed_values_pass() -> None:
    """Programs and tests can build models from dates, times and numbers."""
    day, moment = date(2026, 3, 31), datetime(2026, 3, 31, 9, tzinfo=WIB)
    parsers = (fields.parse_day, fields.parse_moment, fields.parse_whole)
    values = (day, moment, 7)
    assert list(values) == [parser(value) for parser, value in zip(parsers, values, strict=True)]


@given(st.text())
def test_a_parser_never_raises_anything_else(text: str) -> None:
    """Free text gives a value or the error that names a message."""
    for parser in {row[0] for row in ACCEPTED}:
        try:
            parser(text)
        except PydanticCustomError as error:
            assert error.type.startswith("F")


@pytest.mark.parametrize(
    ("adapter", "least", "most"),
    [
        (TypeAdapter(fields.Title), 1, 110),
        (TypeAdapter(fields.Summary), 40, 300),
        (TypeAdapter(fields.Sentence), 1, 300),
    ],
    ids=["title", "summary", "sentence"],
)
def test_lengths(adapter: TypeAdapter[str], least: int, most: int) -> None:
    """Both ends are allowed; one character beyond is told with the length and both ends."""
    for length in (least, most):
        assert "a" * length == adapter.validate_python("a" * length)
    with pytest.raises(ValidationError) as error:
        adapter.validate_python("a" * (most + 1))
    found = error.value.errors()[0]
    assert ("F08", {"length": most + 1, "least": least, "most": most}) == (
        found["type"],
        found["ctx"],
    )


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, [True, True, True]),
        (2, None, [False, True, True]),
        (None, 2, [True, True, False]),
        (2, 2, [False, True, False]),
        (3, 1, [False, False, False]),
    ],
)
def test_a_span_of_days(first: int | None, last: int | None, expected: list[bool]) -> None:
    """Both ends are included; one that is None is open; a span that runs backwards has no day."""
    begin, end = (date(2026, 3, day) if day else None for day in (first, last))
    assert expected == [fields.covers(begin, end, date(2026, 3, day)) for day in (1, 2, 3)]


def test_new_codes_are_ulids() -> None:
    """What `invoke new` mints is what a record may carry."""
    codes = [new_ulid() for _ in range(100)]
    assert codes == [fields.parse_ulid(code) for code in codes]
