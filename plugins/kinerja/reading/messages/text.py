"""Mistakes in bodies and attachments."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
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
        "token {token} tidak dikenal; tulis seperti {{{{id-indikator 2025}}}}",
        "unknown token {token}; write it like {{{{id-indikator 2025}}}}",
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
    "B11": Message(
        "tautan {value} tanpa teks sendiri; tulis teks di dalam [ ], dan angka {{{{...}}}} di "
        "luarnya: sumbernya sudah tertaut",
        "the link {value} has no text of its own; write text inside [ ], and a figure {{{{...}}}} "
        "outside it: its source is linked already",
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
    "L08": Message(
        "lampiran {value} bukan jenis yang dipakai di sini; pakai {allowed}",
        "the attachment {value} is not of a type used here; use {allowed}",
    ),
    "L09": Message(
        "gambar ini {size} piksel; perkecil sampai paling banyak 50 juta piksel",
        "this picture has {size} pixels; make it smaller, 50 million pixels at most",
    ),
}
