"""Rules on one row: each broken alone, each kept at its edge."""

from pathlib import Path

import pytest

from cost_appendix.reading import read_ledger
from tests.cost_appendix.ledgers import (
    ACCOUNT,
    LAST_DAY,
    LINE,
    problems_of,
    row,
    write_content,
)


def test_a_good_row_has_no_problem(tmp_path: Path) -> None:
    """The row that the other tests break is itself without fault."""
    assert [] == problems_of(tmp_path, row(1))


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"mata_anggaran": "lain"}, "mata_anggaran", "K24"),
        ({"mata_anggaran": ""}, "mata_anggaran", "K24"),
        ({"uraian": ""}, "uraian", "K26"),
        ({"uraian": "x" * 161}, "uraian", "K26"),
        ({"bukti": ""}, "bukti", "K27"),
        ({"nomor_bukti": ""}, "nomor_bukti", "K27"),
        ({"bukti": "nota"}, "bukti", "K05"),
        ({"penerima": ""}, "penerima", "K29"),
        ({"penerima": "Budi"}, "penerima", "K29"),
        ({"penerima": "perusahaan:"}, "penerima", "K29"),
        ({"penerima": "perusahaan: "}, "penerima", "K29"),
        ({"penerima": "perorangan:Budi"}, "penerima", "K29"),
        ({"tahap": "rencana", "penerima": "Budi"}, "penerima", "K29"),
        ({"id": "2025-000001"}, "id", "K20"),
        ({"tanggal": "2025-12-31"}, "tanggal", "K21"),
    ],
)
def test_a_rule_names_the_column(
    tmp_path: Path, cells: dict[str, str], column: str, code: str
) -> None:
    """One broken cell gives one problem, at its line and column."""
    assert [(2, column, code)] == problems_of(tmp_path, row(1, **cells))


@pytest.mark.parametrize(
    "cells",
    [
        {"uraian": "x"},
        {"uraian": "é" * 160},
        {"bukti": "kuitansi-up"},
        {"bukti": "blu"},
        {"bukti": "lain"},
        {"penerima": "perorangan"},
        {"penerima": "perusahaan:CV Contoh"},
        {"tahap": "kontrak", "bukti": "", "nomor_bukti": ""},
        {"tahap": "rencana", "bukti": "", "nomor_bukti": "", "penerima": ""},
        {"tgl_catat": "2027-01-05"},
    ],
)
def test_what_the_rules_allow(tmp_path: Path, cells: dict[str, str]) -> None:
    """Evidence may lack before money moves, the receiver before a contract."""
    assert [] == problems_of(tmp_path, row(1, **cells))


def test_an_unknown_unit_is_told_with_the_nearest(tmp_path: Path) -> None:
    """Row and budget line are held to the same table of units."""
    write_content(tmp_path, row(1, unit="stejen"), budget=[LINE | {"unit": "stejen"}])
    problems = read_ledger(tmp_path, {"setjen"}, LAST_DAY)[1]
    details = (("value", "stejen"), ("hint", "(setjen?) "))
    expected = [("unit", "K23", details), ("unit", "K23", details)]
    assert expected == [(item.field, item.code, item.details) for item in problems]


def test_without_a_table_any_unit_will_do(tmp_path: Path) -> None:
    """A host without units passes None."""
    write_content(tmp_path, row(1, unit="apa saja"), budget=[LINE | {"unit": "apa saja"}])
    assert [] == read_ledger(tmp_path, None, LAST_DAY)[1]


def test_an_account_is_in_force_in_the_year_of_the_file(tmp_path: Path) -> None:
    """Both years of an account are included; rows and budget lines are held to it."""
    codes = ("521211", "522191", "522131")
    budget = [LINE | {"id": code, "akun": code} for code in codes]
    accounts = [
        ACCOUNT | {"kode": "521211", "dari_tahun": "2026", "sampai_tahun": "2026"},
        ACCOUNT | {"kode": "522191", "dari_tahun": "2027"},
        ACCOUNT | {"kode": "522131", "sampai_tahun": "2025"},
    ]
    rows = [row(number, akun=code, mata_anggaran=code) for number, code in enumerate(codes, 1)]
    write_content(tmp_path, *rows, budget=budget, accounts=accounts)
    problems = read_ledger(tmp_path, None, LAST_DAY)[1]
    expected = [(path, line, "K22") for path in ("anggaran", "biaya") for line in (3, 4)]
    assert expected == [(item.path.split("/")[1], item.line, item.code) for item in problems]


def test_an_account_may_change_its_name(tmp_path: Path) -> None:
    """Two rows of one code with years of their own are one account in force."""
    accounts = [ACCOUNT | {"sampai_tahun": "2025"}, ACCOUNT | {"dari_tahun": "2026"}]
    write_content(tmp_path, row(1), accounts=accounts)
    assert [] == read_ledger(tmp_path, None, LAST_DAY)[1]


@pytest.mark.parametrize(
    "cells", [{"unit": "itjen"}, {"akun": "522191"}, {"akun": "522191", "unit": "itjen"}]
)
def test_a_row_agrees_with_its_budget_line(tmp_path: Path, cells: dict[str, str]) -> None:
    """Unit and account are each told where they differ."""
    accounts = [ACCOUNT, ACCOUNT | {"kode": "522191"}]
    write_content(tmp_path, row(1, **cells), accounts=accounts)
    problems = read_ledger(tmp_path, None, LAST_DAY)[1]
    assert [(column, "K25") for column in cells] == [(item.field, item.code) for item in problems]


def test_the_budget_is_that_of_the_same_year(tmp_path: Path) -> None:
    """A line of another year's budget does not pay for this year's row."""
    write_content(tmp_path, row(1))
    write_content(tmp_path, row(1, id="2025-1", tanggal="2025-05-05"), budget=[], year=2025)
    problems = read_ledger(tmp_path, None, LAST_DAY)[1]
    expected = [("data/biaya/2025.csv", "K24"), ("data/biaya/2026.csv", "K53")]
    assert expected == [(item.path, item.code) for item in problems]
