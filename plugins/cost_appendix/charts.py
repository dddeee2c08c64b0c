"""Names and amounts to the geometry of a horizontal bar chart, plain data for the template.

One bar a row, its name and amount as text above it, so that it reads on a narrow screen.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypedDict

from .words import shorten

WIDTH = 360
ROW_HEIGHT = 40
BAR_OFFSET, BAR_HEIGHT = 18, 14
MOST_BARS = 12
TEXT_LENGTH = 42
"""Characters of a name and an amount, which wide letters leave apart too."""

KINDS = {"biaya": 0, "kontrak": 0, "rencana": 4}
"""The parts of a bar from the left, and by how much each is thinner above and below.

The less certain the money, the lighter its part, whatever its colour: full, outlined, thin; what
is left up to the limit is a line, `pagu`.
"""

KEY = ("biaya", "terikat kontrak", "direncanakan", "sisa pagu")
KEY_WIDTH, KEY_HEIGHT, KEY_BAR = 180, 20, 24
"""Words of the parts and of the line, two a row; room for one, and for the example before it."""


class Label(TypedDict):
    """The texts above a bar, or a word of the key."""

    name: str
    amount: str
    x: int
    y: int


class Chart(TypedDict):
    """A chart of bars with its words, in units of the drawing; `shapes` are paths by kind."""

    id: str
    title: str
    description: str
    width: int
    height: int
    labels: list[Label]
    shapes: dict[str, str]


class Bar(NamedTuple):
    """Name, what stands at the end of its line, rupiah of its parts.

    `limit` is the ceiling to which the parts are held, None where there is none; `told` is what
    the description says, where that is more than the amount.
    """

    name: str
    amount: str
    parts: tuple[int, ...]
    limit: int | None = None
    told: str = ""

    @property
    def most(self) -> int:
        """How far the bar reaches, in rupiah."""
        return max(sum(self.parts), self.limit or 0)


def bar_chart(chart_id: str, title: str, bars: Sequence[Bar]) -> Chart | None:
    """Return the chart of the first twelve bars above 0; None where there is none.

    Lengths are whole units of the drawing, from 0; the longest bar takes the whole width.
    """
    shown = [bar for bar in bars if bar.most > 0][:MOST_BARS]
    if not shown:
        return None
    longest = max(bar.most for bar in shown)
    height = ROW_HEIGHT * len(shown)
    key = KEY if shown[0].limit is not None else ()
    labels: list[Label] = []
    paths: list[tuple[str, str]] = []
    for bar, top in zip(shown, range(BAR_OFFSET, height, ROW_HEIGHT), strict=True):
        name = shorten(bar.name, TEXT_LENGTH - len(bar.amount))
        labels.append({"name": name, "amount": bar.amount, "x": 0, "y": top - 5})
        *ends, limit = (
            amount * WIDTH // longest for amount in (*accumulate((0, *bar.parts)), bar.limit or 0)
        )
        paths += _paths(ends, limit if key else None, top)
    for place, word in enumerate(key):
        left, top = KEY_WIDTH * (place % 2), height + 8 + KEY_HEIGHT * (place // 2)
        right = left + KEY_BAR
        labels.append({"name": word, "amount": "", "x": right + 8, "y": top + BAR_HEIGHT - 2})
        ends = [*[left] * (place + 1), right][: len(KEY)]
        paths += _paths(ends, right if word == KEY[-1] else None, top)
    shapes = {
        kind: "".join(path for found, path in paths if found == kind) for kind in (*KINDS, "pagu")
    }
    return {
        "id": f"grafik-{chart_id}",
        "title": title,
        "description": "; ".join(f"{bar.name} {bar.told or bar.amount}" for bar in shown),
        "width": WIDTH,
        "height": height + (2 * KEY_HEIGHT + 8 if key else 0),
        "labels": labels,
        "shapes": {kind: path for kind, path in shapes.items() if path},
    }


def _paths(ends: Sequence[int], limit: int | None, top: int) -> Iterator[tuple[str, str]]:
    """Yield kind and path of each part, and of the line to the limit, which may lie before."""
    for (left, right), (kind, thinner) in zip(pairwise(ends), KINDS.items(), strict=False):
        if right > left:
            yield kind, f"M{left} {top + thinner}H{right}v{BAR_HEIGHT - 2 * thinner}H{left}z"
    if limit is not None:
        middle, mark = top + BAR_HEIGHT // 2, f"M{limit} {top - 2}v{BAR_HEIGHT + 4}"
        yield "pagu", f"M{min(ends[-1], limit)} {middle}H{limit}{mark}"
