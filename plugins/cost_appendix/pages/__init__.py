"""Ledger and records to the pages of the appendix: path, template and plain data for each.

The host renders and writes them; here nothing is rendered and nothing is written.
"""

from collections.abc import Mapping, Sequence

from ..budget import reached
from ..model import Ledger, Record
from ..naming import Names
from ..places import ROOT_URL
from .page import Page, grouped, place_of
from .rows import revisions_page, row_pages
from .sums import PARTS, overview_pages, part_pages

__all__ = ["Page", "appendix_pages"]


def appendix_pages(
    ledger: Ledger,
    records: Mapping[str, Record],
    root_url: str = ROOT_URL,
    *,
    unit_names: Mapping[str, str] | None = None,
    section_word: str = "bagian",
    site_url: str = "",
    signature: Sequence[str] = (),
) -> list[Page]:
    """Return every page: overview, its charts, revisions, each year, account, unit, and the rows.

    `root_url` ends with a slash. `unit_names` maps unit ids to names; a unit without one is shown
    by its id. `section_word` is the host's Indonesian word for a section, such as `layanan`.
    `site_url` has scheme and host, for what other sites embed; `signature` is what pictures of
    charts say below their source.
    """
    names = Names(ledger, records, unit_names or {}, section_word, root_url)
    by_page = grouped(ledger.rows, place_of)
    numbers = grouped(sorted(by_page), lambda place: place[0])
    budget = reached(ledger)
    parts = (page for part in PARTS for page in part_pages(names, budget, part, numbers))
    rows = (page for places in numbers.values() for page in row_pages(names, places, by_page))
    return [
        *overview_pages(names, budget, site_url, signature),
        revisions_page(names),
        *parts,
        *rows,
    ]
