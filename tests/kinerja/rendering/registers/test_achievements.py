"""Misses with their explanations, missing reports by unit, the scales of the method."""

from pathlib import Path

from kinerja.rendering.cards import outcome_counts
from kinerja.rendering.registers.achievements import achievement_pages
from tests.kinerja.contents import INDICATOR, write, write_record
from tests.kinerja.contents import approve as approve_record
from tests.kinerja.registers import sections, texts, views, write_registers, write_rows
from tests.kinerja.sites import site_of

MISSED, GAPS = "/capaian/belum-tercapai/", "/capaian/belum-dilaporkan/"
METHOD = "/capaian/metode/"


def test_a_miss_stands_with_the_explanation_of_its_unit(tmp_path: Path) -> None:
    """Figure, target, percentage, unit, cause, plan, and a deadline that is still to come."""
    view = views(achievement_pages(site_of(write_registers(tmp_path))))[MISSED]
    expected = (
        "Indeks kepuasan pengantin",
        "78,25 | 2024",
        "85,00",
        "92,06 persen",
        "Bimbingan Contoh",
        "Loket kurang, antre lama. | Rencana: Tambah loket. Tenggat 30 Juni 2026.",
    )
    assert {"indikator": [expected]} == sections(view)
    cells = view["sections"][0]["rows"][0]["cells"]
    assert ("/capaian/kepuasan/#2024", "not-met") == (cells[0]["url"], cells[3]["status"])


def test_a_deadline_that_is_over_is_said_to_be(tmp_path: Path) -> None:
    """The day of the build decides."""
    write_registers(tmp_path)
    row = f"{INDICATOR},2024,bimas,Antre.,Loket.,2026-02-28\n"
    write(tmp_path, "data/penjelasan.csv", f"indikator,periode,unit,sebab,rencana,tenggat\n{row}")
    view = views(achievement_pages(site_of(tmp_path)))[MISSED]
    (found,) = sections(view)["indikator"]
    assert "Antre. | Rencana: Loket. Tenggat 28 Februari 2026 (lewat)." == found[-1]


def test_a_miss_that_nobody_explained_says_so(tmp_path: Path) -> None:
    """An explanation of another period is none; a target that was changed shows both."""
    write_registers(tmp_path)
    write_rows(
        tmp_path, "2025,,50,80,tetap", "2025,loket/a,10,20,tetap", "2025,loket/b,30,20,tetap"
    )
    path = "data/capaian/kepuasan.csv"
    text = (tmp_path / path).read_text("utf-8")
    write(tmp_path, path, text.replace("2025,,50,80,,", "2025,,50,80,90,"))
    view = views(achievement_pages(site_of(tmp_path)))[MISSED]
    assert [("80,00 | semula 90,00", "62,50 persen", "belum ada penjelasan")] == [
        (row[2], row[3], row[5]) for row in sections(view)["indikator"]
    ]
    assert ["Indeks kepuasan pengantin: loket a"] == [row[0] for row in sections(view)["rincian"]]


def test_without_a_miss_the_page_says_so(tmp_path: Path) -> None:
    """An empty table would leave the reader in doubt."""
    write_registers(tmp_path)
    write_rows(tmp_path, "2025,,90,80,tetap")
    (section,) = views(achievement_pages(site_of(tmp_path)))[MISSED]["sections"]
    assert ([], "Tidak ada indikator yang hasil terakhirnya di bawah target.") == (
        section["rows"],
        section["note"],
    )


def test_labels_are_missed_by_their_order(tmp_path: Path) -> None:
    """WDP for a target WTP is a miss without percentage; WTP for WDP is none."""
    write_registers(tmp_path, satuan="opini", skala="opini", presisi=None)
    units = "id,nama,bentuk,min,maks\nindeks,poin,indeks,0,100\nopini,opini,kategori,,\n"
    write(tmp_path, "data/satuan.csv", units)
    write_rows(tmp_path, "2024,,WTP,WDP,tetap", "2025,,WDP,WTP,tetap", "2025,a,WTP,WDP,tetap")
    view = views(achievement_pages(site_of(tmp_path)))[MISSED]
    assert [("WDP | 2025", "WTP", "belum tercapai")] == [
        row[1:4] for row in sections(view)["indikator"]
    ]
    assert ["indikator"] == [*sections(view)]


