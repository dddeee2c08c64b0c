"""Rows of a sheet into the ledger: exactly those, all or none, and never twice."""

import csv
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost_appendix.reading import read_ledger
from cost_appendix.spreadsheets.entries import Wishes
from cost_appendix.spreadsheets.importing import Plan, plan_import
from cost_appendix.spreadsheets.reconciling import compare
from tests.cost_appendix.ledgers import Cells, row
from tests.cost_appendix.spreadsheets.sheets import (
    HEADER,
    PAID,
    RECORDED,
    TODAY,
    Value,
    books,
    entry,
    good_table,
    told,
    wishes,
    write_sheet,
)

PATH = "data/biaya/2026.csv"
KEPT = Wishes()


def planned(
    folder: Path, *rows: list[Value], wish: Wishes = KEPT, stands: tuple[Cells, ...] = ()
) -> Plan:
    """Return what importing these rows below HEADER would do."""
    content, ledger = books(folder / "isi", *stands)
    table = good_table(write_sheet(folder / "a.xlsx", HEADER, *rows))
    return plan_import(content, ledger, table, wish, TODAY)


def new_rows(plan: Plan) -> list[dict[str, str]]:
    """Return the rows of the file after the one that stood there."""
    return [*csv.DictReader(plan.data.decode().splitlines())][1:]


def test_rows_are_appended(tmp_path: Path) -> None:
    """With the next ids, today's day of recording, and what header and budget say."""
    plan = planned(tmp_path, entry(7), entry(8, akun="522191", penerima="internal", jumlah="500"))
    assert ((), (PATH, 25500)) == (plan.problems, (plan.path, plan.amount))
    before = (tmp_path / "isi" / PATH).read_bytes()
    assert (before, 2) == (plan.data[: len(before)], plan.data[len(before) :].count(b"\n"))
    first, second = new_rows(plan)
    expected = row(
        2,
        tgl_catat="2026-04-01",
        uraian="Cetak spanduk",
        jumlah="25000",
        nomor_bukti="SP-7",
        penerima="perusahaan:PT Contoh",
    )
    assert expected == first
    assert ("2026-000003", "jasa", "500") == tuple(
        second[name] for name in ("id", "mata_anggaran", "jumlah")
    )
    assert ("2026-000002", "2026-000003") == plan.ids


def test_nothing_was_written(tmp_path: Path) -> None:
    """Who asks decides."""
    plan = planned(tmp_path, entry())
    assert plan.data != (tmp_path / "isi" / PATH).read_bytes()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"jumlah": "15.000.000"}, ("Lembar1!H2 jumlah", "K92")),
        ({"jumlah": 0.5}, ("Lembar1!H2 jumlah", "K93")),
        ({"jumlah": None}, ("Lembar1!H2 jumlah", "K96")),
        ({"tanggal": "2/3/2026"}, ("Lembar1!B2 tanggal", "K91")),
        ({"tanggal": date(2025, 3, 2)}, ("Lembar1!F2 unit", "K97")),  # no budget of that year
        ({"nomor_bukti": 1.5}, ("Lembar1!C2 nomor_bukti", "K94")),
        ({"nomor_bukti": None}, ("Lembar1!C2 nomor_bukti", "K96")),
        ({"uraian": "x" * 10240}, ("Lembar1!D2 uraian", "K26")),
        ({"uraian": "a\u202eb"}, ("Lembar1!D2 uraian", "T04")),
        ({"akun": 521299}, ("Lembar1!F2 unit", "K97")),
        ({"unit": "Biro Umum"}, ("Lembar1!F2 unit", "K97")),
        ({"unit": None}, ("Lembar1!F2 unit", "K96")),
        ({"akun": None}, ("Lembar1!E2 akun", "K96")),
        ({"unit": None}, ("Lembar1!1 mata_anggaran", "K96")),
        ({"penerima": "Ahmad"}, ("Lembar1!G2 penerima", "K29")),
        ({"jumlah": 2_000_000}, ("Lembar1!H2 jumlah", "K52")),
    ],
)
def test_what_cannot_be_taken(
    tmp_path: Path, cells: dict[str, Value], expected: tuple[str, str]
) -> None:
    """Each mistake is told at its cell."""
    assert expected in told(planned(tmp_path, entry(**cells)).problems)


