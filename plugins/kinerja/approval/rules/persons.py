"""Who may decide: a valid holder of the role, and nobody twice on the same edition."""

from kinerja.model.governance import JAKARTA, Act, Role

from .case import Case

WITHDRAWERS = (Role.HEAD_OF_UNIT, Role.EDITOR, Role.RESPONSIBLE)
"""Roles of which one alone may take an item down (approval.md, Withdrawal)."""


def the_person_holds_the_role(case: Case) -> bool:
    """The person stands in `peran.yaml` with this role on the day of the decision in Jakarta."""
    decision = case.decision
    return any(
        holder.person.casefold() == decision.person.casefold()
        and holder.role is decision.role
        and holder.is_valid(decision.time.astimezone(JAKARTA).date())
        for holder in case.holders
    )


def the_author_approves_nothing(case: Case) -> bool:
    """Only an author hands in, and an author approves nothing."""
    submits = case.decision.act is Act.SUBMIT
    return submits == (case.decision.role is Role.AUTHOR)


def the_person_decides_once(case: Case) -> bool:
    """Author and approvers of one edition are distinct persons."""
    decision = case.decision
    return decision.act is not Act.APPROVE or all(
        earlier.person.casefold() != decision.person.casefold() for earlier in case.counted
    )


def the_role_may_take_back(case: Case) -> bool:
    """An edition is returned by a role of its path, a record withdrawn by one that may."""
    decision = case.decision
    if decision.act is Act.WITHDRAW:
        return decision.role in WITHDRAWERS
    if decision.act is Act.RETURN:
        return decision.role in (*case.required, *WITHDRAWERS)
    return True
