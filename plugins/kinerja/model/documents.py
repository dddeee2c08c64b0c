"""A record as written: front matter, compiled body, attachments and the lines of its keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tabular.problems import Problem

from .fields import Digest, FieldPath, Place
from .ids import IndicatorRef, Reference
from .records import Kind, Record
from .tables import Dataset

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """A token `{{...}}` of a body: a value, or a chart or table over several periods.

    `form` is nilai, target, grafik or tabel; `periods` has one name, or two ends of an interval.
    `field` is the key of front matter that states it, '' in a body.
    """

    token: str
    form: str
    indicator: str
    detail: str
    periods: tuple[str, ...]
    line: int
    field: str = ""

    @property
    def is_block(self) -> bool:
        """Whether it is drawn as a chart or table of its own, not inside a sentence."""
        return self.form in ("grafik", "tabel")


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown compiled to sanitised HTML that still names records, attachments and figures.

    `html` carries links of the schemes `rekor:`, `lampiran:`, `sumber:` and `angka:`; whoever
    shows it resolves them. `words` counts the words of the text. `source` is the Markdown itself,
    which begins after `offset` lines of the file.
    """

    html: str
    figures: tuple[Figure, ...] = ()
    records: tuple[tuple[str, int], ...] = ()
    attachments: tuple[tuple[str, int], ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    words: int = 0
    source: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of `lampiran/<id>/`; width and height in pixels for pictures, else 0.

    `personal` is what looks like personal data in it: code, line, words.
    """

    name: str
    path: str
    size: int
    width: int = 0
    height: int = 0
    personal: tuple[tuple[str, int, str], ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Document(Generic[R]):
    """A record with its text and attachments."""

    record: R
    body: Body
    attachments: Mapping[str, Attachment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """What a record with mistakes names all the same, so that all its mistakes are told at once.

    `references` are those of the keys that are valid each by itself, by path of attributes.
    """

    body: Body
    references: tuple[tuple[FieldPath, Reference | IndicatorRef], ...] = ()


Value = Document[Record] | Dataset | tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of one approved thing: its digest, and its value unless mistakes keep it back.

    `id` is that of the decisions: the record's, `capaian-<indikator>` or `tabel-<nama>`.
    `draft` says that the author is still writing, also where the file has mistakes.
    `root` is the folder below which `path` and the attachments lie: content, or the archive.
    `places` leads from attributes (after the number of the row, in a table) to the file's lines.
    `advice` is what the checks of `editorial` say to the author; it keeps nothing back.
    `named` is what a record without a value names.
    """

    id: str
    kind: Kind
    path: str
    digest: Digest
    value: Value | None
    problems: tuple[Problem, ...] = ()
    root: str = ""
    draft: bool = False
    places: Mapping[FieldPath, Place] = field(default_factory=dict)
    advice: tuple[Problem, ...] = ()
    named: Named | None = None

    def place(self, *at: str | int) -> Place:
        """Return where a value stands, or else the nearest that holds it, or else line 1."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places.get(at, Place(1, ""))
