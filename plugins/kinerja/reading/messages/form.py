"""Mistakes in the form of files: text and YAML."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
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
    "T10": Message(
        "nama berkas bukan UTF-8; ganti namanya",
        "the name of this file is not UTF-8; rename it",
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
}
