"""Tokens `{{...}}` against public datasets: a value, or a mistake at the line of the token."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kinerja.evidence.figures import resolve_figure, unresolved_figures
from kinerja.model.documents import Figure
from kinerja.model.records import Direction
from kinerja.model.tables import Dataset, Range
from kinerja.reading.body import compile_body
from kinerja.reading.datasets import read_dataset
from tests.kinerja.contents import write
from tests.kinerja.evidence.test_reporting import indicator

TEXT = """\
periode,rincian,nilai,target,target_awal,status,sumber,rilis,nilai_lama,nilai_lain,sumber_lain,\
alasan,catatan
2022,,80,75,,tetap,a,,,,,,
2023,,,80,,tidak-diukur,,,,,,,
2024,,82.5,80..85,,tetap,a,,,,,,
2025,,81,90,,sementara,a,,,,,,
2025,bandara,79,,,tetap,a,,,,,,
2022..2024,,5,4,,tetap,a,,,,,,
TA2023,,90,,,tetap,a,,,,,,
2021,,5,0,,tetap,a,,,,,,
"""
LABELS = TEXT.partition("\n")[0] + "\n2024,,WTP,WTP,,tetap,a,,,,,,\n2025,,WDP,WTP,,tetap,a,,,,,,\n"


@pytest.fixture
def datasets(tmp_path: Path) -> dict[str, Dataset]:
    """Return the datasets of two indicators, one of numbers and one of categories."""
    texts = {"ikjhi": TEXT, "opini": LABELS}
    for name, text in texts.items():
        write(tmp_path, f"data/capaian/{name}.csv", text)
    found = {name: read_dataset(tmp_path, name).value for name in texts}
    return {name: value for name, value in found.items() if isinstance(value, Dataset)}


def figure(token: str) -> Figure:
    """Return the figure of a token, which must be well formed."""
    (found,) = compile_body(f"{{{{{token}}}}}")[0].figures
    return found


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("ikjhi 2024", Decimal("82.5")),
        ("ikjhi[bandara] 2025", Decimal(79)),
        ("ikjhi 2022..2024", Decimal(5)),
        ("ikjhi TA2023", Decimal(90)),
        ("ikjhi 2025 target", Range(Decimal(90), Decimal(90))),
        ("ikjhi 2024 target", Range(Decimal(80), Decimal(85))),
        ("ikjhi 2023 target", Range(Decimal(80), Decimal(80))),
        ("ikjhi 2025 capaian", Fraction(90)),
        ("ikjhi 2024 capaian", Fraction(100)),
        ("ikjhi 2024..2025 selisih", Decimal("-1.5")),
        ("opini 2024", "WTP"),
        ("opini 2025 target", "WTP"),
    ],
)
def test_what_a_token_stands_for(
    datasets: dict[str, Dataset], token: str, expected: object
) -> None:
    """Value, target, achievement, difference: exact, from the row of that period and detail."""
    found = resolve_figure(figure(token), datasets, {})
    assert found is not None
    assert expected == found.value
    assert figure(token).periods == tuple(row.period.name for row in found.rows)


def test_the_direction_of_the_indicator_counts(datasets: dict[str, Dataset]) -> None:
    """81 of 90 where lower is better is more than reached."""
    found = resolve_figure(
        figure("ikjhi 2025 capaian"), datasets, {"ikjhi": indicator(direction=Direction.DOWN)}
    )
    assert found is not None
    assert Fraction(110) == found.value


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("grafik ikjhi 2022..2025", ["2022", "2023", "TA2023", "2022..2024", "2024", "2025"]),
        ("tabel ikjhi 2024..2025", ["TA2023", "2022..2024", "2024", "2025"]),
        ("tabel ikjhi[bandara] 2022..2025", ["2025"]),
        ("tabel ikjhi 2024..2024", ["TA2023", "2022..2024", "2024"]),
    ],
)
def test_an_interval_takes_the_rows_that_end_in_it(
    datasets: dict[str, Dataset], token: str, expected: list[str]
) -> None:
    """Both ends are included; rows without value are kept, the reader sees the gap."""
    found = resolve_figure(figure(token), datasets, {})
    assert found is not None
    assert expected == [row.period.name for row in found.rows]


@pytest.mark.parametrize(
    "token",
    [
        "lain 2024",
        "ikjhi 2019",
        "ikjhi[makkah] 2025",
        "ikjhi 2023",
        "ikjhi TA2023 target",
        "ikjhi 2023 capaian",
        "ikjhi 2021 capaian",
        "ikjhi 2023..2024 selisih",
        "ikjhi 2022..2023 selisih",
        "ikjhi 2019..2024 selisih",
        "opini 2024 capaian",
        "opini 2024..2025 selisih",
        "grafik ikjhi 2015..2019",
        "grafik ikjhi 2023..2023",
        "grafik ikjhi[makkah] 2022..2025",
    ],
)
def test_what_the_data_do_not_have_is_a_mistake(datasets: dict[str, Dataset], token: str) -> None:
    """Unknown indicator, period, detail; a value that is missing: never 0, never a guess."""
    body, _ = compile_body(f"a\n\n{{{{{token}}}}}", "", 10)
    (found,) = unresolved_figures(body.figures, "a.md", datasets, {})
    assert ("a.md", 13, "R03") == (found.path, found.line, found.code)
    assert (
        ("token", f"{{{{{token}}}}}"),
        ("indicator", body.figures[0].indicator),
    ) == found.details
    assert [] == unresolved_figures([figure("ikjhi 2025")], "a.md", datasets, {})
