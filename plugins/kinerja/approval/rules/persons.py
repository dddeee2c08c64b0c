"""Who may decide: a valid holder of the role for the unit, and nobody twice on an edition."""

from collections.abc import Iterator
from datetime import datetime

from kinerja.model.governance import JAKARTA, Act, Holder, Mailboxes, Role, mailbox

from .case import Case

WITHDRAWERS = (Role.HEAD_OF_UNIT, Role.EDITOR, Role.RESPONSIBLE)
"""Roles of which one alone may take an item down (approval.md, Withdrawal)."""


def the_person_holds_the_role(case: Case) -> bool:
    """The person stands in `peran.yaml` with this role on the day of the decision in Jakarta."""
    return any(_holdings(case))


def the_unit_is_theirs(case: Case) -> bool:
    """A holder bound to a unit decides on what belongs to it or to one below.

    A head of unit is always bound; what belongs to no unit is decided by holders without one.
    Whoever withdraws a record decides for the unit of what was approved: the digest could be that
    of an edition in which somebody wrote another unit.
    """
    holdings = list(_holdings(case))
    if any(h.unit is None and h.role is not Role.HEAD_OF_UNIT for h in holdings):
        return True
    withdrawn = case.public if case.decision.act is Act.WITHDRAW else None
    over = case.terms.above(case.terms.about(withdrawn or case.decision.digest).unit)
    return any(holder.unit in over for holder in holdings)


def _holdings(case: Case) -> Iterator[Holder]:
    decision = case.decision
    return holdings(case.terms.mailboxes, decision.role, decision.person, decision.time)


def holdings(mailboxes: Mailboxes, role: Role, person: str, moment: datetime) -> Iterator[Holder]:
    """Yield under which lines of `peran.yaml` a person holds a role on that day in Jakarta."""
    day = moment.astimezone(JAKARTA).date()
    for holder in mailboxes.get(mailbox(person), ()):
        if holder.role is role and holder.is_valid(day):
            yield holder


def the_author_approves_nothing(case: Case) -> bool:
    """Only an author hands in, and an author approves nothing."""
    submits = case.decision.act is Act.SUBMIT
    return submits == (case.decision.role is Role.AUTHOR)


def the_person_decides_once(case: Case) -> bool:
    """Author and approvers of one edition are distinct persons."""
    decision = case.decision
    return decision.act is not Act.APPROVE or not any(
        mailbox(earlier.person) == mailbox(decision.person) for earlier in case.counted
    )


def the_role_may_take_back(case: Case) -> bool:
    """An edition is returned by a role of a path, a record withdrawn by one that may."""
    decision, paths = case.decision, case.terms.paths.paths
    if decision.act is Act.WITHDRAW:
        return decision.role in WITHDRAWERS
    if decision.act is Act.RETURN:
        return decision.role in {*WITHDRAWERS, *(role for path in paths for role in path)}
    return True


def the_signature_is_good(case: Case) -> bool:
    """A key of the person signed this very line; none need be there if the policy asks for none."""
    return case.terms.is_signed(case.decision)
