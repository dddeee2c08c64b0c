"""Ledger and records to the pages of the appendix: path, template and plain data for each.

The host renders and writes them; here nothing is rendered and nothing is written.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from .fitting import fitting_views
from .model import BudgetLine, Ledger, LedgerRow, Record
from .naming import Names, name_keys
from .places import (
    ROOT_URL,
    data_file,
    embed_url,
    page_of,
    revisions_url,
    rows_url,
    unit_url,
    year_url,
)
from .revision_views import revision_views
from .row_views import page_link, row_line, row_view
from .totals import Dimension, Totals, total
from .views import SPLITS, View, attention_view, split_view, stages_view
from .words import count, rupiah

TITLE = "Biaya publikasi"
NEWEST = 10
"""Rows that the page of a year, an account or a unit lists."""

MOST_UNITS = 20
"""Units that a page of rows explains."""

Item = TypeVar("Item")
Value = TypeVar("Value", bound=Hashable)
Place = tuple[int, int]
"""Year and number of a page of rows."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render.

    `path` is the file below the output folder and `url` its address, both without leading slash.
    `trail` leads from the appendix's first page to the page above this one: (title, url) each.
    `view` has the single key `appendix`, so that it disturbs nothing in the host's context.
    """

    path: str
    url: str
    template: str
    title: str
    description: str
    trail: tuple[tuple[str, str], ...]
    view: View


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the ledger that has a page for each of its values.

    `attribute` belongs to rows and budget lines alike; `title` takes the name of the value.
    """

    dimension: Dimension
    attribute: str
    title: str
    lead: str


PARTS = (
    Part(Dimension.YEAR, "year", TITLE + " {}", "Biaya tahun ini"),
    Part(Dimension.ACCOUNT, "account", "Biaya akun {}", "Biaya akun ini"),
    Part(Dimension.UNIT, "unit", "Biaya unit {}", "Biaya unit ini"),
)


def appendix_pages(
    ledger: Ledger,
    records: Mapping[str, Record],
    root_url: str = ROOT_URL,
    *,
    unit_names: Mapping[str, str] | None = None,
    section_word: str = "bagian",
) -> list[Page]:
    """Return every page: overview, its charts, revisions, each year, account, unit, and the rows.

    `root_url` ends with a slash. `unit_names` maps unit ids to names; a unit without one is shown
    by its id. `section_word` is the host's Indonesian word for a section, such as `layanan`.
    """
    names = Names(ledger, records, unit_names or {}, section_word, root_url)
    by_page = grouped(ledger.rows, lambda row: (row.year, page_of(row)))
    numbers = grouped(sorted(by_page), lambda place: place[0])
    parts = (page for part in PARTS for page in _parts(names, part, numbers))
    rows = (page for places in numbers.values() for page in _rows(names, places, by_page))
    return [*_overview(names), _revisions(names), *parts, *rows]


