"""The generators of the portal, one per kind of page."""

from kinerja.building.writer import PortalWriter
from kinerja.rendering.changes import change_pages, withdrawal_pages, withdrawn_addresses
from kinerja.rendering.costs import cost_pages
from kinerja.rendering.data_package import open_data_files
from kinerja.rendering.education import education_pages
from kinerja.rendering.feeds import feed_files, feed_pages, index_file, open_channel
from kinerja.rendering.home import home_pages
from kinerja.rendering.indicators import indicator_pages
from kinerja.rendering.issues import issue_pages
from kinerja.rendering.narratives import narrative_pages
from kinerja.rendering.pages import File, Page
from kinerja.rendering.plain import (
    address_file,
    attachment_files,
    moved_pages,
    plain_pages,
    security_files,
)
from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.registers import all_registers
from kinerja.rendering.search.shards import search_files
from kinerja.rendering.services import service_pages
from kinerja.rendering.sitemaps import index_files
from kinerja.rendering.units import unit_pages

from .base import PortalGenerator


class HomeGenerator(PortalGenerator):
    """`/`."""

    def make_pages(self) -> list[Page]:
        """Return the home page."""
        return home_pages(self.workshop.site)


class ServiceGenerator(PortalGenerator):
    """`/layanan/`."""

    def make_pages(self) -> list[Page]:
        """Return the list of services and the page of each."""
        return service_pages(self.workshop.site)


class PublicationGenerator(PortalGenerator):
    """`/publikasi/`, with the pictures of all records."""

    def make_pages(self) -> list[Page]:
        """Return lists and pages of publications."""
        site = self.workshop.site
        return [*publication_lists(site), *publication_pages(site)]

    def make_files(self) -> list[File]:
        """Return the cards of all stories, the pictures of posts, and the photos."""
        return list(self.workshop.pictures)


class StoryGenerator(PortalGenerator):
    """`/isu/`, `/edukasi/`, `/narasi/` and `/koreksi/`, with notices of what was withdrawn."""

    def make_pages(self) -> list[Page]:
        """Return answers, lessons, messages, and what was changed or taken back."""
        site = self.workshop.site
        told = (*issue_pages(site), *education_pages(site), *narrative_pages(site))
        return [*told, *change_pages(site), *withdrawal_pages(site)]


class IndicatorGenerator(PortalGenerator):
    """`/capaian/`."""

    def make_pages(self) -> list[Page]:
        """Return the list of indicators and the page of each."""
        return indicator_pages(self.workshop.site)


class RegisterGenerator(PortalGenerator):
    """`/transparansi/`, `/data/`, `/cari/`, `/istilah/` and what else is a table, with the data."""

    def make_pages(self) -> list[Page]:
        """Return every register."""
        return all_registers(self.workshop.site)

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan the registers, the index of the search, and the open data, described and zipped."""
        super().generate_output(writer)
        writer.bundle("cari/data/", lambda: search_files(self.workshop.site))
        writer.bundle("data/", lambda: open_data_files(self.workshop.site))


class UnitGenerator(PortalGenerator):
    """`/unit/`."""

    def make_pages(self) -> list[Page]:
        """Return the list of units and the page of each."""
        return unit_pages(self.workshop.site)


class CostGenerator(PortalGenerator):
    """`/transparansi/biaya/`, made by the cost plugin."""

    def make_pages(self) -> list[Page]:
        """Return the pages of the cost appendix."""
        return cost_pages(self.workshop.site)


class FeedGenerator(PortalGenerator):
    """`/umpan/`."""

    def make_pages(self) -> list[Page]:
        """Return the list of feeds and the page of each."""
        return feed_pages(self.workshop.site, self.workshop.feeds)

    def make_files(self) -> list[File]:
        """Return every feed in each of its formats, and the list of all for readers of feeds."""
        return feed_files(open_channel(self.workshop.site), self.workshop.feeds)

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan the feeds, and the list of all for programs, which has their digests."""
        super().generate_output(writer)
        writer.at_end(lambda: [index_file(self.workshop.feeds, writer.digests)])


class PlainPageGenerator(PortalGenerator):
    """Plain pages, `/404.html` and the short addresses `/k/<kode>/`."""

    def make_pages(self) -> list[Page]:
        """Return plain pages and redirects."""
        return plain_pages(self.workshop.site)


class FileGenerator(PortalGenerator):
    """Attachments, the theme's files, sitemap, robots, pages at old addresses and their list."""

    def make_files(self) -> list[File]:
        """Return what needs no template."""
        site = self.workshop.site
        return [*attachment_files(site), *self.workshop.theme_files, *security_files(site)]

    def generate_output(self, writer: PortalWriter) -> None:
        """Plan the files, pages where no other stands, and the lists of all pages."""
        super().generate_output(writer)
        site = self.workshop.site
        self.plan(writer, moved_pages(site, writer.pages), ())
        writer.at_end(lambda: index_files(site, writer.indexed))
        writer.at_end(lambda: [address_file(writer.moved, withdrawn_addresses(site))])
