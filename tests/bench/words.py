"""Words of a corpus: the same seed gives the same text, in the manner of plain Indonesian prose."""

from random import Random

SUBJECTS = [
    "kantor urusan agama",
    "penyuluh",
    "petugas loket",
    "jemaah",
    "guru madrasah",
    "pengelola zakat",
    "calon pengantin",
    "pengurus masjid",
    "kepala madrasah",
    "pendamping halal",
    "pengawas",
    "santri",
]
VERBS = [
    "menyelesaikan",
    "melayani",
    "mencatat",
    "memeriksa",
    "menjelaskan",
    "mempercepat",
    "membuka",
    "memperbaiki",
    "menyampaikan",
    "menindaklanjuti",
    "mendampingi",
    "mengembalikan",
]
OBJECTS = [
    "permohonan",
    "berkas",
    "pengaduan",
    "pendaftaran",
    "bimbingan",
    "jadwal",
    "laporan",
    "sertifikat",
    "bantuan",
    "data",
    "pembinaan",
    "antrean",
]
ENDINGS = [
    "tanpa biaya tambahan",
    "pada hari yang sama",
    "lewat loket dan daring",
    "sesuai standar layanan",
    "di setiap kecamatan",
    "bagi penyandang disabilitas",
    "sebelum batas waktu",
    "dengan bukti tertulis",
    "atas permintaan warga",
    "di luar jam kerja",
]


def sentence(random: Random) -> str:
    """Return one sentence without figures."""
    parts = [random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDINGS)]
    return f"{' '.join(parts).capitalize()}."


def paragraph(random: Random, sentences: int = 7) -> str:
    """Return some sentences."""
    return " ".join(sentence(random) for _ in range(sentences))


def article(random: Random) -> str:
    """Return about 350 words of Markdown with headings, a list and a table, without figures."""
    rows = "".join(
        f"| {random.choice(SUBJECTS)} | {random.choice(OBJECTS)} | {random.choice(ENDINGS)} |\n"
        for _ in range(6)
    )
    points = "".join(f"- {sentence(random)}\n" for _ in range(5))
    return (
        f"{paragraph(random)}\n\n## Yang berubah\n\n{paragraph(random)}\n\n{points}\n"
        f"## Menurut pelaksana\n\n| Pelaksana | Urusan | Cara |\n| --- | --- | --- |\n{rows}\n"
        f"{paragraph(random)}\n\n## Selanjutnya\n\n{paragraph(random)}\n"
    )


def title(random: Random, number: int) -> str:
    """Return a title that no other publication of the corpus has."""
    subject, verb, thing = (random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS))
    return f"{subject.capitalize()} {verb} {thing}, laporan ke-{number + 1}"
