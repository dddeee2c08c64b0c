"""The only border between the Indonesian columns of the files and English attributes.

The order of each table is the order in which `reading` takes the cells apart.
"""

from tabular.problems import Problem, problem

from .model import BudgetLine, LedgerRow

LEDGER: dict[str, str] = {
    "id": "id",
    "recorded": "tgl_catat",
    "happened": "tanggal",
    "stage": "tahap",
    "continues": "lanjutan_dari",
    "shares": "rekor",
    "unit": "unit",
    "account": "akun",
    "budget_line": "mata_anggaran",
    "purpose": "uraian",
    "amount": "jumlah",
    "evidence": "bukti",
    "evidence_number": "nomor_bukti",
    "receiver": "penerima",
    "procurement": "rup",
}
"""Attribute -> column of `data/biaya/<tahun>.csv`."""

BUDGET: dict[str, str] = {
    "id": "id",
    "unit": "unit",
    "programme": "program",
    "activity": "kegiatan",
    "output_group": "kro",
    "output": "ro",
    "component": "komponen",
    "account": "akun",
    "purpose": "uraian",
    "ceiling": "pagu_awal",
    "fund": "sumber_dana",
}
"""Attribute -> column of `data/anggaran/<tahun>.csv`."""

ACCOUNTS: dict[str, str] = {
    "code": "kode",
    "purpose": "uraian",
    "first_year": "dari_tahun",
    "last_year": "sampai_tahun",
    "note": "keterangan",
}
"""Attribute -> column of `data/akun.csv`."""

FUNDS = ("RM", "PNBP", "BLU", "RMP")
"""Where budget money comes from: the state, own income, a service agency, a matched loan."""

EVIDENCE = ("sp2d", "kuitansi-up", "blu", "lain")
"""Kinds of evidence: treasury order, petty cash receipt, service agency's order, other."""

DECLARED = ("ada", "nol", "belum", "tidak-berlaku")
"""What a record may declare about its cost: some, none, not known yet, not applicable."""


def row_problem(row: LedgerRow, attribute: str, code: str, /, **details: object) -> Problem:
    """Make a problem at a ledger row, named by its Indonesian column."""
    return problem(row.path, row.line, LEDGER[attribute], code, **details)


def budget_problem(line: BudgetLine, attribute: str, code: str, /, **details: object) -> Problem:
    """Make a problem at a budget line, named by its Indonesian column."""
    return problem(line.path, line.line, BUDGET[attribute], code, **details)
