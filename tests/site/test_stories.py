"""Answers, lessons, messages, formats and notices in whole builds: pages, links, sitemap, feeds."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.kinerja.contents import (
    AS_OF,
    CODES,
    PUBLICATION,
    SERVICE,
    approve,
    photo_address,
    picture_bytes,
    write,
    write_record,
)
from tests.kinerja.stories import ISSUE, LESSON, withdraw, write_stories
from tests.site.builds import LATER, Place, build
from tests.site.pages import WebPage, file_of, read_pages

FILM = "{berkas: a.webm, takarir: a.vtt, poster: p.png, durasi: '1:05', transkrip: Halo.}"
SHEET, VIDEO, DRAWN = "lembar-nikah", "film-nikah", "gambar-nikah"
COUNT = 21
"""Publications besides the four of each format: enough for a fixed page."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a site with every kind of story, a full page of lists and one withdrawal."""
    place = Place(tmp_path_factory.mktemp("cerita") / "kecil")
    root = write_stories(place.content)
    text = "'2024: 78,25'"
    write_record(root, "publikasi", SHEET, format="lembar-data", judul="Lembar", pesan="mudah")
    write_record(root, "publikasi", DRAWN, format="infografik", data_teks=text, judul="Gambar")
    write_record(root, "publikasi", VIDEO, format="video", video=FILM, judul="Film")
    for name, data in (
        ("a.webm", b"\x1aE\xdf\xa3"),
        ("a.vtt", b"WEBVTT\n"),
        ("p.png", picture_bytes()),
    ):
        write(root, f"lampiran/{VIDEO}/{name}", data)
    others = [f"kabar-{n}" for n in range(COUNT)]
    for record_id in others:
        write_record(root, "publikasi", record_id, judul=record_id)
    for record_id in (SHEET, DRAWN, VIDEO, *others):
        approve(root, record_id)
    first = build(place)
    assert 0 == first.code, first.printed
    withdraw(root, PUBLICATION, "digabung", SHEET, AS_OF + timedelta(minutes=5))
    result = build(place, as_of=LATER)
    assert (0, False) == (result.code, "Tautan mati" in result.printed), result.printed
    return place


@pytest.fixture(scope="module")
def pages(told: Place) -> dict[str, WebPage]:
    """Return every page by its address."""
    return {page.address: page for page in read_pages(told.output)}


def test_every_page_is_there(pages: dict[str, WebPage]) -> None:
    """Lists, details, the map and the log, each with its heading."""
    expected = {
        "/isu/": "Isu",
        f"/isu/{ISSUE}/": "Benarkah biaya nikah naik?",
        "/edukasi/": "Edukasi",
        f"/edukasi/{LESSON}/": "Cara mengadu",
        "/narasi/": "Narasi",
        "/narasi/mudah/": "Nikah mudah dan murah.",
        "/koreksi/": "Koreksi dan penarikan",
        "/publikasi/2026/bulan/02/": "Publikasi Februari 2026",
        "/publikasi/hal/1/": "Publikasi, halaman 1",
        f"/layanan/{SERVICE}/hal/1/": "Publikasi: Pencatatan nikah, halaman 1",
        "/unit/bimas/hal/1/": "Publikasi: Bimbingan Contoh, halaman 1",
        "/narasi/hal/1/": "Publikasi tanpa pesan, halaman 1",
    }
    found = {address: pages[address].texts("//h1")[0] for address in expected}
    assert expected == found


def test_every_link_leads_somewhere(told: Place, pages: dict[str, WebPage]) -> None:
    """To a file, and to a place on its page."""
    for page in pages.values():
        for address, fragment in page.inner_links():
            assert file_of(told.output, address).is_file(), (page.path, address)
            if fragment and address in pages:
                assert fragment in pages[address].ids, (page.path, address, fragment)
        assert len(page.ids) == len(set(page.ids)), page.path


