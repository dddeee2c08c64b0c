"""Achievement against published targets, computed exactly (evidence.md, Achievement)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja.model.records import Direction
from kinerja.model.tables import Observation, ObservationStatus, Range


class Outcome(StrEnum):
    """How an observation stands to its target; the value is the word that the public reads."""

    MET = "tercapai"
    NOT_MET = "belum tercapai"
    NOT_REPORTED = "belum dilaporkan"
    NOT_MEASURED = "tidak diukur"
    NO_TARGET = "tanpa target"


@dataclass(frozen=True, slots=True)
class Achievement:
    """The outcome, and the percentage where there is one."""

    outcome: Outcome
    percent: Fraction | None = None


def achievement(
    direction: Direction, observation: Observation | None, order: tuple[str, ...] = ()
) -> Achievement:
    """Return how an observation stands to its target.

    naik: value / target x 100; turun: (1 + (1 - value/target)) x 100; tetap and ranges: inside
    100, above value: bound/value, below: value/bound, x 100. Target 0: no percentage, outcome by
    comparison. A category has no percentage: it is met at the place of the target in `order`
    (labels from worst to best) or after it, without an order only where both are the same.
    """
    if observation is None or observation.status is ObservationStatus.NOT_REPORTED:
        return Achievement(Outcome.NOT_REPORTED)
    value, target = observation.value, observation.target
    if value is None:
        return Achievement(Outcome.NOT_MEASURED)
    if target is None:
        return Achievement(Outcome.NO_TARGET)
    if isinstance(value, str) or isinstance(target, str):
        ranked = [label for label in order if label in (value, target)]
        met = value == target or (len(ranked) == 2 and value == ranked[1])
        return Achievement(Outcome.MET if met else Outcome.NOT_MET)
    percent = _percent(direction, Fraction(value), target)
    met = percent >= 100 if percent is not None else _reaches(direction, value, target)
    return Achievement(Outcome.MET if met else Outcome.NOT_MET, percent)


def _percent(direction: Direction, value: Fraction, target: Range) -> Fraction | None:
    least, most = Fraction(target.least), Fraction(target.most)
    if least == most == 0:
        return None
    if direction is Direction.STEADY or least != most:
        if least <= value <= most:
            return Fraction(100)
        bound, part = (most, value) if value > most else (value, least)
        return 100 * bound / part if part else None
    if direction is Direction.DOWN:
        return 100 * (2 - value / least)
    return 100 * value / least


def _reaches(direction: Direction, value: Decimal, target: Range) -> bool:
    if direction is Direction.DOWN:
        return value <= target.most
    if direction is Direction.UP:
        return value >= target.least
    return target.least <= value <= target.most
