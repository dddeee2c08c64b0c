"""Approvals by role, counts of the filter without texts, urgent publications with their reason."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kinerja.model.portal import Screening
from kinerja.rendering.approvals import urgent_label
from kinerja.rendering.registers.transparency import transparency_pages
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import AS_OF, PERSONS, PUBLICATION
from tests.kinerja.registers import sections, texts, views
from tests.kinerja.sites import site_of
from tests.kinerja.tables import MORE_TABLES

APPROVALS, SCREENINGS = "/transparansi/persetujuan/", "/transparansi/penyaringan/"
URGENT = "/transparansi/darurat/"
LEXICON = "/transparansi/penyaringan/leksikon/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def screened(site: Site, *found: Screening) -> dict[str, Any]:
    """Return the pages of a site with these results of the filter."""
    return views(transparency_pages(replace(site, portal=replace(site.portal, screenings=found))))


def test_the_hub_says_what_was_paid(site: Site) -> None:
    """Its list stands in the template."""
    assert "Rp250.000" == views(transparency_pages(site))["/transparansi/"]["paid"]


def test_approvals_say_roles_and_times(site: Site) -> None:
    """Every public record with its digest and the steps, in the words of its kind."""
    found = sections(views(transparency_pages(site))[APPROVALS])["persetujuan"]
    digest = site.portal.publications[PUBLICATION].digest
    assert (
        f"Kepuasan pengantin turun pada 2024 | Publikasi. Sidik {digest}",
        "2 Februari 2026 | disetujui tanpa tanda tangan digital",
        "penulis mengajukan 2 Februari 2026 pukul 09.00 WIB; "
        "penanggung jawab menyetujui 2 Februari 2026 pukul 10.00 WIB",
    ) in found
    assert len(site.relations.records) == len(found)


def test_no_page_names_a_person(site: Site) -> None:
    """Roles decide here; who held them is nobody's business."""
    text = str([page.view for page in transparency_pages(site)])
    assert [] == [person for person in PERSONS.values() if person in text]


def test_the_median_of_each_step(site: Site) -> None:
    """Four records took an hour each; one more took five days, which moves a median little."""
    item = site.portal.publications[PUBLICATION]
    first, last = item.decisions
    slow = replace(
        item, decisions=(first, last.model_copy(update={"time": first.time + timedelta(5)}))
    )
    relations = replace(site.relations, records={**site.relations.records, PUBLICATION: slow})
    pages = (site, replace(site, relations=relations))
    rows = [sections(views(transparency_pages(page))[APPROVALS])["lama"] for page in pages]
    assert [("Penanggung jawab menyetujui", "4", "0,0")] == rows[0] == rows[1]
    alone = replace(site.relations, records={PUBLICATION: slow})
    page = views(transparency_pages(replace(site, relations=alone)))[APPROVALS]
    assert [("Penanggung jawab menyetujui", "1", "5,0")] == sections(page)["lama"]


def test_approvals_are_paged_newest_first(site: Site) -> None:
    """Fixed pages of forty; the landing page has the newest, and the medians."""
    item = site.portal.publications[PUBLICATION]
    records = {
        f"p{n}": replace(item, id=f"p{n}", approved=AS_OF + timedelta(minutes=n))
        for n in range(119)
    }
    found = views(
        transparency_pages(replace(site, relations=replace(site.relations, records=records)))
    )
    pages = {address for address in found if address.startswith(APPROVALS)}
    assert {APPROVALS, f"{APPROVALS}hal/1/", f"{APPROVALS}hal/2/"} == pages
    sizes = [len(sections(found[f"{APPROVALS}{part}"])["persetujuan"]) for part in ("", "hal/1/")]
    assert [79, 40] == sizes
    assert ["lama", "persetujuan"] == [*sections(found[APPROVALS])]
    assert ["persetujuan"] == [*sections(found[f"{APPROVALS}hal/1/"])]


