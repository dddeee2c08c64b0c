"""What all generators share: take the prepared site, hand planned pages to the Writer."""

from collections.abc import Iterable

from pelican.generators import Generator

from kinerja.building.site import workshop
from kinerja.building.workshop import Workshop
from kinerja.building.writer import PortalWriter
from kinerja.rendering.pages import File, Page


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Base of our generators: subclasses say which pages and files there are."""

    workshop: Workshop

    def generate_context(self) -> None:
        """Find the site that all generators share."""
        self.workshop = workshop(self.settings)

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan every page and file of this generator; views are not kept together."""
        self.plan(writer, self.make_pages(), self.make_files())

    def plan(self, writer: PortalWriter, pages: Iterable[Page], files: Iterable[File]) -> None:
        """Hand pages and files to the Writer."""
        for page in pages:
            template = self.get_template(page.template)
            writer.write_file(page.path, template, self.context, view=page.view)
        for file in files:
            writer.write_bytes(file)

    def make_pages(self) -> list[Page]:
        """Return the pages of this generator."""
        return []

    def make_files(self) -> list[File]:
        """Return the files of this generator."""
        return []
