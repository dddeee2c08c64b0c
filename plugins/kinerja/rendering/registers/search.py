"""`/istilah/`, the glossary, and `/cari/`, an index of everything public that needs no script."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from kinerja.model.records import Indicator, Service
from kinerja.model.tables import Term
from kinerja.rendering.bodies import body_html
from kinerja.rendering.formats import number
from kinerja.rendering.pages import Page
from kinerja.rendering.search.entries import (
    TERMS_PER_PAGE,
    Entry,
    all_entries,
    filter_views,
    folded,
    slug,
)
from kinerja.rendering.site import SEARCH, TERMS, Site
from kinerja.rendering.views import Link, RegisterRow

from .form import cell, link_cell, register_pages, row, section

T = TypeVar("T")
LISTS = {
    "Layanan": "/layanan/",
    "Publikasi": "/publikasi/",
    "Indikator": "/capaian/",
    "Isu": "/isu/",
    "Edukasi": "/edukasi/",
    "Pesan": "/narasi/",
    "Unit": "/unit/",
    "Istilah": TERMS["url"],
}
"""Kinds of what can be looked up that have a list of their own, and its address."""

INDEX_PER_PAGE = 150


def search_pages(site: Site) -> list[Page]:
    """Return the glossary, and the index with a page for each letter."""
    terms = sorted(site.portal.tables.terms, key=lambda term: folded(term.term))
    return [*_term_pages(site, terms), *_index_pages(site)]


def _term_pages(site: Site, terms: Sequence[Term]) -> list[Page]:
    columns = ("Istilah", "Arti", "Lihat juga")
    used = _uses(site, terms)
    groups = _by_letter(terms, lambda term: term.term)
    sections = [
        section(f"huruf-{key}", key.upper(), columns, [_term_row(term, used) for term in group])
        for key, group in groups.items()
    ]
    if not sections:
        sections = [section("kosong", "Daftar istilah", columns, [], "Belum ada istilah.")]
    whole = len(terms) <= TERMS_PER_PAGE
    letters: list[Link] = [{"title": s["title"], "url": f"#{s['id']}"} for s in sections if whole]
    intro, body = _written(site, TERMS, "Arti istilah di portal ini, dalam bahasa sederhana.")
    return register_pages(
        site, TERMS, intro, sections, links=letters, body_html=body, per_page=TERMS_PER_PAGE
    )


def _uses(site: Site, terms: Sequence[Term]) -> Mapping[str, Link]:
    """Return where each term is put to use: the first service, lesson or indicator that names it.

    Their titles and summaries change seldom, so that news change nothing here.
    """
    words = {w: term.term for term in terms for w in (*term.synonyms, term.expansion) if w}
    words |= {term.term: term.term for term in terms}
    longest = sorted(words, key=len, reverse=True)
    parts = (re.escape(w) if w.isupper() else f"(?i:{re.escape(w)})" for w in longest)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")
    named = {word.casefold(): term for word, term in words.items()}
    found: dict[str, Link] = {}
    relations = site.relations
    for item in (*relations.services, *relations.education, *relations.indicators):
        record = item.record
        title = record.name if isinstance(record, Service | Indicator) else record.title
        for match in pattern.finditer(f"{title}. {record.summary}"):
            here: Link = {"title": title, "url": site.address(item)}
            found.setdefault(named.get(match[0].casefold(), ""), here)
    return found


def _term_row(term: Term, used: Mapping[str, Link]) -> RegisterRow:
    words = f"Juga: {', '.join(term.synonyms)}." if term.synonyms else ""
    named = cell(term.term, detail=term.expansion or "")
    see = link_cell(used[term.term]) if term.term in used else ""
    return row(named, cell(term.meaning, detail=words), see, anchor=slug(term.term))


def _index_pages(site: Site) -> list[Page]:
    rows = (_entry_row(site, entry) for entry in all_entries(site))
    entries = sorted(rows, key=lambda entry: (folded(_title(entry)), str(entry)))
    groups = _by_letter(entries, _title)
    letters: list[Link] = [
        {"title": f"{key.upper()} ({number(len(group))})", "url": f"{SEARCH['url']}{key}/"}
        for key, group in groups.items()
    ]
    counts = Counter(entry["cells"][1]["text"] for entry in entries)
    intro, body = _written(
        site, SEARCH, "Semua yang terbit menurut abjad. Tidak perlu kata kunci atau JavaScript."
    )
    kinds = [row(cell(kind, url), number(counts[kind])) for kind, url in LISTS.items()]
    whole = section("jenis", "Menurut jenis", ("Jenis", "Jumlah"), kinds, "", ("Jumlah",))
    pages = register_pages(
        *(site, SEARCH, intro, [whole]),
        links=letters,
        body_html=body,
        template="cari",
        filters=filter_views(site),
    )
    columns = ("Judul", "Jenis", "Unit")
    for key, group in groups.items():
        here: Link = {"title": f"Cari: {key.upper()}", "url": f"{SEARCH['url']}{key}/"}
        pages += register_pages(
            site,
            here,
            f"Semua yang judulnya berawalan {key.upper()}.",
            [section("daftar", f"Berawalan {key.upper()}", columns, group)],
            above=(SEARCH,),
            per_page=INDEX_PER_PAGE,
        )
    return pages


def _entry_row(site: Site, entry: Entry) -> RegisterRow:
    unit = site.unit_link(entry.unit)["title"]
    return row(cell(entry.title, entry.url, entry.said), entry.kind, unit)


def _title(entry: RegisterRow) -> str:
    return entry["cells"][0]["text"]


def _written(site: Site, here: Link, intro: str) -> tuple[str, str]:
    """Return intro and HTML that an editor wrote for the page, or else the intro given."""
    item = site.portal.pages.get(here["url"].strip("/"))
    return (item.record.summary, body_html(site, item)) if item else (intro, "")


def _by_letter(items: Iterable[T], title: Callable[[T], str]) -> Mapping[str, list[T]]:
    """Group sorted items by their first letter; what begins with none stands under `angka`."""
    groups: dict[str, list[T]] = {}
    for item in items:
        first = next(filter(str.isalnum, folded(title(item))), "")
        groups.setdefault(first if "a" <= first <= "z" else "angka", []).append(item)
    return groups
