"""Ledgers of any size, the same for the same seed: chains, shares, returns, cancellations."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from cost_appendix.columns import ACCOUNTS, BUDGET, LEDGER
from tests.cost_appendix.ledgers import ACCOUNT, LINE, Cells, row, write_table

CODES = ("521211", "521219", "522191", "524111")
RECORDS = 300
LINES = [
    LINE | {"id": f"{unit}-{code}", "unit": unit, "akun": code, "pagu_awal": "999999999999999"}
    for unit in (f"unit-{number:02}" for number in range(40))
    for code in CODES
]


def write_generated(content: Path, years: Sequence[int], rows: int, seed: int = 1) -> Path:
    """Write a ledger without fault, with so many rows in each year, and return the folder."""
    accounts = [ACCOUNT | {"kode": code, "uraian": f"Belanja {code}"} for code in CODES]
    write_table(content / "data/akun.csv", ACCOUNTS.values(), accounts)
    for year in years:
        write_table(content / f"data/anggaran/{year}.csv", BUDGET.values(), LINES)
        events = generated_rows(year, rows, seed)
        write_table(content / f"data/biaya/{year}.csv", LEDGER.values(), events)
    return content


def generated_rows(year: int, rows: int, seed: int) -> Iterator[Cells]:
    """Yield the events of a year, all recorded on its last day."""
    random = Random(f"{seed} {year}")
    number = 0
    while number < rows:
        for event in _purchase(random, year, number, rows):
            number += 1
            if number <= rows:
                yield event


def _purchase(random: Random, year: int, before: int, rows: int) -> Iterator[Cells]:
    """Yield one purchase: planned, contracted, paid in parts, sometimes returned or ended."""
    day = f"{year}-{1 + 12 * before // rows:02}-{random.randint(1, 28):02}"
    line = random.choice(LINES)
    place = {"unit": line["unit"], "akun": line["akun"], "mata_anggaran": line["id"]}
    place |= {"rekor": _shares(random), "tanggal": day, "uraian": "Cetak lembar ringkas"}
    amount = random.randint(1, 20_000_000)
    number = before

    def event(stage: str, continues: int, rupiah: int) -> Cells:
        nonlocal number
        number += 1
        return row(
            number,
            **place,
            id=f"{year}-{number:06}",
            tgl_catat=f"{year}-12-31",
            tahap=stage,
            lanjutan_dari=f"{year}-{continues:06}" if continues else "",
            jumlah=str(rupiah),
            nomor_bukti=f"B-{year}-{number}",
        )

    if random.random() < 0.3:
        yield event("rencana", 0, amount)
        if random.random() < 0.2:
            yield event("batal", number, amount)
            return
    if random.random() < 0.5:
        yield event("kontrak", number if number > before else 0, amount)
    source = number if number > before else 0
    parts = random.randint(1, 3)
    for part in range(parts):
        paid = amount // parts + (amount % parts if part == 0 else 0)
        yield event("bayar", source, paid)
        payment = number
        if random.random() < 0.1:
            yield event("batal", payment, paid)
        elif random.random() < 0.2:
            yield event("kembali", payment, random.randint(0, paid))


def _shares(random: Random) -> str:
    """Return the records of a purchase: none, one, or several with shares that sum to 100."""
    several = random.choices((0, 1, 2, 3, 7), (20, 60, 10, 7, 3))[0]
    ids = [f"rekor-{number:03}" for number in random.sample(range(RECORDS), several)]
    if several < 2:
        return "".join(ids)
    cuts = [0, *sorted(random.sample(range(1, 100), several - 1)), 100]
    return ";".join(f"{name}:{cuts[n + 1] - cuts[n]}" for n, name in enumerate(ids))
