"""Markdown to sanitised HTML whose links still name records, attachments, sources and figures.

Compiled once per source text. Raw HTML is shown as text and reported; nh3 cleans what is left,
as a second wall.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from kinerja.model.documents import Body, Figure
from kinerja.model.period import parse_period
from tabular.problems import Problem, problem
from tabular.text import FORBIDDEN, line_of

LINK = re.compile(
    r"https?://[^\s<>\"]+|mailto:[^\s<>\"?]+@[^\s<>\"?]+|rekor:(?P<record>[a-z0-9-]+)"
    r"|lampiran:(?P<attachment>[^\s<>\"/\\]+)|sumber:(?P<note>[1-9]\d{0,2})|#fn(ref)?\d*:[\w-]+"
)
TOKEN = r"\{\{([^{}\n]{0,200})\}\}"
TOKEN_MARK = "token"
"""Attribute that tells the link of a token from a link that an editor wrote as `angka:1`."""

FIGURE = re.compile(
    r"\s*((?P<block>grafik|tabel)\s+)?(?P<id>[a-z0-9-]+)(\[(?P<detail>[^\]\s]+)\])?"
    r"\s+(?P<periods>[^\s{}]+)(\s+(?P<form>target|capaian|selisih))?\s*"
)
RAW_HTML = r"(</?[a-zA-Z][^<>]{0,2000}>|<!--)"
TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"),
    *("strong", "em", "a", "img", "figure", "figcaption", "dl", "dt", "dd", "sup", "div"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "id"},
    "img": {"src", "alt"},
    "li": {"id"},
    "sup": {"id"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"role", "tabindex", "aria-label"},
}
CLASSES = {
    "div": {"footnote", "tabel-gulir"},
    "a": {"footnote-ref", "footnote-backref"},
    "th": {"angka"},
    "td": {"angka"},
}
NUMBER_CELL = re.compile(r"(Rp)?[-+]?[\d.]+(,\d+)?( ?%)?")

LIMITS = {"[": 1500, "`": 1500, "<": 1500, "*": 5000, "_": 5000, "\n": 5000}
MAX_CHARACTERS = 200_000
MAX_LINE = 20_000
"""What a body may hold: Markdown takes quadratic time over some of these signs."""

CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes={"http", "https", "mailto", "rekor", "lampiran", "sumber", "angka"},
    url_relative=lambda url: url if url.startswith("#fn") else None,
    link_rel=None,
)


@dataclass(slots=True)
class _Finds:
    """What one document mentions, gathered while it is compiled."""

    raw: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bad_links: list[str] = field(default_factory=list)
    outside_pictures: list[str] = field(default_factory=list)
    silent_pictures: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    words: int = 0


def compile_body(text: str, path: str = "", offset: int = 0) -> tuple[Body, list[Problem]]:
    """Compile Markdown; `offset` is the number of lines that stand before it in the file."""
    _PORTAL.finds = finds = _Finds()
    if too_much := list(_limit_problems(text, path, offset)):
        return Body(""), too_much
    try:
        html = FORBIDDEN.sub("", CLEANER.clean(_PORTAL.compiler().reset().convert(text)))
    except RecursionError:
        _PORTAL.forget()  # what was half done may not reach the next body
        return Body(""), [problem(path, offset + 1, "", "B07")]
    where = _Finder(text, path, offset)
    figures = [_figure(token, where.token(token)) for token in finds.tokens]
    problems = [
        *(where.problem("B01", raw) for raw in finds.raw),
        *(where.problem("B02", link) for link in finds.bad_links),
        *(where.problem("B03", src) for src in finds.silent_pictures),
        *(where.problem("B05", src) for src in finds.outside_pictures),
        *(
            problem(path, where.token(token), "", "B04", token=f"{{{{{token}}}}}")
            for token, figure in zip(finds.tokens, figures, strict=True)
            if figure is None
        ),
        *(
            problem(path, figure.line, "", "B10", token=f"{{{{{figure.token}}}}}")
            for number, figure in enumerate(figures)
            if figure and figure.is_block and not _stands_alone(number, html)
        ),
    ]
    return (
        Body(
            html=html,
            figures=tuple(figure for figure in figures if figure),
            records=tuple(where.named(finds.links, "record")),
            attachments=tuple(where.named(finds.links, "attachment")),
            notes=tuple((int(n), line) for n, line in where.named(finds.links, "note")),
            words=finds.words,
        ),
        problems,
    )


def _stands_alone(number: int, html: str) -> bool:
    """Whether a token is a paragraph of its own."""
    return bool(re.search(rf'<p><a href="angka:{number}">[^<]*</a></p>', html))


def _limit_problems(text: str, path: str, offset: int) -> Iterable[Problem]:
    """A body stays within what can be compiled in a moment."""
    counts = {sign: text.count(sign) for sign in LIMITS}
    for sign, count in counts.items():
        if count > LIMITS[sign]:
            what = "\\n" if sign == "\n" else sign
            yield problem(path, offset + 1, "", "B08", what=what, count=count, limit=LIMITS[sign])
    longest = max(map(len, text.split("\n")))
    for count, limit in ((len(text), MAX_CHARACTERS), (longest, MAX_LINE)):
        if count > limit:
            what = "karakter / characters"
            yield problem(path, offset + 1, "", "B08", what=what, count=count, limit=limit)


class _Finder:
    """Lines of what a document mentions: those of its first occurrence in the source."""

    def __init__(self, text: str, path: str, offset: int) -> None:
        self.text, self.path, self.offset = text, path, offset

    def line(self, needle: str) -> int:
        at = self.text.find(needle)
        return self.offset + (line_of(self.text, at) if at >= 0 else 1)

    def token(self, token: str) -> int:
        return self.line(f"{{{{{token}}}}}")

    def problem(self, code: str, value: str) -> Problem:
        return problem(self.path, self.line(value), "", code, value=value[:80])

    def named(self, links: list[str], group: str) -> list[tuple[str, int]]:
        found = ((LINK.fullmatch(link), link) for link in dict.fromkeys(links))
        return [(m[group], self.line(link)) for m, link in found if m and m[group]]


def _figure(token: str, line: int) -> Figure | None:
    found = FIGURE.fullmatch(token)
    if not found or (found["block"] and found["form"]):
        return None
    form = found["block"] or found["form"] or "nilai"
    periods: tuple[str, ...] = (found["periods"],)
    if form in ("grafik", "tabel", "selisih"):
        periods = tuple(found["periods"].split(".."))
    try:
        for name in periods:
            parse_period(name)
    except ValueError:
        return None
    if form in ("grafik", "tabel", "selisih") and len(periods) != 2:
        return None
    return Figure(token, form, found["id"], found["detail"] or "", periods, line)


class _RawHtml(InlineProcessor):
    """Raw HTML becomes visible text, and is reported."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # the base class allows a string too
        _PORTAL.finds.raw.append(m.group(0))
        escaped = m.group(0).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return _PORTAL.compiler().htmlStash.store(escaped), m.start(0), m.end(0)


