"""Payments against the budget in force: what revisions allow, cover, and leave above."""

from datetime import date
from pathlib import Path

import pytest

from cost_appendix.budget import ceiling_totals, covered_payments, reached
from cost_appendix.messages import MESSAGES
from cost_appendix.model import Amounts
from cost_appendix.reading import read_ledger
from cost_appendix.totals import Dimension
from tabular.problems import render_problem
from tests.cost_appendix.ledgers import (
    LAST_DAY,
    LINE,
    ledger_of,
    problems_of,
    revision,
    row,
    write_content,
)
from tests.cost_appendix.test_rules_chains import after

BEFORE = row(1, jumlah="900000")
"""Paid within the budget of a million; every revision below is of 1 April."""


@pytest.mark.parametrize(("menjadi", "expected"), [("1200000", []), ("1199999", ["K52"])])
def test_a_revision_covers_the_payments_of_its_year(
    tmp_path: Path, menjadi: str, expected: list[str]
) -> None:
    """The new ceiling itself may be reached, also by money that was paid before the revision."""
    rows = [BEFORE, row(2, jumlah="300000")]
    found = problems_of(tmp_path, *rows, revisions=[revision(1, menjadi=menjadi)])
    assert expected == [code for _line, _column, code in found]


def test_a_revision_may_not_fall_below_what_was_paid(tmp_path: Path) -> None:
    """The problem stands at the payment, whose year and line are now above the ceiling."""
    found = problems_of(tmp_path, BEFORE, revisions=[revision(1, menjadi="1")])
    assert [(2, "jumlah", "K52")] == found


def test_the_problem_names_the_rows_above_the_budget(tmp_path: Path) -> None:
    """In the order in which they happened, from the first one above; of many the first ten."""
    early = row(3, jumlah="200000", tanggal="2026-01-02")
    rows = [BEFORE, row(2, jumlah="5"), early, *(row(n) for n in range(4, 20))]
    write_content(tmp_path, *rows)
    (found,) = read_ledger(tmp_path, None, LAST_DAY)[1]
    ids = ", ".join(f"2026-{n:06}" for n in (1, 2, *range(4, 12)))
    expected = (
        "data/biaya/2026.csv:2: jumlah: pembayaran bersih setahun 1116005, melebihi pagu bahan "
        f"yang berlaku sebesar 1000000 sejak baris {ids}, ...; periksa atau catat revisi di "
        "data/revisi (K52)"
    )
    assert expected == render_problem(found, MESSAGES, "id")


def test_covered_payments_are_those_that_waited_for_the_revision(tmp_path: Path) -> None:
    """Above the old ceiling, not above the new one, and before the day of the revision."""
    rows = [
        BEFORE,
        row(2, jumlah="50000"),
        row(3, jumlah="250000"),
        row(4, jumlah="1", tanggal="2026-04-01"),
        after(5, "kembali", 2, jumlah="50000"),
    ]
    first, second = revision(1), revision(2, semula="2000000", menjadi="3000000")
    ledger = ledger_of(tmp_path, *rows, revisions=[first, second])
    found = {
        line.number: [paid.id for paid in rows] for line, rows in covered_payments(ledger).items()
    }
    assert {1: ["2026-000003"], 2: []} == found


def test_a_revision_after_the_day_is_not_yet_written(tmp_path: Path) -> None:
    """The ceiling in force is that of the day; the rules know the whole file."""
    revisions = [revision(1), revision(2, semula="2000000", menjadi="5", tanggal="2026-05-01")]
    write_content(tmp_path, revisions=revisions)
    ceilings = [
        read_ledger(tmp_path, None, date(2026, *day))[0].ceilings[2026, "bahan"]
        for day in ((3, 31), (4, 1), (4, 30), (5, 1))
    ]
    assert [1_000_000, 2_000_000, 2_000_000, 5] == ceilings


def test_every_rupiah_stands_at_its_last_stage(tmp_path: Path) -> None:
    """A plan ends with what continues it, a contract is paid off, money that came back is owed."""
    rows = [
        row(1, tahap="rencana", jumlah="500"),
        row(2, tahap="rencana", jumlah="700"),
        after(3, "kontrak", 2, jumlah="600"),
        after(4, "bayar", 3, jumlah="250"),
        after(5, "kembali", 4, jumlah="50"),
        row(6, tahap="kontrak", jumlah="90"),
        after(7, "batal", 6, jumlah="90"),
        row(8, tahap="rencana", jumlah="40"),
        after(9, "bayar", 8, jumlah="40"),
        after(10, "batal", 9, jumlah="40"),
    ]
    ((line, found),) = reached(ledger_of(tmp_path, *rows, revisions=[revision(1)]))
    expected = Amounts(planned=540, contracted=400, paid=250, returned=50, ceiling=2_000_000)
    assert ("bahan", expected) == (line.id, found)
    assert expected.ceiling == found.net + found.contracted + found.planned + found.left


def test_ceilings_are_summed_by_year_and_by_unit(tmp_path: Path) -> None:
    """A budget line without rows counts as well: nobody used it."""
    budget = [LINE, LINE | {"id": "lain", "unit": "itjen", "pagu_awal": "5"}]
    write_content(tmp_path, budget=[LINE], year=2025)
    found = reached(ledger_of(tmp_path, row(1), budget=budget))
    years = {"2025": Amounts(ceiling=1_000_000), "2026": Amounts(paid=1000, ceiling=1_000_005)}
    totals = ceiling_totals(found, Dimension.YEAR)
    assert (years, 2_000_005) == (totals.by[Dimension.YEAR], totals.whole.ceiling)
    units = ceiling_totals(found, Dimension.UNIT).by[Dimension.UNIT]
    assert {"setjen": 2_000_000, "itjen": 5} == {key: sum_.ceiling for key, sum_ in units.items()}
