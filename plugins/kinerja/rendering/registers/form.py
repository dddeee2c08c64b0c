"""The form of registers: cells, rows and tables as views, and long registers divided into pages."""

from collections.abc import Iterable, Sequence
from typing import Unpack

from kinerja.rendering.pages import Page
from kinerja.rendering.paging import part_address
from kinerja.rendering.site import Site
from kinerja.rendering.views import (
    CellView,
    CountView,
    FilterView,
    HeadChanges,
    Link,
    PagerView,
    RegisterRow,
    RegisterSection,
    RegisterView,
)

PER_PAGE = 60
"""Rows of a page: it stays below 60 KB (theme.md), also where each has a section of its own."""

UNDIVIDED = 100_000
"""Rows of a page of a register that is divided already, or whose length the content bounds."""

NO_PAGER: PagerView = {"earlier": None, "later": None, "fixed": None}


def cell(text: str, url: str = "", detail: str = "", status: str = "") -> CellView:
    """Return a cell; see `CellView`."""
    return {"text": text, "url": url, "detail": detail, "status": status}


def link_cell(link: Link, detail: str = "") -> CellView:
    """Return a cell that leads somewhere."""
    return cell(link["title"], link["url"], detail)


def row(*cells: CellView | str, anchor: str = "", level: int = 0) -> RegisterRow:
    """Return a row; a text stands for a cell that is nothing but text."""
    views = [cell(c) if isinstance(c, str) else c for c in cells]
    return {"id": anchor, "level": level, "cells": views}


def section(
    section_id: str,
    title: str,
    columns: Sequence[str],
    rows: Iterable[RegisterRow],
    note: str = "",
    numbers: Sequence[str] = (),
) -> RegisterSection:
    """Return a table; `numbers` are the titles of the columns that hold numbers."""
    return {
        "id": section_id,
        "title": title,
        "note": note,
        "columns": [{"title": name, "is_number": name in numbers} for name in columns],
        "rows": list(rows),
    }


def register_pages(
    site: Site,
    here: Link,
    intro: str,
    sections: Sequence[RegisterSection],
    *,
    per_page: int = PER_PAGE,
    template: str = "daftar",
    above: tuple[Link, ...] = (),
    links: Sequence[Link] = (),
    counts: Sequence[CountView] = (),
    body_html: str = "",
    pager: PagerView = NO_PAGER,
    filters: Sequence[FilterView] = (),
    **head: Unpack[HeadChanges],
) -> list[Page]:
    """Return a register, divided where it is long; then each of its pages leads to all others.

    `above` leads to it from the entry of the menu. `links`, `counts` and `body_html` stand on its
    first page.
    """
    parts = divide(sections, per_page)
    names = [_part_link(here["url"], number, part) for number, part in enumerate(parts, 1)]
    others = names if len(parts) > 1 else []
    pages: list[Page] = []
    for number, (name, part) in enumerate(zip(names, parts, strict=True), 1):
        is_first = number == 1
        title = here["title"] if is_first else f"{here['title']}, halaman {number}"
        view: RegisterView = {
            "title": title,
            "intro": intro,
            "body_html": body_html if is_first else "",
            "counts": list(counts) if is_first else [],
            "links": [*links, *others] if is_first else others,
            "sections": part,
            "pager": pager,
            "filters": list(filters),
        }
        trail = (*above, here)
        pages.append(site.page(name["url"], template, view, title, intro, trail=trail, **head))
    return pages


def divide(sections: Sequence[RegisterSection], per_page: int) -> list[list[RegisterSection]]:
    """Divide the rows of sections, in their order, into pages of so many rows."""
    pages: list[list[RegisterSection]] = [[]]
    room = per_page
    for whole in sections:
        rest = whole["rows"]
        while True:
            if rest and not room:
                pages.append([])
                room = per_page
            pages[-1].append({**whole, "rows": rest[:room]})
            rest, room = rest[room:], room - len(rest[:room])
            if not rest:
                break
    return pages


def _part_link(address: str, number: int, part: list[RegisterSection]) -> Link:
    first = next((r["cells"][0]["text"] for s in part for r in s["rows"]), "")
    return {"title": f"{number}: {first[:40]}", "url": part_address(address, number)}
