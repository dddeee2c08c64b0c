"""Indicators: definition and method of a measured figure."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kinerja.model.fields import Frozen, PeriodName, Plain, Whole
from kinerja.model.ids import MeasuredBy, MeasureId, ScaleId

from .base import Record


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "naik"
    DOWN = "turun"
    STEADY = "tetap"


class SeriesBreak(Frozen):
    """From this period on the series is not comparable with what stands before."""

    period: PeriodName
    reason: Plain


class Indicator(Record):
    """Definition and method of a measured figure."""

    name: Plain
    definition: str
    measure: MeasureId
    direction: Direction
    publisher: Plain
    method: str
    frequency: Plain
    delay_days: Annotated[Whole, Field(le=3650)] = 0
    begins: PeriodName | None = None
    ends: PeriodName | None = None
    formula: str | None = None
    scale: ScaleId | None = None
    precision: Annotated[Whole, Field(le=9)] | None = None
    breaks: tuple[SeriesBreak, ...] = ()
    parts: tuple[MeasuredBy, ...] = ()
    licence: Plain | None = None
