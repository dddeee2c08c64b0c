"""In which order decisions count: handed in first, then the roles of the policy, one by one."""

from kinerja.model.governance import Act

from .case import Case


def a_submission_comes_first(case: Case) -> bool:
    """A decision on an edition counts only after an `ajukan` of the same digest."""
    if case.decision.act is not Act.APPROVE:
        return True
    return any(earlier.act is Act.SUBMIT for earlier in case.counted)


def roles_follow_in_order(case: Case) -> bool:
    """Roles approve in the order of the policy; one that is not asked does not count."""
    if case.decision.act is not Act.APPROVE:
        return True
    given = sum(earlier.act is Act.APPROVE for earlier in case.counted)
    return given < len(case.required) and case.required[given] is case.decision.role
