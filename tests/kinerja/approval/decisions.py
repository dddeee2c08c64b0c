"""Decisions and terms as tests need them: minutes after noon, holders named after their roles."""

from datetime import datetime, timedelta

from kinerja.approval.facts import About
from kinerja.approval.rules import Terms
from kinerja.model.fields import Digest
from kinerja.model.governance import JAKARTA, Act, Decision, Holder, Paths, Role, by_mailbox

NOON = datetime(2026, 2, 2, 12, tzinfo=JAKARTA)
AUTHOR, HEAD, EDITOR, LAST = Role.AUTHOR, Role.HEAD_OF_UNIT, Role.EDITOR, Role.RESPONSIBLE
SUBMIT, APPROVE, RETURN, WITHDRAW = Act
PATH = (HEAD, EDITOR, LAST)
ONE, TWO = Digest("1" * 64), Digest("2" * 64)

ONE_PATH = Paths(light=PATH, full=PATH, urgent=PATH)
MINISTRY = Paths(light=(HEAD, LAST), full=PATH, urgent=(EDITOR, LAST))
"""The paths of the policy `kementerian` (approval.md, Who)."""

HOLDERS = tuple(
    Holder(person=f"{role}@portal.example", role=role, unit="u" if role is HEAD else None)
    for role in Role
)


def made(
    minute: int, act: Act, role: Role, digest: Digest = ONE, person: str = "", **more: str
) -> Decision:
    """Return a decision some minutes after noon, by the holder of the role if nobody is named."""
    return Decision.model_validate(
        {
            **{"v": 1, "record": "a", "digest": digest, "role": role, "act": act, **more},
            **{"person": f"{person or role}@portal.example"},
            **{"time": NOON + timedelta(minutes=minute)},
        }
    )


def full(begin: int, digest: Digest = ONE) -> list[Decision]:
    """Return the four decisions that approve an edition, a minute apart."""
    return [
        made(begin, SUBMIT, AUTHOR, digest),
        *(made(begin + n, APPROVE, role, digest) for n, role in enumerate(PATH, 1)),
    ]


def terms(
    paths: Paths = ONE_PATH,
    holders: tuple[Holder, ...] = HOLDERS,
    *,
    urgent: bool = False,
    figures: dict[Digest, set[str]] | None = None,
) -> Terms:
    """Return the terms of a record of unit `u`, below `pusat`; figures by edition."""
    stated = figures or {}
    return Terms(
        paths,
        by_mailbox(holders),
        about=lambda _digest: About("u", urgent),
        figures=lambda digest: frozenset(stated.get(digest, {"1"})),
        above=lambda unit: frozenset({unit, "pusat"}),
    )
