"""A tiny content folder without mistakes, and the means to change one thing in it.

One unit, measure and source, an indicator with its dataset, a service, a publication with a
picture, a page, the holders of two roles and a ledger; every record is approved. The policy is
`kecil`, because no `kebijakan.yaml` says otherwise. Answers to issues and education are written
with `write_record`, further tables with `tests.kinerja.tables`.
"""

import hashlib
import io
from datetime import date, datetime, timedelta
from pathlib import Path
from zlib import crc32

from PIL import Image

from kinerja.approval.archive import write_archived
from kinerja.approval.gate import Decided, decide
from kinerja.building.releasing import record_releases
from kinerja.commands.deciding import append_decision
from kinerja.disk import write_atomic
from kinerja.model.governance import JAKARTA, Act, Decision, Role
from kinerja.model.portal import Content
from kinerja.reading.content import read_content
from kinerja.rendering.site import fingerprint

AS_OF = datetime(2026, 3, 1, 8, 0, 0, tzinfo=JAKARTA)
"""The time as of which the tests build."""

APPROVED = datetime(2026, 2, 2, 9, 0, 0, tzinfo=JAKARTA)
"""When everything in the folder was handed in; it is approved an hour later."""

PERSONS = {
    Role.AUTHOR: "penulis@portal.example",
    Role.RESPONSIBLE: "penanggung-jawab@portal.example",
}
"""Who holds which role."""

UNIT, MEASURE, SOURCE = "bimas", "indeks", "laporan"
SERVICE, INDICATOR, PUBLICATION, PAGE = "nikah", "kepuasan", "nikah-2025", "kontak"
PATHS = {
    "layanan": f"layanan/{SERVICE}.md",
    "indikator": f"indikator/{INDICATOR}.md",
    "publikasi": f"publikasi/2026/{PUBLICATION}.md",
    "halaman": f"halaman/{PAGE}.md",
}
"""Kind of record -> its file; the four records are approved in this order."""

PICTURE = f"lampiran/{PUBLICATION}/grafik.png"
DATASET = f"data/capaian/{INDICATOR}.csv"
DECISIONS = f"persetujuan/{PUBLICATION}.jsonl"

SUMMARY = "Ringkasan yang cukup panjang untuk dibaca, tanpa satu pun kata yang berlebihan."
CODES = {kind: f"01K{number:023}" for number, kind in enumerate(PATHS, 1)}
"""Kind of record -> the ULID of the one record of that kind."""

FRONT: dict[str, dict[str, str]] = {
    "layanan": {
        "judul": "Pencatatan nikah",
        "nama": "Pencatatan nikah",
        "penyelenggara": UNIT,
        "standar": "{persyaratan: Kartu keluarga., tarif: Nol rupiah di kantor.}",
    },
    "indikator": {
        "judul": "Kepuasan pengantin",
        "layanan": f"[{SERVICE}]",
        "nama": "Indeks kepuasan pengantin",
        "definisi": "Rata-rata penilaian pengantin.",
        "satuan": MEASURE,
        "arah": "naik",
        "penerbit": "Badan Contoh",
        "metode": "Survei tahunan.",
        "frekuensi": "tahunan",
        "presisi": "2",
    },
    "publikasi": {
        "judul": "Kepuasan pengantin turun pada 2024",
        "layanan": f"[{SERVICE}]",
        "format": "artikel",
        "manfaat": "Calon pengantin tahu apa yang perlu ditagih.",
        "indikator": f"['{INDICATOR}@2024']",
        "sumber": f"[{SOURCE}]",
        "gambar": "grafik.png",
        "gambar_alt": "Garis yang turun dari 82,10 menjadi 78,25.",
    },
    "halaman": {"judul": "Kontak"},
    "isu": {
        "judul": "Benarkah biaya nikah naik?",
        "layanan": f"[{SERVICE}]",
        "klaim": "Biaya nikah naik tahun ini.",
        "asal_klaim": "Pesan berantai.",
        "pertama_terlihat": "2026-01-30",
        "putusan": "salah",
        "bukti": f"['{INDICATOR}@2024', {SOURCE}]",
        "tindak_lanjut": "Tarif ditempel di loket.",
    },
    "edukasi": {
        "judul": "Cara mengadu",
        "topik": "dumas",
        "kanal": "[{nama: Loket, batas_hari_kerja: {diteruskan: 3, ditindaklanjuti: 5}}]",
    },
}
BODIES = {
    "layanan": "## Cara mendaftar\n\nDatang ke kantor.\n",
    "indikator": "Deret ini dimulai pada 2023.\n",
    "publikasi": (
        f"Indeks 2024 adalah {{{{{INDICATOR} 2024}}}}, dari [1.478 orang](sumber:1).\n\n"
        f"{{{{grafik {INDICATOR} 2023..2024}}}}\n\n"
        f"Lihat [layanannya](rekor:{SERVICE}).\n"
    ),
    "halaman": "Tulis ke redaksi.\n",
    "isu": f"Indeks 2024 adalah {{{{{INDICATOR} 2024}}}}.\n",
    "edukasi": "Mengadu tidak dipungut biaya.\n",
}

