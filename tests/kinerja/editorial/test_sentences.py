"""The checks on numbers measured on sentences that are labelled by hand (tests/golden/numbers)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.kinerja.editorial.telling import GOLDEN, codes

STRAY = "S05"
"""Found wherever a figure is neither bound nor linked: only labels that ask for it measure it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled text with the codes that were wanted and found."""

    half: str
    text: str
    wanted: frozenset[str]
    found: frozenset[str]


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a file that are no comment."""
    for line in (GOLDEN / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line


def found_in(text: str, cited: str) -> frozenset[str]:
    """Return the codes of checks on numbers in a text whose lines end with ¶."""
    names = () if cited == "-" else cited.split()
    return frozenset(c for c in codes(text.replace("¶", "\n"), *names) if c < "S06")


def read_sentences() -> list[Sentence]:
    """Return the labelled set, checked."""
    made = []
    for line in lines("sentences.txt"):
        half, label, cited, text = line.split(" :: ", 3)
        found = found_in(text, cited)
        wanted = frozenset({label} - {"ok", "clean"})
        shown = found if label in (STRAY, "clean") else found - {STRAY}
        made.append(Sentence(half, text, wanted, shown))
    return made


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    """Return the labelled set."""
    return read_sentences()


def test_the_set_is_large_half_wrong_and_half_blind(sentences: list[Sentence]) -> None:
    """More than 150, half of them right, half written after the rules, every rule among them."""
    assert len(sentences) > 150
    assert 0.4 < sum(not s.wanted for s in sentences) / len(sentences) < 0.6
    assert 0.5 <= sum(s.half == "after" for s in sentences) / len(sentences) < 0.6
    assert len({s.text for s in sentences}) == len(sentences)
    rules = {*(f"N0{n}" for n in range(1, 8)), *(f"S0{n}" for n in range(1, 6))}
    for half in ("before", "after"):
        assert rules == {code for s in sentences if s.half == half for code in s.wanted}


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
    sentences: list[Sentence],
    measured: list[str],
    half: str,
    family: str,
    what: str,
    least: tuple[float, float],
) -> None:
    """What was reached once, rounded down, is kept; the figures are printed."""
    part = [s for s in sentences if s.half == half]
    wanted = {(s.text, code) for s in part for code in s.wanted if code[0] == family}
    found = {(s.text, code) for s in part for code in s.found if code[0] == family}
    precision, recall = len(wanted & found) / len(found), len(wanted & found) / len(wanted)
    measured.append(
        f"numbers in prose, {half} the rules, {len(part)} sentences, {what}: "
        f"precision {precision:.3f}, recall {recall:.3f}"
    )
    assert precision >= least[0]
    assert recall >= least[1]


@pytest.mark.parametrize("line", [*lines("cases.txt")])
def test_published_contradictions_are_found_and_correct_releases_pass(line: str) -> None:
    """Each with the code of its rule and no other."""
    expected, cited, text = line.split(" :: ", 2)
    assert {*expected.split()} - {"ok"} == found_in(text, cited) - {STRAY}
