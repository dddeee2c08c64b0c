"""The words for mistakes in the form of text and CSV files."""

from .problems import Message

MESSAGES: dict[str, Message] = {
    "T01": Message(
        "berkas bukan UTF-8 (bita {byte}); simpan ulang sebagai UTF-8",
        "the file is not UTF-8 (byte {byte}); save it again as UTF-8",
    ),
    "T02": Message(
        "berkas diawali BOM; simpan sebagai UTF-8 tanpa BOM",
        "the file begins with a BOM; save it as UTF-8 without BOM",
    ),
    "T03": Message(
        "akhir baris CR atau CRLF; simpan dengan akhir baris LF",
        "line ends with CR or CRLF; save the file with LF line ends",
    ),
    "T04": Message(
        "karakter terlarang {character}; hapus karakter itu",
        "forbidden character {character}; delete it",
    ),
    "T05": Message(
        "huruf tidak dalam bentuk Unicode NFC; ketik ulang huruf beraksen pada baris ini",
        "text is not in Unicode form NFC; type the accented letters of this line again",
    ),
    "T06": Message(
        "berkas berukuran {size} bita, paling besar {limit}; bagi atau perkecil berkas",
        "the file has {size} bytes, at most {limit} are allowed; split it or make it smaller",
    ),
    "C01": Message(
        "berkas kosong; tulis baris judul {columns}",
        "the file is empty; write the header {columns}",
    ),
    "C02": Message(
        "kolom wajib ini tidak ada; tambahkan pada baris judul",
        "this required column is missing; add it to the header",
    ),
    "C03": Message(
        "kolom tidak dikenal; mungkin maksudnya {nearest}",
        "unknown column; perhaps you mean {nearest}",
    ),
    "C04": Message(
        "kolom ini ada lebih dari satu kali; hapus kelebihannya",
        "this column stands more than once; delete the extra one",
    ),
    "C05": Message(
        "baris berisi {found} sel, seharusnya {expected}; periksa koma dan tanda kutip",
        "the row has {found} cells instead of {expected}; check commas and quotation marks",
    ),
    "C06": Message(
        "tanda kutip CSV rusak ({error}); perbaiki baris ini dan baris sesudahnya",
        "broken CSV quoting ({error}); mend this row and those after it",
    ),
    "C07": Message(
        "sel dipisah titik koma atau tab; simpan sebagai CSV dengan koma (invoke check --fix)",
        "cells stand apart by semicolons or tabs; save as CSV with commas (invoke check --fix)",
    ),
}