TABLES: dict[str, str] = {
    "data/unit.csv": (
        "id,nama,singkatan,jenis,induk,berlaku_dari,berlaku_sampai,penerus,kontak\n"
        f"{UNIT},Bimbingan Contoh,Bimas,eselon-1,,,,,bimas@portal.example\n"
    ),
    "data/satuan.csv": f"id,nama,bentuk,min,maks\n{MEASURE},poin,indeks,0,100\n",
    "data/sumber.csv": (
        "id,judul,penerbit,tanggal,url,diakses,arsip\n"
        f"{SOURCE},Laporan kinerja,Badan Contoh,2025-01-31,https://contoh.example/lkj,,\n"
    ),
    "data/akun.csv": (
        "kode,uraian,dari_tahun,sampai_tahun,keterangan\n521211,Belanja Bahan,2020,,\n"
    ),
    "data/anggaran/2026.csv": (
        "id,unit,program,kegiatan,kro,ro,komponen,akun,uraian,pagu_awal,sumber_dana\n"
        f"bahan,{UNIT},,,,,,521211,,1000000,RM\n"
    ),
    "data/biaya/2026.csv": (
        "id,tgl_catat,tanggal,tahap,lanjutan_dari,rekor,unit,akun,mata_anggaran,uraian,"
        "jumlah,bukti,nomor_bukti,penerima,rup\n"
        f"2026-000001,2026-02-03,2026-02-03,bayar,,{PUBLICATION},{UNIT},521211,bahan,"
        "Cetak poster,250000,sp2d,SP-1,internal,\n"
    ),
    DATASET: (
        "periode,rincian,nilai,target,target_awal,status,sumber,rilis,nilai_lama,nilai_lain,"
        "sumber_lain,alasan,catatan\n"
        f"2023,,82.10,80,,tetap,{SOURCE},,,,,,\n"
        f"2024,,78.25,85,,tetap,{SOURCE},,,,,,\n"
        "2025,,,85,,belum-dilaporkan,,,,,,,\n"
    ),
    "tata-kelola/peran.yaml": "".join(
        f"- {{orang: {person}, peran: {role}, dari: 2024-01-01}}\n"
        for role, person in PERSONS.items()
    ),
}
"""Path -> text of every file that is not a record."""


def record_text(kind: str, body: str | None = None, **changes: str | None) -> str:
    """Return the file of a record; `changes` are keys with their YAML, None leaves a key out."""
    usual = {
        "kode": CODES.get(kind, f"01K{90:023}"),
        "ringkasan": SUMMARY,
        "unit": UNIT,
        "tanggal": "2026-02-01",
        "status": "siap",
    }
    front = {**usual, **FRONT[kind], **changes}
    keys = "".join(f"{key}: {value}\n" for key, value in front.items() if value is not None)
    return f"---\n{keys}---\n{BODIES[kind] if body is None else body}"


