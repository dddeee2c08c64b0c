"""Views: entries of lists, and the pages that list them."""

from typing import TypedDict

from .charts import CountView, FigureView
from .page import Link, PagerView


class PublicationCard(TypedDict):
    """A publication in a list; `date` for reading, `iso` for machines."""

    title: str
    url: str
    summary: str
    benefit: str
    date: str
    iso: str
    unit: str
    format: str
    services: list[Link]
    cost: str


class ServiceCard(TypedDict):
    """A service in a list; `archive` is '' or says since when somebody else provides it."""

    id: str
    name: str
    url: str
    summary: str
    archive: str
    figure: FigureView | None


class IndicatorCard(TypedDict):
    """An indicator in a list."""

    name: str
    url: str
    unit: str
    figure: FigureView | None


class IndicatorGroup(TypedDict):
    """Indicators of one service."""

    title: str
    url: str
    items: list[IndicatorCard]


class UnitCard(TypedDict):
    """A unit in a list; `note` says that it was closed and who follows."""

    name: str
    url: str
    type: str
    note: str
    publications: str


class FeedView(TypedDict):
    """A feed in the list for people."""

    title: str
    purpose: str
    page: str
    count: str
    last: str
    links: list[Link]


class HomeView(TypedDict):
    """`/`: what the services achieved, at what price, and what is new."""

    lead: str
    counts: list[CountView]
    services: list[ServiceCard]
    archives: list[ServiceCard]
    publications: list[PublicationCard]
    paid: str
    paid_detail: str


class PublicationListView(TypedDict):
    """`/publikasi/` and its fixed pages and years."""

    title: str
    intro: str
    items: list[PublicationCard]
    pager: PagerView
    years: list[Link]


class ServiceListView(TypedDict):
    """`/layanan/`."""

    title: str
    intro: str
    services: list[ServiceCard]
    archives: list[ServiceCard]


class IndicatorListView(TypedDict):
    """`/capaian/`: all indicators by section, with counts."""

    title: str
    intro: str
    counts: list[CountView]
    groups: list[IndicatorGroup]


class UnitListView(TypedDict):
    """`/unit/`."""

    title: str
    intro: str
    units: list[UnitCard]
    closed: list[UnitCard]


class FeedListView(TypedDict):
    """`/umpan/`."""

    title: str
    intro: str
    feeds: list[FeedView]
