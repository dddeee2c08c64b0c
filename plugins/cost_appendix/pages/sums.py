"""Pages of sums: the overview, each of its charts to embed, and every year, account and unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from operator import attrgetter

from ..budget import Reached, ceiling_totals
from ..fitting import SPLIT_BYTES, fitting_views
from ..naming import Names, name_keys
from ..places import PACKAGE_FILE, data_file, embed_url, revisions_url
from ..review_views import reviews_view
from ..row_views import page_link, row_line
from ..spread import spread_view
from ..totals import Dimension, Totals, total
from ..views import CEILINGS_BY, SPLITS, View, attention_view, split_view
from ..words import count, rupiah
from .page import TITLE, Item, Page, Place, grouped, make_page

NEWEST = 10
"""Rows that the page of a year, an account or a unit lists."""


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


def overview_pages(
    names: Names, budget: Reached, site_url: str, signature: Sequence[str]
) -> Iterator[Page]:
    """Yield the first page and, for other sites, each of its charts as a bare page and a picture.

    `signature` is what pictures say below their source, for they travel without their page.
    """
    totals = total(names.ledger, names.records)
    appendix = _summary(names, totals, budget, reviews_view(names))
    appendix |= {"title": TITLE, "up": None, "revisions_url": revisions_url(names.root_url)}
    tables = ("biaya", *(f"biaya-{year}" for year in names.ledger.years))
    appendix["files"] = [*map(data_file, (*tables, "anggaran", "revisi", "reviu")), PACKAGE_FILE]
    appendix["splits"].insert(-1, spread_view(totals, names))
    for split in appendix["splits"]:
        if split["chart"] is not None and totals.rows:
            split["embed"] = embed_url(split["id"].removeprefix("menurut-"), names.root_url)
            split["snippet"] = _snippet(f"{site_url}/{split['embed']}", split["chart"]["title"])
    yield make_page(names.root_url, "overview", TITLE, _description(totals), (), appendix)
    trail, address = ((TITLE, names.root_url),), f"{site_url.partition('//')[2]}/{names.root_url}"
    for split in appendix["splits"]:
        if url := split["embed"]:
            title, sentence = split["chart"]["title"], split["sentence"]
            view = {
                "title": title,
                "up": {"text": TITLE, "url": f"{names.root_url}#{split['id']}"},
                "part": split | {"embed": "", "snippet": ""},
                "row_count": appendix["row_count"],
                "data_url": data_file("biaya"),
                "signature": [address, *signature],
            }
            yield make_page(url, "embed", title, sentence, trail, view)
            yield make_page(
                f"{url}grafik.svg", "picture", f"{title}, gambar", sentence, trail, view
            )


def _snippet(address: str, title: str) -> str:
    """Return the HTML with which another site shows a chart and its table."""
    frame = f'<iframe src="{escape(address)}" title="{escape(title)}"'
    return f'{frame} width="100%" height="640"></iframe>'


def part_pages(
    names: Names, budget: Reached, part: Part, pages: Mapping[int, Sequence[Place]]
) -> Iterator[Page]:
    """Yield the page of each year, account or unit that has rows and can have an address.

    `pages` are the pages of rows of each year.
    """
    key = attrgetter(part.attribute)
    lines = grouped(budget, lambda pair: key(pair[0]))
    for value, rows in sorted(grouped(names.ledger.rows, key).items()):
        name, url = name_keys(names, part.dimension, [str(value)])[str(value)]
        if not url:
            continue
        totals = total(names.ledger, names.records, rows)
        title = part.title.format(name)
        reviews = reviews_view(names, rows)
        appendix = _summary(names, totals, lines.get(value, ()), reviews, part.dimension)
        appendix |= {
            "title": title,
            "lead": part.lead,
            "up": {"text": TITLE, "url": names.root_url},
            "files": [data_file(f"biaya-{value}" if part.dimension is Dimension.YEAR else "biaya")],
            "pages": [page_link(place, names) for place in ends(pages.get(value, ()))],
            "newest": [row_line(row, names) for row in rows[: -NEWEST - 1 : -1]],
        }
        trail = ((TITLE, names.root_url),)
        yield make_page(url, "year", title, _description(totals), trail, appendix)


def ends(items: Sequence[Item]) -> Sequence[Item]:
    """Return the first and the last item, or those that there are."""
    return items if len(items) < 2 else (items[0], items[-1])


def _summary(
    names: Names,
    totals: Totals,
    budget: Reached,
    reviews: View,
    without: Dimension | None = None,
) -> View:
    """Return what the overview and the page of a part show; a part is not split by itself."""
    ceiling = CEILINGS_BY[Dimension.UNIT if without is Dimension.YEAR else Dimension.YEAR]
    splits = [(totals, split) for split in SPLITS if split.dimension is not without]
    views = fitting_views(
        [(ceiling_totals(budget, ceiling.dimension), ceiling), *splits],
        lambda split, limit: split_view(*split, names, limit),
        SPLIT_BYTES,
        beside=reviews["batches"],
    )
    return {
        "row_count": count(totals.rows),
        "is_empty": totals.rows == 0,
        "net": rupiah(totals.whole.net),
        "attention": attention_view(totals),
        "splits": views,
        "reviews": reviews,
        "files": [data_file("biaya")],
    }


def _description(totals: Totals) -> str:
    if not totals.rows:
        return "Belum ada biaya publikasi yang dicatat."
    amount, rows = rupiah(totals.whole.net), count(totals.rows)
    return f"Biaya publikasi {amount} dalam {rows} baris catatan: menurut unit, akun, dan bulan."
