"""Services to the public: the themed sections of the portal."""

from datetime import date

from kinerja.model.fields import Day, Frozen, Plain, Whole
from kinerja.model.ids import ServiceId, UnitId

from .base import Record


class Standard(Frozen):
    """The fourteen parts of a service standard (UU 25/2009 art. 21, Permenpan RB 15/2014)."""

    requirements: str | None = None
    procedure: str | None = None
    duration: str | None = None
    fee: str | None = None
    product: str | None = None
    complaints: str | None = None
    legal_basis: str | None = None
    facilities: str | None = None
    competence: str | None = None
    supervision: str | None = None
    staff: str | None = None
    service_guarantee: str | None = None
    safety_guarantee: str | None = None
    evaluation: str | None = None


class Service(Record):
    """A service to the public: a themed section of the portal."""

    name: Plain
    provider: UnitId
    standard: Standard
    order: Whole = 100
    valid_from: Day | None = None
    valid_to: Day | None = None
    successor: ServiceId | None = None

    def is_archive(self, day: date) -> bool:
        """Whether the service ended before that day."""
        return self.valid_to is not None and self.valid_to < day
