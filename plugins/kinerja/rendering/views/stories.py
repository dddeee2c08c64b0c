"""Views: what is told, with its sources, price and approval: publications, answers, lessons."""

from typing import TypedDict

from .charts import BlockView, ChartView, DetailTableView, FigureView
from .lists import PublicationCard
from .page import ApprovalView, Link
from .registers import RegisterSection


class PictureView(TypedDict):
    """A picture with its text alternative; size in pixels. `html` shows it in its best size."""

    src: str
    alt: str
    width: int
    height: int
    credit: str
    html: str


class SourceView(TypedDict):
    """An entry of the list of sources; `number` is what `sumber:n` refers to."""

    number: int
    title: str
    publisher: str
    date: str
    url: str
    archive: str


class CorrectionView(TypedDict):
    """What was wrong and what is right, who found it, and since when the right is shown."""

    severity: str
    before: str
    after: str
    reason: str
    found_by: str
    date: str


class MomentView(TypedDict):
    """A moment in the life of a record; `note` says what was mended, or how long it took."""

    label: str
    time: str
    iso: str
    note: str


class CostView(TypedDict):
    """What a publication cost, as one text and its parts; `url` leads to the rows, or ''."""

    text: str
    detail: str
    review: str
    rows: list[Link]


class ShareView(TypedDict):
    """How a record is cited and passed on: its line, its short address, a message with both."""

    cite: str
    short_url: str
    whatsapp: str


class StoryView(TypedDict):
    """What the pages of publications, answers and lessons have in common."""

    title: str
    summary: str
    unit: Link
    unit_note: str
    published: str
    published_iso: str
    updated: str
    updated_iso: str
    picture: PictureView | None
    body: list[BlockView]
    services: list[Link]
    message: Link | None
    sources: list[SourceView]
    corrections: list[CorrectionView]
    history: list[MomentView]
    cost: CostView
    approval: ApprovalView
    contact: str
    share: ShareView


class VideoView(TypedDict):
    """A film: `src` and `captions` of our own, or `url` where it plays elsewhere; else ''."""

    src: str
    type: str
    captions: str
    url: str
    poster: PictureView
    duration: str
    transcript_html: str


class SeriesView(TypedDict):
    """One series of an indicator: newest figure, chart, whole table, files of its data."""

    figure: FigureView
    chart: ChartView | None
    table: DetailTableView | None
    files: list[Link]


class PublicationView(StoryView):
    """`/publikasi/<tahun>/<id>/`."""

    benefit: str
    format: str
    data_text_html: str
    video: VideoView | None
    series: list[SeriesView]
    figures: list[FigureView]
    related: list[PublicationCard]


class EvidenceView(TypedDict):
    """What an answer rests on: a figure with its source, or a source alone."""

    figure: FigureView | None
    source: Link


class IssueView(StoryView):
    """`/isu/<id>/`: the verdict first, then the claim, the data, what is done."""

    verdict: str
    claim: str
    origin: str
    evidence: list[EvidenceView]
    unknown_html: str
    action_html: str
    complaints: list[Link]
    clock: list[MomentView]


class EducationView(StoryView):
    """`/edukasi/<id>/`: what to do, where, by when, with which rights."""

    topic: str
    steps: list[str]
    channels: RegisterSection | None
    rights: list[str]
    legal_basis: list[str]
    series: list[SeriesView]
