"""Lists of the form as rows: what stands in a file as a list, or as lists by id, and back.

Where an id may stand in place of a group, or groups below ids, the id is a field of the row.
"""

from kinerja.commands.schema import Node

from .front import Tree

ID = "id"


def is_line(node: Node) -> bool:
    """Whether a value is text, and neither a list nor a group."""
    if "anyOf" in node:
        return all(map(is_line, node["anyOf"]))
    return not {"items", "properties", "patternProperties", "additionalProperties"} & node.keys()


def places(node: Node) -> list[str]:
    """Return where the ids stand that a line may name."""
    return [part["place"] for part in (node, *node.get("anyOf", ())) if "place" in part]


def row_of(node: Node) -> Node | None:
    """Return the schema of a row: a group, or a line for an id; None for what has no rows."""
    by_id = [values["items"] for values in node.get("patternProperties", {}).values()]
    item = node.get("items", {})
    groups = [part for part in item.get("anyOf", by_id) if "properties" in part]
    if groups:
        ids = [{"place": place} for place in places(item or node)]
        return {**groups[0], "properties": {ID: {"anyOf": ids}, **groups[0]["properties"]}}
    return item if "properties" in item or places(item) else None


def unfold(node: Node, value: Tree) -> list[Tree] | None:
    """Return the rows of a value; None where it has none, or another form than its schema."""
    row, is_by_id = row_of(node), "patternProperties" in node
    if row is None or (value and not isinstance(value, dict if is_by_id else list)):
        return None
    rows = list(value or ())
    if is_by_id:
        pairs = [(i, each) for i in rows for each in value[i] or [{}]]
        rows = [{ID: i, **each} if isinstance(each, dict) else each for i, each in pairs]
    elif ID in row.get("properties", ()):
        rows = [{ID: each} if isinstance(each, str) else each for each in rows]
    return rows if all(isinstance(each, str) == is_line(row) for each in rows) else None


def fold(node: Node, rows: list[Tree]) -> Tree:
    """Return rows as they stand in a file; those below the same id come together."""
    if "patternProperties" not in node:
        may_be_id = not is_line(node["items"]) and "anyOf" in node["items"]
        return [row[ID] if may_be_id and row.keys() == {ID} else row for row in rows]
    found: dict[str, list[Tree]] = {row.get(ID, ""): [] for row in rows}
    for row in rows:
        rest = {key: value for key, value in row.items() if key != ID}
        found[row.get(ID, "")] += [rest] if rest else []
    return found
