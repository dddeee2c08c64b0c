"""The map of the narrative: the tree, its gaps, its coverage, and the page of each message."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering import narrative_findings, narratives
from kinerja.rendering.narratives import narrative_pages
from kinerja.rendering.services import service_pages
from kinerja.rendering.site import Site, open_site
from tests.kinerja import contents
from tests.kinerja.contents import (
    APPROVED,
    INDICATOR,
    SOURCE,
    UNIT,
    approve,
    record_text,
    write,
)
from tests.kinerja.registers import HEADER, texts
from tests.kinerja.sites import SETTINGS, site_of
from tests.kinerja.stories import ISSUE, PATH, many, view_of, write_stories

MESSAGES = f"""\
- {{id: mudah, kalimat: Nikah mudah dan murah., pemilik: {UNIT}}}
- {{id: murah, kalimat: Nol rupiah., induk: mudah, pemilik: {UNIT}, bukti: ['{INDICATOR}']}}
- {{id: cepat, kalimat: Selesai sehari., induk: mudah, pemilik: {UNIT}}}
- {{id: tertib, kalimat: Tertib., induk: cepat, pemilik: {UNIT}, bukti: ['{INDICATOR}@2025']}}
- id: dulu
  kalimat: Pesan lama.
  pemilik: {UNIT}
  berlaku_sampai: 2025-12-31