def test_the_filter_is_counted_by_unit_and_month(site: Site) -> None:
    """Newest month first; a result that nobody knows is no result, and its text stays hidden."""
    day = AS_OF.date()
    earlier = day - timedelta(days=40)
    found = screened(
        site,
        Screening("bimas", day, "lolos"),
        Screening("bimas", day, "seremonial"),
        Screening("bimas", day, "lolos"),
        Screening("bimas", day, "tulisan rahasia"),
        Screening("bimas", earlier, ""),
        Screening("bimas", earlier, "perlu-perbaikan"),
    )[SCREENINGS]
    assert [
        ("Bimbingan Contoh", "Maret 2026", "2", "0", "1", "1"),
        ("Bimbingan Contoh", "Januari 2026", "0", "1", "0", "1"),
    ] == sections(found)["hasil"]
    assert "6 pengajuan." == found["sections"][1]["note"]
    assert "rahasia" not in str(found)


def test_what_was_handed_in_counts(site: Site) -> None:
    """Each `ajukan` of the content is one, not looked at by a filter yet."""
    (row,) = sections(views(transparency_pages(site))[SCREENINGS])["hasil"]
    assert ("Bimbingan Contoh", "Februari 2026", "0", "0", "0", "4") == row


def test_nothing_handed_in_is_said(site: Site) -> None:
    """Instead of an empty table."""
    assert "Belum ada pengajuan." == screened(site)[SCREENINGS]["sections"][1]["note"]


def test_who_let_ceremony_pass_says_why(site: Site) -> None:
    """The public ones only, each with unit, reason, role and day; no person."""
    item = site.portal.publications[PUBLICATION]
    first, last = item.decisions
    ceremony = first.model_copy(update={"reason_code": "seremonial"})
    reason = last.model_copy(update={"reason": "Warga bertanya."})
    found = []
    for decisions in ((first, reason), (ceremony, last), (ceremony, reason)):
        records = {PUBLICATION: replace(item, decisions=decisions)}
        changed = replace(site, relations=replace(site.relations, records=records))
        found.append(sections(views(transparency_pages(changed))[SCREENINGS])["alasan"])
    expected = (item.record.title, "Bimbingan Contoh", "Warga bertanya. | penanggung jawab, ")
    assert [[], []] == found[:2]
    assert [(*expected[:2], f"{expected[2]}2 Februari 2026")] == found[2]


def test_the_lexicon_is_printed_whole(site: Site, tmp_path: Path) -> None:
    """With what is not counted, on a page of its own; where there is none, that is said."""
    text = MORE_TABLES["leksikon"].replace("  saran", "  kecuali: [tanah, hak]\n  saran")
    contents.write_content(tmp_path)
    contents.write(tmp_path, "data/leksikon.yaml", text)
    found = views(transparency_pages(site_of(tmp_path)))
    words = "melantik, membuka acara | Tidak dihitung di dekat: tanah, hak"
    advice = "Tulis apa yang berubah bagi warga."
    assert [("Acara | seremonial", "5", words, advice)] == sections(found[LEXICON])["leksikon"]
    assert [LEXICON] == [link["url"] for link in found[SCREENINGS]["links"]]
    nothing = views(transparency_pages(site))[LEXICON]
    assert [("Belum ada leksikon, jadi tidak ada yang disaring.", [])] == [
        (section["note"], section["rows"]) for section in nothing["sections"]
    ]


def test_urgent_publications_have_reason_and_age(site: Site) -> None:
    """From the day of the first release on, with what is still to be reviewed until when."""
    item = site.portal.publications[PUBLICATION]
    urgent = replace(
        item,
        record=item.record.model_copy(update={"urgent": "Kabar keliru beredar luas."}),
        is_reviewed=False,
        first_released=AS_OF - timedelta(days=9),
    )
    records = {**site.relations.records, PUBLICATION: urgent}
    changed = replace(site, relations=replace(site.relations, records=records))
    assert [
        (
            f"Kepuasan pengantin turun pada 2024 | {urgent_label(changed, urgent)}",
            "Kabar keliru beredar luas.",
            "20 Februari 2026",
            "9",
        )
    ] == sections(views(transparency_pages(changed))[URGENT])["darurat"]


def test_without_urgent_publications_the_page_says_so(site: Site) -> None:
    """That nothing went round the review is worth a sentence."""
    (section,) = views(transparency_pages(site))[URGENT]["sections"]
    assert ([], "Tidak ada yang terbit lewat jalur darurat.") == (texts(section), section["note"])
