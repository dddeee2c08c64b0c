"""Open data to their description for machines, `datapackage.json`.

After Data Package 2.0 (https://datapackage.org/); `columnType` of a field is of the fiscal taxonomy
https://specs.frictionlessdata.io/taxonomies/fiscal/budgets/.
"""

import json
from collections.abc import Iterable
from hashlib import sha256

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
}
"""Name of a table -> its keys."""

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
    "nomor": ("integer", ""),
    "urut": ("integer", ""),
    "semula": ("integer", "value"),
    "menjadi": ("integer", "value"),
}
"""Column -> type, and what it means in public money or ''; other columns are text."""


def render_package(tables: Iterable[tuple[str, Iterable[str], bytes]]) -> bytes:
    """Return the description of tables: name, columns and the bytes of each file."""
    package = {
        "$schema": PROFILE.format("datapackage"),
        "name": "biaya-publikasi",
        "title": "Biaya publikasi",
        "resources": [_resource(*table) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, columns: Iterable[str], data: bytes) -> dict[str, object]:
    """Describe a table; its path is relative to that of the description."""
    return {
        "$schema": PROFILE.format("dataresource"),
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "$schema": PROFILE.format("tableschema"),
            "fields": [_field(column) for column in columns],
            **TABLES[name],
        },
    }


def _field(column: str) -> dict[str, str]:
    kind, meaning = TYPES.get(column, ("string", ""))
    field = {"name": column, "type": kind}
    return field | {"columnType": meaning} if meaning else field
