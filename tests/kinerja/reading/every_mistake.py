"""A content folder with every mistake that the portal knows, each in the smallest file for it."""

import os
import shutil
import socket
from datetime import datetime, timedelta
from pathlib import Path

from kinerja.approval.gate import decide
from kinerja.approval.trust import Trust, read_trusted
from kinerja.building.announced import MANIFEST, lost_records
from kinerja.building.settings import read_settings
from kinerja.commands.deciding import append_decision
from kinerja.model.fields import Digest
from kinerja.model.governance import Act, Role
from kinerja.reading.layout import archive_folder
from tabular.problems import Problem
from tests.kinerja import contents
from tests.kinerja.building.test_settings import USUAL
from tests.kinerja.contents import APPROVED, AS_OF, DATASET, approve, change, decision, read, write
from tests.kinerja.tables import MORE_TABLES

from .mistaken_files import HEADER, ROWS, TEXTS
from .mistaken_posts import change_public_posts, write_public_posts

HOUR = timedelta(hours=1)
KEY = "SHA256:akar"

FILM = "{berkas: film.txt, durasi: '1:00', transkrip: Halo., poster: film.txt}"
BODY = """\
<b>tebal</b>
[skrip](javascript:a)
![](lampiran:hilang.png)
{{kepuasan}}
Lihat {{grafik kepuasan 2023..2024}} ini.
![a](https://lain.example/a.png)
[](rekor:nikah)
TULIS isi di sini.
"""

FIGURES = """\
Yang masuk 4 + 5 = 10 aduan.
Sebanyak 3 dari 4 aduan (80 persen) selesai.
Biayanya Rp1.00.000, pagunya Rp68.591.964.324.339 triliun, dananya 2 milyar.
Dibuka Selasa, 22 Desember 2025.
Kepuasan {{kepuasan 2024}} persen.
Peserta meningkat setiap tahun: 30; 20; 10.
Nilai {{kepuasan 2024}} berarti A.
Kepuasan turun dari {{kepuasan 2023}} menjadi {{kepuasan 2024}}.
Indeks kepuasan pengantin pada 2024 adalah 78,9.
"""
LEXICON = """\
- {id: acara, kelompok: seremonial, bobot: 8, kata: [melantik, apel], saran: Tulis hasilnya.}
- {id: hasil, kelompok: kinerja, bobot: 5, kata: [persen], saran: Mulai dari sini.}
- {id: hina, kelompok: serangan, bobot: 9, kata: [bodoh], saran: Kata ini menghina. Hapus.}
"""
CEREMONY: dict[str, str | None] = {
    "judul": "Kepala melantik 25 pejabat",
    "ringkasan": f"Dalam apel. {contents.SUMMARY}",
}
NO_FIGURE: dict[str, str | None] = {
    "indikator": None,
    "manfaat": "Hemat 15 menit.",
    "body": "Tanpa angka.\n",
}
LONG = f"Tulis ke ZZZ {'dan seterusnya ' * 15}sampai selesai.\n"

PERSONAL = """\
Pelapor ber-NIK 3201014506870001 menulis ke fulan@gmail.com.
Teleponnya 0812-3456-7890, rekeningnya BRI 0123-01-012345-50-1 a.n. Fulan.
"""

EXEMPTIONS = "[{kode: B09, kutipan: a, alasan: b}, {kode: N01, kutipan: 7 + 7, alasan: b}]"

