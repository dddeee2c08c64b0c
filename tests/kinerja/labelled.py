"""Texts that people labelled: half of a set was written after the rules, and no figure falls."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """A text with the codes that people gave it and those that the rules give."""

    half: str
    text: str
    wanted: frozenset[str]
    found: frozenset[str]


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file that are no comment."""
    return (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


def is_fair(cases: list[Case], least: int, codes: set[str]) -> None:
    """Hold a set to its size: no text twice, half harmless, half blind, each code in both."""
    assert len(cases) > least
    assert len({case.text for case in cases}) == len(cases)
    assert 0.4 < sum(not case.wanted for case in cases) / len(cases) < 0.6
    assert 0.5 <= sum(case.half == "after" for case in cases) / len(cases) < 0.6
    for half in ("before", "after"):
        assert codes == {code for case in cases if case.half == half for code in case.wanted}


def with_codes(cases: list[Case], family: str) -> tuple[set[object], set[object]]:
    """Return what was wanted and what was found of the codes with a first letter."""
    wanted = {(case.text, code) for case in cases for code in case.wanted if code[0] == family}
    found = {(case.text, code) for case in cases for code in case.found if code[0] == family}
    return {*wanted}, {*found}


def holds(
    measured: list[str],
    name: str,
    sets: tuple[set[object], set[object]],
    least: tuple[float, float],
) -> None:
    """Print precision and recall of what was wanted and found; both are at least as before."""
    wanted, found = sets
    precision, recall = len(wanted & found) / len(found), len(wanted & found) / len(wanted)
    measured.append(f"{name}: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= least[0]
    assert recall >= least[1]
