"""What the preview shows: the content as it is, the verdicts on it, the site as if approved.

Pages are made when they are asked for. The text of one record that changes is taken in alone, so
that its page is there at once, however many records there are; the whole is read and decided
again as soon as nobody writes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from kinerja.approval.gate import Decided, check_record, decide
from kinerja.approval.public import public_portal
from kinerja.approval.trust import read_trusted
from kinerja.building.faults import ContentStops
from kinerja.building.inputs import origin
from kinerja.building.settings import BuildSettings, parse_as_of
from kinerja.building.site import BuildReport, PortalSite
from kinerja.building.workshop import Workshop, open_workshop
from kinerja.building.writer import PortalWriter
from kinerja.commands.build import build_site
from kinerja.kept import keeping
from kinerja.model.documents import Document, Edition
from kinerja.model.portal import Content, Portal, Public
from kinerja.model.records import RECORD_TYPES, Record
from kinerja.reading.files import list_files
from kinerja.reading.records import read_record
from kinerja.rendering.education import education_pages
from kinerja.rendering.home import home_pages
from kinerja.rendering.indicators import indicator_pages
from kinerja.rendering.issues import issue_pages
from kinerja.rendering.pages import Page
from kinerja.rendering.plain import plain_pages
from kinerja.rendering.publication_lists import publication_lists
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.services import service_pages
from kinerja.rendering.site import Site, open_site

from .as_if import as_if_approved, at_once, with_banner

AT_ONCE: tuple[Callable[[Site], list[Page]], ...] = (
    home_pages,
    service_pages,
    publication_lists,
    publication_pages,
    issue_pages,
    education_pages,
    indicator_pages,
    plain_pages,
)
"""Pages that show a changed text at once; registers, feeds and search follow with the whole."""

GROUPS = ("services", "publications", "issues", "education", "indicators", "pages")
"""Fields of the portal that hold records."""

PLACE = ("code", "date", "corrections")
"""What of a record its address and its history hang on."""


@dataclass(frozen=True, slots=True)
class State:
    """The content as it is now, and what the next build would make of it."""

    content: Content
    decided: Decided
    now: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """The preview of one moment; `plan` has every page of the site as if approved."""

    state: State
    workshop: Workshop
    plan: PortalWriter

    def read(self, name: str) -> bytes | None:
        """Return a file of the preview, pages with the banner; None where there is none."""
        data = self.plan.made(name)
        return with_banner(data) if data and name.endswith(".html") else data


def read_state(settings: BuildSettings) -> State:
    """Read and decide as the next build would. Raises ContentStops."""
    now = parse_as_of("")
    with keeping(settings.cache, origin()):
        content = read_trusted(settings.content, now.date(), settings.trust)
        if content.stopping:
            raise ContentStops(tuple(content.problems))
        return State(content, decide(content, now, mint=True), now)


def show(settings: BuildSettings) -> Shown:
    """Read everything, and plan the site with whatever has no mistakes as if it were approved.

    Nothing is written but the cache. Raises ContentStops and what else stops a build.
    """
    state = read_state(settings)
    moment = state.now + timedelta(seconds=len(state.content.editions))  # room for releases
    with keeping(settings.cache, origin()):
        decided = decide(as_if_approved(state.content, moment), moment, mint=True)
        at_moment = replace(settings, as_of=moment)
        workshop = open_workshop(at_moment, public_portal(state.content, decided, moment))
    return Shown(state, workshop, _plan(at_moment, state.content, decided, workshop))


def _plan(
    settings: BuildSettings, content: Content, decided: Decided, workshop: Workshop
) -> PortalWriter:
    """Let Pelican plan all pages. The class is no setting's to name: it lives in here."""
    writers: list[PortalWriter] = []

    class PreviewSite(PortalSite):
        """Plans the site and writes nothing: this is not the site."""

        def run(self) -> None:
            self.plan(workshop)
            self.report = BuildReport(settings, content, decided)
            writers.append(self.writer)

    folders = {"PATH": str(settings.content), "OUTPUT_PATH": str(settings.output)}
    build_site({**folders, "MINT_RELEASES": False}, Console(quiet=True), PreviewSite)
    return writers[0]


def with_text(shown: Shown, path: str) -> Shown | None:
    """Return the preview with a record's file as it is now, None where that changes more than it.

    Then everything has to be read: a new record, one that moved, one that was not valid before.
    """
    content = shown.state.content
    old = next((e for e in content.editions.values() if e.path == path), None)
    if old is None or old.kind not in RECORD_TYPES or not (content.root / path).is_file():
        return None
    attachments = list_files(content.root, f"lampiran/{old.id}")[0]
    read = read_record(content.root, old.kind, path, attachments)
    edition = check_record(content, shown.state.decided, read, shown.state.now)
    state = _with_edition(shown.state, edition)
    if edition.problems:
        return replace(shown, state=state)  # what was valid before is shown on
    site = _site_with(shown.workshop.site, edition)
    if site is None:
        return None
    for make in AT_ONCE:
        for page in make(site):
            shown.plan.plan_again(page)
    return Shown(state, replace(shown.workshop, site=site), shown.plan)


def _with_edition(state: State, edition: Edition) -> State:
    content, decided = state.content, state.decided
    verdict = decided.verdicts[edition.id]
    before = {found for found in verdict.problems if found.path == edition.path}
    others = tuple(found for found in verdict.problems if found not in before)
    verdict = replace(verdict, problems=(*edition.problems, *others), advice=edition.advice)
    problems = tuple(sorted({*decided.problems} - before | {*edition.problems}))
    verdicts = {**decided.verdicts, edition.id: verdict}
    return State(
        replace(content, editions={**content.editions, edition.id: edition}),
        replace(decided, verdicts=verdicts, problems=problems),
        state.now,
    )


def _site_with(site: Site, edition: Edition) -> Site | None:
    """Return the site with another text of a record that is on it; None where its place changes."""
    public = site.portal.records().get(edition.id)
    if public is None or not isinstance(edition.value, Document):
        return None
    document = at_once(edition.value)
    if _place(public.record) != _place(document.record):
        return None
    item = replace(
        public,
        record=document.record,
        body=document.body,
        attachments=document.attachments,
        digest=edition.digest,
        root=Path(edition.root),
        advice=edition.advice,
    )
    portal = replace(site.portal, **_group_with(site.portal, item))
    opened = open_site(site.settings, portal, site.stylesheet)
    return replace(opened, cards=site.cards, scripts=site.scripts)


def _place(record: Record) -> list[object]:
    return [getattr(record, name) for name in PLACE]


def _group_with(portal: Portal, item: Public[Record]) -> dict[str, Any]:
    """Return the field of the portal that holds a record, with the record as it is now."""
    groups = {name: getattr(portal, name) for name in GROUPS}
    return {name: {**group, item.id: item} for name, group in groups.items() if item.id in group}