- {{id: anak-dulu, kalimat: Tetap ada., induk: dulu, pemilik: {UNIT}}}
- {{id: nanti, kalimat: Pesan baru., pemilik: {UNIT}, berlaku_dari: 2027-01-01}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with messages, one publication and one answer under `murah`."""
    root = write_stories(tmp_path_factory.mktemp("isi"), MESSAGES)
    write(root, PATH, record_text("publikasi", pesan="murah"))
    approve(root, "nikah-2025", APPROVED.replace(day=3))
    return site_of(root)


def told(cards: list[Any]) -> list[Any]:
    """Return sentence and messages below, as a tree."""
    return [(card["sentence"], told(card["children"])) for card in cards]


def test_the_tree(site: Site) -> None:
    """Messages in force under their parents; under one not in force they stand on top."""
    view = view_of(narrative_pages(site), "narasi/index.html")
    assert [
        ("Nikah mudah dan murah.", [("Nol rupiah.", []), ("Selesai sehari.", [("Tertib.", [])])]),
        ("Tetap ada.", []),
    ] == told(view["messages"])
    assert [
        ("Pesan lama.", "berlaku sampai 31 Desember 2025"),
        ("Pesan baru.", "berlaku mulai 1 Januari 2027"),
    ] == [(card["sentence"], card["note"]) for card in view["past"]]


def test_publications_and_evidence_of_a_message(site: Site) -> None:
    """Own publications and those below; each piece of evidence with its status, also a bad one."""
    (top, _) = view_of(narrative_pages(site), "narasi/index.html")["messages"]
    cheap, fast = top["children"]
    assert ("belum ada publikasi, 1 pada pesan di bawahnya", "1 publikasi") == (
        top["publications"],
        cheap["publications"],
    )
    assert ("belum ada publikasi", []) == (fast["publications"], fast["evidence"])
    assert [("78,25", "belum tercapai")] == [
        (figure["value"], figure["status"]["word"]) for figure in cheap["evidence"]
    ]
    (orderly,) = fast["children"]
    assert ["belum dilaporkan"] == [f["status"]["word"] for f in orderly["evidence"]]


def test_gaps_are_counted(site: Site) -> None:
    """Messages in force, then how many have each flaw; what there is none of leads nowhere."""
    view = view_of(narrative_pages(site), "narasi/index.html")
    assert [
        ("5", "pesan berlaku", "#peta"),
        ("1", "pesan dibantah buktinya", "#dibantah"),
        ("0", "dua nilai untuk satu angka", ""),
        ("0", "pesan dengan sebagian bukti berlawanan", ""),
        ("4", "pesan dengan bukti yang belum ada", "#tanpa-data"),
        ("3", "pesan tanpa publikasi", "#tanpa-publikasi"),
        ("0", "publikasi tanpa pesan", ""),
    ] == [(count["number"], count["word"], count["url"]) for count in view["counts"]]


def test_coverage(site: Site) -> None:
    """A row for each message in force with those below, a column a service, '' for nothing."""
    (table,) = view_of(narrative_pages(site), "narasi/index.html")["coverage"]
    assert ["Pesan", "Semua", "Pencatatan nikah"] == [c["title"] for c in table["columns"]]
    assert [
        ("Nikah mudah dan murah.", "1", "1"),
        ("Nol rupiah.", "1", "1"),
        ("Selesai sehari.", "0", ""),
        ("Tertib.", "0", ""),
        ("Tetap ada.", "0", ""),
    ] == texts(table)


def test_long_maps_show_the_highest(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below more messages than fit only the highest stand; their pages show what is below."""
    monkeypatch.setattr(narratives, "MOST_IN_MAP", 4)
    pages = narrative_pages(site)
    view = view_of(pages, "narasi/index.html")
    highest: list[Any] = [("Nikah mudah dan murah.", []), ("Tetap ada.", [])]
    assert highest == told(view["messages"])
    assert ["Nikah mudah dan murah.", "Tetap ada."] == [r[0] for r in texts(view["coverage"][0])]
    below = view_of(pages, "narasi/mudah/index.html")
    assert ["Nol rupiah.", "Selesai sehari.", "Tertib."] == [
        row[0] for row in texts(below["coverage"][0])
    ]


def test_many_services_stand_in_several_tables(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with all messages, so that no table is wider than a page."""
    service = site.portal.services["nikah"]
    services = {f"s{n}": replace(service, id=f"s{n}") for n in range(3)}
    monkeypatch.setattr(narratives, "MOST_SERVICES", 2)
    wide = open_site(SETTINGS, replace(site.portal, services=services), "")
    tables = view_of(narrative_pages(wide), "narasi/index.html")["coverage"]
    assert [("cakupan-1", 4, 5), ("cakupan-2", 3, 5)] == [
        (table["id"], len(table["columns"]), len(table["rows"])) for table in tables
    ]


def test_findings_are_told(site: Site) -> None:
    """A table for every flaw: which message, which figure, what is wrong with it."""
    found = {s["id"]: s for s in view_of(narrative_pages(site), "narasi/index.html")["findings"]}
    assert ["dibantah", "tanpa-data", "tanpa-publikasi"] == [*found]
    figure = "Indeks kepuasan pengantin, 2024 | 78,25 poin"
    missed = "belum tercapai | 92,06 persen dari target"
    assert [("Nol rupiah.", figure, missed)] == texts(found["dibantah"])
    assert ("Tertib.", "Indeks kepuasan pengantin", "belum dilaporkan") in [
        (row[0], row[1].partition(",")[0], row[2]) for row in texts(found["tanpa-data"])
    ]
    assert ("Selesai sehari.", "belum ada indikator", "belum ada bukti") in texts(
        found["tanpa-data"]
    )
    assert ("Tetap ada.", "Bimbingan Contoh") in texts(found["tanpa-publikasi"])


def test_a_message_carries_its_flaws(site: Site) -> None:
    """On the map as a word, on its own page as the table without its name."""
    pages = narrative_pages(site)
    cheap = view_of(pages, "narasi/index.html")["messages"][0]["children"][0]
    assert ["dibantah buktinya"] == [flaw["word"] for flaw in cheap["flaws"]]
    (table,) = view_of(pages, "narasi/murah/index.html")["findings"]
    assert ["Bukti", "Temuan"] == [column["title"] for column in table["columns"]]


def test_a_contradiction_shows_both_values(tmp_path: Path) -> None:
    """Of a row with who published each and why; of a text what it says against the data."""
    root = write_stories(tmp_path, MESSAGES)
    sources = contents.TABLES["data/sumber.csv"]
    write(root, "data/sumber.csv", f"{sources}koran,Berita,Koran Contoh,,,,\n")
    rows = (
        f"2023,,82.10,80,,konflik,{SOURCE},,,81,koran,Koran membulatkan.,",
        f"2024,,78.25,,,tetap,{SOURCE},,,,,,",
    )
    write(root, contents.DATASET, "\n".join((HEADER, *rows, "")))
    body = "Pada 2024 kepuasan pengantin 80,5 poin.\n"
    write(root, PATH, record_text("publikasi", body))
    approve(root, "nikah-2025", APPROVED.replace(day=3))
    view = view_of(narrative_pages(site_of(root)), "narasi/index.html")
    found = {section["id"]: texts(section) for section in view["findings"]}
    title = "Kepuasan pengantin turun pada 2024"
    at = "Indeks kepuasan pengantin, 2023 | 82,10 poin"
    both = "82,10 (Badan Contoh) dan 81,00 (Koran Contoh) | Koran membulatkan."
    assert [
        ("Nol rupiah.", at, both),
        ("Tertib.", at, both),
        ("tanpa pesan", title, "tulisan menyebut 80,5; data menyebut 78,25 poin"),
    ] == found["bertentangan"]
    figure = "Indeks kepuasan pengantin, 2024 | 78,25 poin"
    fell = "turun 3,85 dari 2023 | arah yang diharapkan: naik"
    assert [("Nol rupiah.", figure, fell)] == found["dibantah"]


def test_long_tables_of_findings_end(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map shows the first rows of a flaw and says how many stand on the pages."""
    monkeypatch.setattr(narrative_findings, "MOST_ROWS", 1)
    found = {s["id"]: s for s in view_of(narrative_pages(site), "narasi/index.html")["findings"]}
    table = found["tanpa-data"]
    assert (1, True) == (len(table["rows"]), "3 lagi ada di halaman" in table["note"])


def test_units_of_a_message(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who published, how often and when last; a list of its own where they are many."""
    pages = narrative_pages(site)
    view = view_of(pages, "narasi/murah/index.html")
    assert ([("Bimbingan Contoh", "1", "1 Maret 2026")], None) == (
        texts(view["units"]),
        view["all_units"],
    )
    monkeypatch.setattr(narratives, "MOST_UNITS", 0)
    pages = narrative_pages(site)
    assert "/narasi/murah/unit/" == view_of(pages, "narasi/murah/index.html")["all_units"]["url"]
    listed = view_of(pages, "narasi/murah/unit/index.html")
    assert ("Unit: Nol rupiah.", 1) == (listed["title"], len(listed["sections"][0]["rows"]))
    assert (
        "Belum ada unit yang menerbitkannya."
        == (view_of(pages, "narasi/cepat/index.html")["units"]["note"])
    )


def test_the_page_of_a_message(site: Site) -> None:
    """Sentence, what stands above and below, owner, evidence as a chart with its table."""
    pages = narrative_pages(site)
    view = view_of(pages, "narasi/murah/index.html")
    assert ("Nol rupiah.", "/narasi/mudah/", "Bimbingan Contoh", True, "/umpan/narasi/murah/") == (
        view["sentence"],
        view["parent"]["url"],
        view["owner"]["title"],
        view["is_told"],
        view["feed"]["url"],
    )
    (series,) = view["series"]
    assert (2, 3) == (len(series["chart"]["lines"][0]), len(series["table"]["rows"]))
    assert {f"/isu/{ISSUE}/", "/edukasi/mengadu/"} >= {a["url"] for a in view["answers"]}
    assert ["Kepuasan pengantin turun pada 2024"] == [p["title"] for p in view["publications"]]
    below = view_of(pages, "narasi/mudah/index.html")["children"]
    assert [("Nol rupiah.", []), ("Selesai sehari.", [("Tertib.", [])])] == told(below)
    past = view_of(pages, "narasi/dulu/index.html")
    assert (False, "berlaku sampai 31 Desember 2025") == (past["is_told"], past["force"])


def test_lists_under_messages_are_paged(site: Site) -> None:
    """Those of a message, and on the map those without one."""
    pages = narrative_pages(many(site, 45))
    assert 20 == len(view_of(pages, "narasi/murah/hal/1/index.html")["groups"][0]["items"])
    without = site.portal.publications["nikah-2025"]
    assert "murah" == without.record.message


def test_publications_without_message_are_shown(tmp_path: Path) -> None:
    """On the map, newest first, with fixed pages; the answers of a service stand on its page."""
    site = site_of(write_stories(tmp_path))
    pages = narrative_pages(many(site, 45))
    view = view_of(pages, "narasi/index.html")
    assert (25, "Judul 045") == (len(view["loose"]), view["loose"][0]["title"])
    first = view_of(pages, "narasi/hal/1/index.html")
    assert "Publikasi tanpa pesan, halaman 1" == first["title"]
    service = view_of(service_pages(site), "layanan/nikah/index.html")
    assert {f"/isu/{ISSUE}/", "/edukasi/mengadu/"} == {a["url"] for a in service["answers"]}


def test_a_portal_without_messages_has_a_map(tmp_path: Path) -> None:
    """It says that there is none."""
    (page,) = narrative_pages(site_of(contents.write_content(tmp_path)))
    view: Any = page.view["page"]
    assert ([], [], 1) == (view["messages"], view["coverage"], len(view["loose"]))
