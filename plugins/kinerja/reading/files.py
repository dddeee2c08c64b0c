"""The content folder as a list of plain files; links and unreadable files are mistakes."""

import os
from pathlib import Path

from tabular.problems import Problem, problem
from tabular.text import MAX_BYTES, decode_text, is_litter


def list_files(root: Path, below: str = "") -> tuple[list[str], list[Problem]]:
    """Return the paths of all files below a folder of `root`, relative to it, sorted bytewise.

    A symbolic link is never followed, be it to a file or a folder: it is a mistake.
    """
    found: list[str] = []
    problems: list[Problem] = []
    folders = [below]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(root / folder))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(problem(folder, 0, "", "T08", reason=error.strerror or "OSError"))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not _is_utf8(entry.name):
                shown = os.fsencode(path).decode("utf-8", "backslashreplace")
                problems.append(problem(shown, 0, "", "T10"))
                continue
            if is_litter(entry.name):
                continue
            if entry.is_symlink():
                problems.append(problem(path, 0, "", "T07"))
            elif entry.is_dir():
                folders.append(path)
            elif entry.is_file():
                found.append(path)
            else:
                problems.append(problem(path, 0, "", "T07"))
    return sorted(found, key=os.fsencode), problems


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_bytes(root: Path, path: str, limit: int = MAX_BYTES) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file; a file over the limit is not read."""
    try:
        file = root / path
        if file.is_symlink():
            return b"", [problem(path, 0, "", "T07")]
        size = file.stat().st_size
        if size > limit:
            return b"", [problem(path, 0, "", "T06", size=size, limit=limit)]
        return file.read_bytes(), []
    except OSError as error:
        return b"", [problem(path, 0, "", "T08", reason=error.strerror or "OSError")]


def read_text(root: Path, path: str, limit: int = MAX_BYTES) -> tuple[bytes, str, list[Problem]]:
    """Return the bytes and the text of a file; on a mistake the text is ''."""
    data, problems = read_bytes(root, path, limit)
    if problems:
        return data, "", problems
    text, problems = decode_text(data, path, limit)
    return data, text, problems
