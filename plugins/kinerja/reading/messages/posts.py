"""Posts for social platforms: what does not fit, what may not change, what waits."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
    "M01": Message(
        "'{value}' dibaca sebagai kode oleh pembaca umpan; tulis dengan kata",
        "'{value}' is code to a feed reader; write it in words",
    ),
    "M02": Message(
        "kurung kurawal pada '{value}' bukan {{tautan}} dan bukan {{{{id periode}}}}; perbaiki",
        "the braces at '{value}' are neither {{tautan}} nor {{{{id periode}}}}; mend them",
    ),
    "M03": Message(
        "'{value}' akan dijadikan tautan oleh platform; beri spasi sesudah titik, "
        "dan untuk alamat rekor pakai {{tautan}}",
        "platforms would make '{value}' a link; put a space after the dot, "
        "and write {{tautan}} for the address of the record",
    ),
    "M04": Message(
        "{{tautan}} paling banyak satu, diapit spasi atau ganti baris; pisahkan dari kata dan "
        "tanda baca",
        "{{tautan}} stands once, alone between spaces or line breaks; part it from words and signs",
    ),
    "M05": Message(
        "terlalu panjang untuk {name}: {count} menurut hitungan {counting}, "
        "paling banyak {limit}; ringkas",
        "too long for {name}: {count} counted as {counting}, {limit} at most; shorten it",
    ),
    "M06": Message(
        "{count} tagar, {name} paling banyak {limit}; hapus yang tidak perlu",
        "{count} hashtags, {limit} at most for {name}; delete those that are not needed",
    ),
    "M07": Message(
        "kalimat pertama {count} karakter, {name} hanya menampilkan {limit}; persingkat",
        "the first sentence has {count} characters, {name} shows only {limit}; shorten it",
    ),
    "M08": Message(
        "kiriman {n} sudah terbit sebagai '{before}' dan tidak berubah lagi, bukan '{after}'; "
        "kembalikan teksnya, dan tulis yang baru sebagai n: {next}",
        "post {n} is public as '{before}' and never changes, not '{after}'; "
        "restore the text, and write the new one as n: {next}",
    ),
    "M09": Message(
        "kiriman {n} sudah ditarik dan nomornya tidak dipakai lagi; tulis sebagai n: {next}",
        "post {n} was withdrawn and its number is not used again; write it as n: {next}",
    ),
    "M10": Message(
        "kiriman bernomor {n} lebih dari satu; tulis sebagai n: {next}",
        "more than one post has the number {n}; write this one as n: {next}",
    ),
    "M11": Message(
        "kiriman {post} menunggu build berikutnya: paling banyak {limit} per platform setiap build",
        "post {post} waits for the next build: {limit} per platform at most in one build",
    ),
    "M12": Message(
        "kiriman {post} tidak terbit: dengan angka sekarang tidak muat atau tidak lengkap; "
        "ubah teksnya dan mintakan persetujuan",
        "post {post} is not published: with the present figures it does not fit or lacks one; "
        "change its text and have it approved",
    ),
}
