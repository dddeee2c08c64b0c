"""The words for what stands in a spreadsheet and cannot be taken; finance staff read them."""

from tabular.problems import Message

SPREADSHEETS: dict[str, Message] = {
    "K85": Message(
        "berkas tidak dapat dibaca: rusak, bukan lembar kerja, atau terlalu besar; hapus baris dan "
        "kolom kosong di ujung lembar, lalu simpan ulang sebagai .xlsx, .ods, atau CSV UTF-8",
        "the file cannot be read: broken, no spreadsheet, or too large; delete empty rows and "
        "columns at the end of the sheet and save it again as .xlsx, .ods or CSV UTF-8",
    ),
    "K86": Message(
        "berkas dikunci kata sandi; simpan salinan tanpa kata sandi, lalu ulangi",
        "the file is locked by a password; save a copy without it and try again",
    ),
    "K87": Message(
        "tidak ada lembar {value!r}; periksa namanya (lembar tersembunyi: {known})",
        "there is no sheet {value!r}; check its name (hidden sheets: {known})",
    ),
    "K88": Message(
        "lebih dari satu lembar berisi tabel: {known}; sebut satu dengan --sheet",
        "more than one sheet has a table: {known}; name one with --sheet",
    ),
    "K89": Message(
        "baris judul dengan kolom {value!r} tidak ditemukan; judul biasa tertulis di "
        "docs/editing.md, judul lain disebut dengan --header, misalnya --header 'jumlah=Nilai SPM'",
        "no header with a column {value!r} was found; docs/editing.md lists the usual headers, "
        "name others with --header, such as --header 'jumlah=Nilai SPM'",
    ),
    "K90": Message(
        "judul {value!r} ada pada lebih dari satu kolom; ubah salah satu, atau sebut judul lain "
        "dengan --header",
        "more than one column has the header {value!r}; change one, or name another by --header",
    ),
    "K91": Message(
        "{value!r} bukan tanggal; beri sel format tanggal, atau tulis seperti 2026-03-31",
        "{value!r} is no date; give the cell a date format, or write it like 2026-03-31",
    ),
    "K92": Message(
        "{value!r} adalah teks, bukan angka rupiah; ubah sel menjadi angka, atau nyatakan cara "
        "menulisnya dengan --text-amounts id (1.000,00) atau en (1,000.00)",
        "{value!r} is text, no amount in rupiah; turn the cell into a number, or say how amounts "
        "are written by --text-amounts id (1.000,00) or en (1,000.00)",
    ),
    "K93": Message(
        "{value!r} bukan rupiah utuh dari 0 sampai 15 angka; bulatkan di sumbernya, dan catat uang "
        "yang kembali sebagai jumlah positif dengan tahap kembali",
        "{value!r} is no whole rupiah from 0 to 15 digits; round it at its source, and record "
        "money that came back as a positive amount of the stage kembali",
    ),
    "K94": Message(
        "angka {value!r} tidak utuh atau lebih dari 15 angka, jadi mungkin sudah dibulatkan; beri "
        "sel format teks, lalu ketik ulang isinya",
        "the number {value!r} is not whole or has more than 15 digits, so it may have been "
        "rounded; make the cell text and type it again",
    ),
    "K95": Message(
        "rumus di sel ini gagal ({value}); perbaiki rumusnya, atau ganti dengan nilainya",
        "the formula of this cell failed ({value}); mend it, or put its value in its place",
    ),
    "K96": Message(
        "kosong, padahal wajib (rumus yang belum dihitung juga terbaca kosong); isi selnya, atau "
        "beri satu isi bagi semua sel kosong dengan --set '{column}=...'",
        "empty but required (a formula that was never computed reads as empty too); fill in the "
        "cell, or give all empty cells one value by --set '{column}=...'",
    ),
    "K97": Message(
        "tidak tepat satu mata anggaran tahun itu milik unit {unit} dengan akun {account}; periksa "
        "unit (--set 'unit:{unit}=...' memberi arti kata itu) dan akun, atau isi mata anggaran",
        "not exactly one budget line of that year is of unit {unit} and account {account}; check "
        "the unit (--set 'unit:{unit}=...' says what it means) and account, or give the line",
    ),
}
"""Sheets, headers and cells that `costs.import` and `costs.reconcile` do not take."""
