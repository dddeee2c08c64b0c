"""`invoke new`: begin a record, a dataset or a table with the keys or columns that it needs.

The models say what is needed (`schema`); each placeholder says TULIS, and what to write there.
"""

import secrets
import shutil
import time
from collections.abc import Collection
from datetime import date
from pathlib import Path

import yaml
from rich.console import Console

from cost_appendix.columns import ACCOUNTS
from kinerja.building.settings import parse_as_of
from kinerja.building.stage import exclusive
from kinerja.disk import write_atomic
from kinerja.model.fields import is_slug
from kinerja.model.records import RECORD_TYPES, Cost, Format, Kind, Status
from kinerja.model.tables import ObservationStatus
from kinerja.reading.datasets import COLUMNS
from kinerja.reading.entries import csv_columns
from kinerja.reading.references import is_reserved
from kinerja.reading.tables import CSV_TABLES, TABLES, YAML_TABLES, table_path

from .documents import Taken, take_document
from .guard import Refused, guarded
from .schema import Node, json_schema
from .starter import begin_portal
from .words import console, content_option, say

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

WANTED: dict[str, tuple[str, ...]] = {
    Kind.PUBLICATION: ("indikator", "sumber", "biaya"),
    Kind.ISSUE: ("sumber",),
    Kind.EDUCATION: (
        *("dasar_hukum", "langkah", "kanal", "tautan", "batas_hari_kerja", "hak_pelapor"),
        "sumber",
    ),
    Kind.SERVICE: ("persyaratan", "tarif", "jangka_waktu", "pengaduan"),
    Format.INFOGRAPHIC: ("data_teks",),
    Format.VIDEO: ("video", "berkas", "takarir"),
}
"""Keys with which a type or format begins, at any depth, beyond those that its model requires."""

FIRST_SERVICE = "layanan-kami"
NOTHING = Taken("", "", "TULIS isi di sini.\n", {}, [])
"""What a record begins with where no document is named."""


@guarded
def run(
    content: str,
    type_name: str,
    new_id: str,
    title: str,
    unit: str,
    form: str = "artikel",
    source: str = "",
    terminal: Console | None = None,
) -> int:
    """Write the file, with what the document `source` says where one is named.

    0 written, 2 when a word or the document cannot be used, or the id is taken. What is said goes
    to `terminal`, or to that of the user.
    """
    terminal, root = terminal or console(), Path(content)
    if refusal := _refusal(root, type_name, new_id, unit, form, source):
        terminal.print(refusal)
        return 2
    document = NOTHING
    if source:
        try:
            with terminal.status(say("step-read")):
                document = take_document(Path(source))
        except Refused as refused:
            terminal.print(say(refused.sentence, **refused.words))
            return 2
    kind, today = Kind(type_name), parse_as_of("").date()
    is_record = kind in RECORD_TYPES
    if kind is Kind.TABLE:
        path, text = table_path(new_id), table_text(new_id)
    elif kind is Kind.DATASET:
        path, text = f"data/capaian/{new_id}.csv", dataset_text(today.year)
    else:
        year = f"{today.year}/" if kind is Kind.PUBLICATION else ""
        path = f"{kind}/{year}{new_id}.md"
        text = record_text(kind, form, " ".join(title.split()), unit, today, document)
    if is_record and not root.is_dir():
        root.mkdir(exist_ok=True)  # somebody else may begin it in this moment
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        folder = root / f"lampiran/{new_id}"
        taken = [root / path, *([folder] if document.pictures else [])]
        if is_record:
            taken += [p for other in RECORD_TYPES for p in root.glob(f"{other}/**/{new_id}.md")]
            taken += [
                root / f"persetujuan/{new_id}.jsonl",
                root / f"persetujuan/dihapus/{new_id}.json",
            ]
        if existing := next((found for found in taken if found.exists()), None):
            terminal.print(say("exists", path=existing))
            return 2
        begun = begin_portal(root, unit, today) if is_record else []
        if kind is Kind.PUBLICATION and begun:
            begun.append(_first_service(root, unit, today))
        try:
            for name, data in document.pictures.items():
                write_atomic(folder / name, data)
            write_atomic(root / path, text.encode())
        except OSError:
            if document.pictures:
                shutil.rmtree(folder, ignore_errors=True)
            raise
    for line in (*document.said, *(f"{folder / name}" for name in document.pictures)):
        terminal.print(f"  {line}")
    for other in begun:
        terminal.print(say("begun", path=root / other))
    terminal.print(say("created", path=root / path, content=content_option(content)))
    return 0


