"""The tables in use: approved editions put together."""

from collections.abc import Iterable
from typing import TypeVar

from kinerja.model.documents import Value
from kinerja.model.tables import (
    Explanation,
    Holiday,
    Lexicon,
    Measure,
    Message,
    Platform,
    Redirect,
    Scale,
    Source,
    Tables,
    Term,
    Unit,
)

R = TypeVar("R")


def tables_of(editions: Iterable[Value | None]) -> Tables:
    """Put the values of the table editions in use together, each table by its key."""
    values = [value for value in editions if isinstance(value, tuple)]

    def rows(model: type[R]) -> list[R]:
        return [row for value in values for row in value if isinstance(row, model)]

    scales: dict[str, tuple[Scale, ...]] = {}
    for scale in rows(Scale):
        scales[scale.id] = (*scales.get(scale.id, ()), scale)
    return Tables(
        units={row.id: row for row in rows(Unit)},
        measures={row.id: row for row in rows(Measure)},
        sources={row.id: row for row in rows(Source)},
        messages={row.id: row for row in rows(Message)},
        scales=scales,
        platforms={row.id: row for row in rows(Platform)},
        holidays={row.date: row.name for row in rows(Holiday)},
        explanations=tuple(rows(Explanation)),
        redirects=tuple(rows(Redirect)),
        terms=tuple(rows(Term)),
        lexicon=tuple(rows(Lexicon)),
    )