def grouped(items: Iterable[Item], key: Callable[[Item], Value]) -> dict[Value, list[Item]]:
    """Return key -> its items, both in the order in which they come."""
    groups: dict[Value, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _overview(names: Names) -> Iterator[Page]:
    """Yield the first page and, for other sites to embed, a bare page for each of its charts."""
    totals = total(names.ledger, names.records)
    appendix = _summary(names, totals, names.ledger.budget.values())
    appendix |= {"title": TITLE, "up": None, "revisions_url": revisions_url(names.root_url)}
    for split in appendix["splits"]:
        if split["chart"] is not None:
            split["embed"] = embed_url(split["id"].removeprefix("menurut-"), names.root_url)
    yield _page(names.root_url, "overview", TITLE, _description(totals), (), appendix)
    for split in appendix["splits"]:
        if split["embed"]:
            view = {
                "title": split["chart"]["title"],
                "up": {"text": TITLE, "url": f"{names.root_url}#{split['id']}"},
                "part": split | {"embed": ""},
                "row_count": appendix["row_count"],
                "data_url": data_file("biaya"),
            }
            trail = ((TITLE, names.root_url),)
            yield _page(split["embed"], "embed", view["title"], split["sentence"], trail, view)


def _revisions(names: Names) -> Page:
    title = "Revisi anggaran publikasi"
    lines = len(names.ledger.revisions)
    views = revision_views(names)
    appendix: View = {
        "title": title,
        "up": {"text": TITLE, "url": names.root_url},
        "lines": views,
        "line_count": count(lines),
        "is_cut": len(views) < lines,
        "data_url": data_file("revisi"),
        "budget_url": data_file("anggaran"),
    }
    description = f"{count(lines)} perubahan pagu: semula, menjadi, kewenangan, dan alasannya."
    url = revisions_url(names.root_url)
    return _page(url, "revisions", title, description, ((TITLE, names.root_url),), appendix)


def _parts(names: Names, part: Part, pages: Mapping[int, Sequence[Place]]) -> Iterator[Page]:
    """Yield the page of each year, account or unit that has rows and can have an address."""
    key = attrgetter(part.attribute)
    lines = grouped(names.ledger.budget.values(), key)
    for value, rows in sorted(grouped(names.ledger.rows, key).items()):
        name, url = name_keys(names, part.dimension, [str(value)])[str(value)]
        if not url:
            continue
        totals = total(names.ledger, names.records, rows)
        title = part.title.format(name)
        appendix = _summary(names, totals, lines.get(value, ()), part.dimension)
        appendix |= {
            "title": title,
            "lead": part.lead,
            "up": {"text": TITLE, "url": names.root_url},
            "pages": [page_link(place, names) for place in ends(pages.get(value, ()))],
            "newest": [row_line(row, names) for row in rows[: -NEWEST - 1 : -1]],
        }
        trail = ((TITLE, names.root_url),)
        yield _page(url, "year", title, _description(totals), trail, appendix)


def ends(items: Sequence[Item]) -> Sequence[Item]:
    """Return the first and the last item, or those that there are."""
    return items if len(items) < 2 else (items[0], items[-1])


def _rows(
    names: Names, places: Sequence[Place], by_page: Mapping[Place, Sequence[LedgerRow]]
) -> Iterator[Page]:
    """Yield the pages of a year's rows, each with links to the pages beside it."""
    for index, (year, number) in enumerate(places):
        rows = by_page[year, number]
        title = f"Baris biaya {year}, halaman {number}"
        above = (f"{TITLE} {year}", year_url(year, names.root_url))
        units = sorted({row.unit for row in rows})[:MOST_UNITS]
        appendix: View = {
            "title": title,
            "up": {"text": above[0], "url": above[1]},
            "earlier": [page_link(place, names) for place in places[max(0, index - 1) : index]],
            "later": [page_link(place, names) for place in places[index + 1 : index + 2]],
            "rows": fitting_views(rows, lambda row, limit: row_view(row, names, limit)),
            "units": [
                {"id": unit, "name": names.unit(unit), "url": unit_url(unit, names.root_url)}
                for unit in units
            ],
        }
        description = f"Baris {rows[0].id} sampai {rows[-1].id} dari catatan biaya tahun {year}."
        url = rows_url(year, number, names.root_url)
        trail = ((TITLE, names.root_url), above)
        yield _page(url, "rows", title, description, trail, appendix)


def _summary(
    names: Names,
    totals: Totals,
    budget: Iterable[BudgetLine],
    without: Dimension | None = None,
) -> View:
    """Return what the overview and the page of a part show; a part is not split by itself."""
    ceilings = names.ledger.ceilings
    return {
        "row_count": count(totals.rows),
        "is_empty": totals.rows == 0,
        "net": rupiah(totals.whole.net),
        "attention": attention_view(totals),
        "stages": stages_view(
            totals.whole, sum(ceilings[line.year, line.id] or 0 for line in budget)
        ),
        "splits": [
            split_view(totals, split, names) for split in SPLITS if split.dimension is not without
        ],
        "data_url": data_file("biaya"),
    }


def _description(totals: Totals) -> str:
    if not totals.rows:
        return "Belum ada biaya publikasi yang dicatat."
    amount, rows = rupiah(totals.whole.net), count(totals.rows)
    return f"Biaya publikasi {amount} dalam {rows} baris catatan: menurut unit, akun, dan bulan."


def _page(
    url: str,
    template: str,
    title: str,
    description: str,
    trail: tuple[tuple[str, str], ...],
    appendix: View,
) -> Page:
    name = f"cost_appendix/{template}.html"
    return Page(f"{url}index.html", url, name, title, description, trail, {"appendix": appendix})
