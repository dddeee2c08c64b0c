"""The words for mistakes hold to the rules that use them."""

import re
from pathlib import Path

import cost_appendix
from cost_appendix.messages import MESSAGES
from tabular.messages import MESSAGES as FORM

SOURCES = sorted(Path(cost_appendix.__file__).parent.rglob("*.py"))


def test_every_code_has_words_and_every_word_a_code() -> None:
    """The codes in the source are exactly those of the table."""
    used = {
        code
        for source in SOURCES
        if "messages" not in source.parts
        for code in re.findall(r'"(K\d\d)"', source.read_text(encoding="utf-8"))
    }
    assert used == set(MESSAGES)


def test_no_code_is_used_twice() -> None:
    """The codes of form are another family."""
    assert set() == set(MESSAGES) & set(FORM)


def test_both_languages_name_the_same_details() -> None:
    """No detail is lost in one of the languages."""
    details = {
        code: (set(re.findall(r"{(\w+)", message.id)), set(re.findall(r"{(\w+)", message.en)))
        for code, message in MESSAGES.items()
    }
    assert {} == {code: pair for code, pair in details.items() if pair[0] != pair[1]}


def test_every_message_says_what_is_wrong_and_what_to_do() -> None:
    """Two halves, with a semicolon between them."""
    assert [] == [code for code, words in MESSAGES.items() if "; " not in words.id]
    assert [] == [code for code, words in MESSAGES.items() if "; " not in words.en]
