"""What stands in the item of a publication, an answer, a lesson; corrected and withdrawn."""

from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kinerja.rendering.feeds import FeedItem, collect_feeds
from kinerja.rendering.pages import Card
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PUBLICATION, SOURCE, approve, change
from tests.kinerja.sites import changed_site, site_of
from tests.kinerja.stories import ISSUE, LESSON, changed, withdraw, write_stories

CARD = Card("https://kinerja.example/kartu/a.jpg", 1234, 1200, 630, 'Teks "kartu" & <lain>')
FAULT = "sebelum: Tiga., sesudah: Empat., alasan: Salah hitung., ditemukan_oleh: tim"


def item_of(site: Site, record_id: str, card: Card | None = None) -> FeedItem:
    """Return the item of a story in the feed of the site."""
    cards = {record_id: card} if card else {}
    items = collect_feeds(site, cards, {})[0].items
    (found,) = [item for item in items if f"/{record_id}/" in item.link]
    return found


def corrected(root: Path, severity: str, days: int) -> tuple[Site, FeedItem]:
    """Return site and item so many days after a correction of the publication."""
    contents.write_content(root)
    site_of(root)
    entry = f"status: siap\nkoreksi: [{{jenis: {severity}, {FAULT}}}]"
    change(root, contents.PATHS["publikasi"], "status: siap", entry)
    approve(root, PUBLICATION, AS_OF)
    site_of(root, AS_OF + timedelta(days=1))
    site = site_of(root, AS_OF + timedelta(days=1 + days))
    return site, item_of(site, PUBLICATION)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def test_an_item(site: Site) -> None:
    """The guid hangs on the code and on FEED_ID_BASE, whatever the site is called today."""
    item = item_of(site, PUBLICATION)
    public = site.portal.publications[PUBLICATION]
    assert f"https://tetap.example/k/{contents.CODES['publikasi']}/" == item.guid
    assert "https://kinerja.example/publikasi/2026/nikah-2025/" == item.link
    assert f"{public.record.summary} {public.record.benefit}" == item.description
    assert ("Bimbingan Contoh", None) == (item.creator, item.card)
    assert [("Pencatatan nikah", "https://kinerja.example/layanan/")] == [
        (category.name, category.scheme) for category in item.categories
    ]
    assert item.published == item.updated == public.first_released
    assert item.content_html.endswith(
        f"<p>Bimbingan Contoh, disetujui 2 Februari 2026, sidik {public.digest[:12]}. "
        f'<a href="{item.link}">Baca di situs</a></p>'
    )


def test_an_item_leads_to_its_data_and_its_sources(site: Site) -> None:
    """Data as related, documents as via; JSON Feed has the sources and the digest."""
    item = item_of(site, PUBLICATION)
    source = "https://contoh.example/lkj"
    assert (
        ("related", "https://kinerja.example/capaian/kepuasan/"),
        ("via", source),
    ) == item.links
    digest = site.portal.publications[PUBLICATION].digest
    expected = {"status": "terbit", "versi": 1, "unit": "bimas", "sumber": [source]}
    assert expected | {"sha256": digest, "about": "https://kinerja.example/umpan/"} == item.about


def test_the_pictures_stand_first(site: Site) -> None:
    """The card with its size and its text, escaped; then the picture of the record itself."""
    item = item_of(site, PUBLICATION, CARD)
    assert CARD == item.card
    assert item.content_html.startswith("<figure><img ")
    first, second = BeautifulSoup(item.content_html, "html.parser").find_all("img")
    expected = {"src": CARD.url, "alt": CARD.alt, "width": "1200", "height": "630"}
    assert expected == first.attrs
    assert f"https://kinerja.example{contents.photo_address()}" == second["src"]


def test_a_chart_becomes_its_sentence_and_a_table(tmp_path: Path) -> None:
    """What a page draws, a feed says; targets stand there too."""
    site = changed_site(tmp_path, "publikasi", "a\n\n{{grafik kepuasan 2023..2024}}\n")
    html = item_of(site, PUBLICATION).content_html
    assert "<tr><td>2024</td><td>78,25</td><td>85,00</td></tr>" in html
    assert "82,10 pada 2023, 78,25 pada 2024; turun 3,85.</p><table>" in html


