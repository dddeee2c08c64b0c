"""`invoke new`: a file with every key that its type needs, ready to be written on."""

import time
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
import yaml

from kinerja.commands import new as command
from kinerja.commands.check import read_and_decide
from kinerja.commands.environment import PROJECT
from kinerja.commands.schema import json_schema
from kinerja.model.documents import Document
from kinerja.model.records import RECORD_TYPES, Format, Kind, Status
from kinerja.model.tables import Dataset
from kinerja.reading.datasets import read_dataset
from kinerja.reading.records import read_record, split_front_matter
from kinerja.reading.tables import TABLES, YAML_TABLES, read_table, table_path
from tests.kinerja import contents

Capture = pytest.CaptureFixture[str]

FORMS = [
    *((Kind.PUBLICATION, form) for form in Format),
    *((kind, Format.ARTICLE) for kind in RECORD_TYPES if kind is not Kind.PUBLICATION),
]
"""Every type and format of a record."""

FILLED = {
    "layanan": contents.SERVICE,
    "indikator": f"{contents.INDICATOR}@2024",
    "sumber": contents.SOURCE,
    "bukti": f"{contents.INDICATOR}@2024",
    "satuan": contents.MEASURE,
    "arah": "naik",
    "putusan": "benar",
    "topik": "dumas",
    "pertama_terlihat": "2026-01-05",
    "tautan": "https://contoh.example/",
    "batas_hari_kerja": "5",
    "durasi": "0:12",
    "berkas": "klip.mp4",
    "takarir": "klip.vtt",
    "poster": "poster.png",
}
"""What a person chooses, by key; every other placeholder loses its TULIS only."""

ATTACHED = {
    "klip.mp4": b"\0\0\0\x18ftypmp42",
    "klip.vtt": b"WEBVTT\n",
    "poster.png": contents.picture_bytes(),
}


def make(
    root: Path, kind: str, new_id: str = "contoh", title: str = "Judul", form: str = "artikel"
) -> int:
    """Run the command."""
    return command.run(str(root), str(kind), new_id, title, "bimas", str(form))


def written(root: Path) -> str:
    """Return the path of the one file."""
    (path,) = (p.relative_to(root).as_posix() for p in root.rglob("*.md"))
    return path


def filled(value: object, key: str = "") -> object:
    """Return front matter with every placeholder replaced."""
    if isinstance(value, dict):
        return {name: filled(below, name) for name, below in value.items()}
    if isinstance(value, list):
        return [filled(item, key) for item in value]
    if isinstance(value, str) and value.startswith("TULIS "):
        return FILLED.get(key, value.removeprefix("TULIS "))
    return value


def fill(root: Path, path: str) -> None:
    """Write what a person would write into a new record."""
    front, body, _ = split_front_matter((root / path).read_text("utf-8"))
    text = yaml.safe_dump(filled(yaml.safe_load(front)), sort_keys=False, allow_unicode=True)
    contents.write(root, path, f"---\n{text}---\n{body.replace('TULIS ', '')}")


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_new_record_wants_only_to_be_written(
    tmp_path: Path, kind: Kind, form: Format, capsys: Capture
) -> None:
    """A draft in its place whose only mistakes are what the author has still to fill in."""
    contents.write(tmp_path, "data/unit.csv", contents.TABLES["data/unit.csv"])
    assert 0 == make(tmp_path, kind, form=form)
    path = written(tmp_path)
    assert path.startswith(f"{kind}/")
    assert f"Dibuat: {tmp_path / path}." in capsys.readouterr().out
    edition = read_record(tmp_path, kind, path, [])
    assert edition.draft
    marked = [
        n for n, line in enumerate((tmp_path / path).read_text().split("\n"), 1) if "TULIS" in line
    ]
    assert [("B06", line) for line in marked] == [(p.code, p.line) for p in edition.problems]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_filled_in_the_check_is_silent(tmp_path: Path, kind: Kind, form: Format) -> None:
    """Every required key is there, and nothing else is needed."""
    contents.write_content(tmp_path)
    before = {*tmp_path.rglob("*.md")}
    make(tmp_path, kind, form=form)
    (new,) = {*tmp_path.rglob("*.md")} - before
    path = new.relative_to(tmp_path).as_posix()
    fill(tmp_path, path)
    if form is Format.VIDEO:
        for name, data in ATTACHED.items():
            contents.write(tmp_path, f"lampiran/contoh/{name}", data)
    assert () == read_and_decide(tmp_path)[1].problems
    document = read_record(tmp_path, kind, path, [])
    assert (True, kind) == (document.draft, document.kind)


