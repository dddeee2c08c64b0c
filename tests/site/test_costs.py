"""The cost appendix against a recount: the ledger's CSV files added up here, in another way."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from tests.site.builds import Place, tree
from tests.site.pages import WebPage, read_pages, words

Row = dict[str, str]
Sums = dict[str, tuple[int, int, int, int]]
"""Name of a group -> paid, returned, contracted, planned, in rupiah."""

STAGES = ("bayar", "kembali", "kontrak", "rencana")
GENERAL, HIDDEN = "Biaya umum (tidak dibagi)", "belum terbit"


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def standing(content: Path) -> list[Row]:
    """Return the rows of all years that no cancellation ended, without the cancellations."""
    files = sorted((content / "data/biaya").glob("*.csv"))
    rows = [row for file in files for row in read_rows(file)]
    ended = {row["lanjutan_dari"] for row in rows if row["tahap"] == "batal"}
    return [row for row in rows if row["tahap"] != "batal" and row["id"] not in ended]


def shares(row: Row) -> list[tuple[str, int]]:
    """Return the rupiah of each record that a row names; largest remainder gives the odd ones."""
    if not row["rekor"]:
        return [("", int(row["jumlah"]))]
    parts = [part.partition(":") for part in row["rekor"].split(";")]
    exact = [Fraction(int(row["jumlah"]) * int(percent or 100), 100) for _, _, percent in parts]
    rupiah = [int(amount) for amount in exact]
    by_rest = sorted(range(len(parts)), key=lambda n: (rupiah[n] - exact[n], n))
    for place in by_rest[: int(sum(exact)) - sum(rupiah)]:
        rupiah[place] += 1
    return [(name, amount) for (name, _, _), amount in zip(parts, rupiah, strict=True)]


def summed(pairs: Iterator[tuple[str, str, int]]) -> Sums:
    """Add up (group, stage, rupiah) by group and stage."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(STAGES, 0))
    for group, stage, amount in pairs:
        sums[group][stage] += amount
    return {
        group: (found["bayar"], found["kembali"], found["kontrak"], found["rencana"])
        for group, found in sums.items()
    }


def by_column(rows: list[Row], column: str, length: int = 40) -> Sums:
    """Add up rows by the beginning of a column."""
    return summed((row[column][:length], row["tahap"], int(row["jumlah"])) for row in rows)


def front_matter(content: Path) -> dict[str, dict[str, object]]:
    """Return the keys of every record by its id."""
    return {
        file.stem: yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        for file in content.rglob("*.md")
        if "persetujuan" not in file.parts
    }


def rupiah(text: str) -> int:
    """Return the number of `Rp1.234.567`."""
    found = re.fullmatch(r"(−?)Rp([\d.]+)", text)
    assert found is not None, text
    return int(found[2].replace(".", "")) * (-1 if found[1] else 1)


def table(page: WebPage, title: str) -> tuple[Sums, tuple[int, ...]]:
    """Return the rows of a table by their names, and its foot: net first, then the stages."""
    (found,) = page.root.xpath(f'//table[caption[starts-with(., "{title}")]]')
    sums: Sums = {}
    for line in found.xpath("tbody/tr"):
        net, *stages = [rupiah(words(cell)) for cell in line.xpath("td")]
        assert net == stages[0] - stages[1]
        (name,) = [words(cell) for cell in line.xpath("th")]
        paid, returned, contracted, planned = stages
        sums[name] = (paid, returned, contracted, planned)
    foot = tuple(rupiah(words(cell)) for cell in found.xpath("tfoot/tr/td"))
    return sums, foot


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


def whole(rows: list[Row]) -> tuple[int, ...]:
    """Return what stands in the foot of every table over these rows."""
    ((paid, returned, contracted, planned),) = summed(
        ("", row["tahap"], int(row["jumlah"])) for row in rows
    ).values()
    return paid - returned, paid, returned, contracted, planned


OVERVIEW = "transparansi/biaya/index.html"


def test_the_sum_of_everything_is_that_of_the_ledger(
    pages: dict[str, WebPage], rows: list[Row]
) -> None:
    """The figure at the top of the appendix is paid less returned, to the rupiah."""
    (strong,) = pages[OVERVIEW].texts("//main//p/strong")
    assert whole(rows)[0] == rupiah(strong)


def test_years_add_up(pages: dict[str, WebPage], rows: list[Row]) -> None:
    """By year of the file, each stage on its own."""
    assert (by_column(rows, "id", 4), whole(rows)) == table(pages[OVERVIEW], "Menurut tahun")


def test_units_add_up(pages: dict[str, WebPage], rows: list[Row], example: Place) -> None:
    """By the unit that spent, under its name."""
    names = {row["id"]: row["nama"] for row in read_rows(example.content / "data/unit.csv")}
    expected = {names[unit]: sums for unit, sums in by_column(rows, "unit").items()}
    assert (expected, whole(rows)) == table(pages[OVERVIEW], "Menurut unit")


def test_accounts_add_up(pages: dict[str, WebPage], rows: list[Row], example: Place) -> None:
    """By expenditure account, under code and purpose."""
    names = {row["kode"]: row["uraian"] for row in read_rows(example.content / "data/akun.csv")}
    sums = by_column(rows, "akun")
    expected = {f"{code} {names[code]}": amounts for code, amounts in sums.items()}
    assert (expected, whole(rows)) == table(pages[OVERVIEW], "Menurut akun")


def test_services_add_up(pages: dict[str, WebPage], rows: list[Row], example: Place) -> None:
    """By the first service of a public record; what is hidden or shared by all has its own line."""
    records = front_matter(example.content)

    def group(record_id: str) -> str:
        if not record_id:
            return GENERAL
        if not any(f"/{record_id}/index.html" in path for path in pages):
            return HIDDEN
        services = records[record_id]["layanan"]
        assert isinstance(services, list)
        return str(records[services[0]]["nama"])

    expected = summed(
        (group(record_id), row["tahap"], amount)
        for row in rows
        for record_id, amount in shares(row)
    )
    assert (expected, whole(rows)) == table(pages[OVERVIEW], "Menurut layanan")


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_months_of_a_year_add_up(year: str, pages: dict[str, WebPage], rows: list[Row]) -> None:
    """By month in which it happened, twelve at most, and their sum is the year's."""
    of_year = [row for row in rows if row["id"].startswith(year)]
    sums, foot = table(pages[f"transparansi/biaya/{year}/index.html"], "Menurut bulan")
    expected = by_column(of_year, "tanggal", 7)
    months = (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
        *("Agustus", "September", "Oktober", "November", "Desember"),
    )
    named = {f"{months[int(key[5:]) - 1]} {key[:4]}": sums for key, sums in expected.items()}
    assert (named, whole(of_year)) == (sums, foot)


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
