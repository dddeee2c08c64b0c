"""Totals to plain data for the templates: one split is one table, one chart, one sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from .batches import Finding
from .charts import Bar, bar_chart
from .model import Amounts
from .naming import GROUP_NAMES, LONGEST_NAME, Names, name_keys
from .totals import Dimension, Group, Key, Totals, add
from .words import count, percent, rupiah

View = dict[str, Any]
"""Plain data for a template: text, lists and further views."""


Columns = Mapping[str, Callable[[Amounts], int]]
"""Head of a column -> what stands in it."""

COSTS: Columns = {
    "Biaya": attrgetter("net"),
    "Dibayar": attrgetter("paid"),
    "Dikembalikan": attrgetter("returned"),
    "Kontrak": attrgetter("contracted"),
    "Rencana": attrgetter("planned"),
}
"""The cost stands first, where a narrow screen shows it."""

CEILINGS: Columns = {
    "Pagu": attrgetter("ceiling"),
    "Biaya": attrgetter("net"),
    "Terikat kontrak": attrgetter("contracted"),
    "Direncanakan": attrgetter("planned"),
    "Sisa": attrgetter("left"),
}
"""Each rupiah once: the last four sum to the ceiling."""


@dataclass(frozen=True, slots=True)
class Split:
    """How one dimension is shown; beyond `most` rows the rest is summed in one row."""

    dimension: Dimension
    id: str
    title: str
    heading: str
    most: int = 16
    columns: Columns = field(default_factory=lambda: COSTS)


YEARS = Split(Dimension.YEAR, "tahun", "Menurut tahun", "Tahun")
MONTHS = Split(Dimension.MONTH, "bulan", "Menurut bulan", "Bulan", 12)
SECTIONS = Split(Dimension.SECTION, "bagian", "Menurut {section}", "{Section}", 18)
UNITS = Split(Dimension.UNIT, "unit", "Menurut unit", "Unit")
ACCOUNTS = Split(Dimension.ACCOUNT, "akun", "Menurut akun", "Akun")
FORMATS = Split(Dimension.FORMAT, "format", "Menurut format", "Format")
RECORDS = Split(Dimension.RECORD, "publikasi", "Publikasi dengan biaya terbesar", "Publikasi", 10)

REVIEWS = Split(Dimension.REVIEW, "reviu", "Menurut hasil reviu", "Hasil reviu")

CEILINGS_BY = {
    dimension: Split(dimension, "pagu", "Pagu dan pemakaiannya", heading, columns=CEILINGS)
    for dimension, heading in ((Dimension.YEAR, "Tahun"), (Dimension.UNIT, "Unit"))
}

SPLITS = (YEARS, REVIEWS, SECTIONS, UNITS, ACCOUNTS, FORMATS, MONTHS, RECORDS)
IN_TIME = (Dimension.YEAR, Dimension.MONTH)


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    url: str
    amounts: Amounts


def split_view(totals: Totals, split: Split, names: Names, limit: int = LONGEST_NAME) -> View:
    """Return table, chart and sentence of one dimension; the rows sum to the whole.

    A name has at most `limit` characters.
    """
    lines = _folded(_lines(totals, split, names, limit), split)
    words = {"section": names.section_word, "Section": names.section_word.capitalize()}
    title = split.title.format(**words)

    def cells(amounts: Amounts) -> list[str]:
        return [rupiah(column(amounts)) for column in split.columns.values()]

    is_held = split.columns is CEILINGS
    drawn = f"{title} menurut {split.heading.lower()}" if is_held else f"Biaya {title.lower()}"
    said = _ceiling_sentence(totals.whole) if is_held else _sentence(lines, totals.whole.net)
    return {
        "id": f"menurut-{split.id}",
        "title": title,
        "heading": split.heading.format(**words),
        "columns": tuple(split.columns),
        "rows": [
            {"name": line.name, "url": line.url, "amounts": cells(line.amounts), "meaning": ""}
            for line in lines
        ],
        "total": cells(totals.whole),
        "chart": bar_chart(split.id, drawn, [_bar(line, split.columns) for line in lines]),
        "sentence": said,
        "embed": "",
        "snippet": "",
    }


def lines_view(
    name: str, title: str, heading: str, lines: Sequence[tuple[str, int, str]], sentence: str
) -> View:
    """Return table, chart and sentence of amounts that are not summed: name, rupiah, meaning."""
    return {
        "id": f"menurut-{name}",
        "title": title,
        "heading": heading,
        "columns": ("Jumlah",),
        "rows": [
            {"name": line, "url": "", "amounts": [rupiah(amount)], "meaning": meaning}
            for line, amount, meaning in lines
        ],
        "total": [],
        "chart": bar_chart(name, title, [Bar(line, rupiah(n), (n,)) for line, n, _ in lines]),
        "sentence": sentence,
        "embed": "",
        "snippet": "",
    }


def attention_view(totals: Totals) -> list[View]:
    """Return what the public should see first: money unreviewed, not right, or of no publication.

    Money that the inspectorate found not right is left out where there is none.
    """
    whole = totals.whole.net
    reviews, records = totals.by[Dimension.REVIEW], totals.by[Dimension.RECORD]
    found = [
        ("Belum direviu Itjen", reviews.get(Group.UNREVIEWED, Amounts()).net),
        ("Belum sesuai menurut Itjen", reviews.get(Finding.DISAGREES, Amounts()).net),
        (GROUP_NAMES[Group.UNALLOCATED], records.get(Group.UNALLOCATED, Amounts()).net),
    ]
    return [
        {"name": name, "amount": rupiah(amount), "share": percent(amount, whole)}
        for name, amount in found
        if amount or name != "Belum sesuai menurut Itjen"
    ]


def _lines(totals: Totals, split: Split, names: Names, limit: int) -> list[_Line]:
    """Return the groups of a dimension: hidden money first, then by time or by size."""
    groups = totals.by[split.dimension]
    named = name_keys(names, split.dimension, list(groups), limit)
    special: list[Key] = [key for key in Group if key in groups]
    plain = [key for key in groups if isinstance(key, str)]
    if split.dimension in IN_TIME:
        plain.sort()
    else:
        plain.sort(key=lambda key: (-groups[key].net, named[key][0], key))
    idle = {key for key, found in groups.items() if found.left == found.ceiling and not found.paid}
    return [
        _Line(named[key][0], "" if key in idle else named[key][1], groups[key])
        for key in (*special, *plain)
    ]


def _folded(lines: list[_Line], split: Split) -> list[_Line]:
    """Keep `most` lines and sum the rest: of times the oldest, otherwise the smallest."""
    if len(lines) <= split.most:
        return lines
    if split.dimension in IN_TIME:
        early, late = lines[: -split.most], lines[-split.most :]
        return [_rest("Sebelumnya", early), *late]
    return [*lines[: split.most], _rest("Lainnya", lines[split.most :])]


def _rest(word: str, lines: list[_Line]) -> _Line:
    return _Line(f"{word} ({count(len(lines))})", "", add(line.amounts for line in lines))


def _bar(line: _Line, columns: Columns) -> Bar:
    """Return the bar of a line: its cost, or its ceiling with all that stands below it."""
    amounts = line.amounts
    if columns is not CEILINGS:
        return Bar(line.name, rupiah(amounts.net), (amounts.net,))
    told = [f"{word.lower()} {rupiah(of(amounts))}" for word, of in columns.items()]
    parts = amounts.net, amounts.contracted, amounts.planned
    paid = f"{percent(amounts.net, amounts.ceiling)} dibayar"
    return Bar(line.name, paid, parts, amounts.ceiling, ", ".join(told))


def _sentence(lines: list[_Line], whole: int) -> str:
    if whole <= 0:
        return "Belum ada pembayaran."
    largest = max(lines, key=lambda line: line.amounts.net)
    amount, share = rupiah(largest.amounts.net), percent(largest.amounts.net, whole)
    return f"Terbesar: {largest.name}, {amount} atau {share} dari seluruh biaya."


def _ceiling_sentence(whole: Amounts) -> str:
    """Return which parts of the ceiling are spent, promised and planned, and what is left."""
    if not whole.ceiling:
        return "Belum ada pagu."
    parts = whole.net, whole.contracted, whole.planned
    paid, bound, meant = (percent(part, whole.ceiling) for part in parts)
    over = f"{rupiah(-whole.left)} di atas pagu"
    left = f"sisa {rupiah(whole.left)}" if whole.left >= 0 else over
    return (
        f"Dari pagu {rupiah(whole.ceiling)}, {paid} sudah menjadi biaya, {bound} terikat kontrak, "
        f"dan {meant} direncanakan: {left}."
    )
