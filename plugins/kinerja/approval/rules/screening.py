"""Who answers for ceremony: what the filter calls so passes with a public reason only."""

from collections.abc import Iterable

from kinerja.model.governance import Act, Decision, Role, ScreeningResult

from .case import Case

ANSWERING = (Role.EDITOR, Role.RESPONSIBLE)
"""Who may give the reason: the editor, or on a path without one the person responsible."""


def ceremony_passes_with_a_reason(case: Case) -> bool:
    """An edition handed in as `seremonial` is approved with a reason by the first of these roles.

    The result is that of the `ajukan` that counts: the filter of that day, not a later one.
    """
    decision = case.decision
    answers = decision.act is Act.APPROVE and decision.role in ANSWERING
    return not answers or bool(decision.reason) or not lacks_a_reason(case.counted)


def lacks_a_reason(counted: Iterable[Decision]) -> bool:
    """Whether decisions on one edition hand in ceremony, and none of them says why it may pass."""
    decisions = [*counted]
    results = {d.reason_code for d in decisions if d.act is Act.SUBMIT}
    return ScreeningResult.CEREMONY in results and not any(map(_is_reason, decisions))


def _is_reason(decision: Decision) -> bool:
    return decision.act is Act.APPROVE and decision.role in ANSWERING and bool(decision.reason)
