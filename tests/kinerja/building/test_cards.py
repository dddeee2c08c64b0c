"""Cards are drawn with their own fonts, once, and never without text."""

import io
from pathlib import Path

import pytest
from PIL import Image

from kinerja.building.cards import ICONS, SMALL, Press, draw_icons, open_shelf
from kinerja.building.drawing import draw
from kinerja.building.shelf import MANY
from kinerja.commands.environment import PROJECT
from kinerja.processes import WORKERS
from kinerja.rendering import infographic_view as infographic
from kinerja.rendering.card_view import FONT_FILES, HEIGHT, WIDTH
from kinerja.rendering.pages import Card
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.sites import changed_site, site_of
from tests.kinerja.stories import ISSUE, LESSON, many, write_stories

SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
    'font-family="Source Sans Pro"><rect width="100%" height="100%" fill="#fff"/>'
    '<text x="80" y="200" font-size="80" font-weight="{weight}">{text}</text></svg>'
)


def draw_cards(site: Site, cache: Path) -> tuple[dict[str, Card], dict[str, bytes]]:
    """Return the cards, and the bytes of their files by absolute address, in order."""
    press = Press(site, PROJECT / "theme", open_shelf(cache))
    cards = press.cards()
    return cards, {site.absolute(a): file.read() for a, file in press.files.items()}


def opened(data: bytes) -> tuple[str | None, tuple[int, int]]:
    """Return format and size in pixels of a picture."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.format, picture.size


def test_the_fonts_are_there() -> None:
    """A font that is missing draws nothing and says nothing."""
    assert [] == [font for font in FONT_FILES if not Path(font).is_file()]
    empty = draw(SVG.format(weight=400, text=""))
    drawn = [draw(SVG.format(weight=weight, text="Kinerja")) for weight in (400, 600)]
    assert 3 == len({empty, *drawn})


def test_a_card_is_a_picture_of_the_right_size(tmp_path: Path) -> None:
    """Its file, its size in bytes and its address belong together; a share tool shows 300 KB."""
    site = site_of(contents.write_content(tmp_path / "isi"))
    cards, files = draw_cards(site, tmp_path / "cache")
    for whole, size in ((contents.PUBLICATION, (WIDTH, HEIGHT)), ("", (WIDTH, HEIGHT))):
        card = cards[whole]
        assert (("JPEG", size), size) == (opened(files[card.url]), (card.width, card.height))
        assert card.size == len(files[card.url]) <= 300_000
        small = card.thumbnail
        assert small
        assert ("JPEG", (SMALL, 336)) == opened(files[small.url])
        assert (small.size, small.alt) == (len(files[small.url]), card.alt)
    assert "78,25" in cards[contents.PUBLICATION].alt
    assert "Portal Kinerja. Kinerja layanan. Kementerian Contoh, Portal Kinerja." == cards[""].alt


def test_every_kind_of_story_has_a_card(tmp_path: Path) -> None:
    """Answers and lessons too, so that whoever shares them has a picture."""
    site = site_of(write_stories(tmp_path / "isi"))
    cards, files = draw_cards(site, tmp_path / "cache")
    assert {contents.PUBLICATION, ISSUE, LESSON, ""} == {*cards}
    assert 8 == len(files)
    assert cards[LESSON].alt.startswith("Cara mengadu. Ringkasan")


def test_the_icon_is_drawn_as_large_as_readers_want_it() -> None:
    """PNG of 144 and 512 pixels, under names that never change."""
    for size, file in zip(ICONS, draw_icons(PROJECT / "theme"), strict=True):
        assert f"umpan/ikon-{size}.png" == file.path
        with Image.open(io.BytesIO(file.read())) as picture:
            assert ("PNG", (size, size)) == (picture.format, picture.size)


@pytest.mark.parametrize(("picture", "count"), [(None, 5), ("grafik.png", 4)])
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
    cards, files = draw_cards(site_of(root), tmp_path / "cache")
    drawing = cards[contents.PUBLICATION].drawing
    assert (count, picture is None) == (len(files), drawing is not None)
    if drawing:
        data = files[drawing.url]
        assert ("JPEG", (infographic.WIDTH, infographic.HEIGHT)) == opened(data)
        assert drawing.size == len(data) <= 300_000
        assert drawing.alt.startswith("Infografik. ")


def test_a_broken_cache_is_drawn_anew(tmp_path: Path) -> None:
    """A card that was cut while it was kept costs time only; so does a cache that is a file."""
    site = site_of(contents.write_content(tmp_path / "isi"))
    before = draw_cards(site, tmp_path / "cache")
    for kept in (tmp_path / "cache" / "pictures").iterdir():
        kept.write_bytes(kept.read_bytes()[:100])
    assert before == draw_cards(site, tmp_path / "cache")
    (tmp_path / "berkas").write_bytes(b"")
    assert before == draw_cards(site, tmp_path / "berkas")


def test_a_card_is_made_once(tmp_path: Path) -> None:
    """Not drawn again while it says the same; another text is another card."""
    root, cache = contents.write_content(tmp_path / "isi"), tmp_path / "cache"
    before, _ = draw_cards(site_of(root), cache)
    kept = {path: path.stat().st_mtime_ns for path in cache.rglob("*-*")}
    assert before == draw_cards(site_of(root), cache)[0]
    assert kept == {path: path.stat().st_mtime_ns for path in cache.rglob("*-*")}
    after, _ = draw_cards(changed_site(tmp_path / "lain", "publikasi", judul="Judul baru"), cache)
    assert before[contents.PUBLICATION].url != after[contents.PUBLICATION].url
    assert before[""] == after[""]


def test_nothing_stays_of_what_is_withdrawn(tmp_path: Path) -> None:
    """Pictures of a record that it does not use any more leave the cache; others stay."""
    root, cache = contents.write_content(tmp_path / "isi"), tmp_path / "cache"
    draw_cards(site_of(root), cache)
    kept = {*(cache / "pictures").iterdir()}
    code = contents.CODES["publikasi"]
    own = {path for path in kept if path.name.startswith(f"{code}-")}
    shelf = open_shelf(cache)
    shelf.forget(["01K00000000000000000000099"])
    assert kept == {*(cache / "pictures").iterdir()}
    shelf.forget([code])
    assert own
    assert kept - own == {*(cache / "pictures").iterdir()}


def test_many_cards_are_drawn_side_by_side(tmp_path: Path) -> None:
    """In several processes they are the same as in one."""
    site = many(site_of(contents.write_content(tmp_path / "isi")), MANY // 2)
    alone = draw_cards(site, tmp_path / "satu")
    token = WORKERS.set(2)
    try:
        assert alone == draw_cards(site, tmp_path / "dua")
    finally:
        WORKERS.reset(token)
