"""Lessons: what to do, channels with deadlines, rights; lists by topic."""

from pathlib import Path

from kinerja.rendering.education import education_pages
from tests.kinerja import contents
from tests.kinerja.contents import INDICATOR
from tests.kinerja.registers import texts
from tests.kinerja.sites import site_of
from tests.kinerja.stories import LESSON, changed, view_of, write_stories

PAGE = f"edukasi/{LESSON}/index.html"


def test_the_page_of_a_lesson(tmp_path: Path) -> None:
    """Steps, rights and laws as written; channels with how, until when, and what if not."""
    site = changed(
        tmp_path,
        "edukasi",
        LESSON,
        langkah="[Tulis., Kirim.]",
        hak_pelapor="[Nama dirahasiakan.]",
        dasar_hukum="[UU 25/2009]",
        kanal=(
            "[{nama: SP4N, tautan: 'https://l.example/', batas_hari_kerja: {diteruskan: 3, "
            "ditindaklanjuti: 15}, bila_lewat: Tanya lagi.}, "
            "{nama: PPID, cara: tulis surat, batas_hari_kerja: 10}, "
            "{nama: Loket, kontak: a@b.example, cara: sebut tempatnya}]"
        ),
    )
    view = view_of(education_pages(site), PAGE)
    assert ("Pengaduan masyarakat", ["Tulis.", "Kirim."], ["Nama dirahasiakan."]) == (
        view["topic"],
        view["steps"],
        view["rights"],
    )
    assert ["UU 25/2009"] == view["legal_basis"]
    table = view["channels"]
    forwarded = "diteruskan: 3 hari kerja (4 Maret 2026)"
    followed = "ditindaklanjuti: 15 hari kerja (23 Maret 2026)"
    assert [
        ("SP4N", "lewat lamannya", f"{forwarded}; {followed}", "Tanya lagi."),
        ("PPID", "tulis surat", "10 hari kerja (13 Maret 2026)", ""),
        ("Loket", "a@b.example | sebut tempatnya", "belum diumumkan", ""),
    ] == texts(table)
    assert "Tanggal dalam kurung: batas bagi laporan yang masuk 1 Maret 2026." == table["note"]
    assert ["https://l.example/", "mailto:a@b.example"] == [
        cell["url"] for row in table["rows"] for cell in row["cells"] if cell["url"]
    ]


def test_days_are_not_counted_out_in_a_year_without_holidays(tmp_path: Path) -> None:
    """A date that may fall on a holiday is none; the number of days is still said."""
    kanal = "[{nama: PPID, batas_hari_kerja: 300}]"
    site = changed(tmp_path, "edukasi", LESSON, kanal=kanal)
    table = view_of(education_pages(site), PAGE)["channels"]
    assert ([("PPID", "", "300 hari kerja", "")], "") == (texts(table), table["note"])


def test_figures_of_a_lesson_are_drawn(tmp_path: Path) -> None:
    """Each indicator once, with chart and table; a lesson without channels has no table of them."""
    figures = f"['{INDICATOR}@2023', '{INDICATOR}@2024']"
    site = changed(tmp_path, "edukasi", LESSON, indikator=figures, kanal=None)
    view = view_of(education_pages(site), PAGE)
    (series,) = view["series"]
    assert (3, True, None) == (
        len(series["table"]["rows"]),
        series["chart"] is not None,
        view["channels"],
    )


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