def test_a_mistake_of_an_older_row_is_told_at_that_row(tmp_path: Path) -> None:
    """Money that was paid before it leaves less of the budget for it."""
    plan = planned(tmp_path, entry(jumlah=999_500, tanggal=date(2026, 1, 5)))
    assert [(PATH, 2, "jumlah", "K52")] == [
        (p.path, p.line, p.field, p.code) for p in plan.problems
    ]


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Of cells and of the ledger with the rows that can be read, each once."""
    rows = [entry(1, jumlah="x"), entry(2, penerima="Ahmad"), entry(3, tanggal="x", uraian=None)]
    assert [
        ("Lembar1!H2 jumlah", "K92"),
        ("Lembar1!B4 tanggal", "K91"),
        ("Lembar1!D4 uraian", "K96"),
        ("Lembar1!G3 penerima", "K29"),
    ] == told(planned(tmp_path, *rows).problems)


def test_a_missing_column_is_told_once(tmp_path: Path) -> None:
    """At the header, with the option that fills it."""
    content, ledger = books(tmp_path / "isi")
    names = ("Tanggal", "Uraian", "Jumlah", "Nomor bukti", "Penerima", "Mata anggaran")
    rows = [[PAID, "Cetak", 5, f"N-{n}", "internal", "bahan"] for n in (1, 2)]
    table = good_table(write_sheet(tmp_path / "a.xlsx", names, *rows))
    problems = plan_import(content, ledger, table, KEPT, TODAY).problems
    assert [("Lembar1!1 bukti", "K96")] == told(problems)
    plan = plan_import(content, ledger, table, wishes(bukti="lain"), TODAY)
    assert ["lain", "setjen", "521211"] == [new_rows(plan)[0][n] for n in ("bukti", "unit", "akun")]
    assert () == plan.problems


def test_words_of_the_office(tmp_path: Path) -> None:
    """A word of a column may be given its meaning; empty cells another one."""
    given = {("unit", "biro umum"): "setjen", ("unit", ""): "itjen"}
    plan = planned(tmp_path, entry(unit="Biro  Umum"), wish=Wishes(given))
    assert ((), "setjen") == (plan.problems, new_rows(plan)[0]["unit"])


def test_one_year_at_a_time(tmp_path: Path) -> None:
    """A row of another year than the first, or than the wished one, is told."""
    old = entry(8, tanggal=date(2025, 12, 30))
    given = wishes(mata_anggaran="bahan")
    problems = planned(tmp_path, entry(7), old, wish=given).problems
    assert [("Lembar1!B3 tanggal", "K21")] == told(problems)
    wished = Wishes(given.given, year=2025)
    places = told(planned(tmp_path, entry(7), wish=wished).problems)
    assert ("Lembar1!B2 tanggal", "K21") in places


def test_the_second_import_adds_nothing(tmp_path: Path) -> None:
    """What stands in the ledger is named, and what is new is added; spelling does not matter."""
    plan = planned(tmp_path, entry(7), entry(8))
    content = tmp_path / "isi"
    (content / PATH).write_bytes(plan.data)
    ledger, _ = read_ledger(content, None, TODAY)
    rows = (entry(7), entry(8, nomor_bukti=" sp - 8"), entry(9))
    again = plan_import(
        content, ledger, good_table(write_sheet(tmp_path / "b.xlsx", HEADER, *rows)), KEPT, TODAY
    )
    expected = (("Lembar1!2", "2026-000002"), ("Lembar1!3", "2026-000003"))
    assert (expected, ("2026-000004",), ()) == (again.known, again.ids, again.problems)


def test_plans_have_no_evidence_and_come_once_too(tmp_path: Path) -> None:
    """What they are for, when, where and how much makes them the same."""
    plan = row(1, tahap="rencana", bukti="", nomor_bukti="", penerima="", uraian="Cetak spanduk")
    cells = entry(nomor_bukti=None, penerima=None, jumlah=1000)
    done = planned(tmp_path, cells, wish=wishes(tahap="rencana"), stands=(plan,))
    assert ((("Lembar1!2", "2026-000001"),), (), ()) == (done.known, done.ids, done.problems)


def test_a_cancelled_row_does_not_come_back(tmp_path: Path) -> None:
    """It was recorded, and somebody ended it."""
    ended = row(2, tahap="batal", lanjutan_dari="2026-000001", jumlah="1000", nomor_bukti="")
    cells = entry(nomor_bukti="SP-1", jumlah=1000)
    done = planned(tmp_path, cells, stands=(RECORDED, ended))
    assert ((("Lembar1!2", "2026-000001"),), ()) == (done.known, done.ids)


def test_evidence_twice_in_the_sheet(tmp_path: Path) -> None:
    """The later row is told, with the place of the earlier one."""
    (item,) = planned(tmp_path, entry(7), entry(7)).problems
    assert ("Lembar1!C3 nomor_bukti", "K53") == (item.field, item.code)
    assert ("row", "Lembar1!2") in item.details


def test_a_year_without_file_and_a_file_with_other_columns(tmp_path: Path) -> None:
    """The first gets a header; the second keeps its order and gets its last line end."""
    content, ledger = books(tmp_path / "isi")
    table = good_table(write_sheet(tmp_path / "a.xlsx", HEADER, entry(7)))
    file = content / PATH
    columns = ["jumlah", *(name for name in RECORDED if name != "jumlah")]
    lines = [",".join(columns), ",".join(RECORDED[name] for name in columns)]
    file.write_bytes("\n".join(lines).encode())
    plan = plan_import(content, ledger, table, KEPT, TODAY)
    assert ((), "25000,2026-000002") == (
        plan.problems,
        plan.data.decode()[-200:].split("\n")[-2][:17],
    )
    file.unlink()
    empty, _ = read_ledger(content, None, TODAY)
    fresh = plan_import(content, empty, table, KEPT, TODAY)
    assert (("2026-000001",), ()) == (fresh.ids, fresh.problems)


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
numbers = st.one_of(st.integers(-10, 10**16), st.floats(allow_nan=False, allow_infinity=False))
values = st.one_of(st.none(), texts, numbers, st.dates(date(2025, 6, 1), date(2026, 12, 31)))
cells = st.fixed_dictionaries(
    {},
    optional={
        "tanggal": st.one_of(values, st.just(PAID)),
        "nomor_bukti": st.one_of(values, st.sampled_from(["SP-1", "sp-1", "X-2"])),
        "uraian": values,
        "jumlah": st.one_of(values, st.integers(0, 900)),
        "penerima": values,
    },
)


@settings(deadline=None, max_examples=15)
@given(st.lists(cells, max_size=4))
def test_all_or_nothing(sheet: list[dict[str, Value]]) -> None:
    """What is taken equals what stands in the sheet, to the rupiah; what is not taken is named."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        content, ledger = books(folder / "isi")
        rows = [entry(n, **cells) for n, cells in enumerate(sheet, 7)]
        rows = [[_writable(value) for value in row] for row in rows]
        table = good_table(write_sheet(folder / "a.xlsx", HEADER, *rows))
        plan = plan_import(content, ledger, table, KEPT, TODAY)
        assert len(rows) == len(table.entries) + len(table.skipped)
        if plan.problems:
            return
        (content / PATH).write_bytes(plan.data)
        after, problems = read_ledger(content, {"setjen"}, TODAY, ledger.accounts)
        assert [] == problems
        known = {place for place, _ in plan.known}
        taken = [e.cells["jumlah"] for e in table.entries if table.place(e.row) not in known]
        assert [int(str(amount).removesuffix(".0")) for amount in taken] == [
            row.amount for row in after.rows[1:]
        ]
        again = plan_import(content, after, table, KEPT, TODAY)
        assert ((), len(table.entries)) == (again.ids, len(again.known))
        payments, _ = compare(after, table, KEPT)
        new = [p for p in payments if "2026-000001" not in [item.place for item in p.ledger]]
        assert [] == [payment for payment in new if payment.difference]


def _writable(value: Value) -> Value:
    """Return a cell as text where a spreadsheet would make a formula of it."""
    return f" {value}" if isinstance(value, str) and value.startswith("=") else value
