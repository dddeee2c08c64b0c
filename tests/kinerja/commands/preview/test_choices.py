"""Who may decide now is what the rules would count, for the person, the role and the unit."""

from pathlib import Path

import pytest

from kinerja.commands.deciding import append_decision
from kinerja.commands.preview.choices import choices, made
from kinerja.commands.preview.listing import standing
from kinerja.commands.preview.session import Session
from kinerja.model.governance import Act, Role
from kinerja.model.records import RECORD_TYPES, Kind
from tests.kinerja import contents
from tests.kinerja.commands.preview.sessions import NEW, open_session
from tests.kinerja.contents import PERSONS, UNIT, change, write

AUTHOR, LAST = ("penulis", PERSONS[Role.AUTHOR]), ("penanggung-jawab", PERSONS[Role.RESPONSIBLE])
Found = dict[Act, list[tuple[str, str]]]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Return a session with a new page."""
    return open_session(tmp_path)


def root(session: Session) -> Path:
    """Return the folder of the content."""
    return session.settings.content


def open_to(session: Session, record: str = NEW) -> Found:
    """Return who may decide on a record now."""
    state = session.read()
    edition, verdict = state.content.editions[record], state.decided.verdicts[record]
    return choices(state.content, edition, verdict, state.now)


def decide(session: Session, act: Act, role: Role, record: str = NEW, person: str = "") -> None:
    """Write a decision on the present edition, unsigned, now."""
    state = session.read()
    edition = state.content.editions[record]
    append_decision(root(session), made(edition, act, role, person or PERSONS[role], state.now))


def test_a_new_record_is_handed_in(session: Session) -> None:
    """By its author, and by nobody else; there is nothing to give back or to take down."""
    assert {Act.SUBMIT: [AUTHOR]} == open_to(session)


def test_what_was_handed_in_is_approved_or_returned(session: Session) -> None:
    """By the next role of the path; it may be taken down too."""
    decide(session, Act.SUBMIT, Role.AUTHOR)
    assert {Act.APPROVE: [LAST], Act.RETURN: [LAST], Act.WITHDRAW: [LAST]} == open_to(session)


def test_who_handed_in_does_not_approve(session: Session) -> None:
    """Also where the person holds both roles."""
    decide(session, Act.SUBMIT, Role.AUTHOR)
    roles = "tata-kelola/peran.yaml"
    both = f"- {{orang: {PERSONS[Role.AUTHOR]}, peran: penanggung-jawab}}\n"
    write(root(session), roles, contents.TABLES[roles] + both)
    assert [LAST] == open_to(session)[Act.APPROVE]


def test_a_head_decides_for_the_unit(session: Session) -> None:
    """A holder bound to another unit is not offered."""
    roles = "tata-kelola/peran.yaml"
    more = "".join(
        f"- {{orang: {name}@portal.example, peran: penulis, unit: {unit}}}\n"
        for name, unit in (("dekat", UNIT), ("jauh", "lain"))
    )
    write(root(session), roles, contents.TABLES[roles] + more)
    assert [("penulis", "dekat@portal.example"), AUTHOR] == open_to(session)[Act.SUBMIT]


def test_every_open_path_is_offered(session: Session) -> None:
    """After the head, a text without new figures goes on by the light path or by the full one."""
    light, full = "[kepala-unit, penanggung-jawab]", "[kepala-unit, editor, penanggung-jawab]"
    paths = f"{{ringan: {light}, penuh: {full}, darurat: {full}}}"
    nobody = "{ringan: [], penuh: [], darurat: []}"
    kinds = {str(kind): paths if kind in RECORD_TYPES else nobody for kind in Kind}
    policy = "".join(f"  {kind}: {roles}\n" for kind, roles in kinds.items())
    write(root(session), "tata-kelola/kebijakan.yaml", f"tanda_tangan: tidak\njenis:\n{policy}")
    head = "head@portal.example"
    roles = contents.TABLES["tata-kelola/peran.yaml"]
    roles += f"- {{orang: {head}, peran: kepala-unit, unit: {UNIT}}}\n"
    roles += "- {orang: editor@portal.example, peran: editor}\n"
    write(root(session), "tata-kelola/peran.yaml", roles)
    decide(session, Act.SUBMIT, Role.AUTHOR)
    assert [("kepala-unit", head)] == open_to(session)[Act.APPROVE]
    decide(session, Act.APPROVE, Role.HEAD_OF_UNIT, person=head)
    assert [("editor", "editor@portal.example"), LAST] == open_to(session)[Act.APPROVE]


@pytest.mark.parametrize(
    ("old", "new"), [("unit: bimas", "unit: lain"), ("status: siap", "status: draf")]
)
def test_mistakes_and_drafts_are_not_approved(session: Session, old: str, new: str) -> None:
    """Nobody hands in or approves them."""
    change(root(session), f"halaman/{NEW}.md", old, new)
    assert {} == open_to(session)


def test_what_the_policy_asks_nobody_about(session: Session) -> None:
    """Tables and datasets have no forms where valid is approved."""
    assert [{}, {}] == [open_to(session, record) for record in ("tabel-unit", "capaian-kepuasan")]


def test_after_a_withdrawal_nothing_is_open(session: Session) -> None:
    """It holds for ever."""
    decide(session, Act.WITHDRAW, Role.RESPONSIBLE, "kontak")
    state = session.read()
    assert ({}, "ditarik") == (
        open_to(session, "kontak"),
        standing(state, state.decided.verdicts["kontak"]),
    )
