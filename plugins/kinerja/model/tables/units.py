"""Units of the ministry, and those outside that took over a task (`unit.csv`)."""

from datetime import date
from enum import StrEnum

from kinerja.model.fields import Day, Frozen, Mailbox, Plain, Slug, covers
from kinerja.model.ids import UnitId


class UnitType(StrEnum):
    """What a unit is."""

    MINISTRY = "kementerian"
    ECHELON_1 = "eselon-1"
    ECHELON_2 = "eselon-2"
    PROVINCE_OFFICE = "kanwil"
    DISTRICT_OFFICE = "kankemenag"
    KUA = "kua"
    COLLEGE = "ptkn"
    TECHNICAL_UNIT = "upt"
    EXTERNAL = "eksternal"


class Unit(Frozen):
    """An office of the ministry, or one outside that took over a task."""

    id: Slug
    name: Plain
    abbreviation: Plain | None = None
    type: UnitType
    parent: UnitId | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    successor: UnitId | None = None
    contact: Mailbox | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether the unit exists on that day; both ends are included."""
        return covers(self.valid_from, self.valid_to, day)
