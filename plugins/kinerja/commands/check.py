"""`invoke check`: read and decide without building; strict, every mistake at once."""

from pathlib import Path

from kinerja.approval.gate import Decided, decide
from kinerja.approval.trust import read_trusted
from kinerja.building.settings import parse_as_of
from tabular.problems import Problem

from .configuration import project_settings
from .guard import guarded
from .words import console, print_problems, say


@guarded
def run(content: str) -> int:
    """Print every mistake, then all advice; 0 no mistake, 1 mistakes, 2 no such folder."""
    terminal = console()
    root = Path(content).resolve()
    if not root.is_dir():
        terminal.print(say("no-content", path=root))
        return 2
    decided = decide_now(root)
    problems = decided.problems
    print_problems(terminal, problems)
    terminal.print(say("mistakes", count=len(problems)) if problems else say("no-mistakes"))
    if advice := decided.advice:
        terminal.print(say("advice", count=len(advice)))
        print_problems(terminal, advice)
    return 1 if problems else 0


def find_problems(root: Path) -> list[Problem]:
    """Return every mistake in the content, sorted by place."""
    return list(decide_now(root).problems)


def decide_now(root: Path) -> Decided:
    """Decide as a build at this moment would."""
    now = parse_as_of("")
    content = read_trusted(root, now.date(), project_settings(root).trust)
    return decide(content, now, mint=True)
