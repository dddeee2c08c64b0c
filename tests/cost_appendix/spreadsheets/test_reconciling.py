"""The ledger against the export of the finance system, payment by payment."""

from datetime import date
from pathlib import Path

from cost_appendix.spreadsheets.entries import Wishes
from cost_appendix.spreadsheets.reconciling import Payment, compare
from tests.cost_appendix.ledgers import Cells, row
from tests.cost_appendix.spreadsheets.sheets import (
    Value,
    books,
    good_table,
    told,
    wishes,
    write_sheet,
)

HEADER = ("Tanggal SP2D", "Nomor SP2D", "Akun", "Nilai")
DAY = date(2026, 3, 2)
KEPT = Wishes()


def compared(
    folder: Path,
    *export: list[Value],
    rows: tuple[Cells, ...] = (),
    header: tuple[str, ...] = HEADER,
    wish: Wishes = KEPT,
) -> list[Payment]:
    """Return the comparison of a ledger with an export, in which every cell can be read."""
    _, ledger = books(folder / "isi", *rows)
    payments, problems = compare(
        ledger, good_table(write_sheet(folder / "e.xlsx", header, *export)), wish
    )
    assert [] == problems
    return payments


def differences(payments: list[Payment]) -> list[tuple[int, list[str], list[str]]]:
    """Return difference and places of both sides of what is not equal."""
    return [
        (p.difference, [i.place for i in p.ledger], [i.place for i in p.export])
        for p in payments
        if p.difference
    ]


def test_what_is_equal(tmp_path: Path) -> None:
    """Case and spaces of a number do not count, and that is said."""
    (payment,) = compared(tmp_path, [DAY, "sp - 1", 521211, 1000])
    assert (0, True, []) == (payment.difference, payment.is_respelled, payment.repeated)


def test_what_is_missing_and_what_differs(tmp_path: Path) -> None:
    """On either side, by account; the largest first."""
    rows = (row(1), row(2, jumlah="300"), row(3, akun="522191", mata_anggaran="jasa"))
    export = [[DAY, "SP-1", 521211, 1000], [DAY, "SP-2", 521211, 200], [DAY, "SP-9", 521211, 5000]]
    assert [
        (-5000, [], ["Lembar1!D4"]),
        (1000, ["2026-000003"], []),
        (100, ["2026-000002"], ["Lembar1!D3"]),
    ] == differences(compared(tmp_path, *export, rows=rows))


def test_one_order_on_another_account_is_another_payment(tmp_path: Path) -> None:
    """Booked here and there on different accounts, the same money is missing on both sides."""
    payments = compared(tmp_path, [DAY, "SP-1", 522191, 1000], rows=(row(1),))
    assert [(1000, 1, 0), (-1000, 0, 1)] == [
        (p.difference, len(p.ledger), len(p.export)) for p in payments
    ]
    assert [False, False] == [p.is_respelled for p in payments]


def test_rows_are_summed_first(tmp_path: Path) -> None:
    """One order of the treasury may be two rows of the ledger, one for each record."""
    rows = (row(1, nomor_bukti="N"), row(2, nomor_bukti="N", jumlah="500"))
    assert [] == differences(compared(tmp_path, [DAY, "N", 521211, 1500], rows=rows))


def test_money_that_came_back(tmp_path: Path) -> None:
    """Below nothing, or as a row of its stage."""
    back = row(2, tahap="kembali", lanjutan_dari="2026-000001", jumlah="400")
    paid: list[Value] = [DAY, "SP-1", 521211, 1000]
    rows = (row(1), back)
    assert [] == differences(compared(tmp_path, paid, [DAY, "SP-2", 521211, -400], rows=rows))
    header = (*HEADER, "Tahap")
    plan: list[Value] = [DAY, None, 521211, 9, "rencana"]
    export = [[*paid, "bayar"], [DAY, "SP-2", 521211, 400, "Kembali"], plan]
    assert [] == differences(compared(tmp_path, *export, rows=rows, header=header))


def test_cancelled_rows_and_plans_are_not_compared(tmp_path: Path) -> None:
    """Only money that moved and stands."""
    rows = (
        row(1),
        row(2, tahap="batal", lanjutan_dari="2026-000001"),
        row(3, tahap="rencana", bukti="", nomor_bukti="", penerima=""),
        row(4),
    )
    assert [] == differences(compared(tmp_path, [DAY, "SP-4", 521211, 1000], rows=rows))


def test_what_stands_twice(tmp_path: Path) -> None:
    """In the export; the difference is there as well."""
    (payment,) = compared(tmp_path, *[[DAY, "SP-1", 521211, 1000]] * 2)
    assert (-1000, ["Lembar1!D2", "Lembar1!D3"]) == (payment.difference, payment.repeated)


def test_an_export_without_accounts(tmp_path: Path) -> None:
    """It is compared by number; accounts of one number are summed."""
    rows = (row(1, nomor_bukti="N"), row(2, nomor_bukti="N", akun="522191", mata_anggaran="jasa"))
    header = ("Tanggal", "No SP2D", "Nilai")
    assert [] == differences(compared(tmp_path, [DAY, "N", 2000], rows=rows, header=header))
    header = ("Uraian", "No SP2D", "Nilai")
    given = wishes(akun="521211")
    found = compared(tmp_path, ["x", "N", 1000], rows=rows, header=header, wish=given)
    assert [(1000, ["2026-000002"], [])] == differences(found)


def test_years(tmp_path: Path) -> None:
    """Those of the export, or the wished one on both sides."""
    old: list[Value] = [date(2025, 3, 2), "SP-0", 521211, 9]
    new: list[Value] = [DAY, "SP-1", 521211, 1000]
    assert [(-9, [], ["Lembar1!D2"])] == differences(compared(tmp_path, old))
    assert [] == differences(compared(tmp_path, old, new, wish=wishes(2026)))


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    """Only columns that are compared are asked for; then nothing is compared."""
    _, ledger = books(tmp_path / "isi")
    rows: list[list[Value]] = [["x", None, 521211, 1000], [DAY, "SP-1", 521211, "1.000"]]
    payments, problems = compare(
        ledger, good_table(write_sheet(tmp_path / "e.xlsx", HEADER, *rows)), KEPT
    )
    assert [] == payments
    assert [
        ("Lembar1!A2 tanggal", "K91"),
        ("Lembar1!B2 nomor_bukti", "K96"),
        ("Lembar1!D3 jumlah", "K92"),
    ] == told(problems)
