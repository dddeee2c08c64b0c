"""`invoke dev.rules`: the tables of messages as docs/rules.md, which a test holds to them."""

import re
from collections.abc import Mapping
from string import Formatter

from kinerja.disk import write_atomic
from kinerja.reading.messages import MESSAGES
from tabular.problems import Message

from .environment import PROJECT

RULES_PATH = PROJECT / "docs" / "rules.md"

HEAD = """\
# Rules and their messages

Written by `./invoke dev.rules` from the message tables in the code; do not edit it by hand.

A mistake is printed as `path:line: field: what is wrong and what to do (CODE)`.
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
    write_atomic(RULES_PATH, render_rules(MESSAGES).encode())
    print(f"{RULES_PATH.relative_to(PROJECT)}: {len(MESSAGES)} messages")
    return 0


def render_rules(messages: Mapping[str, Message]) -> str:
    """Return the page: a table for each family, its codes sorted.

    Raises ValueError for a code whose family has no heading.
    """
    letters = [letter for letter, _ in FAMILIES]
    homeless = sorted(code for code in messages if code[0] not in letters)
    if homeless:
        raise ValueError(f"no family in FAMILIES for {', '.join(homeless)}")
    tables = (_render_family(letter, title, messages) for letter, title in FAMILIES)
    return "\n".join([HEAD, *tables])


def _render_family(letter: str, title: str, messages: Mapping[str, Message]) -> str:
    rows = [
        f"| {code} | {_cell(messages[code].id)} | {_cell(messages[code].en)} |"
        for code in sorted(messages)
        if code[0] == letter
    ]
    head = [f"## {letter}: {title}", "", "| code | Indonesian | English |", "|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _cell(sentence: str) -> str:
    """Return a sentence with its places as `{name}`, safe in a cell of a Markdown table."""
    parts = (
        literal + (f"{{{name}}}" if name else "")
        for literal, name, _, _ in Formatter().parse(sentence)
    )
    return MARKDOWN_SIGNS.sub(r"\\\1", "".join(parts))
