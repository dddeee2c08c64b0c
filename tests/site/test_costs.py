"""The cost appendix against a recount: the ledger's CSV files added up here, in another way."""

import csv
import json
from pathlib import Path

import pytest
import yaml

from tests.site.builds import Place, tree
from tests.site.pages import WebPage, is_listed, read_pages
from tests.site.recount import (
    GENERAL,
    HIDDEN,
    Book,
    Row,
    read_rows,
    shares,
    standing,
    summed,
    wrong_sums,
)


def front_matter(content: Path) -> dict[str, dict[str, object]]:
    """Return the keys of every record by its id."""
    return {
        file.stem: yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        for file in content.rglob("*.md")
        if "persetujuan" not in file.parts
    }


@pytest.fixture(scope="module")
def pages(example: Place) -> dict[str, WebPage]:
    """Return every page of the site of the example by its path."""
    return {page.path: page for page in read_pages(example.output)}


@pytest.fixture(scope="module")
def rows(example: Place) -> list[Row]:
    """Return the rows of the example's ledger that count."""
    found = standing(example.content)
    assert len(found) > 60
    return found


OVERVIEW = "transparansi/biaya/index.html"


@pytest.fixture(scope="module")
def book(example: Place, pages: dict[str, WebPage]) -> Book:
    """Return the ledger of the example, with the names that its pages give to units and records."""
    units = {row["id"]: row["nama"] for row in read_rows(example.content / "data/unit.csv")}
    records = front_matter(example.content)
    public = {part for path in pages for part in path.split("/")}

    def named(record_id: str) -> tuple[str, str, str]:
        if not record_id or record_id not in public:
            word = HIDDEN if record_id else GENERAL
            return word, word, word
        record = records[record_id]
        services = record["layanan"]
        assert isinstance(services, list)
        section = str(records[services[0]]["nama"])
        return section, str(record.get("format", "")), str(record["judul"])

    return Book(example.content, units, named)


def test_every_sum_on_every_page_is_that_of_the_ledger(
    pages: dict[str, WebPage], book: Book
) -> None:
    """Overview, years, accounts, units, embedded charts and rows, to the rupiah."""
    wrong, held = wrong_sums(pages, book)
    assert [] == wrong
    assert held > 800


def test_the_recount_sees_a_wrong_figure(pages: dict[str, WebPage], book: Book) -> None:
    """One rupiah more in the ledger, and every page that counts it is told."""
    row = next(row for row in book.rows if row["tahap"] == "bayar")
    more = [r if r is not row else r | {"jumlah": str(int(r["jumlah"]) + 1)} for r in book.rows]
    other = Book(book.content, book.units, book.named)
    other.__dict__["rows"] = more
    wrong = {line.split(":")[0] for line in wrong_sums(pages, other)[0]}
    places = ("", f"{row['id'][:4]}/", f"akun/{row['akun']}/", f"unit/{row['unit']}/")
    assert set() == {f"transparansi/biaya/{place}index.html" for place in places} - wrong


def test_publications_with_and_without_cost_are_all_counted(
    pages: dict[str, WebPage], book: Book, example: Place
) -> None:
    """Whatever is public and may cost something is counted once, by what it declares."""
    records = front_matter(example.content)
    listed = [path for path, page in pages.items() if is_listed(page)]
    public = {part for path in listed for part in path.split("/")}
    named = {record for row in book.rows for record, _ in shares(row)}
    paid = {
        record
        for row in book.rows
        if row["tahap"] == "bayar"
        for record, amount in shares(row)
        if amount
    }
    left = [str(records[r].get("biaya", "belum")) for r in records.keys() & public - named]
    words = ("publikasi punya biaya", "tanpa belanja tambahan", "belum dicatat")
    counts = (len(paid & public), left.count("nol"), left.count("belum"))
    told = "; ".join(f"{count} {word}" for count, word in zip(counts, words, strict=True) if count)
    assert f"{told}." in pages[OVERVIEW].texts("//section[@id='menurut-sebaran']//figcaption")[0]


def test_every_row_stands_at_its_place(pages: dict[str, WebPage], example: Place) -> None:
    """Each row of the ledger has its id on the page of its hundred."""
    for file in sorted((example.content / "data/biaya").glob("*.csv")):
        for row in read_rows(file):
            year, number = row["id"].split("-")
            page = f"transparansi/biaya/{year}/hal/{-(-int(number) // 100)}/index.html"
            assert row["id"] in pages[page].ids


def test_the_open_data_hold_the_whole_ledger(example: Place) -> None:
    """Same rows, same amounts; what is not public is named `belum-terbit` and nothing else."""
    files = sorted((example.content / "data/biaya").glob("*.csv"))
    expected = [row for file in files for row in read_rows(file)]
    written = list(csv.DictReader(tree(example.output)["data/biaya.csv"].decode().splitlines()))
    left_out = ("rekor", "uraian")
    plain = [{k: v for k, v in row.items() if k not in left_out} for row in expected]
    assert plain == [{k: v for k, v in row.items() if k not in left_out} for row in written]
    public = set(json.loads((example.output / "manifes.json").read_bytes())["edisi"])
    named = {part.split(":")[0] for row in written for part in row["rekor"].split(";")}
    assert {"", "belum-terbit"} >= named - public
    assert "belum-terbit" in named


def test_every_publication_has_its_label(
    pages: dict[str, WebPage], rows: list[Row], example: Place
) -> None:
    """Net cost with its stages from the ledger, or the words of what the record declares."""
    sums = summed(
        (record_id, row["tahap"], amount) for row in rows for record_id, amount in shares(row)
    )
    declared = {"belum": "belum dicatat", "nol": "tanpa belanja tambahan"}
    records = front_matter(example.content)
    labelled = 0
    for path, page in pages.items():
        if path.count("/") != 3 or not path.startswith("publikasi/"):
            continue
        record_id = path.split("/")[2]
        if record_id not in records or page.values('//meta[@name="robots"]/@content'):
            continue  # a list, or the notice of a withdrawn one
        (label,) = page.texts('//section[@aria-labelledby="biaya"]')
        if record_id in sums:
            paid, returned, _, _ = sums[record_id]
            expected = f"Rp{paid - returned:,}".replace(",", ".") if paid else "belum dibayar"
            labelled += 1
        else:
            expected = declared[str(records[record_id].get("biaya", "belum"))]
        assert expected in label, path
    assert labelled >= 5
