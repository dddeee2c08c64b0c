"""Attached pictures: several sizes, two formats, upright, and nothing in them but pixels."""

import io
from pathlib import Path

import lxml.html
import pytest
from PIL import ExifTags, Image

from kinerja.building.cards import Press, open_shelf
from kinerja.building.drawing import PAPER
from kinerja.building.faults import SealBroken
from kinerja.commands.environment import PROJECT
from kinerja.model.documents import Attachment
from kinerja.rendering.bodies import body_html, feed_html
from kinerja.rendering.photos import picture_view
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.sites import site_of

BODY = "![Bagan](lampiran:grafik.png)\n\n[Unduh](lampiran:grafik.png)\n"
ALT = "Garis yang turun dari 82,10 menjadi 78,25."
BASE = "publikasi/2026/nikah-2025/gambar/grafik-"


def photo(mode: str = "RGB", size: tuple[int, int] = (2000, 1000), turned: int = 1) -> bytes:
    """Return a PNG, red at its left half, with a place and a camera in it."""
    picture = Image.new(mode, size, "blue" if mode != "RGBA" else (0, 0, 0, 0))
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = "Kamera rahasia"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "Lintang rahasia"
    out = io.BytesIO()
    picture.save(out, "PNG", exif=exif)
    return out.getvalue()


def with_picture(root: Path, data: bytes) -> Site:
    """Return the site whose publication has this picture, at its head and in its text."""
    contents.write_content(root)
    contents.write(root, contents.PICTURE, data)
    path = contents.PATHS["publikasi"]
    contents.write(root, path, contents.record_text("publikasi", BODY))
    contents.approve(root, contents.PUBLICATION, contents.APPROVED.replace(day=3))
    return site_of(root)


def made(site: Site, cache: Path) -> dict[str, bytes]:
    """Return the files that are made of photos, by width and ending."""
    press = Press(site, PROJECT / "theme", open_shelf(cache))
    press.photos()
    files = {file.path: file.read() for file in press.files.values()}
    assert all(path.startswith(BASE) for path in files)
    return {path.rpartition("-")[2]: data for path, data in files.items()}


def test_every_size_in_two_formats(tmp_path: Path) -> None:
    """No wider than 1600 pixels; neither place nor camera stays."""
    data = photo()
    assert b"rahasia" in data
    files = made(with_picture(tmp_path / "isi", data), tmp_path / "c")
    widths = {480: 240, 960: 480, 1600: 800}
    assert {f"{width}.{end}" for width in widths for end in ("avif", "jpg")} == {*files}
    for name, made_of in files.items():
        width = int(name.partition(".")[0])
        with Image.open(io.BytesIO(made_of)) as picture:
            assert (width, widths[width]) == picture.size
            assert ({}, False) == (dict(picture.getexif()), "icc_profile" in picture.info)
            red, _, blue = picture.convert("RGB").getpixel((2, 2))  # type: ignore[misc]  # RGB has three
            assert red > 200 > 50 > blue
        assert b"rahasia" not in made_of


def test_a_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    """It has its own width alone; holes show paper."""
    files = made(with_picture(tmp_path / "isi", photo("RGBA", (30, 20))), tmp_path / "c")
    assert {"30.avif", "30.jpg"} == {*files}
    with Image.open(io.BytesIO(files["30.jpg"])) as picture:
        found = picture.getpixel((29, 19))
    assert isinstance(found, tuple)
    assert all(abs(a - b) < 12 for a, b in zip(found, PAPER, strict=True))


def test_what_was_held_upright_is_shown_upright(tmp_path: Path) -> None:
    """The page says the size as it is seen; red, at the left, comes to stand above."""
    site = with_picture(tmp_path / "isi", photo(size=(900, 600), turned=6))
    view = picture_view(site, site.portal.publications["nikah-2025"], "grafik.png", "Alt")
    assert view
    assert (600, 900) == (view["width"], view["height"])
    with Image.open(io.BytesIO(made(site, tmp_path / "c")["600.jpg"])) as picture:
        assert (600, 900) == picture.size
        top, bottom = picture.getpixel((300, 10)), picture.getpixel((300, 890))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert top[0] > 200 > bottom[0]


def test_the_browser_chooses(tmp_path: Path) -> None:
    """AVIF first, JPEG for all others, sizes known, below the first view loaded late."""
    site = with_picture(tmp_path / "isi", photo())
    files = made(site, tmp_path / "c")
    (page,) = publication_pages(site)
    head, body = (
        lxml.html.fragment_fromstring(text, create_parent=True)
        for text in (
            page.view["page"]["picture"]["html"],  # type: ignore[index]  # a view is plain data
            body_html(site, site.portal.publications["nikah-2025"]),
        )
    )
    for shown, alt, wait in ((head, ALT, None), (body, "Bagan", "lazy")):
        source, img = (shown.find(f".//{name}") for name in ("source", "img"))
        assert source is not None and img is not None
        named = [
            part.split() for each in (source, img) for part in each.get("srcset", "").split(",")
        ]
        assert {*files} == {address.rpartition("-")[2] for address, _ in named}
        assert {"480w", "960w", "1600w"} == {width for _, width in named}
        assert (alt, "1600", "800", wait) == tuple(
            img.get(name) for name in ("alt", "width", "height", "loading")
        )
        assert "image/avif" == source.get("type")
    (link,), (img,) = body.findall(".//a"), body.findall(".//img")
    assert link.get("href") == img.get("src")


def test_readers_of_feeds_get_one_picture(tmp_path: Path) -> None:
    """Absolute, in the format that all of them know."""
    site = with_picture(tmp_path, photo())
    text = feed_html(site, site.portal.publications["nikah-2025"], "", "")
    shown = lxml.html.fragment_fromstring(text, create_parent=True)
    (img,) = shown.findall(".//img")
    assert img.get("src", "").startswith(f"https://kinerja.example/{BASE}")
    assert {"src", "alt", "width", "height"} == {*img.attrib}
    assert [] == [*shown.iter("picture", "source")]


def test_broken_pixels_stop_nothing(tmp_path: Path) -> None:
    """A picture whose header alone is right is an empty field of its size."""
    whole = photo(size=(40, 30))
    site = with_picture(tmp_path / "isi", whole[: whole.index(b"IDAT") + 10])
    with Image.open(io.BytesIO(made(site, tmp_path / "c")["40.jpg"])) as picture:
        assert (40, 30) == picture.size


def test_other_bytes_than_approved_are_not_shown(tmp_path: Path) -> None:
    """Not even where they come between the decision and the drawing."""
    site = with_picture(tmp_path / "isi", photo())
    item = site.portal.publications["nikah-2025"]
    (item.root / item.attachments["grafik.png"].path).write_bytes(photo(size=(20, 10)))
    with pytest.raises(SealBroken):
        made(site, tmp_path / "c")


def test_a_file_that_is_no_picture_is_none(tmp_path: Path) -> None:
    """Nor one that is not there."""
    site = with_picture(tmp_path, photo())
    item = site.portal.publications["nikah-2025"]
    assert None is picture_view(site, item, None, "")
    assert 0 == Attachment("a.csv", "a.csv", 3).width
