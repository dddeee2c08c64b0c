"""The tree of pandoc made to what a record takes, with a line for everything that is left out.

A tree is lists of elements `{"t": type, "c": content}`; pandoc's own documentation names them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from kinerja.commands.words import say
from kinerja.reading.markdown_portal import LINK
from tabular.text import FORBIDDEN, shown

from .pictures import clean_picture
from .trees import NO_ATTRIBUTES, SPACES, Element, make_table, one_line, paragraphs, plain_text

UNTOLD = re.compile(
    r"\s*|.*\.(png|jpe?g|gif|emf|wmf|bmp|webp)|.*(automatically generated|secara otomatis).*",
    re.IGNORECASE | re.DOTALL,
)
"""Text alternatives that say nothing: none, the name of a file, what a program guessed."""

BACKSLASH = "\ufdd0"
"""Stands for a backslash while pandoc writes: it swallows the sign that follows a real one."""

CHANGES = ("deletion", "comment-start", "comment-end")
"""Classes of spans that vanish with what they hold."""


class Tidier:
    """One pass over one document; `picture` gives the bytes of a picture by its name, or None."""

    def __init__(self, picture: Callable[[str], bytes | None]) -> None:
        self.picture = picture
        self.pictures: dict[str, bytes] = {}
        self.left_out: Counter[str] = Counter()
        self.said: list[str] = []
        self.shift = 0

    def tidy(self, blocks: list[Element]) -> list[Element]:
        """Return the blocks of a document; the uppermost heading becomes one of level 2."""
        levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
        self.shift = 2 - min(levels, default=2)
        return self.walk(blocks)

    def walk(self, parts: list[Any]) -> list[Any]:
        """Return a list without what is left out; an element may become none or several."""
        made: list[Any] = []
        for part in parts:
            if isinstance(part, dict):
                made += TREATED.get(part["t"], Tidier.other)(self, part)
            else:
                made.append(self.walk(part) if isinstance(part, list) else part)
        return made

    def _say(self, name: str, what: str) -> None:
        self.said.append(say(name, what=shown(what)))

    def other(self, element: Element) -> list[Element]:
        """Keep an element, and look into it."""
        content = element.get("c")
        return [element | {"c": self.walk(content)} if isinstance(content, list) else element]

    def words(self, element: Element) -> list[Element]:
        """Keep words without signs of control; the sign for a backslash is not theirs."""
        return [element | {"c": FORBIDDEN.sub("", element["c"]).replace("\\", BACKSLASH)}]

    def header(self, element: Element) -> list[Element]:
        """Shift it; a heading is one line, and not bold too."""
        level, _, words = element["c"]
        level = min(max(level + self.shift, 2), 6)
        plain = [e for w in words for e in (w["c"] if w["t"] in ("Strong", "Emph") else [w])]
        line = one_line([{"t": "Plain", "c": self.walk(plain)}])
        return [{"t": "Header", "c": [level, NO_ATTRIBUTES, line]}] if line else []

    def span(self, element: Element) -> list[Element]:
        """Keep what stands in it, unless it is a deletion or a comment."""
        (_, classes, _), words = element["c"]
        self.left_out["insertions"] += "insertion" in classes
        self.left_out["deletions"] += "deletion" in classes
        return [] if {*classes} & {*CHANGES} else self.walk(words)

    def underline(self, element: Element) -> list[Element]:
        """Keep the words."""
        self.left_out["underlines"] += element["t"] == "Underline"
        return self.walk(element["c"])

    def cite(self, element: Element) -> list[Element]:
        """Keep the words."""
        return self.walk(element["c"][1])

    def strikeout(self, element: Element) -> list[Element]:
        """Leave out what the author struck out."""
        self._say("left-struck", plain_text(element))
        return []

    def raw(self, element: Element) -> list[Element]:
        """Leave out code of another format."""
        self._say("left-raw", element["c"][1])
        return []

    def math(self, element: Element) -> list[Element]:
        """Keep a formula as code."""
        self._say("left-formula", element["c"][1])
        return [{"t": "Code", "c": [NO_ATTRIBUTES, element["c"][1]]}]

    def code(self, element: Element) -> list[Element]:
        """Keep it without its looks."""
        return [element | {"c": [NO_ATTRIBUTES, element["c"][1]]}]

    def link(self, element: Element) -> list[Element]:
        """Keep a link that a record may have, of any other its words."""
        words, address = self.walk(element["c"][1]), element["c"][2][0]
        if LINK.fullmatch(address) and not address.startswith("#"):
            return [{"t": "Link", "c": [NO_ATTRIBUTES, words, [address, ""]]}] if words else []
        self._say("left-link", address)
        return words

    def image(self, element: Element) -> list[Element]:
        """Turn a picture into an attachment, with a mark where its alternative is missing."""
        _, alt, (source, _) = element["c"]
        data = self.picture(source)
        cleaned = clean_picture(data) if data else None
        if cleaned is None:
            self._say("left-picture", source)
            return []
        name = next((n for n, known in self.pictures.items() if known == cleaned.data), "")
        if not name:
            name = f"gambar-{len(self.pictures) + 1}{cleaned.suffix}"
            self.pictures[name] = cleaned.data
            self.left_out["places"] += cleaned.had_details
            self.left_out["smaller"] += cleaned.is_smaller
        told = plain_text(alt)
        told = say("alt-wanted") if UNTOLD.fullmatch(told) else told
        return [
            {
                "t": "Image",
                "c": [NO_ATTRIBUTES, [{"t": "Str", "c": told}], [f"lampiran:{name}", ""]],
            }
        ]

    def figure(self, element: Element) -> list[Element]:
        """Keep the picture, and a caption that says more than its alternative."""
        _, (_, caption), blocks = element["c"]
        below = [] if plain_text(caption) == plain_text(blocks) else self.walk(caption)
        return [{"t": "Para", "c": words} for words in paragraphs(self.walk(blocks) + below)]

    def lines(self, element: Element) -> list[Element]:
        """Turn a poem or an address into a paragraph with line breaks."""
        words = [e for line in element["c"] for e in (*self.walk(line), {"t": "LineBreak"})]
        return [{"t": "Para", "c": words}]

    def para(self, element: Element) -> list[Element]:
        """Leave out what is empty."""
        words = self.walk(element["c"])
        return [element | {"c": words}] if any(w["t"] not in SPACES for w in words) else []

    def table(self, element: Element) -> list[Element]:
        """Return a table of single lines; a frame of one column becomes what it holds."""
        _, (_, caption), columns, head, bodies, foot = element["c"]
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        above = [{"t": "Para", "c": words} for words in paragraphs(self.walk(caption))]
        if len(columns) == 1:
            return above + [b for row in rows for cell in row[1] for b in self.walk(cell[4])]
        return [*above, make_table(columns, [*self._grid(rows, columns)])]

    def _grid(self, rows: list[Any], columns: list[Any]) -> Iterator[list[list[Element]]]:
        """Yield the words of every cell, row by row; what a merged cell covers is empty."""
        covered = [0] * len(columns)
        for _, cells in rows:
            line: list[list[Element]] = []
            waiting = iter(cells)
            while len(line) < len(columns):
                if covered[len(line)]:
                    covered[len(line)] -= 1
                    line.append([])
                    continue
                cell: list[Any] = next(waiting, ["", "", 1, 1, []])
                height, width, blocks = cell[2:]
                self.left_out["merged"] += height > 1 or width > 1
                for n in range(min(width, len(columns) - len(line))):
                    covered[len(line)] = height - 1
                    line.append([] if n else one_line(self.walk(blocks)))
            yield line


TREATED: dict[str, Callable[[Tidier, Element], list[Element]]] = {
    "Str": Tidier.words,
    "Header": Tidier.header,
    "Span": Tidier.span,
    "Div": Tidier.span,
    "Underline": Tidier.underline,
    "SmallCaps": Tidier.underline,
    "Cite": Tidier.cite,
    "Strikeout": Tidier.strikeout,
    "RawInline": Tidier.raw,
    "RawBlock": Tidier.raw,
    "Math": Tidier.math,
    "Code": Tidier.code,
    "CodeBlock": Tidier.code,
    "Link": Tidier.link,
    "Image": Tidier.image,
    "Figure": Tidier.figure,
    "LineBlock": Tidier.lines,
    "Para": Tidier.para,
    "Plain": Tidier.para,
    "Table": Tidier.table,
}
"""What is done to elements of each type; those of other types are kept."""
