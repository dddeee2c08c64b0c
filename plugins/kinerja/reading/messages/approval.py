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
    "G05": Message(
        "kebijakan tanda_tangan: wajib belum didukung; pakai tidak",
        "the policy tanda_tangan: wajib is not supported yet; use tidak",
    ),
    "G07": Message(
        "jenis ini perlu sekurangnya satu peran pada setiap jalur; tambahkan",
        "this kind needs one role at least on every path; add it",
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
}
