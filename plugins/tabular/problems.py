"""A mistake as a value: where it is, which rule it breaks, and the words for it.

Rules yield problems and never raise; whoever runs the rules prints all of them at once.
The wording lives apart from the rules, in message tables that map a code to a sentence in
Indonesian and in English.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Message(NamedTuple):
    """What is wrong and what to do, in both languages, with `{name}` places for details."""

    id: str
    en: str


Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. `path` is relative to the content folder, `line` counts from 1 (0: the file)."""

    path: str
    line: int
    field: str
    code: str
    details: Details = ()


def problem(path: str, line: int, field: str, code: str, **details: object) -> Problem:
    """Make a problem; `details` fill the places of its message."""
    return Problem(path, line, field, code, tuple((k, str(v)) for k, v in details.items()))


def render_sentence(item: Problem, messages: Mapping[str, Message], language: str) -> str:
    """Return what is wrong and what to do, as one line of text."""
    message = messages[item.code]
    sentence = (message.en if language == "en" else message.id).format(**dict(item.details))
    return " ".join(sentence.splitlines())


def render_problem(item: Problem, messages: Mapping[str, Message], language: str) -> str:
    """Return `path:line: field: what is wrong and what to do (CODE)` as one line of text."""
    sentence = render_sentence(item, messages, language)
    place = f"{item.path}:{item.line}" if item.line else item.path
    field = f" {item.field}:" if item.field else ""
    return " ".join(f"{place}:{field} {sentence} ({item.code})".splitlines())


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like `name`, or '' when none is near."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""
