"""Names and amounts to the geometry of a horizontal bar chart, plain data for the template.

One bar a row, its name and amount as text above it, so that it reads on a narrow screen.
"""

from collections.abc import Sequence

from .words import rupiah, shorten

WIDTH = 360
ROW_HEIGHT = 40
BAR_OFFSET = 18
MOST_BARS = 12
LONGEST_NAME = 34

Chart = dict[str, object]


def bar_chart(chart_id: str, title: str, bars: Sequence[tuple[str, int]]) -> Chart | None:
    """Return the chart of the first twelve (name, rupiah) above 0; None where there is none.

    Lengths are whole units of the drawing, from 0; the longest bar takes the whole width.
    """
    shown = [(name, amount) for name, amount in bars if amount > 0][:MOST_BARS]
    if not shown:
        return None
    longest = max(amount for _name, amount in shown)
    described = "; ".join(f"{name} {rupiah(amount)}" for name, amount in shown)
    return {
        "id": f"grafik-{chart_id}",
        "title": title,
        "description": described,
        "width": WIDTH,
        "height": ROW_HEIGHT * len(shown),
        "bars": [
            {
                "name": shorten(name, LONGEST_NAME),
                "amount": rupiah(amount),
                "text_y": ROW_HEIGHT * place + BAR_OFFSET - 5,
                "bar_y": ROW_HEIGHT * place + BAR_OFFSET,
                "width": amount * WIDTH // longest,
            }
            for place, (name, amount) in enumerate(shown)
        ],
    }
