"""The map of the narrative: the tree, its gaps, its coverage, and the page of each message."""

from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.narratives import narrative_pages
from kinerja.rendering.services import service_pages
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, INDICATOR, UNIT, approve, record_text, write
from tests.kinerja.sites import site_of
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
    """Messages in force, silent ones, missed targets, no data, and publications without any."""
    view = view_of(narrative_pages(site), "narasi/index.html")
    assert [
        ("5", "pesan berlaku"),
        ("3", "pesan tanpa publikasi"),
        ("1", "pesan dengan target yang belum tercapai"),
        ("4", "pesan tanpa data"),
        ("0", "publikasi tanpa pesan"),
    ] == [(count["number"], count["word"]) for count in view["counts"]]


def test_coverage(site: Site) -> None:
    """A row for each message in force, a column for each service, '' where nothing is published."""
    view = view_of(narrative_pages(site), "narasi/index.html")
    assert ["Pencatatan nikah"] == [link["title"] for link in view["services"]]
    rows = {row["message"]["title"]: row["counts"] for row in view["coverage"]}
    assert 5 == len(rows)
    assert (["1"], [""]) == (rows["Nol rupiah."], rows["Tertib."])


def test_the_page_of_a_message(site: Site) -> None:
    """Sentence, what stands above and below, owner, evidence as a chart with its table."""
    pages = narrative_pages(site)
    view = view_of(pages, "narasi/murah/index.html")
    assert ("Nol rupiah.", "/narasi/mudah/", "Bimbingan Contoh", "") == (
        view["sentence"],
        view["parent"]["url"],
        view["owner"]["title"],
        view["note"],
    )
    (series,) = view["series"]
    assert (2, 3) == (len(series["chart"]["lines"][0]), len(series["table"]["rows"]))
    assert {f"/isu/{ISSUE}/", "/edukasi/mengadu/"} >= {a["url"] for a in view["answers"]}
    assert ["Kepuasan pengantin turun pada 2024"] == [p["title"] for p in view["publications"]]
    below = view_of(pages, "narasi/mudah/index.html")["children"]
    assert ["/narasi/murah/", "/narasi/cepat/"] == [link["url"] for link in below]
    assert "berlaku sampai 31 Desember 2025" == view_of(pages, "narasi/dulu/index.html")["note"]


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
