"""Rules on chains: which row may continue which."""

from pathlib import Path

import pytest

from tests.cost_appendix.ledgers import Cells, problems_of, row, write_content

PLAN = row(1, tahap="rencana")
CONTRACT = row(1, tahap="kontrak")
PAYMENT = row(1)


def after(number: int, stage: str, target: int = 1, **cells: str) -> Cells:
    """Return a row that continues another row of the same file."""
    return row(number, tahap=stage, lanjutan_dari=f"2026-{target:06}", **cells)


@pytest.mark.parametrize(
    "rows",
    [
        [PLAN, after(2, "kontrak"), after(3, "bayar", 2), after(4, "kembali", 3)],
        [PLAN, after(2, "bayar")],
        [PLAN, after(2, "bayar", jumlah="1001")],
        [CONTRACT, after(2, "bayar", jumlah="400"), after(3, "bayar", jumlah="600")],
        [PLAN, after(2, "batal")],
        [CONTRACT, after(2, "batal", bukti="", nomor_bukti="")],
        [PAYMENT, after(2, "batal", penerima="")],
        [PAYMENT, after(2, "batal", rekor="lain")],
        [PAYMENT, after(2, "kembali"), after(3, "batal", 2), after(4, "batal", 1)],
        [CONTRACT, after(2, "bayar", jumlah="400"), after(3, "batal")],
        [PAYMENT, after(2, "batal"), row(3, nomor_bukti="SP-1")],
    ],
)
def test_well_formed_chains(tmp_path: Path, rows: list[Cells]) -> None:
    """Each of these is the ordinary course of some purchase."""
    assert [] == problems_of(tmp_path, *rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(1, tahap="kembali")], [(2, "K40")]),
        ([row(1, tahap="batal")], [(2, "K40")]),
        ([PAYMENT, after(2, "batal", 7)], [(3, "K41")]),
        ([PAYMENT, row(2, lanjutan_dari="tiga")], [(3, "K41")]),
        ([after(1, "batal", 2), row(2)], [(2, "K43")]),
        ([after(1, "bayar", 1)], [(2, "K43")]),
        ([PLAN, after(2, "rencana")], [(3, "K44")]),
        ([PAYMENT, after(2, "kontrak")], [(3, "K44")]),
        ([PAYMENT, after(2, "bayar")], [(3, "K44")]),
        ([CONTRACT, after(2, "kembali")], [(3, "K44")]),
        ([PLAN, after(2, "batal"), after(3, "batal", 2)], [(4, "K44")]),
        ([CONTRACT, after(2, "batal"), after(3, "bayar")], [(4, "K45")]),
        ([CONTRACT, after(2, "batal"), after(3, "batal")], [(4, "K45")]),
        ([PAYMENT, after(2, "batal", jumlah="999")], [(3, "K46")]),
        ([PAYMENT, after(2, "batal", jumlah="0")], [(3, "K46")]),
        ([PAYMENT, after(2, "kembali", jumlah="1"), after(3, "batal")], [(4, "K47")]),
        ([PAYMENT, after(2, "kembali", rekor="a")], [(3, "K48")]),
    ],
)
def test_broken_chains(tmp_path: Path, rows: list[Cells], expected: list[tuple[int, str]]) -> None:
    """One break is one problem, at the row that breaks the chain."""
    found = problems_of(tmp_path, *rows)
    assert expected == [(line, code) for line, _column, code in found]


def test_chains_do_not_cross_files(tmp_path: Path) -> None:
    """A row of last year cannot be continued this year."""
    last_year = row(1, id="2025-000001", tanggal="2025-05-05", tahap="kontrak")
    write_content(tmp_path, last_year, year=2025)
    rows = [row(1, lanjutan_dari="2025-000001")]
    assert [(2, "lanjutan_dari", "K42")] == problems_of(tmp_path, *rows)


def test_the_order_of_shares_does_not_matter(tmp_path: Path) -> None:
    """A return names the same records with the same parts, in whatever order."""
    rows = [row(1, rekor="a:60;b:40"), after(2, "kembali", rekor="b:40;a:60")]
    assert [] == problems_of(tmp_path, *rows)
