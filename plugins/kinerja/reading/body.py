"""Markdown to sanitised HTML whose links still name records, attachments, sources and figures.

Compiled once per source text. Raw HTML is shown as text and reported; nh3 cleans what is left,
as a second wall.
"""

import re
from collections.abc import Iterable

import nh3

from kinerja.kept import Kept
from kinerja.model.documents import Body, Figure
from kinerja.model.period import parse_period
from tabular.problems import Problem, problem
from tabular.text import FORBIDDEN, line_of

from .markdown_portal import LINK, PORTAL, TOKEN

FIGURE = re.compile(
    r"\s*((?P<block>grafik|tabel)\s+)?(?P<id>[a-z0-9-]+)(\[(?P<detail>[^\]\s]+)\])?"
    r"\s+(?P<periods>[^\s{}]+)(\s+(?P<form>target|capaian|selisih))?\s*"
)
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


COMPILED = Kept("body", tuple[Body, list[Problem]])


def compile_body(text: str, path: str = "", offset: int = 0) -> tuple[Body, list[Problem]]:
    """Compile Markdown; `offset` is the number of lines that stand before it in the file.

    What was compiled in an earlier build is taken from there (`kept`).
    """
    return COMPILED(lambda: _compile(text, path, offset), text, path, str(offset))


def _compile(text: str, path: str, offset: int) -> tuple[Body, list[Problem]]:
    if too_much := list(_limit_problems(text, path, offset)):
        return Body(""), too_much
    try:
        raw_html, finds = PORTAL.convert(text)
    except RecursionError:
        return Body(""), [problem(path, offset + 1, "", "B07")]
    html = FORBIDDEN.sub("", CLEANER.clean(raw_html))
    where = _Finder(text, path, offset)
    figures = [parse_figure(token, where.token(token)) for token in finds.tokens]
    problems = [
        *(where.problem("B01", raw) for raw in finds.raw),
        *(where.problem("B02", link) for link in finds.bad_links),
        *(where.problem("B11", link) for link in finds.mute_links),
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
            html=_numbered(html, figures),
            figures=tuple(figure for figure in figures if figure),
            records=tuple(where.named(finds.links, "record")),
            attachments=tuple(where.named(finds.links, "attachment")),
            notes=tuple((int(n), line) for n, line in where.named(finds.links, "note")),
            words=finds.words,
            source=text,
            offset=offset,
        ),
        problems,
    )


def _numbered(html: str, figures: list[Figure | None]) -> str:
    """Let links of figures lead to their place in `Body.figures`; what names none is its text."""
    places = {n: at for at, n in enumerate(n for n, figure in enumerate(figures) if figure)}
    for n in range(len(figures)) if None in figures else ():
        new = rf'<a href="angka:{places[n]}">\1</a>' if n in places else r"\1"
        html = re.sub(rf'<a href="angka:{n}">([^<]*)</a>', new, html)
    return html


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


def text_figures(text: str, path: str, line: int, field: str) -> tuple[list[Figure], list[Problem]]:
    """Return the figures that plain text of the front matter states; charts cannot stand there."""
    figures: list[Figure] = []
    problems: list[Problem] = []
    for found in re.finditer(TOKEN, text):
        figure = parse_figure(found[1], line, field)
        if figure and not figure.is_block:
            figures.append(figure)
        else:
            problems.append(problem(path, line, field, "B04", token=found[0]))
    return figures, problems


def parse_figure(token: str, line: int, field: str = "") -> Figure | None:
    """Return the figure that a token between `{{` and `}}` names, None for another text."""
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
    return Figure(token, form, found["id"], found["detail"] or "", periods, line, field)
