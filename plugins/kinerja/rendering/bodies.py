"""Bodies made ready to be shown: links resolved, charts and tables put in their place."""

import html
import re
from dataclasses import dataclass

import nh3

from kinerja.evidence.figures import Resolved, resolve_figure
from kinerja.evidence.words import figure_words
from kinerja.model.portal import Public
from kinerja.model.records import Education, InlineSource, Issue, Publication, Record
from kinerja.reading.body import TAGS

from .charts import line_chart
from .figures import detail_words, row_id
from .formats import period
from .indicator_tables import detail_table, series_sentence
from .photos import address_of, picture_view
from .site import Site
from .views import BlockView, DetailTableView

LINK = re.compile(r'<a href="(rekor|sumber|lampiran|angka):([^"]*)">(.*?)</a>', re.DOTALL)
PICTURE = re.compile(r'<img alt="([^"]*)" src="lampiran:([^"]*)">')
IN_FEEDS: dict[str, set[str]] = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope"},
    "ol": {"start"},
}
"""Attributes that mean something outside the page."""

BLOCK = re.compile(r'<p><a href="angka:(\d+)">[^<]*</a></p>')


def body_blocks(site: Site, item: Public[Record]) -> list[BlockView]:
    """Return the body in order: HTML, with charts and tables between."""
    resolved = _resolve_all(site, item)
    blocks: list[BlockView] = []
    at = 0
    for found in BLOCK.finditer(item.body.html):
        number = int(found[1])
        block = _drawn(site, item, resolved[number], number)
        if block:
            blocks.append(_html_block(site, item, item.body.html[at : found.start()], resolved))
            blocks.append(block)
            at = found.end()
    blocks.append(_html_block(site, item, item.body.html[at:], resolved))
    return [b for b in blocks if b["html"].strip() or b["chart"] or b["table"]]


def body_html(site: Site, item: Public[Record]) -> str:
    """Return the body as HTML alone: a chart becomes its sentence, a table of figures stays."""
    return "".join(b["html"] or _plain_block(b) for b in body_blocks(site, item))


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure as it is now, and as the approvers of the text saw it where that was otherwise."""

    now: Resolved
    before: Resolved | None


def _resolve_all(site: Site, item: Public[Record]) -> list[Bound | None]:
    named = {figure.indicator for figure in item.body.figures}
    datasets = {
        key: site.portal.datasets[key].dataset for key in named & site.portal.datasets.keys()
    }
    public = site.portal.indicators
    indicators = {key: public[key].record for key in named & public.keys()}
    found: list[Bound | None] = []
    for figure in item.body.figures:
        now = resolve_figure(figure, datasets, indicators)
        before = resolve_figure(figure, item.seen, indicators)
        found.append(Bound(now, before) if now else None)
    return found


def _html_block(
    site: Site, item: Public[Record], source: str, resolved: list[Bound | None]
) -> BlockView:
    def link(found: re.Match[str]) -> str:
        scheme, target, text = found[1], found[2], found[3]
        if scheme == "angka":
            return _figure_link(site, resolved[int(target)])
        address = _address(site, item, scheme, html.unescape(target))
        return f'<a href="{html.escape(address)}">{text}</a>' if address else text

    def picture(found: re.Match[str]) -> str:
        view = picture_view(site, item, html.unescape(found[2]), html.unescape(found[1]), lazy=True)
        return view["html"] if view else found[1]

    return {"html": PICTURE.sub(picture, LINK.sub(link, source)), "chart": None, "table": None}


def _address(site: Site, item: Public[Record], scheme: str, target: str) -> str:
    """Return where a link leads; '' where the target is not public: then only its text shows."""
    if scheme == "sumber":
        return _source_address(site, item, int(target))
    if scheme == "lampiran":
        return address_of(site, item, target)
    other = site.relations.records.get(target)
    return site.address(other) if other else ""


def _source_address(site: Site, item: Public[Record], number: int) -> str:
    """Return the entry in the list of sources of a story; other pages have no such list.

    There the link leads to the source itself.
    """
    if isinstance(item.record, Publication | Issue | Education):
        return f"#sumber-{number}"
    entry = item.record.sources[number - 1]
    source = entry if isinstance(entry, InlineSource) else site.portal.tables.sources.get(entry)
    return (source.url or "") if source else ""


def _figure_link(site: Site, bound: Bound | None) -> str:
    """Return a bound figure: its value, leading to its row where the indicator is public.

    Behind it stands what the approvers saw, where the figure was revised since.
    """
    if bound is None:
        return "…"
    figure, rows = bound.now.figure, bound.now.rows
    indicator = site.portal.indicators.get(figure.indicator)
    precision = indicator.record.precision if indicator else None
    words = html.escape(figure_words(bound.now, precision))
    before = html.escape(figure_words(bound.before, precision)) if bound.before else ""
    revised = f" (direvisi dari {before})" if before not in ("", words) else ""
    if indicator is None or not rows:
        return f"{words}{revised}"
    address = html.escape(f"{site.address(indicator)}#{row_id(rows[-1])}")
    return f'<a class="angka-terikat" href="{address}">{words}</a>{revised}'


def _drawn(site: Site, item: Public[Record], bound: Bound | None, number: int) -> BlockView | None:
    """Return a chart with its table, or the table alone; None for a figure in running text."""
    if bound is None or not bound.now.figure.is_block:
        return None
    figure, rows = bound.now.figure, bound.now.rows
    indicator = site.portal.indicators.get(figure.indicator)
    if indicator is None:
        return None
    name = indicator.record.name
    if figure.detail:
        name = f"{name}: {detail_words(figure.detail)}"
    title = f"{name}, {period(rows[0].period)} sampai {period(rows[-1].period)}"
    earlier = item.seen.get(figure.indicator)
    table = detail_table(site, indicator, rows, f"tabel-{number + 1}", title, earlier)
    chart = None
    if figure.form == "grafik":
        sentence = series_sentence(name, rows, indicator)
        chart = line_chart(f"grafik-{number + 1}", title, rows, indicator.record, sentence)
    return {"html": "", "chart": chart, "table": table}


def _plain_block(block: BlockView) -> str:
    chart, table = block["chart"], block["table"]
    sentence = f"<p>{html.escape(chart['description'])}</p>" if chart else ""
    return sentence + (plain_table(table) if table else "")


def plain_table(table: DetailTableView) -> str:
    """Return a table of figures as HTML that any reader shows: period, value, target if any."""
    names = ["Kurun", "Nilai", *(["Target"] if table["has_targets"] else [])]
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    cells = ([row["period"], row["value"], row["target"]][: len(names)] for row in table["rows"])
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in cells)
    body = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    return f"<table><caption>{html.escape(table['title'])}</caption>{body}</table>"


def feed_html(site: Site, item: Public[Record], first: str, last: str) -> str:
    """Return a body for a feed: absolute addresses, nothing that only a page can style.

    `first` and `last` are HTML put before and after it. Anchors inside the page lead to the page.
    """
    return nh3.clean(
        first + body_html(site, item) + last,
        tags=TAGS - {"div"} | {"caption"},
        attributes=IN_FEEDS,
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", site.absolute(site.address(item))),
        link_rel=None,
    )
