"""Mistakes in single fields of front matter and tables."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
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
        "infografik perlu data_teks (semua datanya), dan indikator atau gambar; tambahkan",
        "an infographic needs data_teks (all its data as text), and indikator or gambar; add them",
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
    "F31": Message(
        "video perlu berkas beserta takarir, atau url saja; perbaiki salah satunya",
        "a video needs berkas together with takarir (captions), or url alone; mend one of them",
    ),
    "F32": Message(
        "format video perlu kunci video, format lain tidak boleh memakainya; tambahkan atau hapus",
        "the format video needs the key video, no other may have it; add it or delete it",
    ),
    "F33": Message(
        "lembar-data perlu indikator yang datanya ditampilkan; tambahkan",
        "a data sheet needs the indikator whose data it shows; add them",
    ),
    "F34": Message(
        "waktu harus berurutan: pertama_terlihat, dilaporkan, jawaban_pertama, jawaban_akhir; "
        "perbaiki",
        "times must follow one another: pertama_terlihat, dilaporkan, jawaban_pertama, "
        "jawaban_akhir; mend them",
    ),
    "F35": Message(
        "skala perlu pita yang tidak terbalik dan tidak bertumpang tindih, atau urutan tanpa label "
        "kembar; isi salah satunya",
        "a scale needs pita that neither run backwards nor overlap, or urutan without a label "
        "twice; give one of them",
    ),
    "F36": Message(
        "'{value}' bukan alamat di situs ini; awali dan akhiri dengan /, huruf kecil, tanpa spasi",
        "'{value}' is no address on this site; begin and end it with /, lower case, no spaces",
    ),
    "F37": Message(
        "'{value}' sudah ada pada baris {other}; hapus atau ubah salah satunya",
        "'{value}' stands on line {other} already; delete or change one of them",
    ),
    "F38": Message(
        "pemeriksaan {value} tidak dapat dikesampingkan; hapus pengecualian ini, atau tulis kode N "
        "atau S",
        "the check {value} cannot be overruled; delete this exemption, or write a code N or S",
    ),
    "F39": Message(
        "'{value}' bukan huruf Latin semua, hanya mirip; ketik ulang kata itu",
        "'{value}' are not all Latin letters, they only look so; type the word again",
    ),
}
