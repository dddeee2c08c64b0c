"""What all generators share: take the prepared site, hand planned pages to the Writer."""

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from pelican.generators import Generator

from cost_appendix.plugin import offer_templates
from kinerja.building.site import workshop
from kinerja.building.workshop import Workshop
from kinerja.building.writer import PortalWriter
from kinerja.rendering.pages import File, Page


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Base of our generators: subclasses say which pages and files there are."""

    workshop: Workshop
    env: Environment

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_templates(self)

    def generate_context(self) -> None:
        """Find the site and the templates that all generators share: each is compiled once."""
        self.workshop = workshop(self.settings)
        self.env = self.settings.setdefault("PORTAL_TEMPLATES", self.env)

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan every page and file of this generator."""
        self.plan(writer, self.make_pages(), self.make_files())

    def plan(self, writer: PortalWriter, pages: Iterable[Page], files: Iterable[File]) -> None:
        """Hand pages and files to the Writer."""
        for page in pages:
            writer.plan(page, self.env)
        for file in files:
            writer.write_bytes(file)

    def make_pages(self) -> list[Page]:
        """Return the pages of this generator."""
        return []

    def make_files(self) -> list[File]:
        """Return the files of this generator."""
        return []
