"""Cards: the words of the picture that stands for a publication, broken so that they fit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from kinerja.rendering.card_view import (
    FONT_FILES,
    ROOM,
    TITLE_LINES,
    TITLE_SIZE,
    CardView,
    card_view,
    card_words,
    wrap,
)
from tests.kinerja.sites import changed_site

FONT = FONT_FILES[1]


def view(root: Path, **changes: str | None) -> CardView:
    """Return the card of the publication with changes."""
    site = changed_site(root, "publikasi", **changes)
    return card_view(card_words(site, site.portal.publications["nikah-2025"]))


def test_a_card_shows_the_first_figure(tmp_path: Path) -> None:
    """Title, value with its unit of measure and label, unit, site, and that it is an example."""
    found = view(tmp_path)
    assert ("Kepuasan pengantin turun pada 2024",) == found.title
    assert ("78,25", "poin") == (found.value, found.measure)
    assert ("Indeks kepuasan pengantin, 2024",) == found.label
    assert ("Bimbingan Contoh", "Portal Kinerja", "Situs contoh") == (
        found.unit,
        found.site,
        found.notice,
    )
    assert found.measure_x < ROOM


def test_without_an_indicator_it_shows_the_benefit(tmp_path: Path) -> None:
    """No value and no label."""
    found = view(tmp_path, indikator=None, manfaat="Hemat 15 menit.")
    assert ("", "", (), ("Hemat 15 menit.",)) == (
        found.value,
        found.measure,
        found.label,
        found.note,
    )


def test_a_card_says_in_text_what_is_written_on_it(tmp_path: Path) -> None:
    """The text alternative: title, figure or benefit, unit, site."""
    site = changed_site(tmp_path / "a", "publikasi")
    item = site.portal.publications["nikah-2025"]
    assert (
        "Kepuasan pengantin turun pada 2024. 78,25 poin, Indeks kepuasan pengantin, 2024. "
        "Bimbingan Contoh, Portal Kinerja."
    ) == card_words(site, item).text
    bare = changed_site(tmp_path / "b", "publikasi", indikator=None, manfaat="Hemat 15 menit.")
    item = bare.portal.publications["nikah-2025"]
    assert "Hemat 15 menit. Bimbingan Contoh" in card_words(bare, item).text


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=200))
def test_lines_fit(text: str) -> None:
    """No more lines than wanted, none wider than its place, no word lost without a sign."""
    lines = wrap(text, FONT, TITLE_SIZE, ROOM, TITLE_LINES)
    face = ImageFont.truetype(FONT, TITLE_SIZE)
    assert len(lines) <= TITLE_LINES
    assert all(face.getlength(line) <= ROOM for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert text.split() == " ".join(lines).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ("",)), ("a", ("a",)), ("a b", ("a b",)), ("w" * 200, None), ("kata " * 100, None)],
)
def test_what_does_not_fit_ends_in_a_sign(text: str, expected: tuple[str, ...] | None) -> None:
    """One long word is cut; too many words end with the last line."""
    found = wrap(text, FONT, TITLE_SIZE, ROOM, TITLE_LINES)
    assert found == expected if expected is not None else found[-1].endswith("…")
