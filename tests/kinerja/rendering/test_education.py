"""Lessons: what to do, channels with deadlines, rights; lists by topic."""

from pathlib import Path

from kinerja.rendering.education import education_pages
from tests.kinerja import contents
from tests.kinerja.sites import site_of
from tests.kinerja.stories import LESSON, changed, view_of, write_stories

PAGE = f"edukasi/{LESSON}/index.html"


def test_the_page_of_a_lesson(tmp_path: Path) -> None:
    """Steps, rights and laws as written; a channel without a deadline has none."""
    site = changed(
        tmp_path,
        "edukasi",
        LESSON,
        langkah="[Tulis., Kirim.]",
        hak_pelapor="[Nama dirahasiakan.]",
        dasar_hukum="[UU 25/2009]",
        kanal=(
            "[{nama: SP4N, tautan: 'https://l.example/', batas_hari_kerja: {diteruskan: 3, "
            "ditindaklanjuti: 5}}, {nama: PPID, batas_hari_kerja: 10}, "
            "{nama: Loket, kontak: a@b.example}]"
        ),
    )
    view = view_of(education_pages(site), PAGE)
    assert ("Pengaduan masyarakat", ["Tulis.", "Kirim."], ["Nama dirahasiakan."]) == (
        view["topic"],
        view["steps"],
        view["rights"],
    )
    assert ["UU 25/2009"] == view["legal_basis"]
    assert [
        (
            "SP4N",
            "https://l.example/",
            "",
            ["diteruskan: 3 hari kerja", "ditindaklanjuti: 5 hari kerja"],
        ),
        ("PPID", "", "", ["10 hari kerja"]),
        ("Loket", "", "a@b.example", []),
    ] == [
        (c["name"]["title"], c["name"]["url"], c["contact"], c["deadlines"])
        for c in view["channels"]
    ]


def test_lessons_stand_under_their_topics(tmp_path: Path) -> None:
    """First where a citizen turns to, whatever was released first."""
    write_stories(tmp_path)
    for name, topic in (("lhkpn", "lhkpn"), ("pungli", "pungli"), ("aduan-dua", "dumas")):
        contents.write_record(tmp_path, "edukasi", name, topik=topic, judul=name)
        contents.approve(tmp_path, name)
    groups = view_of(education_pages(site_of(tmp_path)), "edukasi/index.html")["groups"]
    assert [
        ("Pengaduan masyarakat", {"aduan-dua", "Cara mengadu"}),
        ("Pungutan liar", {"pungli"}),
        ("Laporan harta kekayaan (LHKPN)", {"lhkpn"}),
    ] == [(g["title"], {card["title"] for card in g["items"]}) for g in groups]
