"""YAML text to plain values whose places are known: every scalar stays the text as written.

No type is guessed (`no`, `010`, `12:30` stay text); the models of `kinerja.model` decide what
a text means. Anchors, tags and keys that stand twice are mistakes.
"""

import sys
from dataclasses import dataclass, field

import yaml

from kinerja.model.fields import FieldPath, Place
from tabular.problems import Problem, problem
from tabular.text import FORBIDDEN

from .names import ATTRIBUTES, english

Tree = str | list["Tree"] | dict[str, "Tree"]

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: slower, the same values
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # same interface

PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
}
MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """Values with English keys, the place of each by English path, and the mistakes."""

    tree: dict[str, Tree] | list[Tree]
    places: dict[FieldPath, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_yaml(text: str, path: str, offset: int = 0, inside: str = "") -> Reading:
    """Read one YAML document; `offset` is the number of lines that stand before it in the file.

    Empty scalars count as absent, so that a key without value is a missing field; where the key
    is no name at all it stays, so that `{dari: 76,61}` is not taken for 76.
    """
    try:
        if line := _too_deep(text):
            return Reading({}, {}, (problem(path, offset + line, "", "Y06"),))
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = offset + (mark.line + 1 if mark else 1)
        return Reading({}, {}, (problem(path, line, "", "Y01", reason=error.problem or ""),))
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Reading({}, {}, (problem(path, offset + 1, "", "Y01", reason=reason),))
    if node is None:
        return Reading({})
    walk = _Walk(path, offset)
    tree = walk.value(node, (), inside, inside)
    if isinstance(tree, str | None):
        walk.problems.append(problem(path, offset + 1, "", "Y05"))
        tree = {}
    return Reading(tree, walk.places, tuple(walk.problems))


def value_at(tree: Tree | None, at: FieldPath) -> Tree | None:
    """Return what stands at a path of keys, or None."""
    for key in at:
        tree = tree.get(str(key)) if isinstance(tree, dict) else None
    return tree


def _too_deep(text: str) -> int:
    """Return the line where values are nested too deeply, 0 where they are not.

    Asked before `compose`, which calls itself for each level and ends the process at the limit.
    """
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


class _Walk:
    """One pass over the nodes, collecting places and mistakes."""

    def __init__(self, path: str, offset: int) -> None:
        self.path = path
        self.offset = offset
        self.places: dict[FieldPath, Place] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, at: FieldPath, name: str, inside: str) -> Tree | None:
        line = self.offset + node.start_mark.line + 1
        if node.tag not in PLAIN_TAGS:
            self.problems.append(problem(self.path, line, name, "Y03", tag=node.tag))
            return None
        if id(node) in self._seen:
            self.problems.append(problem(self.path, self.places[at].line, name, "Y04"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at, inside)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, at, name, inside)
        text = str(node.value)
        if found := FORBIDDEN.search(text):  # written as an escape, such as "\\x07"
            code = f"U+{ord(found.group()):04X}"
            self.problems.append(problem(self.path, line, name, "T04", character=code))
            return None
        is_plain = isinstance(node, yaml.ScalarNode) and not node.style
        return None if is_plain and text in ("", "~", "null") else text

    def _mapping(self, node: yaml.MappingNode, at: FieldPath, inside: str) -> dict[str, Tree]:
        result: dict[str, Tree] = {}
        for key_node, value_node in node.value:
            key = sys.intern(str(key_node.value))
            line = self.offset + key_node.start_mark.line + 1
            attribute = english(key, inside)
            if (*at, attribute) in self.places:
                self.problems.append(problem(self.path, line, key, "Y02"))
                continue
            self.places[(*at, attribute)] = Place(line, key)
            below = attribute if attribute == "kinds" else key
            value = self.value(value_node, (*at, attribute), key, below)
            if value is not None or attribute not in ATTRIBUTES:
                result[attribute] = "" if value is None else value
        return result

    def _sequence(
        self, node: yaml.SequenceNode, at: FieldPath, name: str, inside: str
    ) -> list[Tree]:
        result: list[Tree] = []
        for item in node.value:
            here = (*at, len(result))
            self.places[here] = Place(self.offset + item.start_mark.line + 1, name)
            value = self.value(item, here, name, inside)
            if value is not None:
                result.append(value)
        return result
