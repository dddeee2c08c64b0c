"""Fields of the form from the schema of a record, and the values that a filled-in form gives."""

from collections.abc import Collection, Mapping

import yaml

from kinerja.commands.schema import Node, json_schema
from kinerja.model.ids import MessageId, ServiceId, UnitId
from kinerja.model.records import RECORD_TYPES, Kind

from .front import Tree, dump, load

View = dict[str, object]
OWN = ("kode", "status")
"""Keys that nobody types: the code is minted once, the state follows from the button."""

PLACES = {
    "unit": UnitId.place,
    "penyelenggara": UnitId.place,
    "layanan": ServiceId.place,
    "pesan": MessageId.place,
}
"""Key -> where the ids stand that are offered for it."""

LONG = 120
"""A text that may be longer than this has several rows."""


def schema_of(kind: Kind) -> Node:
    """Return the schema of what editors write for a kind of record."""
    return json_schema(RECORD_TYPES[kind])


def field_views(
    kind: Kind, values: Mapping[str, Tree], known: Mapping[str, Collection[str]]
) -> list[View]:
    """Return a view of every key; `known` are ids by place. Required and used keys are `first`."""
    schema = schema_of(kind)
    views = []
    for key, node in schema["properties"].items():
        if key not in OWN:
            view = _view(node, key, key, values.get(key, ""))
            view["required"] = key in schema["required"]
            view["first"] = view["required"] or key in values
            view["offered"] = sorted(known.get(PLACES.get(key, ""), ()))
            views.append(view)
    return views


def _view(node: Node, key: str, name: str, value: Tree) -> View:
    view: View = {"key": key, "name": name, "help": node.get("description", ""), "offered": ()}
    parts = _parts(node, name, value)
    if parts:
        return view | {"form": "group", "parts": [_view(*part) for part in parts]}
    text = _shown(node, value)
    most = node.get("maxLength", 0 if "pattern" in node else LONG + 1)
    is_long = "\n" in text or not _is_line(node) or most > LONG
    form = "choice" if "enum" in node else "text" if is_long else "line"
    is_list = node.get("type") == "array" and _is_line(node["items"])
    choices = node.get("enum", ())
    return view | {"form": form, "value": text, "is_list": is_list, "choices": choices}


def filled(node: Node, name: str, old: Tree, form: Mapping[str, str]) -> Tree:
    """Return the value of a key as the form gives it; `old` where it says the same.

    What the form does not ask for is kept, but for what `invoke new` left to be written. Raises
    nothing: what is no YAML stays text, and the checks name it.
    """
    if "properties" in node:
        before = old if isinstance(old, dict) else {}
        new = {
            key: filled(part, f"{name}.{key}", before.get(key, ""), form)
            for key, part in node["properties"].items()
        }
        return {key: value for key, value in {**before, **new}.items() if value}
    if _parts(node, name, old):
        items = [*old, ""] if isinstance(old, list) else [""]
        found = (filled(node["items"], f"{name}.{n}", v, form) for n, v in enumerate(items))
        return [value for value in found if value]
    raw = "\n".join(form.get(name, _shown(node, old)).splitlines()).strip()
    return old if raw and raw == _shown(node, old).strip() else _value(node, raw)


def _parts(node: Node, name: str, value: Tree) -> list[tuple[Node, str, str, Tree]]:
    """Return the fields of a group, or of each entry of a list of groups and of one more."""
    if "properties" in node:
        before = value if isinstance(value, dict) else {}
        pairs = node["properties"].items()
        return [(part, key, f"{name}.{key}", before.get(key, "")) for key, part in pairs]
    if "properties" not in node.get("items", {}) or not isinstance(value, list | str):
        return []
    items = [*value, ""] if isinstance(value, list) else [""]
    return [(node["items"], str(n + 1), f"{name}.{n}", item) for n, item in enumerate(items)]


def _is_line(node: Node) -> bool:
    """Whether a value is text, and neither a list nor a group."""
    return not {"anyOf", "items", "properties", "patternProperties"} & node.keys()


def _shown(node: Node, value: Tree) -> str:
    """Return a value as its field shows it: a list of texts a line each, else YAML."""
    if isinstance(value, str):
        return "" if value.startswith("TULIS ") else value
    is_list = node.get("type") == "array" and isinstance(value, list)
    if is_list and all(isinstance(item, str) for item in value):
        return "\n".join(" ".join(_shown({}, item).split()) for item in value)
    return dump(value).strip() if value else ""


def _value(node: Node, raw: str) -> Tree:
    if _is_line(node) or not raw:
        return raw
    if node.get("type") == "array" and _is_line(node["items"]):
        return [line.strip() for line in raw.splitlines() if line.strip()]
    try:
        tree = load(raw)
    except (yaml.YAMLError, RecursionError):
        return raw
    is_lines = node.get("type") == "array" and isinstance(tree, str)
    return [line.strip() for line in raw.splitlines() if line.strip()] if is_lines else tree
