"""Views: the map of the narrative, its messages, and the log of changes."""

from typing import TypedDict

from .charts import CountView, FigureView
from .lists import PublicationCard
from .page import Link, PagerView
from .stories import CorrectionView, SeriesView


class MessageCard(TypedDict):
    """A message on the map, with those below it; `note` is '' while it is in force."""

    sentence: str
    url: str
    note: str
    publications: str
    evidence: list[FigureView]
    children: list["MessageCard"]


class CoverageRow(TypedDict):
    """How many publications of each service carry a message; '' for none."""

    message: Link
    counts: list[str]


class MapView(TypedDict):
    """`/narasi/`: messages, evidence, coverage and gaps."""

    title: str
    intro: str
    counts: list[CountView]
    messages: list[MessageCard]
    services: list[Link]
    coverage: list[CoverageRow]
    loose: list[PublicationCard]
    pager: PagerView
    past: list[MessageCard]


class MessageView(TypedDict):
    """`/narasi/<id>/`."""

    sentence: str
    note: str
    parent: Link | None
    children: list[Link]
    owner: Link
    series: list[SeriesView]
    answers: list[Link]
    publications: list[PublicationCard]
    pager: PagerView


class ChangeView(TypedDict):
    """A correction, or a withdrawal said in `notice` with its `successor`."""

    record: Link
    kind: str
    date: str
    iso: str
    correction: CorrectionView | None
    notice: str
    successor: Link | None


class ChangeListView(TypedDict):
    """`/koreksi/`, newest first."""

    title: str
    intro: str
    changes: list[ChangeView]
    pager: PagerView
