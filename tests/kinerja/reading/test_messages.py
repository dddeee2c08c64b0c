"""Messages hold to the code: each is reachable, in both languages, and none is missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

import kinerja
from cost_appendix.messages import MESSAGES as COSTS
from kinerja.reading.messages import MESSAGES, OWN
from tabular.messages import MESSAGES as FORM
from tabular.problems import Problem, render_problem
from tests.kinerja.reading.every_mistake import every_problem, write_every_mistake

HERE = Path(__file__).parent
SOURCES = [
    file.read_text("utf-8")
    for file in sorted(Path(kinerja.__file__).parent.rglob("*.py"))
    if "messages" not in file.parts
]


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Return every mistake of the folder and every reason against an edition."""
    return every_problem(write_every_mistake(tmp_path_factory.mktemp("isi") / "isi"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_mistake_in_words(problems: list[Problem], language: str) -> None:
    """The complete list as an editor reads it, each with place, sentence and code."""
    expected = (HERE / f"every_mistake.{language}.txt").read_text("utf-8").splitlines()
    assert expected == [render_problem(item, MESSAGES, language) for item in problems]


def test_every_message_is_reachable(problems: list[Problem]) -> None:
    """There is content of which each message is said."""
    assert set() == OWN.keys() - {item.code for item in problems}


def test_every_code_in_the_source_has_a_message() -> None:
    """And every message of the table is used by the source."""
    used = {code for text in SOURCES for code in re.findall(r'"([A-Z]\d\d)"', text)}
    assert set() == used - MESSAGES.keys()
    assert set() == OWN.keys() - used


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same(code: str) -> None:
    """The same details, no sentence empty, none with a full stop before its code."""
    message = MESSAGES[code]
    details = [
        {name for _, name, _, _ in Formatter().parse(sentence) if name} for sentence in message
    ]
    assert details[0] == details[1]
    assert all(sentence.strip() and not re.search(r"(?<!\.)\.$", sentence) for sentence in message)
    assert message.id != message.en


@pytest.mark.parametrize("code", OWN)
def test_each_message_says_what_to_do(code: str) -> None:
    """What is wrong; then, after a semicolon or a colon, the way out."""
    assert all(re.search("[;:,] ", sentence) for sentence in OWN[code])


def test_no_code_means_two_things() -> None:
    """The tables of the three packages share none, and each code has its family."""
    assert len(MESSAGES) == len(OWN) + len(FORM) + len(COSTS)
    assert {"T", "C", "Y", "F", "R", "B", "L", "D", "P", "G", "K", "M", "N", "S"} == {
        code[0] for code in MESSAGES
    }
