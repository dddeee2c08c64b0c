"""The words for mistakes in reviews of the ledger."""

from tabular.problems import Message

REVIEWS: dict[str, Message] = {
    "K70": Message(
        "baris reviu rusak, terpotong, atau berubah ({value}); pulihkan baris ini dari git",
        "this line of reviews is broken, cut or changed ({value}); restore it from git",
    ),
    "K71": Message(
        "{value} tidak dapat dipakai; tulis satu baris, paling banyak {limit} karakter, dan jangan "
        "kosong: catatan hanya boleh kosong bila hasilnya sesuai",
        "{value} cannot be used; write one line of at most {limit} characters, and not nothing: "
        "only the note may be empty where the outcome is sesuai",
    ),
    "K72": Message(
        "baris {value} tidak ada di {file}; periksa nomornya",
        "there is no row {value} in {file}; check the id",
    ),
    "K73": Message(
        "baris {value} mendahului {first}; tulis baris pertama di dari, terakhir di sampai",
        "row {value} stands before {first}; write the first row in dari, the last in sampai",
    ),
    "K74": Message(
        "sebagian saja dari {first} sampai {last}, yang direviu di baris {earlier}, direviu lagi; "
        "cakup semuanya atau mulai sesudahnya",
        "only a part of {first} to {last}, reviewed on line {earlier}, is reviewed again; cover "
        "all of it or begin after it",
    ),
    "K75": Message(
        "reviu pada {value} mendahului pencatatan baris {row} ({day}); periksa waktu dan baris",
        "the review at {value} is before row {row} was recorded ({day}); check time and row",
    ),
    "K76": Message(
        "{value} baris, padahal ada {expected}; tulis jumlah baris itu",
        "{value} rows, but there are {expected}; write that number",
    ),
    "K77": Message(
        "baris {first} sampai {last} berubah sesudah direviu Itjen ({letter}), jadi reviu itu "
        "batal dan uangnya belum direviu; pulihkan baris dari git, atau mintakan reviu baru",
        "rows {first} to {last} changed after Itjen reviewed them ({letter}), so that review is "
        "void and their money unreviewed; restore the rows from git, or ask for a new review",
    ),
    "K78": Message(
        "urutan kolom menentukan arti baris yang sudah direviu; kembalikan ke {columns}",
        "the order of columns gives reviewed rows their meaning; put it back to {columns}",
    ),
}
"""What the inspectorate found about rows; K77 alone does not stop anything."""