RECORDS: tuple[tuple[str, str, dict[str, str | None]], ...] = (
    (
        "publikasi",
        "bidang",
        {
            "kode": "01k",
            "judul": "a <b>",
            "ringkasan": "pendek",
            "unit": "Bimas",
            "tanggal": "1 Maret 2026",
            "status": "terbit",
            "jadwal_terbit": "besok",
            "kontak": "redaksi",
            "layanan": "nikah",
            "indikator": "[kepuasan@lama]",
            "format": None,
            "manfaat": "''",
            "gambar": "[a]",
            "sosial": "{x: [{n: satu, teks: a}]}",
            "koreksi": "[{jenis: kecil, sebelum: a, sesudah: b, alasan: c, ditemukan_oleh: d}]",
            "jdul": "a",
            "Save_as": "index.html",
        },
    ),
    ("publikasi", "sumber-sendiri", {"sumber": "[{judul: a, penerbit: b, url: c}]"}),
    ("publikasi", "tanpa-layanan", {"layanan": "[]"}),
    ("publikasi", "tanpa-alt", {"gambar": "hilang.png"}),
    ("publikasi", "tanpa-angka", {"indikator": None, "manfaat": "Tanpa angka."}),
    ("publikasi", "tanpa-data", {"format": "infografik"}),
    ("publikasi", "bukan-film", {"format": "video"}),
    ("publikasi", "film", {"format": "video", "video": FILM}),
    (
        "publikasi",
        "lembaran",
        {"format": "lembar-data", "indikator": None, "manfaat": "Hemat 15 menit."},
    ),
    ("publikasi", "tahun", {"tanggal": "2025-12-31"}),
    ("isu", "bukti", {"bukti": "['kepuasan@2019', laporen]"}),
    ("isu", "nilai", {"bukti": "[laporan, 'kepuasan@2019']"}),
    ("isu", "waktu", {"dilaporkan": "2026-01-29T08:00:00+07:00"}),
    ("edukasi", "kanal", {"topik": "korupsi", "kanal": "[{nama: a, batas_hari_kerja: {b: c}}]"}),
    ("indikator", "predikat", {"satuan": "predikat", "skala": "opini", "presisi": None}),
    ("indikator", "skala", {"skala": "opini"}),
    ("indikator", "kedua", {}),
    ("indikator", "ketiga", {}),
    ("halaman", "menanti", {"body": "{{ketiga 2023}}\n"}),
    ("indikator", "periode", {"mulai": "lama", "presisi": "10"}),
    ("layanan", "standar", {"standar": "teks"}),
    ("halaman", "yaml", {"judul": "&a A", "manfaat": "!x b", "pesan": "*a\npesan: c"}),
    ("halaman", "tersembunyi", {"judul": "'A\nbiaya: b'"}),
    ("halaman", "nikah", {}),
    ("halaman", "metode", {}),
    ("halaman", "salinan", {"kode": contents.CODES["layanan"]}),
    ("halaman", "tautan-mati", {"body": "[a](rekor:nikahi)\n"}),
    ("halaman", "unit-lain", {"unit": "zzz"}),
    ("halaman", "unit-lama", {"unit": "lama"}),
    ("halaman", "angka", {"body": "{{kepuasan 2019}}\n"}),
    ("halaman", "sumber", {"body": "[a](sumber:1)\n"}),
    ("halaman", "isi", {"body": BODY}),
    ("publikasi", "seremoni", {**CEREMONY, **NO_FIGURE}),
    ("publikasi", "dibalik", CEREMONY),
    ("publikasi", "tanpa-ukuran", NO_FIGURE),
    ("isu", "menyerang", {**CEREMONY, "body": "Klaim itu bodoh.\n", "indikator": None}),
    ("halaman", "panjang", {"body": LONG}),
    ("halaman", "pribadi", {"body": PERSONAL}),
    ("publikasi", "angka-keliru", {"pengecualian": EXEMPTIONS, "body": FIGURES}),
    ("halaman", "baru", {}),
    ("halaman", "mirip", {"judul": "K\N{CYRILLIC SMALL LETTER O}ntak"}),
    ("halaman", "draf", {"status": "draf"}),
    ("halaman", "putusan", {}),
    ("halaman", "dihapus", {}),
)
"""Kind, id and what is wrong of every record that was never approved."""

APPROVED_RECORDS = ("arsip-hilang", "ditarik", "terhapus", "berubah")


def write_every_mistake(root: Path) -> Path:
    """Write the folder; as of AS_OF every message of the portal is said of it."""
    contents.write_content(root)
    second = "lama,Unit Lama,,eselon-1,,,2025-12-31,bimas,lama@gmail.com\n"
    write(root, "data/unit.csv", contents.TABLES["data/unit.csv"] + second)
    labels = "predikat,predikat,kategori,,\n"
    write(root, "data/satuan.csv", contents.TABLES["data/satuan.csv"] + labels)
    write(root, "data/libur.csv", "tanggal;nama\n")
    write(root, "data/skala.yaml", MORE_TABLES["skala"])
    write(root, "data/leksikon.yaml", LEXICON)
    for record_id in APPROVED_RECORDS:
        contents.write_record(root, "halaman", record_id)
        approve(root, record_id)
    contents.release(root, AS_OF - 24 * HOUR)
    write_public_posts(root, AS_OF - 20 * HOUR)
    for kind, record_id, changes in RECORDS:
        contents.write_record(root, kind, record_id, **changes)
    _change_what_was_approved(root)
    change_public_posts(root)
    _decide(root)
    for path, data in TEXTS.items():
        write(root, path, data)
    _fill_the_release_log(root)
    _put_strange_files(root)
    return root


def every_problem(root: Path) -> list[Problem]:
    """Return every mistake of the folder, what a build misses, and every reason not to publish.

    The manifest before announced what is not there; the root key is one that is refused.
    """
    content = read_trusted(root, AS_OF.date(), Trust(KEY, frozenset({KEY})))
    decided = [decide(content, AS_OF, mint) for mint in (True, False)]
    verdicts = (verdict for each in decided for verdict in each.verdicts.values())
    reasons = {reason for verdict in verdicts for reason in verdict.reasons}
    output = root.with_name(f"{root.name}-situs")
    write(output, MANIFEST, '{"keputusan": ["a"], "rilis": {"baris": 1, "sidik": "b"}}')
    settings = read_settings({**USUAL, "PATH": str(root), "OUTPUT_PATH": str(output)})
    found = (*decided[0].problems, *decided[0].advice, *decided[0].waiting_posts)
    return [*found, *lost_records(settings, content), *sorted(reasons)]


