"""Views: pages of single records and units."""

from typing import TypedDict

from .charts import BlockView, ChartView, DetailTableView, FigureView
from .lists import PublicationCard
from .page import ApprovalView, FeedLink, Link


class PartView(TypedDict):
    """One part of a service standard; `html` is '' when it is not announced yet."""

    label: str
    html: str


class ServiceView(TypedDict):
    """`/layanan/<id>/`: first what a citizen needs, then performance, then the price."""

    name: str
    summary: str
    archive: str
    provider: Link
    contact: str
    first: list[PartView]
    rest: list[PartView]
    missing: list[str]
    body_html: str
    figures: list[FigureView]
    publications: list[PublicationCard]
    costs: list[Link]
    cost_text: str
    feeds: list[FeedLink]
    approval: ApprovalView


class PictureView(TypedDict):
    """A picture with its text alternative; size in pixels."""

    src: str
    alt: str
    width: int
    height: int
    credit: str


class SourceView(TypedDict):
    """An entry of the list of sources; `number` is what `sumber:n` refers to."""

    number: int
    title: str
    publisher: str
    date: str
    url: str


class CorrectionView(TypedDict):
    """What was wrong and what is right."""

    severity: str
    before: str
    after: str
    reason: str


class CostView(TypedDict):
    """What a publication cost, as one text and its parts; `url` leads to the rows, or ''."""

    text: str
    detail: str
    review: str
    rows: list[Link]


class PublicationView(TypedDict):
    """`/publikasi/<tahun>/<id>/`."""

    title: str
    summary: str
    benefit: str
    format: str
    unit: Link
    unit_note: str
    published: str
    published_iso: str
    updated: str
    updated_iso: str
    picture: PictureView | None
    data_text_html: str
    body: list[BlockView]
    services: list[Link]
    figures: list[FigureView]
    sources: list[SourceView]
    corrections: list[CorrectionView]
    cost: CostView
    approval: ApprovalView
    contact: str
    cite: str
    short_url: str
    whatsapp: str
    related: list[PublicationCard]


class IndicatorView(TypedDict):
    """`/capaian/<id>/`: the sentence, the chart, the table, the method."""

    name: str
    summary: str
    sentence: str
    figure: FigureView | None
    chart: ChartView | None
    tables: list[DetailTableView]
    definition: str
    method: str
    formula: str
    measure: str
    direction: str
    frequency: str
    publisher: str
    licence: str
    unit: Link
    unit_note: str
    contact: str
    breaks: list[Link]
    body_html: str
    services: list[Link]
    publications: list[PublicationCard]
    files: list[Link]
    cite: str
    approval: ApprovalView


class UnitView(TypedDict):
    """`/unit/<id>/`: what a unit published and how it performs."""

    name: str
    abbreviation: str
    type: str
    parent: Link | None
    children: list[Link]
    note: str
    successor: Link | None
    predecessors: list[Link]
    contact: str
    services: list[Link]
    figures: list[FigureView]
    publications: list[PublicationCard]
    cost_text: str
    cost_url: str
