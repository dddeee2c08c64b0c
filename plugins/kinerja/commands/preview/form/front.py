"""Front matter changed key by key: what is not changed keeps its bytes, comments and order."""

from collections.abc import Mapping
from typing import Any

import yaml

Tree = Any
"""What YAML holds with every scalar as text: str, list or dict of these."""


class _Plain(yaml.SafeDumper):
    """Writes text without quotes where the portal reads it the same: only null means something."""

    yaml_implicit_resolvers = {  # noqa: RUF012 as in the base class
        sign: [(tag, form) for tag, form in found if tag.endswith(":null")]
        for sign, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Plain.add_representer(str, _text)


def load(text: str) -> Tree:
    """Return YAML with every scalar as text. Raises yaml.YAMLError, RecursionError."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def dump(tree: Tree) -> str:
    """Return YAML in the order of the tree, a scalar on one line."""
    return yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=10_000)


def keys_of_lines(front: str) -> dict[int, str]:
    """Return the key at the top that each line belongs to, by the line of the file."""
    lines: dict[int, str] = {}
    for (begin, end), key in _spans(front).items():
        lines |= dict.fromkeys(range(begin + 2, end + 2), key)
    return lines


def with_keys(front: str, changes: Mapping[str, Tree]) -> str:
    """Return front matter, readable before, with keys set anew; one with an empty value goes.

    New keys stand at the end. Comments inside what is changed go with it; where the keys do not
    stand on lines of their own all comments do.
    """
    before = load(front) or {}
    wanted = {**before, **changes}
    wanted = {key: value for key, value in wanted.items() if value or key not in changes}
    lines = front.splitlines(keepends=True)
    texts = {key: dump({key: value}) if value else "" for key, value in changes.items()}
    for (begin, end), key in reversed(_spans(front).items()):
        if key in texts:
            lines[begin:end] = texts[key]
    text = "".join(lines)
    text += "".join(texts[key] for key in texts if key not in before)
    try:
        same = load(text) == wanted
    except yaml.YAMLError:
        same = False
    return text if same else dump(wanted)


def _spans(front: str) -> dict[tuple[int, int], str]:
    """Return first line and line after the last, from 0, of each key; comments below are not its.

    A line with a comment alone belongs to no key, one without a text to the key above.
    """
    node, lines = yaml.compose(front, Loader=yaml.BaseLoader), front.splitlines()
    if not isinstance(node, yaml.MappingNode):
        return {}
    begins = [key.start_mark.line for key, _ in node.value]
    found = {}
    for (key, _), begin, end in zip(node.value, begins, [*begins[1:], len(lines)], strict=True):
        while end > begin + 1 and (not lines[end - 1].strip() or lines[end - 1][0] == "#"):
            end -= 1
        found[begin, end] = str(key.value)
    return found