def test_an_answer_begins_with_its_verdict(pages: dict[str, WebPage]) -> None:
    """The verdict, then the heading, then the claim, which leads nowhere."""
    page = pages[f"/isu/{ISSUE}/"]
    words = page.texts("//header//*[self::h1 or contains(@class, 'putusan')]")
    assert ["Putusan Salah", "Benarkah biaya nikah naik?"] == words
    assert ["Biaya nikah naik tahun ini."] == page.texts("//figure[@class='klaim']//blockquote")
    assert [] == page.texts("//figure[@class='klaim']//a")


def test_a_film_plays_with_captions(pages: dict[str, WebPage]) -> None:
    """Nothing is loaded before it is asked for; captions are on; the words can be read."""
    page = pages[f"/publikasi/2026/{VIDEO}/"]
    (film,) = page.root.xpath("//video")
    poster = photo_address("p").replace("nikah-2025", VIDEO)
    assert ("none", poster) == (film.get("preload"), film.get("poster"))
    (track,) = film.xpath(".//track")
    assert ("captions", "id") == (track.get("kind"), track.get("srclang"))
    assert ["Transkrip Halo."] == page.texts("//details[@class='transkrip']")


def test_a_drawn_infographic_has_its_words_below(pages: dict[str, WebPage]) -> None:
    """A picture with an alternative, and all of its data as text."""
    page = pages[f"/publikasi/2026/{DRAWN}/"]
    (picture,) = page.root.xpath("//figure[@class='gambar']/img")
    assert "78,25 poin" in picture.get("alt")
    assert ["Isi gambar sebagai teks 2024: 78,25"] == page.texts(
        "//section[@aria-labelledby='data-teks']"
    )


def test_a_data_sheet_leads_to_its_files(pages: dict[str, WebPage]) -> None:
    """The whole series as a table, and CSV and JSON of it."""
    page = pages[f"/publikasi/2026/{SHEET}/"]
    links = page.values("//p[@class='unduh']/a/@href")
    assert ["/data/capaian/kepuasan.csv", "/data/capaian/kepuasan.json"] == links
    assert 3 == len(page.texts("//section[@class='seri']//tbody/tr"))


def test_what_was_withdrawn_has_a_notice(told: Place, pages: dict[str, WebPage]) -> None:
    """At its address and under its code, with the successor; in no list and not in the sitemap.

    Its feeds have a notice too, for the readers that keep a copy.
    """
    address = f"/publikasi/2026/{PUBLICATION}/"
    notice = pages[address]
    assert ["noindex"] == notice.values("//meta[@name='robots']/@content")
    links = notice.values("//main//ul/li/a/@href")
    assert [f"/publikasi/2026/{SHEET}/", "/koreksi/"] == links
    (refresh,) = pages[f"/k/{CODES['publikasi']}/"].values("//meta[@http-equiv]/@content")
    assert f"0; url={address}" == refresh
    naming = [page.address for page in pages.values() if address in page.values("//@href")]
    lists = [name for name in naming if not name.startswith("/umpan/")]
    assert ["/koreksi/", f"/k/{CODES['publikasi']}/"] == sorted(lists, reverse=True)
    assert {"/umpan/situs/", "/umpan/koreksi/", "/umpan/layanan/nikah/"} <= {*naming}
    assert address not in (told.output / "sitemap-1.xml").read_text("utf-8")


def test_a_full_page_keeps_its_bytes(told: Place, tmp_path: Path) -> None:
    """One more publication leaves the items of the fixed page as they are."""
    place = told.copy(tmp_path / "lagi")
    path = place.output / "narasi/hal/1/index.html"
    before = path.read_bytes()
    write_record(place.content, "publikasi", "satu-lagi", judul="Satu lagi")
    approve(place.content, "satu-lagi")
    later = (AS_OF + timedelta(hours=5)).isoformat()
    assert 0 == build(place, as_of=later).code
    assert before == path.read_bytes()
