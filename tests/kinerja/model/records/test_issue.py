"""Answers to issues: a verdict with evidence, and times in their order."""

import pytest

from kinerja.model.ids import IndicatorRef, SourceId
from kinerja.model.records import Issue, Kind, Verdict

from .trees import codes, tree

FIRST_DAY = "2026-01-30"
TIMES = [f"{FIRST_DAY}T{hour:02}:00:00+07:00" for hour in (8, 9, 10)]


def times(*moments: str | None, seen: str = FIRST_DAY) -> dict[str, object]:
    """Return the four times of an answer: seen, reported, answered first, answered last."""
    names = ("reported", "first_answer", "final_answer")
    return {"first_seen": seen, **dict(zip(names, moments, strict=False))}


def test_an_answer() -> None:
    """Figures and sources as evidence; what is not known may be absent."""
    issue = Issue.model_validate(tree(Kind.ISSUE, **times(*TIMES)))
    assert (IndicatorRef("kepuasan", "", "2024"), SourceId("laporan")) == issue.evidence
    assert (Verdict.FALSE, None, 9) == (
        issue.verdict,
        issue.unknown,
        issue.first_answer.hour if issue.first_answer else 0,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"claim": None}, ["missing"]),
        ({"claim_origin": None}, ["missing"]),
        ({"first_seen": None}, ["missing"]),
        ({"verdict": None}, ["missing"]),
        ({"verdict": "hoaks"}, ["enum"]),
        ({"action": None}, ["missing"]),
        ({"action": ""}, ["string_too_short"]),
        ({"claim": "<b>"}, ["F10"]),
        ({"reported": FIRST_DAY}, ["F14"]),
        ({"first_seen": TIMES[0]}, ["F13"]),
    ],
)
def test_what_an_answer_has(changes: dict[str, object], expected: list[str]) -> None:
    """A claim and where it came up, a verdict of five words, and what is done."""
    assert expected == codes(Issue, tree(Kind.ISSUE, **changes))


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (None, ["missing"]),
        ([], ["too_short"]),
        (["kepuasan@2024-13"], ["F18"]),
        (["kepuasan@"], ["F18"]),
        (["@2024"], ["F18"]),
        (["kepuasan[kota]"], ["F11"]),
        (["Laporan Kinerja"], ["F11"]),
        (["https://contoh.example/@a"], ["F18"]),
        ([{"id": "kepuasan", "period": "2024"}], ["F18"]),
        ([["kepuasan@2024"]], ["F18"]),
        ("kepuasan@2024", ["tuple_type"]),
    ],
)
def test_evidence_is_a_figure_or_a_source(evidence: object, expected: list[str]) -> None:
    """`id@periode` names one value; everything else is the id of a source, and told once.

    That a list without one valid entry is short besides is left out by `reading.validate`.
    """
    found = codes(Issue, tree(Kind.ISSUE, evidence=evidence))
    assert expected == (found if not evidence else [code for code in found if code != "too_short"])


@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_are_the_words_of_the_contract(verdict: Verdict) -> None:
    """Five of them, as editors write them."""
    assert verdict == Issue.model_validate(tree(Kind.ISSUE, verdict=str(verdict))).verdict
    assert ["benar", "sebagian-benar", "menyesatkan", "salah", "belum-terbukti"] == [*Verdict]


@pytest.mark.parametrize(
    "values",
    [
        times(*TIMES),
        times(*TIMES[:2]),
        times(None, TIMES[1]),
        times(None, None, TIMES[2]),
        times(TIMES[0], TIMES[0], TIMES[0]),
        times(TIMES[0], None, TIMES[1]),
    ],
)
def test_times_in_their_order(values: dict[str, object]) -> None:
    """Each may be absent, and two may be the same."""
    assert FIRST_DAY == str(Issue.model_validate(tree(Kind.ISSUE, **values)).first_seen)


@pytest.mark.parametrize(
    "values",
    [
        times(TIMES[1], TIMES[0]),
        times(TIMES[0], TIMES[2], TIMES[1]),
        times(TIMES[1], None, TIMES[0]),
        times("2026-01-29T23:59:59+07:00"),
        times(None, None, "2026-01-29T23:59:59+07:00"),
        times(TIMES[0], f"{FIRST_DAY}T08:30:00+08:00"),
        times(*TIMES, seen="2026-01-31"),
    ],
)
def test_times_that_cannot_be(values: dict[str, object]) -> None:
    """Answered before it was reported, or before anybody saw it; offsets are reckoned with."""
    assert ["F34"] == codes(Issue, tree(Kind.ISSUE, **values))
