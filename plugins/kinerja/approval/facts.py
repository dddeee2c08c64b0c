"""What decisions on an edition depend on: its unit, whether it is urgent, and its figures."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.model.digest import record_digest, sha256
from kinerja.model.fields import Digest
from kinerja.reading.attachments import MAX_ATTACHMENT
from kinerja.reading.files import list_files, read_bytes
from kinerja.reading.layout import archive_folder
from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import read_yaml, value_at

TOKEN = re.compile(r"\{\{[^{}]*\}\}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
UNREAD = re.compile(r"^(kode|tanggal|jadwal_terbit|status|biaya):.*$", re.MULTILINE)
"""Lines of the front matter whose digits are no figures."""


@dataclass(frozen=True, slots=True)
class About:
    """What an edition says of itself: whose it is, and whether it goes the urgent path."""

    unit: str = ""
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one edition; `figures` are numbers in its text and digests of its files."""

    about: About = field(default_factory=About)
    figures: frozenset[str] = frozenset()


def read_facts(folder: Path, path: str, digest: Digest) -> Facts | None:
    """Return the facts of a record's edition; None where the bytes do not give its digest.

    Bound figures `{{...}}` do not count as figures: their values are approved with the dataset.
    """
    data, problems = read_bytes(folder, path)
    attached, faults = list_files(folder, f"lampiran/{Path(path).stem}")
    files = {name: sha256(read_bytes(folder, name, MAX_ATTACHMENT)[0]) for name in attached}
    if problems or faults or record_digest(path, data, files) != digest:
        return None
    text = data.decode("utf-8", "replace")
    front, body, _ = split_front_matter(text)
    tree = read_yaml(front, path).tree
    numbers = NUMBER.findall(TOKEN.sub("", UNREAD.sub("", front) + body))
    unit, urgent = value_at(tree, ("unit",)), value_at(tree, ("urgent",))
    return Facts(About(str(unit or ""), bool(urgent)), frozenset({*numbers, *files.values()}))


def archived_facts(root: Path, digest: Digest) -> Facts | None:
    """Return the facts of an edition in the archive, or None."""
    folder = archive_folder(root, digest)
    files, _ = list_files(folder)
    paths = [path for path in files if path.endswith(".md")]
    return read_facts(folder, paths[0], digest) if len(paths) == 1 else None
