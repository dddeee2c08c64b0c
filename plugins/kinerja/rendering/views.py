"""The shape of every view: what a template may reach, and nothing else.

A template sees three names: `site`, `head` and `page`. All values are plain data, formatted for
the reader; HTML is named `..._html` and is safe. Addresses begin with `/` unless said otherwise.
"""

from typing import TypedDict


class Link(TypedDict):
    """A text that leads somewhere; `url` may be '' where the target is not public."""

    title: str
    url: str


class FeedLink(TypedDict):
    """A feed in one format, absolute address; `type` is its media type."""

    title: str
    type: str
    url: str


class SiteView(TypedDict):
    """The same on every page of one build."""

    name: str
    tagline: str
    ministry: str
    url: str
    language: str
    notice: str
    stylesheet: str
    menu: list[Link]
    footer: list[Link]


class HeadView(TypedDict):
    """What the page says about itself; `section` is the address of its menu entry."""

    title: str
    description: str
    canonical: str
    section: str
    trail: list[Link]
    feeds: list[FeedLink]
    image: str
    image_alt: str
    type: str
    json_ld: str
    robots: str


class HeadChanges(TypedDict, total=False):
    """What a page may say differently about itself."""

    image: str
    image_alt: str
    type: str
    json_ld: str
    robots: str


class PointView(TypedDict):
    """One point of a line, with its label; `x` and `y` in units of the drawing."""

    x: float
    y: float
    label: str
    value: str


class Tick(TypedDict):
    """A mark on an axis."""

    at: float
    label: str


class ChartView(TypedDict):
    """A line chart with its words. All numbers are positions inside `width` x `height`.

    `lines` are runs of points: a missing value or a series break ends a run. `targets` are
    points with a published target. `breaks` are positions of vertical lines.
    """

    id: str
    title: str
    description: str
    width: int
    height: int
    plot: tuple[float, float, float, float]
    lines: list[list[PointView]]
    paths: list[str]
    targets: list[PointView]
    gaps: list[PointView]
    breaks: list[Tick]
    x_ticks: list[Tick]
    y_ticks: list[Tick]


class SparkView(TypedDict):
    """A sparkline: path, last point, and its size; `description` says it in words."""

    width: int
    height: int
    path: str
    x: float
    y: float
    description: str


class StatusView(TypedDict):
    """How a figure stands to its target: a word for the reader, a key for the style.

    `key` is met, not-met, not-reported, not-measured or no-target.
    """

    key: str
    word: str
    detail: str


class FigureView(TypedDict):
    """One figure as the hero of its place: '88,46' of 'indeks', for a period, with its source."""

    label: str
    value: str
    unit: str
    period: str
    trend: str
    status: StatusView
    source: str
    url: str
    spark: SparkView | None


class CostView(TypedDict):
    """What a publication cost, as one text and its parts; `url` leads to the rows, or ''."""

    text: str
    detail: str
    review: str
    rows: list[Link]


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


class CountView(TypedDict):
    """How many figures have an outcome; all shown in the same type size."""

    key: str
    number: str
    word: str
    url: str


class HomeView(TypedDict):
    """`/`: what the services achieved, at what price, and what is new."""

    lead: str
    counts: list[CountView]
    services: list[ServiceCard]
    archives: list[ServiceCard]
    publications: list[PublicationCard]
    paid: str
    paid_detail: str


class PagerView(TypedDict):
    """Neighbours of a list page; both may be absent."""

    earlier: Link | None
    later: Link | None


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
    approval: "ApprovalView"


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


class ApprovalView(TypedDict):
    """Which bytes were approved, when, and how that is said."""

    text: str
    digest: str
    date: str


class CorrectionView(TypedDict):
    """What was wrong and what is right."""

    severity: str
    before: str
    after: str
    reason: str


class BlockView(TypedDict):
    """A piece of a text in its order: HTML, or a chart, or the table of a chart."""

    html: str
    chart: ChartView | None
    table: "DetailTableView | None"


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


class RowView(TypedDict):
    """One row of an indicator's table; `id` is its fixed anchor."""

    id: str
    period: str
    value: str
    target: str
    status: StatusView
    word: str
    source: Link
    note: str


class DetailTableView(TypedDict):
    """Rows of one detail of an indicator; `title` '' for the whole."""

    id: str
    title: str
    rows: list[RowView]
    has_targets: bool


class IndicatorCard(TypedDict):
    """An indicator in a list."""

    name: str
    url: str
    unit: str
    figure: FigureView | None


class IndicatorListView(TypedDict):
    """`/capaian/`: all indicators by section, with counts."""

    title: str
    intro: str
    counts: list[CountView]
    groups: list["IndicatorGroup"]


class IndicatorGroup(TypedDict):
    """Indicators of one service."""

    title: str
    url: str
    items: list[IndicatorCard]


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


class UnitCard(TypedDict):
    """A unit in a list; `note` says that it was closed and who follows."""

    name: str
    url: str
    type: str
    note: str
    publications: str


class UnitListView(TypedDict):
    """`/unit/`."""

    title: str
    intro: str
    units: list[UnitCard]
    closed: list[UnitCard]


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


class FeedView(TypedDict):
    """A feed in the list for people."""

    title: str
    purpose: str
    page: str
    count: str
    last: str
    links: list[Link]


class FeedListView(TypedDict):
    """`/umpan/`."""

    title: str
    intro: str
    feeds: list[FeedView]


class PlainView(TypedDict):
    """A plain page."""

    title: str
    summary: str
    body_html: str
    updated: str
    unit: Link
    approval: ApprovalView


class NoticeView(TypedDict):
    """`/404.html` and other pages that only say something."""

    title: str
    text: str
    links: list[Link]
