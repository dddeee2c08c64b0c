"""Pelican generators: each turns the prepared site into planned pages of one kind."""

from .base import PortalGenerator
from .pages import (
    CostGenerator,
    FeedGenerator,
    FileGenerator,
    HomeGenerator,
    IndicatorGenerator,
    PlainPageGenerator,
    PublicationGenerator,
    RegisterGenerator,
    ServiceGenerator,
    StoryGenerator,
    UnitGenerator,
)

__all__ = ["GENERATORS", "PortalGenerator"]

GENERATORS: tuple[type[PortalGenerator], ...] = (
    HomeGenerator,
    ServiceGenerator,
    PublicationGenerator,
    StoryGenerator,
    IndicatorGenerator,
    RegisterGenerator,
    UnitGenerator,
    CostGenerator,
    FeedGenerator,
    PlainPageGenerator,
    FileGenerator,
)
"""All generators in the order in which they run; FileGenerator sees the pages of all others."""
