"""Another ministry needs content and settings only: nothing in plugins/ or theme/ knows whose."""

import csv
import re

import pytest
import yaml

from kinerja.commands.environment import PROJECT
from kinerja.commands.new import new_ulid
from kinerja.reading.records import split_front_matter
from tests.kinerja import contents
from tests.site.builds import NOW, Place, run_python
from tests.site.pages import file_of, read_pages

AGENCY = "Badan Contoh Perikanan"
SETTINGS = f"""\
import sys

sys.path.insert(0, {str(PROJECT)!r})
from pelicanconf import *

SITENAME = "Laut Terbuka"
SITESUBTITLE = "Kinerja layanan perikanan"
MINISTRY = "{AGENCY}"
SITEURL = FEED_ID_BASE = "https://laut.example"
EXAMPLE_NOTICE = ""
SECURITY_CONTACT = "mailto:keamanan@laut.example"
SERVICE_ICONS = {{"kapal": "kubus"}}
MINT_RELEASES = True
"""
SUMMARY = "Ringkasan contoh yang cukup panjang untuk dibaca nelayan dan pembudidaya ikan."
COMMON = {"ringkasan": SUMMARY, "unit": "tangkap", "tanggal": "2026-02-01", "status": "siap"}
SERVICE = {"standar": {"persyaratan": "Surat ukur kapal.", "tarif": "Rp50.000"}}
MEASURED = {
    **{"definisi": "Bagian izin yang terbit tepat waktu.", "satuan": "persen", "arah": "naik"},
    **{"penerbit": AGENCY, "metode": "Hitungan dari sistem izin.", "frekuensi": "tahunan"},
}
RECORDS: dict[str, tuple[dict[str, object], str]] = {
    "layanan/izin-kapal": (
        {"judul": "Izin kapal", "nama": "Izin kapal", "penyelenggara": "tangkap", **SERVICE},
        "Datang ke pelabuhan.",
    ),
    "layanan/benih-ikan": (
        {"judul": "Benih ikan", "nama": "Benih ikan", "penyelenggara": "budidaya", **SERVICE},
        "Pesan lewat balai.",
    ),
    "indikator/izin-tepat": (
        {
            **{"judul": "Izin tepat waktu", "nama": "Izin tepat waktu", "layanan": ["izin-kapal"]},
            **MEASURED,
        },
        "Dihitung per tahun.",
    ),
    "indikator/benih-sehat": (
        {
            **{"judul": "Benih sehat", "nama": "Benih sehat", "layanan": ["benih-ikan"]},
            **MEASURED,
        },
        "Dihitung per tahun.",
    ),
    "publikasi/2026/izin-lebih-cepat": (
        {
            **{"judul": "Izin kapal lebih cepat", "layanan": ["izin-kapal"], "format": "artikel"},
            **{"manfaat": "Nelayan melaut lebih awal.", "indikator": ["izin-tepat@2025"]},
            **{"pesan": "laut-terbuka", "sumber": ["laporan"]},
        },
        "Tepat waktu {{izin-tepat 2025}}.\n\n{{grafik izin-tepat 2024..2025}}",
    ),
    "isu/izin-berbayar": (
        {
            **{"judul": "Benarkah izin mahal?", "klaim": "Izin mahal.", "asal_klaim": "Warung."},
            **{"pertama_terlihat": "2026-01-30", "putusan": "salah", "pesan": "laut-terbuka"},
            **{"bukti": ["izin-tepat@2025", "laporan"], "tindak_lanjut": "Tarif ditempel."},
        },
        "Tarifnya tetap.",
    ),
    "halaman/tentang": ({"judul": "Tentang portal ini"}, "Portal contoh."),
}
DATASET = (
    "periode,rincian,nilai,target,target_awal,status,sumber,rilis,nilai_lama,nilai_lain,"
    "sumber_lain,alasan,catatan\n"
    "2024,,71.5,80,,tetap,laporan,,,,,,\n2025,,82.25,80,,tetap,laporan,,,,,,\n"
)
TABLES = {
    "data/unit.csv": (
        "id,nama,singkatan,jenis,induk,berlaku_dari,berlaku_sampai,penerus,kontak\n"
        f"badan,{AGENCY},BCP,kementerian,,,,,badan@laut.example\n"
        "tangkap,Direktorat Perikanan Tangkap,Dittangkap,eselon-1,badan,,,,\n"
        "budidaya,Direktorat Perikanan Budidaya,Ditbudidaya,eselon-1,badan,,,,\n"
    ),
    "data/satuan.csv": "id,nama,bentuk,min,maks\npersen,persen,persen,0,100\n",
    "data/sumber.csv": (
        "id,judul,penerbit,tanggal,url,diakses,arsip\n"
        f"laporan,Laporan kinerja,{AGENCY},,https://laut.example/lkj,,\n"
    ),
    "data/pesan.yaml": (
        "- {id: laut-terbuka, kalimat: Izin melaut cepat., pemilik: badan, bukti: [izin-tepat]}\n"
    ),
    "data/capaian/izin-tepat.csv": DATASET,
    "data/capaian/benih-sehat.csv": DATASET,
    "tata-kelola/peran.yaml": contents.TABLES["tata-kelola/peran.yaml"],
}

