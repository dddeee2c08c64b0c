"""Pelican with the gate around it: what it writes becomes the site only when all of it is right.

`pelican` finds this class by the setting PELICAN_CLASS; `invoke build` uses it directly.
"""

import gc
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from typing import Any

from pelican import Pelican
from pelican.plugins import signals

from kinerja.approval.gate import Decided
from kinerja.approval.public import public_portal
from kinerja.kept import keeping
from kinerja.model.portal import Content
from kinerja.processes import WORKERS, spread
from kinerja.rendering.pages import page_path

from .announced import MANIFEST, newly_erased
from .cluster import Job, Seen, cluster, connect
from .faults import GateNotConnected
from .inputs import look, origin, stamps_everywhere
from .note import site_stamp
from .planned import Across
from .releasing import record_releases
from .seal import decide_again, manifest, seal, shown
from .settings import BuildSettings, read_settings
from .stage import KEPT, Stage, begin, builds_folder, discard, exclusive, publish
from .standing import find_standing, link_all, made_of
from .workshop import Workshop, open_workshop, read_and_decide
from .writer import PortalWriter

PLUGIN = "kinerja.plugin"


@dataclass(slots=True)
class BuildReport:
    """What a build did, for the words at its end. `steps` are (read, prepare ...) with seconds.

    `made_of` is the digest of all that the site was made of, `site_stamp` that of its files; both
    are '' where `settings.around` is.
    """

    settings: BuildSettings
    content: Content
    decided: Decided
    files: int = 0
    changed: int = 0
    dead_links: list[tuple[str, str]] = field(default_factory=list)
    unused_redirects: list[str] = field(default_factory=list)
    steps: list[tuple[str, float]] = field(default_factory=list)
    made_of: str = ""
    site_stamp: str = ""


