"""`invoke build`: run the build and say in words what was published, withheld, and why."""

import logging
import traceback
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from kinerja.approval.gate import Verdict
from kinerja.building.faults import ContentStops, GateNotConnected, SealBroken
from kinerja.building.site import BuildReport, PortalSite
from kinerja.building.unchanged import Asked, find_inputs, remember
from kinerja.model.records import Kind

from .environment import PROJECT
from .guard import guarded
from .words import console, language, print_problems, say

CONFIGURATION = PROJECT / "pelicanconf.py"


@guarded
def run(content: str, output: str, as_of: str, release: bool, cluster: str = "") -> int:
    """Build the site; 0 published, 1 stopped by content, 2 stopped by the environment."""
    terminal = console()
    target = Path(output).absolute()
    if not Path(content).is_dir():
        terminal.print(say("no-content", path=Path(content).absolute()))
        return 2
    overrides = {
        "PATH": str(Path(content).absolute()),
        "OUTPUT_PATH": str(target),
        "AS_OF": as_of,
        "MINT_RELEASES": release,
        **({"CLUSTER": cluster} if cluster else {}),
    }
    asked = Asked(Path(content).absolute(), target, as_of, release, language())
    inputs = find_inputs(asked)
    try:
        found = {"AROUND": inputs.around, "SEEN": inputs.content}
        report = build_site({**overrides, **found}, terminal)
    except ContentStops as error:
        print_problems(terminal, error.problems)
        terminal.print(say("stopped", count=len(error.problems)))
        return error.exitcode
    except SealBroken as error:
        terminal.print(say("changed-meanwhile", names=error))
        return error.exitcode
    print_report(terminal, report, target)
    remember(asked, inputs, report, _said_again(report, target))
    return 0


def _said_again(report: BuildReport, output: Path) -> str:
    """Return what a build says that finds nothing changed."""
    recorded = console(StringIO())
    recorded.print(say("unchanged"))
    print_report(recorded, replace(report, changed=0, steps=[]), output)
    return recorded.file.getvalue() if isinstance(recorded.file, StringIO) else ""


def build_site(
    overrides: dict[str, Any], terminal: Console, kind: type[PortalSite] = PortalSite
) -> BuildReport:
    """Run Pelican with our class on the settings of the project. Raises what the build raises."""
    import pelican.log
    from pelican.settings import read_settings

    pelican.log.console.quiet = True
    _log_in_words()
    settings = read_settings(str(CONFIGURATION), override=overrides)
    site = kind(settings)
    site.say_waiting = lambda holder: terminal.print(say("waiting", holder=holder))
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=terminal,
        auto_refresh=False,
        transient=True,
        disable=not terminal.is_terminal,
    ) as progress:
        bar = progress.add_task("", total=None)

        def advance(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)
            if done % 25 == 0 or done == total:
                progress.refresh()

        site.progress = advance
        site.run()
    if site.report is None:
        raise GateNotConnected("PELICAN_CLASS")
    return site.report


class _Words(logging.Formatter):
    """What Pelican logs, with the last line of a traceback for the whole of it."""

    def formatException(self, ei: Any) -> str:
        return traceback.format_exception_only(ei[1])[-1].rstrip()


def _log_in_words() -> None:
    """Let Pelican log errors only, and without tracebacks: the words of the command come after."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Words())
    log = logging.getLogger("pelican")
    log.setLevel(logging.ERROR)
    log.handlers = [handler]


def print_report(terminal: Console, report: BuildReport, output: Path) -> None:
    """Say what was published, what was withheld and why, and how long each step took."""
    verdicts = list(report.decided.verdicts.values())
    shown = [v.kind for v in verdicts if v.edition]
    drafts = [v for v in verdicts if v.is_draft]
    unfinished = {found for verdict in drafts for found in verdict.problems}
    problems = [found for found in report.decided.problems if found not in unfinished]
    if problems:
        terminal.print(say("mistakes", count=len(problems)))
        print_problems(terminal, problems)
    if advice := report.decided.advice:
        terminal.print(say("advice", count=len(advice)))
    _print_reasons(terminal, "withheld", [v for v in verdicts if not v.edition and not v.is_draft])
    hidden = [v for v in drafts if not v.edition]
    if hidden:
        terminal.print(say("drafts", count=len(hidden)))
    _print_reasons(terminal, "old-edition", [v for v in verdicts if v.edition and v.reasons])
    if waiting := report.decided.waiting_posts:
        terminal.print(say("waiting-posts", count=len(waiting)))
        print_problems(terminal, waiting)
    if report.dead_links:
        terminal.print(say("dead-links", count=len(report.dead_links)))
        for page, address in report.dead_links:
            terminal.print(f"  {page}: {address}")
    if report.unused_redirects:
        terminal.print(say("unused-redirects", count=len(report.unused_redirects)))
        for address in report.unused_redirects:
            terminal.print(f"  {address}")
    terminal.print(
        say(
            "published",
            publications=shown.count(Kind.PUBLICATION),
            issues=shown.count(Kind.ISSUE),
            lessons=shown.count(Kind.EDUCATION),
            services=shown.count(Kind.SERVICE),
            indicators=shown.count(Kind.INDICATOR),
            pages=shown.count(Kind.PAGE),
            datasets=shown.count(Kind.DATASET),
        )
    )
    minted = len(report.decided.minted)
    terminal.print(say("files", files=report.files, changed=report.changed, minted=minted))
    if report.steps:
        steps = ", ".join(f"{say(f'step-{name}')} {took:.2f}" for name, took in report.steps)
        terminal.print(say("steps", steps=steps))
    terminal.print(say("next-due", moment=next_due(report)))
    terminal.print(say("output", path=output))


def _print_reasons(terminal: Console, title: str, verdicts: list[Verdict]) -> None:
    if not verdicts:
        return
    terminal.print(say(title, count=len(verdicts)))
    for verdict in verdicts:
        print_problems(terminal, verdict.reasons)


def next_due(report: BuildReport) -> str:
    """Return when the site changes next by itself: at a scheduled publication, or at midnight.

    Every page that counts days is another one on the next day: what is overdue, notices that end.
    """
    midnight = report.settings.as_of.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    times = [
        datetime.fromisoformat(str(dict(reason.details)["moment"]))
        for verdict in report.decided.verdicts.values()
        for reason in verdict.reasons
        if reason.code == "P06"
    ]
    return min([midnight, *times]).isoformat()
