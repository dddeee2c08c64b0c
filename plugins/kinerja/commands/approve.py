"""`invoke approve`: record one decision on the present edition, if it would count."""

from datetime import datetime
from pathlib import Path

from rich.console import Console

from kinerja.approval.archive import write_archived
from kinerja.approval.gate import decide
from kinerja.approval.tally import count_decisions
from kinerja.building.settings import parse_as_of
from kinerja.building.stage import exclusive
from kinerja.disk import write_atomic
from kinerja.model.documents import Edition
from kinerja.model.fields import MAILBOX
from kinerja.model.governance import Act, Decision, Governance, Role
from kinerja.model.portal import Content
from kinerja.reading.content import read_content
from kinerja.reading.governance import render_decision
from tabular.problems import nearest

from .guard import guarded
from .words import console, print_problems, say


@guarded
def run(content: str, record_id: str, role_name: str, person: str) -> int:
    """Write `ajukan` for penulis, `setuju` for every other role; 0 recorded, 1 refused."""
    terminal = console()
    root = Path(content).resolve()
    if role_name not in {str(role) for role in Role}:
        choices = ", ".join(Role)
        terminal.print(say("unknown-role", role=role_name, choices=choices))
        return 2
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        return _decide(terminal, root, record_id, Role(role_name), person)


def _decide(terminal: Console, root: Path, record_id: str, role: Role, person: str) -> int:
    now = parse_as_of("")
    found = read_content(root, now.date())
    if found.stopping:
        print_problems(terminal, found.stopping)
        return 1
    edition = _approvable(terminal, found, record_id, now)
    if edition is None:
        return 1
    if not MAILBOX.fullmatch(person):
        person = _only_holder(terminal, found.governance, role, now, person)
    if not person:
        return 2
    return _record(terminal, root, found, edition, role, person, now)


def _approvable(
    terminal: Console, content: Content, record_id: str, now: datetime
) -> Edition | None:
    """Return the present edition of a record without mistakes, or say why there is none."""
    edition = content.editions.get(record_id)
    if edition is None:
        near = nearest(record_id, content.editions) or "-"
        terminal.print(say("no-record", id=record_id, nearest=near))
        return None
    if not content.governance.policy.kinds[edition.kind].full:
        terminal.print(say("no-approval-needed", id=record_id))
        return None
    decided = decide(content, now, mint=True)
    problems = [p for p in decided.problems if p.path == edition.path]
    problems += [p for p in decided.verdicts[record_id].reasons if p.code == "P03"]  # withdrawn
    if problems or edition.problems:
        print_problems(terminal, sorted({*problems, *edition.problems}))
        terminal.print(say("not-approvable", id=record_id))
        return None
    if edition.draft:
        terminal.print(say("draft", id=record_id, path=edition.path))
        return None
    return edition


def _only_holder(
    terminal: Console, governance: Governance, role: Role, now: datetime, wanted: str
) -> str:
    """Return the person of a role that one person alone holds now; otherwise ask for --by.

    A `wanted` that is no mail address is nobody: the holders are named then too.
    """
    people = sorted(
        {h.person for h in governance.holders if h.role is role and h.is_valid(now.date())}
    )
    if len(people) == 1 and not wanted:
        return people[0]
    terminal.print(say("who", role=role, people=", ".join(people) or "-"))
    return ""


def _record(
    terminal: Console,
    root: Path,
    content: Content,
    edition: Edition,
    role: Role,
    person: str,
    now: datetime,
) -> int:
    governance = content.governance
    act = Act.SUBMIT if role is Role.AUTHOR else Act.APPROVE
    decision = Decision(
        v=1,
        record=edition.id,
        digest=edition.digest,
        role=role,
        person=person,
        act=act,
        time=now,
    )
    required = governance.policy.kinds[edition.kind].full
    before = governance.decisions.get(edition.id, ())
    tally = count_decisions([*before, decision], required, governance.holders, now)
    if decision in before or decision not in tally.counted:
        known = count_decisions(before, required, governance.holders, now).problems
        own = [found for found in tally.problems if found not in known]
        terminal.print(say("not-counted") if own else say("submitted", id=edition.id))
        print_problems(terminal, own)
        return 1
    if act is Act.APPROVE:
        write_archived(root, edition)
    append_decision(root, decision)
    terminal.print(
        say(
            "decided",
            person=person,
            role=role,
            act=act,
            digest=edition.digest[:12],
            id=edition.id,
        )
    )
    waits_for = tally.next_role(edition.digest, required)
    if waits_for:
        terminal.print(say("next-role", role=waits_for, id=edition.id))
    else:
        terminal.print(say("approved", id=edition.id))
    return 0


def append_decision(root: Path, decision: Decision) -> None:
    """Add one whole line to the decisions of a record. Raises OSError."""
    path = root / "persetujuan" / f"{decision.record}.jsonl"
    before = path.read_bytes() if path.exists() else b""
    write_atomic(path, before + render_decision(decision).encode() + b"\n")
