"""Advice to authors: what stands here keeps nothing back."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
    "S01": Message(
        "'{text}' tidak cocok dengan datanya ({facts}); ubah katanya, atau periksa angkanya",
        "'{text}' does not fit its data ({facts}); change the word, or check the figure",
    ),
    "S02": Message(
        "'{text}': menurut skala {scale} nilai {value} adalah {right}; ubah sebutannya",
        "'{text}': on the scale {scale} the value {value} is {right}; change the category",
    ),
    "S03": Message(
        "'{text}' membandingkan angka sebelum dan sesudah putus seri {period}; "
        "jangan dibandingkan, atau jelaskan perubahannya",
        "'{text}' compares figures from before and after the series break {period}; "
        "do not compare them, or say what changed",
    ),
    "S04": Message(
        "'{text}': data {token} menyebut {value}; pakai satu angka, "
        "atau catat keduanya dengan status konflik",
        "'{text}': the data of {token} say {value}; use one figure, "
        "or record both with status konflik",
    ),
    "S05": Message(
        "angka '{text}' tanpa sumber; pakai {{{{...}}}} dari data, atau tautkan [..](sumber:n)",
        "the figure '{text}' has no source; bind it with {{{{...}}}}, or link it [..](sumber:n)",
    ),
    "S09": Message(
        "pengecualian {value} untuk '{text}' tidak mengesampingkan apa pun; hapus, "
        "atau salin kutipannya dari pesan pemeriksaan",
        "the exemption {value} for '{text}' overrules nothing; delete it, "
        "or copy its quotation from the message of the check",
    ),
    "S10": Message(
        "saringan: seremonial, skor {score} dari 100 ({text}). "
        "{advice} Meluluskannya perlu alasan editor, dan alasan itu terbuka",
        "filter: ceremony, score {score} of 100 ({text}). "
        "{advice} To let it pass the editor gives a reason, which is public",
    ),
    "S11": Message(
        "saringan: perlu perbaikan, skor {score} dari 100 ({text}). {advice}",
        "filter: needs work, score {score} of 100 ({text}). {advice}",
    ),
    "S12": Message(
        "saringan: perlu perbaikan, skor {score} dari 100 ({text}). "
        "Balikkan: mulai dengan {figure}. {advice}",
        "filter: needs work, score {score} of 100 ({text}). "
        "Turn it round: begin with {figure}. {advice}",
    ),
    "S13": Message(
        "saringan: perlu perbaikan, skor {score} dari 100 ({text}); "
        "tulis angka layanan dalam judul, ringkasan, atau manfaat",
        "filter: needs work, score {score} of 100 ({text}); "
        "write a figure of the service in judul, ringkasan or manfaat",
    ),
    "S14": Message(
        "kalimat {count} kata: '{text}'; pecah, paling banyak 30 kata",
        "a sentence of {count} words: '{text}'; divide it, 30 words at most",
    ),
    "S15": Message(
        "singkatan '{text}' tidak dijelaskan; tulis kepanjangannya satu kali, "
        "atau tambahkan di data/istilah.yaml",
        "the abbreviation '{text}' is not explained; write it out once, "
        "or add it to data/istilah.yaml",
    ),
    "S17": Message(
        "tagar '{text}' sulit dibaca; awali setiap kata dengan huruf besar, seperti #LayananPublik",
        "the hashtag '{text}' is hard to read; begin each word with a capital, as #LayananPublik",
    ),
    "S16": Message("'{text}' dalam jawaban isu: {advice}", "'{text}' in an answer: {advice}"),
    "S18": Message(
        "'{text}' tampaknya nomor telepon genggam seseorang; tulis nomor layanan, "
        "atau jelaskan dengan pengecualian",
        "'{text}' looks like the mobile number of a person; write that of the service, "
        "or explain it by an exemption",
    ),
    "S19": Message(
        "'{text}' tampaknya surel pribadi; tulis surel dinas, atau jelaskan dengan pengecualian",
        "'{text}' looks like a private mail address; write that of the office, "
        "or explain it by an exemption",
    ),
    "S20": Message(
        "'{text}' tampaknya rekening atas nama seseorang; tulis rekening lembaga, atau hapus",
        "'{text}' looks like a bank account of a person; write that of the institution, "
        "or delete it",
    ),
    "S21": Message(
        "'{text}' tampaknya data pribadi; hapus dari tabel",
        "'{text}' looks like personal data; delete it from the table",
    ),
}
