"""One decision made: weighed as the build would, signed where the policy asks, then written.

`invoke approve`, the commands of the desk and the review page all come here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kinerja.approval.archive import write_archived
from kinerja.approval.candidates import open_bench
from kinerja.approval.gate import decide, record_terms
from kinerja.approval.releases import open_desk
from kinerja.approval.tally import count_decisions
from kinerja.approval.trust import Trust, read_trusted
from kinerja.building.settings import parse_as_of
from kinerja.disk import write_atomic
from kinerja.editorial.ceremony import screening_result
from kinerja.model.documents import Edition
from kinerja.model.fields import MAILBOX
from kinerja.model.governance import Act, Decision, Governance, Role, ScreeningResult, Signing
from kinerja.model.portal import Content
from kinerja.reading.governance import render_decision, signed_part
from tabular.problems import Problem, nearest

Sign = Callable[[bytes, str], str]
"""Signs bytes as a person and returns the armour. Raises SigningFailed."""


LONGEST_REASON = 300
"""Characters of a reason (approval.md, Decisions)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide. `digest` is what they saw; '' means the present edition."""

    record: str
    act: Act
    role: Role
    person: str = ""
    reason_code: str | None = None
    reason: str | None = None
    successor: str | None = None
    digest: str = ""


class Refused(Exception):
    """Nothing was written: the key of a sentence with its words, and the mistakes that say why."""

    def __init__(
        self, sentence: str, words: Mapping[str, object], problems: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.words = words
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was written, and whose turn it is now (None: nobody's)."""

    decision: Decision
    next_role: Role | None


def make_decision(root: Path, trust: Trust, wish: Wish, sign: Sign) -> Made:
    """Write one decision if it would count. Raises Refused, SigningFailed, OSError.

    The caller holds the lock of the content.
    """
    now = parse_as_of("")
    content = read_trusted(root, now.date(), trust)
    if content.stopping:
        raise Refused("stopped", {"count": len(content.stopping)}, content.stopping)
    edition = _edition(content, wish, now)
    if edition is None:
        near = nearest(wish.record, content.editions) or "-"
        raise Refused("no-record", {"id": wish.record, "nearest": near})
    if wish.act in (Act.SUBMIT, Act.APPROVE):
        edition, result = _approvable(content, edition, now)
        if wish.act is Act.SUBMIT:
            wish = replace(wish, reason_code=result)
    if wish.successor and wish.successor not in content.editions:
        near = nearest(wish.successor, content.editions) or "-"
        raise Refused("no-record", {"id": wish.successor, "nearest": near})
    if wish.digest not in ("", edition.digest):
        raise Refused("changed-since", {"id": wish.record})
    if len(wish.reason or "") > LONGEST_REASON:
        raise Refused("long-reason", {"length": len(wish.reason or "")})
    person = deciding_person(content.governance, wish.role, wish.person, now)
    return _write(content, edition, _decision(wish, edition, person, now), sign, now)


def _edition(content: Content, wish: Wish, now: datetime) -> Edition | None:
    """Return the present edition; of a file that is gone, what may still be withdrawn."""
    desk = open_desk(content.releases, now, mint=False)
    gone = open_bench(content, now, desk).gone if wish.act is Act.WITHDRAW else ()
    edition = content.editions.get(wish.record)
    edition = edition or next((e for e in gone if e.id == wish.record), None)
    decisions = content.governance.decisions.get(wish.record, ())
    if edition and not edition.digest and decisions:
        return replace(edition, digest=decisions[-1].digest)
    return edition


def _approvable(
    content: Content, edition: Edition, now: datetime
) -> tuple[Edition, ScreeningResult | None]:
    """Return the present edition where it may be approved, and what the filter says of it.

    Raises Refused.
    """
    if not content.governance.policy.kinds[edition.kind].full:
        raise Refused("no-approval-needed", {"id": edition.id})
    decided = decide(content, now, mint=True)
    verdict = decided.verdicts[edition.id]
    problems = {p for p in decided.problems if p.path == edition.path}
    problems |= {p for p in verdict.reasons if p.code == "P03"}  # withdrawn
    problems |= set(edition.problems)
    if problems:
        raise Refused("not-approvable", {"id": edition.id}, tuple(sorted(problems)))
    if edition.draft:
        raise Refused("draft", {"id": edition.id, "path": edition.path})
    has_filter = bool(decided.tables.lexicon)
    return edition, screening_result(edition.kind, verdict.advice) if has_filter else None


def deciding_person(governance: Governance, role: Role, named: str, now: datetime) -> str:
    """Return who decides: the one named, or the only holder of the role. Raises Refused."""
    if MAILBOX.fullmatch(named):
        return named
    people = sorted(
        {h.person for h in governance.holders if h.role is role and h.is_valid(now.date())}
    )
    if len(people) == 1 and not named:
        return people[0]
    raise Refused("who", {"role": role, "people": ", ".join(people) or "-"})


def _decision(wish: Wish, edition: Edition, person: str, now: datetime) -> Decision:
    return Decision(
        v=1,
        record=edition.id,
        digest=edition.digest,
        role=wish.role,
        person=person,
        act=wish.act,
        time=now,
        reason_code=wish.reason_code,
        reason=wish.reason,
        successor=wish.successor,
    )


def _write(
    content: Content, edition: Edition, decision: Decision, sign: Sign, now: datetime
) -> Made:
    governance = content.governance
    if governance.policy.signing is Signing.REQUIRED:
        armour = sign(signed_part(decision), decision.person)
        decision = decision.model_copy(update={"signature": armour})
    terms = record_terms(content, edition, now)
    before = governance.decisions.get(edition.id, ())
    tally = count_decisions([*before, decision], terms, now)
    known = count_decisions(before, terms, now).problems
    own = tuple(found for found in tally.problems if found not in known)
    counts = decision in tally.counted or decision.act in (Act.RETURN, Act.WITHDRAW)
    if decision in before or own or not counts:
        sentence = "not-counted" if own else "submitted"
        raise Refused(sentence, {"id": edition.id}, own)
    if decision.act is Act.APPROVE:
        write_archived(content.root, edition)
    append_decision(content.root, decision)
    return Made(decision, tally.next_role(edition.digest, terms))


def append_decision(root: Path, decision: Decision) -> None:
    """Add one whole line to the decisions of a record. Raises OSError."""
    path = root / "persetujuan" / f"{decision.record}.jsonl"
    before = path.read_bytes() if path.exists() else b""
    write_atomic(path, before + render_decision(decision).encode() + b"\n")
