"""Rules on sums: no part above its whole, to the rupiah."""

from pathlib import Path

import pytest

from cost_appendix.reading import read_ledger
from tests.cost_appendix.ledgers import (
    ACCOUNT,
    LAST_DAY,
    LINE,
    Cells,
    problems_of,
    row,
    write_content,
)
from tests.cost_appendix.test_rules_chains import CONTRACT, PAYMENT, after


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([PAYMENT, after(2, "kembali", jumlah="1000")], []),
        ([PAYMENT, after(2, "kembali", jumlah="1001")], [(3, "K50")]),
        (
            [PAYMENT, after(2, "kembali", jumlah="600"), after(3, "kembali", jumlah="401")],
            [(4, "K50")],
        ),
        (
            [
                PAYMENT,
                after(2, "kembali", jumlah="600"),
                after(3, "batal", 2, jumlah="600"),
                after(4, "kembali", jumlah="401"),
            ],
            [],
        ),
        ([CONTRACT, after(2, "bayar", jumlah="1001")], [(3, "K51")]),
        (
            [CONTRACT, after(2, "bayar", jumlah="600"), after(3, "bayar", jumlah="401")],
            [(4, "K51")],
        ),
        (
            [
                CONTRACT,
                after(2, "bayar"),
                after(3, "kembali", 2, jumlah="1"),
                after(4, "bayar", jumlah="1"),
            ],
            [],
        ),
        ([CONTRACT, after(2, "bayar"), after(3, "batal", 2), after(4, "bayar")], []),
    ],
)
def test_parts_and_wholes_of_a_chain(
    tmp_path: Path, rows: list[Cells], expected: list[tuple[int, str]]
) -> None:
    """Sums count what stands, net of returns; the last row of the sum is named."""
    found = problems_of(tmp_path, *rows)
    assert expected == [(line, code) for line, _column, code in found]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [(("600000", "400000"), []), (("600000", "400001"), [(3, "jumlah", "K52")])],
)
def test_a_year_pays_no_more_than_its_budget(
    tmp_path: Path, amounts: tuple[str, str], expected: list[tuple[int, str, str]]
) -> None:
    """The ceiling itself may be reached."""
    rows = [row(number, jumlah=amount) for number, amount in enumerate(amounts, 1)]
    assert expected == problems_of(tmp_path, *rows)


def test_returned_money_may_be_spent_again(tmp_path: Path) -> None:
    """The budget is held against payments less returns."""
    rows = [row(1, jumlah="1000000"), after(2, "kembali", jumlah="5"), row(3, jumlah="5")]
    assert [] == problems_of(tmp_path, *rows)


def test_plans_and_contracts_use_up_no_budget(tmp_path: Path) -> None:
    """Only money that moved counts."""
    assert [] == problems_of(tmp_path, row(1, tahap="rencana", jumlah="9000000"))


def test_a_ceiling_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """Payments are not held against an unknown ceiling."""
    budget = [LINE | {"pagu_awal": "?"}]
    assert [(2, "pagu_awal", "K06")] == problems_of(tmp_path, row(1), budget=budget)


def test_evidence_counts_once(tmp_path: Path) -> None:
    """The same number, account and amount is the same payment recorded twice."""
    rows = [row(1, nomor_bukti="A"), row(2, nomor_bukti="A", bukti="lain")]
    assert [(3, "nomor_bukti", "K53")] == problems_of(tmp_path, *rows)


def test_one_evidence_may_pay_several_amounts_and_accounts(tmp_path: Path) -> None:
    """A payment order covers several lines."""
    other = {"akun": "522191", "mata_anggaran": "jasa"}
    rows = [row(1, nomor_bukti="A"), row(2, nomor_bukti="A", jumlah="2")]
    rows.append(row(3, nomor_bukti="A", **other))
    budget = [LINE, LINE | {"id": "jasa", "akun": "522191"}]
    accounts = [ACCOUNT, ACCOUNT | {"kode": "522191"}]
    write_content(tmp_path, *rows, budget=budget, accounts=accounts)
    assert [] == read_ledger(tmp_path, None, LAST_DAY)[1]


def test_a_plan_may_name_any_evidence(tmp_path: Path) -> None:
    """Only payments and returns are evidence of money."""
    rows = [row(1, nomor_bukti="A"), row(2, nomor_bukti="A", tahap="kontrak")]
    assert [] == problems_of(tmp_path, *rows)