def test_missing_reports_stand_by_unit(tmp_path: Path) -> None:
    """Periods are folded; the delay is counted from the day on which the first was due."""
    write_registers(tmp_path, jeda_hari="31")
    write_rows(
        tmp_path, "2021,,82,80,tetap", "2022,,,80,belum-dilaporkan", "2022,a,,,belum-dilaporkan"
    )
    write_record(tmp_path, "indikator", "baru", nama="Angka baru", frekuensi="tidak teratur")
    approve_record(tmp_path, "baru")
    view = views(achievement_pages(site_of(tmp_path)))[GAPS]
    (section,) = view["sections"]
    assert ("unit-bimas", "Bimbingan Contoh") == (section["id"], section["title"])
    assert [
        ("Angka baru | tidak teratur", "belum pernah dilaporkan", "–"),
        (
            "Indeks kepuasan pengantin | tahunan",
            "2022 sampai 2025",
            "31 Januari 2023 | terlambat 1.125 hari",
        ),
        (
            "Indeks kepuasan pengantin | tahunan; rincian a",
            "2022",
            "31 Januari 2023 | terlambat 1.125 hari",
        ),
    ] == texts(section)


def test_without_a_gap_the_page_says_so(tmp_path: Path) -> None:
    """Everything was reported."""
    write_registers(tmp_path)
    write_rows(tmp_path, "2025,,90,80,tetap")
    (section,) = views(achievement_pages(site_of(tmp_path)))[GAPS]["sections"]
    assert ("Semua angka sudah dilaporkan.", []) == (section["note"], section["rows"])


def test_the_counts_are_those_of_the_registers(tmp_path: Path) -> None:
    """Each count leads to a page with as many indicators; one may be missed and be late too."""
    site = site_of(write_registers(tmp_path))
    found = {
        count["word"]: (count["number"], count["url"])
        for count in outcome_counts(site, site.relations.indicators)
    }
    assert {
        "tercapai": ("0", "/capaian/"),
        "belum tercapai": ("1", MISSED),
        "belum dilaporkan": ("1", GAPS),
        "tanpa target": ("0", METHOD),
    } == found
    pages = views(achievement_pages(site))
    assert (1, 1) == (
        len(pages[MISSED]["sections"][0]["rows"]),
        len(pages[GAPS]["sections"][0]["rows"]),
    )


def test_the_method_shows_every_edition_of_the_scales(tmp_path: Path) -> None:
    """The newest first: an older figure is held against the older one; bands with their ends."""
    view = views(achievement_pages(site_of(write_registers(tmp_path, skala="mutu"))))[METHOD]
    found = sections(view)
    assert ("A (Sangat Baik)", "88,31", "100,00") == found["skala-mutu"][0]
    labels = [(key, [label for _, label in rows]) for key, rows in found.items() if "opini" in key]
    assert [
        ("skala-opini-2026-01-01", ["TMP", "WDP", "WTP-DPP", "WTP"]),
        ("skala-opini", ["TMP", "WDP", "WTP"]),
    ] == labels
    assert [
        ("Skala mutu", "Permenpan RB 14/2017. Dipakai untuk Indeks kepuasan pengantin."),
        (
            "Skala opini sejak 1 Januari 2026",
            "Tanpa dasar yang disebut. Dari yang terburuk ke yang terbaik.",
        ),
        ("Skala opini", "Tanpa dasar yang disebut. Dari yang terburuk ke yang terbaik."),
    ] == [(section["title"], section["note"]) for section in view["sections"]]
