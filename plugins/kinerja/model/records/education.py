"""Education: integrity of civil servants, and how to complain (dumas) with deadlines and rights."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from kinerja.model.fields import Address, Frozen, Mailbox, Plain, Whole

from .base import Record


class Topic(StrEnum):
    """What a citizen learns about; the words of content.md."""

    GRATUITIES = "gratifikasi"
    CONFLICT_OF_INTEREST = "benturan-kepentingan"
    DISCIPLINE = "disiplin"
    NEUTRALITY = "netralitas"
    WEALTH_REPORT = "lhkpn"
    ILLEGAL_LEVY = "pungli"
    WHISTLEBLOWING = "wbs"
    COMPLAINTS = "dumas"


def parse_deadlines(value: object) -> object:
    """One number of working days, or several by stage: `{diteruskan: 3, ditindaklanjuti: 5}`."""
    return value if isinstance(value, Mapping) else {"": value}


Deadlines = Annotated[
    dict[str, Whole],
    BeforeValidator(parse_deadlines, json_schema_input_type=Whole | dict[str, Whole]),
]


class Channel(Frozen):
    """A place to complain to: how, its deadlines in working days by stage ('': the only one).

    `when_late` is what to do when nobody answered in time.
    """

    name: Plain
    link: Address | None = None
    contact: Mailbox | None = None
    how: Plain | None = None
    deadlines: Deadlines | None = None
    when_late: Plain | None = None


class Education(Record):
    """What a citizen should know, and do."""

    topic: Topic
    legal_basis: tuple[Plain, ...] = ()
    steps: tuple[Plain, ...] = ()
    channels: tuple[Channel, ...] = ()
    rights: tuple[Plain, ...] = ()