class _Token(InlineProcessor):
    """A figure `{{...}}` becomes a link `angka:<n>` that evidence resolves."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # the base class allows a string too
        tokens = _PORTAL.finds.tokens
        element = Element("a", {"href": f"angka:{len(tokens)}", TOKEN_MARK: ""})
        element.text = AtomicString(m.group(1))
        tokens.append(m.group(1))
        return element, m.start(0), m.end(0)


class _Shape(Treeprocessor):
    """Checks links and pictures, lowers headings below the title, makes tables scroll."""

    def run(self, root: Element) -> None:
        finds = _PORTAL.finds
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
    def _link(element: Element, finds: _Finds) -> None:
        if element.attrib.pop(TOKEN_MARK, None) is not None:
            return
        href = element.get("href", "")
        if LINK.fullmatch(href):
            finds.links.append(href)
        else:
            finds.bad_links.append(href)
            element.attrib.pop("href", None)

    @staticmethod
    def _picture(element: Element, finds: _Finds) -> None:
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


class _Portal(Extension):
    """Python-Markdown as the contract wants it."""

    finds = _Finds()
    _compiler: markdown.Markdown | None = None

    def extendMarkdown(self, md: Any) -> None:
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

    def forget(self) -> None:
        """Drop the compiler; the next body gets a new one."""
        self._compiler = None


_PORTAL = _Portal()
