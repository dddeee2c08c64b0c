"""Reviews of the ledger count by the rules of decisions: role, key, and the very bytes."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost_appendix.batches import ReviewState
from kinerja.approval.gate import decide
from kinerja.approval.releases import WITHDRAWN
from kinerja.model.signers import Namespace
from tests.kinerja.contents import AS_OF, change, read, write, write_content
from tests.kinerja.ministry import (
    EDITOR,
    HOUR,
    INSPECTOR,
    ROLES,
    ROLES_TEXT,
    SIGNERS,
    Ministry,
    public_key,
    write_ministry,
)

pytestmark = pytest.mark.client("ssh-keygen")

LEDGER = "data/biaya/2026.csv"
REVIEWS = "persetujuan/biaya-2026.jsonl"
CODE = "biaya-2026#2026-000001"
MADE = AS_OF - timedelta(days=10)


@pytest.fixture
def ministry(tmp_path: Path) -> Ministry:
    """Return the folder, everything approved."""
    return write_ministry(tmp_path)


def states(ministry: Ministry, as_of: datetime = AS_OF) -> list[str]:
    """Return the state of each review at that time."""
    return [batch.state for batch in ministry.decided(as_of).ledger.batches]


def codes(ministry: Ministry) -> list[str]:
    """Return what is said about the reviews."""
    found = ministry.decided().problems
    return [item.code for item in found if item.path == REVIEWS]


def test_an_inspector_reviews(ministry: Ministry) -> None:
    """The signed line counts, from its time on."""
    batch = ministry.review(MADE)
    assert ([ReviewState.SIGNED], []) == (states(ministry), codes(ministry))
    assert [] == states(ministry, MADE - timedelta(seconds=1))
    assert batch.signature


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        (EDITOR, {}, "P10"),
        ("tidak-ada", {}, "P10"),
        (INSPECTOR, {"key": EDITOR}, "P22"),
    ],
)
def test_nobody_else_does(ministry: Ministry, name: str, more: dict[str, str], code: str) -> None:
    """Another role, an unknown person, a key of somebody else: the money stays unreviewed."""
    ministry.review(MADE, name, **more)
    assert ([ReviewState.REFUSED], [code]) == (states(ministry), codes(ministry))
    assert () == ministry.decided().ledger.in_force


def test_the_role_is_held_on_that_day(ministry: Ministry) -> None:
    """What was reviewed before the role was handed over."""
    ministry.review(MADE)
    line = f"{INSPECTOR}@portal.example, peran: pereviu-itjen"
    ministry.govern(ROLES, ROLES_TEXT.replace(line, f"{line}, dari: 2026-02-25"))
    assert ["P10"] == codes(ministry)


def test_a_key_for_decisions_reviews_nothing(ministry: Ministry) -> None:
    """`penanda.allowed_signers` says what for."""
    ministry.review(MADE)
    text = (ministry.root / SIGNERS).read_text("utf-8")
    ministry.govern(SIGNERS, text.replace(f",{Namespace.COST_REVIEW}", ""))
    assert ["P22"] == codes(ministry)


def test_a_line_without_signature_counts_nothing(ministry: Ministry) -> None:
    """The policy asks for one."""
    batch = ministry.review(MADE)
    armour = (batch.signature or "").replace("\n", "\\n")
    change(ministry.root, REVIEWS, f'"{armour}"', "null")
    assert ["P22"] == codes(ministry)


def test_a_small_unit_needs_no_signature(ministry: Ministry) -> None:
    """Where the policy asks for none, the line says so; one that is there must be good."""
    batch = ministry.review(MADE)
    (ministry.root / "tata-kelola/kebijakan.yaml").unlink()
    content = read(ministry.root)
    assert [ReviewState.SIGNED] == [b.state for b in decide(content, AS_OF, False).ledger.batches]
    armour = (batch.signature or "").replace("\n", "\\n")
    change(ministry.root, REVIEWS, f'"{armour}"', "null")
    found = decide(read(ministry.root), AS_OF, False).ledger.batches
    assert [ReviewState.UNSIGNED] == [b.state for b in found]


def test_a_stolen_key_signs_nothing(ministry: Ministry) -> None:
    """What it signed is void."""
    ministry.review(MADE)
    ministry.govern("tata-kelola/penanda.dicabut", public_key(INSPECTOR) + "\n")
    assert ["P22"] == codes(ministry)


def test_changed_rows_stop_nothing_and_are_told(ministry: Ministry) -> None:
    """The build goes on; the money is unreviewed."""
    ministry.review(MADE)
    change(ministry.root, LEDGER, "Cetak poster", "Cetak koster")
    assert ([ReviewState.CHANGED], ["K77"]) == (states(ministry), codes(ministry))


def test_a_broken_line_stops(ministry: Ministry) -> None:
    """As a broken line of decisions does."""
    write(ministry.root, REVIEWS, "{}\n")
    stopping = ministry.read(AS_OF).stopping
    assert {(REVIEWS, "K70"), (REVIEWS, "K71")} == {(p.path, p.code) for p in stopping}


def releases(ministry: Ministry) -> list[str]:
    """Return the editions released for the review."""
    rows = ministry.release(AS_OF + timedelta(days=len(releases_log(ministry)))).releases
    return [row.edition for row in rows if row.code == CODE]


def releases_log(ministry: Ministry) -> list[str]:
    """Return the lines of the release log."""
    path = ministry.root / "data/rilis.csv"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def test_a_review_is_released_once_and_taken_back(ministry: Ministry) -> None:
    """It has a row of the release log; a second one another; what counts no more `tarik`."""
    first = ministry.review(MADE, outcome="belum-sesuai", note="Bukti kurang.")
    assert [first.edition] == releases(ministry)
    assert [first.edition] == releases(ministry)
    second = ministry.review(MADE + HOUR)
    assert [first.edition, second.edition] == releases(ministry)
    change(ministry.root, LEDGER, "Cetak poster", "Cetak koster")
    assert [first.edition, second.edition, WITHDRAWN] == releases(ministry)


def test_what_never_counted_is_never_released(ministry: Ministry) -> None:
    """There is nothing to take back."""
    ministry.review(MADE, EDITOR)
    assert [] == releases(ministry)


def test_revisions_of_the_budget_are_released(tmp_path: Path) -> None:
    """Each by its number, from its day on."""
    write_content(tmp_path)
    header = "nomor,urut,tanggal,kewenangan,mata_anggaran,semula,menjadi,alasan\n"
    lines = (
        "1,1,2026-02-01,dja,bahan,1000000,2000000,a\n",
        "2,1,2026-04-01,dja,bahan,2000000,1,b\n",
    )
    write(tmp_path, "data/revisi/2026.csv", header + "".join(lines))
    minted = decide(read(tmp_path), AS_OF, mint=True).minted
    assert ["revisi-2026#1"] == [row.code for row in minted if row.code.startswith("revisi-")]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Ministry:
    """Return a folder with a review, which every example changes and puts right again."""
    ministry = write_ministry(tmp_path_factory.mktemp("isi"))
    ministry.review(MADE)
    return ministry


@pytest.mark.parametrize("path", [LEDGER, REVIEWS])
@settings(max_examples=60)
@given(data=st.data())
def test_any_single_byte(reviewed: Ministry, path: str, data: st.DataObject) -> None:
    """Replaced, taken out or put in, in the line or in its rows: the review does not count."""
    file = reviewed.root / path
    before = file.read_bytes()
    first = before.index(b"2026-0")
    begin = first if path == LEDGER else 0
    place = data.draw(st.integers(begin, len(before) - 1))
    byte = data.draw(st.binary(min_size=1, max_size=1).filter(lambda b: b[0] != before[place]))
    how = data.draw(st.sampled_from(["replaced", "taken out", "put in"]))
    tail = before[place + (how != "put in") :]
    after = before[:place] + (b"" if how == "taken out" else byte) + tail
    harmless = path == LEDGER and after.rstrip(b"\n") == before.rstrip(b"\n")
    try:
        file.write_bytes(after)
        content = reviewed.read(AS_OF)
        counts = not content.stopping and bool(decide(content, AS_OF, True).ledger.in_force)
    finally:
        file.write_bytes(before)
    assert harmless is counts


def test_the_review_counts_at_first(reviewed: Ministry) -> None:
    """Or else the examples would prove nothing."""
    assert ([ReviewState.SIGNED], []) == (states(reviewed), codes(reviewed))
