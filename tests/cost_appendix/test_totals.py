"""Sums: every split of the money gives the whole, to the rupiah."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.model import Amounts
from cost_appendix.totals import Dimension, Group, add, record_amounts, split, total
from tests.cost_appendix.ledgers import Cells, ledger_of, record, row, write_content

RECORDS = {
    "a": record("a"),
    "b": record("b", section="haji", section_title="Haji", form="infografik"),
    "tersembunyi": record("tersembunyi", public=False),
}


@st.composite
def percents(draw: st.DrawFn) -> list[int]:
    """Draw whole per cent, each at least 1, that sum to 100."""
    cuts = draw(st.sets(st.integers(min_value=1, max_value=99), max_size=12))
    edges = [0, *sorted(cuts), 100]
    return [edges[place + 1] - edges[place] for place in range(len(edges) - 1)]


@given(st.integers(min_value=0, max_value=10**15 - 1), percents())
def test_shares_always_sum_to_the_row(amount: int, parts: list[int]) -> None:
    """No rupiah is lost or made, and no share is a whole rupiah away from its exact part."""
    shares = split(amount, parts)
    assert amount == sum(shares)
    far = [s for s, p in zip(shares, parts, strict=True) if abs(100 * s - amount * p) >= 100]
    assert [] == far


@pytest.mark.parametrize(
    ("amount", "parts", "expected"),
    [
        (1, [50, 50], (1, 0)),
        (100, [33, 33, 34], (33, 33, 34)),
        (10, [33, 33, 34], (3, 3, 4)),
        (1, [1, 99], (0, 1)),
        (5, [30, 30, 40], (2, 1, 2)),
    ],
)
def test_the_odd_rupiah_goes_to_the_largest_remainder(
    amount: int, parts: list[int], expected: tuple[int, ...]
) -> None:
    """Where remainders are equal the earlier share gets it."""
    assert expected == split(amount, parts)


def rows_of_every_kind() -> list[Cells]:
    """Return a course of money with plan, contract, return, cancellation and shares."""
    return [
        row(1, tahap="rencana", jumlah="5000"),
        row(2, tahap="kontrak", jumlah="4001", rekor="a:60;b:40", lanjutan_dari="2026-000001"),
        row(3, jumlah="4001", rekor="a:60;b:40", lanjutan_dari="2026-000002"),
        row(4, tahap="kembali", jumlah="101", rekor="a:60;b:40", lanjutan_dari="2026-000003"),
        row(5, jumlah="70", tanggal="2026-02-28"),
        row(6, jumlah="30", rekor="tersembunyi"),
        row(7, jumlah="9", rekor="tidak-dikenal"),
        row(8, jumlah="999", rekor="a"),
        row(9, tahap="batal", jumlah="999", lanjutan_dari="2026-000008"),
    ]


def test_each_stage_is_totalled_on_its_own(tmp_path: Path) -> None:
    """Rows that a cancellation ended count nowhere; cost is paid less returned."""
    totals = total(ledger_of(tmp_path, *rows_of_every_kind()), RECORDS)
    expected = Amounts(planned=5000, contracted=4001, paid=4110, returned=101)
    assert (expected, 4009, 9) == (totals.whole, totals.whole.net, totals.rows)


def test_records_sections_and_formats(tmp_path: Path) -> None:
    """Money without record and money of records that are not public stand apart, unnamed."""
    by = total(ledger_of(tmp_path, *rows_of_every_kind()), RECORDS).by
    unallocated, hidden = Amounts(planned=5000, paid=70), Amounts(paid=39)
    of_a, of_b = Amounts(0, 2401, 2401, 61), Amounts(0, 1600, 1600, 40)
    groups = {Group.UNALLOCATED: unallocated, Group.UNPUBLISHED: hidden}
    assert groups | {"a": of_a, "b": of_b} == by[Dimension.RECORD]
    assert groups | {"nikah": of_a, "haji": of_b} == by[Dimension.SECTION]
    assert groups | {"artikel": of_a, "infografik": of_b} == by[Dimension.FORMAT]


def test_months_are_those_in_which_it_happened(tmp_path: Path) -> None:
    """The day of recording does not matter."""
    by = total(ledger_of(tmp_path, *rows_of_every_kind()), RECORDS).by
    assert Amounts(paid=70) == by[Dimension.MONTH]["2026-02"]
    assert {"2026-02", "2026-03"} == set(by[Dimension.MONTH])


def test_withdrawn_records_are_told_apart(tmp_path: Path) -> None:
    """Content that once was public is no draft."""
    draft = record("a", public=False)
    withdrawn = replace(draft, withdrawn=True)
    ledger = ledger_of(tmp_path, row(1, rekor="a"))
    groups = [set(total(ledger, {"a": r}).by[Dimension.RECORD]) for r in (draft, withdrawn)]
    assert [{Group.UNPUBLISHED}, {Group.WITHDRAWN}] == groups


def test_a_year_counts_its_own_file(tmp_path: Path) -> None:
    """The years sum to the whole."""
    old = row(1, id="2025-1", tanggal="2025-05-05", unit="setjen", nomor_bukti="x", jumlah="7")
    write_content(tmp_path, old, year=2025)
    ledger = ledger_of(tmp_path, row(1))
    of_year = [[row for row in ledger.rows if row.year == year] for year in ledger.years]
    paid = [total(ledger, {}, rows).whole.paid for rows in (*of_year, None)]
    assert ([7, 1000, 1007], (2025, 2026)) == (paid, ledger.years)


def test_nothing_sums_to_nothing(tmp_path: Path) -> None:
    """An empty ledger has sums of 0."""
    totals = total(ledger_of(tmp_path), {})
    assert (Amounts(), 0) == (totals.whole, totals.rows)


AMOUNT = st.integers(min_value=0, max_value=10**6)
WHO = st.sampled_from(["", "a", "b", "tersembunyi", "a:60;b:40", "b:33;a:33;tersembunyi:34"])
STAGE = st.sampled_from(["rencana", "kontrak", "bayar"])


@given(st.lists(st.tuples(AMOUNT, WHO, STAGE), max_size=12))
def test_every_split_gives_the_whole(
    tmp_path_factory: pytest.TempPathFactory, course: list[tuple[int, str, str]]
) -> None:
    """Shares + hidden + unallocated = total in every dimension and stage; labels agree."""
    rows = [
        row(n, jumlah=str(amount // 12), rekor=who, tahap=stage)
        for n, (amount, who, stage) in enumerate(course, 1)
    ]
    ledger = ledger_of(tmp_path_factory.mktemp("ledger"), *rows)
    totals = total(ledger, RECORDS)
    sums = {dimension: add(totals.by[dimension].values()) for dimension in Dimension}
    assert dict.fromkeys(Dimension, totals.whole) == sums
    by_record = totals.by[Dimension.RECORD]
    expected = [by_record.get(name, Amounts()) for name in ("a", "b")]
    assert expected == [record_amounts(ledger, name) for name in ("a", "b")]
