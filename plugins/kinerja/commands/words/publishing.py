"""What `invoke publish` says."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "bad-target": Message(
        "--to '{target}' tidak dikenal; tulis folder, atau user@host:/folder.",
        "--to '{target}' is not known; write a folder, or user@host:/folder.",
    ),
    "no-program": Message(
        "{program} belum terpasang di komputer ini; pasang (apt-get install rsync openssh-client), "
        "lalu ulangi.",
        "{program} is not installed on this machine; install it (apt-get install rsync "
        "openssh-client), then try again.",
    ),
    "target-failed": Message(
        "Target tidak tercapai atau tidak menerima ({program}: {reason}). Situs yang tersaji tidak "
        "berubah; periksa alamat, kunci SSH, ruang disk, dan izin folder, lalu ulangi.",
        "The target is out of reach or does not take it ({program}: {reason}). What is served is "
        "unchanged; look at address, SSH key, disk and rights of the folder, then try again.",
    ),
    "target-busy": Message(
        "{folder} sedang diisi oleh invoke publish lain; ulangi setelah itu selesai.",
        "Another invoke publish is at work on {folder}; try again when it is done.",
    ),
    "target-foreign": Message(
        "{folder} bukan folder invoke publish dan tidak kosong; kosongkan atau sebut yang lain.",
        "{folder} is no folder of invoke publish and not empty; empty it or name another one.",
    ),
    "target-differs": Message(
        "{count} berkas di target tidak seperti manifes, pertama {path}. Situs yang tersaji tidak "
        "berubah; ulangi, dan periksa disk target bila berulang.",
        "{count} files at the target are not as the manifest says, first {path}. What is served "
        "is unchanged; try again, and look at the disk there if it happens again.",
    ),
    "output-differs": Message(
        "{count} berkas situs ini tidak seperti manifesnya, pertama {path}; jalankan invoke build.",
        "{count} files of this site are not as its manifest says, first {path}; run invoke build.",
    ),
    "output-older": Message(
        "Situs ini lebih tua daripada yang tersaji: ada keputusan, rilis, atau penghapusan yang "
        "tidak ada di sini. Ambil isi terbaru (git pull), jalankan invoke build, lalu ulangi.",
        "This site is behind the one that is served: it lacks decisions, releases or erasures. "
        "Get the newest content (git pull), run invoke build, then try again.",
    ),
    "broken-seal": Message(
        "Tanda tangan {path} bukan atas manifes ini; jalankan invoke build.",
        "The signature {path} is not on this manifest; run invoke build.",
    ),
    "sealed-by": Message("Manifes ditandatangani oleh {key}.", "The manifest is signed by {key}."),
    "unsealed": Message(
        "Manifes tidak ditandatangani (MANIFEST_KEY).", "The manifest is not signed (MANIFEST_KEY)."
    ),
    "site-is-example": Message(
        "Ini situs contoh: EXAMPLE_NOTICE tampil di setiap halaman dan kunci contoh berlaku.",
        "This is a site of the example: EXAMPLE_NOTICE on every page, its keys count.",
    ),
    "compared-with": Message(
        "Dibandingkan dengan rilis {number} yang tersaji (hari {day}):",
        "Compared with release {number}, which is served (day {day}):",
    ),
    "first": Message("Belum ada rilis di sana.", "There is no release there yet."),
    "there-withdrawn": Message("Ditarik: {count}", "Withdrawn: {count}"),
    "there-gone": Message("Hilang: {count}", "Gone: {count}"),
    "there-changed": Message("Berubah: {count}", "Changed: {count}"),
    "there-new": Message("Baru: {count}", "New: {count}"),
    "more-addresses": Message("  dan {count} lagi", "  and {count} more"),
    "only-told": Message(
        "Hanya dilihat (--dry-run); tidak ada yang berubah.",
        "Only looked at (--dry-run); nothing has changed.",
    ),
    "already-served": Message(
        "Rilis {number} sudah sama dengan situs ini, setiap bitanya.",
        "Release {number} is this site already, every byte of it.",
    ),
    "served": Message(
        "Tersaji: rilis {number} di {folder}; {count} berkas cocok dengan manifes.",
        "Served: release {number} in {folder}; {count} files match the manifest.",
    ),
    "erased-there": Message(
        "Rilis lama yang memuat naskah terhapus ikut dihapus: {count}",
        "Older releases that had an erased text are gone too: {count}",
    ),
    "nothing-before": Message(
        "Tidak ada rilis sebelum ini di {folder}.", "There is no release before this in {folder}."
    ),
    "withdrawn-since": Message(
        "Rilis {number} memuat yang sudah ditarik ({addresses}), jadi tidak boleh tampil lagi; "
        "jalankan invoke build, lalu invoke publish.",
        "Release {number} shows what was withdrawn since ({addresses}), so it may not come back; "
        "run invoke build, then invoke publish.",
    ),
    "went-back": Message(
        "Tersaji lagi: rilis {number}. Penerbitan berikut menggantinya; hentikan jadwalnya dahulu.",
        "Served again: release {number}. The next publication replaces it; stop its timer first.",
    ),
}
