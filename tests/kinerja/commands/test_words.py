"""What commands say: two languages, one table, each sentence used and each use in the table."""

import re
from pathlib import Path
from string import Formatter

import pytest

import kinerja.commands
import tasks
from kinerja.commands.guard import SENTENCES
from kinerja.commands.words import WORDS, console, language, print_problems, say
from tabular.problems import problem

FOLDER = Path(kinerja.commands.__file__).parent
FILES = [file for file in sorted(FOLDER.rglob("*.py")) if file.parent.name != "words"]
SOURCE = "".join(file.read_text("utf-8") for file in (Path(tasks.__file__), *FILES))


def details(sentence: str) -> set[str]:
    """Return the names of the places in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_sentence_is_said_and_everything_said_is_there() -> None:
    """No sentence is left over, none is missing."""
    calls = r'(?:say|_print_reasons|Refused)\(\s*(?:terminal, )?"([a-z-]+)"'
    said = {*re.findall(calls, SOURCE), *SENTENCES.values()}
    chosen = re.findall(r'= "([a-z-]+)" if [\w. ]+ else f?"([a-z-]+)', SOURCE)
    said |= {name for pair in chosen for name in pair if name in WORDS}
    begun = tuple(re.findall(r'f["\x27]([a-z]+-)\{', SOURCE))
    composed = {name for name in WORDS if name.startswith(begun)} - said
    assert {"step-", "waiting-", "after-"} <= {*begun}
    assert set() == said - WORDS.keys()
    assert set() == WORDS.keys() - said - composed


@pytest.mark.parametrize("name", WORDS)
def test_both_languages_name_the_same_details(name: str) -> None:
    """No detail is lost in one of the languages, and neither is empty."""
    message = WORDS[name]
    assert details(message.id) == details(message.en)
    assert message.id.strip()
    assert message.en.strip()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "id"), ("id", "id"), ("en", "en"), ("", "id"), ("de", "id"), ("EN", "id")],
)
def test_the_language(monkeypatch: pytest.MonkeyPatch, value: str | None, expected: str) -> None:
    """Indonesian unless PORTAL_LANG says en."""
    monkeypatch.delenv("PORTAL_LANG", raising=False)
    if value is not None:
        monkeypatch.setenv("PORTAL_LANG", value)
    assert expected == language()
    sentence = {"id": "Kesalahan: 3", "en": "Mistakes: 3"}[expected]
    assert sentence == say("mistakes", count=3)


def test_a_mistake_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """However long, with signs that a terminal could take for markup, and without colours."""
    value = "[bold]" + "x" * 300 + "\n:smile:"
    print_problems(console(), [problem("a.md", 3, "judul", "F11", value=value)])
    expected = (
        f"a.md:3: judul: '[bold]{'x' * 300} :smile:' bukan id; pakai huruf kecil, angka, "
        "dan tanda hubung, paling panjang 60 (F11)\n"
    )
    assert expected == capsys.readouterr().out