def _refusal(root: Path, type_name: str, new_id: str, unit: str, form: str, source: str) -> str:
    """Return why nothing can be begun with these words, or ''."""
    is_record = type_name in [*RECORD_TYPES]
    words = {"type": (type_name, [*Kind]), "format": (form, [*Format])}
    words |= {"id": (new_id, [*TABLES])} if type_name == Kind.TABLE else {}
    for option, (word, choices) in words.items():
        if word not in choices:
            return say("unknown-choice", option=option, value=word, choices=", ".join(choices))
    if source and not is_record:
        return say("no-record-kind", choices=", ".join(RECORD_TYPES))
    for word in (new_id, unit) if is_record else (new_id,):
        if not is_slug(word) or (word == new_id and is_reserved(word)):
            return say("bad-id", id=word)
    may_begin = is_record and root.absolute().parent.is_dir()
    return "" if root.is_dir() or may_begin else say("no-content", path=root.absolute())


def _first_service(root: Path, unit: str, day: date) -> str:
    """Write the draft of a service, which a publication cannot do without; return its path."""
    path = f"{Kind.SERVICE}/{FIRST_SERVICE}.md"
    title = FIRST_SERVICE.replace("-", " ").capitalize()
    text = record_text(Kind.SERVICE, "", title, unit, day)
    write_atomic(root / path, text.encode())
    return path


def record_text(
    kind: Kind, form: str, title: str, unit: str, day: date, document: Taken = NOTHING
) -> str:
    """Return a draft: what is known stands there, what is not says TULIS."""
    title = title or document.title
    wanted = ("status", *WANTED.get(kind, ()), *WANTED.get(form, ()))
    tree = _begun(json_schema(RECORD_TYPES[kind]), wanted)
    known: dict[str, object] = {"kode": new_ulid(), "judul": title, "nama": title, "format": form}
    known |= {"unit": unit, "penyelenggara": unit, "tanggal": day, "ringkasan": document.summary}
    known |= {"status": str(Status.DRAFT), "biaya": str(Cost.PENDING)}
    tree |= {key: value for key, value in known.items() if key in tree and value}
    return f"---\n{_yaml(tree)}---\n\n{document.markdown}"


def dataset_text(year: int) -> str:
    """Return the header of a dataset, and its first row: what nobody reported yet."""
    known = {"periode": str(year), "status": ObservationStatus.NOT_REPORTED}
    return f"{','.join(COLUMNS)}\n{','.join(known.get(name, '') for name in COLUMNS)}\n"


def table_text(name: str) -> str:
    """Return the header of a CSV table, or an example of a YAML list as a comment."""
    if name not in YAML_TABLES:
        model = CSV_TABLES.get(name)
        columns = csv_columns(model, name) if model else ACCOUNTS.values()
        return ",".join(columns) + "\n"
    entry = json_schema(YAML_TABLES[name], name)
    return "".join(
        f"# {line}\n" for line in _yaml([_begun(entry, entry["properties"])]).splitlines()
    )


def _begun(node: Node, wanted: Collection[str]) -> dict[str, object]:
    """Return the keys of an object that are required or wanted, each with a placeholder."""
    return {
        key: _placeholder(value, value["description"], wanted)
        for key, value in node["properties"].items()
        if key in node["required"] or key in wanted
    }


def _placeholder(node: Node, said: str, wanted: Collection[str]) -> object:
    """Return a text to be replaced, or a list or group of such."""
    node = node.get("anyOf", [node])[-1]
    if "properties" in node:
        return _begun(node, wanted)
    if "items" in node:
        return [_placeholder(node["items"], said, wanted)]
    return "TULIS " + said.replace("`", "")


def _yaml(tree: object) -> str:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=1000)


def new_ulid() -> str:
    """Mint a ULID: 48 bits of milliseconds and 80 random bits in Crockford's base 32."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
