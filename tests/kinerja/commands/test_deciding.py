"""One decision made: signed as the policy asks, weighed as the build would, written or refused."""

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kinerja.approval.signing import SigningFailed, ssh_sign
from kinerja.building.stage import exclusive
from kinerja.commands import deciding
from kinerja.commands.deciding import Wish, append_decision, make_decision
from kinerja.commands.guard import Refused
from kinerja.model.governance import Act, Decision, Role
from kinerja.model.signers import Namespace
from kinerja.reading.governance import read_decisions, render_decision
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, change, read, write_record
from tests.kinerja.ministry import (
    AUTHOR,
    CENTRE,
    EDITOR,
    FULL,
    HEAD,
    HOLDERS,
    HOUR,
    LAST,
    OTHER,
    ROLES,
    STEWARD,
    Ministry,
    key,
    write_ministry,
)
from tests.kinerja.tables import MORE_TABLES

pytestmark = pytest.mark.client("ssh-keygen")

NEW = "baru"
FILE = f"persetujuan/{NEW}.jsonl"


@pytest.fixture
def ministry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ministry:
    """Return a released folder with a new page; it is AS_OF."""
    ministry = write_ministry(tmp_path)
    ministry.release()
    write_record(tmp_path, "halaman", NEW, ringkasan=f"'Dalam 4711 hari. {'kata ' * 20}'")
    at(monkeypatch, AS_OF)
    return ministry


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Set the clock of commands."""
    monkeypatch.setattr(deciding, "parse_as_of", lambda _: moment)


def signing(name: str) -> Callable[[bytes], str]:
    """Return how somebody signs, whoever is named in the line."""
    return lambda data: ssh_sign(data, str(key(name)), Namespace.DECISION)


def make(ministry: Ministry, name: str, act: Act | None = None, **more: str) -> deciding.Made:
    """Make a decision as a holder, by default the next step of the full path."""
    role = HOLDERS[name][0]
    usual = Act.SUBMIT if role is Role.AUTHOR else Act.APPROVE
    wish = Wish(NEW, act or usual, role, f"{name}@portal.example", **more)
    return make_decision(ministry.root, ministry.trust, wish, signing(name))


def written(ministry: Ministry) -> tuple[Decision, ...]:
    """Return the decisions on the new page."""
    path = ministry.root / FILE
    return read_decisions(ministry.root, NEW)[0] if path.exists() else ()


def test_the_full_path(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four people; each is told who comes next, and every line is signed and counts."""
    nexts = []
    for hour, name in enumerate(FULL):
        at(monkeypatch, AS_OF + hour * HOUR)
        nexts.append(make(ministry, name).next_role)
    assert [Role.HEAD_OF_UNIT, Role.EDITOR, Role.RESPONSIBLE, None] == nexts
    verdict = ministry.decided(AS_OF + 24 * HOUR).verdicts[NEW]
    assert verdict.edition
    assert list(written(ministry)) == sorted(verdict.counted, key=lambda d: d.time)
    assert all(made.signature for made in verdict.counted)


@pytest.mark.parametrize(
    ("name", "code"), [(HEAD, "P13"), (OTHER, "P13"), (EDITOR, "P13"), (LAST, "P13")]
)
def test_nobody_comes_before_the_author(ministry: Ministry, name: str, code: str) -> None:
    """What would not count is refused with its code, and nothing is written."""
    with pytest.raises(Refused) as refused:
        make(ministry, name)
    assert ("not-counted", [code]) == (
        refused.value.sentence,
        [found.code for found in refused.value.problems],
    )
    assert () == written(ministry)


def test_of_many_heads_only_those_above_the_record_are_asked(ministry: Ministry) -> None:
    """Of thousands; who is named is taken at their word."""
    make(ministry, AUTHOR)
    wish = Wish(NEW, Act.APPROVE, Role.HEAD_OF_UNIT)
    with pytest.raises(Refused) as refused:
        make_decision(ministry.root, ministry.trust, wish, signing(HEAD))
    people = f"{HEAD}@portal.example, {CENTRE}@portal.example"
    assert ("who", people) == (refused.value.sentence, refused.value.words["people"])


