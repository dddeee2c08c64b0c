"""Markdown records: front matter checked, body compiled, attachments counted."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kinerja.model.digest import OPEN_LINES, record_digest
from kinerja.model.documents import Attachment, Body, Document, Edition, Named
from kinerja.model.fields import FieldPath, Place, is_slug
from kinerja.model.ids import references
from kinerja.model.records import RECORD_TYPES, Kind, Publication, Record, Status
from tabular.problems import Problem, problem

from .attachments import Attached, read_attachments
from .body import compile_body
from .files import read_text
from .validate import valid_parts, validate
from .yaml_text import Reading, Tree, read_yaml, value_at

PLACEHOLDER = re.compile(r"\bTULIS\b")
"""The mark at which an author is to write (`invoke new`)."""

OPEN_LINE = re.compile(r"(status|biaya):( [a-z-]+)?")
KEY_LINE = re.compile(r"[A-Za-z_]+:|---$")
"""What an uncovered line may be, and what may follow it."""

MAX_FRONT = 100_000
"""Characters of front matter: YAML of megabytes takes minutes to read."""

MAX_WORDS = 2_200
"""An article has at most about 2,000 words (content.md, Records)."""


def read_record(root: Path, kind: Kind, path: str, attachment_paths: list[str]) -> Edition:
    """Read one record; whatever is wrong with it stands in the edition, nothing is raised."""
    record_id = Path(path).stem
    data, text, problems = read_text(root, path)
    attached = read_attachments(root, attachment_paths)
    digest = record_digest(path, data, attached.digests)
    parsed = Parsed(None, problems)
    if not problems:
        parsed = _parse_document(RECORD_TYPES[kind], text, path, record_id, attached)
    problems = parsed.problems
    if not is_slug(record_id):
        problems.append(problem(path, 0, "", "F11", value=record_id))
    problems = sorted({*problems, *attached.problems})
    return Edition(
        record_id,
        kind,
        path,
        digest,
        value=None if problems else parsed.document,
        problems=tuple(problems),
        root=str(root),
        draft=parsed.draft,
        places=dict(parsed.places),
        named=_named(parsed) if problems else None,
    )


class Parsed(NamedTuple):
    """The document, or None and every mistake; whether the author calls it a draft; its places.

    `parts` are keys that are valid each by itself, and `body` the text, where there is no document.
    """

    document: Document[Record] | None
    problems: list[Problem]
    draft: bool = False
    places: Mapping[FieldPath, Place] = MappingProxyType({})
    parts: Mapping[str, object] = MappingProxyType({})
    body: Body | None = None


def _parse_document(
    model: type[Record], text: str, path: str, record_id: str, attached: Attached
) -> Parsed:
    front, body_text, offset = split_front_matter(text)
    if not offset:
        return Parsed(None, [problem(path, 1, "", "F23")])
    if len(front) > MAX_FRONT:
        details = {"what": "karakter / characters", "count": len(front), "limit": MAX_FRONT}
        return Parsed(None, [problem(path, 1, "", "B08", **details)])
    reading = read_yaml(front, path, offset=1)
    if reading.problems and not reading.tree:
        return Parsed(None, list(reading.problems))  # no key could be read: none of them is missing
    record, faults = validate(model, reading.tree, reading.places, path)
    body, body_faults = compile_body(body_text, path, offset)
    problems = [*reading.problems, *faults, *body_faults]
    problems += _attachment_problems(path, record_id, reading, body, attached.files)
    problems += _source_problems(path, record, body)
    problems += _open_line_problems(path, front, reading)
    unfinished = {found.line: found for found in _unfinished(path, text)}
    problems = [found for found in problems if found.line not in unfinished]
    problems += unfinished.values()
    if model is Publication and body.words > MAX_WORDS:
        details = {"count": body.words, "limit": MAX_WORDS}
        problems.append(problem(path, offset + 1, "", "B09", **details))
    status = value_at(reading.tree, ("status",)) or Status.DRAFT
    draft = not reading.problems and status == Status.DRAFT
    document = Document(record, body, attached.files) if record and not problems else None
    parts = {} if document else dict(record) if record else valid_parts(model, reading.tree)
    return Parsed(document, problems, draft, reading.places, parts, body)


def _named(parsed: Parsed) -> Named | None:
    """Return what a record with mistakes names."""
    parts = dict(parsed.document.record) if parsed.document else parsed.parts
    found = (pair for name, value in parts.items() for pair in references(value, (name,)))
    return Named(parsed.body, tuple(found)) if parsed.body else None


def _unfinished(path: str, text: str) -> Iterable[Problem]:
    """What `invoke new` left to be written is written before anybody approves."""
    for number, line in enumerate(text.split("\n"), 1):
        if PLACEHOLDER.search(line):
            yield problem(path, number, "", "B06")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return front matter, body and the number of lines before the body (0: no front matter)."""
    if not text.startswith("---\n"):
        return "", "", 0
    end = text.find("\n---\n", 3)
    if end < 0:
        end = len(text) - 4 if text.endswith("\n---") else -1
    if end < 0:
        return "", "", 0
    front = text[4 : end + 1]
    return front, text[end + 5 :], front.count("\n") + 2


