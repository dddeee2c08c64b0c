"""Open data to their description for machines, `datapackage.json`.

After Data Package 2.0 (https://datapackage.org/); `columnType` of a field is of the fiscal taxonomy
https://specs.frictionlessdata.io/taxonomies/fiscal/budgets/.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from .batches import Finding, ReviewState
from .columns import AUTHORITIES, EVIDENCE, FUNDS
from .model import Stage

PROFILE = "https://datapackage.org/profiles/2.0/{}.json"

TABLES: dict[str, dict[str, object]] = {
    "biaya": {
        "primaryKey": ["id"],
        "foreignKeys": [{"fields": ["lanjutan_dari"], "reference": {"fields": ["id"]}}],
    },
    "anggaran": {"primaryKey": ["tahun", "id"]},
    "revisi": {
        "primaryKey": ["tahun", "nomor", "urut"],
        "foreignKeys": [
            {
                "fields": ["tahun", "mata_anggaran"],
                "reference": {"resource": "anggaran", "fields": ["tahun", "id"]},
            }
        ],
    },
    "reviu": {
        "primaryKey": ["dari", "sampai", "waktu"],
        "foreignKeys": [
            {"fields": [end], "reference": {"resource": "biaya", "fields": ["id"]}}
            for end in ("dari", "sampai")
        ],
    },
}
"""Name of a table, without its year -> its keys."""

TYPES = {
    "tahun": ("integer", "date:fiscal-year"),
    "tgl_catat": ("date", ""),
    "tanggal": ("date", "date:generic"),
    "tahap": ("string", "phase:id"),
    "unit": ("string", "administrative-classification:generic:code"),
    "akun": ("string", "economic-classification:generic:code"),
    "mata_anggaran": ("string", "budget-line-id"),
    "program": ("string", "activity:generic:program:label"),
    "kegiatan": ("string", "activity:generic:subprogram:label"),
    "sumber_dana": ("string", "fin-source:generic:code"),
    "jumlah": ("integer", "value"),
    "pagu_awal": ("integer", "value"),
    "jumlah_baris": ("integer", ""),
    "waktu": ("datetime", ""),
    "nomor": ("integer", ""),
    "urut": ("integer", ""),
    "semula": ("integer", "value"),
    "menjadi": ("integer", "value"),
}
"""Column -> type, and what it means in public money or ''; other columns are text."""


CONSTRAINTS: dict[str, dict[str, object]] = {
    "id": {"required": True},
    "tgl_catat": {"required": True},
    "tanggal": {"required": True},
    "tahap": {"required": True, "enum": [*Stage]},
    "akun": {"required": True, "pattern": "[0-9]{6}"},
    "mata_anggaran": {"required": True},
    "jumlah": {"required": True, "minimum": 0},
    "bukti": {"enum": [*EVIDENCE]},
    "kewenangan": {"required": True, "enum": [*AUTHORITIES]},
    "sumber_dana": {"required": True, "enum": [*FUNDS]},
    "pagu_awal": {"required": True, "minimum": 0},
    "semula": {"required": True, "minimum": 0},
    "menjadi": {"required": True, "minimum": 0},
    "dari": {"required": True},
    "sampai": {"required": True},
    "hasil": {"required": True, "enum": [*Finding]},
    "keadaan": {"required": True, "enum": [*ReviewState]},
    "sidik": {"required": True, "pattern": "[0-9a-f]{64}"},
}
"""Column -> what each of its cells holds to."""

ABOUT = (
    "Catatan biaya publikasi baris demi baris; jumlah dalam rupiah utuh. Konten yang belum "
    "terbit atau ditarik tidak disebut idnya. Di depan teks yang dapat disangka rumus, juga "
    "sesudah titik koma, tab, atau ganti baris, berdiri satu tanda petik tunggal."
)


def render_package(tables: Iterable[tuple[str, Iterable[str], bytes]]) -> bytes:
    """Return the description of tables: name, columns and the bytes of each file."""
    package = {
        "$schema": PROFILE.format("datapackage"),
        "name": "biaya-publikasi",
        "title": "Biaya publikasi",
        "description": ABOUT,
        "resources": [_resource(*table) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, columns: Iterable[str], data: bytes) -> dict[str, object]:
    schema = {"fields": [_field(column) for column in columns], **TABLES[name.partition("-")[0]]}
    return csv_resource(name, f"{name}.csv", data, schema)


def csv_resource(
    name: str, path: str, data: bytes, schema: Mapping[str, object]
) -> dict[str, object]:
    """Describe a table by its Table Schema; its path is relative to that of the description."""
    return {
        "$schema": PROFILE.format("dataresource"),
        "name": name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {"$schema": PROFILE.format("tableschema"), **schema},
    }


def _field(column: str) -> dict[str, object]:
    kind, meaning = TYPES.get(column, ("string", ""))
    field: dict[str, object] = {"name": column, "type": kind}
    if meaning:
        field["columnType"] = meaning
    if column in CONSTRAINTS:
        field["constraints"] = CONSTRAINTS[column]
    return field
