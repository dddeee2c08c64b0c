"""The label of a publication: what stands there for every course of money."""

from pathlib import Path

import pytest

from cost_appendix.label import CostLabel, RowLink, cost_label, declaration_problems
from tabular.problems import Problem, problem
from tests.cost_appendix.ledgers import Cells, ledger_of, row

WORDS = "ada, nol, belum, tidak-berlaku"
ROW_1 = "transparansi/biaya/2026/hal/1/#2026-000001"


def test_the_label_says_cost_stages_review_and_rows(tmp_path: Path) -> None:
    """The cost is the record's own share; what is planned or contracted stands beside it."""
    rows = [
        row(1, tahap="kontrak", jumlah="2000", rekor="a"),
        row(2, jumlah="1500", rekor="a", lanjutan_dari="2026-000001"),
        row(205, tahap="kembali", jumlah="500", rekor="a", lanjutan_dari="2026-000002"),
        row(206, jumlah="100", rekor="a:50;b:50"),
    ]
    expected = CostLabel(
        state="ada",
        text="Rp1.050 (dibayar Rp1.550, dikembalikan Rp500, kontrak Rp2.000)",
        net=1050,
        stages=(("dibayar", "Rp1.550"), ("dikembalikan", "Rp500"), ("kontrak", "Rp2.000")),
        review="belum direviu Itjen",
        note="",
        rows=(
            RowLink("2026-000001", ROW_1),
            RowLink("2026-000002", "transparansi/biaya/2026/hal/1/#2026-000002"),
            RowLink("2026-000205", "transparansi/biaya/2026/hal/3/#2026-000205"),
            RowLink("2026-000206", "transparansi/biaya/2026/hal/3/#2026-000206"),
        ),
    )
    assert expected == cost_label(ledger_of(tmp_path, *rows), "a", "belum", "")


@pytest.mark.parametrize(
    ("declared", "state", "text"),
    [
        ("nol", "nol", "tanpa belanja tambahan"),
        ("belum", "belum", "belum dicatat"),
        ("ada", "belum", "belum dicatat"),
        ("tidak-berlaku", "tidak-berlaku", "tidak berlaku"),
        ("apa saja", "belum", "belum dicatat"),
    ],
)
def test_without_rows_the_record_speaks(
    tmp_path: Path, declared: str, state: str, text: str
) -> None:
    """There is nothing to review; the record's note is kept."""
    expected = CostLabel(state, text, 0, (), "", "oleh pegawai", ())
    ledger = ledger_of(tmp_path, row(1, rekor="b"))
    assert expected == cost_label(ledger, "a", declared, "oleh pegawai")


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([row(1, rekor="a", tahap="rencana")], "belum dibayar (rencana Rp1.000)"),
        ([row(1, rekor="a", tahap="rencana", jumlah="0")], "belum dibayar"),
        ([row(1, rekor="a")], "Rp1.000 (dibayar Rp1.000)"),
    ],
)
def test_what_is_not_paid_is_no_cost(tmp_path: Path, rows: list[Cells], text: str) -> None:
    """A plan is told as a plan, never as an amount that was spent."""
    assert text == cost_label(ledger_of(tmp_path, *rows), "a", "belum", "").text


def test_a_row_that_was_ended_makes_no_cost(tmp_path: Path) -> None:
    """A row booked on the wrong record and cancelled leaves no trace on its label."""
    rows = [row(1, rekor="a"), row(2, tahap="batal", lanjutan_dari="2026-000001", rekor="a")]
    ledger = ledger_of(tmp_path, *rows)
    assert "nol" == cost_label(ledger, "a", "nol", "ditulis pegawai").state
    assert [] == list(declaration_problems(ledger, "a", "nol", "ditulis pegawai", "a.md"))


@pytest.mark.parametrize(
    ("record_id", "declared", "note", "expected"),
    [
        ("a", "belum", "", []),
        ("a", "ada", "", []),
        ("b", "nol", "ditulis pegawai", []),
        ("b", "nol", " ", [problem("x.md", 4, "biaya_catatan", "K61")]),
        ("a", "nol", "n", [problem("x.md", 4, "biaya", "K60", count=2, row="2026-000001")]),
        ("b", "gratis", "", [problem("x.md", 4, "biaya", "K62", value="gratis", known=WORDS)]),
    ],
)
def test_what_a_record_declares_must_agree_with_the_ledger(
    tmp_path: Path, record_id: str, declared: str, note: str, expected: list[Problem]
) -> None:
    """`nol` needs a note and no rows; the problem stands at the record."""
    ledger = ledger_of(tmp_path, row(1, rekor="a"), row(2, rekor="a"))
    found = declaration_problems(ledger, record_id, declared, note, "x.md", 4)
    assert expected == list(found)


def test_rows_are_linked_below_the_host_s_own_address(tmp_path: Path) -> None:
    """A host may put the appendix elsewhere."""
    ledger = ledger_of(tmp_path, row(1, rekor="a"))
    links = cost_label(ledger, "a", "ada", "", "biaya/").rows
    assert (RowLink("2026-000001", "biaya/2026/hal/1/#2026-000001"),) == links


@pytest.mark.parametrize(("count", "last"), [(30, "2026-000030"), (32, "2 baris lagi")])
def test_a_label_stays_short(tmp_path: Path, count: int, last: str) -> None:
    """Thirty rows are linked; of more their number is said, and they are found in the data."""
    ledger = ledger_of(tmp_path, *(row(number, rekor="a") for number in range(1, count + 1)))
    links = cost_label(ledger, "a", "ada", "").rows
    expected = RowLink(last, "data/biaya.csv") if count > 30 else RowLink(last, links[-1].url)
    assert (expected, min(count, 31)) == (links[-1], len(links))
