"""Pictures of posts: the size of the platform, one file for what looks the same, kept by digest."""

import io
from pathlib import Path

from PIL import Image

from kinerja.building.cards import Press, open_shelf
from kinerja.commands.environment import PROJECT
from kinerja.rendering.card_view import HEIGHT, WIDTH, card_view, card_words
from kinerja.rendering.pages import Card
from kinerja.rendering.site import Site
from tests.kinerja.contents import AS_OF, PUBLICATION, change
from tests.kinerja.posts import CODE, write_posts
from tests.kinerja.sites import site_of


def draw_posts(site: Site, cache: Path) -> tuple[dict[str, Card], dict[str, bytes]]:
    """Return the pictures of posts, and the bytes of their files by path."""
    press = Press(site, PROJECT / "theme", open_shelf(cache))
    return press.posts(), {file.path: file.read() for file in press.files.values()}


def test_a_picture_in_the_size_of_the_platform(tmp_path: Path) -> None:
    """JPEG below the short address, named by its bytes; two posts share one."""
    write_posts(tmp_path / "isi", {"x": ["Satu.", "Dua."], "baru": ["Tiga."]})
    cards, drawn = draw_posts(site_of(tmp_path / "isi"), tmp_path / "c")
    assert {f"{CODE}#x-1", f"{CODE}#x-2", f"{CODE}#baru-1"} == {*cards}
    assert cards[f"{CODE}#x-1"] == cards[f"{CODE}#x-2"]
    assert 2 == len(drawn)
    for name, size in (("x-1", (1200, 675)), ("baru-1", (640, 640))):
        card = cards[f"{CODE}#{name}"]
        data = drawn[card.url.removeprefix("https://kinerja.example/")]
        assert len(data) == card.size
        with Image.open(io.BytesIO(data)) as picture:
            assert ("JPEG", size, size) == (picture.format, picture.size, (card.width, card.height))
    assert all(path.startswith(f"k/{CODE}/kiriman-") for path in drawn)


def test_none_where_the_platform_names_no_size(tmp_path: Path) -> None:
    """And none without posts."""
    write_posts(tmp_path / "isi", {"baru": ["Satu."]})
    change(tmp_path / "isi", "data/platform.yaml", "  gambar: 640x640\n", "")
    assert ({}, {}) == draw_posts(site_of(tmp_path / "isi"), tmp_path / "c")


def test_a_picture_is_made_once(tmp_path: Path) -> None:
    """Taken from the cache, also after the record was corrected."""
    root = tmp_path / "isi"
    write_posts(root, {"x": ["Satu."]})
    before = draw_posts(site_of(root), tmp_path / "c")
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "c").rglob("*-*")}
    write_posts(root, {"x": ["Satu."]}, changes={"judul": "Judul yang dikoreksi"})
    assert before == draw_posts(site_of(root, AS_OF.replace(hour=9)), tmp_path / "c")
    assert kept == {path: path.stat().st_mtime_ns for path in (tmp_path / "c").rglob("*-*")}


def test_the_text_stands_in_the_middle(tmp_path: Path) -> None:
    """On a wide picture as on the card of the page, on a tall one larger and lower."""
    write_posts(tmp_path, {"x": ["Satu."]})
    site = site_of(tmp_path)
    words = card_words(site, site.portal.publications[PUBLICATION])
    usual, wide, tall = (
        card_view(words, *size) for size in ((WIDTH, HEIGHT), (1200, 675), (1080, 1350))
    )
    assert [(1.0, 0), (1.0, 22), (1.25, 324)] == [(v.scale, v.top) for v in (usual, wide, tall)]
    assert (usual.title, 2) == (wide.title, len(tall.title))
    tiny = card_view(words, 100, 100)
    assert 0 == tiny.top
