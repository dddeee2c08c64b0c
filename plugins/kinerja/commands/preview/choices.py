"""Who may decide what on a record now: tried by the rules that count decisions, not guessed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from kinerja.approval.gate import Verdict, record_terms
from kinerja.approval.tally import count_decisions
from kinerja.model.documents import Edition
from kinerja.model.governance import JAKARTA, Act, Decision, Role
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES


def made(
    edition: Edition, act: Act, role: Role, person: str, time: datetime, reason: str | None = None
) -> Decision:
    """Return a decision on an edition, not signed."""
    about = {
        "record": edition.id,
        "digest": edition.digest,
        "act": act,
        "time": time,
        "reason": reason,
    }
    return Decision.model_validate({"v": 1, **about, "role": role, "person": person})


def choices(
    content: Content, edition: Edition, verdict: Verdict, now: datetime
) -> dict[Act, list[tuple[str, str]]]:
    """Return act -> (role, person) of all whose decision would count, once it is signed."""
    terms = record_terms(content, edition, now)
    before = content.governance.decisions.get(edition.id, ())
    over, day = terms.above(terms.about(edition.digest).unit), now.astimezone(JAKARTA).date()
    near = [
        holder
        for holder in content.governance.holders
        if holder.is_valid(day) and (holder.unit is None or holder.unit in over)
    ]

    def counts(decision: Decision) -> bool:
        signed = replace(terms, is_signed=lambda d: d is decision or terms.is_signed(d))
        tally = count_decisions([*before, decision], signed, now)
        broken = {*tally.problems} - {*verdict.problems}
        is_counted = any(counted is decision for counted in tally.counted)
        return not broken and (is_counted or decision.act in (RETURN, WITHDRAW))

    found: dict[Act, list[tuple[str, str]]] = {}
    for act in _acts(content, edition, verdict):
        tried = (made(edition, act, holder.role, holder.person, now, "-") for holder in near)
        if people := {(str(d.role), d.person) for d in tried if counts(d)}:
            found[act] = sorted(people)
    return found


SUBMIT, APPROVE, RETURN, WITHDRAW = Act


def _acts(content: Content, edition: Edition, verdict: Verdict) -> Iterator[Act]:
    """Yield what may be decided at all; tables and datasets are not withdrawn here."""
    if verdict.withdrawn:
        return
    is_wrong = any(not found.path.startswith("persetujuan/") for found in verdict.problems)
    if content.governance.policy.kinds[edition.kind].full and not is_wrong and not edition.draft:
        yield from (SUBMIT, APPROVE)
    if any(decision.digest == edition.digest for decision in verdict.counted):
        yield RETURN
    if edition.kind in RECORD_TYPES and (verdict.counted or verdict.edition):
        yield WITHDRAW
