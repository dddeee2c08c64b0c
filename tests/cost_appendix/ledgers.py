"""A small ledger on disk for the tests: rows as cells by column, everything else by default."""

import csv
import io
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from cost_appendix.columns import ACCOUNTS, BUDGET, LEDGER, REVISIONS
from cost_appendix.model import Ledger, Record
from cost_appendix.reading import read_ledger
from tabular.problems import Problem

Cells = dict[str, str]

ACCOUNT = dict.fromkeys(ACCOUNTS.values(), "") | {"kode": "521211", "uraian": "Belanja Bahan"}
LINE = dict.fromkeys(BUDGET.values(), "") | {
    "id": "bahan",
    "unit": "setjen",
    "akun": "521211",
    "pagu_awal": "1000000",
    "sumber_dana": "RM",
}
LAST_DAY = date(2026, 12, 31)


def row(number: int, **cells: str) -> Cells:
    """Return a payment of Rp1.000 on 2 March 2026, with other cells where they are given."""
    usual = {
        "id": f"2026-{number:06}",
        "tgl_catat": "2026-03-02",
        "tanggal": "2026-03-02",
        "tahap": "bayar",
        "lanjutan_dari": "",
        "rekor": "",
        "unit": "setjen",
        "akun": "521211",
        "mata_anggaran": "bahan",
        "uraian": "Cetak poster",
        "jumlah": "1000",
        "bukti": "sp2d",
        "nomor_bukti": f"SP-{number}",
        "penerima": "internal",
        "rup": "",
    }
    return usual | cells


def revision(number: int, order: int = 1, **cells: str) -> Cells:
    """Return a line of a revision that doubles the budget, with other cells where given."""
    usual = {
        "nomor": str(number),
        "urut": str(order),
        "tanggal": "2026-04-01",
        "kewenangan": "dja",
        "mata_anggaran": "bahan",
        "semula": "1000000",
        "menjadi": "2000000",
        "alasan": "Tambahan cetak",
    }
    return usual | cells


def write_table(file: Path, columns: Collection[str], rows: Iterable[Cells]) -> None:
    """Write rows under the header of the given columns."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(buffer.getvalue().encode())


def write_content(
    content: Path,
    *rows: Cells,
    budget: Collection[Cells] = (LINE,),
    accounts: Collection[Cells] = (ACCOUNT,),
    revisions: Collection[Cells] = (),
    year: int = 2026,
) -> Path:
    """Write a whole ledger below a folder and return that folder."""
    write_table(content / "data/akun.csv", ACCOUNTS.values(), accounts)
    write_table(content / f"data/anggaran/{year}.csv", BUDGET.values(), budget)
    write_table(content / f"data/biaya/{year}.csv", LEDGER.values(), rows)
    if revisions:
        write_table(content / f"data/revisi/{year}.csv", REVISIONS.values(), revisions)
    return content


def problems_of(
    content: Path,
    *rows: Cells,
    budget: Collection[Cells] = (LINE,),
    revisions: Collection[Cells] = (),
) -> list[tuple[int, str, str]]:
    """Write the rows and return line, column and code of what is wrong with them."""
    write_content(content, *rows, budget=budget, revisions=revisions)
    problems = read_ledger(content, {"setjen", "itjen"}, LAST_DAY)[1]
    return [(item.line, item.field, item.code) for item in problems]


def ledger_of(
    content: Path,
    *rows: Cells,
    budget: Collection[Cells] = (LINE,),
    revisions: Collection[Cells] = (),
    accounts: Collection[Cells] = (ACCOUNT,),
    as_of: date = LAST_DAY,
) -> Ledger:
    """Write the rows and return the ledger, which must be without fault."""
    write_content(content, *rows, budget=budget, revisions=revisions, accounts=accounts)
    ledger, problems = read_ledger(content, None, as_of)
    no_problems: list[Problem] = []
    assert no_problems == problems
    return ledger


def record(
    record_id: str,
    *,
    public: bool = True,
    title: str = "",
    section: str = "nikah",
    section_title: str = "Pencatatan nikah",
    form: str = "artikel",
) -> Record:
    """Return a record whose title and address come from its id."""
    return Record(
        id=record_id,
        title=title or f"Judul {record_id}",
        url=f"publikasi/{record_id}/",
        section=section,
        section_title=section_title,
        format=form,
        public=public,
    )
