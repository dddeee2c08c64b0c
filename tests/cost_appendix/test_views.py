"""Totals to tables, charts and sentences."""

from pathlib import Path

from cost_appendix.charts import Bar, Chart, bar_chart
from cost_appendix.model import Amounts, build_ledger
from cost_appendix.naming import Names
from cost_appendix.totals import Dimension, Group, Totals, total
from cost_appendix.views import (
    ACCOUNTS,
    CEILINGS_BY,
    MONTHS,
    RECORDS,
    SECTIONS,
    attention_view,
    split_view,
)
from tests.cost_appendix.ledgers import ledger_of, record, row

NAMES = Names(build_ledger((), (), {}, (), {}, None), {})


def totals_of(dimension: Dimension, groups: dict[str | Group, Amounts]) -> Totals:
    """Return totals that know one dimension only."""
    paid = sum(amounts.paid for amounts in groups.values())
    return Totals(len(groups), Amounts(paid=paid), {dimension: groups})


def bar(name: str, *parts: int, limit: int | None = None) -> Bar:
    """Return a bar whose text says how much its first part is."""
    return Bar(name, f"Rp{parts[0]}", parts, limit)


def shapes(chart: Chart | None) -> dict[str, str]:
    """Return the path of each kind of part."""
    assert chart is not None
    return chart["shapes"]


def test_a_chart_is_drawn_to_the_longest_bar() -> None:
    """Lengths are whole units, long names are cut, what cost nothing has no bar."""
    name = "Direktorat Jenderal Bimbingan Masyarakat"
    expected = {
        "id": "grafik-unit",
        "title": "Biaya menurut unit",
        "description": f"{name} Rp3000; itjen Rp1000",
        "width": 360,
        "height": 80,
        "labels": [
            {
                "name": "Direktorat Jenderal Bimbingan Masya…",
                "amount": "Rp3000",
                "x": 0,
                "y": 13,
            },
            {"name": "itjen", "amount": "Rp1000", "x": 0, "y": 53},
        ],
        "shapes": {"biaya": "M0 18H360v14H0zM0 58H120v14H0z"},
    }
    bars = [bar(name, 3000), bar("x", 0), bar("itjen", 1000)]
    assert expected == bar_chart("unit", "Biaya menurut unit", bars)


def test_nothing_paid_draws_no_chart() -> None:
    """A chart without bars would say nothing; the sentence does."""
    bars: list[list[Bar]] = [[], [bar("a", 0), bar("b", -1)]]
    assert [None, None] == [bar_chart("x", "t", found) for found in bars]


def test_parts_of_a_bar_stand_in_a_row_up_to_its_limit() -> None:
    """Without gaps; a line leads to the mark of the limit, which lies before what is above it."""
    below, above = bar("a", 1, 1, 1, limit=7), bar("b", 4, 3, 2, limit=6)
    found = shapes(bar_chart("pagu", "Pagu", [below, above, bar("nihil", 0, 0, 0, limit=0)]))
    expected = {
        "biaya": "M0 18H40v14H0zM0 58H160v14H0z",
        "kontrak": "M40 18H80v14H40zM160 58H280v14H160z",
        "rencana": "M80 22H120v6H80zM280 62H360v6H280z",
        "pagu": "M120 25H280M280 16v18M240 65H240M240 56v18",
    }
    assert expected == {kind: found[kind][: len(path)] for kind, path in expected.items()}


def test_the_key_shows_each_part_with_its_word() -> None:
    """By shape, not by colour alone: full, outlined, thin, a line; below the bars, in the frame."""
    chart = bar_chart("pagu", "Pagu", [bar("a", 4, limit=4)])
    expected = {
        "biaya": "M0 18H360v14H0zM0 48H24v14H0z",
        "kontrak": "M180 48H204v14H180z",
        "rencana": "M0 72H24v6H0z",
        "pagu": "M360 25H360M360 16v18M180 75H204M204 66v18",
    }
    assert expected == shapes(chart)
    assert chart is not None
    places = [(label["name"], label["x"], label["y"]) for label in chart["labels"][1:]]
    first, second = [("biaya", 32, 60), ("terikat kontrak", 212, 60)], [("direncanakan", 32, 80)]
    assert [*first, *second, ("sisa pagu", 212, 80)] == places
    assert 88 == chart["height"]


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


HELD = Amounts(planned=9, contracted=8, paid=7, returned=2, ceiling=30)


def test_every_rupiah_of_a_ceiling_is_told_once() -> None:
    """Cost, contract, plan and what is left sum to the ceiling."""
    totals = Totals(0, HELD, {Dimension.YEAR: {"2026": HELD}})
    view = split_view(totals, CEILINGS_BY[Dimension.YEAR], NAMES)
    columns = ("Pagu", "Biaya", "Terikat kontrak", "Direncanakan", "Sisa")
    cells = ["Rp30", "Rp5", "Rp8", "Rp9", "Rp8"]
    assert (columns, cells) == (view["columns"], view["total"])
    assert [("2026", cells)] == [(row["name"], row["amounts"]) for row in view["rows"]]
    told = "2026 pagu Rp30, biaya Rp5, terikat kontrak Rp8, direncanakan Rp9, sisa Rp8"
    assert told == view["chart"]["description"]
    assert "Pagu dan pemakaiannya menurut tahun" == view["chart"]["title"]
    expected = (
        "Dari pagu Rp30, 16,7% sudah menjadi biaya, 26,7% terikat kontrak, "
        "dan 30,0% direncanakan: sisa Rp8."
    )
    assert expected == view["sentence"]


def test_more_than_the_ceiling_is_said() -> None:
    """Whoever planned too much reads by how much; without a ceiling there is nothing to share."""
    over = Amounts(planned=9, paid=7, ceiling=10)
    totals = Totals(0, over, {Dimension.UNIT: {"itjen": over}})
    view = split_view(totals, CEILINGS_BY[Dimension.UNIT], NAMES)
    assert view["sentence"].endswith("dan 90,0% direncanakan: Rp6 di atas pagu.")
    assert "−Rp6" == view["total"][-1]
    nothing = Totals(0, Amounts(), {Dimension.UNIT: {}})
    found = split_view(nothing, CEILINGS_BY[Dimension.UNIT], NAMES)
    assert ("Belum ada pagu.", None) == (found["sentence"], found["chart"])


def test_a_unit_with_a_ceiling_and_no_rows_leads_nowhere() -> None:
    """It has no page."""
    groups: dict[str | Group, Amounts] = {
        "itjen": Amounts(ceiling=5),
        "setjen": Amounts(planned=1, ceiling=5),
    }
    totals = Totals(0, Amounts(planned=1, ceiling=10), {Dimension.UNIT: groups})
    view = split_view(totals, CEILINGS_BY[Dimension.UNIT], NAMES)
    expected = {"itjen": "", "setjen": "transparansi/biaya/unit/setjen/"}
    assert expected == {row["name"]: row["url"] for row in view["rows"]}
