"""What a build is made from: the files of the content, the code, the templates, the libraries."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LIBRARIES = ("pelican", "markdown", "jinja2", "nh3", "feedgen", "beautifulsoup4", "babel")
OTHERS = ("markupsafe", "pydantic", "lxml", "PyYAML", "snowballstemmer")
"""Libraries whose versions the manifest names, and others on which bytes may hang."""

SETTLED_NS = 2_000_000_000
"""A file that changed within so many nanoseconds may change again without a trace in its times."""

Stamps = dict[str, tuple[int, int, int, int]]
"""What a file system says of files: times of content and inode, size, number."""


def stamps(root: Path) -> Stamps:
    """Return the stamp of every file and link below a folder, without our locks (`~$`)."""
    return {
        entry.path: (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
        for entry in _walk(str(root))
        for stat in (entry.stat(follow_symlinks=False),)
    }


def _walk(root: str) -> Iterator[os.DirEntry[str]]:
    folders = [root]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif not entry.name.startswith("~$"):
                    yield entry


def stamps_everywhere(root: Path) -> str:
    """Return a digest of path, time and size of every file, the same on all machines."""
    found = [(path, at // 1000, size) for path, (at, _, size, _) in stamps(root).items()]
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()


def are_settled(found: Stamps, moment_ns: int) -> bool:
    """Whether no file had changed just before that time: equal stamps mean equal bytes then."""
    latest = max((max(stamp[:2]) for stamp in found.values()), default=0)
    return latest < moment_ns - SETTLED_NS


def look(root: Path) -> str:
    """Return a digest of the stamps of a folder, '' where an equal one would prove nothing later.

    Raises OSError.
    """
    now = time.time_ns()
    found = stamps(root)
    if not are_settled(found, now):
        return ""
    return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()


def origin() -> str:
    """Return the digest of what makes everything: our code, Python, the libraries."""
    code = Path(__file__).resolve().parents[2]
    return digest_of(sorted(code.rglob("*.py")), *versions().values(), sys.version)


@cache
def versions() -> dict[str, str]:
    """Return the version of every library that shapes bytes, by name."""
    from importlib.metadata import version  # dear, and needless where nothing changed

    return {name: version(name) for name in (*LIBRARIES, *OTHERS)}


def digest_of(files: list[Path], *words: str) -> str:
    """Return one SHA-256 of files, with their paths, and words."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in files:
        data = path.read_bytes()
        total.update(f"\0{path}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()
