"""Figures in words: values, and tokens inside plain text."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.figures import resolve_figure
from kinerja.evidence.words import figure_words, percent, plain_figures, rounded, value_words
from kinerja.model.records import Direction, Indicator
from kinerja.model.tables import Dataset, Range
from kinerja.reading.body import text_figures
from kinerja.reading.datasets import read_dataset
from tests.kinerja.contents import write
from tests.kinerja.evidence.test_figures import TEXT
from tests.kinerja.evidence.test_reporting import indicator

INDICATORS: dict[str, Indicator] = {"ikjhi": indicator(precision="2", direction=Direction.UP)}


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dataset]:
    """Return the dataset of the tests of figures."""
    root: Path = tmp_path_factory.mktemp("isi")
    write(root, "data/capaian/ikjhi.csv", TEXT)
    found = read_dataset(root, "ikjhi").value
    assert isinstance(found, Dataset)
    return {"ikjhi": found}


def test_words_of_values() -> None:
    """Numbers with the precision, ranges with a dash, labels as they are, nothing for nothing."""
    one, two = Decimal("80.5"), Decimal(90)
    values = (one, Range(one, two), Range(two, two), "WTP", Fraction(275, 3), None)
    assert ["80,50", "80,50–90,00", "90,00", "WTP", "91,67 persen", ""] == [
        value_words(value, 2) for value in values
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indeks {{ikjhi 2024}}.", "Indeks 82,50."),
        ("{{ikjhi 2024}} dan {{ ikjhi[bandara] 2025 }}", "82,50 dan 79,00"),
        ("{{ikjhi 2024..2025 selisih}} poin", "1,50 poin"),
        ("{{ikjhi 2025 target}}, {{ikjhi 2025 capaian}}", "90,00, 90,00 persen"),
        ("{{ikjhi 2024 target}}", "80,00–85,00"),
        ("Tanpa angka", "Tanpa angka"),
        ("{{ikjhi 1999}}", "{{ikjhi 1999}}"),
        ("{{lain 2024}}", "{{lain 2024}}"),
        ("{{grafik ikjhi 2022..2025}}", "{{grafik ikjhi 2022..2025}}"),
        ("{{}} {{ {{ikjhi 2024}}", "{{}} {{ 82,50"),
        ("{tautan} {{ikjhi 2024}}\nbaris dua", "{tautan} 82,50\nbaris dua"),
    ],
)
def test_tokens_of_plain_text(datasets: dict[str, Dataset], text: str, expected: str) -> None:
    """Each is the words of its figure; what leads to nothing stays, and is reported elsewhere."""
    assert expected == plain_figures(text, datasets, INDICATORS)


@given(st.text() | st.lists(st.sampled_from(["{{", "}}", "ikjhi", " ", "2024", ".."])).map("".join))
def test_any_text_can_be_read(datasets: dict[str, Dataset], text: str) -> None:
    """Nothing raises; text without tokens comes out as it is."""
    found = plain_figures(text, datasets, INDICATORS)
    assert found == text or "{{" in text


def test_figures_of_plain_text_have_their_place(datasets: dict[str, Dataset]) -> None:
    """Field and line of the text; a token that is none, or a chart, is a mistake there."""
    text = "{{ikjhi 2024}} {{apa saja}} {{tabel ikjhi 2022..2025}}"
    figures, problems = text_figures(text, "a.md", 7, "sosial")
    assert [("ikjhi 2024", 7, "sosial")] == [(f.token, f.line, f.field) for f in figures]
    assert [(7, "sosial", "B04")] * 2 == [(p.line, p.field, p.code) for p in problems]
    resolved = resolve_figure(figures[0], datasets, INDICATORS)
    assert resolved is not None
    assert ("82,50", "82,5") == (figure_words(resolved, 2), figure_words(resolved))


@given(st.fractions(), st.integers(0, 6))
def test_a_percentage_is_rounded_half_up_once(value: Fraction, precision: int) -> None:
    """The decimal that is shown lies at most half of its last digit away; halves go outward."""
    found = Fraction(rounded(value, precision))
    half = Fraction(1, 2 * 10**precision)
    assert abs(found - value) <= half + Fraction(1, 10**40)
    assert percent(value, precision).endswith(" persen")
    assert abs(found) >= abs(value) or abs(found - value) < half