class PortalSite(Pelican):  # type: ignore[misc]  # Pelican ships no types
    """One build: read, decide, render into a stage, seal, record releases, swap."""

    report: BuildReport | None = None

    def __init__(self, settings: dict[str, Any]) -> None:
        settings = {**settings, "DELETE_OUTPUT_DIRECTORY": False, "DIRECT_TEMPLATES": []}
        self._asked = {**settings}
        super().__init__(settings)
        self.progress: Callable[[int, int], None] = lambda _done, _total: None
        self.say_waiting: Callable[[str], None] = lambda _holder: None

    def init_plugins(self) -> None:
        """Register plugins; unlike Pelican, fail when one of them did."""
        wanted = list(self.settings["PLUGINS"] or [])
        super().init_plugins()
        missing = [name for name in wanted if name not in self.settings["PLUGINS"]]
        if missing or PLUGIN not in wanted:
            names = ", ".join(missing) or PLUGIN
            raise GateNotConnected(f"PLUGINS: {names} tidak terpasang; periksa pelicanconf.py")

    def _get_writer(self) -> PortalWriter:
        offered = [writer for _, writer in signals.get_writer.send(self) if writer is not None]
        writer = super()._get_writer()
        if len(offered) != 1 or not isinstance(writer, PortalWriter):
            raise GateNotConnected("PLUGINS: penulis halaman hanya boleh milik kinerja.plugin")
        self.writer = writer
        return writer

    def run(self) -> None:
        """Build the site. Raises on any fault; the present site then stays as it is."""
        settings = read_settings(self.settings)
        if settings.cluster:
            with connect(settings.cluster):
                pass  # told before anything is read
        with ExitStack() as locks:
            locks.callback(os.umask, os.umask(0o022))  # a web server of another user reads the site
            locks.callback(gc.enable)
            gc.disable()  # next to nothing of a build is garbage in cycles: looking for it is 5 %
            locks.enter_context(exclusive(builds_folder(settings.output), self.say_waiting))
            if settings.mint:
                locks.enter_context(exclusive(settings.content, self.say_waiting))
            kept = locks.enter_context(keeping(settings.cache, origin()))
            locks.callback(WORKERS.reset, WORKERS.set(settings.workers))
            stage = begin(settings.output)
            try:
                if self._build(settings, stage):
                    kept.prune()
            except BaseException:
                discard(stage)
                raise

    def _build(self, settings: BuildSettings, stage: Stage) -> bool:
        """Make the next site; return whether its pages were made, and not those that stand."""
        clock = _Clock()
        seen = settings.seen or look(settings.content)
        before = stamps_everywhere(settings.content) if settings.cluster else ""
        content, decided = read_and_decide(settings)
        keep = 1 if newly_erased(settings, content) else KEPT
        self.report = report = BuildReport(settings, content, decided, steps=clock.steps)
        clock.done("read")
        portal = public_portal(content, decided, settings.as_of)
        report.made_of = made_of(portal, settings)
        standing = find_standing(stage, report.made_of)
        digests: Mapping[str, str]
        if standing:
            digests = standing.digests
            report.dead_links, report.unused_redirects = standing.dead_links, standing.unused
            clock.done("prepare")
        else:
            workshop = open_workshop(settings, portal)
            clock.done("prepare")
            digests = self._render(stage, workshop, report, before)
            decide_again(settings, content, decided, seen)
            clock.done("write")
        report.files = len(digests) + 1
        data = manifest(digests, settings, content, decided)
        if standing and standing.manifest == data and keep == KEPT:
            discard(stage)
            report.site_stamp = standing.stamp
            return False
        if standing:
            link_all(stage, standing)
            clock.done("write")
        seal(stage.folder, data, settings.manifest_key)
        clock.done("seal")
        if settings.mint:
            record_releases(settings.content, decided)
        publish(stage, keep)
        clock.done("swap")
        if settings.around:  # before another build of this output may begin
            report.site_stamp = site_stamp(settings.output, settings.manifest_key)
        return standing is None

    def _render(
        self, stage: Stage, workshop: Workshop, report: BuildReport, before: str
    ) -> Mapping[str, str]:
        """Plan and write every page and file; return the SHA-256 of each by path."""
        decided = report.decided
        self.output_path = str(stage.folder)
        self.plan(workshop)
        with self._across(report.settings, stage, before, decided) as across:
            self.writer.render_all(stage.earlier, self.progress, across)
        report.changed = self.writer.new
        report.dead_links = self.writer.dead_links([MANIFEST])
        report.unused_redirects = _unused(decided, self.writer.moved)
        return self.writer.digests

    def plan(self, workshop: Workshop) -> None:
        """Let Pelican run the generators, which plan every page and file of the site."""
        self.settings["PORTAL"] = workshop
        super().run()

    def _across(
        self, settings: BuildSettings, stage: Stage, before: str, decided: Decided
    ) -> AbstractContextManager[Across]:
        """Return what spreads the work: over this machine, or over the cluster."""
        if not settings.cluster:
            return nullcontext(spread)
        asked = {**self._asked, "AS_OF": settings.as_of.isoformat()}
        seen = _seen(before, decided, self.writer)
        job = Job(plan_again, asked, settings.cache, stage.folder, stage.earlier, seen)
        return cluster(settings.cluster, job)


def plan_again(settings: dict[str, Any]) -> tuple[PortalWriter, Seen]:
    """Plan the build with these settings in a process of a cluster; return what was seen, too."""
    site = PortalSite(settings)
    asked = read_settings(site.settings)
    content, decided = read_and_decide(asked)
    site.plan(open_workshop(asked, public_portal(content, decided, asked.as_of)))
    return site.writer, _seen(stamps_everywhere(asked.content), decided, site.writer)


def _seen(content: str, decided: Decided, writer: PortalWriter) -> Seen:
    """Return digests of a build before anything is written.

    The main process looks at the content before it reads, others after they read: it stayed.
    """
    decisions = hashlib.sha256(repr(sorted(shown(decided).items())).encode()).hexdigest()
    return {"content": content, "decisions": decisions, "theme": writer.digest()}


def _unused(decided: Decided, moved: Iterable[str]) -> list[str]:
    """Return the old addresses at which something else stands than a page that leads on."""
    leading = {page_path(address) for address in moved}
    olds = (redirect.old for redirect in decided.tables.redirects)
    return [old for old in olds if page_path(old) not in leading]


class _Clock:
    """Seconds per step."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, float]] = []
        self._last = time.monotonic()

    def done(self, name: str) -> None:
        now = time.monotonic()
        self.steps.append((name, now - self._last))
        self._last = now


def workshop(settings: dict[str, Any]) -> Workshop:
    """Return what generators take their pages from. Raises GateNotConnected outside a build."""
    found = settings.get("PORTAL")
    if not isinstance(found, Workshop):
        raise GateNotConnected(f"PELICAN_CLASS di pelicanconf.py harus {__name__}.PortalSite")
    return found
