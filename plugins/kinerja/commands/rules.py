"""The tables of messages as docs/rules.md (`invoke dev.rules`) and one by one (`--explain`)."""

import re
from collections.abc import Mapping
from string import Formatter

from rich.console import Console

from kinerja.disk import write_atomic
from kinerja.reading.messages import MESSAGES
from kinerja.reading.messages.examples import Example, read_examples
from tabular.problems import Message, nearest, render_problem

from .environment import PROJECT
from .findings import marked, print_marked
from .words import language, say

RULES_PATH = PROJECT / "docs" / "rules.md"

HEAD = """\
# Rules and their messages

Written by `./invoke dev.rules` from the message tables in the code; do not edit it by hand.

A mistake is printed as `path:line: field: what is wrong and what to do (CODE)`: each sentence
ends with the way out.
`./invoke check --explain B02` shows one of them with its example in full.
The language is Indonesian; `PORTAL_LANG=en` gives English.
What stands in `{ }` is filled in with the value at fault.
What a mistake does depends on the file in which it stands: see
[architecture.md](architecture.md#what-stops-a-build-and-what-does-not).
Advice (S) keeps nothing back; N and S can be overruled with a public reason: see
[editing.md](editing.md#numbers-in-prose).
"""

FAMILIES: tuple[tuple[str, str], ...] = (
    ("T", "Files and text"),
    ("C", "CSV"),
    ("Y", "YAML"),
    ("F", "Fields"),
    ("R", "References"),
    ("B", "Bodies"),
    ("L", "Attachments"),
    ("D", "Datasets"),
    ("P", "Approval"),
    ("G", "Governance and logs"),
    ("K", "Costs"),
    ("M", "Posts for social platforms"),
    ("N", "Numbers in prose"),
    ("S", "Advice"),
)
"""First letter of a code -> heading, in the order of the page."""

MARKDOWN_SIGNS = re.compile(r"([\\|<>*_\[\]`])")


def run() -> int:
    """Write docs/rules.md; 0 always. Raises OSError."""
    write_atomic(RULES_PATH, render_rules(MESSAGES, read_examples()).encode())
    print(f"{RULES_PATH.relative_to(PROJECT)}: {len(MESSAGES)} messages")
    return 0


def explain(terminal: Console, code: str) -> int:
    """Say what a code means and show a file in which it stands; 0, or 2 for an unknown code."""
    if code not in MESSAGES:
        near = nearest(code, MESSAGES) or "-"
        terminal.print(say("unknown-code", code=code, nearest=near))
        return 2
    message, (item, line) = MESSAGES[code], read_examples()[code]
    sentence = message.en if language() == "en" else message.id
    terminal.print(f"{code}: {_plain(sentence)}\n")
    terminal.print(say("explain-example"))
    terminal.print(render_problem(item, MESSAGES, language()))
    print_marked(terminal, item, *(marked(line, item) if line else ("", "")), "bold")
    return 0


def render_rules(messages: Mapping[str, Message], examples: Mapping[str, Example]) -> str:
    """Return the page: a table for each family, its codes sorted.

    Raises ValueError for a code whose family has no heading.
    """
    letters = [letter for letter, _ in FAMILIES]
    homeless = sorted(code for code in messages if code[0] not in letters)
    if homeless:
        raise ValueError(f"no family in FAMILIES for {', '.join(homeless)}")
    tables = [_render_family(letter, title, messages, examples) for letter, title in FAMILIES]
    return "\n".join([HEAD, *tables])


def _render_family(
    letter: str, title: str, messages: Mapping[str, Message], examples: Mapping[str, Example]
) -> str:
    rows = [
        f"| {code} | {_cell(messages[code].id)} | {_cell(messages[code].en)} "
        f"| {_example(examples[code])} |"
        for code in sorted(messages)
        if code[0] == letter
    ]
    head = ["| code | Indonesian | English | example |", "|---|---|---|---|"]
    return "\n".join([f"## {letter}: {title}", "", *head, *rows, ""])


def _cell(sentence: str) -> str:
    """Return a sentence with its places as `{name}`, safe in a cell of a Markdown table."""
    return MARKDOWN_SIGNS.sub(r"\\\1", _plain(sentence))


def _plain(sentence: str) -> str:
    parts = Formatter().parse(sentence)
    return "".join(text + (f"{{{name}}}" if name else "") for text, name, _, _ in parts)


def _example(example: Example) -> str:
    """Return the line at fault, or where there is none the path of the file."""
    shown = marked(example.line, example.item)[0].strip() if example.line else example.item.path
    quote, space = ("``", " ") if "`" in shown else ("`", "")
    return f"{quote}{space}{shown.replace('|', chr(92) + '|')}{space}{quote}"
