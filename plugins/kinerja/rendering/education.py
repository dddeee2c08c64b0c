"""`/edukasi/`: what a citizen should know about integrity, and how to complain with deadlines."""

from dataclasses import replace

from kinerja.model.portal import Public
from kinerja.model.records import Channel, Education

from .cards import TOPICS
from .pages import Page
from .paging import sheets
from .publication_lists import list_pages
from .site import Site
from .stories import story_page, story_view
from .views import ChannelView, EducationView, Link

SECTION: Link = {"title": "Edukasi", "url": "/edukasi/"}
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
    return [*lists, *(_education_page(site, item) for item in lessons)]


def _education_page(site: Site, item: Public[Education]) -> Page:
    record = item.record
    view: EducationView = {
        **story_view(site, item),
        "topic": TOPICS[record.topic],
        "steps": list(record.steps),
        "channels": [_channel(channel) for channel in record.channels],
        "rights": list(record.rights),
        "legal_basis": list(record.legal_basis),
    }
    linked = {"@type": "Article", "headline": record.title}
    return story_page(site, item, "edukasi-rinci", SECTION, view, linked)


def _channel(channel: Channel) -> ChannelView:
    return {
        "name": {"title": channel.name, "url": channel.link or ""},
        "contact": channel.contact or "",
        "deadlines": [
            f"{stage}: {days} hari kerja" if stage else f"{days} hari kerja"
            for stage, days in (channel.deadlines or {}).items()
        ],
    }
