"""What a check of `editorial` is given: a record in pieces of prose, and what it is held against.

A check is a function from `Subject` to problems whose detail `text` is what it found, as written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kinerja.model.digest import sha256
from kinerja.model.documents import Edition
from kinerja.model.records import Indicator, Record
from kinerja.model.tables import Dataset, Tables
from tabular.problems import Problem, problem

from .text import Piece

LONGEST = 160
"""Characters of a finding that a message shows."""


@dataclass(frozen=True)
class Background:
    """The tables in use, the public datasets, and the definitions of indicators.

    `explained` are the words that glossary and tables explain, collected once for all records.
    """

    tables: Tables
    datasets: Mapping[str, Dataset]
    indicators: Mapping[str, Indicator]
    explained: frozenset[str] = frozenset()

    @cached_property
    def name(self) -> str:
        """A digest of all this, by which results are kept."""
        whole = (self.tables, self.datasets, self.indicators, sorted(self.explained))
        return sha256(repr(whole).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Subject:
    """One record as its public reads it."""

    edition: Edition
    record: Record
    pieces: tuple[Piece, ...]
    background: Background

    def finding(self, code: str, piece: Piece, start: int, end: int, **details: object) -> Problem:
        """Return what a check found between two places of a piece."""
        line = piece.line if piece.field else piece.line + piece.text.count("\n", 0, start)
        text = " ".join(piece.text[start:end].split())[:LONGEST]
        return problem(self.edition.path, line, piece.field, code, text=text, **details)
