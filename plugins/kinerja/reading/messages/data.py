"""References that lead nowhere, and mistakes in datasets."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
    "D01": Message(
        "'{value}' bukan angka; tulis dengan titik desimal dan tanpa pemisah ribuan",
        "'{value}' is no number; write a decimal point and no thousands separators",
    ),
    "D02": Message(
        "status {status} perlu nilai; isi nilai, atau pakai status tanpa nilai",
        "status {status} needs a value; fill it in, or use a status without value",
    ),
    "D03": Message(
        "periode {period} dengan rincian '{detail}' ada dua kali (juga baris {other}); hapus satu",
        "period {period} with detail '{detail}' stands twice (also line {other}); delete one",
    ),
    "D04": Message(
        "tidak ada indikator '{value}'; tambahkan indikator/{value}.md",
        "there is no indicator '{value}'; add indikator/{value}.md",
    ),
    "D05": Message(
        "{value} di luar rentang satuan ({least} sampai {most}); periksa angka",
        "{value} is outside the range of the unit of measure ({least} to {most}); check it",
    ),
    "D06": Message(
        "edisi ini menghapus nilai {token} yang dikutip {quoted}; kembalikan barisnya",
        "this edition removes the value {token} that {quoted} quotes; put the row back",
    ),
    "D07": Message(
        "status {status} tidak punya nilai; kosongkan nilai atau ubah status",
        "status {status} has no value; empty the value or change the status",
    ),
    "D08": Message(
        "wajib diisi pada status {status}; tambahkan",
        "required with status {status}; fill it in",
    ),
    "D09": Message(
        "'{value}' diawali atau diakhiri spasi; hapus spasinya",
        "'{value}' begins or ends with a space; delete it",
    ),
    "D10": Message(
        "'{value}' tidak ada dalam urutan skala; pilih {expected}",
        "'{value}' is not in the order of the scale; choose {expected}",
    ),
    "R01": Message(
        "'{value}' tidak ada di {place}; mungkin maksudnya {nearest}",
        "'{value}' is not in {place}; perhaps you mean {nearest}",
    ),
    "R02": Message(
        "unit '{value}' tidak berlaku pada {day}; pakai penerusnya ({successor})",
        "the unit '{value}' was not in force on {day}; use its successor ({successor})",
    ),
    "R03": Message(
        "tidak ada nilai {token}; periksa periode dan rincian di data/capaian/{indicator}.csv",
        "there is no value {token}; check period and detail in data/capaian/{indicator}.csv",
    ),
    "R04": Message(
        "sumber ke-{number} tidak ada; daftar sumber berisi {count}",
        "there is no source number {number}; the list sumber has {count}",
    ),
    "R05": Message(
        "'{value}' tidak ada di {place}; tambahkan di sana, atau hapus di sini",
        "'{value}' is not in {place}; add it there, or delete it here",
    ),
    "R06": Message(
        "tabel ini menghapus yang dipakai buku biaya (baris {row}), jadi edisi lama tetap dipakai; "
        "kembalikan barisnya",
        "this table takes away what the ledger uses (line {row}), so its last edition stays; "
        "put the row back",
    ),
    "R07": Message(
        "nilai {token} belum terbit; setujui dahulu indikator {indicator} dan datasetnya",
        "the value {token} is not public yet; have the indicator {indicator} and its dataset "
        "approved first",
    ),
    "R08": Message(
        "induk berputar ({value}); putuskan lingkarannya",
        "the parents go round in a circle ({value}); break it",
    ),
    "R09": Message(
        "lebih dari {limit} tingkat dari atas; pindahkan ke bawah induk yang lebih tinggi",
        "more than {limit} levels from the top; move it below a higher parent",
    ),
    "R10": Message(
        "skala '{value}' tidak cocok dengan satuan '{measure}': angka perlu pita, "
        "kategori perlu urutan; pilih skala lain",
        "the scale '{value}' does not fit the unit of measure '{measure}': numbers need pita, "
        "categories urutan; choose another scale",
    ),
}
