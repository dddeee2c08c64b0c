"""Which numbers of a text are figures of indicators: those bound to a row, and those equal to one.

A number that is only written is taken for a figure where an indicator that the record cites has
that value, and it is special enough: with decimals, or from 1,000 on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.evidence.series import are_alike
from kinerja.model.records import Indicator
from kinerja.model.tables import Dataset, Measure, Observation

from .numbers import Number
from .subject import Subject
from .text import Piece

SPECIAL = 1000


@dataclass(frozen=True, slots=True)
class Cited:
    """An indicator that a record cites, with its unit of measure, its data, and rows by number."""

    indicator: Indicator
    measure: Measure
    dataset: Dataset
    by_value: Mapping[object, Observation]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure of a text: where it stands, and its row. `form` is that of a bound figure."""

    start: int
    end: int
    cited: Cited
    row: Observation
    form: str = ""

    @property
    def series(self) -> tuple[Observation, ...]:
        """Return the rows of its detail with a number and a period as long, in order of time."""
        rows = self.cited.dataset.series(self.row.detail)
        alike = (row for row in rows if are_alike(row.period, self.row.period))
        return tuple(row for row in alike if isinstance(row.value, Decimal))


def cited(subject: Subject) -> dict[str, Cited]:
    """Return the indicators that a record cites in its front matter or binds in its text."""
    known = subject.background
    names = dict.fromkeys(reference.id for reference in subject.record.indicators)
    names |= {b.resolved.figure.indicator: None for p in subject.pieces for b in p.bound}
    found = {}
    for name in names:
        indicator, dataset = known.indicators.get(name), known.datasets.get(name)
        measure = known.tables.measures.get(indicator.measure) if indicator else None
        if indicator and dataset and measure:
            rows = (row for row in reversed(dataset.observations))
            by_value: dict[object, Observation] = {
                r.value: r for r in rows if isinstance(r.value, Decimal)
            }
            found[name] = Cited(indicator, measure, dataset, by_value)
    return found


def anchors_in(piece: Piece, known: dict[str, Cited]) -> list[Anchor]:
    """Return the figures of a piece in order; bound ones say in which form."""
    found = [
        Anchor(b.start, b.end, known[name], b.resolved.rows[-1], b.resolved.figure.form)
        for b in piece.bound
        if (name := b.resolved.figure.indicator) in known and b.resolved.rows
    ]
    for number in piece.loose if known else ():
        is_special = number.value.denominator > 1 or number.value >= SPECIAL
        if is_special and not number.ranged:
            found += _equal_row(number, known)
    return sorted(found, key=lambda anchor: anchor.start)


def _equal_row(number: Number, known: dict[str, Cited]) -> Iterator[Anchor]:
    """The row that has a number; where two cited indicators have it, none is meant for sure."""
    rows = [(each, row) for each in known.values() if (row := each.by_value.get(number.value))]
    if len(rows) == 1:
        yield Anchor(number.start, number.end, *rows[0])