def test_the_key_of_another_is_refused(ministry: Ministry) -> None:
    """Before anything is written, not only at the build."""
    wish = Wish(NEW, Act.SUBMIT, Role.AUTHOR, f"{AUTHOR}@portal.example")
    with pytest.raises(Refused) as refused:
        make_decision(ministry.root, ministry.trust, wish, signing(EDITOR))
    assert ["P22"] == [found.code for found in refused.value.problems]
    assert () == written(ministry)


def test_without_a_signature_nothing_is_written(ministry: Ministry) -> None:
    """ssh-keygen says why; the caller says it."""

    def fail(_data: bytes) -> str:
        raise SigningFailed("kunci tidak ada")

    wish = Wish(NEW, Act.SUBMIT, Role.AUTHOR, f"{AUTHOR}@portal.example")
    with pytest.raises(SigningFailed, match="kunci tidak ada"):
        make_decision(ministry.root, ministry.trust, wish, fail)
    assert () == written(ministry)


def test_governance_that_is_not_trusted_lets_nobody_decide(ministry: Ministry) -> None:
    """The mistakes are handed on."""
    change(ministry.root, ROLES, "editor", "penulis")
    with pytest.raises(Refused) as refused:
        make(ministry, AUTHOR)
    assert "stopped" == refused.value.sentence
    assert {"G11"} == {found.code for found in refused.value.problems}


def test_what_changed_since_it_was_read_is_not_decided_on(ministry: Ministry) -> None:
    """The digest that somebody saw is the digest that they approve."""
    seen = read(ministry.root).editions[NEW].digest
    change(ministry.root, f"halaman/{NEW}.md", "Tulis ke", "Tulis kepada")
    with pytest.raises(Refused) as refused:
        make(ministry, AUTHOR, digest=seen)
    assert ("changed-since", ()) == (refused.value.sentence, written(ministry))
    now = read(ministry.root).editions[NEW].digest
    assert now == make(ministry, AUTHOR, digest=now).decision.digest


