"""Figures as heroes of their place: value, unit, trend, outcome, source, and what is missing."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.evidence.achievement import Achievement, Outcome
from kinerja.model.tables import ObservationStatus
from kinerja.rendering.figures import (
    KEYS,
    STATUS_WORDS,
    detail_words,
    figure_view,
    latest,
    row_id,
    status_view,
    unit_word,
)
from kinerja.rendering.indicator_tables import detail_table, series_sentence
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, write
from tests.kinerja.sites import changed_site, site_of

HEADER, *ROWS = contents.TABLES[DATASET].splitlines()


def site_with(root: Path, *rows: str, **changes: str | None) -> Site:
    """Return the site with other rows in the dataset, and another definition."""
    contents.write_content(root)
    write(root, DATASET, "\n".join([HEADER, *ROWS, *rows, ""]))
    write(root, contents.PATHS["indikator"], contents.record_text("indikator", **changes))
    contents.approve(root, "kepuasan", contents.APPROVED.replace(day=3))
    return site_of(root)


def figure(site: Site, period: str = "", detail: str = "") -> Any:
    """Return the figure of the one indicator."""
    return figure_view(site, site.portal.indicators["kepuasan"], period, detail)


def test_the_newest_figure_with_a_value(tmp_path: Path) -> None:
    """2025 is not reported: the figure is that of 2024, which missed its target."""
    found = figure(site_with(tmp_path))
    spark, bar = found.pop("spark"), found.pop("bar")
    assert bar is not None
    assert "78,25 terhadap target 85,00" == bar["description"]
    expected = {
        "label": "Indeks kepuasan pengantin",
        "value": "78,25",
        "unit": "poin",
        "period": "2024",
        "trend": "turun 3,85 dari 2023",
        "category": "",
        "status": {
            "key": "not-met",
            "word": "belum tercapai",
            "detail": "92,06 persen dari target",
        },
        "source": "Badan Contoh",
        "url": "/capaian/kepuasan/#2024",
    }
    assert expected == found
    sentence = "Indeks kepuasan pengantin: 78,25 pada 2024, turun 3,85 dari 2023"
    assert sentence == spark["description"]


def test_a_figure_of_a_period_without_value_says_why(tmp_path: Path) -> None:
    """Never 0, never the value of another year; without unit and percentage."""
    found = figure(site_with(tmp_path), "2025")
    assert ("belum dilaporkan", "", "2025", "not-reported") == (
        found["value"],
        found["unit"],
        found["period"],
        found["status"]["key"],
    )
    assert None is figure(site_with(tmp_path / "lain"), "2019")


def test_details_have_their_own_series(tmp_path: Path) -> None:
    """The trend is that of the detail, and its anchor too."""
    rows = ["2023,kota/besar,70,,,tetap,laporan,,,,,,", "2024,kota/besar,75,,,tetap,laporan,,,,,,"]
    found = figure(site_with(tmp_path, *rows), "2024", "kota/besar")
    assert ("Indeks kepuasan pengantin: kota besar", "naik 5,00 dari 2023") == (
        found["label"],
        found["trend"],
    )
    assert "/capaian/kepuasan/#2024-kota-besar" == found["url"]


def test_nothing_is_compared_across_a_break(tmp_path: Path) -> None:
    """A change of method is said instead of a trend."""
    site = site_with(tmp_path, putus_seri="[{periode: '2024', alasan: Kuesioner baru.}]")
    assert "tidak dibandingkan: cara ukur berubah" == figure(site)["trend"]
    item = site.portal.indicators["kepuasan"]
    rows = site.portal.datasets["kepuasan"].dataset.series()
    assert (
        "A: 82,10 pada 2023, 78,25 pada 2024; cara ukur berubah di antaranya, "
        "jadi tidak dibandingkan."
    ) == series_sentence("A", rows, item)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "A: belum ada nilai yang diukur."),
        (1, "A: 82,10 pada 2023."),
        (3, "A: 82,10 pada 2023, 78,25 pada 2024; turun 3,85."),
    ],
)
def test_the_sentence_of_a_series(tmp_path: Path, count: int, expected: str) -> None:
    """First and last value, and what lies between."""
    site = site_with(tmp_path)
    rows = site.portal.datasets["kepuasan"].dataset.series()[:count]
    assert expected == series_sentence("A", rows, site.portal.indicators["kepuasan"])


def test_the_same_value_is_no_change(tmp_path: Path) -> None:
    """Neither up nor down."""
    site = site_with(tmp_path, "2026,,78.25,,,sementara,laporan,,,,,,")
    assert "sama dengan 2024" == figure(site)["trend"]


def test_the_table_of_an_indicator(tmp_path: Path) -> None:
    """Newest first; other value, old value and reason stand beside the figure."""
    rows = [
        "2026,,80,,,direvisi,laporan,,79,,,Salah hitung.,",
        "2027,,81,,,konflik,laporan,,,82,laporan,Dua laporan,catatan",
    ]
    site = site_with(tmp_path, *rows)
    dataset = site.portal.datasets["kepuasan"].dataset
    table = detail_table(site, site.portal.indicators["kepuasan"], dataset.series(), "a", "A")
    assert ["2027", "2026", "2025", "2024", "2023"] == [row["id"] for row in table["rows"]]
    assert [
        "Sumber lain (Badan Contoh) menyebut 82,00. Dua laporan. catatan.",
        "Direvisi dari 79,00. Salah hitung.",
        "",
    ] == [row["note"] for row in table["rows"][:3]]
    assert ["81,00", "80,00", "", "78,25", "82,10"] == [row["value"] for row in table["rows"]]
    assert ["", "", "85,00", "85,00", "80,00"] == [row["target"] for row in table["rows"]]
    assert ["sumber berbeda", "direvisi", "belum dilaporkan", "tetap", "tetap"] == [
        row["word"] for row in table["rows"]
    ]
    links = [row["source"] for row in table["rows"]]
    assert {"title": "Badan Contoh", "url": "https://contoh.example/lkj"} == links[0]
    assert {"title": "", "url": ""} == links[2]
    assert table["has_targets"]


def test_categories_are_words(tmp_path: Path) -> None:
    """No unit, no trend, no sparkline, and a percentage never."""
    contents.write_content(tmp_path)
    write(tmp_path, "data/satuan.csv", "id,nama,bentuk,min,maks\nindeks,opini,kategori,,\n")
    labels = ["2023,,WDP,WTP,,tetap,laporan,,,,,,", "2024,,WTP,WTP,,tetap,laporan,,,,,,"]
    write(tmp_path, DATASET, "\n".join([HEADER, *labels, ""]))
    text = contents.record_text("publikasi", "Opini {{kepuasan 2024}}, [a](sumber:1).")
    write(tmp_path, contents.PATHS["publikasi"], text)
    contents.approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    site = site_of(tmp_path)
    found = figure(site)
    assert ("WTP", "", "", None) == (found["value"], found["unit"], found["trend"], found["spark"])
    assert {"key": "met", "word": "tercapai", "detail": ""} == found["status"]
    assert "" == unit_word(site, site.portal.indicators["kepuasan"])


def test_every_word_has_its_key() -> None:
    """No outcome and no status is without a word for the public."""
    assert set(Outcome) == KEYS.keys()
    assert set(ObservationStatus) == STATUS_WORDS.keys()
    assert len(KEYS) == len(set(KEYS.values()))
    found = status_view(Achievement(Outcome.MET, Fraction(100)))
    assert {"key": "met", "word": "tercapai", "detail": "100,00 persen dari target"} == found


def test_an_empty_series_has_no_figure(tmp_path: Path) -> None:
    """Nothing was ever measured."""
    site = changed_site(tmp_path, "publikasi", "[a](sumber:1)", indikator="[kepuasan]")
    dataset = site.portal.datasets["kepuasan"].dataset
    assert None is latest(dataset, "kota")
    newest = latest(dataset)
    assert newest is not None
    assert ("2024", "2024") == (newest.period.name, row_id(newest))
    assert "layanan bus shalawat" == detail_words("layanan/bus-shalawat")
