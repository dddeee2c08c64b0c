"""Ledger and records to the pages of the appendix: path, template and plain data for each.

The host renders and writes them; here nothing is rendered and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .model import Ledger, LedgerRow, Record
from .naming import Names
from .places import LEDGER_FILE, ROOT_URL, rows_url, year_url
from .row_views import page_link, row_view, rows_by_page
from .totals import Totals, total
from .views import (
    OVERVIEW_SPLITS,
    YEAR_SPLITS,
    Split,
    View,
    attention_view,
    split_view,
    stages_view,
)
from .words import count, rupiah

TITLE = "Biaya publikasi"


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


def appendix_pages(
    ledger: Ledger,
    records: Mapping[str, Record],
    root_url: str = ROOT_URL,
    *,
    unit_names: Mapping[str, str] | None = None,
    section_word: str = "bagian",
) -> list[Page]:
    """Return every page of the appendix: the overview, each year, and the rows, oldest first.

    `root_url` ends with a slash. `unit_names` maps unit ids to names; a unit without one is shown
    by its id. `section_word` is the host's Indonesian word for a section, such as `layanan`.
    """
    names = Names(ledger, records, unit_names or {}, section_word, root_url)
    by_page = rows_by_page(ledger.rows)
    pages = [_overview(names)]
    for year in ledger.years:
        numbers = sorted(page for of_year, page in by_page if of_year == year)
        pages.append(_year(names, year, numbers))
        pages.extend(
            _rows(names, year, numbers, place, by_page[year, page])
            for place, page in enumerate(numbers)
        )
    return pages


def _overview(names: Names) -> Page:
    totals = total(names.ledger, names.records)
    appendix = _summary(names, totals, OVERVIEW_SPLITS) | {"title": TITLE, "up": None}
    return _page(names.root_url, "overview", TITLE, _description(totals), (), appendix)


def _year(names: Names, year: int, numbers: list[int]) -> Page:
    totals = total(names.ledger, names.records, year)
    title = f"{TITLE} {year}"
    appendix = _summary(names, totals, YEAR_SPLITS) | {
        "title": title,
        "up": {"text": TITLE, "url": names.root_url},
        "first": page_link(year, numbers[0], names),
        "last": page_link(year, numbers[-1], names),
    }
    url = year_url(year, names.root_url)
    trail = ((TITLE, names.root_url),)
    return _page(url, "year", title, _description(totals), trail, appendix)


def _rows(names: Names, year: int, numbers: list[int], place: int, rows: list[LedgerRow]) -> Page:
    """Return a page of rows with links to the pages beside it."""
    page = numbers[place]
    title = f"Baris biaya {year}, halaman {page}"
    above = (f"{TITLE} {year}", year_url(year, names.root_url))
    earlier, later = numbers[:place][-1:], numbers[place + 1 : place + 2]
    appendix: View = {
        "title": title,
        "up": {"text": above[0], "url": above[1]},
        "earlier": [page_link(year, number, names) for number in earlier],
        "later": [page_link(year, number, names) for number in later],
        "rows": [row_view(row, names) for row in rows],
    }
    description = f"Baris {rows[0].id} sampai {rows[-1].id} dari catatan biaya publikasi {year}."
    url = rows_url(year, page, names.root_url)
    return _page(url, "rows", title, description, ((TITLE, names.root_url), above), appendix)


def _summary(names: Names, totals: Totals, splits: tuple[Split, ...]) -> View:
    return {
        "row_count": count(totals.rows),
        "is_empty": totals.rows == 0,
        "net": rupiah(totals.whole.net),
        "attention": attention_view(totals),
        "stages": stages_view(totals.whole),
        "splits": [split_view(totals, split, names) for split in splits],
        "data_url": LEDGER_FILE,
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