def test_a_withdrawal_needs_nobody_else(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even that the record was handed in; approving it afterwards is refused."""
    make(ministry, HEAD, Act.WITHDRAW, reason_code="terbit-keliru")
    at(monkeypatch, AS_OF + HOUR)
    with pytest.raises(Refused) as refused:
        make(ministry, AUTHOR)
    assert ["P03"] == [found.code for found in refused.value.problems]


def test_what_is_gone_from_its_place_can_still_be_withdrawn(ministry: Ministry) -> None:
    """Its approved edition is public, so somebody must be able to take it down."""
    (ministry.root / contents.PATHS["halaman"]).unlink()
    wish = Wish("kontak", Act.WITHDRAW, Role.RESPONSIBLE, f"{LAST}@portal.example")
    make_decision(ministry.root, ministry.trust, wish, signing(LAST))
    assert "kontak" not in ministry.decided(AS_OF + HOUR).public


def test_two_at_once_lose_nothing(ministry: Ministry) -> None:
    """Decisions by two people at the same time: both lines are there, whole."""
    names = ["dua", "tiga"]
    for name in names:
        write_record(ministry.root, "halaman", name)
    failures: list[BaseException] = []

    def run(record_id: str, who: str) -> None:
        try:
            with exclusive(ministry.root, lambda _: None):
                role, person = HOLDERS[who][0], f"{who}@portal.example"
                wish = Wish(NEW, Act.WITHDRAW, role, person, reason=record_id)
                make_decision(ministry.root, ministry.trust, wish, signing(who))
        except BaseException as error:
            failures.append(error)

    threads = [
        threading.Thread(target=run, args=pair) for pair in zip(names, (EDITOR, LAST), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == failures
    assert set(names) == {made.reason for made in written(ministry)}


BY_HAND = """
import sys
from pathlib import Path
from kinerja.building.stage import exclusive
from kinerja.commands.deciding import append_decision
from kinerja.reading.governance import parse_decision
root, line = Path(sys.argv[1]), sys.argv[2]
for second in range(20):
    with exclusive(root, lambda _: None):
        append_decision(root, parse_decision(line.replace("T08:00:00", f"T08:00:{second:02}")))
"""


def test_two_processes_lose_nothing(ministry: Ministry) -> None:
    """Each takes the lock of the content for each line."""
    running = [
        subprocess.Popen(
            [
                *(sys.executable, "-c", BY_HAND, str(ministry.root)),
                render_decision(ministry.made(NEW, name, Act.RETURN, AS_OF)),
            ],
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        for name in (EDITOR, LAST)
    ]
    assert [0, 0] == [process.wait(60) for process in running]
    assert 40 == len(written(ministry))


def test_lines_are_added_to_what_is_there(ministry: Ministry) -> None:
    """The file grows by one whole line; what stood there stays byte for byte."""
    path = ministry.root / "persetujuan/kontak.jsonl"
    before = path.read_bytes()
    append_decision(ministry.root, ministry.made("kontak", LAST, Act.RETURN, AS_OF))
    after = path.read_bytes()
    assert (True, 1) == (after.startswith(before), after[len(before) :].count(b"\n"))


LEXICON = MORE_TABLES["leksikon"].replace("bobot: 5", "bobot: 8")
CEREMONY = {"judul": "Kepala melantik pejabat", "ringkasan": f"'Ia melantik. {'kata ' * 20}'"}
NO_SERVICE = {"indikator": None, "manfaat": "Hemat 15 menit.", "body": "Ada 4711 orang.\n"}


def test_what_the_filter_calls_ceremony_passes_with_a_reason(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The `ajukan` carries the result; the editor is asked for a reason, which is written down."""
    contents.write(ministry.root, "data/leksikon.yaml", LEXICON)
    ministry.approve("tabel-leksikon", (AUTHOR, STEWARD), AS_OF - 3 * HOUR)
    (ministry.root / f"halaman/{NEW}.md").unlink()
    write_record(ministry.root, "publikasi", NEW, **CEREMONY, **NO_SERVICE)
    for hour, name in enumerate((AUTHOR, HEAD)):
        at(monkeypatch, AS_OF + (hour + 2) * HOUR)
        make(ministry, name)
    at(monkeypatch, AS_OF + 9 * HOUR)
    with pytest.raises(Refused) as refused:
        make(ministry, EDITOR)
    assert ["P24"] == [found.code for found in refused.value.problems]
    assert Role.RESPONSIBLE == make(ministry, EDITOR, reason="Warga bertanya.").next_role
    assert [("seremonial", None), (None, None), (None, "Warga bertanya.")] == [
        (made.reason_code, made.reason) for made in written(ministry)
    ]


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("publikasi", {}, "lolos"),
        ("publikasi", CEREMONY, "perlu-perbaikan"),
        ("halaman", CEREMONY, None),
    ],
)
def test_a_submission_carries_what_the_filter_says(
    ministry: Ministry, kind: str, changes: dict[str, str], expected: str | None
) -> None:
    """Of stories only, and only where there is a lexicon in use."""
    (ministry.root / f"halaman/{NEW}.md").unlink()
    write_record(ministry.root, kind, NEW, **changes)
    assert None is make(ministry, AUTHOR).decision.reason_code
    contents.write(ministry.root, "data/leksikon.yaml", LEXICON)
    ministry.approve("tabel-leksikon", (AUTHOR, STEWARD), AS_OF - 3 * HOUR)
    (ministry.root / FILE).unlink()
    assert expected == make(ministry, AUTHOR).decision.reason_code
