"""Views: figures, charts and tables."""

from typing import TypedDict

from .page import Link


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
    points with a published target, both ends of a range; `target_paths` join them. `breaks` are
    positions of vertical lines.
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
    target_paths: list[str]
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


class BarView(TypedDict):
    """A value as a bar against the ends of its target, in units of the drawing."""

    width: int
    height: int
    length: float
    targets: list[float]
    description: str


class StatusView(TypedDict):
    """How a figure stands to its target: a word for the reader, a key for the style.

    `key` is met, not-met, not-reported, not-measured or no-target.
    """

    key: str
    word: str
    detail: str


class FigureView(TypedDict):
    """One figure as the hero of its place: '88,46' of 'indeks', for a period, with its source.

    `category` is what a scale makes of the number, or ''.
    """

    label: str
    value: str
    unit: str
    period: str
    trend: str
    category: str
    status: StatusView
    source: str
    url: str
    spark: SparkView | None
    bar: BarView | None


class CountView(TypedDict):
    """How many figures have an outcome; all shown in the same type size."""

    key: str
    number: str
    word: str
    url: str


class RowView(TypedDict):
    """One row of an indicator's table; `id` is its fixed anchor, `other` a source that differs.

    `first_target` is the target before it was changed, `released` the day of the figure, or ''.
    """

    id: str
    period: str
    value: str
    category: str
    target: str
    first_target: str
    status: StatusView
    word: str
    source: Link
    released: str
    other: Link
    note: str


class DetailTableView(TypedDict):
    """Rows of one detail of an indicator; `measure` is '' for categories."""

    id: str
    title: str
    measure: str
    rows: list[RowView]
    has_targets: bool


class BlockView(TypedDict):
    """A piece of a text in its order: HTML, or a chart, or the table of a chart."""

    html: str
    chart: ChartView | None
    table: DetailTableView | None
