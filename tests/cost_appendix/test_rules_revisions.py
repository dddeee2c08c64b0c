"""Rules on revisions of the budget: order, one decision, the ceiling before, the sum of KPA."""

from pathlib import Path

import pytest

from tests.cost_appendix.ledgers import LINE, Cells, problems_of, revision, row, write_content

BUDGET = [LINE, LINE | {"id": "cetak"}]
FIRST = revision(1)
SECOND = revision(2, semula="2000000", menjadi="500000")


def moved(order: int, line: str, after: str, **cells: str) -> Cells:
    """Return a line of revision 1 by KPA, from the budget of a million."""
    given = {"kewenangan": "kpa", "mata_anggaran": line, "menjadi": after} | cells
    return revision(1, order, **given)


@pytest.mark.parametrize(
    "revisions",
    [
        [FIRST, SECOND],
        [FIRST, revision(7, semula="2000000", menjadi="0", tanggal="2026-04-02")],
        [moved(1, "bahan", "900000"), moved(2, "cetak", "1100000")],
        [moved(1, "bahan", "1000000")],
        [revision(1, kewenangan="kanwil-djpb")],
        [FIRST, revision(1, 5, mata_anggaran="cetak", alasan="é" * 160)],
    ],
)
def test_revisions_in_order(tmp_path: Path, revisions: list[Cells]) -> None:
    """Each of these is the ordinary course of some year; numbers may leave gaps."""
    assert [] == problems_of(tmp_path, budget=BUDGET, revisions=revisions)


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        ([revision(1, nomor="0")], [(2, "nomor", "K12")]),
        ([revision(1, urut="01")], [(2, "urut", "K12")]),
        ([revision(1, tanggal="1 April")], [(2, "tanggal", "K04")]),
        ([revision(1, kewenangan="menteri")], [(2, "kewenangan", "K05")]),
        ([revision(1, semula="")], [(2, "semula", "K06")]),
        ([revision(1, menjadi="2.000.000")], [(2, "menjadi", "K06")]),
        ([revision(1, tanggal="2025-12-31")], [(2, "tanggal", "K21")]),
        ([revision(1, mata_anggaran="lain")], [(2, "mata_anggaran", "K24")]),
        ([revision(1, alasan="")], [(2, "alasan", "K26")]),
        ([revision(1, alasan="x" * 161)], [(2, "alasan", "K26")]),
        ([FIRST, revision(1, mata_anggaran="cetak")], [(3, "urut", "K30")]),
        ([revision(2), revision(1, 2, mata_anggaran="cetak")], [(3, "urut", "K30")]),
        ([FIRST, SECOND | {"tanggal": "2026-03-31"}], [(3, "tanggal", "K31")]),
        (
            [FIRST, revision(1, 2, mata_anggaran="cetak", tanggal="2026-04-02")],
            [(3, "tanggal", "K54")],
        ),
        (
            [FIRST, revision(1, 2, mata_anggaran="cetak", kewenangan="kanwil-djpb")],
            [(3, "kewenangan", "K54")],
        ),
        ([revision(1, semula="999999")], [(2, "semula", "K55")]),
        ([FIRST, SECOND | {"semula": "1000000"}], [(3, "semula", "K55")]),
        ([moved(1, "bahan", "900000"), moved(2, "cetak", "1100001")], [(3, "menjadi", "K56")]),
        ([revision(1, kewenangan="kpa")], [(2, "menjadi", "K56")]),
    ],
)
def test_broken_revisions(
    tmp_path: Path, revisions: list[Cells], expected: list[tuple[int, str, str]]
) -> None:
    """One break is one problem, at its line and column."""
    assert expected == problems_of(tmp_path, budget=BUDGET, revisions=revisions)


@pytest.mark.parametrize("column", ["semula", "menjadi"])
def test_an_amount_that_cannot_be_read_is_told_once(tmp_path: Path, column: str) -> None:
    """Neither the next revision, nor the sum of KPA, nor payments are held against it."""
    broken = moved(1, "bahan", "900000") | {column: "?"}
    after = revision(2, semula="7", menjadi="1") if column == "menjadi" else revision(2)
    later = after | {"semula": "900000"} if column == "semula" else after
    found = problems_of(
        tmp_path, row(1, jumlah="1"), budget=BUDGET, revisions=[broken, moved(2, "cetak", "5")]
    )
    assert [(2, column, "K06")] == found
    found = problems_of(tmp_path, budget=BUDGET, revisions=[broken, later])
    assert [(2, column, "K06")] == found


def test_a_ceiling_that_cannot_be_read_may_be_revised(tmp_path: Path) -> None:
    """The mistake is told at the budget alone."""
    budget = [LINE | {"pagu_awal": "?"}]
    found = problems_of(tmp_path, budget=budget, revisions=[FIRST])
    assert [(2, "pagu_awal", "K06")] == found


def test_each_year_has_revisions_of_its_own(tmp_path: Path) -> None:
    """The first revision of a year follows its own budget, not last year's."""
    old = revision(3, tanggal="2025-05-05", menjadi="7")
    write_content(tmp_path, year=2025, revisions=[old])
    assert [] == problems_of(tmp_path, revisions=[FIRST])


def test_a_line_that_cannot_be_read_makes_no_other_wrong(tmp_path: Path) -> None:
    """Order, day and sum of its revision are not judged without it; the rest of the year is."""
    lines = [
        moved(1, "bahan", "900000"),
        moved(2, "cetak", "1100000", tanggal="?"),
        revision(2, semula="1", menjadi="2"),
    ]
    found = problems_of(tmp_path, budget=BUDGET, revisions=lines)
    assert [(3, "tanggal", "K04"), (4, "semula", "K55")] == found
