"""Every role with everything it could try, on every stage of an edition: only what may, counts."""

from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest

from kinerja.approval.gate import decide
from kinerja.model.governance import Act, Decision
from tests.kinerja.contents import AS_OF, write_record
from tests.kinerja.ministry import (
    AUTHOR,
    CENTRE,
    EDITOR,
    FULL,
    HEAD,
    HOLDERS,
    HOUR,
    INSPECTOR,
    LAST,
    OTHER,
    ROLES,
    ROLES_TEXT,
    SIGNERS,
    STEWARD,
    Ministry,
    signer,
    write_ministry,
)

pytestmark = pytest.mark.client("ssh-keygen")

TAKING_BACK = {(name, act) for name in (HEAD, CENTRE, EDITOR, LAST) for act in list(Act)[2:]}
"""Return and withdraw: heads of the unit or above, editor and responsible, at any stage."""

HANDING_IN = {(AUTHOR, Act.SUBMIT)}
TURNS: list[set[tuple[str, Act]]] = [
    set(),
    {(HEAD, Act.APPROVE), (CENTRE, Act.APPROVE)},
    {(EDITOR, Act.APPROVE)},
    {(LAST, Act.APPROVE)},
    set(),
]
"""Who may approve after so many decisions of the full path."""


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return a folder with a page `baru` of which the figure is new; nobody decided on it."""
    ministry = write_ministry(tmp_path)
    write_record(tmp_path, "halaman", "baru", ringkasan=f"'Dalam 4711 hari. {'kata ' * 20}'")
    return ministry


def uncounted(ministry: Ministry, decision: Decision) -> list[str]:
    """Return the codes said of one further decision, in memory; what counts is told by none."""
    as_of = decision.time
    content = ministry.read(as_of)
    decisions = dict(content.governance.decisions)
    decisions[decision.record] = (*decisions.get(decision.record, ()), decision)
    governance = replace(content.governance, decisions=decisions)
    found = decide(replace(content, governance=governance), as_of, mint=True)
    return [item.code for item in found.verdicts[decision.record].problems]


def tried(ministry: Ministry, record_id: str, stage: int) -> set[tuple[str, Act]]:
    """Return what counts of everything that the holders could do next."""
    now = AS_OF + (stage + 1) * HOUR
    return {
        (name, act)
        for name, act in product(HOLDERS, Act)
        if not uncounted(ministry, ministry.made(record_id, name, act, now))
    }


@pytest.mark.parametrize("stage", range(len(TURNS)))
def test_who_may_do_what_with_a_record(ministry: Ministry, stage: int) -> None:
    """Each role, each act, after each step of the full path; a head of another unit nothing."""
    if stage:
        ministry.approve("baru", FULL[:stage])
    assert HANDING_IN | TURNS[stage] | TAKING_BACK == tried(ministry, "baru", stage)
    assert OTHER not in {name for name, _ in tried(ministry, "baru", stage)}


@pytest.mark.parametrize("record_id", ["tabel-sumber", "capaian-kepuasan"])
@pytest.mark.parametrize("stage", [0, 1, 2])
def test_who_may_do_what_with_data(ministry: Ministry, record_id: str, stage: int) -> None:
    """The data steward alone approves and may give back; units have no hand in tables."""
    path = "data/sumber.csv" if record_id == "tabel-sumber" else "data/capaian/kepuasan.csv"
    file = ministry.root / path
    file.write_text(file.read_text("utf-8").replace("laporan,Laporan", "laporan,Naskah"), "utf-8")
    file.write_text(file.read_text("utf-8").replace("2025,,,85", "2025,,,86"), "utf-8")
    if stage:
        ministry.approve(record_id, (AUTHOR, STEWARD)[:stage])
    heads = {HEAD, CENTRE} if record_id == "capaian-kepuasan" else set()
    back = {(name, act) for name in (*heads, EDITOR, LAST) for act in list(Act)[2:]}
    steward = {(STEWARD, Act.RETURN)} | ({(STEWARD, Act.APPROVE)} if stage == 1 else set())
    assert HANDING_IN | back | steward == tried(ministry, record_id, stage)


PAIRS = [*combinations(FULL, 2)]


@pytest.mark.parametrize(("first", "second"), PAIRS, ids=["+".join(pair) for pair in PAIRS])
def test_nobody_decides_in_two_roles(ministry: Ministry, first: str, second: str) -> None:
    """Whoever holds two roles uses one of them on an edition; the second is refused (P12)."""
    both = "".join(
        f"- {{orang: rangkap@portal.example, peran: {role}{unit and f', unit: {unit}'}}}\n"
        for role, unit in (HOLDERS[name] for name in (first, second))
    )
    ministry.govern(ROLES, ROLES_TEXT + both)
    ministry.govern(SIGNERS, "".join(map(signer, (*HOLDERS, "rangkap"))))
    codes: list[str] = []
    for hour, name in enumerate(FULL[: FULL.index(second) + 1]):
        act = Act.APPROVE if hour else Act.SUBMIT
        who = "rangkap" if name in (first, second) else name
        made = ministry.made("baru", who, act, AS_OF + hour * HOUR, role=HOLDERS[name][0])
        codes += uncounted(ministry, made)
        ministry.say("baru", who, act, made.time, role=HOLDERS[name][0])
    assert ["P12"] == codes


def test_the_inspector_decides_on_no_content(ministry: Ministry) -> None:
    """The review of costs is another matter: whatever is tried is refused."""
    for stage in range(len(TURNS)):
        assert INSPECTOR not in {name for name, _ in tried(ministry, "baru", stage)}
        ministry.say("baru", FULL[min(stage, 3)], Act.APPROVE if stage else Act.SUBMIT, AS_OF)
