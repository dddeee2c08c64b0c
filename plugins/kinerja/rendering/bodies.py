"""Bodies made ready to be shown: links resolved, charts and tables put in their place.

The only module that imports BeautifulSoup: it simplifies bodies that enter a feed.
"""

import html
import re
from fractions import Fraction
from urllib.parse import quote, urljoin

from bs4 import BeautifulSoup

from kinerja.evidence.figures import Resolved, resolve_figure
from kinerja.model.documents import Body
from kinerja.model.portal import Public
from kinerja.model.records import Education, InlineSource, Issue, Publication, Record

from .charts import line_chart
from .figures import detail_words, row_id, value_words
from .formats import percent, period
from .indicator_tables import detail_table, series_sentence
from .site import Site
from .views import BlockView

LINK = re.compile(r'<a href="(rekor|sumber|lampiran|angka):([^"]*)">(.*?)</a>', re.DOTALL)
PICTURE = re.compile(r'<img alt="([^"]*)" src="lampiran:([^"]*)">')
BLOCK = re.compile(r'<p><a href="angka:(\d+)">[^<]*</a></p>')


def body_blocks(site: Site, item: Public[Record]) -> list[BlockView]:
    """Return the body in order: HTML, with charts and tables between."""
    resolved = _resolve_all(site, item.body)
    blocks: list[BlockView] = []
    at = 0
    for found in BLOCK.finditer(item.body.html):
        number = int(found[1])
        block = _drawn(site, resolved[number], number)
        if block:
            blocks.append(_html_block(site, item, item.body.html[at : found.start()], resolved))
            blocks.append(block)
            at = found.end()
    blocks.append(_html_block(site, item, item.body.html[at:], resolved))
    return [b for b in blocks if b["html"].strip() or b["chart"] or b["table"]]


def body_html(site: Site, item: Public[Record]) -> str:
    """Return the body as HTML alone: a chart is left out, a table of figures stays."""
    return "".join(b["html"] or _plain_table(b) for b in body_blocks(site, item))


def _resolve_all(site: Site, body: Body) -> list[Resolved | None]:
    datasets = {key: public.dataset for key, public in site.portal.datasets.items()}
    directions = {key: i.record.direction for key, i in site.portal.indicators.items()}
    return [resolve_figure(figure, datasets, directions) for figure in body.figures]


def _html_block(
    site: Site, item: Public[Record], source: str, resolved: list[Resolved | None]
) -> BlockView:
    def link(found: re.Match[str]) -> str:
        scheme, target, text = found[1], found[2], found[3]
        if scheme == "angka":
            return _figure_link(site, resolved[int(target)])
        address = _address(site, item, scheme, html.unescape(target))
        return f'<a href="{html.escape(address)}">{text}</a>' if address else text

    def picture(found: re.Match[str]) -> str:
        attachment = item.attachments.get(html.unescape(found[2]))
        if attachment is None:
            return found[1]
        address = html.escape(site.address(item) + quote(attachment.name))
        size = f'width="{attachment.width}" height="{attachment.height}"'
        return f'<img src="{address}" alt="{found[1]}" {size} loading="lazy">'

    return {"html": PICTURE.sub(picture, LINK.sub(link, source)), "chart": None, "table": None}


def _address(site: Site, item: Public[Record], scheme: str, target: str) -> str:
    """Return where a link leads; '' where the target is not public: then only its text shows."""
    if scheme == "sumber":
        return _source_address(site, item, int(target))
    if scheme == "lampiran":
        return site.address(item) + quote(target) if target in item.attachments else ""
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


def _figure_link(site: Site, resolved: Resolved | None) -> str:
    """Return a bound figure: its value, leading to its row where the indicator is public."""
    if resolved is None:
        return "…"
    indicator = site.portal.indicators.get(resolved.figure.indicator)
    precision = indicator.record.precision if indicator else None
    value = resolved.value
    words = percent(value) if isinstance(value, Fraction) else value_words(value, precision)
    if resolved.figure.form == "selisih":
        words = words.removeprefix("−")
    if indicator is None or not resolved.rows:
        return html.escape(words)
    address = html.escape(f"{site.address(indicator)}#{row_id(resolved.rows[-1])}")
    return f'<a class="angka-terikat" href="{address}">{html.escape(words)}</a>'


def _drawn(site: Site, resolved: Resolved | None, number: int) -> BlockView | None:
    """Return a chart with its table, or the table alone; None for a figure in running text."""
    if resolved is None or not resolved.figure.is_block:
        return None
    indicator = site.portal.indicators.get(resolved.figure.indicator)
    if indicator is None:
        return None
    rows = resolved.rows
    name = indicator.record.name
    if resolved.figure.detail:
        name = f"{name}: {detail_words(resolved.figure.detail)}"
    title = f"{name}, {period(rows[0].period)} sampai {period(rows[-1].period)}"
    table = detail_table(site, indicator, rows, f"tabel-{number + 1}", title)
    chart = None
    if resolved.figure.form == "grafik":
        sentence = series_sentence(name, rows, indicator)
        breaks = indicator.record.breaks
        chart = line_chart(f"grafik-{number + 1}", title, rows, breaks, sentence)
    return {"html": "", "chart": chart, "table": table}


def _plain_table(block: BlockView) -> str:
    table = block["table"]
    if not table:
        return ""
    rows = "".join(
        f"<tr><td>{html.escape(row['period'])}</td><td>{html.escape(row['value'])}</td></tr>"
        for row in table["rows"]
    )
    return f"<table><caption>{html.escape(table['title'])}</caption>{rows}</table>"


def feed_html(site: Site, item: Public[Record], first: str, last: str) -> str:
    """Return a body for a feed: absolute addresses, nothing that only a page can style.

    `first` and `last` are HTML put before and after it. Anchors inside the page become plain
    text, as readers show items without their page.
    """
    soup = BeautifulSoup(first + body_html(site, item) + last, "html.parser")
    page = site.absolute(site.address(item))
    for element in soup.find_all(True):
        for name in ("class", "id", "tabindex", "role", "aria-label", "loading"):
            element.attrs.pop(name, None)
        for name in ("href", "src"):
            value = element.get(name)
            if isinstance(value, str):
                element[name] = urljoin(page, value)
        if element.name == "div":
            element.unwrap()
    return str(soup)
