"""Which column of a sheet is which of the ledger, by the headers that finance staff use."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .opening import Cell, Sheet

SAME: dict[str, str] = {
    "no": "nomor",
    "tgl": "tanggal",
    "kwitansi": "kuitansi",
    "nilai": "jumlah",
    "nominal": "jumlah",
    "kotor": "bruto",
    "kegiatan": "",
    "kode": "",
    "id": "",
    "rp": "",
    "rupiah": "",
    "dalam": "",
}
"""Word of a header -> the word that is looked for; '' is not looked at."""

HEADERS: dict[str, tuple[str, ...]] = {
    "tanggal": (
        *("tanggal sp2d", "tanggal kuitansi", "tanggal bukti", "tanggal bayar"),
        *("tanggal pembayaran", "tanggal kontrak", "tanggal transaksi", "tanggal"),
    ),
    "nomor_bukti": ("nomor sp2d", "nomor kuitansi", "nomor bukti", "nomor bukti pembayaran"),
    "bukti": ("jenis bukti", "bukti"),
    "tahap": ("tahap",),
    "lanjutan_dari": ("lanjutan dari",),
    "rekor": ("rekor", "konten", "publikasi"),
    "unit": ("unit", "unit kerja", "satker", "satuan kerja", "bagian"),
    "akun": ("akun", "akun belanja"),
    "mata_anggaran": ("mata anggaran", "pembebanan", "mak", "pok"),
    "uraian": (
        *("uraian", "uraian belanja", "uraian pembayaran", "uraian transaksi"),
        *("deskripsi", "keperluan", "untuk pembayaran", "keterangan"),
    ),
    "jumlah": (
        *("jumlah bruto", "bruto", "jumlah pengeluaran", "pengeluaran", "jumlah", "jumlah sp2d"),
        *("jumlah transaksi", "jumlah belanja", "realisasi"),
    ),
    "penerima": ("penerima", "nama penerima", "penyedia", "rekanan", "pihak ketiga"),
    "rup": ("rup",),
}
"""Column of the ledger -> usual headers in the words of SAME, the best one first.

The amount is gross: what is called a payment (`jumlah pembayaran`) may be net, and is not taken.
"""

FIRST_ROWS = 50
"""Rows in which a header may stand below titles."""

FEWEST = 3
"""Columns that make a row a header; `jumlah` is one of them."""


class Found(NamedTuple):
    """Row of a header, from 0; ledger column -> columns of the sheet; the text of each of them."""

    row: int
    columns: dict[str, list[int]]
    texts: list[str]


def words(text: object) -> frozenset[str]:
    """Return what a header says, whatever its case, order and signs."""
    found = re.findall(r"\w+", str(text).casefold().replace("_", " "))
    return frozenset(SAME.get(word, word) for word in found) - {""}


def find_header(sheet: Sheet, own: Mapping[str, str]) -> Found | None:
    """Return the row, or the two rows, that name most columns; `own` names headers of the user."""
    wanted = {
        column: ([own[column]] if column in own else [*HEADERS[column]]) for column in HEADERS
    }
    best: Found | None = None
    for row in range(min(FIRST_ROWS, len(sheet.rows))):
        above = _spread(sheet, row - 1) if row else []
        lone = [str(cell).strip() for cell in sheet.rows[row]]
        both = [f"{over} {text}".strip() for over, text in zip(above, lone, strict=False)]
        for texts in (lone, both):
            columns = _columns(texts, wanted, _covered(sheet, row))
            most = len(best.columns) if best else FEWEST - 1
            if "jumlah" in columns and len(columns) > most:
                best = Found(row, columns, texts)
    return best


def _columns(
    texts: Sequence[str], wanted: Mapping[str, list[str]], covered: set[int]
) -> dict[str, list[int]]:
    said = [frozenset[str]() if n in covered else words(text) for n, text in enumerate(texts)]
    found: dict[str, list[int]] = {}
    for column, headers in wanted.items():
        for header in map(words, headers):
            if header in said:
                found[column] = [place for place, text in enumerate(said) if text == header]
                break
    return found


def _spread(sheet: Sheet, row: int) -> list[Cell]:
    """Return a row in which each merged cell stands in all of its columns."""
    cells = [*sheet.rows[row]]
    for (first, left), (last, right) in sheet.merged:
        if first <= row <= last:
            cells[left : right + 1] = [sheet.rows[first][left]] * len(cells[left : right + 1])
    return cells


def _covered(sheet: Sheet, row: int) -> set[int]:
    """Return the columns that belong to a merged cell further left in this row."""
    return {
        column
        for (first, left), (last, right) in sheet.merged
        if first <= row <= last
        for column in range(left + 1, right + 1)
    }
