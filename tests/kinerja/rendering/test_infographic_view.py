"""Infographics drawn by the portal: figures, bars, and what they say in words."""

from pathlib import Path

import pytest

from kinerja.rendering.infographic_view import (
    INNER,
    MOST_ROWS,
    InfographicView,
    infographic_text,
    infographic_view,
)
from tests.kinerja import contents
from tests.kinerja.contents import write
from tests.kinerja.sites import changed_site, site_of


def drawn(root: Path, figures: str, satuan: str = "indeks") -> InfographicView | None:
    """Return the infographic of the publication with these figures."""
    bound = contents.TABLES["data/satuan.csv"]
    site = changed_site(root, "publikasi", indikator=figures)
    if satuan == "tanpa batas":
        write(root, "data/satuan.csv", bound.replace("indeks,0,100", "jumlah,,"))
        site = site_of(root, contents.AS_OF.replace(day=5))
    return infographic_view(site, site.portal.publications["nikah-2025"])


def test_a_row_for_each_figure(tmp_path: Path) -> None:
    """Value, unit of measure and period, how it stands to its target; the bar is its share."""
    view = drawn(tmp_path, "['kepuasan@2024', 'kepuasan@2023']")
    assert view is not None
    assert [
        ("Indeks kepuasan pengantin", "78,25", "poin, 2024", round(INNER * 0.7825)),
        ("Indeks kepuasan pengantin", "82,10", "poin, 2023", round(INNER * 0.8210)),
    ] == [(row.label, row.value, row.note, row.bar) for row in view.rows]
    assert "belum tercapai 92,06 persen dari target" == view.rows[0].result
    assert ("Sumber: Badan Contoh", "Bimbingan Contoh", "Situs contoh") == (
        view.source,
        view.unit,
        view.notice,
    )
    assert view.top + len(view.rows) * view.step <= 1180


def test_without_a_bound_the_largest_has_the_longest_bar(tmp_path: Path) -> None:
    """A single value has none: nothing says what it is a part of."""
    two = drawn(tmp_path / "a", "['kepuasan@2024', 'kepuasan@2023']", "tanpa batas")
    one = drawn(tmp_path / "b", "['kepuasan@2024']", "tanpa batas")
    assert two is not None
    assert one is not None
    assert ([round(INNER * 78.25 / 82.10), INNER], [0]) == (
        [row.bar for row in two.rows],
        [row.bar for row in one.rows],
    )


@pytest.mark.parametrize("count", [1, 2, 7, 12])
def test_rows_stay_on_the_sheet(tmp_path: Path, count: int) -> None:
    """No more than seven, and the last ends above the source."""
    figures = ", ".join(["'kepuasan@2024'"] * count)
    view = drawn(tmp_path, f"[{figures}]")
    assert view is not None
    assert min(count, MOST_ROWS) == len(view.rows)
    assert view.top + len(view.rows) * view.step <= 1180


def test_the_text_says_every_figure(tmp_path: Path) -> None:
    """Title, and for each row what is written on it."""
    site = changed_site(tmp_path, "publikasi", indikator="['kepuasan@2024']")
    item = site.portal.publications["nikah-2025"]
    view = infographic_view(site, item)
    assert view is not None
    assert (
        "Infografik. Kepuasan pengantin turun pada 2024. Indeks kepuasan pengantin: 78,25 poin, "
        "2024, belum tercapai 92,06 persen dari target."
    ) == infographic_text(item, view)


def test_nothing_is_drawn_without_figures(tmp_path: Path) -> None:
    """Where the publication names no indicator that is public."""
    site = changed_site(tmp_path, "publikasi", indikator=None, manfaat="Hemat 15 menit.")
    assert None is infographic_view(site, site.portal.publications["nikah-2025"])
