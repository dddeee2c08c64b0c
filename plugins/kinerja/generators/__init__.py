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
    ServiceGenerator,
    UnitGenerator,
)

__all__ = ["GENERATORS", "PortalGenerator"]

GENERATORS: tuple[type[PortalGenerator], ...] = (
    HomeGenerator,
    ServiceGenerator,
    PublicationGenerator,
    IndicatorGenerator,
    UnitGenerator,
    CostGenerator,
    FeedGenerator,
    PlainPageGenerator,
    FileGenerator,
)
"""All generators in the order in which they run; FileGenerator sees the pages of all others."""
