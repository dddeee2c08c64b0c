"""`invoke costs.review`: what will be signed is shown, then one line is added, or nothing is."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.approval.trust import fingerprint
from kinerja.building.stage import exclusive
from kinerja.commands.costs import review as command
from kinerja.commands.costs.review import Asked
from tests.kinerja.commands.projects import use_settings
from tests.kinerja.contents import AS_OF, change, write
from tests.kinerja.ministry import EDITOR, INSPECTOR, ROOT_KEY, Ministry, key, write_ministry
from tests.kinerja.ministry import public_key as public

pytestmark = pytest.mark.client("ssh-keygen")

Capture = pytest.CaptureFixture[str]
LEDGER, REVIEWS = "data/biaya/2026.csv", "persetujuan/biaya-2026.jsonl"
ROW = (
    "2026-{:06},2026-02-{:02},2026-02-03,{},{},{},bimas,521211,bahan,Cetak,{},sp2d,SP-{},"
    "internal,\n"
)
ROWS = (
    ROW.format(2, 4, "kembali", "2026-000001", "nikah-2025", 50000, 2)
    + ROW.format(3, 5, "bayar", "", "", 7000, 3)
    + ROW.format(4, 20, "batal", "2026-000003", "", 7000, 4)
    + ROW.format(5, 25, "bayar", "", "", 9000, 5)
)


@pytest.fixture
def clock() -> list[datetime]:
    """Return what time it is, as the only item: AS_OF until a test says otherwise."""
    return [AS_OF]


@pytest.fixture
def ministry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: list[datetime]) -> Ministry:
    """Return a folder with five rows."""
    use_settings(monkeypatch, tmp_path, TRUST_ROOT=fingerprint(public(ROOT_KEY)))
    ministry = write_ministry(tmp_path / "isi")
    path = ministry.root / LEDGER
    write(ministry.root, LEDGER, path.read_text("utf-8") + ROWS)
    monkeypatch.setattr(command, "parse_as_of", lambda _: clock[0])
    return ministry


def run(ministry: Ministry, signer: str = INSPECTOR, **asked: str) -> int:
    """Run the command; rows 1 to 3 and `sesuai` unless something else is asked."""
    nothing = dict.fromkeys(Asked._fields, "")
    usual = nothing | {"first": "2026-000001", "last": "2026-000003"}
    usual |= {"outcome": "sesuai", "letter": "SIM-1/2026"}
    return command.run(str(ministry.root), Asked(**(usual | asked)), str(key(signer)))


def lines(ministry: Ministry) -> list[str]:
    """Return the lines of reviews."""
    path = ministry.root / REVIEWS
    return path.read_text("utf-8").splitlines() if path.exists() else []


def in_force(ministry: Ministry) -> list[tuple[str, str, str]]:
    """Return ends and outcome of what counts a day later."""
    found = ministry.decided(AS_OF + timedelta(days=1)).ledger.in_force
    return [(batch.first[-1], batch.last[-1], batch.outcome) for batch in found]


def test_a_review_is_shown_signed_and_written(ministry: Ministry, capsys: Capture) -> None:
    """Rows, money and open points before; the file after; it counts in the next build."""
    assert 0 == run(ministry, first="2026-000001", last="2026-000004")
    assert [
        "Yang direviu: 4 baris, 2026-000001 sampai 2026-000004. Dibayar Rp250.000, kembali "
        "Rp50.000, biaya Rp200.000.",
        "Dibatalkan: 1 (2026-000003)",
        f"Dicatat di {REVIEWS}: 2026-000001 sampai 2026-000004, sesuai. Tampil pada invoke build "
        "berikutnya.",
    ] == [line for line in capsys.readouterr().out.splitlines() if "Sidik" not in line]
    assert [("1", "4", "sesuai")] == in_force(ministry)


def test_a_year_means_what_nobody_reviewed(
    ministry: Ministry, clock: list[datetime], capsys: Capture
) -> None:
    """Up to a day of recording; then from the next row on; then nothing is left."""
    nothing = {"first": "", "last": "", "year": "2026"}
    assert 0 == run(ministry, until="2026-02-05", **nothing)
    clock[0] += timedelta(hours=1)
    assert 0 == run(ministry, **nothing)
    assert [("1", "3", "sesuai"), ("4", "5", "sesuai")] == in_force(ministry)
    assert "Biaya umum tanpa publikasi: 1 (2026-000005)" in capsys.readouterr().out
    assert 2 == run(ministry, **nothing)
    assert "Semua baris 2026 yang dicatat sampai 2026-03-01 sudah direviu." in said(capsys)


def said(capsys: Capture) -> str:
    """Return what was printed."""
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "code", "sentence"),
    [
        ({"outcome": "cocok"}, 2, "--result: 'cocok' tidak dikenal; pilih sesuai, "),
        ({"last": "2026-000009"}, 2, "Sebut baris yang ada di buku biaya"),
        ({"first": "", "last": "", "year": "dua"}, 2, "Sebut baris yang ada di buku biaya"),
        ({"first": "", "last": "", "year": "2025"}, 2, "Semua baris 2025 "),
        ({"year": "dua"}, 2, "Sebut baris yang ada di buku biaya"),
        ({"year": "2026"}, 2, "Sebut baris yang ada di buku biaya"),
        ({"letter": " "}, 1, "nomor_surat: '' tidak dapat dipakai"),
        ({"outcome": "belum-sesuai"}, 1, "catatan: '' tidak dapat dipakai"),
        ({"note": "a\x1bb"}, 1, "catatan: 'a\\x1bb' tidak dapat dipakai"),
        ({"first": "2026-000003", "last": "2026-000001"}, 1, "(K73)"),
        ({"person": "editor@portal.example"}, 1, "bukan pereviu-itjen pada hari itu"),
        ({"person": "siapa saja"}, 2, "Sebut siapa dengan --by; pemegang peran pereviu-itjen"),
    ],
)
def test_what_would_not_count_is_refused(
    ministry: Ministry, capsys: Capture, asked: dict[str, str], code: int, sentence: str
) -> None:
    """With a sentence, and nothing is written."""
    assert code == run(ministry, **asked)
    assert sentence in said(capsys)
    assert [] == lines(ministry)


def test_the_key_of_somebody_else_is_refused(ministry: Ministry, capsys: Capture) -> None:
    """Before anything is written."""
    assert 1 == run(ministry, signer=EDITOR)
    assert "tanpa tanda tangan yang sah" in said(capsys)
    assert [] == lines(ministry)


def test_without_a_key_nothing_is_written(ministry: Ministry, capsys: Capture) -> None:
    """The sentence of ssh-keygen is passed on."""
    asked = Asked("2026-000001", "2026-000003", "", "", "sesuai", "SIM-1", "", "")
    assert 2 == command.run(str(ministry.root), asked, "/tidak/ada")
    assert "Tidak ditandatangani" in said(capsys)
    assert [] == lines(ministry)


def test_a_part_of_an_earlier_review_is_refused(
    ministry: Ministry, clock: list[datetime], capsys: Capture
) -> None:
    """The earlier one is named; to replace it whole is said before it is signed."""
    assert 0 == run(ministry)
    clock[0] += timedelta(hours=1)
    assert 1 == run(ministry, first="2026-000002")
    assert "(K74)" in said(capsys)
    assert 0 == run(ministry, last="2026-000004", outcome="belum-sesuai", note="Bukti kurang.")
    assert "Menggantikan reviu: 1 (SIM-1/2026)" in said(capsys)
    assert [("1", "4", "belum-sesuai")] == in_force(ministry)


def test_rows_of_a_later_day_keep_the_digest_right(ministry: Ministry) -> None:
    """A row that is recorded later than today stands after the range, not in it."""
    path = ministry.root / LEDGER
    later = ROW.format(6, 28, "bayar", "", "", 10, 6).replace("2026-02-28", "2026-06-01")
    write(ministry.root, LEDGER, path.read_text("utf-8") + later)
    assert 0 == run(ministry, first="", last="", year="2026")
    assert [("1", "5", "sesuai")] == in_force(ministry)


def test_mistakes_of_the_content_come_first(ministry: Ministry, capsys: Capture) -> None:
    """What stops a build stops a review."""
    change(ministry.root, LEDGER, ",50000,", ",5x,")
    assert 1 == run(ministry)
    assert "(K06)" in said(capsys)
    assert [] == lines(ministry)


def test_no_folder_is_said(tmp_path: Path, capsys: Capture) -> None:
    """And no traceback."""
    asked = Asked("", "", "2026", "", "sesuai", "SIM-1", "", "")
    assert 2 == command.run(str(tmp_path / "tiada"), asked, "")
    assert "Tidak ada folder isi" in said(capsys)


def test_the_content_is_locked_meanwhile(
    ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two reviews do not write over one another."""
    held: list[bool] = []
    make = command.make_review

    def watched(root: Path, *rest: object) -> object:
        held.append(is_held(root))
        return make(root, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(command, "make_review", watched)
    assert 0 == run(ministry)
    assert [True] == held


def is_held(root: Path) -> bool:
    """Whether somebody holds the lock of a content folder."""
    waited: list[str] = []

    def give_up(holder: str) -> None:
        waited.append(holder)
        raise InterruptedError

    try:
        with exclusive(root, give_up):
            return False
    except InterruptedError:
        return bool(waited)
