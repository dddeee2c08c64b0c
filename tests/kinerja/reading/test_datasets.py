"""Datasets: observations and targets, and what a row of each status must have."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands.environment import PROJECT
from kinerja.model.tables import (
    Band,
    Dataset,
    Measure,
    Observation,
    ObservationStatus,
    Range,
    Scale,
    Shape,
)
from kinerja.reading.datasets import COLUMNS, measure_problems, read_dataset
from tests.kinerja.contents import write
from tests.kinerja.model.test_period import FORMS

HEADER = ",".join(COLUMNS)
INDEX = Measure(id="indeks", name="poin", shape=Shape.INDEX, least=Decimal(0), most=Decimal(100))
LABELS = Measure(id="opini", name="opini", shape=Shape.CATEGORY)
ORDER = Scale(id="opini", order=("TMP", "WDP", "WTP"))
CELLS = st.lists(
    st.sampled_from(["2025", "2024", "82.10", "80..90", "tetap", "konflik", "", "-1", "NaN", '"'])
    | st.text(max_size=5),
    max_size=14,
).map(",".join)


def row(period: str = "2025", **cells: str) -> str:
    """Return a row with a value of 82.10 and its source, and with other cells where given."""
    usual = {"periode": period, "nilai": "82.10", "status": "tetap", "sumber": "laporan"}
    return ",".join((usual | cells).get(column, "") for column in COLUMNS)


def dataset(root: Path, *rows: str) -> Dataset:
    """Return the dataset of these rows, which must be without mistake."""
    write(root, "data/capaian/a.csv", "\n".join([HEADER, *rows, ""]))
    edition = read_dataset(root, "a")
    assert () == edition.problems
    assert isinstance(edition.value, Dataset)
    return edition.value


def told(root: Path, *rows: str) -> list[tuple[int, str, str]]:
    """Return line, column and code of what is wrong with these rows."""
    write(root, "data/capaian/a.csv", "\n".join([HEADER, *rows, ""]))
    edition = read_dataset(root, "a")
    assert edition.value is None
    return [(item.line, item.field, item.code) for item in edition.problems]


def test_an_observation(tmp_path: Path) -> None:
    """Numbers are exact, one target is a range with equal ends, what is empty is None or ''."""
    text = row(target="80..85", target_awal="90", rilis="2025-09-01", catatan="a, b").replace(
        "a, b", '"a, b"'
    )
    (found,) = dataset(tmp_path, text).observations
    expected = Observation(
        line=2,
        period=found.period,
        detail="",
        value=Decimal("82.10"),
        target=Range(Decimal(80), Decimal(85)),
        first_target=Range(Decimal(90), Decimal(90)),
        status=ObservationStatus.FINAL,
        source="laporan",
        released=date(2025, 9, 1),
        old_value=None,
        other_value=None,
        other_source="",
        reason="",
        note="a, b",
    )
    assert ("2025", expected) == (found.period.name, found)


def test_rows_stand_in_order_of_time_and_detail(tmp_path: Path) -> None:
    """However the file is sorted; and they are found by period and detail."""
    found = dataset(
        tmp_path,
        row("2025", rincian="b"),
        row("TA2023"),
        row("2025"),
        row("2025", rincian="a", nilai="1"),
        row("2024", nilai="", sumber="", status="tidak-diukur"),
    )
    assert ["TA2023", "2024", "2025", "2025", "2025"] == [o.period.name for o in found.observations]
    assert ("a", "b") == found.details
    assert ["TA2023", "2024", "2025"] == [o.period.name for o in found.series()]
    wanted = found.find("2025", "a")
    assert wanted is not None
    assert Decimal(1) == wanted.value
    assert None is found.find("2023")
    assert {("TA2023", ""), ("2025", ""), ("2025", "a"), ("2025", "b")} == found.measured


@pytest.mark.parametrize("name", FORMS)
def test_periods_of_every_form(tmp_path: Path, name: str) -> None:
    """Each keeps its name, and is found by it."""
    found = dataset(tmp_path, row(name))
    assert [FORMS[name]] == [(o.period.first, o.period.last) for o in found.observations]
    assert found.observations[0] == found.find(name)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"periode": "Tahun 2025"}, [("periode", "F19")]),
        ({"status": "final"}, [("status", "F03")]),
        ({"status": ""}, [("status", "F03")]),
        ({"rilis": "1/9/2025"}, [("rilis", "F13")]),
        ({"nilai": ""}, [("nilai", "D02")]),
        ({"status": "tidak-diukur", "sumber": ""}, [("nilai", "D07"), ("sumber", "F02")]),
        ({"status": "belum-dilaporkan"}, [("nilai", "D07")]),
        ({"sumber": ""}, [("sumber", "F02")]),
        ({"status": "direvisi"}, [("nilai_lama", "D08"), ("alasan", "D08")]),
        ({"status": "direvisi", "nilai_lama": "1"}, [("alasan", "D08")]),
        (
            {"status": "konflik"},
            [("nilai_lain", "D08"), ("sumber_lain", "D08"), ("alasan", "D08")],
        ),
        ({"nilai": " 82.10"}, [("nilai", "D09")]),
        ({"sumber": "laporan "}, [("sumber", "D09")]),
        ({"periode": "2", "rilis": "3"}, [("periode", "F19"), ("rilis", "F13")]),
    ],
)
def test_what_a_row_must_have(
    tmp_path: Path, cells: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """A value where the status has one, a source with every value, reasons where they are due."""
    assert [(2, *item) for item in expected] == told(tmp_path, row(**cells))


@pytest.mark.parametrize("status", ["tidak-diukur", "belum-dilaporkan", "tidak-berlaku"])
def test_a_missing_figure_is_none_and_never_0(tmp_path: Path, status: str) -> None:
    """Such a row may have a target."""
    (found,) = dataset(tmp_path, row(status=status, nilai="", sumber="", target="80")).observations
    assert (None, Range(Decimal(80), Decimal(80))) == (found.value, found.target)


def test_a_key_stands_once(tmp_path: Path) -> None:
    """Period and detail together; the message names the first line."""
    found = told(tmp_path, row("2025"), row("2025", rincian="a"), row("2025", nilai="1"))
    assert [(4, "periode", "D03")] == found


@pytest.mark.parametrize(
    ("field", "text"),
    [
        *(("nilai", text) for text in ("82,10", "1.000.000", "1e3", "+1", "01", ".5", "5.", "NaN")),
        *(("nilai", text) for text in ("8٢", "1234567890123456789", "0.1234567890", "- 1")),
        *(("target", text) for text in ("80-85", "80..", "..85", "80...85", "1..2..3", "85..80")),
        ("target_awal", "tinggi"),
    ],
)
def test_what_is_no_number(tmp_path: Path, field: str, text: str) -> None:
    """It is taken for a label, and refused where the unit of measure is no category."""
    cells = {field: f'"{text}"'}
    found = dataset(tmp_path, row(**cells))
    problems = list(measure_problems(found, "a.csv", INDEX, ()))
    assert [(2, field, "D01")] == [(p.line, p.field, p.code) for p in problems]
    assert [] == list(measure_problems(found, "a.csv", LABELS, ()))


def test_values_lie_in_the_range_of_the_measure(tmp_path: Path) -> None:
    """Both ends are included; old and other values are held to it too."""
    cells = {"status": "konflik", "sumber_lain": "b", "alasan": "c", "nilai_lain": "100.1"}
    found = dataset(
        tmp_path,
        row("2021", nilai="0"),
        row("2022", nilai="100"),
        row("2023", nilai="-0.1"),
        row("2024", **cells),
        row("2025", status="direvisi", nilai_lama="101", alasan="d"),
    )
    problems = list(measure_problems(found, "a.csv", INDEX, ()))
    expected = [(4, "nilai", "D05"), (5, "nilai_lain", "D05"), (6, "nilai_lama", "D05")]
    assert expected == [(p.line, p.field, p.code) for p in problems]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"nilai": "WTP"}, []),
        ({"nilai": "TMP", "target": "WTP", "target_awal": "WDP"}, []),
        ({"nilai": "wtp"}, [("nilai", "wtp")]),
        ({"nilai": "WTP", "target": "Baik"}, [("target", "Baik")]),
        ({"nilai": "WTP", "target_awal": "80..90"}, [("target_awal", "80..90")]),
        ({"nilai": "WTP", "target": "80"}, [("target", "80")]),
        ({"nilai": "82.10"}, [("nilai", "82.10")]),
        ({"nilai": "WTP", "status": "direvisi", "nilai_lama": "A"}, [("nilai_lama", "A")]),
    ],
)
def test_labels_stand_in_the_order_of_their_scale(
    tmp_path: Path, cells: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """Values and targets alike; the message shows what was written, and the choices."""
    found = dataset(tmp_path, row(alasan="a", **cells))
    problems = list(measure_problems(found, "a.csv", LABELS, (ORDER,)))
    assert [("a.csv", 2, "D10")] * len(expected) == [(p.path, p.line, p.code) for p in problems]
    assert [
        (field, (("value", shown), ("expected", "TMP, WDP, WTP"))) for field, shown in expected
    ] == [(p.field, p.details) for p in problems]


def test_only_an_order_binds_labels(tmp_path: Path) -> None:
    """Bands are the mistake of the indicator (R10), not of its data; numbers ask for no label."""
    bands = Band(least=Decimal(0), most=Decimal(100), value="A", label="Baik")
    labels = dataset(tmp_path, row(nilai="Lain"))
    assert [] == list(measure_problems(labels, "a.csv", LABELS, (Scale(id="a", bands=(bands,)),)))
    numbers = dataset(tmp_path, row())
    assert [] == list(measure_problems(numbers, "a.csv", INDEX, (ORDER,)))


def test_the_scale_of_its_time_binds_a_label(tmp_path: Path) -> None:
    """A newer order that drops a label leaves earlier rows alone."""
    newer = Scale(id="opini", valid_from=date(2030, 1, 1), order=("WDP", "WTP"))
    earlier = dataset(tmp_path, row(nilai="TMP"))
    assert [] == list(measure_problems(earlier, "a.csv", LABELS, (ORDER, newer)))


@given(st.lists(CELLS, max_size=6).map("\n".join) | st.text())
def test_any_table_is_a_dataset_or_mistakes(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Free text below the header raises nothing: a value, or problems with their line."""
    root = tmp_path_factory.getbasetemp()
    write(root, "data/capaian/bebas.csv", f"{HEADER}\n{text}".encode("utf-8", "ignore"))
    edition = read_dataset(root, "bebas")
    assert (edition.value is None) == bool(edition.problems)
    if isinstance(edition.value, Dataset):
        assert all(item.period for item in edition.value.observations)


def test_no_target_of_the_example_is_invented() -> None:
    """Each cites the source in which it, or the value beside it, was published."""
    folder = PROJECT / "content/data/capaian"
    found = [read_dataset(PROJECT / "content", path.stem).value for path in folder.glob("*.csv")]
    targets = [
        (dataset.indicator, row.period.name, row.detail, bool(row.source))
        for dataset in found
        if isinstance(dataset, Dataset)
        for row in dataset.observations
        if row.target is not None
    ]
    assert len(targets) > 30
    assert [] == [target for target in targets if not target[-1]]
