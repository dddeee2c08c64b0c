"""Datasets: observations and targets of one indicator."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kinerja.model.period import Period


class ObservationStatus(StrEnum):
    """How sure a figure is; the last three have no value."""

    FINAL = "tetap"
    PROVISIONAL = "sementara"
    REVISED = "direvisi"
    CONFLICT = "konflik"
    NOT_MEASURED = "tidak-diukur"
    NOT_REPORTED = "belum-dilaporkan"
    NOT_APPLICABLE = "tidak-berlaku"

    @property
    def has_value(self) -> bool:
        """Whether a row of this status carries a value."""
        return self not in (
            ObservationStatus.NOT_MEASURED,
            ObservationStatus.NOT_REPORTED,
            ObservationStatus.NOT_APPLICABLE,
        )


class Range(NamedTuple):
    """A target `a..b`, both ends included; one value is a range with equal ends."""

    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of a dataset. `value` is None where nothing was measured: never 0."""

    line: int
    period: Period
    detail: str
    value: Decimal | str | None
    target: Range | str | None
    first_target: Range | str | None
    status: ObservationStatus
    source: str
    released: date | None
    old_value: Decimal | str | None
    other_value: Decimal | str | None
    other_source: str
    reason: str
    note: str

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a row: (period, detail)."""
        return (self.period.name, self.detail)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Observations and targets of one indicator, in order of period and detail."""

    indicator: str
    observations: tuple[Observation, ...]

    def find(self, period: str, detail: str = "") -> Observation | None:
        """Return the row of that key, or None."""
        return next((o for o in self.observations if o.key == (period, detail)), None)

    def series(self, detail: str = "") -> tuple[Observation, ...]:
        """Return the rows of one detail in order of time."""
        return tuple(o for o in self.observations if o.detail == detail)

    @property
    def measured(self) -> frozenset[tuple[str, str]]:
        """Keys of all rows that carry a value."""
        return frozenset(o.key for o in self.observations if o.value is not None)

    @property
    def details(self) -> tuple[str, ...]:
        """Names of all details save the whole, sorted."""
        return tuple(sorted({o.detail for o in self.observations} - {""}))
