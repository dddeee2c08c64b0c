"""Records that units write as Markdown: their front matter as frozen values, one class a type.

The classes are the rules of content.md; `reading.names` is the border to the Indonesian keys.
"""

from .base import Correction, Exemption, InlineSource, Record
from .education import Channel, Education, Topic
from .indicator import Direction, Indicator, SeriesBreak
from .issue import Issue, Verdict
from .kinds import Cost, FoundBy, Kind, Severity, Status
from .posts import LINK, Post
from .publication import Format, Publication, Video
from .service import Service, Standard


class Page(Record):
    """A plain page: about, contact, accessibility, privacy ..."""


RECORD_TYPES: dict[Kind, type[Record]] = {
    Kind.PUBLICATION: Publication,
    Kind.ISSUE: Issue,
    Kind.EDUCATION: Education,
    Kind.SERVICE: Service,
    Kind.INDICATOR: Indicator,
    Kind.PAGE: Page,
}
"""Types of Markdown records, in the order in which they are read."""

STORIES = (Kind.PUBLICATION, Kind.ISSUE, Kind.EDUCATION)
"""Kinds that tell what is new: they stand in feeds."""

__all__ = [
    "LINK",
    "RECORD_TYPES",
    "STORIES",
    "Channel",
    "Correction",
    "Cost",
    "Direction",
    "Education",
    "Exemption",
    "Format",
    "FoundBy",
    "Indicator",
    "InlineSource",
    "Issue",
    "Kind",
    "Page",
    "Post",
    "Publication",
    "Record",
    "SeriesBreak",
    "Service",
    "Severity",
    "Standard",
    "Status",
    "Topic",
    "Verdict",
    "Video",
]
