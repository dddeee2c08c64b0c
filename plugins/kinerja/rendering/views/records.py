"""Views: pages of single records and units."""

from typing import TypedDict

from .charts import ChartView, DetailTableView, FigureView
from .lists import IndicatorCard, IndicatorGroup, PublicationCard
from .page import ApprovalView, FeedLink, Link, PagerView
from .registers import RegisterSection
from .stories import ShareView


class PartView(TypedDict):
    """One part of a service standard; `html` is '' when it is not announced yet.

    `gist` is its first line, `entries` how many lines it has in all.
    """

    label: str
    html: str
    gist: str
    entries: int


class ServiceView(TypedDict):
    """`/layanan/<id>/`: first what a citizen needs, then performance, then the price.

    `chart` is the series behind the first figure.
    """

    name: str
    summary: str
    archive: str
    provider: Link
    contact: str
    first: list[PartView]
    rest: list[PartView]
    missing: list[str]
    body_html: str
    indicators: list[IndicatorCard]
    chart: ChartView | None
    all_indicators: Link | None
    publications: list[PublicationCard]
    pager: PagerView
    answers: list[Link]
    costs: list[Link]
    cost_text: str
    feeds: list[FeedLink]
    approval: ApprovalView


class IndicatorView(TypedDict):
    """`/capaian/<id>/`: the sentence, the chart, the table, the method.

    `embed` is the HTML with which another site shows it, as text; '' without data.
    """

    name: str
    summary: str
    sentence: str
    figure: FigureView | None
    chart: ChartView | None
    tables: list[DetailTableView]
    sections: list[RegisterSection]
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
    pager: PagerView
    files: list[Link]
    embed: str
    share: ShareView
    approval: ApprovalView


class UnitView(TypedDict):
    """`/unit/<id>/`: what a unit published and how it performs.

    Where `children` would be too long they are empty, and `all_children` leads to their own page.
    `inherited` are indicators of units that it follows.
    """

    name: str
    abbreviation: str
    type: str
    parent: Link | None
    children: list[RegisterSection]
    all_children: Link | None
    note: str
    successor: Link | None
    predecessors: list[Link]
    contact: str
    services: list[Link]
    indicators: list[IndicatorCard]
    all_indicators: Link | None
    inherited: list[IndicatorGroup]
    publications: list[PublicationCard]
    pager: PagerView
    cost_text: str
    cost_url: str
