"""How cost is spread over publications: quartiles, and how many have none; for the first page."""

from collections import Counter
from collections.abc import Sequence
from statistics import quantiles

from .model import Record
from .naming import Names
from .totals import Dimension, Totals
from .views import View, lines_view
from .words import count

NOT_APPLICABLE = "tidak-berlaku"
WITHOUT = {
    "": "baru rencana, kontrak, atau uangnya sudah kembali",
    "nol": "tanpa belanja tambahan",
    "belum": "belum dicatat",
}
"""What a publication without cost is, '' where rows name it all the same, and its words."""


def spread_view(totals: Totals, names: Names) -> View:
    """Return least, quartiles and most of the cost of a public publication, and what has none.

    Quartiles are those that spreadsheets call MEDIAN and QUARTILE, rounded to the rupiah: between
    two publications they lie on the straight line.
    """
    costs = {key: amounts.net for key, amounts in totals.by[Dimension.RECORD].items()}
    public = [record for record in names.records.values() if record.public]
    paid = sorted(cost for record in public if (cost := costs.get(record.id, 0)) > 0)
    without = Counter(
        WITHOUT["" if record.id in costs else _declared(record)]
        for record in public
        if costs.get(record.id, 0) <= 0
        and (record.id in costs or record.declared != NOT_APPLICABLE)
    )
    none = [f"{count(without[words])} {words}" for words in WITHOUT.values() if without[words]]
    sentence = f"{'; '.join([f'{count(len(paid))} publikasi punya biaya', *none])}."
    return lines_view("sebaran", "Biaya per publikasi", "Ukuran", _lines(paid), sentence)


def _declared(record: Record) -> str:
    return record.declared if record.declared in WITHOUT else "belum"


def _lines(paid: Sequence[int]) -> list[tuple[str, int, str]]:
    """Return name, rupiah and meaning of each measure of costs that rise; none of no costs."""
    if not paid:
        return []
    cuts = quantiles(paid, n=4, method="inclusive") if len(paid) > 1 else [paid[0]] * 3
    low, median, high = (int(cut + 0.5) for cut in cuts)
    return [
        ("Termurah", paid[0], "publikasi dengan biaya terkecil"),
        ("Kuartil bawah", low, "seperempat publikasi biayanya paling banyak sekian"),
        ("Median", median, "separuh publikasi biayanya paling banyak sekian"),
        ("Kuartil atas", high, "tiga perempat publikasi biayanya paling banyak sekian"),
        ("Termahal", paid[-1], "publikasi dengan biaya terbesar"),
    ]
