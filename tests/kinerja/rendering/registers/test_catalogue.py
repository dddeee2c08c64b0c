"""The catalogue of open data names every file that is written, and no other."""

import json
from pathlib import Path
from typing import Any

import pytest

from kinerja.rendering.open_data import data_files
from kinerja.rendering.registers.catalogue import catalogue_pages
from kinerja.rendering.site import Site
from tests.kinerja.registers import sections, views, write_registers
from tests.kinerja.sites import site_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi"), lisensi="CC BY 4.0"))


def test_a_dataset_with_all_that_one_asks_first(site: Site) -> None:
    """Rows, period, source, licence, last release."""
    assert [
        (
            "Indeks kepuasan pengantin",
            "CSV",
            "JSON",
            "3",
            "2023 sampai 2025",
            "Badan Contoh | Lisensi: CC BY 4.0",
            "1 Maret 2026",
        )
    ] == sections(views(catalogue_pages(site))["/data/"])["dataset"]


def test_the_files_of_the_catalogue_are_those_written(site: Site) -> None:
    """Each file stands in one row, CSV and JSON alike."""
    (page,) = catalogue_pages(site)
    view: Any = page.view["page"]
    rows = [row for section in view["sections"] for row in section["rows"]]
    linked = [cell["url"] for row in rows for cell in row["cells"][1:3]]
    assert sorted(f"/{file.path}" for file in data_files(site)) == sorted(linked)


def test_machines_are_told_of_the_catalogue(site: Site) -> None:
    """schema.org's DataCatalog, with the address that datasets name."""
    (page,) = catalogue_pages(site)
    head: Any = page.view["head"]
    data = json.loads(head["json_ld"])
    assert ("DataCatalog", "https://kinerja.example/data/") == (data["@type"], data["url"])


def test_without_data_the_page_says_so(tmp_path: Path) -> None:
    """An empty portal has a catalogue all the same."""
    view = views(catalogue_pages(site_of(tmp_path)))["/data/"]
    assert {"dataset": [], "tabel": []} == sections(view)
    assert "Belum ada dataset." == view["sections"][0]["note"]
