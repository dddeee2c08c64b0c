"""`/data/` as a whole: a description of every table (Data Package 2.0), and all as one zip."""

import csv
import io
import json
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cost_appendix.package import csv_resource
from cost_appendix.places import PACKAGE_FILE

from .costs import cost_files
from .open_data import DATES, FIGURES, NUMBER, data_files
from .pages import File
from .site import Site

ARCHIVE = "data/semua.zip"
ABOUT = (
    "Semua data terbuka portal ini: capaian tiap indikator, tabel acuan, dan catatan biaya. "
    "Sel kosong berarti tidak ada angka, bukan nol. Di depan teks yang dapat disangka rumus "
    "berdiri satu tanda petik tunggal."
)


def open_data_files(site: Site) -> list[File]:
    """Return every file below `/data/`: tables, their description, and both as one zip."""
    files = {file.path: file.content for file in (*data_files(site), *cost_files(site))}
    package = json.loads(_bytes(files[PACKAGE_FILE]))
    package |= {
        "name": "data-portal",
        "title": f"Data {site.settings.name}",
        "description": ABOUT,
        "homepage": site.absolute("/data/"),
    }
    known = {resource["path"] for resource in package["resources"]}
    for path, content in sorted(files.items()):
        name = path.removeprefix("data/")
        if name.endswith(".csv") and name not in known:
            package["resources"].append(_resource(name, _bytes(content)))
    files[PACKAGE_FILE] = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
    tables = [path for path in sorted(files) if path.endswith(".csv")]
    files[ARCHIVE] = _zipped((path, _bytes(files[path])) for path in (PACKAGE_FILE, *tables))
    return [File(path, content) for path, content in files.items()]


def _bytes(content: object) -> bytes:
    assert isinstance(content, bytes), "open data are made here, never copied"
    return content


def _resource(name: str, data: bytes) -> dict[str, object]:
    """Describe a dataset or a table; a column that may hold figures is text where one is none."""
    columns, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    is_dataset = name.startswith("capaian/")
    fields: list[dict[str, object]] = []
    for at, column in enumerate(columns):
        kind = "string"
        if is_dataset and column in DATES:
            kind = "date"
        elif is_dataset and column in FIGURES:
            cells = [row[at] for row in rows if row[at]]
            plain = all(NUMBER.fullmatch(cell) and ".." not in cell for cell in cells)
            kind = "number" if plain else "string"
        fields.append({"name": column, "type": kind})
    schema: dict[str, object] = {"fields": fields}
    if is_dataset:
        schema |= {"primaryKey": ["indikator", "periode", "rincian"]}
    return csv_resource(name.removesuffix(".csv").replace("/", "-"), name, data, schema)


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip whose bytes depend on nothing but the files: no times, no machine."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files:
            entry = ZipInfo(path)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
