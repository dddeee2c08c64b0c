"""The only border between the Indonesian names that editors write and English attributes.

A pair counts everywhere: in front matter, YAML tables and CSV headers alike.
"""

ENGLISH: dict[str, str] = {
    "kode": "code",
    "judul": "title",
    "ringkasan": "summary",
    "unit": "unit",
    "tanggal": "date",
    "layanan": "services",
    "pesan": "message",
    "indikator": "indicators",
    "kontak": "contact",
    "jadwal_terbit": "publish_after",
    "status": "status",
    "biaya": "cost",
    "biaya_catatan": "cost_note",
    "gambar": "picture",
    "gambar_alt": "picture_alt",
    "gambar_kredit": "picture_credit",
    "sosial": "posts",
    "n": "n",
    "teks": "text",
    "sumber": "sources",
    "penerbit": "publisher",
    "url": "url",
    "koreksi": "corrections",
    "jenis": "type",
    "sebelum": "before",
    "sesudah": "after",
    "alasan": "reason",
    "ditemukan_oleh": "found_by",
    "darurat": "urgent",
    "pengecualian": "exemptions",
    "kutipan": "quotation",
    "format": "format",
    "manfaat": "benefit",
    "data_teks": "data_text",
    "video": "video",
    "berkas": "file",
    "takarir": "captions",
    "transkrip": "transcript",
    "poster": "poster",
    "klaim": "claim",
    "asal_klaim": "claim_origin",
    "pertama_terlihat": "first_seen",
    "putusan": "verdict",
    "bukti": "evidence",
    "belum_diketahui": "unknown",
    "tindak_lanjut": "action",
    "dilaporkan": "reported",
    "jawaban_pertama": "first_answer",
    "jawaban_akhir": "final_answer",
    "topik": "topic",
    "langkah": "steps",
    "kanal": "channels",
    "tautan": "link",
    "batas_hari_kerja": "deadlines",
    "hak_pelapor": "rights",
    "nama": "name",
    "penyelenggara": "provider",
    "standar": "standard",
    "persyaratan": "requirements",
    "prosedur": "procedure",
    "jangka_waktu": "duration",
    "tarif": "fee",
    "produk": "product",
    "pengaduan": "complaints",
    "dasar_hukum": "legal_basis",
    "sarana": "facilities",
    "kompetensi": "competence",
    "pengawasan": "supervision",
    "jumlah_pelaksana": "staff",
    "jaminan_pelayanan": "service_guarantee",
    "jaminan_keamanan": "safety_guarantee",
    "evaluasi": "evaluation",
    "urutan": "order",
    "berlaku_dari": "valid_from",
    "berlaku_sampai": "valid_to",
    "penerus": "successor",
    "definisi": "definition",
    "satuan": "measure",
    "arah": "direction",
    "metode": "method",
    "frekuensi": "frequency",
    "jeda_hari": "delay_days",
    "mulai": "begins",
    "berhenti": "ends",
    "rumus": "formula",
    "skala": "scale",
    "presisi": "precision",
    "putus_seri": "breaks",
    "periode": "period",
    "bagian": "parts",
    "lisensi": "licence",
    "id": "id",
    "singkatan": "abbreviation",
    "induk": "parent",
    "bentuk": "shape",
    "min": "least",
    "maks": "most",
    "diakses": "accessed",
    "arsip": "archive",
    "sebab": "cause",
    "rencana": "plan",
    "tenggat": "deadline",
    "kalimat": "sentence",
    "pemilik": "owner",
    "dasar": "basis",
    "desimal": "decimals",
    "pita": "bands",
    "nilai": "value",
    "label": "label",
    "istilah": "term",
    "arti": "meaning",
    "kepanjangan": "expansion",
    "sinonim": "synonyms",
    "kelompok": "group",
    "bobot": "weight",
    "kata": "words",
    "saran": "advice",
    "cara_hitung": "counting",
    "batas": "limit",
    "batas_bita": "byte_limit",
    "panjang_tautan": "link_length",
    "tagar": "hashtags",
    "umpan": "feed",
    "diperiksa": "checked",
    "orang": "person",
    "peran": "role",
    "sebagai": "standing",
    "surat": "letter",
    "tanda_tangan": "signing",
    "pesan_wajib": "message_required",
    "ringan": "light",
    "penuh": "full",
    "hari_darurat": "urgent_days",
    "hari_biaya_belum": "cost_days",
    "v": "v",
    "rekor": "record",
    "sidik": "digest",
    "keputusan": "act",
    "waktu": "time",
    "kode_alasan": "reason_code",
    "catatan_sidik": "note_digest",
}
"""Indonesian name -> English attribute."""

IN_PLACES: dict[tuple[str, str], str] = {
    ("koreksi", "jenis"): "severity",
    ("pengecualian", "kode"): "code",
    ("kebijakan", "jenis"): "kinds",
    ("kebijakan", "darurat"): "urgent",
    ("keputusan", "tanda_tangan"): "signature",
    ("platform", "sumber"): "source",
    ("dihapus", "sidik"): "digests",
    ("pita", "dari"): "least",
    ("pita", "sampai"): "most",
    ("alih-alamat", "dari"): "old",
    ("alih-alamat", "ke"): "new",
    ("penjelasan", "indikator"): "indicator",
    ("standar", "jangka_waktu"): "duration",
    ("peran", "dari"): "valid_from",
    ("peran", "sampai"): "valid_to",
    ("video", "durasi"): "duration",
}
"""Names that mean something else inside a given key or file, or are written otherwise there."""


ATTRIBUTES = frozenset({*ENGLISH.values(), *IN_PLACES.values()})
WRITTEN = {attribute: name for name, attribute in ENGLISH.items()}
WRITTEN_IN = {(inside, attribute): name for (inside, name), attribute in IN_PLACES.items()}

DATA_KEYS = ("sosial", "kinds", "batas_hari_kerja")
"""Keys below these are data (platforms, types of records, stages), not names of fields."""


def english(name: str, inside: str = "") -> str:
    """Return the attribute for an Indonesian name; an unknown name comes back as it is.

    The name of an attribute is unknown to editors, and so is that which has another name here:
    it comes back as one that no model has.
    """
    if inside in DATA_KEYS:
        return name
    attribute = IN_PLACES.get((inside, name)) or ENGLISH.get(name)
    if attribute and written(attribute, inside) == name:
        return attribute
    return f"{name}?" if attribute or name in ATTRIBUTES else name


def written(attribute: str, inside: str = "") -> str:
    """Return the Indonesian name of an attribute, for messages about what is missing."""
    return WRITTEN_IN.get((inside, attribute)) or WRITTEN.get(attribute, attribute)
