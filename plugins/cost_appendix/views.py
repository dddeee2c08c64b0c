"""Totals to plain data for the templates: one split is one table, one chart, one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .batches import Finding
from .charts import bar_chart
from .model import Amounts
from .naming import GROUP_NAMES, LONGEST_NAME, Names, name_keys
from .totals import Dimension, Group, Key, Totals, add
from .words import count, percent, rupiah

View = dict[str, Any]
"""Plain data for a template: text, lists and further views."""


@dataclass(frozen=True, slots=True)
class Split:
    """How one dimension is shown; beyond `most` rows the rest is summed in one row."""

    dimension: Dimension
    id: str
    title: str
    heading: str
    most: int = 16


YEARS = Split(Dimension.YEAR, "tahun", "Menurut tahun", "Tahun")
MONTHS = Split(Dimension.MONTH, "bulan", "Menurut bulan", "Bulan", 12)
SECTIONS = Split(Dimension.SECTION, "bagian", "Menurut {section}", "{Section}", 18)
UNITS = Split(Dimension.UNIT, "unit", "Menurut unit", "Unit")
ACCOUNTS = Split(Dimension.ACCOUNT, "akun", "Menurut akun", "Akun")
FORMATS = Split(Dimension.FORMAT, "format", "Menurut format", "Format")
RECORDS = Split(Dimension.RECORD, "publikasi", "Publikasi dengan biaya terbesar", "Publikasi", 10)

REVIEWS = Split(Dimension.REVIEW, "reviu", "Menurut hasil reviu", "Hasil reviu")

COLUMNS = ("Biaya", "Dibayar", "Dikembalikan", "Kontrak", "Rencana")
"""The cost stands first, where a narrow screen shows it."""

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
    bars = [(line.name, line.amounts.net) for line in lines]
    return {
        "id": f"menurut-{split.id}",
        "title": title,
        "heading": split.heading.format(**words),
        "columns": COLUMNS,
        "rows": [
            {"name": line.name, "url": line.url, "amounts": _amounts(line.amounts), "meaning": ""}
            for line in lines
        ],
        "total": _amounts(totals.whole),
        "chart": bar_chart(split.id, f"Biaya {title.lower()}", bars),
        "sentence": _sentence(lines, totals.whole.net),
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
        "chart": bar_chart(name, title, [line[:2] for line in lines]),
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


def stages_view(whole: Amounts, ceiling: int) -> View:
    """Return the budget and each stage with what it means; the cost stands last."""
    lines = (
        ("Pagu", ceiling, "batas menurut anggaran yang berlaku"),
        ("Direncanakan", whole.planned, "disiapkan, belum mengikat"),
        ("Dikontrak", whole.contracted, "dijanjikan kepada penyedia"),
        ("Dibayar", whole.paid, "sudah keluar"),
        ("Dikembalikan", whole.returned, "uang yang masuk kembali"),
        ("Biaya", whole.net, "dibayar dikurangi dikembalikan"),
    )
    sentence = f"Biaya {percent(whole.net, ceiling)} dari pagu. Antartahap tidak dijumlahkan."
    return lines_view("tahap", "Pagu dan tahap uang", "Tahap", lines, sentence)


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
    return [_Line(*named[key], groups[key]) for key in (*special, *plain)]


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


def _amounts(amounts: Amounts) -> list[str]:
    """Return the cells of a line, in the order of COLUMNS."""
    return [
        rupiah(amount)
        for amount in (
            amounts.net,
            amounts.paid,
            amounts.returned,
            amounts.contracted,
            amounts.planned,
        )
    ]


def _sentence(lines: list[_Line], whole: int) -> str:
    if whole <= 0:
        return "Belum ada pembayaran."
    largest = max(lines, key=lambda line: line.amounts.net)
    amount, share = rupiah(largest.amounts.net), percent(largest.amounts.net, whole)
    return f"Terbesar: {largest.name}, {amount} atau {share} dari seluruh biaya."
