"""Open data: CSV and JSON say the same, exactly, in names of editors, and run no formula."""

import csv
import io
import json
from pathlib import Path

import pytest

from kinerja.rendering.open_data import COLUMNS, TABLES, data_files
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.contents import DATASET, write
from tests.kinerja.registers import text_of, write_registers
from tests.kinerja.sites import site_of
from tests.kinerja.tables import MORE_TABLES


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with every table."""
    return site_of(write_registers(tmp_path_factory.mktemp("isi")))


def rows_of(site: Site, base: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    return list(csv.DictReader(io.StringIO(text_of(data_files(site), f"data/{base}.csv"))))


def test_a_dataset(site: Site) -> None:
    """CSV and JSON say the same, for machines: points, ISO days, exact values."""
    rows = rows_of(site, "capaian/kepuasan")
    document = json.loads(text_of(data_files(site), "data/capaian/kepuasan.json"))
    assert rows == document["baris"]
    assert list(COLUMNS) == list(rows[0])
    assert [("2023", "82.10", "80", "tercapai"), ("2024", "78.25", "85", "belum tercapai")] == [
        (row["periode"], row["nilai"], row["target"], row["hasil"]) for row in rows[:2]
    ]
    assert ("2025-01-01", "2025-12-31", "", "belum-dilaporkan") == (
        rows[2]["awal"],
        rows[2]["akhir"],
        rows[2]["nilai"],
        rows[2]["status"],
    )


def test_cells_run_no_formula(tmp_path: Path) -> None:
    """A remark that a spreadsheet would compute is kept as text; a negative figure stays one."""
    contents.write_content(tmp_path)
    write(tmp_path, "data/satuan.csv", "id,nama,bentuk,min,maks\nindeks,poin,indeks,-5,\n")
    row = "2022,,-1.5,,,tetap,laporan,,,,,,=HYPERLINK(0)\n"
    write(tmp_path, DATASET, contents.TABLES[DATASET] + row)
    site = site_of(tmp_path)
    first = rows_of(site, "capaian/kepuasan")[0]
    assert ("-1.5", "'=HYPERLINK(0)") == (first["nilai"], first["catatan"])
    assert "-5" == rows_of(site, "satuan")[0]["min"]


def test_a_table_keeps_the_columns_of_its_file(site: Site) -> None:
    """What editors wrote comes out again; an empty cell stays empty."""
    text = text_of(data_files(site), "data/unit.csv")
    assert contents.TABLES["data/unit.csv"] == text
    assert MORE_TABLES["libur"] == text_of(data_files(site), "data/libur.csv")
    assert MORE_TABLES["penjelasan"].replace('"', "") == text_of(
        data_files(site), "data/penjelasan.csv"
    ).replace('"', "")


def test_lists_and_references_are_written_as_editors_do(site: Site) -> None:
    """Words of a list side by side, references as `id@periode`, deeper values as JSON."""
    assert "melantik; membuka acara" == rows_of(site, "leksikon")[0]["kata"]
    assert "kepuasan@2024; kepuasan" == rows_of(site, "pesan")[1]["bukti"]
    bands = json.loads(rows_of(site, "skala")[0]["pita"])
    assert {"dari": "88.31", "sampai": "100", "nilai": "A", "label": "Sangat Baik"} == bands[0]
    scales = json.loads(text_of(data_files(site), "data/skala.json"))["baris"]
    assert (bands, "mutu", None) == (
        scales[0]["pita"],
        scales[0]["id"],
        scales[0]["berlaku_dari"],
    )


def test_every_public_table_is_offered_and_no_other(site: Site) -> None:
    """Ten tables; accounts go with the ledger, moved addresses concern nobody."""
    tables = {file.path for file in data_files(site) if "/capaian/" not in file.path}
    assert {f"data/{name}.{kind}" for name in TABLES for kind in ("csv", "json")} == tables


def test_a_table_without_rows_is_not_offered(tmp_path: Path) -> None:
    """Neither is the dataset of an indicator that has none."""
    contents.write_content(tmp_path)
    (tmp_path / DATASET).unlink()
    found = {file.path for file in data_files(site_of(tmp_path)) if file.path.endswith(".csv")}
    assert {"data/unit.csv", "data/satuan.csv", "data/sumber.csv"} == found
