"""A stranger checks decisions by the commands of docs/approval.md, with sed and ssh-keygen only."""

import re
import subprocess
from pathlib import Path

import pytest

from kinerja.commands.deciding import append_decision
from kinerja.commands.environment import PROJECT
from kinerja.model.governance import Act
from tests.kinerja.contents import AS_OF, change
from tests.kinerja.ministry import FULL, HOLDERS, LAST, SIGNERS, Ministry, signer, write_ministry

pytestmark = pytest.mark.client("ssh-keygen")

TEXT = (PROJECT / "docs/approval.md").read_text("utf-8")
BLOCKS = re.findall(r"```(?:sh|text)\n(.*?)```", TEXT.partition("\n## Signatures\n")[2], re.DOTALL)
COMMANDS, PRINTED = BLOCKS[:2]


def checked(folder: Path, record_id: str = "") -> list[str]:
    """Run the commands in a content folder; return what is printed of each line."""
    named = re.sub(r"\Aid=.*", f"id={record_id}", COMMANDS) if record_id else COMMANDS
    done = subprocess.run(["sh", "-c", named], cwd=folder, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_the_commands_print_what_the_document_says() -> None:
    """On the example, line for line."""
    assert PRINTED.splitlines() == checked(PROJECT / "content")


def good(ministry: Ministry, record_id: str) -> list[bool]:
    """Return for each line whether ssh-keygen calls it good."""
    return [
        line.startswith('Good "persetujuan@portal"') for line in checked(ministry.root, record_id)
    ]


def test_every_signed_line_is_good(tmp_path: Path) -> None:
    """Whatever stands in its reason: quotes, a line end, the name of the key itself."""
    ministry = write_ministry(tmp_path)
    assert [True] * len(FULL) == good(ministry, "kontak")
    reason = 'Kata "tanda_tangan":"x","orang":"y" \\n\né'
    ministry.say("kontak", LAST, Act.RETURN, AS_OF, reason=reason)
    assert [True] * (len(FULL) + 1) == good(ministry, "kontak")


def test_what_the_portal_refuses_is_not_good(tmp_path: Path) -> None:
    """A changed line, the key of another, a key of another time."""
    ministry = write_ministry(tmp_path)
    change(tmp_path, "persetujuan/kontak.jsonl", '"peran":"editor"', '"peran":"walidata"')
    assert [True, True, False, True] == good(ministry, "kontak")
    stolen = ministry.made("nikah", LAST, Act.RETURN, AS_OF, key="editor")
    append_decision(tmp_path, stolen)
    assert [True] * 4 + [False] == good(ministry, "nikah")
    others = "".join(signer(name) for name in HOLDERS if name != LAST)
    ministry.govern(SIGNERS, others + signer(LAST, ',valid-before="20260201"'))
    assert [True, True, True, False] == good(ministry, "kepuasan")
