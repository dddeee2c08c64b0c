"""The archive of approved editions, `persetujuan/arsip/<sidik>/`: kept bytes, checked at use."""

from collections.abc import Container
from pathlib import Path

from kinerja.disk import write_atomic
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.portal import Content
from kinerja.model.records import Kind
from kinerja.reading.datasets import read_dataset
from kinerja.reading.files import list_files
from kinerja.reading.layout import archive_folder, record_at
from kinerja.reading.records import read_record
from kinerja.reading.tables import TABLES, read_table, table_path
from tabular.problems import problem


def read_archived(root: Path, kind: Kind, record_id: str, digest: Digest) -> Edition | None:
    """Return the edition of that digest as it was approved, or None.

    None also where its bytes no longer give the digest: what is not known to be approved is
    withheld.
    """
    folder = archive_folder(root, digest)
    files, problems = list_files(folder)
    attached = [path for path in files if path.startswith(f"lampiran/{record_id}/")]
    for path in files:
        if problems or record_at(path) != (kind, record_id):
            continue  # a stranger changes nothing: the digest says what belongs to the edition
        if kind is Kind.DATASET:
            edition = read_dataset(folder, record_id.removeprefix("capaian-"))
        elif kind is Kind.TABLE:
            edition = read_table(folder, record_id.removeprefix("tabel-"))
        else:
            edition = read_record(folder, kind, path, attached)
            strange = {item.path for item in edition.problems if item.code == "L02"}
            if strange:  # an edition names all its attachments: somebody put these there since
                own = [name for name in attached if name not in strange]
                edition = read_record(folder, kind, path, own)
        if edition.digest == digest and edition.value is not None:
            return edition
    return None


def find_archived(root: Path, digest: Digest) -> Edition | None:
    """Return the edition of that digest, whatever record it is of."""
    found = map(record_at, list_files(archive_folder(root, digest))[0])
    editions = (read_archived(root, *at, digest) for at in found if at)
    return next(filter(None, editions), None)


def gone_editions(content: Content, released: Container[str]) -> list[Edition]:
    """Return stand-ins for approved files that are gone from their place.

    Deleting a file is no way to take a page down: its approved edition stays, said loudly, until
    somebody withdraws it. `released` holds the codes of the release log.
    """
    found: dict[str, Edition] = {}
    for record_id, decisions in content.governance.decisions.items():
        for decision in decisions:
            if record_id not in content.editions and record_id not in found:
                files, _ = list_files(archive_folder(content.root, decision.digest))
                for path in files:
                    at = record_at(path)
                    if at and at[1] == record_id:
                        found[record_id] = _gone(content.root, at[0], record_id, path)
    wanted = [(f"tabel-{name}", f"tabel-{name}", table_path(name)) for name in TABLES]
    for edition in content.editions.values():
        if isinstance(edition.value, Document) and edition.kind is Kind.INDICATOR:
            code, path = edition.value.record.code, f"data/capaian/{edition.id}.csv"
            wanted.append((f"{code}#data", f"capaian-{edition.id}", path))
    for code, record_id, path in wanted:
        if code in released and record_id not in content.editions:
            kind = Kind.TABLE if code == record_id else Kind.DATASET
            found[record_id] = _gone(content.root, kind, record_id, path)
    return list(found.values())


def _gone(root: Path, kind: Kind, record_id: str, path: str) -> Edition:
    missing = problem(path, 0, "", "P15", id=record_id)
    return Edition(record_id, kind, path, Digest(""), None, (missing,), str(root))


def write_archived(root: Path, edition: Edition) -> None:
    """Copy the present files of an edition into the archive; what is there already stays."""
    folder = archive_folder(root, edition.digest)
    paths = [edition.path]
    if isinstance(edition.value, Document):
        paths += [attachment.path for attachment in edition.value.attachments.values()]
    for path in paths:
        target = folder / path
        data = (root / path).read_bytes()
        if not target.exists() or target.read_bytes() != data:
            write_atomic(target, data)
