"""Valid texts of the tables that `tests.kinerja.contents` leaves out, one or two rows each."""

from pathlib import Path

from kinerja.reading.tables import table_path

from .contents import INDICATOR, UNIT, write

MORE_TABLES: dict[str, str] = {
    "libur": "tanggal,nama\n2026-01-01,Tahun Baru\n2026-03-20,Nyepi\n",
    "alih-alamat": "dari,ke\n/lama/tarif/,/layanan/nikah/\n/lama/,/layanan/\n",
    "penjelasan": (
        "indikator,periode,unit,sebab,rencana,tenggat\n"
        f'{INDICATOR},2024,{UNIT},"Loket kurang, antre lama.",Tambah loket.,2026-06-30\n'
    ),
    "pesan": f"""\
- {{id: mudah, kalimat: Nikah mudah dan murah., pemilik: {UNIT}}}
- id: murah
  kalimat: Nikah di kantor nol rupiah.
  induk: mudah
  pemilik: {UNIT}
  bukti: ['{INDICATOR}@2024', {INDICATOR}]
  berlaku_dari: 2025-01-01
  berlaku_sampai: 2026-12-31
""",
    "skala": """\
- id: mutu
  dasar: Permenpan RB 14/2017
  pita:
    - {dari: 88.31, sampai: 100, nilai: A, label: Sangat Baik}
    - {dari: 76.61, sampai: 88.30, nilai: B, label: Baik}
    - {dari: 65.00, sampai: 76.60, nilai: C, label: Kurang Baik}
    - {dari: 25.00, sampai: 64.99, nilai: D, label: Tidak Baik}
- {id: opini, urutan: [TMP, WDP, WTP]}
- {id: opini, berlaku_dari: 2026-01-01, urutan: [TMP, WDP, WTP-DPP, WTP]}
""",
    "istilah": """\
- {istilah: KUA, arti: Kantor di kecamatan., kepanjangan: Kantor Urusan Agama, sinonim: [balai]}
- {istilah: wali, arti: Orang yang menikahkan.}
""",
    "leksikon": """\
- id: acara
  kelompok: seremonial
  bobot: 5
  kata: [melantik, membuka acara]
  saran: Tulis apa yang berubah bagi warga.
""",
    "platform": """\
- id: x
  nama: X
  cara_hitung: tertimbang
  batas: 280
  batas_bita: 1120
  panjang_tautan: 23
  tagar: 2
  gambar: 1200x675
  umpan: ya
  sumber: https://contoh.example/batas
  diperiksa: 2026-02-01
""",
}
"""Name -> text: two days, two addresses, a message below another, bands and orders ..."""


def write_tables(root: Path) -> None:
    """Write all of them into a content folder."""
    for name, text in MORE_TABLES.items():
        write(root, table_path(name), text)
