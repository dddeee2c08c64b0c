"""Indicators in lists: cards, tables where there are many, and those on pages of others."""

from collections.abc import Iterable, Sequence

from kinerja.model.portal import Public
from kinerja.model.records import Indicator

from .cards import outcome_counts
from .figures import figure_view
from .pages import Page
from .registers.form import cell, register_pages, row, section
from .site import Site
from .views import IndicatorCard, IndicatorGroup, Link, RegisterSection

MOST_SHOWN = 24
"""Indicators that a page of something else shows; all of them stand on a page beside it."""


def indicator_group(
    site: Site, title: str, url: str, items: Iterable[Public[Indicator]]
) -> IndicatorGroup:
    """Return some indicators under a heading, with '3 tercapai, …': every outcome, also none."""
    items = [*items]
    counts = (f"{count['number']} {count['word']}" for count in outcome_counts(site, items))
    cards = [_card(site, item) for item in items]
    return {"title": title, "url": url, "counts": ", ".join(counts), "items": cards}


def indicator_table(key: str, group: IndicatorGroup) -> RegisterSection:
    """Return a group as a table."""
    columns = ("Indikator", "Angka", "Status")
    rows = []
    for item in group["items"]:
        name = cell(item["name"], item["url"], item["unit"])
        figure = item["figure"]
        if figure:
            value = cell(f"{figure['value']} {figure['unit']}", detail=figure["period"])
            status = figure["status"]
            rows.append(row(name, value, cell(status["word"], "", status["detail"], status["key"])))
        else:
            rows.append(row(name, "–", item["note"]))
    return section(key, group["title"], columns, rows, f"{group['counts']}.", columns[1:2])


def shown_indicators(
    site: Site, items: Sequence[Public[Indicator]], trail: tuple[Link, ...]
) -> tuple[list[IndicatorCard], Link | None]:
    """Return what the page at the end of a trail shows of its indicators, figures first.

    Where they are many, also a link to a page of all of them.
    """
    cards = sorted((_card(site, item) for item in items), key=lambda card: card["figure"] is None)
    return cards[:MOST_SHOWN], _all_indicators(trail[-1]) if len(items) > MOST_SHOWN else None


def more_indicators(
    site: Site, items: Sequence[Public[Indicator]], trail: tuple[Link, ...]
) -> list[Page]:
    """Return the page of all indicators of what a trail leads to, where one is needed."""
    if len(items) <= MOST_SHOWN:
        return []
    intro = f"Semua indikator dari {trail[-1]['title']}, dengan hasil terakhirnya."
    rows = indicator_table("indikator", indicator_group(site, "Semua indikator", "", items))
    return register_pages(site, _all_indicators(trail[-1]), intro, [rows], above=trail)


def _all_indicators(here: Link) -> Link:
    return {"title": f"Semua indikator: {here['title']}", "url": f"{here['url']}capaian/"}


def _card(site: Site, item: Public[Indicator]) -> IndicatorCard:
    has_details = any(row.value is not None for row in site.data(item.id).observations)
    return {
        "name": item.record.name,
        "url": site.address(item),
        "unit": site.unit_link(item.record.unit)["title"],
        "figure": figure_view(site, item),
        "note": "Hanya menurut rincian" if has_details else "Belum ada angka yang diumumkan",
    }
