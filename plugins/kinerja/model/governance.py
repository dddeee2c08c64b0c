"""Who approves what: policy, holders of roles, decisions and the release log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from .fields import Day, Digest, FieldError, Frozen, Mailbox, Plain, Slug, Ulid, Whole, covers
from .records import Kind
from .signers import Signers

JAKARTA = timezone(timedelta(hours=7), "WIB")
"""Western Indonesian time, without daylight saving since 1964: the time of days and deadlines."""

DIGEST = "^[0-9a-f]{64}$"
"""Form of a digest in a decision: it names a folder of the archive."""

EARLIEST = 2000
"""Year before which nobody decided anything here."""


class Role(StrEnum):
    """Roles of design/approval; the value is the word in decisions and in `peran.yaml`."""

    AUTHOR = "penulis"
    HEAD_OF_UNIT = "kepala-unit"
    EDITOR = "editor"
    DATA_STEWARD = "walidata"
    INSPECTOR = "pereviu-itjen"
    RESPONSIBLE = "penanggung-jawab"


class Act(StrEnum):
    """What a decision does."""

    SUBMIT = "ajukan"
    APPROVE = "setuju"
    RETURN = "kembalikan"
    WITHDRAW = "tarik"


class ScreeningResult(StrEnum):
    """What the ceremony filter says of an edition; an `ajukan` carries it as `kode_alasan`."""

    PASSES = "lolos"
    NEEDS_WORK = "perlu-perbaikan"
    CEREMONY = "seremonial"


class WithdrawalReason(StrEnum):
    """Why a record is withdrawn; PERSONAL_DATA erases it too."""

    MISTAKE = "terbit-keliru"
    OUTDATED = "tidak-berlaku-lagi"
    MERGED = "digabung"
    PERSONAL_DATA = "data-pribadi"


class Standing(StrEnum):
    """In which capacity somebody holds a role."""

    PERMANENT = "tetap"
    ACTING_VACANT = "plt"
    ACTING_ABSENT = "plh"


class Holder(Frozen):
    """A person who holds a role, for a unit and a time."""

    person: Mailbox
    role: Role
    unit: Plain | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    standing: Standing = Standing.PERMANENT
    letter: Plain | None = None

    @model_validator(mode="after")
    def acts_by_letter(self) -> "Holder":
        """Who acts for another (plt, plh) names the letter (`surat`) and the last day."""
        acting = self.standing is not Standing.PERMANENT
        if acting and not (self.letter and self.valid_from and self.valid_to):
            raise FieldError("G10")
        return self

    def is_valid(self, day: date) -> bool:
        """Whether the role is held on that day; both ends are included."""
        return covers(self.valid_from, self.valid_to, day)


class Paths(Frozen):
    """The roles that approve a kind of record, in order, on each path; none: valid is approved."""

    light: tuple[Role, ...]
    full: tuple[Role, ...]
    urgent: tuple[Role, ...]

    @property
    def paths(self) -> tuple[tuple[Role, ...], ...]:
        """All three paths."""
        return (self.light, self.full, self.urgent)


class Signing(StrEnum):
    """Whether decisions must be signed."""

    REQUIRED = "wajib"
    NOT_REQUIRED = "tidak"


class Policy(Frozen):
    """`tata-kelola/kebijakan.yaml`."""

    signing: Signing
    message_required: tuple[Kind, ...] = ()
    kinds: dict[Kind, Paths]
    urgent_days: Whole = 3
    cost_days: Whole = 5
    first_answer_days: Whole | None = None
    final_answer_days: Whole | None = None


_ONE_APPROVER = Paths(
    light=(Role.RESPONSIBLE,), full=(Role.RESPONSIBLE,), urgent=(Role.RESPONSIBLE,)
)
_VALID_IS_ENOUGH = Paths(light=(), full=(), urgent=())

SMALL_POLICY = Policy(
    signing=Signing.NOT_REQUIRED,
    kinds={
        kind: _VALID_IS_ENOUGH if kind in (Kind.DATASET, Kind.TABLE) else _ONE_APPROVER
        for kind in Kind
    },
)
"""Policy `kecil`, used where `kebijakan.yaml` is absent: an author and one responsible person."""


LONGEST_REASON = 300
"""Characters of a reason (approval.md, Decisions)."""


class Decision(Frozen):
    """One line of `persetujuan/<id>.jsonl`; it counts for its digest only."""

    v: Annotated[int, Field(ge=1, le=1)]
    record: str
    digest: Annotated[Digest, Field(pattern=DIGEST)]
    role: Role
    person: Mailbox
    act: Act
    time: Annotated[datetime, Field(strict=False)]
    reason_code: str | None = None
    reason: Annotated[str, Field(max_length=LONGEST_REASON)] | None = None
    successor: str | None = None
    note_digest: str | None = None
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One row of `rilis.csv`: from `time` on, `edition` is what the public sees of `code`."""

    code: str
    edition: str
    time: datetime


class Erasure(Frozen):
    """`persetujuan/dihapus/<id>.json`: a record of which nothing may be kept (data-pribadi).

    Its id and code stay taken; its addresses answer with a bare notice, and so do `feeds`, those
    that it stood in: readers keep what is not overwritten.
    """

    v: Annotated[int, Field(ge=1, le=1)]
    record: Slug
    type: Kind
    code: Ulid
    date: Annotated[date, Field(strict=False)]
    digests: tuple[Annotated[Digest, Field(pattern=DIGEST)], ...]
    time: Annotated[datetime, Field(strict=False)]
    feeds: tuple[str, ...] = ()


Mailboxes = Mapping[tuple[str, str], tuple[Holder, ...]]
"""Holders by `mailbox` of their person: there are as many heads as units."""


def mailbox(address: str) -> tuple[str, str]:
    """Return what tells persons apart: capitals and `+words` make no other person."""
    name, _, host = address.casefold().partition("@")
    return name.partition("+")[0], host


def by_mailbox(holders: Iterable[Holder]) -> Mailboxes:
    """Return the lines of each person."""
    found: dict[tuple[str, str], list[Holder]] = {}
    for holder in holders:
        found.setdefault(mailbox(holder.person), []).append(holder)
    return {person: tuple(lines) for person, lines in found.items()}


@dataclass(frozen=True, slots=True)
class Governance:
    """Policy, holders of roles, decisions by record, and the keys that may sign."""

    policy: Policy
    holders: tuple[Holder, ...]
    decisions: Mapping[str, tuple[Decision, ...]]
    erasures: tuple[Erasure, ...] = ()
    signers: Signers = field(default_factory=Signers)
    mailboxes: Mailboxes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mailboxes", by_mailbox(self.holders))
