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

REQUIRED = {"required": True}
AMOUNT = {"required": True, "minimum": 0}

FIELDS: dict[str, dict[str, object]] = {
    "id": {"constraints": REQUIRED},
    "tahun": {"type": "integer", "columnType": "date:fiscal-year"},
    "tgl_catat": {"type": "date", "constraints": REQUIRED},
    "tanggal": {"type": "date", "columnType": "date:generic", "constraints": REQUIRED},
    "tahap": {"columnType": "phase:id", "constraints": {"required": True, "enum": [*Stage]}},
    "unit": {"columnType": "administrative-classification:generic:code"},
    "akun": {
        "columnType": "economic-classification:generic:code",
        "constraints": {"required": True, "pattern": "[0-9]{6}"},
    },
    "mata_anggaran": {"columnType": "budget-line-id", "constraints": REQUIRED},
    "program": {"columnType": "activity:generic:program:label"},
    "kegiatan": {"columnType": "activity:generic:subprogram:label"},
    "sumber_dana": {
        "columnType": "fin-source:generic:code",
        "constraints": {"required": True, "enum": [*FUNDS]},
    },
    "jumlah": {"type": "integer", "columnType": "value", "constraints": AMOUNT},
    "pagu_awal": {"type": "integer", "columnType": "value", "constraints": AMOUNT},
    "semula": {"type": "integer", "columnType": "value", "constraints": AMOUNT},
    "menjadi": {"type": "integer", "columnType": "value", "constraints": AMOUNT},
    "bukti": {"constraints": {"enum": [*EVIDENCE]}},
    "nomor": {"type": "integer"},
    "urut": {"type": "integer"},
    "kewenangan": {"constraints": {"required": True, "enum": [*AUTHORITIES]}},
    "dari": {"constraints": REQUIRED},
    "sampai": {"constraints": REQUIRED},
    "jumlah_baris": {"type": "integer"},
    "waktu": {"type": "datetime"},
    "hasil": {"constraints": {"required": True, "enum": [*Finding]}},
    "keadaan": {"constraints": {"required": True, "enum": [*ReviewState]}},
    "sidik": {"constraints": {"required": True, "pattern": "[0-9a-f]{64}"}},
}
"""Column -> what it is if not any text: type, meaning in public money, what its cells hold to."""

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
    fields = [{"name": column, "type": "string", **FIELDS.get(column, {})} for column in columns]
    schema = {"fields": fields, **TABLES[name.partition("-")[0]]}
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
