"""Every sentence that an editor can be shown, in Indonesian and in English, by code.

Families: T text, C CSV, Y YAML, F field, R reference, B body, L attachment, D dataset,
P approval, G governance and logs, K costs (in `cost_appendix`).
"""

from cost_appendix.messages import MESSAGES as COSTS
from tabular.messages import MESSAGES as FORM
from tabular.problems import Message

OWN: dict[str, Message] = {
    "T07": Message(
        "ini tautan atau bukan berkas biasa; ganti dengan berkas sungguhan",
        "this is a link or no regular file; replace it by a real file",
    ),
    "T08": Message(
        "berkas tidak dapat dibaca ({reason}); periksa izin berkas",
        "the file cannot be read ({reason}); check its permissions",
    ),
    "T09": Message(
        "berkas ini tidak dikenal di tempat ini; periksa folder dan akhiran nama (docs/domain.md)",
        "this file is not known in this place; see its folder and ending (docs/domain.md)",
    ),
    "Y01": Message(
        "YAML rusak ({reason}); periksa titik dua, tanda kutip, dan lekukan",
        "broken YAML ({reason}); check colons, quotation marks and indentation",
    ),
    "Y02": Message(
        "kunci ini ada dua kali; gabungkan atau hapus salah satu",
        "this key stands twice; merge them or delete one",
    ),
    "Y03": Message(
        "tanda YAML {tag} tidak diizinkan; tulis nilainya saja",
        "the YAML tag {tag} is not allowed; write the plain value",
    ),
    "Y04": Message(
        "jangkar YAML (& dan *) tidak diizinkan; tulis nilainya sekali lagi",
        "YAML anchors (& and *) are not allowed; write the value again",
    ),
    "Y05": Message(
        "bukan daftar kunci: nilai; periksa bentuk berkas",
        "this is no list of key: value; check the form of the file",
    ),
    "Y06": Message(
        "nilai bersarang terlalu dalam; sederhanakan",
        "values are nested too deeply; make them simpler",
    ),
    "Y07": Message(
        "baris di tengah nilai tidak boleh diawali {word}: karena tidak tercakup persetujuan; "
        "gabungkan dengan baris di atasnya",
        "a line inside a value must not begin with {word}: as no approval covers it; "
        "join it to the line above",
    ),
    "T10": Message(
        "nama berkas bukan UTF-8; ganti namanya",
        "the name of this file is not UTF-8; rename it",
    ),
    "F01": Message(
        "kunci tidak dikenal; mungkin maksudnya {nearest}",
        "unknown key; perhaps you mean {nearest}",
    ),
    "F02": Message(
        "wajib diisi dan belum ada; tambahkan",
        "required and missing; add it",
    ),
    "F03": Message(
        "'{value}' bukan pilihan yang ada; pilih {expected}",
        "'{value}' is not one of the choices; choose {expected}",
    ),
    "F04": Message(
        "'{value}' tidak sah di sini; periksa bentuknya di docs/editing.md",
        "'{value}' is not valid here; see its form in docs/editing.md",
    ),
    "F05": Message(
        "harus satu teks, bukan daftar; tulis satu nilai",
        "must be one text, not a list; write one value",
    ),
    "F06": Message(
        "harus daftar; tulis setiap nilai pada baris '- ...' atau di dalam [ ]",
        "must be a list; write each value on a line '- ...' or inside [ ]",
    ),
    "F07": Message(
        "harus kelompok kunci: nilai; tulis setiap bagian pada baris sendiri",
        "must be a group of key: value; write each part on its own line",
    ),
    "F08": Message(
        "panjangnya {length} karakter, harus {least} sampai {most}; sesuaikan teks",
        "has {length} characters, {least} to {most} are allowed; adjust the text",
    ),
    "F09": Message(
        "kosong atau lebih dari satu baris; isi dengan satu baris teks",
        "is empty or has more than one line; write one line of text",
    ),
    "F10": Message(
        "berisi tanda < atau >; tulis sebagai teks biasa",
        "contains the sign < or >; write plain text",
    ),
    "F11": Message(
        "'{value}' bukan id; pakai huruf kecil, angka, dan tanda hubung, paling panjang 60",
        "'{value}' is no id; use lower-case letters, digits and hyphens, at most 60",
    ),
    "F12": Message(
        "'{value}' bukan ULID 26 karakter; buat dengan invoke new",
        "'{value}' is no ULID of 26 characters; make one with invoke new",
    ),
    "F13": Message(
        "'{value}' bukan tanggal; tulis seperti 2026-03-31",
        "'{value}' is no date; write it like 2026-03-31",
    ),
    "F14": Message(
        "'{value}' bukan waktu; tulis seperti 2026-03-31T09:00:00+07:00",
        "'{value}' is no time; write it like 2026-03-31T09:00:00+07:00",
    ),
    "F15": Message(
        "'{value}' bukan bilangan bulat; tulis angka saja tanpa titik",
        "'{value}' is no whole number; write digits only, without separators",
    ),
    "F16": Message(
        "'{value}' bukan alamat surel; tulis seperti layanan@unit.example",
        "'{value}' is no mail address; write it like layanan@unit.example",
    ),
    "F17": Message(
        "'{value}' bukan alamat web; awali dengan https://",
        "'{value}' is no web address; begin it with https://",
    ),
    "F18": Message(
        "'{value}' bukan rujukan indikator; tulis id, id@periode, atau id[rincian]@periode",
        "'{value}' is no indicator reference; write id, id@periode or id[rincian]@periode",
    ),
    "F19": Message(
        "'{value}' bukan periode; tulis seperti 2025, 2025-S1, 2025-07, atau TA2015",
        "'{value}' is no period; write it like 2025, 2025-S1, 2025-07 or TA2015",
    ),
    "F20": Message(
        "gambar dan gambar_alt harus ada keduanya; tambahkan yang belum ada",
        "gambar and gambar_alt must both be there; add the missing one",
    ),
    "F21": Message(
        "publikasi perlu indikator, atau angka di dalam manfaat; tambahkan salah satu",
        "a publication needs an indikator, or a number in manfaat; add one of them",
    ),
    "F22": Message(
        "infografik perlu gambar dan data_teks (semua datanya sebagai teks); tambahkan",
        "an infographic needs gambar and data_teks (all its data as text); add them",
    ),
    "F23": Message(
        "baris pertama harus --- dan blok kunci ditutup dengan ---; perbaiki awal berkas",
        "the first line must be --- and the block of keys end with ---; mend the beginning",
    ),
    "F24": Message(
        "id '{value}' sudah dipakai oleh {other}; ganti nama berkas ini",
        "the id '{value}' is already used by {other}; rename this file",
    ),
    "F25": Message(
        "id '{value}' dicadangkan; pakai nama lain",
        "the id '{value}' is reserved; use another name",
    ),
    "F26": Message(
        "kode ini sudah dipakai oleh {other}; buat kode baru dengan invoke new",
        "this code is already used by {other}; make a new one with invoke new",
    ),
    "F27": Message(
        "tanggal {value} di luar tahun folder {year}; pindahkan berkas atau ubah tanggal",
        "the date {value} is not in the year of its folder {year}; move the file or change it",
    ),
    "F28": Message(
        "daftar ini kosong; tulis sekurangnya satu",
        "this list is empty; write one entry at least",
    ),
    "F29": Message(
        "kunci tidak dikenal; hapus, atau pakai salah satu dari {known}",
        "unknown key; delete it, or use one of {known}",
    ),
    "F30": Message(
        "kode berbeda dari edisi yang disetujui; kembalikan menjadi {before}, "
        "atau buat rekor baru dengan invoke new",
        "the code differs from that of the approved edition; set it back to {before}, "
        "or make a new record with invoke new",
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
    "R07": Message(
        "nilai {token} belum terbit; setujui dahulu indikator {indicator} dan datasetnya",
        "the value {token} is not public yet; have the indicator {indicator} and its dataset "
        "approved first",
    ),
    "R06": Message(
        "tabel ini menghapus yang dipakai buku biaya (baris {row}), jadi edisi lama tetap dipakai; "
        "kembalikan barisnya",
        "this table takes away what the ledger uses (line {row}), so its last edition stays; "
        "put the row back",
    ),
    "B01": Message(
        "HTML mentah {value} tidak diizinkan; tulis dengan Markdown",
        "raw HTML {value} is not allowed; write it in Markdown",
    ),
    "B02": Message(
        "tautan ke '{value}' tidak diizinkan; pakai https:, mailto:, rekor:, lampiran:, sumber:",
        "a link to '{value}' is not allowed; use https:, mailto:, rekor:, lampiran:, sumber:",
    ),
    "B03": Message(
        "gambar tanpa teks alternatif; tulis ![uraian gambar](lampiran:...)",
        "a picture without text alternative; write ![what it shows](lampiran:...)",
    ),
    "B04": Message(
        "token {token} tidak dikenal; tulis seperti {{{{ikjhi 2025}}}}",
        "unknown token {token}; write it like {{{{ikjhi 2025}}}}",
    ),
    "B05": Message(
        "gambar harus dari lampiran; tulis ![uraian](lampiran:berkas.jpg)",
        "pictures must be attachments; write ![text](lampiran:berkas.jpg)",
    ),
    "B06": Message(
        "masih ada tanda TULIS dari invoke new; ganti dengan isi yang sebenarnya",
        "the mark TULIS of invoke new is still there; replace it by what is meant",
    ),
    "B07": Message(
        "daftar atau kutipan bersarang terlalu dalam; sederhanakan",
        "lists or quotations are nested too deeply; make them simpler",
    ),
    "B08": Message(
        "terlalu banyak {what} ({count}, paling banyak {limit}); bagi menjadi beberapa rekor",
        "too many {what} ({count}, at most {limit}); divide it into several records",
    ),
    "B09": Message(
        "isi {count} kata, paling banyak {limit}; persingkat atau bagi",
        "the text has {count} words, at most {limit} are allowed; shorten or divide it",
    ),
    "B10": Message(
        "{token} harus sendirian pada satu paragraf; beri baris kosong di atas dan di bawahnya",
        "{token} must stand alone in a paragraph; leave an empty line above and below it",
    ),
    "L01": Message(
        "lampiran '{value}' tidak ada di lampiran/{id}/; tambahkan berkasnya atau ubah namanya",
        "the attachment '{value}' is not in lampiran/{id}/; add the file or change the name",
    ),
    "L02": Message(
        "lampiran ini tidak disebut di rekor; sebut dengan lampiran:{value} atau hapus",
        "the record does not mention this attachment; mention lampiran:{value} or delete it",
    ),
    "L03": Message(
        "isi berkas ini bukan {expected}; simpan ulang dengan jenis yang benar",
        "this file is no {expected}; save it again as what its name says",
    ),
    "L04": Message(
        "jenis berkas ini tidak diizinkan; pakai {allowed}",
        "this type of file is not allowed; use {allowed}",
    ),
    "L05": Message(
        "tidak ada rekor '{value}' untuk folder lampiran ini; ganti nama folder atau hapus",
        "there is no record '{value}' for this folder of attachments; rename or delete it",
    ),
    "L07": Message(
        "nama lampiran hanya huruf, angka, titik, dan tanda hubung, tidak diawali kartu-; "
        "ganti namanya",
        "names of attachments have letters, digits, dots and hyphens only and do not begin with "
        "kartu-; rename it",
    ),
    "D01": Message(
        "'{value}' bukan angka; tulis dengan titik desimal dan tanpa pemisah ribuan",
        "'{value}' is no number; write a decimal point and no thousands separators",
    ),
    "D09": Message(
        "'{value}' diawali atau diakhiri spasi; hapus spasinya",
        "'{value}' begins or ends with a space; delete it",
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
    "P01": Message(
        "belum disetujui: menunggu {role}; beri keputusan dengan "
        "invoke approve --id {id} --as {role}",
        "not approved: waits for {role}; decide with invoke approve --id {id} --as {role}",
    ),
    "P02": Message(
        "isi berubah sesudah disetujui, edisi lama tetap tampil; menunggu {role}",
        "changed after its approval, the approved edition stays public; waits for {role}",
    ),
    "P03": Message(
        "ditarik pada {day}; terbitkan lagi sebagai rekor baru dengan kode baru",
        "withdrawn on {day}; publish it again as a new record with a new code",
    ),
    "P04": Message(
        "arsip edisi {digest} tidak ada atau berubah; pulihkan persetujuan/arsip/ dari git",
        "the archive of edition {digest} is missing or changed; restore persetujuan/arsip/",
    ),
    "P05": Message(
        "disetujui tetapi belum dirilis; jalankan invoke build tanpa --no-release",
        "approved and not yet released; run invoke build without --no-release",
    ),
    "P06": Message(
        "terjadwal terbit {moment}; tidak perlu tindakan",
        "scheduled for {moment}; nothing to do",
    ),
    "P08": Message(
        "masih draf; ubah status menjadi siap bila sudah selesai",
        "still a draft; set status to siap when it is finished",
    ),
    "P10": Message(
        "keputusan {person} pada {moment} tidak dihitung: bukan {role} pada hari itu; "
        "periksa tata-kelola/peran.yaml",
        "the decision of {person} at {moment} does not count: no {role} on that day; "
        "see tata-kelola/peran.yaml",
    ),
    "P11": Message(
        "keputusan {person} pada {moment} tidak dihitung: penulis hanya mengajukan, "
        "yang lain hanya menyetujui",
        "the decision of {person} at {moment} does not count: authors only hand in, "
        "the others only approve",
    ),
    "P12": Message(
        "keputusan {person} pada {moment} tidak dihitung: sudah memutus edisi ini; "
        "perlu orang lain",
        "the decision of {person} at {moment} does not count: decided on this edition before; "
        "another person is needed",
    ),
    "P13": Message(
        "keputusan {person} pada {moment} tidak dihitung: edisi ini belum diajukan penulis",
        "the decision of {person} at {moment} does not count: no author handed this edition in",
    ),
    "P14": Message(
        "keputusan {person} pada {moment} tidak dihitung: giliran peran lain, bukan {role}",
        "the decision of {person} at {moment} does not count: it is not the turn of {role}",
    ),
    "P15": Message(
        "berkas ini hilang, edisi yang disetujui tetap tampil; pulihkan dari git, "
        "atau tarik rekor {id}",
        "this file is gone, its approved edition stays public; restore it from git, "
        "or withdraw the record {id}",
    ),
    "P16": Message(
        "berkas ini berisi kesalahan di atas, jadi edisi yang disetujui tetap tampil; perbaiki",
        "this file has the mistakes above, so its approved edition stays public; mend it",
    ),
    "P17": Message(
        "ditahan karena kesalahan di atas; perbaiki, lalu mintakan persetujuan",
        "withheld because of the mistakes above; mend it, then have it approved",
    ),
    "P18": Message(
        "ditahan sampai indikatornya dapat dibaca; perbaiki berkas indikator itu",
        "withheld until its indicator can be read; mend the file of the indicator",
    ),
    "P19": Message(
        "keputusan {person} pada {moment} tidak dihitung: {role} tidak boleh mengembalikan "
        "atau menarik",
        "the decision of {person} at {moment} does not count: {role} may not return or withdraw",
    ),
    "P20": Message(
        "disetujui, menunggu build berikutnya: baris terakhir rilis.csv sama atau lebih baru "
        "dari waktu build ini; periksa jam dan baris itu",
        "approved, waits for a later build: the last row of rilis.csv is as new as this build "
        "or newer; check the clock and that row",
    ),
    "G01": Message(
        "baris keputusan rusak atau terpotong ({reason}); pulihkan baris ini dari git",
        "this line of decisions is broken or cut ({reason}); restore it from git",
    ),
    "G02": Message(
        "keputusan ini untuk '{value}', bukan untuk berkas ini; pindahkan baris",
        "this decision is about '{value}', not about this file; move the line",
    ),
    "G03": Message(
        "waktu rilis tidak naik; rilis.csv hanya boleh ditambah di akhir",
        "release times do not increase; rows of rilis.csv may only be added at the end",
    ),
    "G04": Message(
        "kebijakan tidak menyebut jenis {kind}; tambahkan di bawah jenis:",
        "the policy does not name the kind {kind}; add it below jenis:",
    ),
    "G07": Message(
        "jenis ini perlu sekurangnya satu peran pada setiap jalur; tambahkan",
        "this kind needs one role at least on every path; add it",
    ),
    "G05": Message(
        "kebijakan tanda_tangan: wajib belum didukung; pakai tidak",
        "the policy tanda_tangan: wajib is not supported yet; use tidak",
    ),
}

MESSAGES: dict[str, Message] = {**FORM, **COSTS, **OWN}
"""All messages of the portal by code."""
