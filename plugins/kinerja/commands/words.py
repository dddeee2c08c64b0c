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
    "approved": Message(
        "{id} disetujui; terbit pada invoke build berikutnya.",
        "{id} is approved; the next invoke build publishes it.",
    ),
    "who": Message(
        "Sebut siapa dengan --by; pemegang peran {role}: {people}.",
        "Say who with --by; holders of the role {role}: {people}.",
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