@pytest.mark.parametrize(
    "title", ["Angka: naik", "'Kutipan'", '"a"', "# pagar", "- a", "{a}", "a & b %", "ya: [tidak"]
)
def test_any_title_is_text(tmp_path: Path, title: str) -> None:
    """No sign in it means anything to YAML."""
    make(tmp_path, "halaman", title=title)
    fill(tmp_path, "halaman/contoh.md")
    edition = read_record(tmp_path, Kind.PAGE, "halaman/contoh.md", [])
    assert isinstance(edition.value, Document)
    assert (title, Status.DRAFT) == (edition.value.record.title, edition.value.record.status)


def test_a_title_may_come_later(tmp_path: Path) -> None:
    """Without one the file says where to write it."""
    make(tmp_path, "halaman", title="")
    assert "\njudul: TULIS " in (tmp_path / "halaman/contoh.md").read_text("utf-8")


def test_a_new_dataset_waits_for_its_first_figure(tmp_path: Path) -> None:
    """It has the row of this year, which nobody reported yet, and no mistake."""
    contents.write_content(tmp_path)
    (tmp_path / contents.DATASET).unlink()
    assert 0 == make(tmp_path, "capaian", contents.INDICATOR)
    edition = read_dataset(tmp_path, contents.INDICATOR)
    assert isinstance(edition.value, Dataset)
    (row,) = edition.value.observations
    assert (str(date.today().year), "belum-dilaporkan") == (row.period.name, row.status)
    assert () == edition.problems


@pytest.mark.parametrize("name", TABLES)
def test_a_new_table_is_empty_and_without_mistake(tmp_path: Path, name: str) -> None:
    """A CSV table has its header, a YAML table an example behind `#` that names every key."""
    assert 0 == make(tmp_path, "tabel", name)
    edition = read_table(tmp_path, name)
    assert ((), ()) == (edition.problems, edition.value)
    lines = (tmp_path / table_path(name)).read_text("utf-8").splitlines()
    if name in YAML_TABLES:
        example = yaml.safe_load("\n".join(line.removeprefix("# ") for line in lines))
        assert [[*json_schema(YAML_TABLES[name], name)["properties"]]] == [[*e] for e in example]
    else:
        example = (PROJECT / "content" / table_path(name)).read_text("utf-8")
        assert example.splitlines()[:1] == lines


KINDS = "publikasi, isu, edukasi, layanan, indikator, halaman, capaian, tabel"


@pytest.mark.parametrize(
    ("kind", "new_id", "form", "expected"),
    [
        ("artikel", "a", "artikel", f"--type: 'artikel' tidak dikenal; pilih {KINDS}."),
        ("publikasi", "a", "film", f"--format: 'film' tidak dikenal; pilih {', '.join(Format)}."),
        ("tabel", "biaya", "artikel", f"--id: 'biaya' tidak dikenal; pilih {', '.join(TABLES)}."),
        ("halaman", "../a", "artikel", "'../a' bukan id"),
        ("capaian", "../a", "artikel", "'../a' bukan id"),
        ("halaman", "A", "artikel", "'A' bukan id"),
        ("halaman", "a" * 61, "artikel", "bukan id"),
        ("halaman", "bulan", "artikel", "'bulan' bukan id"),
        ("halaman", "tabel-unit", "artikel", "'tabel-unit' bukan id"),
    ],
    ids=["kind", "format", "table", "path", "dataset", "capital", "long", "reserved", "prefix"],
)
def test_what_cannot_be_used(
    tmp_path: Path, capsys: Capture, kind: str, new_id: str, form: str, expected: str
) -> None:
    """Exit 2, and nothing is written."""
    assert 2 == make(tmp_path, kind, new_id, form=form)
    assert expected in capsys.readouterr().out
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("unit", ["", "Bimas Islam", "a: b", "a\nb"])
def test_a_unit_is_an_id(tmp_path: Path, capsys: Capture, unit: str) -> None:
    """What could change the file into another is refused."""
    assert 2 == command.run(str(tmp_path), "halaman", "contoh", "Judul", unit, "artikel")
    assert f"'{unit}' bukan id" in capsys.readouterr().out
    assert [] == [*tmp_path.iterdir()]


