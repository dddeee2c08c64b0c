"""An example of every mistake, taken from the folders that hold every mistake.

`./invoke dev.rules` writes it to `examples.csv` beside the messages; `--explain` and docs/rules.md
show it. What no such folder can hold, as it keeps a file from being read, is written down here.
"""

import csv
import io
import json
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from string import Formatter

from cost_appendix.reading import read_ledger
from kinerja.commands.findings import excerpt, read_lines
from kinerja.disk import write_atomic
from kinerja.reading.messages import MESSAGES
from kinerja.reading.messages.examples import COLUMNS, EXAMPLES_PATH, Example
from tabular.problems import Problem, problem
from tests.cost_appendix import test_every_mistake as ledger
from tests.cost_appendix.ledgers import LAST_DAY
from tests.kinerja.reading.every_mistake import every_problem, write_every_mistake

PAGE, SHEET = "halaman/kontak.md", "realisasi.xlsx"
UNITS, REVIEWS = "data/unit.csv", "persetujuan/biaya-2026.jsonl"

WRITTEN: tuple[Example, ...] = (
    Example(problem(PAGE, 7, "", "T01", byte="0xE9"), "Caf\N{REPLACEMENT CHARACTER} kantor"),
    Example(problem(PAGE, 1, "", "T02"), ""),
    Example(problem(PAGE, 1, "", "T03"), ""),
    Example(problem(PAGE, 9, "", "T04", character="U+202E"), "Kan\N{REPLACEMENT CHARACTER}tor"),
    Example(problem(PAGE, 9, "", "T05"), "Café kantor"),
    Example(problem(PAGE, 0, "", "T06", size=9_000_000, limit=8_388_608), ""),
    Example(problem(UNITS, 1, "", "C01", columns="id,nama,jenis"), ""),
    Example(problem(UNITS, 1, "jenis", "C02"), "id,nama"),
    Example(problem(UNITS, 1, "nma", "C03", nearest="nama"), "id,nma,jenis"),
    Example(problem(UNITS, 1, "nama", "C04"), "id,nama,nama,jenis"),
    Example(problem(UNITS, 3, "", "C05", found=2, expected=3), "bimas,Bimas Islam"),
    Example(problem(UNITS, 3, "", "C06", error="unexpected end of data"), 'bimas,"Bimas Islam,upt'),
    Example(problem("data/akun.csv", 0, "", "K02"), ""),
    Example(problem(PAGE, 8, "biaya", "K60", count=1, row="2026-000001"), "biaya: nol"),
    Example(problem(PAGE, 8, "biaya_catatan", "K61"), "biaya: nol"),
    Example(problem(PAGE, 8, "biaya", "K62", value="gratis", known="ada, nol"), "biaya: gratis"),
    Example(
        problem(REVIEWS, 1, "sidik", "K77", first="2026-000001", last="2026-000003", letter="1/26"),
        "",
    ),
    Example(problem(SHEET, 0, "", "K85"), ""),
    Example(problem(SHEET, 0, "", "K86"), ""),
    Example(problem(SHEET, 0, "", "K87", value="Sheet9", known="Rekap"), ""),
    Example(problem(SHEET, 0, "", "K88", known="Januari, Februari"), ""),
    Example(problem(SHEET, 0, "", "K89", value="jumlah"), ""),
    Example(problem(SHEET, 4, "jumlah", "K90", value="Nilai"), "Tanggal;Nilai;Nilai"),
    Example(problem(SHEET, 5, "tanggal", "K91", value="5 Jan"), "5 Jan;Cetak;250000"),
    Example(problem(SHEET, 5, "jumlah", "K92", value="Rp250.000"), "2026-01-05;Cetak;Rp250.000"),
    Example(problem(SHEET, 5, "jumlah", "K93", value="-250000"), "2026-01-05;Cetak;-250000"),
    Example(problem(SHEET, 5, "nomor_bukti", "K94", value="1.5"), "2026-01-05;1.5;250000"),
    Example(problem(SHEET, 5, "jumlah", "K95", value="#REF!"), "2026-01-05;Cetak;#REF!"),
    Example(problem(SHEET, 5, "jumlah", "K96", column="jumlah"), "2026-01-05;Cetak;"),
    Example(
        problem(SHEET, 5, "mata_anggaran", "K97", unit="pusat", account="522191"),
        "2026-01-05;pusat;522191;250000",
    ),
)


def collect() -> list[Example]:
    """Return one example for each code, sorted: the first one of the folders."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_every_mistake(Path(folder, "isi"))
        costs = read_ledger(ledger.CONTENT, {"pusat", "itjen"}, LAST_DAY)[1]
        found = [
            *_with_lines(root, every_problem(root)),
            *_with_lines(ledger.CONTENT, costs),
            *WRITTEN,
        ]
    first = {example.item.code: example for example in reversed(found)}
    return [first[code] for code in sorted(first)]


def _with_lines(root: Path, problems: Iterable[Problem]) -> Iterable[Example]:
    read = cache(read_lines)
    for item in problems:
        said = {name for _, name, _, _ in Formatter().parse(MESSAGES[item.code].id)}
        item = replace(item, details=tuple(d for d in item.details if d[0] in said))
        yield Example(item, excerpt(root, item, read)[0])


def render(examples: Iterable[Example]) -> str:
    """Return the file."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for item, line in examples:
        details = json.dumps(dict(item.details), ensure_ascii=False)
        rows.writerow([item.code, item.path, item.line, item.field, details, line])
    return text.getvalue()


def write() -> None:
    """Write `examples.csv` anew."""
    write_atomic(EXAMPLES_PATH, render(collect()).encode())


if __name__ == "__main__":
    write()
