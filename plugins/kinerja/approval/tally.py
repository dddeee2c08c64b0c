"""Decisions counted: which digests are approved since when, what is withdrawn, who is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kinerja.model.fields import Digest
from kinerja.model.governance import Act, Decision, Role
from tabular.problems import Problem, problem

from .rules import RULES, Case, Terms, open_paths

ACTS = tuple(Act)
"""Order of decisions of the same second: handed in, approved, returned, withdrawn."""


OVERTAKEN = ("P13", "P14")
"""Rules of whose turn it is: who breaks one was overtaken by somebody in another copy."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The result for one record: approved digests, oldest approval first.

    `submitted` has every `ajukan`, also where the edition was returned since.
    `unreviewed` are those approved by the urgent path of which a review is still missing.
    `problems` says what did not count; what was only overtaken is history once a later one counts.
    """

    approved: tuple[tuple[Digest, datetime], ...] = ()
    unreviewed: frozenset[Digest] = frozenset()
    withdrawn: Decision | None = None
    counted: tuple[Decision, ...] = ()
    submitted: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()

    def next_role(self, digest: Digest, terms: Terms) -> Role | None:
        """Return who has to decide next on an edition; None when nobody has to any more."""
        own = [d for d in self.counted if d.digest == digest]
        if not any(d.act is Act.SUBMIT for d in own):
            return Role.AUTHOR
        given = tuple(d.role for d in own if d.act is Act.APPROVE)
        missing = [role for role in terms.paths.full if role not in given]
        if digest in dict(self.approved):
            return missing[0] if digest in self.unreviewed else None
        public = next((d for d, _ in reversed(self.approved)), None)
        rest = [path[len(given) :] for path in open_paths(terms, digest, public, given)]
        return next(iter(min(filter(None, rest), key=len, default=missing)), None)


def count_decisions(decisions: Iterable[Decision], terms: Terms, as_of: datetime) -> Tally:
    """Count the decisions on one record that were made until `as_of`, in order of time.

    `kembalikan` voids what counted on its digest; `tarik` holds for the record for ever. It is
    looked at last, because it must be for the unit of what was approved, whatever its time says.
    """
    counted: dict[Digest, tuple[Decision, ...]] = {}
    approved: dict[Digest, datetime] = {}
    unreviewed: set[Digest] = set()
    withdrawn: Decision | None = None
    submitted: list[Decision] = []
    problems: list[Problem] = []
    overtaken: list[Problem] = []
    for decision in sorted(decisions, key=lambda d: _order(d, terms)):
        if decision.time > as_of:
            continue
        digest = decision.digest
        same = counted.get(digest, ())
        takes_down = decision.act is Act.WITHDRAW
        public = next((d for d in reversed(approved) if takes_down or d != digest), None)
        case = Case(decision, same, terms, public)
        broken = next((code for code, rule in RULES if not rule(case)), "")
        if broken:
            found = overtaken if broken in OVERTAKEN else problems
            found.append(_uncounted(decision, broken))
            continue
        overtaken.clear()
        if decision.act is Act.WITHDRAW:
            withdrawn = withdrawn or decision
        elif decision.act is Act.RETURN:
            counted.pop(digest, None)
            approved.pop(digest, None)
            unreviewed.discard(digest)
        elif decision.act is Act.APPROVE or not same:  # handed in once is enough
            counted[digest] = (*same, decision)
            if decision.act is Act.SUBMIT:
                submitted.append(decision)
                continue
            given = (*case.given, decision.role)
            is_path = given in terms.paths.paths and digest not in approved
            if is_path and given in open_paths(terms, digest, public, given):
                approved[digest] = decision.time
                if given == terms.paths.urgent:
                    unreviewed.add(digest)
            if {*terms.paths.full} <= {*given}:
                unreviewed.discard(digest)
    every = tuple(decision for group in counted.values() for decision in group)
    return Tally(
        tuple(approved.items()),
        frozenset(unreviewed),
        withdrawn,
        every,
        tuple(submitted),
        (*problems, *overtaken),
    )


def _order(decision: Decision, terms: Terms) -> tuple[bool, datetime, int, int]:
    """Order by time; roles that decide in the same second come as on the full path."""
    full = terms.paths.full
    turn = full.index(decision.role) if decision.role in full else len(full)
    return decision.act is Act.WITHDRAW, decision.time, ACTS.index(decision.act), turn


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
