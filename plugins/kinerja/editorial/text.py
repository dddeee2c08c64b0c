"""A record as pieces of prose: figures in words, links as their text, quotations blanked.

Works on the Markdown itself, so that every sign keeps its line; a piece is a paragraph, an item
of a list, a heading, a table, or a text of the front matter.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, TypeVar

from kinerja.evidence.figures import Resolved, resolve_figure
from kinerja.evidence.words import figure_words
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import FieldPath
from kinerja.model.records import Indicator, Record
from kinerja.model.tables import Dataset
from kinerja.reading.body import parse_figure

from .numbers import Number, numbers_in, sentences

FIELDS = ("title", "summary", "benefit", "data_text", "action", "unknown", "steps", "posts")
"""Attributes that tell something; a claim is quoted, and a correction says what was wrong."""

INLINE = re.compile(
    r"\{\{(?P<token>[^{}\n]{0,200})\}\}|!\[[^\[\]\n]{0,500}\]\([^()\s]{0,500}\)"
    r"|\[(?P<shown>[^\[\]\n]{1,500})\]\((?P<to>[^()\s]{1,500})\)"
    r"|`[^`\n]{0,500}`|<https?://[^<>\s]{1,500}>|https?://[^\s<>]{1,500}|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}"
)
QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"|‘[^‘’\n]{0,500}’")
ITEM = re.compile(r"\s{0,8}(?:[-+*]|\d{1,3}[.)])\s+(?=\S)")


Resolve = Callable[[str], tuple[Resolved, str] | None]
"""What a token stands for, and its words."""


class Bound(NamedTuple):
    """A bound figure and where its words stand in a piece."""

    start: int
    end: int
    resolved: Resolved


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of prose as its reader sees it.

    `line` is that of its first sign, and each line break of `text` is one of the file; a text of
    front matter stands at the line of its key, which `field` names. `form` is teks, judul, butir
    or tabel. `sourced` are the places of links to a source, `sentences` those of its sentences,
    `loose` the numbers that no figure is bound to.
    """

    text: str
    line: int
    field: str = ""
    form: str = "teks"
    bound: tuple[Bound, ...] = ()
    sourced: tuple[tuple[int, int], ...] = ()
    numbers: tuple[Number, ...] = ()
    loose: tuple[Number, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    def quantities(self, start: int, end: int) -> list[Number]:
        """Return the numbers between two places; what is an end of a range is no quantity."""
        return [n for n in between(self.numbers, start, end) if not n.ranged]


T = TypeVar("T")


def between(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Return those of some things in order whose `start` lies between two places."""
    first, last = (bisect_left(items, at, key=attrgetter("start")) for at in (start, end))
    return items[first:last]


def pieces_of(
    edition: Edition,
    document: Document[Record],
    datasets: Mapping[str, Dataset],
    indicators: Mapping[str, Indicator],
) -> tuple[Piece, ...]:
    """Return the pieces of a record: its front matter, then its body, in order."""

    def resolve(token: str) -> tuple[Resolved, str] | None:
        figure = parse_figure(token, 0)
        resolved = resolve_figure(figure, datasets, indicators) if figure else None
        if figure is None or resolved is None or figure.is_block:
            return None
        indicator = indicators.get(figure.indicator)
        return resolved, figure_words(resolved, indicator.precision if indicator else None)

    body = document.body
    front = (
        _piece(text, edition.place(*at).line, "teks", resolve, edition.place(*at).name)
        for at, text in _front(document.record)
    )
    blocks = _blocks(body.source.split("\n"), body.offset + 1)
    return (*front, *(_piece(*block, resolve) for block in blocks))


def _front(record: Record) -> Iterator[tuple[FieldPath, str]]:
    told = record.model_dump(include={*FIELDS})
    for name in FIELDS:
        yield from texts(told.get(name), (name,))


def texts(value: object, at: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield every text of front matter that is plain data, and the keys that lead there."""
    items: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        items = ((str(key), item) for key, item in value.items())
    elif isinstance(value, tuple | list):
        items = enumerate(value)
    for key, item in items:
        yield from texts(item, (*at, key))


def _blocks(lines: list[str], first: int) -> Iterable[tuple[str, int, str]]:
    """Yield (text, line, form) of every block; quotations and code are left out."""
    gathered: list[str] = []
    start, form = first, "teks"
    for number, line in enumerate([*lines, ""], first):
        begins = _form(line, form if gathered else "")
        if gathered and (not begins or begins != form or ITEM.match(line) or form == "judul"):
            if form != "kutipan":
                yield "\n".join(gathered), start, form
            gathered = []
        if begins:
            if not gathered:
                start, form = number, begins
            gathered.append(line)


def _form(line: str, inside: str) -> str:
    """Return what a line is, '' for an empty one; a line after another goes on with it."""
    bare = line.strip()
    if not bare or (not inside and line.startswith(("    ", "\t"))):
        return ""
    if bare.startswith(">") or inside == "kutipan":
        return "kutipan"
    if bare.startswith("#"):
        return "judul"
    if bare.startswith("|") or (inside == "tabel" and "|" in bare):
        return "tabel"
    if ITEM.match(line):
        return "butir"
    return inside if inside in ("butir", "teks") else "teks"


def _piece(text: str, line: int, form: str, resolve: Resolve, field: str = "") -> Piece:
    parts: list[str] = []
    bound: list[Bound] = []
    sourced: list[tuple[int, int]] = []
    at = length = 0
    text = ITEM.sub("", text, 1) if form == "butir" else text
    for found in INLINE.finditer(text):
        shown, token = found["shown"] or "", found["token"]
        resolved = resolve(token) if token is not None else None
        if token is not None:
            shown = resolved[1] if resolved else "…"
        parts += (text[at : found.start()], shown)
        length += found.start() - at
        at = found.end()
        if resolved:
            bound.append(Bound(length, length + len(shown), resolved[0]))
        elif shown and (found["to"] or "").startswith("sumber:"):
            sourced.append((length, length + len(shown)))
        length += len(shown)
    whole = QUOTED.sub(_blank, "".join((*parts, text[at:])))
    numbers = tuple(numbers_in(whole))
    spots = {n for b in bound for n in range(b.start, b.end)}
    loose = tuple(n for n in numbers if n.start not in spots)
    marks = (tuple(bound), tuple(sourced), numbers, loose, tuple(sentences(whole)))
    return Piece(whole, line, field, form, *marks)


def _blank(found: re.Match[str]) -> str:
    """A quotation says what others said: its signs become dots, its lines stay."""
    return re.sub(r"[^\n]", "·", found[0])
