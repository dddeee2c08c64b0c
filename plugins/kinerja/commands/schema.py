"""`invoke dev.schema`: the models as JSON Schema and Table Schema, for the form and for others.

Names are those that editors write. The sentence of a key is that of docs/editing.md, whose tables
a test holds to the models; the hint at a wrong form is the way out of its message.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, create_model

from cost_appendix.columns import ACCOUNTS, BUDGET, LEDGER, REVISIONS
from cost_appendix.model import Stage
from kinerja.disk import write_atomic
from kinerja.model.fields import Day, PeriodName
from kinerja.model.records import RECORD_TYPES
from kinerja.model.tables import ObservationStatus
from kinerja.reading import datasets
from kinerja.reading.messages import MESSAGES
from kinerja.reading.names import written
from kinerja.reading.tables import CSV_TABLES, YAML_TABLES

from .environment import PROJECT

Node = dict[str, Any]
SCHEMAS = PROJECT / "docs" / "schema"
EDITING = PROJECT / "docs" / "editing.md"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SECTION = re.compile(r"^### [^\n]*`(\w+)`\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^\| `(\w+)` \| (ya)? ?\| (.*) \|$", re.MULTILINE)

LIMITS = ("pattern", "enum", "minLength", "maxLength")
KEPT = ("type", *LIMITS, "minItems", "default", "place")
BY_COLUMN: dict[str, tuple[str, Iterable[str]]] = {
    "capaian": ("Observation", datasets.COLUMNS),
    "akun": ("Account", ACCOUNTS.values()),
    "anggaran": ("BudgetLine", BUDGET.values()),
    "biaya": ("LedgerRow", LEDGER.values()),
    "revisi": ("Revision", REVISIONS.values()),
}
TYPES: dict[str, Any] = {
    **{"periode": PeriodName, "status": ObservationStatus, "tahap": Stage},
    **{"rilis": Day, "tgl_catat": Day, "tanggal": Day},
}
"""Files that are taken apart by column, with their class; columns without a type are any text."""


def run() -> int:
    """Write docs/schema; 0 always. Raises OSError."""
    schemas = render_schemas()
    for path, text in schemas.items():
        write_atomic(SCHEMAS / path, f"{text}\n".encode())
    print(f"docs/schema: {len(schemas)} files")
    return 0


def render_schemas() -> dict[str, str]:
    """Return the text of every file of docs/schema by its path there."""
    models = {str(kind): json_schema(model) for kind, model in RECORD_TYPES.items()}
    for name, entry in YAML_TABLES.items():
        models[f"data/{name}"] = {"type": "array", "items": json_schema(entry, name)}
    files = {f"{path}.schema.json": {"$schema": DIALECT, **node} for path, node in models.items()}
    for name, row in row_schemas().items():
        files[f"data/{name}.tableschema.json"] = table_schema(row)
    return {path: json.dumps(node, ensure_ascii=False, indent=2) for path, node in files.items()}


def json_schema(model: type[BaseModel], inside: str = "") -> Node:
    """Return the JSON Schema of what an editor writes for a model; `inside` as in `names`."""
    root = model.model_json_schema()
    return _translated(root, root.get("$defs", {}), inside)


def table_schema(row: Node) -> Node:
    """Return the JSON Schema of a row as Table Schema: a field a column."""
    fields: list[Node] = []
    for name, column in row["properties"].items():
        first = column.get("anyOf", [column])[0]
        limits = {"required": name in row["required"]} | {k: first[k] for k in LIMITS if k in first}
        kind = "number" if first["type"] == "number" else "string"
        said = {"name": name, "type": kind, "description": column["description"]}
        fields.append(said | {"constraints": limits})
    return {"fields": fields, "missingValues": [""]}


def row_schemas() -> dict[str, Node]:
    """Return the JSON Schema of a row of every CSV file, its columns in order, by table."""
    rows: dict[str, type[BaseModel]] = {**CSV_TABLES}
    for name, (title, columns) in BY_COLUMN.items():
        fields: dict[str, Any] = {
            c: (TYPES.get(c, str), ... if _said(title, c)[0] else "") for c in columns
        }
        rows[name] = create_model(title, **fields)
    return {name: json_schema(row, name) for name, row in rows.items()}


@cache
def _sentences() -> Mapping[tuple[str, ...], tuple[str, str]]:
    parts = SECTION.findall(EDITING.read_text("utf-8"))
    return {(name, row[0]): row[1:] for name, part in parts for row in KEY.findall(part)}


def _said(title: str, key: str) -> tuple[str, str]:
    """Return what docs/editing.md says of a key of a class: 'ya' where it is required, and what."""
    return _sentences().get((title, key), _sentences().get(("Record", key), ("", "")))


def _translated(node: Node, classes: Mapping[str, Node], inside: str) -> Node:
    """Return a part of pydantic's schema in the words of the editor, every reference resolved.

    Scalars of YAML are text to the portal: a number may stand for digits, and digits for a number.
    """
    if "$ref" in node:
        node = {**classes[node["$ref"].rpartition("/")[2]], **node}
    either = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    found = [_translated(item, classes, inside) for item in either if item.get("type") != "null"]
    if found:
        return found[0] if len(found) == 1 else {"anyOf": found}
    result = {name: node[name] for name in KEPT if node.get(name)}
    result |= {new: node[old] for old, new in (("ge", "minimum"), ("le", "maximum")) if old in node}
    if node.get("type") == "integer":
        result["type"] = ["integer", "string"]
    if node.get("type") == "string" and re.search(node.get("pattern", ""), "2025"):
        result["type"] = "string" if "enum" in node else ["string", "number"]
    if "code" in node:
        result["patternErrorMessage"] = MESSAGES[node["code"]].id.partition("; ")[2]
    if "properties" in node:
        return result | _object(node, classes, inside)
    for name in ("items", "additionalProperties"):
        if name in node:
            result[name] = _translated(node[name], classes, inside)
    for pattern, value in node.get("patternProperties", {}).items():
        named = {pattern: _translated(value, classes, inside)}
        result |= {"patternProperties": named, "additionalProperties": False}
    return result


def _object(node: Node, classes: Mapping[str, Node], inside: str) -> Node:
    """Return keys as they are written, each with its sentence, and nothing beside them."""
    properties: Node = {}
    for attribute, value in node["properties"].items():
        key = written(attribute, inside)
        about = {"description": _said(node["title"], key)[1]}
        properties[key] = about | _translated(value, classes, key)
    required = [written(attribute, inside) for attribute in node.get("required", ())]
    return {"properties": properties, "required": required, "additionalProperties": False}
