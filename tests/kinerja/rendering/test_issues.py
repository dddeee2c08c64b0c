"""Answers to issues: verdict, claim, evidence, clock and structured data."""

import json
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.issues import issue_pages
from kinerja.rendering.site import Site
from tests.kinerja.sites import site_of
from tests.kinerja.stories import ISSUE, changed, view_of, write_stories

PAGE = f"isu/{ISSUE}/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of stories."""
    return site_of(write_stories(tmp_path_factory.mktemp("isi")))


def test_the_verdict_and_the_claim(site: Site) -> None:
    """The verdict as a word, the claim as the words that went round, and where; both in lists."""
    view = view_of(issue_pages(site), PAGE)
    assert ("Salah", "Biaya nikah naik tahun ini.", "Pesan berantai.") == (
        view["verdict"],
        view["claim"],
        view["origin"],
    )
    assert ("", "<p>Tarif ditempel di loket.</p>") == (view["unknown_html"], view["action_html"])
    (group,) = view_of(issue_pages(site), "isu/index.html")["groups"]
    assert [("Salah", "Klaim: “Biaya nikah naik tahun ini.”")] == [
        (card["format"], card["benefit"]) for card in group["items"]
    ]


def test_the_evidence_is_bound(site: Site) -> None:
    """A figure has value, period and the source of its row; a source stands for itself."""
    figure, source = view_of(issue_pages(site), PAGE)["evidence"]
    assert ("78,25", "2024", "Badan Contoh", "https://contoh.example/lkj") == (
        figure["figure"]["value"],
        figure["figure"]["period"],
        figure["source"]["title"],
        figure["source"]["url"],
    )
    assert {"title": "Laporan kinerja, Badan Contoh", "url": "https://contoh.example/lkj"} == (
        source["source"]
    )
    assert None is source["figure"]


def test_where_to_complain(site: Site) -> None:
    """The service in question says where, and so does the lesson on complaints."""
    links = view_of(issue_pages(site), PAGE)["complaints"]
    assert [
        ("Tempat mengadu: Pencatatan nikah", "/layanan/nikah/#standar-4"),
        ("Cara mengadu", "/edukasi/mengadu/"),
    ] == [(link["title"], link["url"]) for link in links]


def clock(view: Any) -> list[tuple[str, str, str]]:
    """Return label, time and note of every moment."""
    return [(step["label"], step["time"], step["note"]) for step in view["clock"]]


def test_an_issue_that_nobody_reported_waits_for_its_answer(site: Site) -> None:
    """Only what happened is there; answers that are missing are said to be."""
    assert [
        ("Pertama terlihat", "30 Januari 2026", ""),
        ("Jawaban pertama", "belum ada", ""),
        ("Jawaban akhir", "belum ada", ""),
    ] == clock(view_of(issue_pages(site), PAGE))


def test_the_clock_counts_working_days(tmp_path: Path) -> None:
    """From the report on, in Jakarta's time, without weekends and holidays."""
    site = changed(
        tmp_path,
        "isu",
        ISSUE,
        dilaporkan="2026-02-26T23:30:00+00:00",
        jawaban_pertama="2026-02-27T15:00:00+07:00",
        jawaban_akhir="2026-03-23T10:00:00+07:00",
    )
    assert [
        ("Pertama terlihat", "30 Januari 2026", ""),
        ("Dilaporkan", "27 Februari 2026 pukul 06.30 WIB", ""),
        ("Jawaban pertama", "27 Februari 2026 pukul 15.00 WIB", "pada hari kerja yang sama"),
        (
            "Jawaban akhir",
            "23 Maret 2026 pukul 10.00 WIB",
            "15 hari kerja sejak dilaporkan",
        ),
    ] == clock(view_of(issue_pages(site), PAGE))


def test_without_holidays_weekdays_are_not_called_working_days(tmp_path: Path) -> None:
    """A year that the table of holidays lacks gives a count of Monday to Friday, said so."""
    changes = {"pertama_terlihat": "2025-12-30", "jawaban_pertama": "2026-01-02T10:00:00+07:00"}
    site = changed(tmp_path, "isu", ISSUE, **changes)
    expected = "2 hari Senin sampai Jumat sejak pertama terlihat"
    assert expected == view_of(issue_pages(site), PAGE)["clock"][1]["note"]


def test_structured_data_is_a_claim_review(site: Site) -> None:
    """The claim, the verdict as a word, by whom and when, at which address; no `<` in it."""
    (page,) = [page for page in issue_pages(site) if page.path == PAGE]
    head: Any = page.view["head"]
    data = json.loads(head["json_ld"])
    assert ("ClaimReview", "Biaya nikah naik tahun ini.", "Salah", "Kementerian Contoh") == (
        data["@type"],
        data["claimReviewed"],
        data["reviewRating"]["alternateName"],
        data["author"]["name"],
    )
    assert (f"https://kinerja.example/isu/{ISSUE}/", "2026-03-01") == (
        data["url"],
        data["datePublished"][:10],
    )
