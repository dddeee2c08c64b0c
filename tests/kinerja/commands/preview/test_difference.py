"""The difference between two texts is whole, by words, and folds what did not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands.preview.difference import Piece, difference

WORDS = st.lists(st.sampled_from(["a", "b", "88,46", "\n", " ", "\n\n", "\u2028", "<b>"])).map(
    "".join
)
TEXTS = st.one_of(st.text(), WORDS)


def without(mark: str, pieces: list[Piece]) -> str:
    """Return what stands after the pieces of a mark are taken out."""
    return "".join(piece.text for piece in pieces if piece.mark != mark)


@given(TEXTS, TEXTS)
def test_both_texts_come_out_again(before: str, after: str) -> None:
    """Without what was put in stands the text before, without what was taken out the text after."""
    pieces = difference(before, after)
    assert (before, after) == (without("ins", pieces), without("del", pieces))


@given(TEXTS)
def test_no_difference_to_itself(text: str) -> None:
    """The same text has nothing put in and nothing taken out."""
    assert {piece.mark for piece in difference(text, text)} <= {"", "fold"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", "baru\n", [("ins", "baru\n")]),
        ("lama\n", "", [("del", "lama\n")]),
        (
            "Naik 82,10 poin.\nTetap.\n",
            "Naik 78,25 poin.\nTetap.\n",
            [
                ("", "Naik "),
                ("del", "82,10 "),
                ("ins", "78,25 "),
                ("", "poin.\n"),
                ("", "Tetap.\n"),
            ],
        ),
    ],
)
def test_words_inside_changed_lines(before: str, after: str, expected: list[Piece]) -> None:
    """Only the words that changed are marked, a number as one word."""
    assert expected == difference(before, after)


def test_what_is_far_from_a_change_is_folded() -> None:
    """Three lines stay in sight on each side."""
    lines = [f"{number}\n" for number in range(10)]
    expected = [("", "0\n1\n2\n"), ("fold", "3\n4\n5\n6\n"), ("", "7\n8\n9\n"), ("ins", "baru\n")]
    assert expected == difference("".join(lines), "".join([*lines, "baru\n"]))


def test_a_few_lines_are_not_folded() -> None:
    """Seven lines that did not change are shown."""
    text = "a\n" * 7
    assert [("", text)] == difference(text, text)
