"""Python-Markdown as the contract wants it: no raw HTML, links that name records, figures, tables.

Gathers what a text mentions while it is compiled; `body` says what of it is a mistake.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

LINK = re.compile(
    r"https?://[^\s<>\"]+|mailto:[^\s<>\"?]+@[^\s<>\"?]+|rekor:(?P<record>[a-z0-9-]+)"
    r"|lampiran:(?P<attachment>[^\s<>\"/\\]+)|sumber:(?P<note>[1-9]\d{0,2})|#fn(ref)?\d*:[\w-]+"
)
TOKEN = r"\{\{([^{}\n]{0,200})\}\}"
TOKEN_MARK = "token"
"""Attribute that tells the link of a token from a link that an editor wrote as `angka:1`."""

RAW_HTML = r"(</?[a-zA-Z][^<>]{0,2000}>|<!--)"
NUMBER_CELL = re.compile(r"(Rp)?[-+]?[\d.]+(,\d+)?( ?%)?")


@dataclass(slots=True)
class Finds:
    """What one document mentions, gathered while it is compiled."""

    raw: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bad_links: list[str] = field(default_factory=list)
    mute_links: list[str] = field(default_factory=list)
    outside_pictures: list[str] = field(default_factory=list)
    silent_pictures: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    words: int = 0


class _RawHtml(InlineProcessor):
    """Raw HTML becomes visible text, and is reported."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # the base class allows a string too
        PORTAL.finds.raw.append(m.group(0))
        escaped = m.group(0).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return PORTAL.compiler().htmlStash.store(escaped), m.start(0), m.end(0)


class _Token(InlineProcessor):
    """A figure `{{...}}` becomes a link `angka:<n>` that evidence resolves."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # the base class allows a string too
        tokens = PORTAL.finds.tokens
        element = Element("a", {"href": f"angka:{len(tokens)}", TOKEN_MARK: ""})
        element.text = AtomicString(m.group(1))
        tokens.append(m.group(1))
        return element, m.start(0), m.end(0)


class _Shape(Treeprocessor):
    """Checks links and pictures, lowers headings below the title, makes tables scroll."""

    def run(self, root: Element) -> None:
        finds = PORTAL.finds
        for element in root.iter():
            if element.tag == "a":
                self._link(element, finds)
            elif element.tag == "img":
                self._picture(element, finds)
            elif element.tag == "h1":
                element.tag = "h2"
            elif element.tag in ("th", "td"):
                self._cell(element)
            if element.get("class") != "footnote-backref":
                element.attrib.pop("title", None)
        tables = 0
        for parent in list(root.iter()):
            for n, child in enumerate(parent):
                if child.tag == "table":
                    tables += 1
                    parent[n] = _scrolling(child, f"Tabel {tables} dalam tulisan")
        finds.words = len("".join(f"{text} " for text in root.itertext()).split())

    @staticmethod
    def _cell(element: Element) -> None:
        """Numbers stand right, and so does a column that the author aligned so (`---:`)."""
        is_right = "right" in (element.attrib.pop("style", None) or "")
        is_number = NUMBER_CELL.fullmatch("".join(element.itertext()).strip())
        is_figure = len(element) == 1 and element[0].get("href", "").startswith("angka:")
        if element.tag == "th":
            element.set("scope", "col")
        if is_right or (element.tag == "td" and (is_number or is_figure)):
            element.set("class", "angka")

    @staticmethod
    def _link(element: Element, finds: Finds) -> None:
        if element.attrib.pop(TOKEN_MARK, None) is not None:
            return
        href = element.get("href", "")
        is_picture = element.find(".//img") is not None
        if element.find(".//a") is not None or not (
            is_picture or "".join(element.itertext()).strip()
        ):
            finds.mute_links.append(href)
        if LINK.fullmatch(href):
            finds.links.append(href)
        else:
            finds.bad_links.append(href)
            element.attrib.pop("href", None)

    @staticmethod
    def _picture(element: Element, finds: Finds) -> None:
        src = element.get("src", "")
        found = LINK.fullmatch(src)
        if not found or not found["attachment"]:
            finds.outside_pictures.append(src)
            element.attrib.pop("src", None)
            return
        finds.links.append(src)
        if not element.get("alt", "").strip():
            finds.silent_pictures.append(src)


def _scrolling(table: Element, label: str) -> Element:
    """Wrap a table so that it scrolls by itself on a narrow screen, also by keyboard."""
    frame = Element(
        "div", {"class": "tabel-gulir", "role": "region", "tabindex": "0", "aria-label": label}
    )
    frame.append(table)
    frame.tail, table.tail = table.tail, None
    return frame


class PortalMarkdown(Extension):
    """Python-Markdown as the contract wants it."""

    finds = Finds()
    _compiler: markdown.Markdown | None = None

    def convert(self, text: str) -> tuple[str, Finds]:
        """Return HTML, not yet sanitised, and what the text mentions.

        Raises RecursionError for a text that nests too deeply; nothing of it reaches the next one.
        """
        self.finds = finds = Finds()
        try:
            return self.compiler().reset().convert(text), finds
        except RecursionError:
            self._compiler = None
            raise

    def extendMarkdown(self, md: Any) -> None:
        """Put our parts in place of those for raw HTML (called by Python-Markdown)."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_RawHtml(RAW_HTML, md), "raw_html", 90)
        md.inlinePatterns.register(_Token(TOKEN, md), "figure_token", 185)
        md.treeprocessors.register(_Shape(md), "portal_shape", 5)

    def compiler(self) -> markdown.Markdown:
        """Return the one compiler, made at its first use."""
        if self._compiler is None:
            self._compiler = markdown.Markdown(
                extensions=["tables", "footnotes", "def_list", "sane_lists", self],
                extension_configs={"footnotes": {"BACKLINK_TITLE": "Kembali ke tanda catatan {}"}},
                output_format="html",
            )
        return self._compiler


PORTAL = PortalMarkdown()
