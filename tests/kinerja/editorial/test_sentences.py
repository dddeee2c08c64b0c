"""The checks on numbers measured on sentences that are labelled by hand (tests/golden/numbers)."""

import pytest

from tests.kinerja.editorial.telling import GOLDEN, codes
from tests.kinerja.labelled import Case, holds, is_fair, lines, with_codes

STRAY = "S05"
"""Found wherever a figure is neither bound nor linked: only labels that ask for it measure it."""

RULES = {*(f"N0{n}" for n in range(1, 8)), *(f"S0{n}" for n in range(1, 6))}


def found_in(text: str, cited: str) -> frozenset[str]:
    """Return the codes of checks on numbers in a text whose lines end with ¶."""
    names = () if cited == "-" else cited.split()
    return frozenset(c for c in codes(text.replace("¶", "\n"), *names) if c < "S06")


@pytest.fixture(scope="module")
def sentences() -> list[Case]:
    """Return the labelled set, checked."""
    made = []
    for line in lines(GOLDEN / "sentences.txt"):
        half, label, cited, text = line.split(" :: ", 3)
        found = found_in(text, cited)
        shown = found if label in (STRAY, "clean") else found - {STRAY}
        made.append(Case(half, text, frozenset({label} - {"ok", "clean"}), shown))
    return made


def test_the_set_is_large_half_wrong_and_half_blind(sentences: list[Case]) -> None:
    """More than 150, half of them right, half written after the rules, every rule among them."""
    is_fair(sentences, 150, RULES)


@pytest.mark.parametrize(
    ("half", "family", "what", "least"),
    [
        ("before", "N", "refusing", (1.0, 1.0)),
        ("before", "S", "advising", (1.0, 1.0)),
        ("after", "N", "refusing", (1.0, 1.0)),
        ("after", "S", "advising", (0.93, 1.0)),
    ],
)
def test_precision_and_recall_do_not_fall(
    sentences: list[Case],
    measured: list[str],
    half: str,
    family: str,
    what: str,
    least: tuple[float, float],
) -> None:
    """What was reached once, rounded down, is kept; the figures are printed."""
    part = [case for case in sentences if case.half == half]
    name = f"numbers in prose, {half} the rules, {len(part)} sentences, {what}"
    holds(measured, name, with_codes(part, family), least)


@pytest.mark.parametrize("line", [*lines(GOLDEN / "cases.txt")])
def test_published_contradictions_are_found_and_correct_releases_pass(line: str) -> None:
    """Each with the code of its rule and no other."""
    expected, cited, text = line.split(" :: ", 2)
    assert {*expected.split()} - {"ok"} == found_in(text, cited) - {STRAY}
