"""The ledger added up a second time, without any code of the plugin: CSV, integers, fractions.

`wrong_sums` reads every page of a finished appendix and says where it differs from the recount.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from statistics import median, quantiles

from lxml import etree

from tests.site.pages import WebPage, words

Outcome = tuple[list[str], int]
"""What is wrong, and how many figures were held to the recount."""

Row = dict[str, str]
Sums = dict[str, tuple[int, int, int, int]]
"""Name of a group -> paid, returned, contracted, planned, in rupiah."""

STAGES = ("bayar", "kembali", "kontrak", "rencana")
SIGN = {"bayar": 1, "kembali": -1}
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


def whole(rows: list[Row]) -> tuple[int, ...]:
    """Return what stands in the foot of every table over these rows."""
    sums = summed(("", row["tahap"], int(row["jumlah"])) for row in rows)
    paid, returned, contracted, planned = sums.get("", (0, 0, 0, 0))
    return paid - returned, paid, returned, contracted, planned


Names = Callable[[str], tuple[str, str, str]]
"""Id of a record -> its section, format and title, as the public may read them."""

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
    *("Agustus", "September", "Oktober", "November", "Desember"),
)
FOLDED = re.compile(r"(?:Lainnya|Sebelumnya) \(([\d.]+)\)")
MEASURES = ("Termurah", "Kuartil bawah", "Median", "Kuartil atas", "Termahal")


@dataclass(frozen=True)
class Book:
    """A ledger as its files hold it, and what the site calls its units and records."""

    content: Path
    units: dict[str, str]
    named: Names

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of all years that count."""
        return standing(self.content)

    @cached_property
    def events(self) -> list[Row]:
        """Every row of all years."""
        return [row for file in years(self.content, "biaya") for row in read_rows(file)]

    @cached_property
    def reviews(self) -> dict[str, str]:
        """Row -> outcome of its newest review, under the words of the pages."""
        found: dict[str, str] = {}
        for file in sorted((self.content / "persetujuan").glob("biaya-*.jsonl")):
            path = self.content / f"data/biaya/{file.stem.removeprefix('biaya-')}.csv"
            ids = [row["id"] for row in read_rows(path)]
            for line in map(json.loads, file.read_text("utf-8").splitlines()):
                covered = ids[ids.index(line["dari"]) : ids.index(line["sampai"]) + 1]
                found |= dict.fromkeys(covered, line["hasil"].replace("-", " "))
        return found

    @cached_property
    def accounts(self) -> dict[str, str]:
        """Code -> code and name of every account."""
        rows = read_rows(self.content / "data/akun.csv")
        return {row["kode"]: f"{row['kode']} {row['uraian']}" for row in rows}

    @cached_property
    def budget(self) -> list[Row]:
        """The lines of every budget with their year, `pagu_awal` as revised last."""
        lines: dict[tuple[str, str], Row] = {}
        for file in years(self.content, "anggaran"):
            for line in read_rows(file):
                lines[file.stem, line["id"]] = line | {"tahun": file.stem}
        for file in years(self.content, "revisi"):
            for line in read_rows(file):
                lines[file.stem, line["mata_anggaran"]]["pagu_awal"] = line["menjadi"]
        return list(lines.values())


def years(content: Path, table: str) -> list[Path]:
    """Return the files of a table, one a year, the oldest first."""
    return sorted((content / "data" / table).glob("*.csv"))


def wrong_sums(pages: dict[str, WebPage], book: Book, root: str = "transparansi/biaya/") -> Outcome:
    """Return what on any page of the appendix differs from the recount, and how much was held."""
    wrong: list[str] = []
    held = 0
    for path, page in pages.items():
        if path.startswith(root):
            place = path.removeprefix(root).removesuffix("index.html").strip("/")
            for what, expected, found in _figures(page, place, book):
                held += 1
                if expected != found:
                    wrong.append(f"{path}: {what}: {expected!r} != {found!r}")
    return wrong, held


