"""`/edukasi/`: what a citizen should know about integrity, and how to complain with deadlines."""

from dataclasses import replace
from functools import partial

from kinerja.evidence.workdays import deadline
from kinerja.model.governance import JAKARTA
from kinerja.model.portal import Public
from kinerja.model.records import Channel, Education

from .cards import TOPICS
from .formats import day
from .pages import Page, later
from .paging import sheets
from .publication_lists import list_pages
from .registers.form import cell, row, section
from .series import series_views
from .site import Site
from .stories import story_page, story_view
from .views import EducationView, Link, RegisterRow, RegisterSection

SECTION: Link = {"title": "Edukasi", "url": "/edukasi/"}
TEMPLATE = "edukasi-rinci"
INTRO = "Hak Anda, cara mengadu, dan apa yang tidak boleh dilakukan pegawai, menurut topik."


def education_pages(site: Site) -> list[Page]:
    """Return the lists by topic and the page of each lesson."""
    order = {topic: n for n, topic in enumerate(TOPICS)}
    lessons = site.relations.education
    found = [
        replace(sheet, items=sorted(sheet.items, key=lambda item: order[item.record.topic]))
        for sheet in sheets(SECTION["url"], lessons)
    ]
    topics = {item.id: TOPICS[item.record.topic] for item in lessons}
    lists = list_pages(
        site, found, "Edukasi", INTRO, (SECTION,), group=lambda item: topics[item.id]
    )
    make = partial(_education_page, site)
    return [*lists, *(later(site.address(i), TEMPLATE, partial(make, i)) for i in lessons)]


def _education_page(site: Site, item: Public[Education]) -> Page:
    record = item.record
    view: EducationView = {
        **story_view(site, item),
        "topic": TOPICS[record.topic],
        "steps": list(record.steps),
        "channels": _channels(site, item) if record.channels else None,
        "rights": list(record.rights),
        "legal_basis": list(record.legal_basis),
        "series": series_views(site, record.indicators, charts=True),
    }
    linked = {"@type": "Article", "headline": record.title, "description": record.summary}
    return story_page(site, item, TEMPLATE, SECTION, view, linked)


def _channels(site: Site, item: Public[Education]) -> RegisterSection:
    """Return the table of places: how, within how many working days, and what to do when late.

    The days are counted out for a report of the day on which the text was released, so that the
    example stays as it is; in a year without a table of holidays there is none.
    """
    begin = item.last_released.astimezone(JAKARTA).date()

    def example(days: int) -> str:
        holidays = site.portal.tables.holidays
        last = deadline(begin, days, holidays)
        return f" ({day(last)})" if {begin.year, last.year} <= {h.year for h in holidays} else ""

    def entry(channel: Channel) -> RegisterRow:
        stages = (channel.deadlines or {}).items()
        words = [f"{stage}: {days} hari kerja{example(days)}" for stage, days in stages]
        mail = f"mailto:{channel.contact}" if channel.contact else ""
        how = channel.how or ("" if mail else "lewat lamannya" if channel.link else "")
        return row(
            cell(channel.name, channel.link or ""),
            cell(channel.contact or how, mail, how if mail else ""),
            "; ".join(word.removeprefix(": ") for word in words) or "belum diumumkan",
            channel.when_late or "",
        )

    rows = [entry(channel) for channel in item.record.channels]
    note = f"Tanggal dalam kurung: batas bagi laporan yang masuk {day(begin)}."
    columns = ("Kanal", "Caranya", "Batas waktu", "Bila lewat")
    shown = note if any("(" in r["cells"][2]["text"] for r in rows) else ""
    return section("kanal", "Ke mana mengadu, dan berapa lama dijawab", columns, rows, shown)
