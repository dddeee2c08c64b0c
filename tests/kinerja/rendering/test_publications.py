"""The page of a publication in each format: figures, sources, price, approval, corrections."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.pages import Card, Page
from kinerja.rendering.publications import publication_pages
from kinerja.rendering.site import Site, open_site
from kinerja.rendering.stories import source_views
from tests.kinerja import contents
from tests.kinerja.contents import approve, picture_bytes, record_text, write
from tests.kinerja.sites import SETTINGS, changed_site, site_of
from tests.kinerja.stories import PATH, many

CARD = Card("https://kinerja.example/kartu/a.jpg", 1234, 1200, 630, "Teks kartu.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def one(site: Site, cards: dict[str, Card] | None = None) -> Page:
    """Return the page of the publication."""
    (found,) = (
        page
        for page in publication_pages(replace(site, cards=cards or {}))
        if page.template == "publikasi-rinci"
    )
    return found


def test_the_page_of_a_publication(site: Site) -> None:
    """What was gained, for whom, at what price, from which source, approved by which digest."""
    page = one(site)
    view: Any = page.view["page"]
    assert "publikasi/2026/nikah-2025/index.html" == page.path
    assert ("Rp250.000 (dibayar Rp250.000)", ["2026-000001"]) == (
        view["cost"]["text"],
        [row["title"] for row in view["cost"]["rows"]],
    )
    assert [(1, "Laporan kinerja", "https://contoh.example/lkj")] == [
        (s["number"], s["title"], s["url"]) for s in view["sources"]
    ]
    assert ("78,25", "poin", "2024", "belum tercapai") == (
        view["figures"][0]["value"],
        view["figures"][0]["unit"],
        view["figures"][0]["period"],
        view["figures"][0]["status"]["word"],
    )
    item = site.portal.publications["nikah-2025"]
    assert (item.digest, "disetujui tanpa tanda tangan digital") == (
        view["approval"]["digest"],
        view["approval"]["text"],
    )
    short = f"https://kinerja.example/k/{contents.CODES['publikasi']}/"
    assert (short, "bimas@portal.example", "") == (
        view["share"]["short_url"],
        view["contact"],
        view["updated"],
    )
    assert ("1 Maret 2026", []) == (view["published"], view["related"])
    assert view["share"]["cite"].endswith(f"Portal Kinerja, 1 Maret 2026, {short}")


def test_the_head_carries_the_card(site: Site) -> None:
    """Its address, text and size, also for search engines, before the picture of the text."""
    head: Any = one(site, {"nikah-2025": CARD}).view["head"]
    shown = {"url": CARD.url, "alt": "Teks kartu.", "width": 1200, "height": 630}
    assert (shown, "article") == (head["image"], head["type"])
    first, second = json.loads(head["json_ld"])["image"]
    assert CARD.url == first
    assert second.startswith("https://kinerja.example/publikasi/2026/nikah-2025/gambar/grafik-")
    bare: Any = one(site).view["head"]
    assert None is bare["image"]


def test_structured_data_cannot_end_their_element(site: Site) -> None:
    """No `<` stands in JSON-LD, whatever the ministry is called."""
    name = "Kementerian </script><script>a()"
    found: Any = one(open_site(replace(SETTINGS, ministry=name), site.portal, "")).view["head"]
    assert "<" not in found["json_ld"]
    data = json.loads(found["json_ld"])
    assert (name, "id") == (data["publisher"]["name"], data["inLanguage"])


def test_an_infographic_says_its_data_as_text(tmp_path: Path) -> None:
    """Escaped, as paragraphs and lists."""
    text = '"2023: 82,10\\n- a & b\\n- c"'
    site = changed_site(tmp_path, "publikasi", format="infografik", data_teks=text)
    view: Any = one(site).view["page"]
    expected = "<p>2023: 82,10</p><ul><li>a &amp; b</li><li>c</li></ul>"
    assert ("Infografik", expected) == (view["format"], view["data_text_html"])
    assert (8, 6) == (view["picture"]["width"], view["picture"]["height"])


def test_related_publications_are_older(site: Site) -> None:
    """Three of the same service released before; a new one changes no page of an older one."""
    pages = publication_pages(many(site, 6))
    found = {page.path.split("/")[2]: page.view["page"] for page in pages}
    views: dict[str, Any] = found
    related = [card["title"] for card in views["p005"]["related"]]
    assert ["Judul 004", "Judul 003", "Judul 002"] == related
    assert [] == views["p001"]["related"]


def test_corrections_and_inline_sources(tmp_path: Path) -> None:
    """What was wrong, what is right; a source written in the record itself counts in its order."""
    site = changed_site(
        tmp_path,
        "publikasi",
        koreksi="[{jenis: penting, sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: publik}]",
        sumber="[{judul: S, penerbit: P, url: 'https://s.example', tanggal: 2025-01-02}, laporan]",
    )
    view: Any = one(site).view["page"]
    words = {"severity": "penting", "before": "a", "after": "b", "reason": "c"}
    assert [{**words, "found_by": "publik", "date": "1 Maret 2026"}] == view["corrections"]
    sources = [(s["number"], s["title"], s["date"]) for s in view["sources"]]
    assert [(1, "S", "2 Januari 2025"), (2, "Laporan kinerja", "31 Januari 2025")] == sources


def formatted(root: Path, **changes: str | None) -> None:
    """Write the publication in another format, without its picture."""
    plain: dict[str, str | None] = {"gambar": None, "gambar_alt": None}
    contents.write_content(root)
    (root / contents.PICTURE).unlink()
    write(root, PATH, record_text("publikasi", **{**plain, **changes}))


def test_a_film_of_our_own(tmp_path: Path) -> None:
    """It plays from the site with captions, begins with a picture, and can be read instead."""
    formatted(
        tmp_path,
        format="video",
        video="{berkas: a.mp4, takarir: a.vtt, poster: p.png, durasi: '1:05', transkrip: Halo.}",
    )
    for name, data in (("a.mp4", b"0000ftyp"), ("a.vtt", b"WEBVTT"), ("p.png", picture_bytes())):
        write(tmp_path, f"lampiran/nikah-2025/{name}", data)
    approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    view: Any = one(site_of(tmp_path)).view["page"]
    base = "/publikasi/2026/nikah-2025/"
    assert ("Video", f"{base}a.mp4", "video/mp4", f"{base}a.vtt", "", "1:05", "<p>Halo.</p>") == (
        view["format"],
        *(view["video"][key] for key in ("src", "type", "captions", "url", "duration")),
        view["video"]["transcript_html"],
    )
    poster = view["video"]["poster"]
    assert (contents.photo_address("p"), 8, 6) == (poster["src"], poster["width"], poster["height"])


def test_a_film_elsewhere(tmp_path: Path) -> None:
    """Only its poster is ours; it leads to where the film plays."""
    formatted(
        tmp_path,
        format="video",
        video="{url: 'https://v.example/1', poster: p.png, durasi: '1:05', transkrip: Halo.}",
    )
    write(tmp_path, "lampiran/nikah-2025/p.png", picture_bytes())
    approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    view: Any = one(site_of(tmp_path)).view["page"]
    assert ("https://v.example/1", "", "") == (
        view["video"]["url"],
        view["video"]["src"],
        view["video"]["captions"],
    )


def test_a_data_sheet_shows_whole_series(tmp_path: Path) -> None:
    """Every row of the indicator, also those that the reference does not name, and its files."""
    formatted(tmp_path, format="lembar-data")
    approve(tmp_path, "nikah-2025", contents.APPROVED.replace(day=3))
    view: Any = one(site_of(tmp_path)).view["page"]
    (series,) = view["series"]
    assert ["2025", "2024", "2023"] == [row["period"] for row in series["table"]["rows"]]
    assert (None, ["/data/capaian/kepuasan.csv", "/data/capaian/kepuasan.json"]) == (
        series["chart"],
        [file["url"] for file in series["files"]],
    )


def test_a_drawn_infographic_is_shown_as_a_picture(site: Site) -> None:
    """Where the portal drew it, at an address of the site; a picture of its own comes first."""
    item = site.portal.publications["nikah-2025"]
    bare = replace(item, attachments={})
    portal = replace(site.portal, publications={item.id: bare})
    drawing = Card("https://kinerja.example/publikasi/2026/a.jpg", 1, 1080, 1350, "Isi gambar.")
    cards = {item.id: replace(CARD, drawing=drawing)}
    view: Any = one(open_site(SETTINGS, portal, ""), cards).view["page"]
    assert ("/publikasi/2026/a.jpg", "Isi gambar.", 1080, 1350) == tuple(
        view["picture"][key] for key in ("src", "alt", "width", "height")
    )
    own: Any = one(site, cards).view["page"]
    assert contents.photo_address() == own["picture"]["src"]


def test_a_source_leads_to_its_archived_copy(tmp_path: Path) -> None:
    """Also when the original is gone from the web; without a copy nothing is said."""
    contents.write_content(tmp_path)
    without = site_of(tmp_path)
    item = without.portal.publications[contents.PUBLICATION]
    assert [""] == [source["archive"] for source in source_views(without, item)]
    copy = "https://arsip.example/lkj"
    contents.change(tmp_path, "data/sumber.csv", "/lkj,,", f"/lkj,2026-01-02,{copy}")
    site = site_of(tmp_path, contents.AS_OF.replace(hour=9))
    item = site.portal.publications[contents.PUBLICATION]
    assert [copy] == [source["archive"] for source in source_views(site, item)]
