"""A content folder into which every vector was written, wherever a unit can write text."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import yaml
from PIL import ExifTags, Image

from kinerja.approval.archive import write_archived
from kinerja.commands.deciding import append_decision
from kinerja.model.fields import LOOKALIKE
from kinerja.model.governance import Act
from kinerja.reading.body import compile_body
from kinerja.reading.tables import table_path
from tabular.text import decode_text
from tests.hostile.vectors import VECTORS, WORDS
from tests.kinerja import contents
from tests.kinerja.contents import APPROVED, DATASET, UNIT, decision, read, write
from tests.kinerja.tables import MORE_TABLES, write_tables

STORY = ("publikasi", "isu", "edukasi")
KINDS = (*STORY, "indikator", "layanan", "halaman")


def is_text(words: str) -> bool:
    """Say whether a file may hold it: no control signs, none that turn the text, and NFC."""
    return not decode_text(words.encode(), "")[1]


def is_body(words: str) -> bool:
    """Say whether a body of only these words is taken as it stands."""
    body, faults = compile_body(words)
    return is_text(words) and not faults and not body.attachments


def is_line(words: str) -> bool:
    """Say whether a key of one line takes it; links of Markdown mean nothing there."""
    is_plain = "](" not in words and not LOOKALIKE.search(words)
    return is_text(words) and words == words.strip() and is_plain


PLAIN = tuple(words for words in dict.fromkeys(WORDS) if is_line(words))
"""Vectors that plain text of one line takes."""

BODIES = tuple(v.text for v in VECTORS if is_body(v.text))
"""Vectors that a body takes: they are published, as text."""

REFUSED = tuple(v.text for v in VECTORS if not is_body(v.text))
"""Vectors that a body is refused for."""


class Packing:
    """Gives out words in turn, as many as fit, beginning again after the last."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words, self.at = words, 0

    def take(self, most: int, least: int = 0, count: int = 99) -> str:
        """Return words joined by spaces, of that length."""
        taken = ""
        for _ in range(count):
            following = f"{taken} {self.words[self.at % len(self.words)]}".strip()
            if len(following) > most:
                break
            taken, self.at = following, self.at + 1
        return (taken or "kata").ljust(least, ".")


def write_hostile(root: Path) -> Path:
    """Write the tiny content, then every vector into records, tables and cells; all approved."""
    contents.write_content(root)
    write_tables(root)
    _write_tables(root)
    _write_cells(root)
    titles, words, blocks = Packing(PLAIN), Packing(PLAIN), cycle(BODIES)
    for number in range(len(PLAIN)):
        kind = KINDS[number % len(KINDS)]
        _write_record(root, kind, f"{kind}-{number}", titles, words, blocks)
    for number, text in enumerate(BODIES):
        _write_page(root, f"isi-{number}", f"Isi {number}", text)
    approve_all(root)
    return root


def _write_page(root: Path, name: str, title: str, body: str) -> None:
    contents.write_record(root, "halaman", name, judul=json.dumps(title), body=f"{body}\n")


def polyglot() -> bytes:
    """Return a photo that says where it was taken, and is a page with a script in two places."""
    buffer, noted = io.BytesIO(), Image.Exif()
    noted[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitude: (6.0, 10.0, 31.0)}
    script = b"<html><script>pwned(1)</script>"
    photo = Image.new("RGB", (40, 30), "teal")
    photo.save(buffer, "JPEG", exif=noted, comment=script)
    return buffer.getvalue() + script


def _write_record(
    root: Path, kind: str, name: str, titles: Packing, words: Packing, blocks: Iterator[str]
) -> None:
    """Write a record with vectors in every key that is text."""

    def some(most: int = 300, least: int = 0) -> str:
        return words.take(most, least)

    def body() -> str:
        return next(blocks)

    source = {"judul": some(), "penerbit": some(), "url": f"https://a.example/?{name}"}
    wrong = {"jenis": "penting", "sebelum": some(), "sesudah": some(), "alasan": some()}
    front: dict[str, object] = {
        "judul": titles.take(110, count=1),
        "ringkasan": some(300, 40),
        "sumber": [source],
        "koreksi": [{**wrong, "ditemukan_oleh": "unit"}],
    }
    own: dict[str, Mapping[str, object]] = {
        "publikasi": {
            **{"manfaat": some(), "gambar": "a.jpg", "gambar_alt": some(), "data_teks": body()},
            **{"gambar_kredit": some(), "biaya_catatan": some(), "indikator": ["kepuasan@2024"]},
        },
        "isu": {
            **{"klaim": some(), "asal_klaim": some(), "pesan": "murah"},
            **{"tindak_lanjut": body(), "belum_diketahui": body()},
        },
        "edukasi": {
            **{"dasar_hukum": [some(), some()], "langkah": [some()], "hak_pelapor": [some()]},
            "kanal": [{"nama": some(), "cara": some(), "bila_lewat": some()}],
        },
        "indikator": {
            **{"nama": some(100), "definisi": body(), "penerbit": some(), "metode": body()},
            **{"rumus": body(), "frekuensi": some(), "lisensi": some()},
            "putus_seri": [{"periode": "2024", "alasan": some()}],
        },
        "layanan": {
            "nama": some(100),
            "standar": {
                "persyaratan": body(),
                "tarif": body(),
                "prosedur": body(),
                "produk": body(),
            },
        },
        "halaman": {},
    }
    written = {key: _yaml(value) for key, value in {**front, **own[kind]}.items()}
    contents.write_record(root, kind, name, body=f"{body()}\n", **written)
    if kind == "publikasi":
        write(root, f"lampiran/{name}/a.jpg", polyglot())


