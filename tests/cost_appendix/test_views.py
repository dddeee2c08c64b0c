"""Totals to tables, charts and sentences."""

from pathlib import Path

from cost_appendix.charts import bar_chart
from cost_appendix.model import Amounts
from cost_appendix.naming import Names
from cost_appendix.totals import Dimension, Group, Totals, total
from cost_appendix.views import (
    ACCOUNTS,
    MONTHS,
    RECORDS,
    SECTIONS,
    attention_view,
    split_view,
    stages_view,
)
from tests.cost_appendix.ledgers import ledger_of, record, row


def totals_of(dimension: Dimension, groups: dict[str | Group, Amounts]) -> Totals:
    """Return totals that know one dimension only."""
    paid = sum(amounts.paid for amounts in groups.values())
    return Totals(len(groups), Amounts(paid=paid), {dimension: groups})


def test_a_chart_is_drawn_to_the_longest_bar() -> None:
    """Lengths are whole units, long names are cut, what cost nothing has no bar."""
    name = "Direktorat Jenderal Bimbingan Masyarakat"
    expected = {
        "id": "grafik-unit",
        "title": "Biaya menurut unit",
        "description": f"{name} Rp3.000; itjen Rp1.000",
        "width": 360,
        "height": 80,
        "bars": [
            {
                "name": "Direktorat Jenderal Bimbingan Mas…",
                "amount": "Rp3.000",
                "text_y": 13,
                "bar_y": 18,
                "width": 360,
            },
            {"name": "itjen", "amount": "Rp1.000", "text_y": 53, "bar_y": 58, "width": 120},
        ],
    }
    assert expected == bar_chart(
        "unit", "Biaya menurut unit", [(name, 3000), ("x", 0), ("itjen", 1000)]
    )


def test_nothing_paid_draws_no_chart() -> None:
    """A chart without bars would say nothing; the sentence does."""
    assert [None, None] == [bar_chart("x", "t", bars) for bars in ([], [("a", 0), ("b", -1)])]


def test_hidden_money_stands_first_then_the_largest(tmp_path: Path) -> None:
    """Unallocated money leads, money without public name follows, then by cost."""
    records = {"a": record("a"), "b": record("b", section="haji", section_title="Haji")}
    rows = [
        row(1, rekor="a", jumlah="5"),
        row(2, rekor="b", jumlah="7"),
        row(3, jumlah="1"),
        row(4, rekor="tersembunyi", jumlah="2"),
    ]
    ledger = ledger_of(tmp_path, *rows)
    names = Names(ledger, records, section_word="layanan")
    view = split_view(total(ledger, records), SECTIONS, names)
    found = [(line["name"], line["amounts"][0]) for line in view["rows"]]
    expected = [
        ("Biaya umum (tidak dibagi)", "Rp1"),
        ("belum terbit", "Rp2"),
        ("Haji", "Rp7"),
        ("Pencatatan nikah", "Rp5"),
    ]
    assert expected == found
    words = ("Menurut layanan", "Layanan", "Terbesar: Haji, Rp7 atau 46,7% dari seluruh biaya.")
    assert words == (view["title"], view["heading"], view["sentence"])


def test_what_is_too_long_is_summed_in_one_row(tmp_path: Path) -> None:
    """The largest stay, the rest keeps the sum whole."""
    groups: dict[str | Group, Amounts] = {str(n): Amounts(paid=n) for n in range(1, 13)}
    view = split_view(totals_of(Dimension.RECORD, groups), RECORDS, Names(ledger_of(tmp_path), {}))
    rows = view["rows"]
    assert 11 == len(rows)
    assert {
        "name": "Lainnya (2)",
        "url": "",
        "amounts": ["Rp3", "Rp3", "Rp0", "Rp0", "Rp0"],
        "meaning": "",
    } == rows[-1]


def test_of_months_the_oldest_are_summed(tmp_path: Path) -> None:
    """Time runs downward; what is too long ago stands above."""
    months = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    groups: dict[str | Group, Amounts] = {month: Amounts(paid=1) for month in reversed(months)}
    view = split_view(totals_of(Dimension.MONTH, groups), MONTHS, Names(ledger_of(tmp_path), {}))
    rows = view["rows"]
    found = [rows[0]["name"], rows[1]["name"], rows[-1]["name"]]
    assert ["Sebelumnya (24)", "Januari 2026", "Desember 2026"] == found


def test_accounts_are_named_by_code_and_purpose(tmp_path: Path) -> None:
    """An account that is not in the table keeps its code."""
    groups: dict[str | Group, Amounts] = {"521211": Amounts(paid=2), "999999": Amounts(paid=1)}
    names = Names(ledger_of(tmp_path), {})
    view = split_view(totals_of(Dimension.ACCOUNT, groups), ACCOUNTS, names)
    rows = view["rows"]
    assert ["521211 Belanja Bahan", "999999"] == [line["name"] for line in rows]


def test_unallocated_and_unreviewed_money_is_said_first(tmp_path: Path) -> None:
    """Nothing is reviewed yet, so all of the cost is unreviewed."""
    ledger = ledger_of(tmp_path, row(1, jumlah="1"), row(2, jumlah="3", rekor="a"))
    expected = [
        {"name": "Belum direviu Itjen", "amount": "Rp4", "share": "100,0%"},
        {"name": "Biaya umum (tidak dibagi)", "amount": "Rp1", "share": "25,0%"},
    ]
    assert expected == attention_view(total(ledger, {}))


def test_stages_stand_beside_each_other() -> None:
    """The budget stands first; the cost is the last and only computed one."""
    view = stages_view(Amounts(planned=9, contracted=8, paid=7, returned=2), 10)
    amounts = [row["amounts"] for row in view["rows"]]
    assert [["Rp10"], ["Rp9"], ["Rp8"], ["Rp7"], ["Rp2"], ["Rp5"]] == amounts
    assert "Biaya 50,0% dari pagu. Antartahap tidak dijumlahkan." == view["sentence"]