def test_an_answer_has_claim_and_verdict_before_its_text(tmp_path: Path) -> None:
    """What is done and what is not known stand after it; JSON Feed mirrors the ClaimReview."""
    site = changed(tmp_path, "isu", ISSUE, belum_diketahui="Biaya 2026.")
    item = item_of(site, ISSUE)
    words = ["Klaim:", "Biaya nikah naik", "Putusan:", "Salah", "Indeks 2024", "Biaya 2026."]
    places = [item.content_html.index(word) for word in [*words, "Tarif ditempel"]]
    assert sorted(places) == places
    claim = item.about["claim"]
    assert isinstance(claim, dict)
    assert ("ClaimReview", "Salah") == (claim["@type"], claim["reviewRating"]["alternateName"])


def test_a_lesson_has_its_lists(tmp_path: Path) -> None:
    """Steps, channels and rights under their headings; no heading without entries."""
    site = changed(tmp_path, "edukasi", LESSON, langkah="[Tulis surat., Kirim.]")
    html = item_of(site, LESSON).content_html
    assert "<h3>Langkah</h3><ul><li>Tulis surat.</li><li>Kirim.</li></ul>" in html
    assert "<h3>Kanal</h3><ul><li>Loket</li></ul>" in html
    assert "Hak pelapor" not in html


@pytest.mark.parametrize(
    ("severity", "days", "moves", "marked"),
    [
        ("kecil", 0, False, False),
        ("penting", 0, True, True),
        ("penting", 6, True, True),
        ("penting", 7, True, False),
    ],
)
def test_an_important_correction_is_said(
    tmp_path: Path, severity: str, days: int, moves: bool, marked: bool
) -> None:
    """In the title for seven days, before the text for ever; a small one moves nothing."""
    site, item = corrected(tmp_path, severity, days)
    first = site.portal.publications[PUBLICATION].first_released
    assert (first, AS_OF + timedelta(days=1) if moves else first) == (item.published, item.updated)
    assert marked is item.title.startswith("[Koreksi] ")
    soup = BeautifulSoup(item.content_html, "html.parser")
    first_words = soup.p.get_text() if soup.p else ""
    assert moves is first_words.startswith("Koreksi 2 Maret 2026. Semula: Tiga. Menjadi: Empat.")
    assert ("dikoreksi" if moves else "terbit") == item.about["status"]


def test_a_typo_after_a_correction_moves_nothing(tmp_path: Path) -> None:
    """The time of change stays that of the edition with the important correction."""
    _, before = corrected(tmp_path, "penting", 0)
    change(tmp_path, contents.PATHS["publikasi"], "Lihat [", "Bacalah [")
    approve(tmp_path, PUBLICATION, AS_OF + timedelta(days=1))
    after = item_of(site_of(tmp_path, AS_OF + timedelta(days=2)), PUBLICATION)
    assert (before.updated, True) == (after.updated, "Bacalah" in after.content_html)
    assert (2, 3) == (before.about["versi"], after.about["versi"])


def test_a_notice_names_what_replaces_the_story(tmp_path: Path) -> None:
    """The reason, the day and the successor, which leads back; nothing of picture or text."""
    root = write_stories(tmp_path)
    site_of(root)
    withdraw(root, PUBLICATION, "digabung", ISSUE)
    site = site_of(root, AS_OF + timedelta(days=2))
    notice, successor = item_of(site, PUBLICATION), item_of(site, ISSUE)
    said = "Halaman ini ditarik pada 3 Maret 2026 karena isinya digabung dengan halaman lain."
    assert (said, None, ()) == (notice.description, notice.card, notice.categories)
    assert f'<a href="{successor.link}">Lihat: ' in notice.content_html
    assert (("related", successor.link),) == notice.links
    old = f"https://kinerja.example/k/{contents.CODES['publikasi']}/"
    assert ("related", old) in successor.links
    assert SOURCE not in str(notice.about)
