"""What the filter calls ceremony passes with a public reason, on every path; all else as before."""

from datetime import timedelta

import pytest

from kinerja.approval.rules import lacks_a_reason
from kinerja.approval.tally import count_decisions
from kinerja.model.governance import Decision, Paths, Role, ScreeningResult

from .decisions import (
    APPROVE,
    AUTHOR,
    EDITOR,
    HEAD,
    LAST,
    MINISTRY,
    NOON,
    ONE,
    PATH,
    RETURN,
    SUBMIT,
    made,
    terms,
)

CEREMONY = str(ScreeningResult.CEREMONY)
SMALL = Paths(light=(LAST,), full=(LAST,), urgent=(LAST,))


def submitted(result: str | None = CEREMONY, minute: int = 0) -> Decision:
    """Return the `ajukan` that carries a result of the filter."""
    return made(minute, SUBMIT, AUTHOR).model_copy(update={"reason_code": result})


def approvals(*roles: Role, reasons: tuple[Role, ...] = ()) -> list[Decision]:
    """Return approvals a minute apart; some of the roles give a reason."""
    return [
        made(n, APPROVE, role).model_copy(update={"reason": "Warga bertanya."})
        if role in reasons
        else made(n, APPROVE, role)
        for n, role in enumerate(roles, 1)
    ]


def refused(*decisions: Decision, paths: Paths = MINISTRY, urgent: bool = False) -> list[str]:
    """Return the codes of what does not count, with the role in the details."""
    about = terms(paths, urgent=urgent, figures={ONE: {"1"}})
    found = count_decisions(decisions, about, NOON + timedelta(hours=1)).problems
    return [f"{item.code} {dict(item.details)['role']}" for item in found]


@pytest.mark.parametrize(
    ("roles", "reasons", "expected"),
    [
        (PATH, (EDITOR,), []),
        (PATH, (EDITOR, LAST), []),
        (PATH, (), ["P24 editor", "P14 penanggung-jawab"]),
        (PATH, (HEAD,), ["P24 editor", "P14 penanggung-jawab"]),
        ((HEAD,), (), []),
    ],
)
def test_the_editor_gives_the_reason(
    roles: tuple[Role, ...], reasons: tuple[Role, ...], expected: list[str]
) -> None:
    """The head of the unit confirms facts and cannot give it; who comes after needs none more."""
    assert expected == refused(submitted(), *approvals(*roles, reasons=reasons))


@pytest.mark.parametrize("reasons", [(), (LAST,)])
def test_without_an_editor_the_last_gives_it(reasons: tuple[Role, ...]) -> None:
    """On the path of one role, and on the light one: no path lets ceremony through in silence."""
    expected = [] if reasons else ["P24 penanggung-jawab"]
    decisions = (submitted(), *approvals(LAST, reasons=reasons))
    assert expected == refused(*decisions, paths=SMALL)
    light = Paths(light=(HEAD, LAST), full=(HEAD, LAST), urgent=(HEAD, LAST))
    assert expected == refused(submitted(), *approvals(HEAD, LAST, reasons=reasons), paths=light)


def test_the_urgent_path_asks_too() -> None:
    """Its editor comes first."""
    assert ["P24 editor", "P14 penanggung-jawab"] == refused(
        submitted(), *approvals(EDITOR, LAST), urgent=True
    )
    assert [] == refused(submitted(), *approvals(EDITOR, LAST, reasons=(EDITOR,)), urgent=True)


@pytest.mark.parametrize("result", [None, "", "lolos", "perlu-perbaikan", "lain", "SEREMONIAL"])
def test_any_other_result_asks_for_nothing(result: str | None) -> None:
    """Also that of decisions made before there was a filter."""
    assert [] == refused(submitted(result), *approvals(*PATH))


def test_the_submission_that_counts_says_it() -> None:
    """The first of two; after a return the next, so that an edition mended in the lexicon goes."""
    assert [] == refused(submitted("lolos"), submitted(minute=1), *approvals(*PATH))
    back = made(1, RETURN, EDITOR)
    again = submitted("lolos", 2)
    later = [d.model_copy(update={"time": d.time + timedelta(minutes=9)}) for d in approvals(*PATH)]
    assert [] == refused(submitted(), back, again, *later)


def test_what_lacks_a_reason() -> None:
    """Handed in as ceremony, and nobody who may has given one."""
    assert not lacks_a_reason(())
    assert lacks_a_reason((submitted(), *approvals(HEAD, reasons=(HEAD,))))
    assert not lacks_a_reason((submitted(), *approvals(HEAD, EDITOR, reasons=(EDITOR,))))


def test_an_empty_reason_is_none() -> None:
    """A reason says something."""
    empty = [d.model_copy(update={"reason": ""}) for d in approvals(*PATH)]
    assert ["P24 editor", "P14 penanggung-jawab"] == refused(submitted(), *empty)
