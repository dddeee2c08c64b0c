"""One decision made: weighed as the build would, signed where the policy asks, then written.

`invoke approve`, the commands of the desk and the review page all come here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kinerja.approval.archive import write_archived
from kinerja.approval.candidates import open_bench
from kinerja.approval.gate import decide, record_terms
from kinerja.approval.releases import open_desk
from kinerja.approval.rules import Terms
from kinerja.approval.tally import count_decisions
from kinerja.approval.trust import Trust, read_trusted
from kinerja.building.settings import parse_as_of
from kinerja.disk import write_atomic
from kinerja.editorial.ceremony import screening_result
from kinerja.model.documents import Edition
from kinerja.model.fields import MAILBOX
from kinerja.model.governance import (
    LONGEST_REASON,
    Act,
    Decision,
    Governance,
    Role,
    ScreeningResult,
    Signing,
)
from kinerja.model.portal import Content
from kinerja.reading.governance import render_decision, signed_part
from tabular.problems import nearest

from .guard import Refused

Sign = Callable[[bytes], str]
"""Signs bytes and returns the armour. Raises SigningFailed."""


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


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was written, and whose turn it is now (None: nobody's)."""

    decision: Decision
    next_role: Role | None


def read_sound(root: Path, day: date, trust: Trust) -> Content:
    """Return the content as of a day. Raises Refused where a mistake stops every build."""
    content = read_trusted(root, day, trust)
    if content.stopping:
        raise Refused("stopped", {"count": len(content.stopping)}, content.stopping)
    return content


def make_decision(root: Path, trust: Trust, wish: Wish, sign: Sign) -> Made:
    """Write one decision if it would count. Raises Refused, SigningFailed, OSError.

    The caller holds the lock of the content.
    """
    now = parse_as_of("")
    content = read_sound(root, now.date(), trust)
    edition = _edition(content, wish, now)
    if edition is None:
        raise no_record(content, wish.record, 1)
    if wish.act in (Act.SUBMIT, Act.APPROVE):
        edition, result = _approvable(content, edition, now)
        if wish.act is Act.SUBMIT:
            wish = replace(wish, reason_code=result)
    if wish.successor and wish.successor not in content.editions:
        raise no_record(content, wish.successor, 1)
    if wish.digest not in ("", edition.digest):
        raise Refused("changed-since", {"id": wish.record}, code=1)
    if len(wish.reason or "") > LONGEST_REASON:
        raise Refused("long-reason", {"length": len(wish.reason or "")}, code=1)
    terms = record_terms(content, edition, now)
    near = terms.above(terms.about(edition.digest).unit)
    person = deciding_person(content.governance, wish.role, wish.person, now, near)
    return _write(content, edition, _decision(wish, edition, person, now), sign, terms, now)


def no_record(content: Content, record_id: str, code: int) -> Refused:
    """Return what refuses an id that no record has, with the nearest one where there is one."""
    if near := nearest(record_id, content.editions):
        return Refused("near-record", {"id": record_id, "nearest": near}, code=code)
    return Refused("no-record", {"id": record_id}, code=code)


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
        raise Refused("no-approval-needed", {"id": edition.id}, code=1)
    decided = decide(content, now, mint=True)
    verdict = decided.verdicts[edition.id]
    problems = {p for p in decided.problems if p.path == edition.path}
    problems |= {p for p in verdict.reasons if p.code == "P03"}  # withdrawn
    problems |= set(edition.problems)
    if problems:
        raise Refused("not-approvable", {"id": edition.id}, tuple(sorted(problems)))
    if edition.draft:
        raise Refused("draft", {"id": edition.id, "path": edition.path}, code=1)
    has_filter = bool(decided.tables.lexicon)
    return edition, screening_result(edition.kind, verdict.advice) if has_filter else None


def deciding_person(
    governance: Governance, role: Role, named: str, now: datetime, near: Collection[str] = ()
) -> str:
    """Return who decides: the one named, or the only holder of the role. Raises Refused.

    Of those who hold it for a unit only those of `near` are asked: there are thousands.
    """
    if MAILBOX.fullmatch(named):
        return named
    held = [h for h in governance.holders if h.role is role and h.is_valid(now.date())]
    people = sorted({h.person for h in held if h.unit is None or h.unit in near})
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
    content: Content,
    edition: Edition,
    decision: Decision,
    sign: Sign,
    terms: Terms,
    now: datetime,
) -> Made:
    governance = content.governance
    if governance.policy.signing is Signing.REQUIRED:
        signature = sign(signed_part(decision))
        decision = decision.model_copy(update={"signature": signature})
    before = governance.decisions.get(edition.id, ())
    tally = count_decisions([*before, decision], terms, now)
    known = count_decisions(before, terms, now).problems
    own = tuple(found for found in tally.problems if found not in known)
    counts = decision in tally.counted or decision.act in (Act.RETURN, Act.WITHDRAW)
    if decision in before or own or not counts:
        sentence = "not-counted" if own else "submitted"
        raise Refused(sentence, {"id": edition.id}, own, code=1)
    if decision.act is Act.APPROVE:
        write_archived(content.root, edition)
    append_decision(content.root, decision)
    return Made(decision, tally.next_role(edition.digest, terms))


def append_decision(root: Path, decision: Decision) -> None:
    """Add one whole line to the decisions of a record. Raises OSError."""
    path = root / "persetujuan" / f"{decision.record}.jsonl"
    before = path.read_bytes() if path.exists() else b""
    write_atomic(path, before + render_decision(decision).encode() + b"\n")