def _change_what_was_approved(root: Path) -> None:
    write(root, DATASET, "\n".join([HEADER, ROWS[0], ROWS[2], ""]))
    change(root, contents.PATHS["halaman"], contents.CODES["halaman"], f"01K{99:023}")
    scale = "skala: mutu\nputus_seri: [{periode: '2024', alasan: Cara baru.}]\nfrekuensi"
    change(root, contents.PATHS["indikator"], "frekuensi", scale)
    change(root, "halaman/berubah.md", "Tulis ke", "Tulis kepada")
    lost = read(root).editions["arsip-hilang"].digest
    shutil.rmtree(archive_folder(root, lost))
    change(root, "halaman/arsip-hilang.md", "Tulis ke", "Tulis kepada")
    (root / "halaman/terhapus.md").unlink()


def _decide(root: Path) -> None:
    """Approve what cannot be shown yet, withdraw one record, and decide against every rule."""
    later = AS_OF + 24 * HOUR
    contents.write_record(root, "halaman", "menunggu")
    contents.write_record(root, "halaman", "terjadwal", jadwal_terbit=later.isoformat())
    approve(root, "menunggu")
    approve(root, "terjadwal")
    digest = read(root).editions["ditarik"].digest
    append_decision(root, decision("ditarik", digest, Act.WITHDRAW, APPROVED + 2 * HOUR))
    both = "".join(f"- {{orang: dua@portal.example, peran: {role}}}\n" for role in contents.PERSONS)
    more = "".join(
        f"- {{orang: editor@portal.example, peran: {role}}}\n"
        for role in ("editor", "walidata", "kepala-unit, unit: lama", "editor, sebagai: plh")
    )
    write(root, "tata-kelola/peran.yaml", contents.TABLES["tata-kelola/peran.yaml"] + both + more)
    _say(root, 1, Act.SUBMIT, Role.AUTHOR, "dua@portal.example")
    _say(root, 2, Act.APPROVE, Role.RESPONSIBLE, "orang@lain.example")
    _say(root, 3, Act.APPROVE, Role.AUTHOR, contents.PERSONS[Role.AUTHOR])
    _say(root, 4, Act.APPROVE, Role.RESPONSIBLE, "dua@portal.example")
    _say(root, 5, Act.APPROVE, Role.EDITOR, "editor@portal.example")
    _say(root, 6, Act.RETURN, Role.DATA_STEWARD, "editor@portal.example")
    _say(root, 7, Act.RETURN, Role.HEAD_OF_UNIT, "editor@portal.example")
    _say(root, 8, Act.SUBMIT, Role.AUTHOR, contents.PERSONS[Role.AUTHOR], "tanda tangan")
    never_handed_in = decision("putusan", Digest("b" * 64), Act.APPROVE, APPROVED + 9 * HOUR)
    append_decision(root, never_handed_in)
    digest = read(root).editions["seremoni"].digest
    handed_in = decision("seremoni", digest, Act.SUBMIT, APPROVED)
    append_decision(root, handed_in.model_copy(update={"reason_code": "seremonial"}))
    append_decision(root, decision("seremoni", digest, Act.APPROVE, APPROVED + HOUR))
    line = (root / "persetujuan/nikah.jsonl").read_text("utf-8").splitlines()[0]
    write(root, "persetujuan/salah.jsonl", f"{line}\n")


def _say(
    root: Path, hour: int, act: Act, role: Role, person: str, signature: str | None = None
) -> None:
    digest = read(root).editions["putusan"].digest
    known = role if role in contents.PERSONS else Role.RESPONSIBLE
    made = decision("putusan", digest, act, APPROVED + hour * HOUR, known)
    changes = {"person": person, "role": role, "signature": signature}
    append_decision(root, made.model_copy(update=changes))


def _fill_the_release_log(root: Path) -> None:
    """Leave no second for a further release, and break the order of times."""
    stamp: datetime = AS_OF
    row = f"01K{98:023},{'a' * 64},{stamp.isoformat()}\n"
    log = (root / "data/rilis.csv").read_text("utf-8")
    write(root, "data/rilis.csv", log + row * 2)


def _put_strange_files(root: Path) -> None:
    """A link, and a socket, which cannot be read; a socket is bound by a short path."""
    (root / "halaman/tautan.md").symlink_to("kontak.md")
    (root / "persetujuan/folder.jsonl").mkdir()
    Path(os.fsdecode(bytes(root) + b"/halaman/\xff.md")).touch()
    here = Path.cwd()
    os.chdir(root / "halaman")
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind("soket.md")
    finally:
        os.chdir(here)
