"""Approvals in a copy of the example: by its own holders, signed with its open keys."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from kinerja.approval.archive import write_archived
from kinerja.approval.gate import record_terms
from kinerja.approval.signing import ssh_sign
from kinerja.commands.deciding import append_decision
from kinerja.model.documents import Document
from kinerja.model.governance import Act, Decision, Role
from kinerja.model.signers import Namespace
from kinerja.reading.governance import signed_part
from tests.kinerja.contents import read

KEYS = Path(__file__).parents[2] / "docs" / "kunci-contoh"
ROLES = (Role.AUTHOR, Role.HEAD_OF_UNIT, Role.EDITOR, Role.RESPONSIBLE)


def approve_in_example(content: Path, record_id: str, when: datetime) -> None:
    """Hand in the present edition at `when` and approve it by the full path, a minute a role."""
    found = read(content, when.date())
    edition = found.editions[record_id]
    assert isinstance(edition.value, Document), edition.problems
    over = record_terms(found, edition, when).above(edition.value.record.unit)
    write_archived(content, edition)
    for minute, role in enumerate(ROLES):
        holder = next(
            holder.person
            for holder in found.governance.holders
            if holder.role is role and holder.unit in {None, *over}
        )
        decision = Decision(
            v=1,
            record=record_id,
            digest=edition.digest,
            role=role,
            person=holder,
            act=Act.SUBMIT if role is Role.AUTHOR else Act.APPROVE,
            time=when + timedelta(minutes=minute),
        )
        key = _private(content.parent, holder.partition("@")[0])
        armour = ssh_sign(signed_part(decision), str(key), Namespace.DECISION)
        append_decision(content, decision.model_copy(update={"signature": armour}))


def _private(folder: Path, name: str) -> Path:
    """Return a copy of a key that nobody else may read, as ssh-keygen demands it."""
    copy = folder / f"kunci-{name}"
    if not copy.exists():
        shutil.copyfile(KEYS / name, copy)
        copy.chmod(0o600)
    return copy
