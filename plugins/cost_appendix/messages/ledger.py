"""The words for mistakes in the ledger itself."""

from tabular.problems import Message

FORM: dict[str, Message] = {
    "K01": Message(
        "nama berkas bukan tahun; beri nama seperti 2026.csv, reviu seperti biaya-2026.jsonl, atau "
        "pindahkan berkas ini",
        "the file's name is no year; name it like 2026.csv, reviews like biaya-2026.jsonl, or move "
        "it away",
    ),
    "K02": Message(
        "tabel akun tidak ada; tambahkan data/akun.csv",
        "the table of accounts is missing; add data/akun.csv",
    ),
    "K03": Message(
        "{value!r} bukan nomor baris; tulis <tahun>-<urut>, misalnya 2026-000001",
        "{value!r} is no row id; write <year>-<number>, such as 2026-000001",
    ),
    "K04": Message(
        "{value!r} bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-03-31",
        "{value!r} is no date; write year-month-day, such as 2026-03-31",
    ),
    "K05": Message(
        "{value!r} tidak dikenal; pilih salah satu: {known}",
        "unknown word {value!r}; choose one of {known}",
    ),
    "K06": Message(
        "{value!r} bukan jumlah rupiah; tulis angka saja tanpa titik, koma, atau Rp",
        "{value!r} is no amount in rupiah; write digits only, no point, comma or Rp",
    ),
    "K07": Message(
        "{value!r} bukan pembagian; tulis satu id, atau id1:60;id2:40 dengan persen bulat "
        "berjumlah 100 dan tiap id satu kali",
        "{value!r} is no division; write one id, or id1:60;id2:40 in whole per cent that "
        "sum to 100 with each id once",
    ),
    "K08": Message(
        "kode akun {value!r} bukan enam angka; tulis kode seperti 521211",
        "account code {value!r} is not six digits; write a code such as 521211",
    ),
    "K09": Message(
        "{value!r} bukan tahun; tulis empat angka atau kosongkan",
        "{value!r} is no year; write four digits or leave it empty",
    ),
    "K11": Message(
        "mata anggaran {value} sudah ada di baris {first}; beri id lain atau hapus baris ini",
        "budget line {value} already stands on line {first}; give another id or delete this row",
    ),
    "K12": Message(
        "{value!r} bukan nomor urut; tulis angka bulat mulai dari 1",
        "{value!r} is no running number; write a whole number from 1",
    ),
}
"""A file or a cell that cannot be read."""

ROWS: dict[str, Message] = {
    "K20": Message(
        "baris {value} berada di berkas tahun {year}; pindahkan ke berkas tahunnya",
        "row {value} stands in the file of {year}; move it to the file of its year",
    ),
    "K21": Message(
        "tanggal {value} bukan tahun {year}; pindahkan baris ke berkas tahun kejadiannya",
        "date {value} is not in {year}; move the row to the file of the year it happened",
    ),
    "K22": Message(
        "akun {value!r} tidak berlaku pada {year}; periksa kode atau lengkapi data/akun.csv",
        "account {value!r} is not in force in {year}; check the code or complete data/akun.csv",
    ),
    "K23": Message(
        "unit {value!r} tidak dikenal; {hint}pakai id yang ada di tabel unit",
        "unknown unit {value!r}; {hint}use an id from the table of units",
    ),
    "K24": Message(
        "mata anggaran {value!r} tidak ada di data/anggaran/{year}.csv; periksa atau tambahkan",
        "budget line {value!r} is not in data/anggaran/{year}.csv; check or add it",
    ),
    "K25": Message(
        "{value!r} berbeda dari mata anggaran {budget_line} ({expected!r}); samakan",
        "{value!r} differs from budget line {budget_line} ({expected!r}); make them agree",
    ),
    "K26": Message(
        "panjangnya {length} karakter; tulis 1 sampai {limit} karakter",
        "the text has {length} characters; write 1 to {limit}",
    ),
    "K27": Message(
        "pembayaran dan pengembalian wajib berbukti; isi kolom ini",
        "payments and returns need evidence; fill in this column",
    ),
    "K29": Message(
        "penerima {value!r} tidak dikenal; tulis internal, perorangan, atau perusahaan:<nama>",
        "unknown receiver {value!r}; write internal, perorangan or perusahaan:<name>",
    ),
    "K30": Message(
        "nomor {value} tidak naik sesudah {before}; beri nomor berikutnya, jangan sisipkan baris",
        "{value} does not follow {before}; give the next number, insert no rows",
    ),
    "K31": Message(
        "{value} lebih awal dari baris di atasnya ({before}); taruh baris menurut urutan "
        "pencatatan",
        "{value} is before the row above ({before}); keep rows in order of recording",
    ),
}
"""A row by itself and its place in the file."""