CONTRACT = {
    "anggaran": "the folder of budgets",
    "itjen": "who found a mistake, and who reviews costs",
    "inspektorat jenderal": "the same in words",
    "pengaduan": "a part of every service standard",
    "pengaduan masyarakat": "the topic dumas in words",
    "perguruan tinggi keagamaan": "the type of unit ptkn in words",
}
"""Words of the contract of the files that also name something in the example."""


def example_names() -> list[str]:
    """Return ids and names of units, services, indicators and messages of the example."""
    root = PROJECT / "content"
    with (root / "data/unit.csv").open(encoding="utf-8", newline="") as file:
        found = {row[key] for row in csv.DictReader(file) for key in ("id", "nama", "singkatan")}
    for path in (*root.glob("layanan/*.md"), *root.glob("indikator/*.md")):
        front = yaml.safe_load(split_front_matter(path.read_text("utf-8"))[0])
        found |= {path.stem, front["nama"]}
    messages = yaml.safe_load((root / "data/pesan.yaml").read_text("utf-8"))
    found |= {message["id"] for message in messages}
    return sorted(name for name in found if name and name.lower() not in CONTRACT)


NAMED = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, example_names()))})(?![\w-])", re.IGNORECASE
)


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return the site of the agency, built from an empty folder with settings of its own."""
    place = Place(tmp_path_factory.mktemp("badan lain") / "laut")
    for path, text in TABLES.items():
        contents.write(place.content, path, text)
    for path, (own, body) in RECORDS.items():
        front = yaml.safe_dump({"kode": new_ulid(), **COMMON, **own}, allow_unicode=True)
        contents.write(place.content, f"{path}.md", f"---\n{front}---\n{body}\n")
        contents.approve(place.content, path.rpartition("/")[2])
    settings = place.root / "perikanan.py"
    settings.write_text(SETTINGS, "utf-8")
    words = [str(place.content), "-s", str(settings), "-o", str(place.output)]
    result = run_python("-m", "pelican", *words, "--fatal", "errors", "-e", f'AS_OF="{NOW}"')
    assert 0 == result.code, result.printed
    return place


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/layanan/izin-kapal/", "/layanan/benih-ikan/", "/capaian/izin-tepat/"),
        *("/capaian/benih-sehat/", "/publikasi/2026/izin-lebih-cepat/", "/isu/izin-berbayar/"),
        *("/narasi/laut-terbuka/", "/unit/tangkap/", "/tentang/", "/transparansi/biaya/"),
    ],
)
def test_every_page_is_there_under_its_own_name(agency: Place, address: str) -> None:
    """Records of every kind have their page, and the head of each names the agency."""
    text = file_of(agency.output, address).read_text("utf-8")
    assert (True, True) == (AGENCY in text, "Laut Terbuka" in text)


def test_no_page_names_the_ministry_of_the_example(agency: Place) -> None:
    """Nothing that is published holds a unit, service or indicator of the example."""
    kinds = (".html", ".xml", ".json", ".txt", ".csv", ".svg", ".css")
    files = [p for p in agency.output.rglob("*") if p.suffix in kinds]
    found = {
        path.relative_to(agency.output).as_posix(): named
        for path in files
        if (named := {*NAMED.findall(path.read_text("utf-8"))})
    }
    assert ({}, True) == (found, len(files) > len(RECORDS))
    titles = [title for page in read_pages(agency.output) for title in page.texts("//title")]
    assert [] == [title for title in titles if "Portal Kinerja" in title]


def test_neither_plugins_nor_theme_know_the_example() -> None:
    """No id and no name of its tables stands there; examples of components are never published."""
    files = [p for folder in ("plugins", "theme") for p in (PROJECT / folder).rglob("*.*")]
    found = {
        path.relative_to(PROJECT).as_posix(): named
        for path in files
        if path.suffix not in (".pyc", ".jpg", ".png") and path.name != "contoh.json"
        if (named := {*NAMED.findall(path.read_text("utf-8"))})
    }
    assert ({}, True) == (found, len(files) > 100)


def test_the_names_are_those_of_the_example() -> None:
    """What is looked for would be found: the ministry itself, a service, a unit, a message."""
    text = "Kementerian Agama, pencatatan-nikah; (setjen) ikjhi."
    assert ["Kementerian Agama", "pencatatan-nikah", "setjen", "ikjhi"] == NAMED.findall(text)
    assert None is NAMED.search("kankemenag, haji-haji, pencatatan-nikah-2025")
