"""The words that commands say on a terminal, in Indonesian and in English, and how they are said.

The language is that of PORTAL_LANG where it is set, otherwise Indonesian, as DEFAULT_LANG.
"""

import os
from collections.abc import Iterable

from rich.console import Console

from kinerja.reading.messages import MESSAGES
from tabular.problems import Message, Problem, render_problem

WORDS: dict[str, Message] = {
    "published": Message(
        "Terbit: {publications} publikasi, {services} layanan, {indicators} indikator, "
        "{pages} halaman, {datasets} dataset.",
        "Published: {publications} publications, {services} services, {indicators} indicators, "
        "{pages} pages, {datasets} datasets.",
    ),
    "withheld": Message("Ditahan: {count}", "Withheld: {count}"),
    "drafts": Message("Draf, tidak diperiksa: {count}", "Drafts, not looked at: {count}"),
    "old-edition": Message(
        "Edisi lama tetap tampil: {count}", "An earlier edition stays public: {count}"
    ),
    "mistakes": Message("Kesalahan: {count}", "Mistakes: {count}"),
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
    "output": Message("Situs: {path}", "Site: {path}"),
    "next-due": Message(
        "Perubahan berikut jatuh pada {moment}.", "The next change is due at {moment}."
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
    "no-record": Message(
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
    "unknown-role": Message(
        "Tidak ada peran '{role}'; pilih {choices}.", "There is no role '{role}'; choose {choices}."
    ),
    "not-counted": Message(
        "Keputusan tidak dicatat, karena tidak akan dihitung:",
        "The decision is not recorded, because it would not count:",
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
        "Berikutnya: {role}, dengan invoke approve --id {id} --as {role}",
        "Next: {role}, with invoke approve --id {id} --as {role}",
    ),
    "after-setuju": Message(
        "{id} disetujui; terbit pada invoke build berikutnya.",
        "{id} is approved; the next invoke build publishes it.",
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
        "Tidak ditandatangani, tidak dicatat: {reason}", "Not signed, not recorded: {reason}"
    ),
    "bad-person": Message(
        "'{person}' bukan alamat surel; tulis seperti editor@unit.example.",
        "'{person}' is no mail address; write it like editor@unit.example.",
    ),
    "key-made": Message(
        "Kunci dibuat: {path}. Simpan berkas itu untuk Anda sendiri; jangan dikirim ke siapa pun.\n"
        "Serahkan baris berikut kepada pemegang tata-kelola/penanda.allowed_signers:\n{line}",
        "Key made: {path}. Keep that file to yourself; send it to nobody.\n"
        "Give this line to the keeper of tata-kelola/penanda.allowed_signers:\n{line}",
    ),
    "unknown-reason": Message(
        "Tidak ada alasan '{reason}'; pilih {choices}.",
        "There is no reason '{reason}'; choose {choices}.",
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
    "no-order": Message(
        "Urutan tidak dikenal; pilih {choices}.", "Unknown order; choose {choices}."
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
    "late": Message(", lewat tenggat", ", overdue"),
    "nothing-waits": Message("Tidak ada yang menunggu.", "Nothing waits."),
    "no-manifest": Message(
        "Manifes {path} tidak dapat dibaca: {reason}.", "Cannot read the manifest {path}: {reason}."
    ),
    "differs": Message(
        "{count} berkas di atas berbeda dari manifes.",
        "{count} files above differ from the manifest.",
    ),
    "same": Message(
        "Sama: {count} berkas cocok dengan manifes.", "Same: {count} files match the manifest."
    ),
    "who": Message(
        "Sebut siapa dengan --by; pemegang peran {role}: {people}.",
        "Say who with --by; holders of the role {role}: {people}.",
    ),
    "begun": Message(
        "Isi masih kosong, jadi dibuat pula: {path}.",
        "The content was empty, so this was made too: {path}.",
    ),
    "created": Message(
        "Dibuat: {path}. Isi bagian yang bertanda TULIS, lalu jalankan invoke check.",
        "Created: {path}. Fill in what is marked TULIS, then run invoke check.",
    ),
    "exists": Message("{path} sudah ada; pilih --id lain.", "{path} exists; choose another --id."),
    "unknown-type": Message(
        "Tidak ada jenis '{type}'; pilih {choices}.", "There is no type '{type}'; choose {choices}."
    ),
    "bad-id": Message(
        "'{id}' bukan id; pakai huruf kecil, angka, dan tanda hubung.",
        "'{id}' is no id; use lower-case letters, digits and hyphens.",
    ),
}


def language() -> str:
    """Return the language of messages: id or en."""
    return "en" if os.environ.get("PORTAL_LANG", "id") == "en" else "id"


def say(name: str, **details: object) -> str:
    """Return a sentence in the language of the user."""
    message = WORDS[name]
    return (message.en if language() == "en" else message.id).format(**details)


def console() -> Console:
    """Return the terminal: colours and bars only where somebody looks at it."""
    return Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def print_problems(terminal: Console, problems: Iterable[Problem]) -> None:
    """Print every mistake on a line of its own."""
    for item in problems:
        terminal.print(render_problem(item, MESSAGES, language()))
