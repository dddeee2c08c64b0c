"""What commands say to those who write: checking, mending, and taking in what Word made."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "found-stopping": Message("Menghentikan build: {count}", "Stops the build: {count}"),
    "found-mistakes": Message("Kesalahan: {count}", "Mistakes: {count}"),
    "found-advice": Message("Saran: {count}", "Advice: {count}"),
    "mended": Message("{path}: dibetulkan: {what}", "{path}: mended: {what}"),
    "mended-again": Message(
        "{path}: bitanya berubah, jadi perlu disetujui lagi; periksa dengan git diff.",
        "{path}: its bytes changed, so it has to be approved again; look at git diff.",
    ),
    "nothing-mended": Message(
        "Tidak ada yang dapat dibetulkan tanpa tahu maksudnya.",
        "Nothing can be mended without knowing what was meant.",
    ),
    "mend-encoding": Message("UTF-16 menjadi UTF-8", "UTF-16 to UTF-8"),
    "mend-bom": Message("BOM dihapus", "BOM removed"),
    "mend-ends": Message("akhir baris menjadi LF", "line ends to LF"),
    "mend-commas": Message("sel dipisah koma", "cells apart by commas"),
    "mend-nfc": Message("huruf menjadi bentuk NFC", "letters to form NFC"),
    "mend-yaml": Message(
        "tab dan spasi berlebih di bagian kunci", "tabs and needless spaces among the keys"
    ),
    "mend-kode": Message("kode baru dibuat", "a new kode was made"),
    "unknown-code": Message(
        "Tidak ada kode '{code}'; lihat docs/rules.md. Mungkin {nearest}.",
        "There is no code '{code}'; see docs/rules.md. Perhaps {nearest}.",
    ),
    "explain-example": Message("Contoh:", "Example:"),
    "no-document": Message(
        "--from membaca .docx dan .html; simpan dokumen sebagai salah satunya.",
        "--from reads .docx and .html; save the document as one of them.",
    ),
    "no-record-kind": Message(
        "--from hanya untuk rekor; pilih {choices}.", "--from is for records; choose {choices}."
    ),
    "old-document": Message(
        "Ini berkas Word lama (.doc) atau dikunci kata sandi; simpan ulang sebagai .docx tanpa "
        "kata sandi.",
        "This is an old Word file (.doc) or has a password; save it as .docx without one.",
    ),
    "broken-document": Message(
        "Dokumen tidak dapat dibaca: rusak, atau bukan jenis yang disebut namanya; buka, lalu "
        "simpan ulang.",
        "The document cannot be read: broken, or not what its name says; open and save it again.",
    ),
    "large-document": Message(
        "Dokumen terlalu besar; bagi menjadi beberapa dokumen.",
        "The document is too large; divide it into several.",
    ),
    "no-pandoc": Message(
        "Membaca dokumen Word perlu pandoc; pasang dengan .venv/bin/pip install pypandoc_binary.",
        "Reading documents of Word needs pandoc; run .venv/bin/pip install pypandoc_binary.",
    ),
    "alt-wanted": Message("TULIS apa yang tampak di gambar", "TULIS apa yang tampak di gambar"),
    "left-link": Message(
        "Tautan ke {what} dilepas; hanya teksnya yang tinggal.",
        "The link to {what} was undone; only its text stays.",
    ),
    "left-picture": Message(
        "Gambar {what} tidak diambil: dari luar dokumen, rusak, atau jenisnya tidak dikenal.",
        "The picture {what} was not taken: from elsewhere, broken, or of an unknown type.",
    ),
    "left-struck": Message("Teks dicoret dibuang: {what}", "Struck-out text left out: {what}"),
    "left-raw": Message("Kode dibuang: {what}", "Code left out: {what}"),
    "left-formula": Message("Rumus menjadi kode: {what}", "A formula became code: {what}"),
    "left-deletions": Message(
        "Perubahan terlacak, hapusan: {count} dibuang.", "Tracked deletions: {count} left out."
    ),
    "left-insertions": Message(
        "Perubahan terlacak, sisipan: {count} diterima.", "Tracked insertions: {count} accepted."
    ),
    "left-comments": Message("Komentar: {count} dibuang.", "Comments: {count} left out."),
    "left-underlines": Message(
        "Garis bawah dan huruf kapital kecil: {count} dilepas.",
        "Underlines and small capitals: {count} undone.",
    ),
    "left-merged": Message(
        "Sel gabungan di tabel: {count} menjadi satu sel dan sel kosong; periksa tabelnya.",
        "Merged cells of tables: {count} became one cell and empty ones; look at the table.",
    ),
    "left-places": Message(
        "Keterangan di dalam gambar (tempat, kamera, waktu): dibuang dari {count} gambar.",
        "Details inside pictures (place, camera, time): removed from {count} of them.",
    ),
    "left-smaller": Message(
        "Gambar diperkecil: {count}", "Pictures that were made smaller: {count}"
    ),
    "left-boxes": Message(
        "Kotak teks: {count}; isinya menjadi paragraf, periksa letaknya.",
        "Text boxes: {count}; what they say became paragraphs, see whether they stand right.",
    ),
    "left-colours": Message("Warna: {count} dibuang.", "Colours: {count} left out."),
    "left-hidden": Message(
        "Teks tersembunyi: {count} bagian sekarang terlihat; hapus yang tidak boleh terbit.",
        "Hidden text: {count} parts are seen now; delete what must not be public.",
    ),
    "left-linked": Message(
        "Gambar dari luar dokumen: {count} tidak diambil; sisipkan di dokumen, lalu ulangi.",
        "Pictures from outside: {count} not taken; put them into the document and try again.",
    ),
    "left-macros": Message("Makro: {count} dibuang.", "Macros: {count} left out."),
    "left-objects": Message(
        "Berkas yang ditanam di dokumen: {count} dibuang.",
        "Files embedded in the document: {count} left out.",
    ),
    "left-charts": Message(
        "Grafik dan bagan Word: {count} dibuang; tulis datanya, atau pakai {{{{grafik ...}}}}.",
        "Charts and diagrams of Word: {count} left out; write their data, or {{{{grafik ...}}}}.",
    ),
    "left-margins": Message(
        "Kepala dan kaki halaman: {count} dibuang.", "Headers and footers: {count} left out."
    ),
}