CHAINS: dict[str, Message] = {
    "K40": Message(
        "tahap {stage} wajib melanjutkan baris lain; tulis nomor baris itu",
        "stage {stage} must continue another row; write the id of that row",
    ),
    "K41": Message(
        "baris {value!r} tidak ada di berkas ini; periksa nomornya",
        "there is no row {value!r} in this file; check the id",
    ),
    "K42": Message(
        "baris {value} ada di berkas tahun lain; rantai tidak melewati tahun, mulai rantai baru",
        "row {value} stands in another year's file; chains do not cross files, begin a new one",
    ),
    "K43": Message(
        "baris {value} dicatat sesudah baris ini; lanjutkan hanya baris yang lebih dulu",
        "row {value} is recorded after this one; continue earlier rows only",
    ),
    "K44": Message(
        "tahap {stage} tidak dapat melanjutkan tahap {other}; yang dapat dilanjutkan: {known}",
        "stage {stage} cannot continue stage {other}; it may continue: {known}",
    ),
    "K45": Message(
        "baris {value} sudah dibatalkan oleh {by}; lanjutkan baris yang masih berlaku",
        "row {value} was already ended by {by}; continue a row that stands",
    ),
    "K46": Message(
        "jumlah pembatalan {value}, padahal baris {row} berjumlah {expected}; samakan",
        "the cancellation says {value} but row {row} has {expected}; make them agree",
    ),
    "K47": Message(
        "pembayaran {value} masih punya pengembalian {returned}; batalkan pengembalian itu dulu",
        "payment {value} still has return {returned}; end that return first",
    ),
    "K48": Message(
        "pengembalian tercatat pada {value!r}, pembayarannya {row} pada {expected!r}; samakan",
        "the return is booked on {value!r}, its payment {row} on {expected!r}; make them agree",
    ),
}
"""How rows continue one another."""

SUMS: dict[str, Message] = {
    "K50": Message(
        "pengembalian seluruhnya {value}, melebihi pembayaran {row} sebesar {limit}; periksa",
        "returns come to {value}, above payment {row} of {limit}; check them",
    ),
    "K51": Message(
        "pembayaran bersih {value}, melebihi kontrak {row} sebesar {limit}; periksa atau catat "
        "kontrak baru",
        "net payments come to {value}, above contract {row} of {limit}; check or record a new "
        "contract",
    ),
    "K52": Message(
        "pembayaran bersih setahun {value}, melebihi pagu {row} yang berlaku sebesar {limit} "
        "sejak baris {rows}; periksa atau catat revisi di data/revisi",
        "net payments of the year come to {value}, above the budget {row} in force of {limit} "
        "by rows {rows}; check them or record a revision in data/revisi",
    ),
    "K53": Message(
        "bukti {value} dengan akun dan jumlah yang sama sudah dipakai baris {row}; hapus atau "
        "batalkan salah satu",
        "evidence {value} with this account and amount is already used by row {row}; end one",
    ),
    "K54": Message(
        "{value!r} berbeda dari baris pertama revisi {number} ({expected!r}); samakan",
        "{value!r} differs from the first line of revision {number} ({expected!r}); make them "
        "agree",
    ),
    "K55": Message(
        "semula {value}, padahal pagu {budget_line} yang berlaku {expected}; tulis pagu itu",
        "the value before is {value} but the budget {budget_line} in force is {expected}; write "
        "that",
    ),
    "K56": Message(
        "revisi {number} kewenangan kpa mengubah jumlah {before} menjadi {after}; seimbangkan "
        "barisnya atau perbaiki kewenangan",
        "revision {number} of KPA's authority turns a sum of {before} into {after}; balance its "
        "lines or correct the authority",
    ),
}
"""What adds up."""

DECLARATIONS: dict[str, Message] = {
    "K60": Message(
        "biaya nol, padahal ada {count} baris biaya, mulai {row}; tulis ada",
        "cost is declared nol but {count} ledger rows name it, first {row}; write ada",
    ),
    "K61": Message(
        "biaya nol tanpa penjelasan; isi biaya_catatan",
        "cost is declared nol without reason; fill in biaya_catatan",
    ),
    "K62": Message(
        "{value!r} tidak dikenal; pilih salah satu: {known}",
        "unknown value {value!r}; choose one of {known}",
    ),
}
"""What a record says about its own cost."""
