"""What publications, answers and lessons share on their pages."""

from datetime import timedelta
from pathlib import Path

from kinerja.model.ids import IndicatorRef
from kinerja.rendering.series import evidence_figure
from kinerja.rendering.stories import story_view
from tests.kinerja import contents
from tests.kinerja.contents import approve
from tests.kinerja.sites import changed_site, site_of
from tests.kinerja.stories import ISSUE, LATER, write_stories

LONGER = f"{contents.SUMMARY} Ditambah satu kalimat."


def test_a_story_names_its_message(tmp_path: Path) -> None:
    """The sentence of the message leads to its page; without a message nothing does."""
    site = site_of(write_stories(tmp_path))
    expected = {"title": "Nikah di kantor nol rupiah.", "url": "/narasi/murah/"}
    assert expected == story_view(site, site.portal.issues[ISSUE])["message"]
    assert None is story_view(site, site.portal.publications["nikah-2025"])["message"]


def test_a_correction_keeps_its_day(tmp_path: Path) -> None:
    """It is that of the first edition that carries it, whatever is released later."""
    one = "{jenis: kecil, sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: itjen}"
    two = one.replace("sebelum: a", "sebelum: d")
    changed_site(tmp_path, "publikasi", koreksi=f"[{one}]")
    text = contents.record_text("publikasi", koreksi=f"[{one}, {two}]")
    contents.write(tmp_path, contents.PATHS["publikasi"], text)
    approve(tmp_path, "nikah-2025", contents.AS_OF)
    site = site_of(tmp_path, LATER)
    view = story_view(site, site.portal.publications["nikah-2025"])
    assert [("1 Maret 2026", "a"), ("2 Maret 2026", "d")] == [
        (c["date"], c["before"]) for c in view["corrections"]
    ]
    assert "Inspektorat Jenderal" == view["corrections"][0]["found_by"]
    assert "2 Maret 2026" == view["updated"]


def test_the_history_has_every_edition(tmp_path: Path) -> None:
    """Newest first, each with its time in Jakarta; a correction says why; one edition is none."""
    site = changed_site(tmp_path, "publikasi")
    assert (
        []
        == story_view(site, site.portal.issues.get("x") or site.portal.pages["kontak"])["history"]
    )
    one = "{jenis: kecil, sebelum: a, sesudah: b, alasan: Salah baca., ditemukan_oleh: itjen}"
    changes = ({"koreksi": f"[{one}]"}, {"koreksi": f"[{one}]", "ringkasan": LONGER})
    for n, change in enumerate(changes, 1):
        text = contents.record_text("publikasi", **change)
        contents.write(tmp_path, contents.PATHS["publikasi"], text)
        approve(tmp_path, "nikah-2025", contents.AS_OF + timedelta(hours=n))
        site = site_of(tmp_path, contents.AS_OF + timedelta(days=n))
    history = story_view(site, site.portal.publications["nikah-2025"])["history"]
    assert [
        ("Diperbarui", "3 Maret 2026", ""),
        ("Dikoreksi", "2 Maret 2026", "Salah baca"),
        ("Terbit", "1 Maret 2026", ""),
    ] == [(m["label"], m["time"].partition(" pukul")[0], m["note"]) for m in history]


def test_evidence_that_is_not_public_is_said(tmp_path: Path) -> None:
    """A figure without data is not left out: it is not reported, under its name or its id."""
    site = site_of(contents.write_content(tmp_path))
    gone = evidence_figure(site, IndicatorRef("tidak-ada"))
    assert ("tidak-ada", "", "belum dilaporkan", "") == (
        gone["label"],
        gone["value"],
        gone["status"]["word"],
        gone["url"],
    )
    absent = evidence_figure(site, IndicatorRef("kepuasan", "", "2031"))
    assert ("Indeks kepuasan pengantin", "", "/capaian/kepuasan/") == (
        absent["label"],
        absent["value"],
        absent["url"],
    )
