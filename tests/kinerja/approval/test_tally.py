"""Decisions counted: what is approved, what is void, what is withdrawn, whose turn it is."""

import random
from datetime import timedelta

import pytest

from kinerja.approval.tally import Tally, count_decisions
from kinerja.model.fields import Digest
from kinerja.model.governance import Decision, Paths, Role

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
    TWO,
    WITHDRAW,
    full,
    made,
    terms,
)

NOBODY = Paths(light=(), full=(), urgent=())


def count(*decisions: Decision, until: int = 1000) -> Tally:
    """Count decisions on the path of three roles, as of some minutes after noon."""
    return count_decisions(decisions, terms(), NOON + timedelta(minutes=until))


def approved(tally: Tally) -> list[tuple[Digest, int]]:
    """Return approved digests with the minute of their last approval."""
    return [(digest, (when - NOON).seconds // 60) for digest, when in tally.approved]


def codes(tally: Tally) -> list[str]:
    """Return the codes of decisions that do not count."""
    return [item.code for item in tally.problems]


def test_all_roles_in_order_approve() -> None:
    """The time of the approval is that of the last decision."""
    found = count(*full(0))
    assert ([(ONE, 3)], [], None) == (approved(found), codes(found), found.withdrawn)


@pytest.mark.parametrize("known", range(4))
def test_fewer_do_not(known: int) -> None:
    """Until the last role has decided nothing is approved, and the next one is named."""
    found = count(*full(0)[:known])
    assert [] == approved(found)
    assert (AUTHOR, *PATH)[known] == found.next_role(ONE, terms())
    assert AUTHOR == found.next_role(TWO, terms())


def test_nobody_is_next_after_the_last() -> None:
    """The edition is approved."""
    assert None is count(*full(0)).next_role(ONE, terms())


def test_decisions_are_an_unordered_set() -> None:
    """Lines in any order give the same tally."""
    decisions = [*full(0), *full(10, TWO), made(20, RETURN, EDITOR, TWO), made(21, SUBMIT, AUTHOR)]
    shuffled = random.Random(1).sample(decisions, len(decisions))
    assert count(*decisions) == count(*shuffled)


def test_decisions_of_one_second_count_in_their_order() -> None:
    """Handed in and approved by a script within a second, in whatever order they are read."""
    together = [made(0, d.act, d.role) for d in full(0)]
    assert [(ONE, 0)] == approved(count(*reversed(together)))
    assert [] == approved(count(*together, made(0, RETURN, LAST)))


def test_a_decision_counts_for_its_digest_only() -> None:
    """Approvals of one edition do not carry over to the next."""
    mixed = [*full(0)[:3], made(5, SUBMIT, AUTHOR, TWO), made(6, APPROVE, LAST, TWO)]
    found = count(*mixed)
    assert ([], ["P14"], LAST) == (approved(found), codes(found), found.next_role(ONE, terms()))


def test_the_newest_approval_stands_last() -> None:
    """Also where an earlier edition is approved again."""
    again = [made(20, RETURN, LAST), *full(21)]
    assert [(ONE, 3), (TWO, 13)] == approved(count(*full(0), *full(10, TWO)))
    assert [(TWO, 13), (ONE, 24)] == approved(count(*full(0), *full(10, TWO), *again))


def test_a_return_voids_what_counted() -> None:
    """The edition needs all roles again; a second edition is untouched."""
    found = count(*full(0), *full(10, TWO), made(20, RETURN, EDITOR))
    assert [(TWO, 13)] == approved(found)
    assert AUTHOR == found.next_role(ONE, terms())
    assert [(TWO, 13), (ONE, 33)] == approved(
        count(*full(0), *full(10, TWO), made(20, RETURN, EDITOR), *full(30))
    )


def test_a_return_before_does_not_void_what_comes_later() -> None:
    """Order in time counts, not order in the file."""
    assert [(ONE, 13)] == approved(count(made(0, RETURN, LAST), *full(10)))


@pytest.mark.parametrize("role", [HEAD, EDITOR, LAST])
def test_one_role_alone_withdraws_for_ever(role: Role) -> None:
    """Whatever is approved afterwards, and without anything handed in."""
    taken = made(10, WITHDRAW, role)
    found = count(*full(0), taken, *full(20, TWO))
    assert [taken, taken] == [found.withdrawn, count(taken).withdrawn]


@pytest.mark.parametrize("role", [AUTHOR, Role.DATA_STEWARD, Role.INSPECTOR])
def test_other_roles_do_not_withdraw(role: Role) -> None:
    """An author cannot take down what others approved."""
    assert None is count(*full(0), made(10, WITHDRAW, role)).withdrawn


def test_the_first_withdrawal_is_the_one_that_is_dated() -> None:
    """A second one changes nothing."""
    first = made(10, WITHDRAW, EDITOR)
    assert first == count(made(20, WITHDRAW, LAST), first).withdrawn


def test_what_was_handed_in_stays_known() -> None:
    """Also after a return; once an edition, and not where it does not count."""
    first, again, second = (made(n, SUBMIT, AUTHOR) for n in (0, 1, 12))
    back = made(10, RETURN, LAST)
    other = made(5, SUBMIT, AUTHOR, TWO)
    wrong = made(6, SUBMIT, EDITOR, TWO)
    assert (first, other, second) == count(first, again, back, other, wrong, second).submitted


def test_the_future_has_not_happened() -> None:
    """Decisions later than as-of count as not yet written; those at as-of count."""
    assert [] == approved(count(*full(0), until=2))
    assert [(ONE, 3)] == approved(count(*full(0), until=3))
    assert [] == codes(count(made(5, APPROVE, LAST), until=4))


def test_what_does_not_count_is_told_with_person_and_time() -> None:
    """The path of the decisions, and the rule that is broken."""
    (found,) = count(made(1, APPROVE, HEAD)).problems
    assert ("persetujuan/a.jsonl", "P13") == (found.path, found.code)
    assert (
        ("person", "kepala-unit@portal.example"),
        ("role", "kepala-unit"),
        ("moment", "2026-02-02T12:01:00+07:00"),
    ) == found.details


def test_what_does_not_count_spoils_nothing() -> None:
    """A decision out of turn is passed over, the others count, and then it is history."""
    early = made(1, APPROVE, LAST)
    assert ["P14"] == codes(count(made(0, SUBMIT, AUTHOR), early))
    late = [made(0, SUBMIT, AUTHOR), *(made(5 + n, APPROVE, r) for n, r in enumerate(PATH))]
    found = count(early, *late)
    assert ([(ONE, 7)], []) == (approved(found), codes(found))


def test_who_was_overtaken_is_told_until_it_is_settled() -> None:
    """Returned in one copy of the content, approved in another: until it is handed in again."""
    submitted, returned = made(0, SUBMIT, AUTHOR), made(1, RETURN, LAST)
    overtaken = made(2, APPROVE, HEAD)
    assert ["P13"] == codes(count(submitted, returned, overtaken))
    assert [] == codes(count(submitted, returned, overtaken, made(3, SUBMIT, AUTHOR)))


def test_what_breaks_another_rule_is_told_for_ever() -> None:
    """Who has no such role was not overtaken by anybody."""
    wrong = made(1, SUBMIT, EDITOR)
    assert ["P11"] == codes(count(wrong, *full(2)))


def test_without_required_roles_nothing_is_approved_by_decision() -> None:
    """What needs no approval is not approved by anybody."""
    found = count_decisions(full(0), terms(NOBODY), NOON + timedelta(days=1))
    assert ([], ["P14", "P14", "P14"]) == (approved(found), codes(found))


def ministry(
    *decisions: Decision, urgent: bool = False, figures: dict[Digest, set[str]] | None = None
) -> Tally:
    """Count decisions under the paths of a ministry."""
    under = terms(MINISTRY, urgent=urgent, figures=figures)
    return count_decisions(decisions, under, NOON + timedelta(days=1))


LIGHT = [made(0, SUBMIT, AUTHOR), made(1, APPROVE, HEAD), made(2, APPROVE, LAST)]
URGENT = [made(0, SUBMIT, AUTHOR), made(1, APPROVE, EDITOR), made(2, APPROVE, LAST)]


def test_the_light_path_is_open_without_new_figures() -> None:
    """Every figure is bound, or stood in the edition approved before."""
    assert [(ONE, 2)] == approved(ministry(*LIGHT, figures={ONE: set()}))
    assert [] == approved(ministry(*LIGHT, figures={ONE: {"12"}}))
    later = [made(10 + n, d.act, d.role, TWO) for n, d in enumerate(LIGHT)]
    known = {ONE: {"12", "13"}, TWO: {"12"}}
    assert [(ONE, 3), (TWO, 12)] == approved(ministry(*full(0), *later, figures=known))
    changed = {ONE: {"12"}, TWO: {"12", "14"}}
    assert [(ONE, 3)] == approved(ministry(*full(0), *later, figures=changed))


def test_a_returned_edition_is_no_measure_for_the_light_path() -> None:
    """What was taken back approves no figures."""
    later = [made(10 + n, d.act, d.role, TWO) for n, d in enumerate(LIGHT)]
    known = {ONE: {"12"}, TWO: {"12"}}
    taken_back = made(5, RETURN, EDITOR)
    assert [] == approved(ministry(*full(0), taken_back, *later, figures=known))


def test_the_urgent_path_is_open_to_what_says_so() -> None:
    """`darurat` in the record, editor and the last role; it waits for review then."""
    found = ministry(*URGENT, urgent=True)
    assert ([(ONE, 2)], frozenset({ONE})) == (approved(found), found.unreviewed)
    assert HEAD == found.next_role(ONE, terms(MINISTRY, urgent=True))
    assert [] == approved(ministry(*URGENT))


def test_who_was_left_out_reviews_late() -> None:
    """The time of approval stays, and nothing waits any more."""
    found = ministry(*URGENT, made(9, APPROVE, HEAD), urgent=True)
    assert ([(ONE, 2)], frozenset(), []) == (approved(found), found.unreviewed, codes(found))
    assert None is found.next_role(ONE, terms(MINISTRY, urgent=True))


def test_nobody_reviews_late_what_was_not_urgent() -> None:
    """After the light path no further approval counts."""
    found = ministry(*LIGHT, made(9, APPROVE, EDITOR), figures={ONE: set()})
    assert ([(ONE, 2)], ["P14"]) == (approved(found), codes(found))


def test_the_shortest_open_path_says_whose_turn_it_is() -> None:
    """Light or urgent where they are open, the full path otherwise."""
    handed_in = made(0, SUBMIT, AUTHOR)
    for urgent, figures, expected in ((True, {"12"}, EDITOR), (False, set[str](), HEAD)):
        under = terms(MINISTRY, urgent=urgent, figures={ONE: figures})
        found = ministry(handed_in, urgent=urgent, figures={ONE: figures})
        assert expected == found.next_role(ONE, under)
    after_head = ministry(*LIGHT[:2], figures={ONE: {"12"}})
    assert EDITOR == after_head.next_role(ONE, terms(MINISTRY, figures={ONE: {"12"}}))