def test_an_empty_content_is_made_ready(tmp_path: Path, capsys: Capture) -> None:
    """Unit, two roles and a service come with the first publication, and everything is said.

    The policy is `kecil`: `approve` by both roles and `build` are all that is left to do.
    """
    root = tmp_path / "kantor"
    assert 0 == make(root, "publikasi", form=Format.ARTICLE)
    begun = ["data/unit.csv", "tata-kelola/peran.yaml", "layanan/layanan-kami.md"]
    said = capsys.readouterr().out
    assert [True] * 3 == [f"jadi dibuat pula: {root / path}." in said for path in begun]
    content = contents.read(root)
    assert ((), ()) == (content.stopping, content.loose)
    assert None is not content.editions["tabel-unit"].value
    assert ["penulis", "penanggung-jawab"] == [h.role for h in content.governance.holders]
    assert {"layanan-kami", "tabel-unit"} < content.editions.keys()


def test_only_an_empty_content_is_made_ready(tmp_path: Path) -> None:
    """Where units are known nothing is added, and no file is replaced."""
    contents.write_content(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert 0 == make(tmp_path, "publikasi", form=Format.ARTICLE)
    assert before == {path: path.read_bytes() for path in before}
    (tmp_path / "data/unit.csv").unlink()
    assert 0 == make(tmp_path, "halaman", "lain")
    assert (
        before[tmp_path / "tata-kelola/peran.yaml"]
        == (tmp_path / "tata-kelola/peran.yaml").read_bytes()
    )


def test_a_content_folder_is_not_begun_far_from_here(tmp_path: Path, capsys: Capture) -> None:
    """A mistyped --content is named: neither folders above it nor data alone are made."""
    assert 2 == make(tmp_path / "a" / "b", "halaman")
    assert 2 == make(tmp_path / "isis", "capaian")
    assert 2 == capsys.readouterr().out.count("Tidak ada folder isi")
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("kind", "new_id", "holder"),
    [
        ("halaman", contents.PAGE, contents.PATHS["halaman"]),
        ("isu", contents.PAGE, contents.PATHS["halaman"]),
        ("publikasi", "lama", "publikasi/2020/lama.md"),
        ("halaman", "dahulu", "persetujuan/dahulu.jsonl"),
        ("halaman", "hapus", "persetujuan/dihapus/hapus.json"),
        ("capaian", contents.INDICATOR, contents.DATASET),
        ("tabel", "unit", "data/unit.csv"),
    ],
    ids=["file", "other type", "other year", "decided once", "erased", "dataset", "table"],
)
def test_what_is_there_is_never_replaced(
    tmp_path: Path, capsys: Capture, kind: str, new_id: str, holder: str
) -> None:
    """Exit 2 with the path that holds the id; no byte of the content changes."""
    contents.write_content(tmp_path)
    contents.write(tmp_path, "persetujuan/dahulu.jsonl", "")
    contents.write(tmp_path, "persetujuan/dihapus/hapus.json", "")
    contents.write(tmp_path, "publikasi/2020/lama.md", "---\n---\n")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert 2 == make(tmp_path, kind, new_id)
    assert f"{holder} sudah ada" in capsys.readouterr().out
    after = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert before == {p: data for p, data in after.items() if not p.name.startswith("~$")}


def test_two_editors_at_once(tmp_path: Path) -> None:
    """Of several who begin the same id at the same moment one gets it; the others are refused."""
    codes: list[int] = []
    kinds = ["halaman", "isu", "halaman", "edukasi"]
    threads = [Thread(target=lambda k=kind: codes.append(make(tmp_path, k))) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [0, 2, 2, 2] == sorted(codes)
    assert 1 == len([*tmp_path.rglob("*.md")])


def test_codes_are_unique_and_begin_with_the_time() -> None:
    """A ULID sorts by when it was minted."""
    codes = [command.new_ulid() for _ in range(1000)]
    assert len(codes) == len(set(codes))
    first = command.new_ulid()
    time.sleep(0.002)
    assert first[:10] < command.new_ulid()[:10]
