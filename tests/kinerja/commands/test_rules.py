"""`invoke dev.rules`: docs/rules.md is what the tables of messages say, whatever they say."""

from pathlib import Path

import pytest

from kinerja.commands import rules
from kinerja.reading.messages import MESSAGES
from kinerja.reading.messages.examples import Example, read_examples
from tabular.problems import Message, problem


def test_the_page_of_rules_is_that_of_the_code() -> None:
    """docs/rules.md is what `./invoke dev.rules` writes."""
    assert rules.render_rules(MESSAGES, read_examples()) == rules.RULES_PATH.read_text("utf-8")


def test_every_message_stands_in_the_page_of_rules() -> None:
    """No code is lost on the way."""
    page = rules.render_rules(MESSAGES, read_examples())
    assert [] == [code for code in MESSAGES if f"\n| {code} | " not in page]


def test_a_message_cannot_break_the_table() -> None:
    """Signs of Markdown are escaped, places stand as `{name}`, doubled braces as one."""
    message = Message("a | <b> {{x}} {n!r}", "*c*")
    example = Example(problem("a|b.md", 1, "", "T01"), "`c` | d")
    page = rules.render_rules({"T01": message}, {"T01": example})
    row = "| T01 | a \\| \\<b\\> {x} {n} | \\*c\\* | `` `c` \\| d `` |"
    assert row in page.splitlines()


def test_a_message_of_an_unknown_family_is_refused() -> None:
    """A new family needs a heading before it can be written."""
    with pytest.raises(ValueError, match="Z01"):
        rules.render_rules({"Z01": Message("a", "b")}, {})


def test_the_command_writes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`./invoke dev.rules` replaces the file and says how many messages it holds."""
    monkeypatch.setattr(rules, "PROJECT", tmp_path)
    monkeypatch.setattr(rules, "RULES_PATH", tmp_path / "docs" / "rules.md")
    code = rules.run()
    written = (tmp_path / "docs" / "rules.md").read_text(encoding="utf-8")
    assert (0, rules.render_rules(MESSAGES, read_examples())) == (code, written)
    assert f"docs/rules.md: {len(MESSAGES)} messages\n" == capsys.readouterr().out
