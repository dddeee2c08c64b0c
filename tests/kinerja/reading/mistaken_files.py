"""Files with mistakes that are no records, or hardly any; `every_mistake` adds the others."""

from kinerja.model.records import Kind
from tests.kinerja import contents
from tests.kinerja.contents import DATASET

HEADER, *ROWS = contents.TABLES[DATASET].splitlines()

TEXTS: dict[str, str | bytes] = {
    "catatan.txt": "tidak dikenal\n",
    "halaman/tanpa-awal.md": "kode: a\n",
    "halaman/yaml-rusak.md": "---\njudul: 'a\n---\n",
    "halaman/teks.md": "---\nhanya teks\n---\n",
    "halaman/dalam.md": "---\njudul: [[[[[[[[[[[[[a]]]]]]]]]]]]]\n---\n",
    "lampiran/isi/lain.txt": "tidak disebut\n",
    "lampiran/isi/b.pdf": "<html>",
    "lampiran/isi/c.svg": "<svg/>",
    "lampiran/isi/besar.png": contents.pretended_picture((9000, 9000)),
    "lampiran/hilang/a.txt": "tanpa rekor\n",
    "data/capaian/baris.csv": "\n".join(
        [
            HEADER,
            "2021,,,,,tetap,laporan,,,,,,",
            "2022,,80,,,tidak-diukur,laporan,,,,,,",
            "2023,,80,,,direvisi,laporan,,79,,,,",
            "2024,,80,,,tetap,laporan,,,,,,",
            "2024,,81,,,tetap,laporan,,,,,,",
            "",
        ]
    ),
    "data/capaian/kedua.csv": "\n".join(
        [
            HEADER,
            '2023,,"80,5",,,tetap,laporan,,,,,,',
            "2024,,101,,,tetap,laporan,,,,,,",
            "",
        ]
    ),
    "data/capaian/ketiga.csv": "\n".join([HEADER, ROWS[0], ""]),
    "data/capaian/tanpa.csv": "\n".join([HEADER, ROWS[0], ""]),
    "data/capaian/terbaca.csv": "\n".join([HEADER, ROWS[0], ""]),
    "data/capaian/predikat.csv": "\n".join([HEADER, "2023,,Baik,WTP,,tetap,laporan,,,,,,", ""]),
    "indikator/terbaca.md": "rusak\n",
    "tata-kelola/kebijakan.yaml": "tanda_tangan: wajib\njenis:\n"
    + "".join(
        f"  {kind}: {{ringan: [], penuh: [], darurat: []}}\n"
        for kind in Kind
        if kind is not Kind.TABLE
    ),
    "halaman/bersarang.md": contents.record_text(
        "halaman", "".join(" " * 4 * depth + "- a\n" for depth in range(300)), kode=f"01K{97:023}"
    ),
    "halaman/kurung.md": contents.record_text("halaman", "[" * 1501, kode=f"01K{96:023}"),
    "publikasi/2026/panjang.md": contents.record_text(
        "publikasi", "kata " * 2300, kode=f"01K{95:023}"
    ),
    "lampiran/isi/nama aneh.txt": "nama\n",
    "data/capaian/spasi.csv": "\n".join([HEADER, ROWS[0].replace("laporan", "laporan "), ""]),
    "data/akun.csv": "kode,uraian,dari_tahun,sampai_tahun,keterangan\n521219,Lain,2020,,\n",
    "data/alih-alamat.csv": "dari,ke\n/lama,https://lain.example/\n",
    "data/penjelasan.csv": "\n".join(
        [
            "indikator,periode,unit,sebab,rencana,tenggat",
            "kepuasn,2024,bimas,Loket kurang.,Tambah loket.,",
            "kepuasan,2024,zzz,Loket kurang.,Tambah loket.,",
            "",
        ]
    ),
    "data/pesan.yaml": """\
- {id: a, kalimat: Kalimat., pemilik: bimas, induk: b}
- {id: b, kalimat: Kalimat., pemilik: bimas, induk: a}
- {id: c, kalimat: Kalimat., pemilik: bimas}
- {id: d, kalimat: Kalimat., pemilik: bimas, induk: c}
- {id: e, kalimat: Kalimat., pemilik: bimas, induk: d}
- {id: f, kalimat: Kalimat., pemilik: bimas, induk: e}
""",
    "data/skala.yaml": """\
- id: mutu
  pita:
    - {dari: 50, sampai: 100, nilai: A, label: Baik}
    - {dari: 0, sampai: 50, nilai: B, label: Kurang}
- {id: opini, urutan: [WDP, WTP]}
- {id: opini, urutan: [TMP, WDP, WTP]}
""",
    "lampiran/film/film.txt": "bukan film\n",
    "persetujuan/dihapus/rusak.json": "{",
    "persetujuan/dihapus/dihapus.json": (
        f'{{"v":1,"rekor":"dihapus","jenis":"halaman","kode":"01K{94:023}","tanggal":"2026-02-01",'
        '"sidik":[],"waktu":"2026-02-03T09:00:00+07:00"}\n'
    ),
    "tata-kelola/kebijakan.yaml.sig": "tanda tangan\n",
    "tata-kelola/penanda.allowed_signers": "editor@portal.example ssh-ed25519 AAAA\n",
    "tata-kelola/penanda.dicabut": "SHA256:abc\n",
    "persetujuan/potong.jsonl": '{"v":1,"rekor":"potong"',
}
"""Files that are no records, or hardly any."""