def picture_bytes(form: str = "PNG", size: tuple[int, int] = (8, 6)) -> bytes:
    """Return a picture of one colour: width and height in pixels."""
    buffer = io.BytesIO()
    Image.new("RGB", size, "teal").save(buffer, form)
    return buffer.getvalue()


def pretended_picture(size: tuple[int, int]) -> bytes:
    """Return a PNG whose header says another size than it has."""
    small = picture_bytes()
    begin, chunk, rest = small[:12], small[12:29], small[33:]
    chunk = chunk[:4] + b"".join(side.to_bytes(4, "big") for side in size) + chunk[12:]
    return begin + chunk + crc32(chunk).to_bytes(4, "big") + rest


def photo_address(stem: str = "grafik") -> str:
    """Return where the publication shows an attached `picture_bytes()`, as JPEG."""
    digest = hashlib.sha256(picture_bytes()).hexdigest()
    return f"/publikasi/2026/{PUBLICATION}/gambar/{stem}-{fingerprint(digest.encode())}-8.jpg"


def write(root: Path, path: str, data: str | bytes) -> None:
    """Write one file below the content folder, over what stood there."""
    write_atomic(root / path, data.encode() if isinstance(data, str) else data)


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that must stand in a file of the content folder."""
    text = (root / path).read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {path}"
    write(root, path, text.replace(old, new))


def write_content(root: Path) -> Path:
    """Write the whole folder, approve its records, and return it."""
    for path, text in TABLES.items():
        write(root, path, text)
    for kind, path in PATHS.items():
        write(root, path, record_text(kind))
    write(root, PICTURE, picture_bytes())
    for path in PATHS.values():
        approve(root, Path(path).stem)
    return root


def write_record(root: Path, kind: str, record_id: str, **changes: str | None) -> str:
    """Write one more record, not approved, with a code of its own; return its path."""
    path = Path(PATHS.get(kind, f"{kind}/_")).with_name(f"{record_id}.md").as_posix()
    number = int(hashlib.sha256(path.encode()).hexdigest(), 16) % 10**23
    usual: dict[str, str | None] = {"kode": f"01K{number:023}"}
    if kind == "publikasi":
        usual |= {"gambar": None, "gambar_alt": None}
    write(root, path, record_text(kind, **{**usual, **changes}))
    return path


def approve(root: Path, record_id: str, when: datetime = APPROVED) -> None:
    """Hand in the present edition of a record at `when`, and approve it an hour later."""
    edition = read(root).editions[record_id]
    write_archived(root, edition)
    append_decision(root, decision(record_id, edition.digest, Act.SUBMIT, when))
    later = when + timedelta(hours=1)
    append_decision(root, decision(record_id, edition.digest, Act.APPROVE, later))


def decision(
    record_id: str, digest: str, act: Act, when: datetime, role: Role | None = None
) -> Decision:
    """Return a decision by the holder of the role: the author hands in, else the responsible."""
    role = role or (Role.AUTHOR if act is Act.SUBMIT else Role.RESPONSIBLE)
    return Decision.model_validate(
        {
            "v": 1,
            "record": record_id,
            "digest": digest,
            "role": role,
            "person": PERSONS[role],
            "act": act,
            "time": when,
        }
    )


def read(root: Path, day: date = AS_OF.date()) -> Content:  # noqa: B008  a constant, never changed
    """Read the folder as of a day."""
    return read_content(root, day)


def release(root: Path, as_of: datetime = AS_OF) -> Decided:
    """Decide as a build does at that time; archive what is public and write the new releases."""
    decided = decide(read(root, as_of.date()), as_of, mint=True)
    record_releases(root, decided)
    return decided


def told(root: Path, path: str) -> list[tuple[int, str, str]]:
    """Return line, field and code of every mistake of one file."""
    found = [item for item in release(root).problems if item.path == path]
    return [(item.line, item.field, item.code) for item in found]
