"""The note beside the builds of an output: what the last one was made of, and what it made.

It carries a proof by the user's key: a note that somebody else wrote is none.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from kinerja.secret import is_ours, mac

from .inputs import stamps

NOTE = "state.json"


def note_of(output: Path) -> Path:
    """Return the file of the note."""
    return output.parent / ".builds" / output.name / NOTE


def write_note(output: Path, note: dict[str, object]) -> None:
    """Write a note. Raises OSError."""
    data = json.dumps(note).encode()
    note_of(output).write_bytes(mac(data).hex().encode() + b"\n" + data)


def read_note(output: Path) -> dict[str, Any]:
    """Return the note, of whatever form. Raises OSError, ValueError for one that is not ours."""
    code, _, data = note_of(output).read_bytes().partition(b"\n")
    if not is_ours(data, bytes.fromhex(code.decode())):
        raise ValueError
    return dict(json.loads(data))


def site_stamp(output: Path, key: str) -> str:
    """Return the digest of the stamps of a finished site, and of the key that signs it."""
    found = sorted(stamps(output.resolve()).items())
    signer = os.stat(key).st_mtime_ns if key else 0
    return hashlib.sha256(repr((found, signer)).encode()).hexdigest()
