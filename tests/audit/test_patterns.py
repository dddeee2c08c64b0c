"""No text makes a pattern of ours run away: whose work is more than the square of its length."""

import importlib
import re
import signal
from types import FrameType

from kinerja.commands.environment import PROJECT

LENGTH = 3_000
"""Characters: cubic work takes minutes on them, square work an instant."""

SECONDS = 2
"""Of this process alone, so that a busy machine is no mistake."""

PIECES = (
    *("a", "A", "1", " ", "\n", ".", ",", "-", "_", "/", ":", "@", "#", "&", "=", "*", "`", "'"),
    *("[", "](", "(", ")", "{{", "}}", "<", ">", '"', "a ", "a-", "1.", "1,", "a@", "a.", "Rp1"),
)


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every compiled pattern for text that stands in a module, by its place."""
    found: dict[str, re.Pattern[str]] = {}
    for path in sorted((PROJECT / "plugins").rglob("*.py")):
        name = path.relative_to(PROJECT / "plugins").with_suffix("").as_posix().replace("/", ".")
        if name.endswith(("__init__", "__main__", ".child")):
            name = name.rpartition(".")[0]
        for key, value in vars(importlib.import_module(name)).items():
            for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(item, re.Pattern) and isinstance(item.pattern, str):
                    found[f"{name}.{key}[{number}]"] = item
    return found


class Running(Exception):
    """A pattern took too long."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End what runs."""
    raise Running


def runs_away(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is still at a text after some seconds of work."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.search(text)
        pattern.fullmatch(text)
    except Running:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False


def test_no_pattern_runs_away(measured: list[str]) -> None:
    """Every pattern on every pair of pieces, repeated, with an end that fits nothing."""
    found, pairs = patterns(), {a + b for a in PIECES for b in ("", *PIECES)}
    texts = [piece * (LENGTH // len(piece)) + "\0" for piece in sorted(pairs)]
    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        assert [] == [
            (place, text[:9])
            for place, pattern in found.items()
            for text in texts
            if runs_away(pattern, text)
        ]
    finally:
        signal.signal(signal.SIGVTALRM, before)
    measured.append(f"patterns: {len(found)} on {len(texts)} texts of {LENGTH} signs, none slow")
