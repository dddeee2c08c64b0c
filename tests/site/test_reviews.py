"""A review of the ledger on the finished site: shown, voided by a changed row, missed when gone."""

import csv

import pytest

from tests.cost_appendix.reviews import review, write_reviews
from tests.kinerja.contents import PUBLICATION, change
from tests.site.builds import LATER, Place, build
from tests.site.pages import read_pages

LEDGER = "data/biaya/2026.csv"
STORY = f"publikasi/2026/{PUBLICATION}/index.html"
YEAR, ROWS = (f"transparansi/biaya/2026/{page}index.html" for page in ("", "hal/1/"))
REVIEWED = "reviu Itjen: sesuai (surat SIM-1/2026, 10 Februari 2026)"


@pytest.fixture
def reviewed(place: Place) -> Place:
    """Return the tiny site with its only row reviewed by an inspector."""
    holders = "tata-kelola/peran.yaml"
    inspector = "- {orang: pereviu-itjen@portal.example, peran: pereviu-itjen}\n"
    change(place.content, holders, "- {orang: penulis", f"{inspector}- {{orang: penulis")
    write_reviews(place.content, review(place.content, 1, 1, waktu="2026-02-10T09:00:00+07:00"))
    result = build(place, as_of=LATER)
    assert (0, False) == (result.code, "(K77)" in result.printed), result.printed
    return place


def texts(place: Place, path: str, at: str) -> list[str]:
    """Return the texts of the elements of a page."""
    (page,) = [page for page in read_pages(place.output) if page.path == path]
    return page.texts(at)


def test_a_review_stands_with_its_money(reviewed: Place) -> None:
    """On the label, the page of the year, the row, in the data and in the release log."""
    (label,) = texts(reviewed, STORY, '//section[@aria-labelledby="biaya"]')
    assert REVIEWED in label
    (line,) = texts(reviewed, YEAR, '//section[@id="reviu"]//li')
    assert "SIM-1/2026" in line
    assert "tidak ditandatangani" in line
    assert ["sesuai"] == texts(reviewed, ROWS, '//tr[@id="2026-000001"]/td[last()]')
    with (reviewed.output / "data/reviu.csv").open(newline="") as file:
        assert ["tidak-ditandatangani"] == [row["keadaan"] for row in csv.DictReader(file)]
    assert "\nbiaya-2026#2026-000001," in (reviewed.content / "data/rilis.csv").read_text()


def test_a_changed_row_is_unreviewed_again(reviewed: Place) -> None:
    """The build goes on and says so; the page shows the review as void."""
    change(reviewed.content, LEDGER, "Cetak poster", "Cetak koster")
    result = build(reviewed, as_of=LATER)
    assert (0, True) == (result.code, "(K77)" in result.printed), result.printed
    (label,) = texts(reviewed, STORY, '//section[@aria-labelledby="biaya"]')
    assert "belum direviu Itjen" in label
    (line,) = texts(reviewed, YEAR, '//section[@id="reviu"]//li')
    assert "batal: barisnya berubah sesudah direviu" in line
    assert ["belum"] == texts(reviewed, ROWS, '//tr[@id="2026-000001"]/td[last()]')


def test_a_review_that_is_gone_is_missed(reviewed: Place) -> None:
    """The manifest announced it; nothing is published."""
    (reviewed.content / "persetujuan/biaya-2026.jsonl").unlink()
    result = build(reviewed, as_of=LATER)
    assert (1, True) == (result.code, "(G14)" in result.printed), result.printed
