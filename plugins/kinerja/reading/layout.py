"""What a path below `content/` means; everything else is an unknown file."""

import re
from pathlib import Path

from kinerja.model.records import Kind

from .tables import CSV_TABLES, YAML_TABLES

LEDGER_FOLDERS = ("biaya", "anggaran", "revisi")
ID = r"(?P<id>[^/]+)"
LAYOUT: dict[str, re.Pattern[str]] = {
    Kind.PUBLICATION: re.compile(rf"publikasi/\d{{4}}/{ID}\.md"),
    Kind.ISSUE: re.compile(rf"isu/{ID}\.md"),
    Kind.EDUCATION: re.compile(rf"edukasi/{ID}\.md"),
    Kind.SERVICE: re.compile(rf"layanan/{ID}\.md"),
    Kind.INDICATOR: re.compile(rf"indikator/{ID}\.md"),
    Kind.PAGE: re.compile(rf"halaman/{ID}\.md"),
    Kind.DATASET: re.compile(rf"data/capaian/{ID}\.csv"),
    Kind.TABLE: re.compile(
        rf"data/(?P<id>({'|'.join(YAML_TABLES)})(?=\.yaml)"
        rf"|({'|'.join((*CSV_TABLES, 'akun'))})(?=\.csv))\.(csv|yaml)"
    ),
    "lampiran": re.compile(rf"lampiran/{ID}/[^/]+"),
    "log": re.compile(
        rf"data/(rilis|({'|'.join(LEDGER_FOLDERS)})/\d{{4}})\.csv"
        r"|persetujuan/([^/]+\.jsonl|arsip/[0-9a-f]{64}/.+|dihapus/[^/]+\.json)"
    ),
    "tata-kelola": re.compile(
        r"tata-kelola/((peran|kebijakan)\.yaml|penanda\.(allowed_signers|dicabut))(\.sig)?"
    ),
}
"""What a path means: records, datasets and tables; attachments; logs; governance. Nothing else."""


def record_at(path: str) -> tuple[Kind, str] | None:
    """Return kind and id of what needs approval at that path, or None."""
    for kind in Kind:
        if found := LAYOUT[kind].fullmatch(path):
            prefix = {Kind.DATASET: "capaian-", Kind.TABLE: "tabel-"}.get(kind, "")
            return kind, prefix + found["id"]
    return None


def archive_folder(root: Path, digest: str) -> Path:
    """Return the folder of an edition in the archive of the content folder `root`."""
    return root / "persetujuan" / "arsip" / digest
