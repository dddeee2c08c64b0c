"""All open data: described column by column, and zipped to the same bytes each time."""

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from frictionless import validate

from kinerja.rendering.data_package import ARCHIVE, open_data_files
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, write
from tests.kinerja.registers import write_registers
from tests.kinerja.sites import site_of

PACKAGE = "data/datapackage.json"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi")))


def files_of(site: Site) -> dict[str, bytes]:
    """Return the bytes of every file by path; no path stands twice."""
    files = open_data_files(site)
    found = {file.path: file.content for file in files if isinstance(file.content, bytes)}
    assert len(files) == len(found)
    return found


def write_out(folder: Path, files: dict[str, bytes]) -> str:
    """Write the files, and return where their description lies."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return str(folder / PACKAGE)


def fields_of(package: Any, name: str) -> dict[str, str]:
    """Return the type of every column of a resource."""
    (found,) = (r for r in package["resources"] if r["name"] == name)
    return {field["name"]: field["type"] for field in found["schema"]["fields"]}


def test_every_table_is_described_once(site: Site) -> None:
    """Datasets, public tables and ledger, by paths beside the description."""
    files = files_of(site)
    package = json.loads(files[PACKAGE])
    paths = sorted(f"data/{resource['path']}" for resource in package["resources"])
    assert sorted(path for path in files if path.endswith(".csv")) == paths
    assert {DATASET, "data/unit.csv", "data/biaya.csv"} <= {*paths}
    assert ("Data Portal Kinerja", "https://kinerja.example/data/") == (
        package["title"],
        package["homepage"],
    )


def test_figures_are_numbers_and_days_are_days(site: Site, tmp_path: Path) -> None:
    """A column in which one cell is a range or a label is text."""
    types = fields_of(json.loads(files_of(site)[PACKAGE]), "capaian-kepuasan")
    assert ("number", "number", "date", "string") == tuple(
        types[name] for name in ("nilai", "target", "rilis", "periode")
    )
    contents.write_content(tmp_path)
    row = "2022,,80,75..85,,tetap,laporan,,,,,,\n"
    write(tmp_path, DATASET, contents.TABLES[DATASET] + row)
    types = fields_of(json.loads(files_of(site_of(tmp_path))[PACKAGE]), "capaian-kepuasan")
    assert ("number", "string") == (types["nilai"], types["target"])


def test_the_description_holds(site: Site, tmp_path: Path) -> None:
    """Frictionless, without network, finds no error; with one cell broken it finds that."""
    files = files_of(site)
    assert validate(write_out(tmp_path / "a", files)).valid
    broken = files[DATASET].replace(b"82.10", b"banyak")
    report = validate(write_out(tmp_path / "b", files | {DATASET: broken}))
    assert {"capaian-kepuasan"} == {task.name for task in report.tasks if not task.valid}
    found = {error.type for task in report.tasks for error in task.errors}
    assert "type-error" in found or "hash-count" in found


def test_the_zip_holds_every_table_with_the_description(site: Site) -> None:
    """Byte for byte what lies beside it, in order, and nothing of the time or the machine."""
    files = files_of(site)
    with ZipFile(io.BytesIO(files[ARCHIVE])) as archive:
        names = archive.namelist()
        assert [PACKAGE, *sorted(path for path in files if path.endswith(".csv"))] == names
        assert {name: files[name] for name in names} == {n: archive.read(n) for n in names}
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}
    assert files == files_of(site)
