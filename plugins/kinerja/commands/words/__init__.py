"""The words that commands say on a terminal, in Indonesian and in English, and how they are said.

The language is that of PORTAL_LANG where it is set, otherwise Indonesian, as DEFAULT_LANG.
"""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from rich.console import Console

from kinerja.reading.messages import MESSAGES
from tabular.problems import Message, Problem, render_problem

from . import building, deciding, publishing, reviews, social, spreadsheets, writing

WORDS: dict[str, Message] = {
    **building.WORDS,
    **deciding.WORDS,
    **publishing.WORDS,
    **reviews.WORDS,
    **social.WORDS,
    **spreadsheets.WORDS,
    **writing.WORDS,
}


def language() -> str:
    """Return the language of messages: id or en."""
    return "en" if os.environ.get("PORTAL_LANG", "id") == "en" else "id"


def say(name: str, **details: object) -> str:
    """Return a sentence in the language of the user."""
    message = WORDS[name]
    return (message.en if language() == "en" else message.id).format(**details)


def content_option(folder: str | Path) -> str:
    """Return the option that names a content folder, '' for the usual one."""
    usual = Path("content").resolve()
    return "" if Path(folder).resolve() == usual else f" --content {shlex.quote(str(folder))}"


def console(file: IO[str] | None = None, stderr: bool = False) -> Console:
    """Return the terminal: colours and bars only where somebody looks at it, and never NO_COLOR."""
    return Console(
        file=file, stderr=stderr, highlight=False, soft_wrap=True, markup=False, emoji=False
    )


def print_problems(terminal: Console, problems: Iterable[Problem]) -> None:
    """Print every mistake on a line of its own."""
    for item in problems:
        terminal.print(render_problem(item, MESSAGES, language()))
