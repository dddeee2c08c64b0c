"""Numbers that contradict themselves or their indicator, or name a person: they withhold."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
    "N01": Message(
        "'{text}': bagiannya berjumlah {sum}, bukan {total}; periksa setiap angka",
        "'{text}': its parts add up to {sum}, not to {total}; check every figure",
    ),
    "N02": Message(
        "'{text}': {part} dari {whole} adalah {right} persen; periksa ketiga angka",
        "'{text}': {part} of {whole} is {right} per cent; check the three figures",
    ),
    "N03": Message(
        "'{text}': kelompok ribuannya rusak; tulis tiga angka di antara titik, koma untuk desimal",
        "'{text}': its thousands are malformed; write three digits between points, "
        "a comma for decimals",
    ),
    "N04": Message(
        "'{text}': kata satuan sesudah angka lengkap; hapus katanya, atau ringkas angkanya",
        "'{text}': a unit word after full digits; delete the word, or shorten the number",
    ),
    "N05": Message(
        "'{text}' bukan ejaan baku; tulis {right}",
        "'{text}' is no standard spelling; write {right}",
    ),
    "N06": Message(
        "'{text}': tanggal itu {right}; periksa hari dan tanggalnya",
        "'{text}': that date is {right}; check the weekday and the date",
    ),
    "N07": Message(
        "'{text}': {indicator} adalah indeks, bukan persentase; hapus persen, atau tulis poin",
        "'{text}': {indicator} is an index and no percentage; delete per cent, or write poin",
    ),
    "N08": Message(
        "'{text}' berbentuk NIK, nomor KK, atau NPWP seseorang; hapus, "
        "atau tulis pengecualian bila bukan",
        "'{text}' has the form of a NIK, family card number or personal NPWP; delete it, "
        "or write an exemption if it is none",
    ),
}
