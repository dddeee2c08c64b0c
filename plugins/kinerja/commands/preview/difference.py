"""The difference between two texts, by words inside changed lines: what an approver has to read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

WORD = re.compile(r"\S+\s*|\s+")
CONTEXT = 3
"""Unchanged lines that stay in sight before and after a change."""


class Piece(NamedTuple):
    """A run of text; `mark` is `del`, `ins`, `fold` (unchanged, out of sight) or ''."""

    mark: str
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Return the pieces: those not `ins` give `before` when joined, those not `del` give `after`.

    Unchanged runs far from any change are folded.
    """
    lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    return list(_fold(_pieces(*lines, by_words=True)))


def _pieces(before: Sequence[str], after: Sequence[str], by_words: bool) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal":
            yield Piece("", old)
        elif tag == "replace" and by_words:
            yield from _pieces(WORD.findall(old), WORD.findall(new), by_words=False)
        else:
            yield from (Piece(mark, text) for mark, text in (("del", old), ("ins", new)) if text)


def _fold(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        lines = piece.text.splitlines(keepends=True)
        if piece.mark or len(lines) <= 2 * CONTEXT + 1:
            yield piece
            continue
        parts = (lines[:CONTEXT], lines[CONTEXT:-CONTEXT], lines[-CONTEXT:])
        for mark, part in zip(("", "fold", ""), parts, strict=True):
            yield Piece(mark, "".join(part))
