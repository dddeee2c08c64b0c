"""What decisions on an edition depend on: its unit, whether it is urgent, and its figures."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.model.digest import record_digest, sha256
from kinerja.model.fields import Digest
from kinerja.reading.attachments import MAX_ATTACHMENT
from kinerja.reading.body import compile_body
from kinerja.reading.files import list_files, read_bytes
from kinerja.reading.layout import archive_folder, record_at
from kinerja.reading.records import MAX_FRONT, mentioned_attachments, split_front_matter
from kinerja.reading.yaml_text import Tree, read_yaml, value_at

UNREAD = ("code", "date", "publish_after", "status", "cost")
"""Keys of the front matter whose digits are no figures."""

BOUND = re.compile(r'<a href="angka:\d+">[^<]*</a>')
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|[\u202a-\u202e\u2066-\u2069]")
"""A run of letters and digits; or a sign that turns the order of what is read."""


@dataclass(frozen=True, slots=True)
class About:
    """What an edition says of itself: whose it is, and whether it goes the urgent path."""

    unit: str = ""
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one edition: keys of the front matter, body, and digests of its files."""

    about: About = field(default_factory=About)
    keys: Mapping[str, Tree] = field(default_factory=dict)
    body: str = ""
    files: frozenset[str] = frozenset()

    @property
    def figures(self) -> frozenset[str]:
        """Numbers in its text, and digests of its files: nobody can see what those show."""
        front = _texts({key: self.keys[key] for key in self.keys if key not in UNREAD})
        texts = (*front, *_shown(self.body))
        return frozenset(number for text in texts for number in _numbers(text)) | self.files


def read_facts(folder: Path, path: str, digest: Digest) -> Facts | None:
    """Return the facts of a record's edition; None where the bytes do not give its digest."""
    data, problems = read_bytes(folder, path)
    attached, faults = list_files(folder, f"lampiran/{Path(path).stem}")
    files = {name: sha256(read_bytes(folder, name, MAX_ATTACHMENT)[0]) for name in attached}
    front, body, _ = split_front_matter(data.decode("utf-8", "replace"))
    strange = files and record_digest(path, data, files) != digest
    if strange and len(front) <= MAX_FRONT:  # what it does not name was put there since
        own = mentioned_attachments(read_yaml(front, path).tree, compile_body(body)[0])
        files = {name: sha for name, sha in files.items() if name.split("/", 2)[-1] in own}
    if problems or faults or record_digest(path, data, files) != digest:
        return None
    tree = read_yaml(front, path).tree
    unit, urgent = value_at(tree, ("unit",)), value_at(tree, ("urgent",))
    keys = tree if isinstance(tree, dict) else {}
    return Facts(About(str(unit or ""), bool(urgent)), keys, body, frozenset(files.values()))


def _texts(tree: Tree) -> Iterator[str]:
    """Yield every text of the front matter, as it is read and not as it is written."""
    if isinstance(tree, str):
        yield tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _texts(item)


def _shown(body: str) -> Iterator[str]:
    """Yield a body as it is shown, and as it is written for what only links and pictures say.

    Bound figures do not count: their values are approved with the dataset. What looks like one
    and is none, as in code, does.
    """
    compiled, _ = compile_body(body)
    yield TAG.sub("", BOUND.sub(" ", compiled.html))
    for figure in compiled.figures:
        body = body.replace(f"{{{{{figure.token}}}}}", " ")
    yield body


def _numbers(text: str) -> Iterator[str]:
    """Yield every word with a digit of any script; signs that cannot be seen divide nothing."""
    seen = "".join(
        sign
        for sign in html.unescape(text)
        if unicodedata.category(sign) != "Cf" or WORD.match(sign)
    )
    for word in WORD.findall(seen):
        if not word.isalpha() or any(map(str.isnumeric, word)):
            yield word


def archived_facts(root: Path, record_id: str, digest: Digest) -> Facts | None:
    """Return the facts of an edition of a record in the archive, or None."""
    folder = archive_folder(root, digest)
    for path in list_files(folder)[0]:
        at = record_at(path)
        if at and at[1] == record_id and (found := read_facts(folder, path, digest)):
            return found
    return None
