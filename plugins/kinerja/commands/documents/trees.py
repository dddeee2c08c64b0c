"""The tree of pandoc: its words, its paragraphs, its tables.

A tree is lists of elements `{"t": type, "c": content}`; pandoc's own documentation names them.
"""

from collections.abc import Iterator
from typing import Any

Element = dict[str, Any]
NO_ATTRIBUTES = ["", [], []]
SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def plain_text(tree: Any) -> str:
    """Return the words of a tree without notes, spaces put right."""
    return " ".join("".join(_words(tree)).split())


def _words(tree: Any) -> Iterator[str]:
    if isinstance(tree, list):
        for part in tree:
            yield from _words(part)
    elif isinstance(tree, dict) and tree["t"] != "Note":
        content = tree.get("c", SPACES.get(tree["t"], ""))
        if tree["t"] in ("Code", "Math"):
            content = content[1]
        yield from [content] if isinstance(content, str) else _words(content)


def paragraphs(tree: Any) -> Iterator[list[Element]]:
    """Yield the words of each paragraph, however deep it stands in lists and quotations."""
    if isinstance(tree, list):
        for part in tree:
            yield from paragraphs(part)
    elif isinstance(tree, dict) and tree["t"] in ("Para", "Plain"):
        yield tree["c"]
    elif isinstance(tree, dict):
        yield from paragraphs(tree.get("c"))


def make_table(columns: list[Any], rows: list[list[list[Element]]]) -> Element:
    """Return a table of rows of cells of words; the first row is its head."""
    made = [[NO_ATTRIBUTES, [_cell(words) for words in row]] for row in rows]
    form = [[align, {"t": "ColWidthDefault"}] for align, _ in columns]
    head, body = [NO_ATTRIBUTES, made[:1]], [NO_ATTRIBUTES, 0, [], made[1:]]
    foot = [NO_ATTRIBUTES, []]
    return {"t": "Table", "c": [NO_ATTRIBUTES, [None, []], form, head, [body], foot]}


def _cell(words: list[Element]) -> list[Any]:
    return [NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words}]]


def one_line(blocks: list[Element]) -> list[Element]:
    """Return the paragraphs of a cell one after another, a semicolon between."""
    words: list[Element] = []
    for paragraph in paragraphs(blocks):
        words += [{"t": "Str", "c": ";"}, {"t": "Space"}] if words else []
        words += [{"t": "Space"} if word["t"] in SPACES else word for word in paragraph]
    return words
