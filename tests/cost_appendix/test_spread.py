"""Cost per publication: the figures of a spreadsheet, and honest words for those without."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.model import Amounts, Ledger, Record
from cost_appendix.naming import Names
from cost_appendix.spread import spread_view
from cost_appendix.totals import Dimension, Key, Totals, total
from tests.cost_appendix.ledgers import ledger_of, record, row
from tests.cost_appendix.test_views import totals_of

EMPTY = Ledger((), (), {}, (), {}, None, {}, {}, {}, {})


def spread_of(costs: list[int]) -> dict[str, str]:
    """Return name -> amount of the measures of publications with these costs."""
    records = {f"r{number}": record(f"r{number}") for number in range(len(costs))}
    groups: dict[Key, Amounts] = {
        name: Amounts(paid=cost) for name, cost in zip(records, costs, strict=True)
    }
    view = spread_view(totals_of(Dimension.RECORD, groups), Names(EMPTY, records))
    return {line["name"]: line["amounts"][0] for line in view["rows"]}


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ([5], ("Rp5", "Rp5", "Rp5", "Rp5", "Rp5")),
        ([10, 20], ("Rp10", "Rp13", "Rp15", "Rp18", "Rp20")),
        ([4, 1, 3, 2], ("Rp1", "Rp2", "Rp3", "Rp3", "Rp4")),
        ([1, 2, 3, 4, 5], ("Rp1", "Rp2", "Rp3", "Rp4", "Rp5")),
        ([100, 100, 100, 1000], ("Rp100", "Rp100", "Rp100", "Rp325", "Rp1.000")),
    ],
)
def test_quartiles_are_those_of_a_spreadsheet(costs: list[int], expected: tuple[str, ...]) -> None:
    """MEDIAN and QUARTILE over the costs, a half rupiah rounded up."""
    assert expected == tuple(spread_of(costs).values())


@given(st.lists(st.integers(min_value=1, max_value=10**12), min_size=1, max_size=30))
def test_measures_lie_on_the_line_between_two_publications(costs: list[int]) -> None:
    """Recounted with fractions: place (n - 1) * k / 4 in order of cost."""
    ordered = sorted(costs)

    def at(quarter: int) -> int:
        place = Fraction((len(ordered) - 1) * quarter, 4)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        exact = ordered[below] + (ordered[above] - ordered[below]) * (place - below)
        return int(exact + Fraction(1, 2))

    expected = [f"Rp{at(quarter):,}".replace(",", ".") for quarter in range(5)]
    assert expected == list(spread_of(costs).values())


def told(ledger: Ledger, records: dict[str, Record]) -> tuple[Totals, str]:
    """Return the sums and the sentence on publications with and without cost."""
    totals = total(ledger, records)
    return totals, spread_view(totals, Names(ledger, records))["sentence"]


def test_those_without_cost_are_counted_by_why(tmp_path: Path) -> None:
    """Planned, declared free, not recorded; what costs nothing by nature, or is hidden, is not."""
    declared = {"a": "belum", "b": "belum", "c": "nol", "d": "belum", "e": "tidak-berlaku"}
    records = {name: replace(record(name), declared=word) for name, word in declared.items()}
    records["f"] = record("f", public=False)
    records["g"] = replace(record("g"), declared="kata lain")
    rows = [row(1, rekor="a:50;f:50"), row(2, rekor="b", tahap="rencana"), row(3, rekor="f")]
    rows.append(row(4, rekor="h"))
    _, sentence = told(ledger_of(tmp_path, *rows), records)
    expected = (
        "1 publikasi punya biaya; 1 baru rencana, kontrak, atau uangnya sudah kembali; "
        "1 tanpa belanja tambahan; 2 belum dicatat."
    )
    assert expected == sentence


def test_money_that_came_back_whole_is_no_cost(tmp_path: Path) -> None:
    """A publication whose payment was returned has no cost."""
    rows = [row(1, rekor="a"), row(2, rekor="a", tahap="kembali", lanjutan_dari="2026-000001")]
    _, sentence = told(ledger_of(tmp_path, *rows), {"a": record("a")})
    expected = "0 publikasi punya biaya; 1 baru rencana, kontrak, atau uangnya sudah kembali."
    assert expected == sentence


def test_without_any_cost_there_is_no_table(tmp_path: Path) -> None:
    """No measure of nothing; the sentence stands alone."""
    view = spread_view(total(ledger_of(tmp_path), {}), Names(EMPTY, {}))
    assert ([], None) == (view["rows"], view["chart"])
