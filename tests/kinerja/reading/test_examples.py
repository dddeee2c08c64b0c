"""The examples of mistakes are real ones, and every code has one."""

from kinerja.reading.messages import MESSAGES
from kinerja.reading.messages.examples import EXAMPLES_PATH, read_examples
from tabular.problems import render_problem
from tests.kinerja.reading import examples


def test_the_file_is_what_the_folders_of_mistakes_give() -> None:
    """`./invoke dev.rules` writes it; nobody edits it by hand."""
    assert examples.render(examples.collect()) == EXAMPLES_PATH.read_text("utf-8")


def test_every_code_has_an_example_in_both_languages() -> None:
    """And each can be said, with all the details that its sentence has."""
    found = read_examples()
    assert sorted(MESSAGES) == [*found]
    said = [render_problem(e.item, MESSAGES, name) for e in found.values() for name in ("id", "en")]
    assert [f"({code})" for code in found for _ in "12"] == [text[-5:] for text in said]
