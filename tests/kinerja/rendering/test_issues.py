"""Answers to issues: verdict, claim, evidence, clock and structured data."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.model.records import Kind
from kinerja.rendering.issues import issue_pages
from kinerja.rendering.site import Site
from tests.kinerja.contents import APPROVED, approve, write, write_record
from tests.kinerja.sites import site_of
from tests.kinerja.stories import ISSUE, changed, view_of, write_stories

PAGE = f"isu/{ISSUE}/index.html"
POLICY = "tanda_tangan: tidak\njenis:\n" + "".join(
    f"  {kind}: {{ringan: {path}, penuh: {path}, darurat: {path}}}\n"
    for kind in Kind
    for path in ["[]" if kind in (Kind.DATASET, Kind.TABLE) else "[penanggung-jawab]"]
)
POLICY += "hari_jawaban_pertama: 1\nhari_jawaban_akhir: 2\n"


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


def test_a_promise_is_held_against_the_answers(site: Site) -> None:
    """Until when an answer is promised; late is said of an answer and of one that is missing."""
    promised = replace(site, portal=replace(site.portal, answer_days=(1, 90)))
    assert [
        ("Jawaban pertama", "belum ada", "dijanjikan paling lambat 2 Februari 2026, lewat tenggat"),
        ("Jawaban akhir", "belum ada", "dijanjikan paling lambat 8 Juni 2026"),
    ] == clock(view_of(issue_pages(promised), PAGE))[1:]


def test_a_promise_stands_in_the_policy(tmp_path: Path) -> None:
    """The days of `kebijakan.yaml` count from the report on; an answer in time is not late."""
    write_stories(tmp_path)
    write(tmp_path, "tata-kelola/kebijakan.yaml", POLICY)
    write_record(
        tmp_path,
        "isu",
        ISSUE,
        dilaporkan="2026-02-16T09:00:00+07:00",
        jawaban_pertama="2026-02-17T09:00:00+07:00",
        jawaban_akhir="2026-02-20T09:00:00+07:00",
    )
    approve(tmp_path, ISSUE, APPROVED + timedelta(days=1))
    assert [
        "1 hari kerja sejak dilaporkan; dijanjikan paling lambat 17 Februari 2026",
        "4 hari kerja sejak dilaporkan; dijanjikan paling lambat 18 Februari 2026, lewat tenggat",
    ] == [note for _, _, note in clock(view_of(issue_pages(site_of(tmp_path)), PAGE))[2:]]


def structured(site: Site) -> dict[str, Any]:
    """Return the structured data of the answer."""
    (page,) = [page for page in issue_pages(site) if page.path == PAGE]
    head: Any = page.view["head"]
    return dict(json.loads(head["json_ld"]))


def test_structured_data_is_a_claim_review(site: Site) -> None:
    """Exactly the properties that search engines document, and no address of the claim."""
    ministry = {
        "@type": "Organization",
        "name": "Kementerian Contoh",
        "url": "https://kinerja.example/",
    }
    data = structured(site)
    assert "2026-03-01" == data.pop("datePublished")[:10]
    assert "2026-03-01" == data.pop("dateModified")[:10]
    assert {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://kinerja.example/isu/{ISSUE}/",
        "inLanguage": "id",
        "publisher": {**ministry, "@type": "GovernmentOrganization"},
        "claimReviewed": "Biaya nikah naik tahun ini.",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Salah",
        },
        "itemReviewed": {"@type": "Claim", "datePublished": "2026-01-30"},
        "author": ministry,
        "sdPublisher": ministry,
    } == data


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("salah", (1, "Salah")),
        ("menyesatkan", (2, "Menyesatkan")),
        ("sebagian-benar", (3, "Sebagian benar")),
        ("benar", (5, "Benar")),
        ("belum-terbukti", (None, "Belum terbukti")),
    ],
)
def test_verdicts_have_a_rating(
    tmp_path: Path, verdict: str, expected: tuple[int | None, str]
) -> None:
    """From 1, false, to 5, true; what is not proven has a word and no number."""
    rating = structured(changed(tmp_path, "isu", ISSUE, putusan=verdict))["reviewRating"]
    assert expected == (rating.get("ratingValue"), rating["alternateName"])
    assert ("bestRating" in rating) is (expected[0] is not None)


def test_where_a_claim_came_up_is_never_a_link(tmp_path: Path) -> None:
    """An address in `asal_klaim` stays text: on the page, and nowhere in the structured data."""
    site = changed(tmp_path, "isu", ISSUE, asal_klaim="'https://kabar.example/hoaks'")
    assert "https://kabar.example/hoaks" == view_of(issue_pages(site), PAGE)["origin"]
    assert "kabar.example" not in json.dumps(structured(site))
