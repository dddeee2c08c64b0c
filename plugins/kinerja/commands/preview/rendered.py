"""The site as it would look if all that is valid were approved, in a folder of its own.

The gate itself decides, on content to which approvals were added in memory. The class that builds
it lives inside a function, so that no setting can name it, and nothing in `approval` or `building`
knows of it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console

from kinerja.approval.gate import decide
from kinerja.approval.public import public_portal
from kinerja.approval.trust import read_trusted
from kinerja.building.faults import ContentStops, UnplannedPage
from kinerja.building.settings import BuildSettings
from kinerja.building.site import BuildReport, PortalSite
from kinerja.building.stage import Stage, publish
from kinerja.building.workshop import open_workshop
from kinerja.commands.build import build_site
from kinerja.disk import write_new
from kinerja.model.documents import Document, Edition
from kinerja.model.governance import SMALL_POLICY, Act, Holder, Role, Signing
from kinerja.model.portal import Content
from kinerja.rendering.site import Site, open_site

from .choices import made

MAIN = b"<main"
BANNER = (
    b'<aside class="pemberitahuan" aria-label="Pratinjau"><div class="wadah"><b>Pratinjau: belum '
    b"disetujui.</b> Hanya di komputer ini; tanggal dan keterangan persetujuan di halaman ini "
    b'belum berlaku. <a href="/tinjau/">Tinjau dan putuskan</a></div></aside>\n'
)
STEPS = {Act.SUBMIT: Role.AUTHOR, Act.APPROVE: Role.RESPONSIBLE}
HOLDERS = {role: Holder(person=f"{role}@pratinjau.invalid", role=role) for role in STEPS.values()}


def as_if_approved(content: Content, moment: datetime) -> Content:
    """Return the content as if whatever has no mistakes had been approved at `moment`.

    By the policy `kecil`, unsigned; nothing waits for its time; what was withdrawn stays so.
    """
    governance, kinds = content.governance, SMALL_POLICY.kinds
    editions = {key: _at_once(edition) for key, edition in content.editions.items()}
    decisions = dict(governance.decisions)
    for key, edition in editions.items():
        if edition.value is not None and kinds[edition.kind].full:
            new = (made(edition, a, r, HOLDERS[r].person, moment, "-") for a, r in STEPS.items())
            decisions[key] = (*decisions.get(key, ()), *new)
    small = {"kinds": kinds, "signing": Signing.NOT_REQUIRED}
    approved = replace(
        governance,
        policy=governance.policy.model_copy(update=small),
        holders=(*governance.holders, *HOLDERS.values()),
        decisions=decisions,
    )
    return replace(content, editions=editions, governance=approved)


def _at_once(edition: Edition) -> Edition:
    if not isinstance(edition.value, Document):
        return edition
    record = edition.value.record.model_copy(update={"publish_after": None})
    return replace(edition, value=replace(edition.value, record=record))


def with_banner(page: bytes) -> bytes:
    """Return a page with the banner above its content. Raises UnplannedPage where it has none."""
    if MAIN not in page:
        raise UnplannedPage("tanpa <main>")
    return page.replace(MAIN, BANNER + MAIN, 1)


def open_draft_site(settings: BuildSettings, content: Content, now: datetime) -> Site:
    """Return the site with whatever has no mistakes, without its pages."""
    moment = now + timedelta(seconds=len(content.editions))  # room for releases
    approved = as_if_approved(content, moment)
    portal = public_portal(approved, decide(approved, moment, mint=True), moment)
    return open_site(settings.site, portal, "")


def render_preview(content: Path, site: Path) -> None:
    """Build the preview of a content folder as `site`; nothing is written anywhere else.

    Raises ContentStops and what else stops a build; the preview before stays then.
    """

    class PreviewSite(PortalSite):
        """Writes no release, no archive and no manifest: this is not the site."""

        def _build(self, settings: BuildSettings, stage: Stage) -> None:
            found = read_trusted(settings.content, settings.as_of.date(), settings.trust)
            if found.stopping:
                raise ContentStops(tuple(found.problems))
            moment = settings.as_of + timedelta(seconds=len(found.editions))  # room for releases
            settings = replace(settings, as_of=moment)
            decided = decide(as_if_approved(found, moment), moment, mint=True)
            self.report = BuildReport(settings, found, decided)
            self.settings["PORTAL"] = open_workshop(settings, found, decided)
            self.output_path = str(stage.folder)
            super(PortalSite, self).run()
            self.writer.render_all(None, self.progress)
            for path in stage.folder.rglob("*.html"):
                write_new(path, with_banner(path.read_bytes()))
            publish(stage)

    folders = {"PATH": str(content), "OUTPUT_PATH": str(site)}
    build_site({**folders, "MINT_RELEASES": False}, Console(quiet=True), PreviewSite)
