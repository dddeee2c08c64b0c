"""Mistakes as values, and their words."""

from hypothesis import given
from hypothesis import strategies as st

from tabular.problems import Message, nearest, problem, render_problem

MESSAGES = {"X01": Message("{value!r} keliru; hapus", "{value!r} is wrong; delete it")}


def test_a_problem_is_said_with_its_place() -> None:
    """Path, line, field, sentence and code stand in one line."""
    item = problem("data/a.csv", 7, "jumlah", "X01", value="1.0")
    expected = "data/a.csv:7: jumlah: '1.0' keliru; hapus (X01)"
    assert expected == render_problem(item, MESSAGES, "id")


def test_english_is_said_only_when_asked_for() -> None:
    """Any language but `en` is answered in Indonesian."""
    item = problem("a", 1, "f", "X01", value=1)
    expected = ["a:1: f: '1' is wrong; delete it (X01)", "a:1: f: '1' keliru; hapus (X01)"]
    assert expected == [render_problem(item, MESSAGES, language) for language in ("en", "fr")]


def test_a_problem_of_a_whole_file_has_neither_line_nor_field() -> None:
    """Line 0 is not shown, nor is an empty field."""
    expected = "a.csv: 'x' keliru; hapus (X01)"
    assert expected == render_problem(problem("a.csv", 0, "", "X01", value="x"), MESSAGES, "id")


@given(st.text())
def test_a_problem_stays_on_one_line(value: str) -> None:
    """Whatever an editor wrote, braces and line ends too, the message is one line of text."""
    item = problem("a.csv", 1, "f", "X01", value=value)
    rendered = render_problem(item, MESSAGES, "id")
    assert [rendered] == rendered.splitlines()


def test_problems_sort_by_place() -> None:
    """Path goes before line, line before field."""
    late, early = problem("b", 1, "", "X01"), problem("a", 10, "x", "X01")
    earliest = problem("a", 9, "y", "X01")
    assert [earliest, early, late] == sorted([late, early, earliest])


def test_the_nearest_name_is_offered_and_nothing_far() -> None:
    """A slip of the pen finds its name; a word of its own finds none."""
    assert ["jumlah", ""] == [nearest(name, ["jumlah", "uraian"]) for name in ("jumla", "xyz")]
