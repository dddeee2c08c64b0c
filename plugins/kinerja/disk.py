"""The only module that writes files of content or output: whole files, by rename."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the file by `data` so that a reader sees the old bytes or the new, never a part.

    Raises OSError when the folder is read-only or the disk is full; the old file stays then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="~$", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet (a stage); parents are made."""
    _make_parents(path)
    path.write_bytes(data)


def _make_parents(path: Path) -> None:
    """Make the folder of a file; tens of thousands of files ask, and nearly always it is there."""
    if not os.path.isdir(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)


def move_new(source: Path, path: Path) -> None:
    """Move a file of a folder that nobody reads yet into another one; parents are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, path)


def link_or_write(path: Path, data: bytes, earlier: Path | None) -> bool:
    """Write a file of a stage; with the bytes of the earlier one it shares its inode and mtime.

    Returns whether it is a new file.
    """
    _make_parents(path)
    try:
        if earlier and earlier.stat().st_size == len(data) and earlier.read_bytes() == data:
            os.link(earlier, path)
            return False
    except OSError:
        pass  # no earlier file, or a file system without hard links: write it
    path.write_bytes(data)
    return True


def link_or_copy(path: Path, earlier: Path) -> None:
    """Let a file of a stage be the earlier one, or have its bytes where links are not allowed."""
    _make_parents(path)
    try:
        os.link(earlier, path)
    except OSError:
        path.write_bytes(earlier.read_bytes())


def link_known(path: Path, digest: str, earlier: Path) -> bytes | None:
    """Link a file of a stage to the earlier one, if that has this SHA-256; return its bytes."""
    try:
        data = earlier.read_bytes()
        if hashlib.sha256(data).hexdigest() != digest:
            return None
        _make_parents(path)
        os.link(earlier, path)
    except OSError:
        return None
    return data
