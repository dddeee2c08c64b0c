"""Views: entries of lists, and the pages that list them."""

from typing import TypedDict

from .charts import CountView, FigureView
from .page import FeedLink, Link, PagerView


class PublicationCard(TypedDict):
    """A publication in a list; `date` for reading, `iso` for machines.

    Answers to issues too, `format` is then the verdict, and lessons, where it is ''.
    """

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
    """A service in a list; `archive` is '' or says since when somebody else provides it.

    `icon` is a name of the component `ikon`, '' for the usual one.
    """

    icon: str
    name: str
    url: str
    summary: str
    archive: str
    figure: FigureView | None


class IndicatorCard(TypedDict):
    """An indicator in a list; `note` is what stands there without a figure."""

    name: str
    url: str
    unit: str
    figure: FigureView | None
    note: str


class IndicatorGroup(TypedDict):
    """Indicators of one service; `counts` says how many have which outcome."""

    title: str
    url: str
    counts: str
    items: list[IndicatorCard]


class FeedEntry(TypedDict):
    """A line for an item of a feed."""

    title: str
    url: str
    date: str


class FeedView(TypedDict):
    """A feed for people; `page` is the list that it follows, '' for itself.

    `links` are absolute, one a format; `archive` is the address of older items, or ''.
    """

    title: str
    purpose: str
    page: str
    count: str
    last: str
    links: list[FeedLink]
    items: list[FeedEntry]
    archive: str


class HomeView(TypedDict):
    """`/`: what the services achieved, at what price, and what is new.

    `week` counts what changed since the day `since`; [] when nothing did.
    """

    lead: str
    counts: list[CountView]
    services: list[ServiceCard]
    archives: list[ServiceCard]
    publications: list[PublicationCard]
    urgent: list[Link]
    since: str
    week: list[Link]
    paid: str
    paid_detail: str


class PublicationGroup(TypedDict):
    """Entries of a list under a heading; `title` '' where the list has only one group."""

    title: str
    items: list[PublicationCard]


class PublicationListView(TypedDict):
    """A list of publications, answers or lessons; `links` lead to parts of it.

    `brief` lists have a line an entry.
    """

    title: str
    intro: str
    links_title: str
    links: list[Link]
    groups: list[PublicationGroup]
    brief: bool
    pager: PagerView


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
    links: list[Link]
    groups: list[IndicatorGroup]
