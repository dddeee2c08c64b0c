"""Decisions counted: which digests are approved since when, what is withdrawn, who is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kinerja.model.fields import Digest
from kinerja.model.governance import Act, Decision, Holder, Role
from tabular.problems import Problem, problem

from .rules import RULES, Case

ACTS = tuple(Act)
"""Order of decisions of the same second: handed in, approved, returned, withdrawn."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The result for one record: approved digests, oldest approval first."""

    approved: tuple[tuple[Digest, datetime], ...] = ()
    withdrawn: datetime | None = None
    counted: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()

    def next_role(self, digest: Digest, required: tuple[Role, ...]) -> Role | None:
        """Return who has to decide next on an edition; None when it is approved."""
        given = [d.act for d in self.counted if d.digest == digest]
        if Act.SUBMIT not in given:
            return Role.AUTHOR
        approvals = given.count(Act.APPROVE)
        return required[approvals] if approvals < len(required) else None


def count_decisions(
    decisions: Iterable[Decision],
    required: tuple[Role, ...],
    holders: tuple[Holder, ...],
    as_of: datetime,
) -> Tally:
    """Count the decisions on one record that were made until `as_of`, in order of time.

    `kembalikan` voids what counted on its digest; `tarik` holds for the record for ever.
    """
    counted: dict[Digest, tuple[Decision, ...]] = {}
    approved: dict[Digest, datetime] = {}
    withdrawn: datetime | None = None
    problems: list[Problem] = []
    for decision in sorted(
        decisions, key=lambda d: (d.time, ACTS.index(d.act), _turn(d, required))
    ):
        if decision.time > as_of:
            continue
        same = counted.get(decision.digest, ())
        case = Case(decision, same, required, holders)
        broken = next((code for code, rule in RULES if not rule(case)), "")
        if broken:
            problems.append(_uncounted(decision, broken))
        elif decision.act is Act.WITHDRAW:
            withdrawn = withdrawn or decision.time
        elif decision.act is Act.RETURN:
            counted.pop(decision.digest, None)
            approved.pop(decision.digest, None)
        elif decision.act is Act.APPROVE or not same:  # handed in once is enough
            counted[decision.digest] = (*same, decision)
            given = sum(d.act is Act.APPROVE for d in (*same, decision))
            if decision.act is Act.APPROVE and given == len(required):
                approved.pop(decision.digest, None)
                approved[decision.digest] = decision.time
    every = tuple(decision for group in counted.values() for decision in group)
    return Tally(tuple(approved.items()), withdrawn, every, tuple(problems))


def _turn(decision: Decision, required: tuple[Role, ...]) -> int:
    return required.index(decision.role) if decision.role in required else len(required)


def _uncounted(decision: Decision, code: str) -> Problem:
    return problem(
        f"persetujuan/{decision.record}.jsonl",
        0,
        "",
        code,
        person=decision.person,
        role=decision.role,
        moment=decision.time.isoformat(timespec="seconds"),
    )
