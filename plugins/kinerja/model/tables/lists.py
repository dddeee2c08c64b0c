"""Small tables: sources, public holidays, moved addresses, explanations of missed targets."""

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from kinerja.model.fields import Address, Day, FieldError, Frozen, PeriodName, Plain, Slug
from kinerja.model.ids import IndicatorId, UnitId

PATH = re.compile(r"/([a-z0-9]+([-_][a-z0-9]+)*/)+")


def parse_path(value: str) -> str:
    """An address on this site: lower-case words between slashes, a slash first and last."""
    if not PATH.fullmatch(value):
        raise FieldError("F36", value=value)
    return value


LocalPath = Annotated[str, AfterValidator(parse_path)]


class Source(Frozen):
    """Where a figure was published."""

    id: Slug
    title: Plain
    publisher: Plain
    date: Day | None = None
    url: Address | None = None
    accessed: Day | None = None
    archive: Address | None = None


class Holiday(Frozen):
    """A day on which offices are closed."""

    KEY: ClassVar = ("date",)

    date: Day
    name: Plain


class Redirect(Frozen):
    """An address that moved."""

    KEY: ClassVar = ("old",)

    old: LocalPath
    new: LocalPath


class Explanation(Frozen):
    """Why a target was missed, and what the unit does about it until when."""

    KEY: ClassVar = ("indicator", "period", "unit")

    indicator: IndicatorId
    period: PeriodName
    unit: UnitId
    cause: Plain
    plan: Plain
    deadline: Day | None = None
