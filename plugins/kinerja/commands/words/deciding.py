"""What commands say about decisions: approving, taking back, keys, what waits for whom."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "no-record": Message(
        "Tidak ada rekor '{id}'; id adalah nama berkasnya tanpa .md.",
        "There is no record '{id}'; an id is the name of its file without .md.",
    ),
    "near-record": Message(
        "Tidak ada rekor '{id}'; mungkin maksudnya {nearest}.",
        "There is no record '{id}'; perhaps you mean {nearest}.",
    ),
    "not-approvable": Message(
        "{id} tidak dapat diputus selama masih ada kesalahan di atas.",
        "{id} cannot be decided on while the mistakes above remain.",
    ),
    "draft": Message(
        "{id} masih draf; ubah status: siap di {path}, lalu ulangi.",
        "{id} is a draft; set status: siap in {path}, then try again.",
    ),
    "no-approval-needed": Message(
        "{id} tidak perlu disetujui: kebijakan menganggapnya disetujui begitu sah.",
        "{id} needs no approval: by the policy it counts as approved when it is valid.",
    ),
    "not-counted": Message(
        "Keputusan tidak dicatat; sebabnya di atas.",
        "The decision is not recorded, for the reason above.",
    ),
    "submitted": Message(
        "Edisi ini dari {id} sudah diajukan; tidak perlu diajukan lagi.",
        "This edition of {id} was handed in already; there is no need to do it again.",
    ),
    "decided": Message(
        "Dicatat: {person} sebagai {role} {act} edisi {digest} dari {id}.",
        "Recorded: {person} as {role}: {act}, edition {digest} of {id}.",
    ),
    "next-role": Message(
        "Berikutnya: {role}, dengan ./invoke approve --id {id} --as {role}{content}",
        "Next: {role}, with ./invoke approve --id {id} --as {role}{content}",
    ),
    "after-setuju": Message(
        "{id} disetujui; terbit pada ./invoke build{content} berikutnya.",
        "{id} is approved; the next ./invoke build{content} publishes it.",
    ),
    "after-ajukan": Message("{id} sudah diajukan.", "{id} was handed in."),
    "after-kembalikan": Message(
        "{id} dikembalikan; sesudah diperbaiki, ajukan lagi.",
        "{id} was returned; when it is mended, hand it in again.",
    ),
    "after-tarik": Message(
        "{id} ditarik; pemberitahuan tampil di alamatnya sejak invoke build berikutnya.",
        "{id} is withdrawn; its address answers with a notice from the next invoke build on.",
    ),
    "long-reason": Message(
        "Alasan terlalu panjang: {length} karakter; tulis paling banyak 300.",
        "The reason is too long: {length} characters; write 300 at most.",
    ),
    "changed-since": Message(
        "{id} berubah sejak Anda membacanya; muat ulang dan baca lagi.",
        "{id} changed since you read it; load it again and read it.",
    ),
    "not-signed": Message(
        "Tidak ditandatangani, dan tidak ada yang berubah: {reason}",
        "Not signed, and nothing has changed: {reason}",
    ),
    "bad-person": Message(
        "'{person}' bukan alamat surel; tulis seperti editor@unit.example.",
        "'{person}' is no mail address; write it like editor@unit.example.",
    ),
    "key-asks": Message(
        "Kunci untuk {path}: ketik kata sandi yang Anda ingat, dua kali (passphrase); "
        "yang diketik tidak tampak. Kosong berarti siapa pun di komputer ini dapat memakainya.",
        "A key for {path}: type a passphrase that you will remember, twice; nothing is shown. "
        "With none, anybody at this machine may use it.",
    ),
    "key-not-made": Message("Kunci tidak dibuat: {reason}", "No key was made: {reason}"),
    "key-made": Message(
        "Kunci dibuat: {path}. Simpan berkas itu untuk Anda sendiri; jangan dikirim ke siapa pun.\n"
        "Serahkan baris berikut kepada pemegang tata-kelola/penanda.allowed_signers:\n{line}",
        "Key made: {path}. Keep that file to yourself; send it to nobody.\n"
        "Give this line to the keeper of tata-kelola/penanda.allowed_signers:\n{line}",
    ),
    "erased": Message(
        "{id} dihapus dari isi, arsip, dan cache: {paths}. "
        "Build berikutnya membuang semua build lama.",
        "{id} is erased from content, archive and cache: {paths}. "
        "The next build drops all older builds.",
    ),
    "in-history": Message(
        "Riwayat git masih memuatnya dalam {count} commit. Untuk menghapusnya di sana juga, pasang "
        "git-filter-repo, lalu: git filter-repo --invert-paths --path-glob '*/{id}.md' --path-glob "
        "'*lampiran/{id}/*'; kirim ulang ke semua salinan dengan git push --force --all.",
        "The history of git still holds it in {count} commits. To erase it there too, install "
        "git-filter-repo, then: git filter-repo --invert-paths --path-glob '*/{id}.md' --path-glob "
        "'*lampiran/{id}/*'; push it to every copy with git push --force --all.",
    ),
    "waits-for": Message("{title}: {count}", "{title}: {count}"),
    "waiting-giliran": Message(
        "{record}: menunggu {role} sejak {since} ({days} hari kerja){late}",
        "{record}: waits for {role} since {since} ({days} working days){late}",
    ),
    "waiting-tinjauan": Message(
        "{record}: terbit lewat jalur darurat, menunggu tinjauan {role} sejak {since} "
        "({days} hari kerja){late}",
        "{record}: published on the urgent path, waits for review by {role} since {since} "
        "({days} working days){late}",
    ),
    "waiting-biaya": Message(
        "{record}: biaya belum dicatat sejak terbit {since} ({days} hari kerja)",
        "{record}: nothing recorded about its cost since its release on {since} "
        "({days} working days)",
    ),
    "narrative-dibantah": Message(
        "{what}: pesan dibantah buktinya sendiri: {figures}",
        "{what}: its own evidence speaks against the message: {figures}",
    ),
    "narrative-bertentangan": Message(
        "{what}: dua nilai untuk satu angka: {figures} {said}",
        "{what}: two values for one figure: {figures} {said}",
    ),
    "narrative-sebagian": Message(
        "{what}: sebagian bukti berlawanan dengan pesan: {figures}",
        "{what}: part of the evidence speaks against the message: {figures}",
    ),
    "narrative-tanpa-data": Message(
        "{what}: bukti belum ada: {figures}", "{what}: evidence is missing: {figures}"
    ),
    "narrative-tanpa-publikasi": Message(
        "{what}: pesan tanpa publikasi", "{what}: nothing is published on this message"
    ),
    "narrative-tanpa-pesan": Message(
        "publikasi tanpa pesan: {count}, disebut di /narasi/ dan dalam --json",
        "publications without message: {count}, named on /narasi/ and in --json",
    ),
    "late": Message(", lewat tenggat", ", overdue"),
    "nothing-waits": Message("Tidak ada yang menunggu.", "Nothing waits."),
    "who": Message(
        "Sebut siapa dengan --by; pemegang peran {role}: {people}.",
        "Say who with --by; holders of the role {role}: {people}.",
    ),
}
