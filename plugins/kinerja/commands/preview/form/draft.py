"""A record as somebody types it: its text, checked as the build would, before a file is touched."""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import yaml

from kinerja.approval.gate import check_record
from kinerja.building.faults import ContentStops
from kinerja.model.documents import Attachment, Edition
from kinerja.model.records import Status
from kinerja.reading.attachments import PICTURES, read_attachments
from kinerja.reading.files import list_files, read_text
from kinerja.reading.records import read_record, split_front_matter
from kinerja.reading.yaml_text import read_yaml

from ..showing import State
from .fields import filled, schema_of
from .front import Tree, load, with_keys

WHOLE = "_berkas"
"""The field of a file whose keys cannot be told apart: all of it, as it stands."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text for the file of a record, attachments that come with it, and names of those to go."""

    edition: Edition
    text: str
    added: Mapping[str, bytes] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    @property
    def attachments(self) -> list[str]:
        """Paths of the attachments once it is written."""
        root, folder = Path(self.edition.root), f"lampiran/{self.edition.id}"
        names = {path.partition(f"{folder}/")[2] for path in list_files(root, folder)[0]}
        return [f"{folder}/{name}" for name in sorted({*names, *self.added} - self.removed)]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as the checks see it: mistakes and advice stand in the edition."""

    edition: Edition
    attachments: Mapping[str, Attachment]


def front_values(text: str) -> dict[str, Tree] | None:
    """Return the keys of a file with their values; None where they cannot be told apart."""
    front, _, offset = split_front_matter(text)
    if not offset or any(found.code.startswith("Y") for found in read_yaml(front, "").problems):
        return None
    with suppress(yaml.YAMLError, RecursionError):
        values = load(front) or {}
        return values if isinstance(values, dict) else None
    return None


def present_draft(edition: Edition) -> Draft:
    """Return what stands in the file now. Raises ContentStops where that is no text."""
    _, text, problems = read_text(Path(edition.root), edition.path)
    if problems:
        raise ContentStops(tuple(problems))
    return Draft(edition, text)


def typed_draft(edition: Edition, form: Mapping[str, str], status: Status | None) -> Draft:
    """Return the present file with what a form changes; `status` None leaves that as it is."""
    text = present_draft(edition).text
    values = front_values(text)
    removed = frozenset(key[len("_hapus.") :] for key in form if key.startswith("_hapus."))
    if values is None:
        return Draft(edition, _lines(form.get(WHOLE, text)), removed=removed)
    wanted = filled(schema_of(edition.kind), "", values, form)
    if status:
        wanted["status"] = str(status)
    changes = {k: wanted.get(k, "") for k in {**values, **wanted}}
    changes = {k: v for k, v in changes.items() if v != (values.get(k) or "")}
    front, body, _ = split_front_matter(text)
    typed = _lines(form.get("_isi", shown_body(body)))
    body = body if typed == body else f"{typed.rstrip()}\n"
    return Draft(edition, f"---\n{with_keys(front, changes)}---\n{body}", removed=removed)


def shown_body(body: str) -> str:
    """Return the text of a record, '' for what `invoke new` left to be written."""
    return "" if body.strip().startswith("TULIS ") else body


def _lines(text: str) -> str:
    """Return a text with the line ends of files; forms send those of letters."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def file_name(name: str) -> str:
    """Return the name of an attached file as addresses can bear it: `Peta 1.PNG`, `Peta-1.PNG`.

    Of a long one the last hundred characters: no file system takes more than 255 bytes.
    """
    plain = PurePosixPath(name.replace("\\", "/")).name
    return re.sub(r"[^A-Za-z0-9._]+", "-", plain)[-100:].strip("-.") or "lampiran"


def mentioned(text: str, name: str, words: str) -> str:
    """Return the text with an attachment shown at its end, unless it names it already."""
    if name in text:
        return text
    plain = " ".join(re.sub(r"[\[\]]", "", words).split())
    sign = "!" if name.lower().endswith(PICTURES) else ""
    return f"{text.rstrip()}\n\n{sign}[{plain}](lampiran:{name})\n"


def check_draft(state: State, draft: Draft) -> Checked:
    """Hold a draft against the content as `invoke check` would."""
    edition = draft.edition
    with _laid_out(draft) as root:
        read = read_record(root, edition.kind, edition.path, draft.attachments)
        files = read_attachments(root, draft.attachments).files
        return Checked(check_record(state.content, state.decided, read, state.now), files)


@contextmanager
def _laid_out(draft: Draft) -> Iterator[Path]:
    """Write a draft into a folder of its own, with the attachments that stay."""
    root, source = Path(draft.edition.root), Path("lampiran", draft.edition.id)
    with TemporaryDirectory(prefix="portal-kinerja-") as name:
        folder = Path(name)
        path = folder / draft.edition.path
        path.parent.mkdir(parents=True)
        path.write_bytes(draft.text.encode())
        (folder / "lampiran").mkdir()
        if not draft.added:
            (folder / source).symlink_to(root / source, target_is_directory=True)
        for attached in draft.attachments if draft.added else ():
            (folder / attached).parent.mkdir(exist_ok=True)
            new = draft.added.get(Path(attached).name)
            if new is None:
                shutil.copyfile(root / attached, folder / attached)
            else:
                (folder / attached).write_bytes(new)
        yield folder
