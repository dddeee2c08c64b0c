"""The portal as a Pelican plugin: the only list of signals."""

from pelican.plugins import signals

from .building.writer import PortalWriter
from .generators import GENERATORS, PortalGenerator


def register() -> None:
    """Connect generators and Writer."""
    signals.get_generators.connect(add_generators)
    signals.get_writer.connect(use_portal_writer)


def add_generators(_pelican: object) -> tuple[type[PortalGenerator], ...]:
    """Return the generators of the portal."""
    return GENERATORS


def use_portal_writer(_pelican: object) -> type[PortalWriter]:
    """Return the Writer that renders planned pages."""
    return PortalWriter
