"""Views: the map of the narrative, its messages, and the log of changes."""

from typing import TypedDict

from .charts import CountView, FigureView, StatusView
from .lists import PublicationCard
from .page import Link, PagerView
from .registers import RegisterSection
from .stories import CorrectionView, SeriesView


class MessageCard(TypedDict):
    """A message on the map, with those below it; `note` is '' while it is in force."""

    sentence: str
    url: str
    note: str
    publications: str
    flaws: list[StatusView]
    evidence: list[FigureView]
    children: list["MessageCard"]


class MapView(TypedDict):
    """`/narasi/`: messages, evidence, coverage and gaps."""

    title: str
    intro: str
    counts: list[CountView]
    messages: list[MessageCard]
    coverage: list[RegisterSection]
    findings: list[RegisterSection]
    loose: list[PublicationCard]
    pager: PagerView
    past: list[MessageCard]


class MessageView(TypedDict):
    """`/narasi/<id>/`; `force` says when it is told, and `is_told` whether that is today."""

    sentence: str
    is_told: bool
    force: str
    parent: Link | None
    children: list[MessageCard]
    coverage: list[RegisterSection]
    owner: Link
    findings: list[RegisterSection]
    series: list[SeriesView]
    answers: list[Link]
    publications: list[PublicationCard]
    pager: PagerView
    units: RegisterSection
    all_units: Link | None
    feed: Link


class ChangeView(TypedDict):
    """A correction, or a withdrawal said in `notice` with its `successor`."""

    record: Link
    kind: str
    month: str
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
