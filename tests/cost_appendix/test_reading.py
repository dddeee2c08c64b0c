"""Files to a ledger: what counts on a day, what is absent, what cannot be read."""

from datetime import date
from pathlib import Path

from cost_appendix.model import Share, Stage
from cost_appendix.reading import read_ledger
from tabular.problems import problem
from tests.cost_appendix.ledgers import ACCOUNT, LAST_DAY, LINE, ledger_of, row, write_content


def test_no_folder_is_an_empty_ledger(tmp_path: Path) -> None:
    """A site without costs has no rows and no mistakes."""
    ledger, problems = read_ledger(tmp_path, None, LAST_DAY)
    assert ((), {}, {}, []) == (ledger.rows, ledger.budget, ledger.accounts, problems)


def test_a_row_is_read_with_its_place(tmp_path: Path) -> None:
    """Every cell finds its attribute; path is relative to the content, with slashes."""
    (found,) = ledger_of(tmp_path, row(7, rekor="a:60;b:40", rup="R-1")).rows
    expected = {
        "path": "data/biaya/2026.csv",
        "line": 2,
        "year": 2026,
        "number": 7,
        "id": "2026-000007",
        "recorded": date(2026, 3, 2),
        "happened": date(2026, 3, 2),
        "stage": Stage.PAYMENT,
        "continues": "",
        "shares": (Share("a", 60), Share("b", 40)),
        "unit": "setjen",
        "account": "521211",
        "budget_line": "bahan",
        "purpose": "Cetak poster",
        "amount": 1000,
        "evidence": "sp2d",
        "evidence_number": "SP-7",
        "receiver": "internal",
        "procurement": "R-1",
    }
    assert expected == found._asdict()


def test_rows_recorded_later_are_not_yet_written(tmp_path: Path) -> None:
    """A row counts from the day on which it was recorded, that day included."""
    rows = [row(1), row(2, tgl_catat="2026-03-03"), row(3, tgl_catat="2026-03-04")]
    ledger = ledger_of(tmp_path, *rows, as_of=date(2026, 3, 3))
    assert ["2026-000001", "2026-000002"] == [found.id for found in ledger.rows]


def test_mistakes_in_rows_not_yet_written_are_told_at_once(tmp_path: Path) -> None:
    """Otherwise the clock alone would stop a build on the day when the row counts."""
    write_content(tmp_path, row(1), row(2, tgl_catat="2026-03-03", jumlah="x"))
    ledger, problems = read_ledger(tmp_path, None, date(2026, 3, 2))
    assert ["K06"] == [found.code for found in problems]
    assert problems == read_ledger(tmp_path, None, date(2026, 3, 4))[1]
    assert 1 == len(ledger.rows)


def test_a_cancellation_not_yet_written_ends_nothing(tmp_path: Path) -> None:
    """Until it is recorded the row still stands."""
    rows = [row(1), row(2, tahap="batal", lanjutan_dari="2026-000001", tgl_catat="2026-03-09")]
    before = ledger_of(tmp_path, *rows, as_of=date(2026, 3, 8))
    after = ledger_of(tmp_path, *rows)
    assert [True, False] == [ledger.is_standing(ledger.rows[0]) for ledger in (before, after)]


def test_files_that_are_no_year_are_reported(tmp_path: Path) -> None:
    """Litter of desktop systems is passed over."""
    write_content(tmp_path, row(1))
    names = ("anggaran/2026b.csv", "biaya/2026.xlsx", "biaya/catatan.csv", "revisi/catatan.csv")
    ignored = ("biaya/.DS_Store", "anggaran/Thumbs.db", "biaya/~$2026.csv")
    for name in (*names, *ignored):
        file = tmp_path / "data" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    expected = [problem(f"data/{name}", 0, "", "K01") for name in names]
    assert expected == read_ledger(tmp_path, None, LAST_DAY)[1]


def test_a_ledger_needs_its_accounts(tmp_path: Path) -> None:
    """Their absence is told once, not at every row."""
    write_content(tmp_path, row(1), row(2))
    (tmp_path / "data/akun.csv").unlink()
    assert [problem("data/akun.csv", 0, "", "K02")] == read_ledger(tmp_path, None, LAST_DAY)[1]


def test_a_row_that_cannot_be_read_counts_nowhere(tmp_path: Path) -> None:
    """Each unreadable cell is told, its other cells are judged, and no sum contains the row."""
    broken = row(1, tanggal="2026-02-30", tahap="lunas", unit="stejen", jumlah="1.000")
    write_content(tmp_path, broken, row(2))
    ledger, problems = read_ledger(tmp_path, {"setjen"}, LAST_DAY)
    expected = [("jumlah", "K06"), ("tahap", "K05"), ("tanggal", "K04"), ("unit", "K23")]
    fields = [(item.field, item.code) for item in problems if item.code != "K25"]
    assert (expected, ["2026-000002"]) == (fields, [found.id for found in ledger.rows])


def test_a_row_may_continue_one_that_cannot_be_read(tmp_path: Path) -> None:
    """A mistake is told once, at its own row."""
    rows = (row(1, jumlah="x"), row(2, tahap="kembali", lanjutan_dari="2026-000001"))
    write_content(tmp_path, *rows)
    assert ["K06"] == [item.code for item in read_ledger(tmp_path, None, LAST_DAY)[1]]


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    """Bytes and header are held to the rules of all tables."""
    write_content(tmp_path)
    (tmp_path / "data/biaya/2025.csv").write_bytes(b"id\r\n")
    (tmp_path / "data/biaya/2026.csv").write_bytes(b"id\n")
    codes = {(item.path[-8:], item.code) for item in read_ledger(tmp_path, None, LAST_DAY)[1]}
    assert {("2025.csv", "T03"), ("2026.csv", "C02")} == codes


def test_the_first_of_two_budget_lines_is_kept(tmp_path: Path) -> None:
    """An id names one line of a year's budget."""
    second = LINE | {"pagu_awal": "5"}
    write_content(tmp_path, row(1), budget=[LINE, second])
    ledger, problems = read_ledger(tmp_path, None, LAST_DAY)
    assert [problem("data/anggaran/2026.csv", 3, "id", "K11", value="bahan", first=2)] == problems
    assert 1_000_000 == ledger.budget[2026, "bahan"].ceiling


def test_budget_and_accounts_are_held_to_their_forms(tmp_path: Path) -> None:
    """Amount, fund, code and years are each told at their column."""
    accounts = [ACCOUNT, ACCOUNT | {"kode": "5212", "dari_tahun": "20", "sampai_tahun": "x"}]
    budget = [LINE | {"pagu_awal": "1.000", "sumber_dana": "HIBAH"}]
    write_content(tmp_path, row(1), budget=budget, accounts=accounts)
    problems = read_ledger(tmp_path, None, LAST_DAY)[1]
    expected = [
        ("data/akun.csv", 3, "dari_tahun", "K09"),
        ("data/akun.csv", 3, "kode", "K08"),
        ("data/akun.csv", 3, "sampai_tahun", "K09"),
        ("data/anggaran/2026.csv", 2, "pagu_awal", "K06"),
        ("data/anggaran/2026.csv", 2, "sumber_dana", "K05"),
    ]
    assert expected == [(item.path, item.line, item.field, item.code) for item in problems]
