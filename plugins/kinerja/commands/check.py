"""`invoke check`: read and decide without building; strict, every mistake at once."""

from pathlib import Path

from cost_appendix.label import declaration_problems
from kinerja.approval.gate import decide
from kinerja.building.settings import parse_as_of
from kinerja.model.documents import Document
from kinerja.model.portal import Content
from kinerja.reading.content import read_content
from tabular.problems import Problem

from .words import console, print_problems, say


def run(content: str) -> int:
    """Print every mistake; 0 none, 1 mistakes, 2 no such folder."""
    terminal = console()
    root = Path(content).resolve()
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    problems = find_problems(root)
    print_problems(terminal, problems)
    terminal.print(say("mistakes", count=len(problems)) if problems else say("no-mistakes"))
    return 1 if problems else 0


def find_problems(root: Path) -> list[Problem]:
    """Return every mistake in the content, sorted by place."""
    now = parse_as_of("")
    content = read_content(root, now.date())
    decided = decide(content, now, mint=True)
    return sorted({*decided.problems, *_cost_problems(content)})


def _cost_problems(content: Content) -> list[Problem]:
    """What records declare about their cost must fit the ledger."""
    return [
        found
        for edition in content.editions.values()
        if isinstance(edition.value, Document)
        for found in declaration_problems(
            content.ledger,
            edition.id,
            str(edition.value.record.cost),
            edition.value.record.cost_note or "",
            edition.path,
            edition.value.lines.get("biaya", 1),
        )
    ]
