"""What stands in `content/data/`: rows of tables, and the observations of indicators."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .datasets import Dataset, Observation, ObservationStatus, Range
from .lists import Explanation, Holiday, Redirect, Source
from .measures import Band, Measure, Scale, Shape, scale_on
from .units import Unit, UnitType
from .wording import Choice, Counting, Lexicon, Message, Platform, Term, WordGroup


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables in use, by id; `scales` has every edition of a scale."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    scales: Mapping[str, tuple[Scale, ...]] = field(default_factory=dict)
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    explanations: tuple[Explanation, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    terms: tuple[Term, ...] = ()
    lexicon: tuple[Lexicon, ...] = ()

    def scale(self, scale_id: str | None, day: date) -> Scale | None:
        """Return the edition of a scale in force on a day, or None."""
        return scale_on(self.scales.get(scale_id or "", ()), day)


__all__ = [
    "Band",
    "Choice",
    "Counting",
    "Dataset",
    "Explanation",
    "Holiday",
    "Lexicon",
    "Measure",
    "Message",
    "Observation",
    "ObservationStatus",
    "Platform",
    "Range",
    "Redirect",
    "Scale",
    "Shape",
    "Source",
    "Tables",
    "Term",
    "Unit",
    "UnitType",
    "WordGroup",
    "scale_on",
]