def _open_line_problems(path: str, front: str, reading: Reading) -> Iterable[Problem]:
    """A line that an approval does not cover holds one word and touches nothing else.

    It is a key of its own with a word behind it, and the next line begins a key: otherwise moving
    or changing it would change the meaning of lines that were approved.
    """
    own = {place.line for at, place in reading.places.items() if len(at) == 1}
    lines = [*front.removesuffix("\n").split("\n"), "---"]
    for number, (line, after) in enumerate(pairwise(lines), 2):
        if line.encode().startswith(OPEN_LINES) and not (
            number in own and OPEN_LINE.fullmatch(line) and KEY_LINE.match(after)
        ):
            yield problem(path, number, "", "Y07", word=line.partition(":")[0])


PICTURES = (".jpg", ".jpeg", ".png", ".webp")
MENTIONS: dict[FieldPath, tuple[str, ...]] = {
    ("picture",): PICTURES,
    ("video", "poster"): PICTURES,
    ("video", "file"): (".mp4", ".webm"),
    ("video", "captions"): (".vtt",),
}
"""Keys that name an attachment, and what its name may end with."""


def mentioned_attachments(tree: Tree, body: Body) -> set[str]:
    """Return the names of the attachments that a record names: all that belong to it (L02)."""
    keys = (value_at(tree, at) for at in MENTIONS)
    return {*(name for name, _ in body.attachments), *(key for key in keys if isinstance(key, str))}


def _attachment_problems(
    path: str,
    record_id: str,
    reading: Reading,
    body: Body,
    files: Mapping[str, Attachment],
) -> Iterable[Problem]:
    """Every attachment mentioned is there, and every one that is there is mentioned."""
    mentioned = mentioned_attachments(reading.tree, body)
    for at, endings in MENTIONS.items():
        name = value_at(reading.tree, at)
        if not isinstance(name, str):
            continue
        line, field = reading.places[at]
        if name not in files:
            yield problem(path, line, field, "L01", value=name, id=record_id)
        elif not name.lower().endswith(endings):
            yield problem(path, line, field, "L08", value=name, allowed=" ".join(endings))
    for name, line in body.attachments:
        if name not in files:
            yield problem(path, line, "", "L01", value=name, id=record_id)
    for name, attachment in files.items():
        if name not in mentioned:
            yield problem(attachment.path, 0, "", "L02", value=name)


def _source_problems(path: str, record: Record | None, body: Body) -> Iterable[Problem]:
    """A link `sumber:n` names the n-th entry of the record's `sumber`."""
    if record is None:
        return  # its own mistakes come first: the list may be what is broken
    for number, line in body.notes:
        if number > len(record.sources):
            yield problem(path, line, "", "R04", number=number, count=len(record.sources))
