"""What goes wrong outside the content, in words: no traceback reaches an editor."""

import functools
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

from rich.console import Console

from kinerja.approval.signing import SigningFailed
from kinerja.building.faults import BadSetting, Busy, GateNotConnected, NotOurs
from kinerja.processes import WorkerDied

from .deciding import Refused
from .words import console, print_problems, say

P = ParamSpec("P")

SENTENCES: dict[type[Exception], str] = {
    BadSetting: "setting",
    GateNotConnected: "setting",
    NotOurs: "not-ours",
    Busy: "busy",
    SigningFailed: "not-sealed",
    WorkerDied: "worker-died",
}
"""Faults of the environment and the sentence for each."""


def guarded(run: Callable[P, int]) -> Callable[P, int]:
    """Return a command that ends with 2 and a sentence where it would have raised."""

    @functools.wraps(run)
    def safe(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return run(*args, **kwargs)
        except tuple(SENTENCES) as error:
            console().print(say(SENTENCES[type(error)], reason=error))
        except OSError as error:
            reason = f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
            console().print(say("environment", reason=reason))
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            console().print(say("bug", reason=reason, path=_write_trace()))
        return 2

    return safe


def answered(work: Callable[[Console], int], unread: int) -> int:
    """Do the work; refused it prints why and returns 2, or `unread` where there are mistakes."""
    terminal = console()
    try:
        return work(terminal)
    except Refused as refused:
        print_problems(terminal, refused.problems)
        terminal.print(say(refused.sentence, **refused.words))
        return unread if refused.problems else 2


def content_folder(content: str) -> Path:
    """Return the folder of the content. Raises Refused."""
    root = Path(content).resolve()
    if not root.is_dir():
        raise Refused("no-content", {"path": root})
    return root


def _write_trace() -> Path:
    """Keep the traceback for whoever mends the program."""
    handle, name = tempfile.mkstemp(prefix="portal-kinerja-", suffix=".txt")
    with open(handle, "w", encoding="utf-8") as file:
        file.write(traceback.format_exc())
    return Path(name)
