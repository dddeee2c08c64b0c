"""Who may decide: a valid holder of the role, and nobody twice on the same edition."""

from kinerja.model.governance import Act, Role

from .case import Case


def the_person_holds_the_role(case: Case) -> bool:
    """The person stands in `peran.yaml` with this role on the day of the decision."""
    decision = case.decision
    return any(
        holder.person == decision.person
        and holder.role is decision.role
        and holder.is_valid(decision.time.date())
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
        earlier.person != decision.person for earlier in case.counted
    )
