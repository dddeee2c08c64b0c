"""Bytes to text: what is refused, at which line, and that nothing is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabular.problems import problem
from tabular.text import FORBIDDEN, decode_text, line_of, shown


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\nb\xff", problem("p", 2, "", "T01", byte="0xFF")),
        (b"\xef\xbb\xbfa", problem("p", 1, "", "T02")),
        (b"a\nb\r\nc", problem("p", 2, "", "T03")),
        (b"a\rb", problem("p", 1, "", "T03")),
        (b"a\n\nb\x00", problem("p", 3, "", "T04", character="U+0000")),
        ("a\u2028b".encode(), problem("p", 1, "", "T04", character="U+2028")),
        (b"\xc2\x85", problem("p", 1, "", "T04", character="U+0085")),
        ("ok\ne\u0301".encode(), problem("p", 2, "", "T05")),
        (b"12345678901", problem("p", 0, "", "T06", size=11, limit=10)),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_line(data: bytes, expected: object) -> None:
    """Each kind of bad byte gives no text and one problem at the first place of it."""
    assert ("", [expected]) == decode_text(data, "p", 10)


@pytest.mark.parametrize("data", [b"", b"\n", b"a\tb\n", "é – “x”\n".encode(), b"1234567890"])
def test_good_text_comes_back_unchanged(data: bytes) -> None:
    """Tab and LF are allowed, and a file of exactly the largest size."""
    assert (data.decode(), []) == decode_text(data, "p", max(10, len(data)))


@given(st.binary())
def test_text_comes_back_whole_or_not_at_all(data: bytes) -> None:
    """Either the text encodes to the same bytes, or there is no text and exactly one problem."""
    text, problems = decode_text(data, "p")
    assert (data, 0) == (text.encode(), 0) if not problems else ("", 1) == (text, len(problems))


@given(st.text())
def test_accepted_text_is_normal_and_clean(text: str) -> None:
    """Text is accepted exactly when it is NFC, without BOM, CR and forbidden characters."""
    clean = (
        unicodedata.is_normalized("NFC", text)
        and not text.startswith("\ufeff")
        and "\r" not in text
        and not FORBIDDEN.search(text)
    )
    assert clean == (not decode_text(text.encode(), "p")[1])


def test_lines_count_from_one() -> None:
    """The LF itself still belongs to the line that it ends."""
    assert [1, 1, 2] == [line_of("a\nb", offset) for offset in range(3)]


@given(st.text())
def test_what_is_shown_is_short_and_tame(text: str) -> None:
    """A terminal gets no control characters from outside."""
    line = shown(text)
    assert len(line) <= 60
    assert line.isprintable() or all(sign.isprintable() or sign > "\xa0" for sign in line)
