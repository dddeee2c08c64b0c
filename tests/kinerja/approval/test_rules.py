"""Rules of a decision: each with a case that keeps it and one that breaks it."""

from datetime import date, datetime, timedelta

import pytest

from kinerja.approval.rules import RULES, Case
from kinerja.approval.rules.order import a_submission_comes_first, roles_follow_in_order
from kinerja.approval.rules.persons import (
    the_author_approves_nothing,
    the_person_decides_once,
    the_person_holds_the_role,
    the_role_may_take_back,
    the_unit_is_theirs,
)
from kinerja.model.governance import Act, Decision, Holder, Paths, Role
from kinerja.reading.messages import MESSAGES

from . import decisions
from .decisions import AUTHOR, EDITOR, HEAD, LAST, NOON, terms


def made(act: Act, role: Role, person: str = "", when: datetime = NOON) -> Decision:
    """Return a decision at a time; the person is named after the role where none is given."""
    return decisions.made(0, act, role, person=person).model_copy(update={"time": when})


def case(*given: Decision, holders: tuple[Holder, ...] = ()) -> Case:
    """Return the last decision with those before it, on the path of three roles."""
    return Case(given[-1], given[:-1], terms(holders=holders))


def holder(role: Role, first: date | None = None, last: date | None = None) -> Holder:
    """Return a holder of a role for some days."""
    return Holder(person=f"{role}@portal.example", role=role, valid_from=first, valid_to=last)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (holder(EDITOR), True),
        (holder(EDITOR, date(2026, 2, 2), date(2026, 2, 2)), True),
        (holder(EDITOR, date(2026, 2, 3)), False),
        (holder(EDITOR, None, date(2026, 2, 1)), False),
        (holder(HEAD), False),
    ],
)
def test_the_person_holds_the_role(held: Holder, expected: bool) -> None:
    """On the day of the decision, with that very role."""
    assert expected == the_person_holds_the_role(case(made(Act.APPROVE, EDITOR), holders=(held,)))


def test_nobody_holds_a_role_without_being_named() -> None:
    """Neither another person nor an empty list."""
    stranger = made(Act.APPROVE, EDITOR, "orang-lain")
    assert not the_person_holds_the_role(case(stranger, holders=(holder(EDITOR),)))
    assert not the_person_holds_the_role(case(stranger))


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_the_author_approves_nothing(act: Act, role: Role) -> None:
    """An author hands in and does nothing else; nobody else hands in."""
    expected = (role is AUTHOR) == (act is Act.SUBMIT)
    assert expected == the_author_approves_nothing(case(made(act, role)))


def test_the_person_decides_once() -> None:
    """Whoever handed in or approved an edition does not approve it again in another role."""
    submitted = made(Act.SUBMIT, AUTHOR, "dua-peran")
    approved = made(Act.APPROVE, HEAD, "kepala")
    assert the_person_decides_once(case(submitted, approved))
    assert not the_person_decides_once(case(submitted, made(Act.APPROVE, HEAD, "dua-peran")))
    assert not the_person_decides_once(
        case(submitted, approved, made(Act.APPROVE, EDITOR, "kepala"))
    )


def test_who_approved_may_still_return_or_withdraw() -> None:
    """Taking down is never slower than putting up."""
    approved = made(Act.APPROVE, LAST)
    assert the_person_decides_once(case(approved, made(Act.RETURN, LAST)))
    assert the_person_decides_once(case(approved, made(Act.WITHDRAW, LAST)))


def test_a_submission_comes_first() -> None:
    """An approval needs it; a return and a withdrawal do not."""
    approval = made(Act.APPROVE, HEAD)
    assert a_submission_comes_first(case(made(Act.SUBMIT, AUTHOR), approval))
    assert not a_submission_comes_first(case(approval))
    assert not a_submission_comes_first(case(made(Act.APPROVE, HEAD), approval))
    assert a_submission_comes_first(case(made(Act.WITHDRAW, LAST)))
    assert a_submission_comes_first(case(made(Act.RETURN, LAST)))


@pytest.mark.parametrize(
    ("before", "role", "expected"),
    [
        ([], HEAD, True),
        ([], EDITOR, False),
        ([], LAST, False),
        ([HEAD], EDITOR, True),
        ([HEAD], LAST, False),
        ([HEAD], HEAD, False),
        ([HEAD, EDITOR], LAST, True),
        ([HEAD, EDITOR, LAST], LAST, False),
        ([], Role.INSPECTOR, False),
    ],
)
def test_roles_follow_in_order(before: list[Role], role: Role, expected: bool) -> None:
    """One after the other, none left out, none that is not asked."""
    given = [made(Act.APPROVE, earlier) for earlier in before]
    approval = made(Act.APPROVE, role, when=NOON + timedelta(hours=1))
    assert expected == roles_follow_in_order(case(made(Act.SUBMIT, AUTHOR), *given, approval))


def test_order_binds_approvals_only() -> None:
    """To hand in again, to return and to withdraw is nobody's turn."""
    for act, role in ((Act.SUBMIT, AUTHOR), (Act.RETURN, LAST), (Act.WITHDRAW, EDITOR)):
        assert roles_follow_in_order(case(made(act, role)))


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        (Act.SUBMIT, set(Role)),
        (Act.APPROVE, set(Role)),
        (Act.RETURN, {HEAD, EDITOR, LAST}),
        (Act.WITHDRAW, {HEAD, EDITOR, LAST}),
    ],
)
def test_who_may_take_back(act: Act, roles: set[Role]) -> None:
    """Roles that approve also return; three of them alone withdraw."""
    assert roles == {role for role in Role if the_role_may_take_back(case(made(act, role)))}


def test_a_role_of_the_path_may_return() -> None:
    """Who is asked to approve data may also give them back."""
    steward, own = made(Act.RETURN, Role.DATA_STEWARD), (Role.DATA_STEWARD,)
    assert the_role_may_take_back(Case(steward, (), terms(Paths(light=own, full=own, urgent=own))))


def test_every_rule_has_its_message() -> None:
    """Codes are unique, and each has words."""
    codes = [code for code, _ in RULES]
    assert codes == sorted(set(codes))
    assert set() == set(codes) - MESSAGES.keys()


@pytest.mark.parametrize(
    "spelling",
    ["kepala-unit", "Kepala-Unit", "kepala-unit+rumah", "KEPALA-UNIT+a+b"],
)
def test_one_person_in_any_spelling(spelling: str) -> None:
    """Capitals and `+words` make no second person, neither to hold a role nor to decide twice."""
    approval = made(Act.APPROVE, HEAD, spelling)
    assert the_person_holds_the_role(case(approval, holders=(holder(HEAD),)))
    assert not the_person_decides_once(case(made(Act.APPROVE, HEAD), approval))


@pytest.mark.parametrize(
    ("role", "unit", "expected"),
    [
        (HEAD, "u", True),
        (HEAD, "pusat", True),
        (HEAD, "lain", False),
        (HEAD, None, False),
        (EDITOR, None, True),
        (EDITOR, "u", True),
        (EDITOR, "lain", False),
    ],
)
def test_the_unit_is_theirs(role: Role, unit: str | None, expected: bool) -> None:
    """Of the record's unit or one above; a head of unit without unit heads nothing."""
    held = Holder(person=f"{role}@portal.example", role=role, unit=unit)
    assert expected == the_unit_is_theirs(case(made(Act.APPROVE, role), holders=(held,)))
