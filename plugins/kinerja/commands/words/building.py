"""What all other commands say: building, checking, serving, beginning records, verifying."""

from tabular.problems import Message

WORDS: dict[str, Message] = {
    "options-missing": Message(
        "Belum disebut: {options}. Contoh: {line}", "Missing: {options}. Example: {line}"
    ),
    "no-number": Message(
        "{option}: '{value}' bukan bilangan; tulis dengan angka saja.",
        "{option}: '{value}' is no number; write digits only.",
    ),
    "published": Message(
        "Terbit: {publications} publikasi, {issues} jawaban isu, {lessons} panduan, "
        "{services} layanan, {indicators} indikator, {pages} halaman, {datasets} dataset.",
        "Published: {publications} publications, {issues} answers to issues, {lessons} guides, "
        "{services} services, {indicators} indicators, {pages} pages, {datasets} datasets.",
    ),
    "withheld": Message("Ditahan: {count}", "Withheld: {count}"),
    "drafts": Message("Draf, tidak diperiksa: {count}", "Drafts, not looked at: {count}"),
    "old-edition": Message(
        "Edisi lama tetap tampil: {count}", "An earlier edition stays public: {count}"
    ),
    "mistakes": Message("Kesalahan: {count}", "Mistakes: {count}"),
    "advice": Message(
        "Saran, tidak menahan apa pun: {count}", "Advice, which keeps nothing back: {count}"
    ),
    "waiting-posts": Message(
        "Kiriman yang belum terbit: {count}", "Posts that are not published yet: {count}"
    ),
    "no-mistakes": Message("Tidak ada kesalahan.", "No mistakes."),
    "files": Message(
        "Berkas: {files}, berubah {changed}. Rilis baru: {minted}.",
        "Files: {files}, changed {changed}. New releases: {minted}.",
    ),
    "steps": Message("Detik per langkah: {steps}", "Seconds per step: {steps}"),
    "step-read": Message("membaca dan memutus", "read and decide"),
    "step-prepare": Message("menyiapkan", "prepare"),
    "step-write": Message("menulis halaman", "write pages"),
    "step-seal": Message("menyegel", "seal"),
    "step-swap": Message("menukar", "swap"),
    "unchanged": Message(
        "Tidak ada yang berubah sejak build terakhir; situs tetap seperti adanya.",
        "Nothing changed since the last build; the site stays as it is.",
    ),
    "output": Message("Situs: {path}", "Site: {path}"),
    "next-due": Message(
        "Perubahan berikut jatuh pada {moment}; jalankan invoke build lagi saat itu.",
        "The next change is due at {moment}; run invoke build again then.",
    ),
    "dead-links": Message(
        "Tautan mati di dalam situs: {count}", "Dead links inside the site: {count}"
    ),
    "unused-redirects": Message(
        "Baris alih-alamat.csv yang tidak dipakai, karena di alamat itu ada halaman atau karena "
        "berputar: {count}",
        "Rows of alih-alamat.csv that are not used, as a page stands there or they lead round: "
        "{count}",
    ),
    "stopped": Message(
        "Build berhenti, situs tidak berubah. Perbaiki {count} kesalahan di atas.",
        "The build stopped, the site is unchanged. Mend the {count} mistakes above.",
    ),
    "changed-meanwhile": Message(
        "Isi berubah selama build ({names}); situs tidak berubah. Ulangi invoke build.",
        "The content changed during the build ({names}); the site is unchanged. Run it again.",
    ),
    "worker-died": Message(
        "Sebuah proses build berhenti di tengah pekerjaan, saat mengerjakan: {reason}. Situs "
        "tetap seperti adanya; periksa memori mesin, lalu jalankan lagi, bila perlu dengan "
        "WORKERS=1.",
        "A process of the build ended in the midst of its work, at: {reason}. The site stays as "
        "before; look at the memory of the machine, then run again, with WORKERS=1 if need be.",
    ),
    "cluster-lost": Message(
        "Klaster tidak menjawab atau tidak punya proses lagi ({reason}). Situs tetap seperti "
        "adanya; periksa penjadwal dan prosesnya, atau jalankan tanpa --cluster.",
        "The cluster does not answer or has no process any more ({reason}). The site stays as "
        "before; look at its scheduler and processes, or run without --cluster.",
    ),
    "cluster-differs": Message(
        "Sebuah proses klaster melihat yang lain daripada proses utama: {reason}. Situs tetap "
        "seperti adanya; samakan seperti di docs/operations.md, lalu mulai ulang prosesnya.",
        "A process of the cluster does not see what the main process sees: {reason}. The site "
        "stays as before; make it the same as docs/operations.md says, then start it again.",
    ),
    "not-ours": Message(
        "{reason} bukan hasil build kami dan tidak kosong; kosongkan atau pilih --output lain.",
        "{reason} is no build of ours and not empty; empty it or choose another --output.",
    ),
    "waiting": Message(
        "Menunggu build lain ({holder}) selesai ...", "Waiting for another build ({holder}) ..."
    ),
    "busy": Message(
        "Build lain ({reason}) tidak selesai dalam sepuluh menit; hentikan, lalu ulangi.",
        "Another build ({reason}) did not end in ten minutes; stop it, then try again.",
    ),
    "environment": Message(
        "Tidak dapat menulis atau membaca: {reason}. Situs tidak berubah.",
        "Cannot write or read: {reason}. The site is unchanged.",
    ),
    "setting": Message("Pengaturan salah: {reason}", "Wrong setting: {reason}"),
    "bug": Message(
        "Kesalahan program, situs tidak berubah: {reason}. Rincian di {path}; laporkan.",
        "An error of the program, the site is unchanged: {reason}. Details in {path}; report it.",
    ),
    "serving": Message(
        "Situs di http://127.0.0.1:{port}/ (Ctrl-C untuk berhenti)",
        "Site at http://127.0.0.1:{port}/ (Ctrl-C to stop)",
    ),
    "no-output": Message(
        "Tidak ada situs di {path}; jalankan invoke build dahulu.",
        "There is no site in {path}; run invoke build first.",
    ),
    "port-taken": Message(
        "Port {port} sedang dipakai; pilih yang lain dengan --port.",
        "Port {port} is in use; choose another with --port.",
    ),
    "no-content": Message(
        "Tidak ada folder isi {path}; sebut yang benar dengan --content.",
        "There is no content folder {path}; name the right one with --content.",
    ),
    "no-manifest": Message(
        "Manifes {path} tidak dapat dibaca: {reason}.", "Cannot read the manifest {path}: {reason}."
    ),
    "no-rebuild": Message(
        "Tidak dapat dibangun ulang, jadi tidak dapat dibandingkan:\n{reason}",
        "It cannot be built again, so there is nothing to compare:\n{reason}",
    ),
    "differs": Message(
        "{count} berkas di atas berbeda dari manifes.",
        "{count} files above differ from the manifest.",
    ),
    "same": Message(
        "Sama: {count} berkas cocok dengan manifes.", "Same: {count} files match the manifest."
    ),
    "begun": Message(
        "Isi masih kosong, jadi dibuat pula: {path}.",
        "The content was empty, so this was made too: {path}.",
    ),
    "created": Message(
        "Dibuat: {path}. Lengkapi, juga tanda TULIS, lalu jalankan ./invoke check{content}.",
        "Created: {path}. Complete it, also at TULIS, then run ./invoke check{content}.",
    ),
    "exists": Message("{path} sudah ada; pilih --id lain.", "{path} exists; choose another --id."),
    "unknown-choice": Message(
        "--{option}: '{value}' tidak dikenal; pilih {choices}.",
        "--{option}: '{value}' is not known; choose {choices}.",
    ),
    "bad-id": Message(
        "'{id}' bukan id; pakai huruf kecil, angka, dan tanda hubung.",
        "'{id}' is no id; use lower-case letters, digits and hyphens.",
    ),
}
