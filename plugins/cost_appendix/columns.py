"""The only border between the Indonesian columns of the files and English attributes.

The order of each table is the order in which `reading` takes the cells apart.
"""

from tabular.problems import Problem, problem

from .batches import KEYS, Batch
from .model import BudgetLine, LedgerRow, Revision

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

REVISIONS: dict[str, str] = {
    "number": "nomor",
    "order": "urut",
    "happened": "tanggal",
    "authority": "kewenangan",
    "budget_line": "mata_anggaran",
    "before": "semula",
    "after": "menjadi",
    "reason": "alasan",
}
"""Attribute -> column of `data/revisi/<tahun>.csv`."""

REVIEWS: dict[str, str] = {
    "first": "dari",
    "last": "sampai",
    "count": "jumlah_baris",
    "outcome": "hasil",
    "letter": "nomor_surat",
    "note": "catatan",
    "moment": "waktu",
    "state": "keadaan",
    "digest": "sidik",
}
"""Attribute -> column of the reviews in the open data; the lines themselves are `batches.KEYS`."""

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

KPA = "kpa"
AUTHORITIES = (KPA, "kanwil-djpb", "dja")
"""Who decides a revision: the budget holder, the regional treasury, the budget directorate."""

EVIDENCE = ("sp2d", "kuitansi-up", "blu", "lain")
"""Kinds of evidence: treasury order, petty cash receipt, service agency's order, other."""

DECLARED = ("ada", "nol", "belum", "tidak-berlaku")
"""What a record may declare about its cost: some, none, not known yet, not applicable."""


Item = LedgerRow | BudgetLine | Revision | Batch
_COLUMNS = {LedgerRow: LEDGER, BudgetLine: BUDGET, Revision: REVISIONS, Batch: KEYS}


def problem_at(item: Item, attribute: str, code: str, /, **details: object) -> Problem:
    """Make a problem at a row of any of the files, named by its Indonesian column."""
    return problem(item.path, item.line, _COLUMNS[type(item)][attribute], code, **details)