def _figures(page: WebPage, place: str, book: Book) -> Iterator[tuple[str, object, object]]:
    """Yield name, recount and figure of everything on a page that can be added up."""
    folder, _, name = place.partition("/")
    if "/hal/" in place:
        yield from _lines(page, book)
        return
    rows, budget, events = book.rows, book.budget, book.events
    if folder == "revisi":
        return
    if folder in ("akun", "unit"):
        rows, budget, events = ([r for r in x if r[folder] == name] for x in (rows, budget, events))
    elif folder.isdigit():
        rows, events = ([r for r in x if r["id"][:4] == folder] for x in (rows, events))
        budget = [line for line in budget if line["tahun"] == folder]
    for element in page.root.xpath("//table[caption]"):
        title = words(element.xpath("caption")[0]).removesuffix(", dalam rupiah")
        if title == "Pagu dan pemakaiannya":
            held = _held(element)
            group = "unit" if folder.isdigit() else "tahun"
            yield title, _folded_as(held, _ceilings(rows, budget, book, group)), held
        elif title == "Biaya per publikasi":
            yield title, _measures(rows, book), _amounts(element)
        elif element.xpath("tfoot"):
            sums, foot = table(page, title)
            yield f"{title}, foot", whole(rows), foot
            yield f"{title}, sum", foot[1:], tuple(map(sum, zip(*sums.values(), strict=True)))
            expected = _groups(title, rows, book)
            if expected:
                yield title, *_unfolded(expected, sums)
    if not page.texts("//main//p/strong"):
        return
    yield "net", whole(rows)[0], rupiah(page.texts("//main//p/strong")[0])
    (told,) = [int(n.replace(".", "")) for n in re.findall(r"dalam ([\d.]+) baris", _text(page))][
        :1
    ]
    yield "rows", len(events), told
    general = sum(SIGN.get(r["tahap"], 0) * int(r["jumlah"]) for r in rows if not r["rekor"])
    (said,) = page.texts(f'//dl/dd[preceding-sibling::dt[1] = "{GENERAL}"]')
    yield GENERAL, general, rupiah(said.split()[0])


def _text(page: WebPage) -> str:
    return " ".join(page.texts("//main//p"))


def _lines(page: WebPage, book: Book) -> Iterator[tuple[str, object, object]]:
    """Yield id and amount of every row of a page of rows."""
    amounts = {row["id"]: int(row["jumlah"]) for row in book.events}
    for line in page.root.xpath("//tr[@id]"):
        number, amount = words(line.xpath("th")[0]), words(line.xpath("td")[1])
        yield number, (line.get("id"), amounts.get(number)), (number, rupiah(amount))


def _amounts(element: etree._Element) -> dict[str, int]:
    """Return name, without what it means, -> rupiah of the first column of a table."""
    return {
        line.xpath("string(th/text()[1])"): rupiah(words(line.xpath("td")[0]))
        for line in element.xpath("tbody/tr")
    }


Held = dict[str, tuple[int, ...]]
"""Name of a year or a unit -> ceiling, cost, contracted, planned, what is left."""


def _held(element: etree._Element) -> Held:
    """Return the rows of the table of ceilings by their names, the foot included."""
    return {
        words(line.xpath("th")[0]): tuple(rupiah(words(cell)) for cell in line.xpath("td"))
        for line in element.xpath("(tbody|tfoot)/tr")
    }


