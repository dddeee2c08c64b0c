"""`invoke desk.return` and `invoke desk.withdraw`: decisions that take back."""

import subprocess
from pathlib import Path

from kinerja.building.erasing import erase
from kinerja.building.settings import parse_as_of
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import Wish
from kinerja.commands.guard import chosen, content_folder, guarded
from kinerja.commands.words import console, say
from kinerja.model.governance import Act, WithdrawalReason
from kinerja.reading.content import read_content
from kinerja.reading.governance import read_decisions

from . import carry_out, role_of


@guarded
def send_back(
    content: str, record_id: str, role_name: str, person: str, reason: str, key: str
) -> int:
    """Write `kembalikan` on the present edition; 0 recorded, 1 refused, 2 cannot be tried."""
    wish = Wish(record_id, Act.RETURN, role_of(role_name), person, reason=reason or None)
    carry_out(content, key, wish)
    return 0


@guarded
def withdraw(
    content: str,
    record_id: str,
    role_name: str,
    person: str,
    reason: str,
    successor: str,
    key: str,
) -> int:
    """Write `tarik` on a record; with `data-pribadi` erase it too. Exit codes as above."""
    terminal = console()
    chosen("reason", reason, WithdrawalReason)
    root = content_folder(content)
    erases = reason == WithdrawalReason.PERSONAL_DATA
    decisions = read_decisions(root, record_id)[0]
    is_begun = any(d.reason_code == WithdrawalReason.PERSONAL_DATA for d in decisions)
    if not (erases and is_begun):
        role = role_of(role_name)
        wish = Wish(record_id, Act.WITHDRAW, role, person, reason, None, successor or None)
        carry_out(content, key, wish)
    if erases:
        now = parse_as_of("")  # not before the decision
        gone = erase(read_content(root, now.date()), record_id, project_settings(root).cache, now)
        terminal.print(say("erased", id=record_id, paths=", ".join(gone) or "-"))
        if commits := _history(root, record_id):
            terminal.print(say("in-history", count=len(commits), id=record_id))
    return 0


def _history(root: Path, record_id: str) -> list[str]:
    """Return the commits that still hold a record or its files; none where there is no git."""
    paths = [f":(top)*/{record_id}.md", f":(top)*lampiran/{record_id}/*"]
    command = ["git", "log", "--all", "--format=%h", "--", *paths]
    try:
        found = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return found.stdout.split()
