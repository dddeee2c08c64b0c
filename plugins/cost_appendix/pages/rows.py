"""Pages of single lines: every row of the ledger at its fixed place, and the newest revisions."""

from collections.abc import Iterator, Mapping, Sequence

from ..fitting import fitting_views
from ..model import LedgerRow
from ..naming import Names
from ..places import data_file, revisions_url, rows_url, unit_url, year_url
from ..review_views import reviews_view
from ..revision_views import revision_views
from ..row_views import page_link, row_view
from ..views import View
from ..words import count, shorten
from .page import TITLE, Page, Place, make_page

MOST_UNITS = 20
LONGEST_UNIT = 80
"""Units that a page of rows explains, and the characters of each."""


def row_pages(
    names: Names, places: Sequence[Place], by_page: Mapping[Place, Sequence[LedgerRow]]
) -> Iterator[Page]:
    """Yield the pages of a year's rows, each with links to the pages beside it."""
    for index, (year, number) in enumerate(places):
        rows = by_page[year, number]
        title = f"Baris biaya {year}, halaman {number}"
        above = (f"{TITLE} {year}", year_url(year, names.root_url))
        units = sorted({row.unit for row in rows})[:MOST_UNITS]
        reviews = reviews_view(names, rows)
        appendix: View = {
            "title": title,
            "up": {"text": above[0], "url": above[1]},
            "earlier": [page_link(place, names) for place in places[max(0, index - 1) : index]],
            "later": [page_link(place, names) for place in places[index + 1 : index + 2]],
            "rows": fitting_views(
                rows, lambda row, limit: row_view(row, names, limit), beside=reviews["batches"]
            ),
            "reviews": reviews,
            "units": [
                {
                    "id": shorten(unit, LONGEST_UNIT),
                    "name": shorten(names.unit(unit), LONGEST_UNIT),
                    "url": unit_url(unit, names.root_url),
                }
                for unit in units
            ],
        }
        description = f"Baris {rows[0].id} sampai {rows[-1].id} dari catatan biaya tahun {year}."
        url = rows_url(year, number, names.root_url)
        trail = ((TITLE, names.root_url), above)
        yield make_page(url, "rows", title, description, trail, appendix)


def revisions_page(names: Names) -> Page:
    """Return the page of the revisions of the budget, the newest first."""
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
    return make_page(url, "revisions", title, description, ((TITLE, names.root_url),), appendix)
