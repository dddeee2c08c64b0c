"""What other sites show of an indicator: a page for frames, and the chart as a picture (SVG)."""

import html
from collections.abc import Sequence
from textwrap import wrap

from kinerja.model.portal import Public
from kinerja.model.records import Indicator

from .pages import Page
from .site import Site
from .views import ChartPictureView, ChartView, DetailTableView, EmbedView

EDGE = 20
TITLE_LENGTH, TITLE_STEP = 58, 26
NOTE_LENGTH, NOTE_STEP = 96, 18
"""Characters of a line, which whatever font the reader has shows within the picture; its height."""


def snippet(site: Site, item: Public[Indicator]) -> str:
    """Return the HTML with which another site shows the chart and its table."""
    address = site.absolute(frame_address(site, item))
    title = html.escape(item.record.name)
    return f'<iframe src="{address}" title="{title}" width="100%" height="640"></iframe>'


def picture_address(site: Site, item: Public[Indicator]) -> str:
    """Return where the chart stands as a picture."""
    return f"{frame_address(site, item)}grafik.svg"


def frame_address(site: Site, item: Public[Indicator]) -> str:
    """Return where the page for frames stands."""
    return f"{site.address(item)}sematan/"


def frame_page(
    site: Site,
    item: Public[Indicator],
    sentence: str,
    chart: ChartView | None,
    table: DetailTableView,
) -> Page:
    """Return the page for frames."""
    name = item.record.name
    view: EmbedView = {
        "title": name,
        "sentence": sentence,
        "chart": chart,
        "table": table,
        "url": site.absolute(site.address(item)),
    }
    where = frame_address(site, item)
    return site.page(where, "capaian-sematan", view, name, sentence, robots="noindex")


def picture_page(
    site: Site,
    item: Public[Indicator],
    sentence: str,
    chart: ChartView,
    table: DetailTableView,
) -> Page:
    """Return the chart as a picture."""
    publishers = dict.fromkeys(row["source"]["title"] for row in table["rows"] if row["value"])
    view = _picture(site, item, chart, [*publishers])
    where, name = picture_address(site, item), item.record.name
    return site.page(where, "capaian-grafik", view, name, sentence, robots="noindex")


def _picture(
    site: Site, item: Public[Indicator], chart: ChartView, publishers: Sequence[str]
) -> ChartPictureView:
    """Return the chart with what a picture that travels alone must say: name, marks, source."""
    title = wrap(item.record.name, TITLE_LENGTH)
    marks = {"targets": "◇ target", "gaps": "○ tanpa angka", "breaks": "┊ putus seri"}
    shown = [word for part, word in marks.items() if chart.get(part)]
    texts = [", ".join(shown), f"Sumber: {'; '.join(publishers)}."]
    texts += [f"{site.settings.name}, {site.absolute(site.permanent(item))}", site.settings.notice]
    notes = [line for text in texts for line in wrap(text, NOTE_LENGTH)]
    top = EDGE + len(title) * TITLE_STEP
    return {
        "title": title,
        "notes": notes,
        "chart": chart,
        "top": top,
        "width": chart["width"] + 2 * EDGE,
        "height": top + chart["height"] + (len(notes) + 1) * NOTE_STEP,
    }
