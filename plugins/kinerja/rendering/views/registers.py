"""Views: registers, pages that are a few tables with a word before each."""

from typing import TypedDict

from .charts import ChartView, CountView, DetailTableView
from .page import Link, PagerView


class CellView(TypedDict):
    """A cell: text, where it leads, a smaller second line, the key of a status; all but text ''."""

    text: str
    url: str
    detail: str
    status: str


class RegisterRow(TypedDict):
    """A row with its anchor, '' for none; `level` is its depth where rows form a tree."""

    id: str
    level: int
    cells: list[CellView]


class ColumnView(TypedDict):
    """The head of a column; numbers stand at its right edge."""

    title: str
    is_number: bool


class RegisterSection(TypedDict):
    """A table under its heading; `note` says what it holds, or why it is empty."""

    id: str
    title: str
    note: str
    columns: list[ColumnView]
    rows: list[RegisterRow]


class OptionView(TypedDict):
    """A choice of a filter: what stands in the address, and what is read."""

    value: str
    title: str


class FilterView(TypedDict):
    """What results of the search can be narrowed by; `name` is its word in the address."""

    name: str
    title: str
    options: list[OptionView]


class RegisterView(TypedDict):
    """A register; `body_html` is what an editor wrote before it, or ''; `filters` of the search."""

    title: str
    intro: str
    body_html: str
    counts: list[CountView]
    links: list[Link]
    sections: list[RegisterSection]
    pager: PagerView
    filters: list[FilterView]


class EmbedView(TypedDict):
    """`/capaian/<id>/sematan/`: what other sites show in a frame; `url` has scheme and host."""

    title: str
    sentence: str
    chart: ChartView | None
    table: DetailTableView
    url: str


class ChartPictureView(TypedDict):
    """`/capaian/<id>/sematan/grafik.svg`: lines above and below a chart that begins at `top`."""

    title: list[str]
    notes: list[str]
    chart: ChartView
    top: int
    width: int
    height: int