def _yaml(value: object) -> str:
    """Return a value on one line."""
    return json.dumps(value, ensure_ascii=False)


def _write_tables(root: Path) -> None:
    """Add rows with vectors to every table that has free text."""
    words = Packing(PLAIN)

    def rows(name: str) -> list[dict[str, object]]:
        some = words.take
        many = range(len(PLAIN) // 6)
        made: dict[str, list[dict[str, object]]] = {
            "istilah": [
                {"istilah": some(200, count=1) + f" {n}", "arti": some(300)}
                | {"kepanjangan": some(300), "sinonim": [some(300)]}
                for n in range(len(PLAIN))
            ],
            "pesan": [{"id": f"pesan-{n}", "kalimat": some(140), "pemilik": UNIT} for n in many],
            "leksikon": [
                {"id": f"kata-{n}", "kelompok": "seremonial", "bobot": "1"}
                | {"kata": [some(300)], "kecuali": [some(300)], "saran": some(300)}
                for n in many
            ],
            "skala": [
                {"id": f"skala-{n}", "dasar": some(300), "urutan": [some(200), f"{some(200)} {n}"]}
                for n in many
            ],
        }
        return made[name]

    for name in ("istilah", "pesan", "leksikon", "skala"):
        text = yaml.safe_dump(rows(name), allow_unicode=True, sort_keys=False, width=10**6)
        write(root, table_path(name), MORE_TABLES[name] + text)
    for path, row in (
        ("data/unit.csv", "unit-{n},{a},{b},eselon-1,,,,,"),
        ("data/satuan.csv", "satuan-{n},{a},indeks,0,100"),
        ("data/sumber.csv", "sumber-{n},{a},{b},2025-01-31,https://a.example/{n},,"),
    ):
        cells = [
            [str(part).format(n=n, a=words.take(300), b=words.take(300)) for part in row.split(",")]
            for n in range(len(PLAIN) // 6)
        ]
        write(root, path, (root / path).read_text("utf-8") + _csv(cells))


def _csv(rows: Sequence[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def _write_cells(root: Path) -> None:
    """Put vectors into the ledger and into the notes of a dataset."""
    path = "data/biaya/2026.csv"
    usual = ("2026-02-03", "2026-02-03", "bayar", "", contents.PUBLICATION, UNIT, "521211", "bahan")
    rows = [
        (
            f"2026-{n:06}",
            *usual,
            words[:150],
            "1",
            "sp2d",
            f"{words} {n}",
            f"perusahaan:{words}",
            words,
        )
        for n, words in enumerate(PLAIN, 2)
    ]
    write(root, path, (root / path).read_text("utf-8") + _csv(rows))
    packing = Packing(PLAIN)
    observed = ("", "80", "", "", "tetap", contents.SOURCE, "", "", "", "")
    noted = [
        (str(year), *observed, packing.take(300), packing.take(300)) for year in range(1990, 2023)
    ]
    head, _, rest = (root / DATASET).read_text("utf-8").partition("\n")
    write(root, DATASET, f"{head}\n{_csv(noted)}{rest}")


def approve_all(root: Path) -> None:
    """Hand in and approve every record but those of the tiny content."""
    for edition in read(root).editions.values():
        if not edition.path.startswith("data/") and edition.path not in contents.PATHS.values():
            write_archived(root, edition)
            for act, hour in ((Act.SUBMIT, 2), (Act.APPROVE, 3)):
                made = decision(edition.id, edition.digest, act, APPROVED + timedelta(hours=hour))
                append_decision(root, made)


def write_refused(root: Path, size: int = 20) -> Iterator[str]:
    """Write pages that hold what is refused, some vectors each; yield their ids."""
    texts = [words for words in REFUSED if is_text(words)]
    for number in range(0, len(texts), size):
        _write_page(root, f"tolak-{number}", "Ditolak", "\n\n".join(texts[number : number + size]))
        yield f"tolak-{number}"
