"""What all generators share: take the prepared site, hand planned pages to the Writer."""

from pelican.generators import Generator

from kinerja.building.site import workshop
from kinerja.building.workshop import Workshop
from kinerja.building.writer import PortalWriter
from kinerja.rendering.pages import File, Page


class PortalGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Base of our generators: subclasses say which pages and files there are."""

    workshop: Workshop
    pages: list[Page]
    files: list[File]

    def generate_context(self) -> None:
        """Build the views."""
        self.workshop = workshop(self.settings)
        self.pages = self.make_pages()
        self.files = self.make_files()

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan every page and file of this generator."""
        for page in self.pages:
            template = self.get_template(page.template)
            writer.write_file(page.path, template, self.context, view=page.view)
        for file in self.files:
            writer.write_bytes(file)

    def make_pages(self) -> list[Page]:
        """Return the pages of this generator."""
        return []

    def make_files(self) -> list[File]:
        """Return the files of this generator."""
        return []
