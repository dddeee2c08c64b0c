"""What commands say about spreadsheets of finance staff, and about sums of the ledger."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "bad-option": Message(
        "--{option}: '{value}' tidak dapat dipakai; tulis misalnya {example}",
        "--{option}: '{value}' cannot be used; write for instance {example}",
    ),
    "books-stop": Message(
        "Buku biaya sendiri masih salah; perbaiki {count} kesalahan di atas dahulu.",
        "The ledger itself has mistakes; mend the {count} above first.",
    ),
    "not-read": Message(
        "{file} tidak dibaca; tidak ada yang berubah.", "{file} was not read; nothing changed."
    ),
    "table": Message(
        "Tabel: {file}, lembar '{sheet}', judul di baris {row}.\nKolom: {columns}.\n"
        "Sel kosong dianggap: {cells}.",
        "Table: {file}, sheet '{sheet}', header in row {row}.\nColumns: {columns}.\n"
        "Empty cells are taken as: {cells}.",
    ),
    "sheets-unread": Message(
        "Lembar yang tidak dibaca: {names} (sebut dengan --sheet)",
        "Sheets that were not read: {names} (name one with --sheet)",
    ),
    "skipped": Message(
        "Dilewati, bukan baris belanja: {place} '{text}'", "Passed over, no entry: {place} '{text}'"
    ),
    "known": Message(
        "Sudah tercatat, tidak ditambahkan: {place} = {row}",
        "Recorded already, not added: {place} = {row}",
    ),
    "nothing-added": Message(
        "Tidak ada yang ditambahkan. Perbaiki {count} kesalahan di atas, lalu impor lagi.",
        "Nothing was added. Mend the {count} mistakes above, then import again.",
    ),
    "nothing-new": Message(
        "Tidak ada baris baru; buku biaya tidak berubah.",
        "There are no new rows; the ledger is unchanged.",
    ),
    "would-add": Message(
        "Uji coba saja: {count} baris, {amount}, dapat ditambahkan ke {path}.",
        "Only a trial: {count} rows, {amount}, can be added to {path}.",
    ),
    "added": Message(
        "Ditambahkan ke {path}: {count} baris, {amount}, {first} sampai {last}. Periksa dengan "
        "./invoke check{content}",
        "Added to {path}: {count} rows, {amount}, {first} to {last}. Check with "
        "./invoke check{content}",
    ),
    "not-compared": Message(
        "Tidak dibandingkan. Perbaiki {count} kesalahan di atas.",
        "Not compared. Mend the {count} mistakes above.",
    ),
    "sides": Message("Buku biaya {ledger}; ekspor {export}", "Ledger {ledger}; export {export}"),
    "compared": Message(
        "Selisih {amount}. Bukti yang sama: {equal}", "Difference {amount}. Equal: {equal}"
    ),
    "sum-ledger-only": Message(
        "Hanya di buku biaya: {count} bukti, {amount}", "Only in the ledger: {count}, {amount}"
    ),
    "sum-export-only": Message(
        "Hanya di ekspor: {count} bukti, {amount}", "Only in the export: {count}, {amount}"
    ),
    "sum-both-differ": Message(
        "Jumlah berbeda: {count} bukti, {amount}", "Different amounts: {count}, {amount}"
    ),
    "difference": Message(
        "{number} {account}: selisih {amount}; buku biaya {ledger}, ekspor {export}",
        "{number} {account}: difference {amount}; ledger {ledger}, export {export}",
    ),
    "nothing": Message("tidak ada", "nothing"),
    "rows": Message("{count} baris", "{count} rows"),
    "more-differences": Message(
        "... dan {count} lagi; semuanya dengan --json", "... and {count} more; all with --json"
    ),
    "repeated": Message(
        "Nomor, akun, dan jumlah yang sama lebih dari sekali: {rows}",
        "The same number, account and amount more than once: {rows}",
    ),
    "respelled": Message(
        "Cocok tanpa melihat huruf besar dan spasi: {rows}, '{other}'",
        "Agrees without regard to case and spaces: {rows}, '{other}'",
    ),
    "amounts": Message(
        "Biaya Direncanakan Dikontrak Dibayar Dikembalikan", "Cost Planned Contracted Paid Returned"
    ),
    "by-year": Message("Menurut tahun", "By year"),
    "by-unit": Message("Menurut unit", "By unit"),
    "by-account": Message("Menurut akun", "By account"),
    "by-month": Message("Menurut bulan", "By month"),
    "by-review": Message("Menurut hasil reviu", "By outcome of the review"),
    "whole": Message("Seluruhnya", "In all"),
    "beside-whole": Message(
        "Pagu {ceiling}; biaya umum {general}; {rows} baris.",
        "Budget {ceiling}; general costs {general}; {rows} rows.",
    ),
}
