"""`invoke new`: begin a record with a code of its own and every key it needs."""

import secrets
import time
from pathlib import Path

from kinerja.building.settings import parse_as_of
from kinerja.disk import write_atomic
from kinerja.model.fields import is_slug
from kinerja.model.records import RECORD_TYPES, Kind

from .guard import guarded
from .words import console, say

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

COMMON = """\
---
kode: {code}
judul: {title}
ringkasan: TULIS ringkasan 40 sampai 300 karakter tentang apa yang dicapai dan untuk siapa.
unit: {unit}
tanggal: {day}
status: draf
"""
OWN: dict[Kind, str] = {
    Kind.PUBLICATION: """\
format: artikel
layanan: []  # id layanan, misalnya [madrasah]
manfaat: TULIS satu kalimat, apa yang diperoleh publik, dengan angka.
indikator: []  # rujukan, misalnya [ikjhi@2025]
biaya: belum
sumber: []  # id dari data/sumber.csv
""",
    Kind.SERVICE: """\
nama: {title}
penyelenggara: {unit}
standar:
  persyaratan: TULIS apa yang perlu dibawa.
  tarif: TULIS tarif.
  jangka_waktu: TULIS berapa lama.
  pengaduan: TULIS tempat mengadu.
""",
    Kind.INDICATOR: """\
nama: {title}
definisi: TULIS apa yang diukur.
satuan: TULIS-id-satuan
arah: naik
penerbit: TULIS penerbit.
metode: TULIS cara mengukur.
frekuensi: tahunan
""",
    Kind.PAGE: "",
}
"""Keys that a type needs beyond those of every record."""

BODY = "---\n\nTULIS isi di sini.\n"


@guarded
def run(content: str, kind_name: str, record_id: str, title: str, unit: str) -> int:
    """Write the file; 0 written, 2 when type or id cannot be used or the file exists."""
    terminal = console()
    if kind_name not in {str(kind) for kind in RECORD_TYPES}:
        choices = ", ".join(RECORD_TYPES)
        terminal.print(say("unknown-type", type=kind_name, choices=choices))
        return 2
    for word in (record_id, unit):
        if not is_slug(word):
            terminal.print(say("bad-id", id=word))
            return 2
    if not Path(content).is_dir():
        terminal.print(say("no-content", path=Path(content).absolute()))
        return 2
    kind, now = Kind(kind_name), parse_as_of("")
    year = f"{now.year}/" if kind is Kind.PUBLICATION else ""
    path = Path(content) / str(kind) / f"{year}{record_id}.md"
    if path.exists():
        terminal.print(say("exists", path=path))
        return 2
    text = (COMMON + OWN[kind] + BODY).format(
        code=new_ulid(), title=_quoted(title), unit=unit, day=now.date().isoformat()
    )
    write_atomic(path, text.encode())
    terminal.print(say("created", path=path))
    return 0


def new_ulid() -> str:
    """Mint a ULID: 48 bits of milliseconds and 80 random bits in Crockford's base 32."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def _quoted(title: str) -> str:
    """Return a title as YAML text: on one line, quoted, so that no sign in it means anything."""
    return "'" + " ".join(title.split()).replace("'", "''") + "'"
