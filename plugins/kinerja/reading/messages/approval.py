"""Why an edition is not public, and mistakes in governance and logs."""

from tabular.problems import Message

MESSAGES: dict[str, Message] = {
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
    "G08": Message(
        'baris kunci tidak dikenal; tulis: surel namespaces="persetujuan@portal" '
        "ssh-ed25519 AAAA..., dengan valid-after dan valid-before bila perlu (invoke desk.key)",
        'not a line of a key; write: mailbox namespaces="persetujuan@portal" '
        "ssh-ed25519 AAAA..., with valid-after and valid-before if need be (invoke desk.key)",
    ),
    "G09": Message(
        "bukan kunci publik; tulis satu kunci per baris: ssh-ed25519 AAAA...",
        "no public key; write one key a line: ssh-ed25519 AAAA...",
    ),
    "G10": Message(
        "plt dan plh perlu surat, dari, dan sampai; tambahkan",
        "plt and plh need surat, dari and sampai; add them",
    ),
    "G11": Message(
        "tanda tangan berkas ini tidak sah untuk kunci {key}; kembalikan berkasnya, "
        "atau tanda tangani lagi",
        "the signature of this file is not good for the key {key}; restore the file, "
        "or sign it again",
    ),
    "G12": Message(
        "TRUST_ROOT menuntut berkas ini beserta tanda tangannya (.sig) oleh kunci {key}; tambahkan",
        "TRUST_ROOT asks for this file with its signature (.sig) by the key {key}; add it",
    ),
    "G13": Message(
        "kunci contoh ({person}) tidak berlaku di situs sungguhan; ganti dengan kunci sendiri",
        "a key of the example ({person}) does not count on a real site; use a key of your own",
    ),
    "G14": Message(
        "{count} keputusan yang sudah diumumkan dalam manifes.json tidak ada lagi atau berubah; "
        "pulihkan persetujuan/ dari git",
        "{count} decisions that manifes.json announced are gone or changed; "
        "restore persetujuan/ from git",
    ),
    "G15": Message(
        "baris rilis yang sudah diumumkan berubah atau hilang; pulihkan data/rilis.csv dari git",
        "rows of the release log that were announced are changed or gone; "
        "restore data/rilis.csv from git",
    ),
    "G16": Message(
        "catatan penghapusan rusak ({reason}); pulihkan berkas ini dari git",
        "this note of an erasure is broken ({reason}); restore the file from git",
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
    "P21": Message(
        "keputusan {person} pada {moment} tidak dihitung: {role} di unit lain; "
        "perlu {role} unit ini atau di atasnya",
        "the decision of {person} at {moment} does not count: {role} of another unit; "
        "a {role} of this unit or one above is needed",
    ),
    "P22": Message(
        "keputusan {person} pada {moment} tidak dihitung: tanpa tanda tangan yang sah; "
        "pakai kunci yang terdaftar di tata-kelola/penanda.allowed_signers, atau minta didaftarkan",
        "the decision of {person} at {moment} does not count: no good signature; use a key that "
        "stands in tata-kelola/penanda.allowed_signers, or have it added there",
    ),
    "P23": Message(
        "rekor dengan id atau kode ini dihapus; pakai id dan kode baru",
        "the record of this id or code was erased; use a new id and a new code",
    ),
    "P24": Message(
        "keputusan {person} pada {moment} tidak dihitung: saringan menyebut edisi ini seremonial; "
        "{role} perlu memberi alasan (--reason), dan alasan itu terbuka",
        "the decision of {person} at {moment} does not count: the filter calls this edition "
        "ceremony; {role} must give a reason (--reason), which is public",
    ),
}
