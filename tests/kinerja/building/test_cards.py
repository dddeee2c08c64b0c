"""Cards are drawn with their own fonts, once, and never without text."""

import io
from pathlib import Path

import pytest
from PIL import Image

from kinerja.building.cards import ICONS, SMALL, draw, draw_cards, draw_icons
from kinerja.commands.environment import PROJECT
from kinerja.rendering import infographic_view as infographic
from kinerja.rendering.card_view import FONT_FILES, HEIGHT, WIDTH
from tests.kinerja import contents
from tests.kinerja.sites import site_of
from tests.kinerja.stories import ISSUE, LESSON, write_stories

SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
    'font-family="Source Sans Pro"><rect width="100%" height="100%" fill="#fff"/>'
    '<text x="80" y="200" font-size="80" font-weight="{weight}">{text}</text></svg>'
)


def test_the_fonts_are_there() -> None:
    """A font that is missing draws nothing and says nothing."""
    assert [] == [font for font in FONT_FILES if not Path(font).is_file()]
    empty = draw(SVG.format(weight=400, text=""))
    drawn = [draw(SVG.format(weight=weight, text="Kinerja")) for weight in (400, 600)]
    assert 3 == len({empty, *drawn})


def test_a_card_is_a_picture_of_the_right_size(tmp_path: Path) -> None:
    """Its file, its size in bytes and its address belong together; a share tool shows 300 KB."""
    site = site_of(contents.write_content(tmp_path / "isi"))
    cards, files = draw_cards(site, PROJECT / "theme", tmp_path / "cache")
    card, file = cards[contents.PUBLICATION], files[0]
    assert isinstance(file.content, bytes)
    with Image.open(io.BytesIO(file.content)) as picture:
        assert ("JPEG", (WIDTH, HEIGHT)) == (picture.format, picture.size)
    assert (card.size, card.url) == (len(file.content), site.absolute(f"/{file.path}"))
    assert card.size <= 300_000
    assert "78,25" in card.alt
    small, data = card.thumbnail, files[1].content
    assert small and isinstance(data, bytes)
    with Image.open(io.BytesIO(data)) as picture:
        assert ("JPEG", (SMALL, 336)) == (picture.format, picture.size)
    assert (small.size, small.url) == (len(data), site.absolute(f"/{files[1].path}"))


def test_every_kind_of_story_has_a_card(tmp_path: Path) -> None:
    """Answers and lessons too, so that whoever shares them has a picture."""
    site = site_of(write_stories(tmp_path / "isi"))
    cards, files = draw_cards(site, PROJECT / "theme", tmp_path / "cache")
    assert {contents.PUBLICATION, ISSUE, LESSON} == {*cards}
    assert 6 == len({file.path for file in files})
    assert cards[LESSON].alt.startswith("Cara mengadu. Ringkasan")


def test_the_icon_is_drawn_as_large_as_readers_want_it() -> None:
    """PNG of 144 and 512 pixels, under names that never change."""
    for size, file in zip(ICONS, draw_icons(PROJECT / "theme"), strict=True):
        assert f"umpan/ikon-{size}.png" == file.path
        with Image.open(io.BytesIO(file.read())) as picture:
            assert ("PNG", (size, size)) == (picture.format, picture.size)


@pytest.mark.parametrize(("picture", "count"), [(None, 3), ("grafik.png", 2)])
def test_an_infographic_is_drawn_where_it_has_no_picture(
    tmp_path: Path, picture: str | None, count: int
) -> None:
    """Beside its card, upright, small enough to be shared; a picture of its own is not replaced."""
    changes = {"format": "infografik", "data_teks": "'2024: 78,25'", "gambar": picture}
    alt = "Garis." if picture else None
    root = contents.write_content(tmp_path / "isi")
    if not picture:
        (root / contents.PICTURE).unlink()
    text = contents.record_text("publikasi", gambar_alt=alt, **changes)
    contents.write(root, contents.PATHS["publikasi"], text)
    contents.approve(root, contents.PUBLICATION, contents.APPROVED.replace(day=3))
    cards, files = draw_cards(site_of(root), PROJECT / "theme", tmp_path / "cache")
    drawing = cards[contents.PUBLICATION].drawing
    assert (count, picture is None) == (len(files), drawing is not None)
    if drawing:
        data = files[-1].content
        assert isinstance(data, bytes)
        with Image.open(io.BytesIO(data)) as drawn:
            assert (infographic.WIDTH, infographic.HEIGHT) == drawn.size
        assert (drawing.url.endswith(files[-1].path), drawing.size) == (True, len(data))
        assert drawing.size <= 300_000
        assert drawing.alt.startswith("Infografik. ")


def test_a_broken_cache_is_drawn_anew(tmp_path: Path) -> None:
    """A card that was cut while it was kept costs time only."""
    site = site_of(contents.write_content(tmp_path / "isi"))
    before = draw_cards(site, PROJECT / "theme", tmp_path / "cache")
    kept, _ = sorted((tmp_path / "cache" / "cards").iterdir())
    kept.write_bytes(kept.read_bytes()[:100])
    assert before == draw_cards(site, PROJECT / "theme", tmp_path / "cache")