def _ceilings(rows: list[Row], budget: list[Row], book: Book, group: str) -> Held:
    """Recount the ceilings by year or unit, each row by the rows that follow it."""
    followers: dict[str, list[Row]] = defaultdict(list)
    for row in book.rows:
        followers[row["lanjutan_dari"]].append(row)

    def spent(row: Row) -> int:
        own = SIGN.get(row["tahap"], 0) * int(row["jumlah"])
        return own + sum(map(spent, followers[row["id"]]))

    def parts(row: Row) -> tuple[int, int, int, int]:
        amount = int(row["jumlah"])
        still = {
            "kontrak": (0, amount - spent(row), 0),
            "rencana": (0, 0, 0 if followers[row["id"]] else amount),
        }
        return (0, *still.get(row["tahap"], (SIGN.get(row["tahap"], 0) * amount, 0, 0)))

    entries = [(line, (int(line["pagu_awal"]), 0, 0, 0)) for line in budget]
    entries += [(row | {"tahun": row["id"][:4]}, parts(row)) for row in rows]
    sums: dict[str, tuple[int, ...]] = defaultdict(lambda: (0, 0, 0, 0))
    for entry, amounts in entries:
        name = book.units[entry["unit"]] if group == "unit" else entry["tahun"]
        for key in (name, "Jumlah"):
            sums[key] = tuple(map(sum, zip(sums[key], amounts, strict=True)))
    return {name: (*found, found[0] - sum(found[1:])) for name, found in sums.items()}


def _folded_as(shown: Held, recounted: Held) -> Held:
    """Return the recount with those that the page sums in one row summed too."""
    rest = [sums for name, sums in recounted.items() if name not in shown]
    kept = {name: sums for name, sums in recounted.items() if name in shown}
    return kept | (
        {f"Lainnya ({len(rest)})": tuple(map(sum, zip(*rest, strict=True)))} if rest else {}
    )


def _measures(rows: list[Row], book: Book) -> dict[str, int]:
    """Return the quartiles of the cost of public records, recounted with fractions."""
    costs: dict[str, Fraction] = defaultdict(Fraction)
    for row in rows:
        for record, amount in shares(row):
            if book.named(record)[2] not in (GENERAL, HIDDEN):
                costs[record] += SIGN.get(row["tahap"], 0) * amount
    found = sorted(cost for cost in costs.values() if cost > 0)
    low, _, high = quantiles(found if len(found) > 1 else found * 2, n=4, method="inclusive")
    measured = (found[0], low, Fraction(median(found)), high, found[-1])
    exact = (int(measure + Fraction(1, 2)) for measure in measured)
    return dict(zip(MEASURES, exact, strict=True))


def _groups(title: str, rows: list[Row], book: Book) -> Sums:
    """Return the sums of a table by the names that it shows; {} where they are not known here."""
    by_row: dict[str, Callable[[Row], str]] = {
        "Menurut tahun": lambda row: row["id"][:4],
        "Menurut bulan": lambda row: f"{MONTHS[int(row['tanggal'][5:7]) - 1]} {row['tanggal'][:4]}",
        "Menurut unit": lambda row: book.units[row["unit"]],
        "Menurut akun": lambda row: book.accounts[row["akun"]],
        "Menurut hasil reviu": lambda row: book.reviews.get(row["id"], "belum direviu Itjen"),
    }
    if title in by_row:
        key = by_row[title]
        return summed((key(row), row["tahap"], int(row["jumlah"])) for row in rows)
    by_share = {
        "Menurut layanan": 0,
        "Menurut kategori": 0,
        "Menurut format": 1,
        "Publikasi dengan biaya terbesar": 2,
    }
    if title not in by_share:
        return {}
    return summed(
        (book.named(record)[by_share[title]], row["tahap"], amount)
        for row in rows
        for record, amount in shares(row)
    )


def _unfolded(expected: Sums, found: Sums) -> tuple[Sums, Sums]:
    """Return both with what the page folded into one line folded in the recount too."""
    folds = [name for name in found if FOLDED.fullmatch(name)]
    if not folds:
        return expected, found
    (fold,) = folds
    rest = [sums for name, sums in expected.items() if name not in found]
    (number,) = FOLDED.findall(fold)
    assert len(rest) == int(number.replace(".", ""))
    paid, returned, contracted, planned = map(sum, zip(*rest, strict=True))
    kept = {name: sums for name, sums in expected.items() if name in found}
    return kept | {fold: (paid, returned, contracted, planned)}, found
