"""`invoke check`: read and decide without building; strict, every mistake at once."""

from pathlib import Path

from rich.console import Console

from kinerja.approval.gate import Decided, decide
from kinerja.approval.trust import read_trusted
from kinerja.building.settings import parse_as_of
from kinerja.building.stage import exclusive
from kinerja.model.portal import Content

from .configuration import project_settings
from .findings import as_annotations, as_json, findings, print_findings
from .fixing import fix_content
from .guard import chosen, content_folder, guarded
from .rules import explain
from .words import console, say

FORMATS = ("text", "json", "github")


@guarded
def run(content: str, form: str = "text", code: str = "", fix: bool = False) -> int:
    """Print every mistake and all advice; 0 no mistake, 1 mistakes, 2 no such folder or word."""
    terminal = console()
    if code:
        return explain(terminal, code.upper())
    chosen("format", form, FORMATS)
    root = content_folder(content)
    if fix:
        _fix(root, console(stderr=form != "text"))
    with terminal.status(say("step-read")):
        read, decided = read_and_decide(root)
    found = findings(decided, read.stopping)
    if form == "json":
        print(as_json(root, found))
    elif form == "github":
        print(as_annotations(content, found))
    else:
        print_findings(terminal, root, found)
        problems, advice = decided.problems, decided.advice
        terminal.print(say("mistakes", count=len(problems)) if problems else say("no-mistakes"))
        if advice:
            terminal.print(say("advice", count=len(advice)))
    return 1 if decided.problems else 0


def _fix(root: Path, terminal: Console) -> None:
    """Mend what can be mended; the second pass sees what the first made readable."""
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        paths = set()
        for _ in range(2):
            for path, done in fix_content(_read(root)):
                what = ", ".join(say(f"mend-{name}") for name in done)
                terminal.print(say("mended", path=path, what=what))
                paths.add(path)
        content = _read(root)
    for edition in content.editions.values():
        decisions = content.governance.decisions.get(edition.id, ())
        if edition.path in paths and decisions and edition.digest != decisions[-1].digest:
            terminal.print(say("mended-again", path=edition.path))
    if not paths:
        terminal.print(say("nothing-mended"))


def read_and_decide(root: Path) -> tuple[Content, Decided]:
    """Read the content and decide as a build at this moment would."""
    content = _read(root)
    return content, decide(content, parse_as_of(""), mint=True)


def _read(root: Path) -> Content:
    return read_trusted(root, parse_as_of("").date(), project_settings(root).trust)
