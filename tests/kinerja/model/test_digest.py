"""The digest: a stranger gets the same with sed and sha256sum, and nobody gets round it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.digest import covered_bytes, record_digest, sha256
from tests.kinerja import contents

RECOMPUTE = r"""
cd "$1"
{ printf '%s  %s\n' "$(sed '2,/^---$/{/^\(status\|biaya\):/d}' "$2" | sha256sum | cut -c1-64)" "$2"
  if [ -d "lampiran/$3" ]; then sha256sum lampiran/"$3"/*; fi
} | LC_ALL=C sort | sha256sum | cut -c1-64
"""
"""What docs tell a stranger: folder of the content, path and id of the record."""

RECORD = b"""---
judul: Contoh
status: siap
biaya: ada
standar:
  biaya: tetap terhitung
---
status: di dalam isi tetap terhitung
"""

needs_shell = pytest.mark.skipif(
    not all(map(shutil.which, ("sh", "sed", "sha256sum"))), reason="no POSIX shell here"
)


def recompute(root: Path, path: str, record_id: str) -> str:
    """Return what the shell says."""
    command = ["sh", "-eu", "-c", RECOMPUTE, "sh", str(root), path, record_id]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@needs_shell
@pytest.mark.parametrize("kind", contents.PATHS)
def test_a_stranger_recomputes_the_digest(tmp_path: Path, kind: str) -> None:
    """sed and sha256sum give the digest of the decisions, with attachments and without."""
    root = contents.write_content(tmp_path / "isi")
    contents.write(root, "lampiran/nikah-2025/Zebra dan-lain.txt", "satu lagi\n")
    contents.write(root, "lampiran/nikah-2025/a.csv", "a,b\n")
    path = contents.PATHS[kind]
    record_id = Path(path).stem
    expected = recompute(root, path, record_id)
    assert expected == contents.read(root).editions[record_id].digest


@needs_shell
@given(
    st.lists(
        st.sampled_from(
            [b"---", b"status: siap", b"biaya: ada", b"statusx: a", b"a: b", b"", b" biaya: x"]
        )
    )
)
def test_sed_leaves_the_same_bytes(lines: list[bytes]) -> None:
    """Wherever `---` and the two keys stand, sed and the portal drop the same lines."""
    source = b"".join(line + b"\n" for line in lines)
    command = ["sed", r"2,/^---$/{/^\(status\|biaya\):/d}"]
    expected = subprocess.run(command, input=source, capture_output=True, check=True).stdout
    assert expected == covered_bytes(source)


def test_two_keys_of_the_front_matter_are_left_out() -> None:
    """`status:` and `biaya:` at the beginning of a line, only between the two `---`."""
    expected = RECORD.replace(b"status: siap\nbiaya: ada\n", b"")
    assert expected == covered_bytes(RECORD)


def test_what_an_approval_does_not_cover_does_not_change_the_digest() -> None:
    """Another status and another declaration of cost are the same edition."""
    other = RECORD.replace(b"status: siap", b"status: draf").replace(b"biaya: ada", b"biaya: nol")
    assert record_digest("a.md", RECORD, {}) == record_digest("a.md", other, {})


@pytest.mark.parametrize(
    ("path", "source", "attachments"),
    [
        ("b.md", RECORD, {"lampiran/a/x.png": "1"}),
        ("a.md", RECORD + b" ", {"lampiran/a/x.png": "1"}),
        ("a.md", RECORD.replace(b"  biaya: tetap", b"  biaya: tidak"), {"lampiran/a/x.png": "1"}),
        ("a.md", RECORD, {"lampiran/a/x.png": "2"}),
        ("a.md", RECORD, {"lampiran/a/y.png": "1"}),
        ("a.md", RECORD, {}),
        ("a.md", RECORD, {"lampiran/a/x.png": "1", "lampiran/a/y.png": "1"}),
    ],
)
def test_everything_else_changes_the_digest(
    path: str, source: bytes, attachments: dict[str, str]
) -> None:
    """A byte of the text, a path, an attachment more, less, changed or renamed."""
    usual = record_digest("a.md", RECORD, {"lampiran/a/x.png": "1"})
    assert usual != record_digest(path, source, attachments)


def test_the_order_of_attachments_does_not_matter() -> None:
    """Lines are sorted bytewise, as with LC_ALL=C."""
    names = ["lampiran/a/b", "lampiran/a/B", "lampiran/a/é", "lampiran/a/a-b", "lampiran/a/a.b"]
    forward = {name: sha256(name.encode()) for name in names}
    backward = dict(reversed(forward.items()))
    assert record_digest("a.md", RECORD, forward) == record_digest("a.md", RECORD, backward)
