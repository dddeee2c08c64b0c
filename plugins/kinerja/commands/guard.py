"""What goes wrong outside the content, in words: no traceback reaches an editor."""

import functools
import tempfile
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ParamSpec

from kinerja.approval.signing import SigningFailed
from kinerja.building.faults import (
    BadSetting,
    Busy,
    ClusterDiffers,
    ClusterLost,
    GateNotConnected,
    NotOurs,
)
from kinerja.processes import WorkerDied
from tabular.problems import Problem

from .words import console, print_problems, say

P = ParamSpec("P")

SENTENCES: dict[type[Exception], str] = {
    BadSetting: "setting",
    GateNotConnected: "setting",
    NotOurs: "not-ours",
    Busy: "busy",
    SigningFailed: "not-signed",
    WorkerDied: "worker-died",
    ClusterLost: "cluster-lost",
    ClusterDiffers: "cluster-differs",
}
"""Faults of the environment and the sentence for each."""


class Refused(Exception):
    """Nothing was done: the key of a sentence with its words, and the mistakes that say why.

    `code` is how the command ends: 1 with mistakes, otherwise 2, unless it is given.
    """

    def __init__(
        self,
        sentence: str,
        words: Mapping[str, object],
        problems: tuple[Problem, ...] = (),
        code: int = 0,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.words = words
        self.problems = problems
        self.code = code or (1 if problems else 2)


def guarded(run: Callable[P, int]) -> Callable[P, int]:
    """Return a command that ends with a sentence, and 2 or the code of Refused, where it raises."""

    @functools.wraps(run)
    def safe(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return run(*args, **kwargs)
        except Refused as refused:
            print_problems(console(), refused.problems)
            console().print(say(refused.sentence, **refused.words))
            return refused.code
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


def chosen(option: str, value: str, choices: Iterable[str]) -> str:
    """Return the value of an option. Raises Refused where it is none of the choices."""
    known = [*choices]
    if value not in known:
        words = {"option": option, "value": value, "choices": ", ".join(known)}
        raise Refused("unknown-choice", words)
    return value


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
