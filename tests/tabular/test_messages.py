"""The words for mistakes of form hold to the code that uses them."""

import re
from pathlib import Path

import tabular
from tabular.messages import MESSAGES


def test_every_code_has_words_and_every_word_a_code() -> None:
    """The codes in the source are exactly those of the table."""
    folder = Path(tabular.__file__).parent
    sources = [(folder / name).read_text(encoding="utf-8") for name in ("text.py", "table.py")]
    used = {code for source in sources for code in re.findall(r'"([A-Z]\d\d)"', source)}
    assert used == set(MESSAGES)


def test_both_languages_name_the_same_details() -> None:
    """No detail is lost in one of the languages."""
    details = {
        code: (set(re.findall(r"{(\w+)", message.id)), set(re.findall(r"{(\w+)", message.en)))
        for code, message in MESSAGES.items()
    }
    assert {} == {code: pair for code, pair in details.items() if pair[0] != pair[1]}
