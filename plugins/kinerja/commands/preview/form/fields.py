"""Fields of the form from the schema of a record, and the values that a filled-in form gives."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from kinerja.commands.schema import Node, json_schema
from kinerja.model.records import RECORD_TYPES, Kind

from .front import Tree, dump, load
from .rows import fold, is_line, places, row_of, unfold

View = dict[str, Any]
OWN = ("kode", "status")
"""Keys that nobody types: the code is minted once, the state follows from the button."""

LONG = 120
"""A text that may be longer than this has several rows."""


@cache
def schema_of(kind: Kind) -> Node:
    """Return the schema of what editors write for a kind of record."""
    return json_schema(RECORD_TYPES[kind])


def field_views(kind: Kind, values: Tree, more: str = "") -> list[View]:
    """Return a view of every key, the list `more` with a further row.

    Required and used keys are `first`; `offered` are the places whose ids a line may name.
    """
    schema = schema_of(kind)
    views: list[View] = _view(schema, "", "", values, more)["parts"]
    for view in views:
        view["required"] = view["key"] in schema["required"]
        view["first"] = view["required"] or view["key"] in {*values, more}
    return views


def _view(node: Node, key: str, name: str, value: Tree, more: str) -> View:
    view: View = {"key": key, "name": name, "help": node.get("description", "")}
    if "properties" in node:
        before = value if isinstance(value, dict) else {}
        parts = _parts(node, name, before)
        views = [_view(part, k, at, before.get(k, ""), more) for k, at, part in parts]
        return view | {"form": "group", "parts": views}
    row, rows = row_of(node), unfold(node, value)
    if row is not None and rows is not None:
        shown = [*rows, ""] if not rows or more == name else rows
        views = [_view(row, str(n + 1), f"{name}.{n}", v, more) for n, v in enumerate(shown)]
        return view | {"form": "rows", "parts": views}
    text = _shown(node, value)
    most = node.get("maxLength", 0 if "pattern" in node or places(node) else LONG + 1)
    is_long = "\n" in text or not is_line(node) or most > LONG
    form = "choice" if "enum" in node else "text" if is_long else "line"
    is_list = node.get("type") == "array" and is_line(node["items"])
    view |= {"choices": node.get("enum", ()), "offered": places(node)}
    return view | {"form": form, "value": text, "is_list": is_list}


def _parts(node: Node, name: str, keys: Iterable[str]) -> list[tuple[str, str, Node]]:
    """Return key, name and schema of every field of a group; an unknown key is any text."""
    known = node["properties"]
    every = known | {key: {} for key in keys if key not in known and "." not in key}
    return [(k, f"{name}.{k}" if name else k, part) for k, part in every.items() if k not in OWN]


def filled(node: Node, name: str, old: Tree, form: Mapping[str, str]) -> Tree:
    """Return the value of a key as the form gives it; `old` where it says the same.

    What the form does not ask for is kept, but for what `invoke new` left to be written; of a list
    it asks for every row or for none. Raises nothing: what is no YAML stays text, and the checks
    name it.
    """
    if "properties" in node:
        before = old if isinstance(old, dict) else {}
        typed = [key[len(name) + 1 :] for key in form if name and key.startswith(f"{name}.")]
        parts = _parts(node, name, [*before, *typed])
        new = {k: filled(part, at, before.get(k, ""), form) for k, at, part in parts}
        kept = {key: value for key, value in {**before, **new}.items() if value}
        return kept if kept or isinstance(old, dict) or not _shown(node, old) else old
    row, rows, asked = row_of(node), unfold(node, old), _rows_in(form, name)
    if row is not None and (rows is not None or asked):
        pairs = _aligned(name, rows or [], asked, form)
        found = [value for at, each in pairs if (value := filled(row, at, each, form))]
        return old if found == rows else fold(node, found) or ""
    raw = "\n".join(form.get(name, _shown(node, old)).splitlines()).strip()
    return old if raw and raw == _shown(node, old).strip() else _value(node, raw)


def _rows_in(form: Mapping[str, str], name: str) -> list[int]:
    """Return the numbers of the rows that a form has of a list."""
    found = (re.match(rf"{re.escape(name)}\.([0-9]{{1,4}})(?=\.|$)", key) for key in form)
    return sorted({int(row[1]) for row in found if row})


def _aligned(
    name: str, rows: list[Tree], asked: list[int], form: Mapping[str, str]
) -> Iterator[tuple[str, Tree]]:
    """Yield name and value of each row that stays; of one in the form, only the keys there."""
    for n in asked or range(len(rows)):
        at, row = f"{name}.{n}", rows[n] if n < len(rows) else ""
        if asked and isinstance(row, dict):
            row = {key: value for key, value in row.items() if f"{at}.{key}" in form}
        if form.get("_tombol") != f"hapus {at}":
            yield at, row


def _shown(node: Node, value: Tree) -> str:
    """Return a value as its field shows it: a list of texts a line each, else YAML."""
    if isinstance(value, str):
        return "" if value.startswith("TULIS ") else value
    is_list = node.get("type") == "array" and isinstance(value, list)
    if is_list and all(isinstance(item, str) for item in value):
        return "\n".join(" ".join(_shown({}, item).split()) for item in value)
    return dump(value).strip() if value else ""


def _value(node: Node, raw: str) -> Tree:
    if is_line(node) or not raw:
        return raw
    if node.get("type") == "array" and is_line(node["items"]):
        return [line.strip() for line in raw.splitlines() if line.strip()]
    try:
        return load(raw)
    except (yaml.YAMLError, RecursionError):
        return raw
