"""Payments against the budget in force: what revisions allow, cover, and leave above."""

from datetime import date
from pathlib import Path

import pytest

from cost_appendix.budget import covered_payments
from cost_appendix.messages import MESSAGES
from cost_appendix.reading import read_ledger
from tabular.problems import render_problem
from tests.cost_appendix.ledgers import (
    LAST_DAY,
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
