"""The data package as its users check it: by frictionless, without network."""

import hashlib
import json
import socket
from datetime import date
from pathlib import Path

import pytest
from frictionless import validate

from cost_appendix.open_data import appendix_files
from cost_appendix.reading import read_ledger
from tests.cost_appendix.generated import write_generated
from tests.cost_appendix.ledgers import ledger_of, record, revision, row

HOSTILE = "=HYPERLINK(\"http://x.example\"; 'a'), <b>&\n@SUM(A1)\t-1; +2 \u200f\u0627\u200e"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the network away: a schema that has to be fetched would fail."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def errors_of(folder: Path) -> set[tuple[str, str]]:
    """Return file and type of every error that frictionless finds in a written package."""
    report = validate(folder / "data/datapackage.json")
    found = {(task.name, error.type) for task in report.tasks for error in task.errors}
    return found | {("package", error.type) for error in report.errors}


def write_package(folder: Path, files: list[tuple[str, bytes]]) -> Path:
    """Write the open data as a host does."""
    for path, data in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return the folder of a package with every kind of row and with hostile text."""
    rows = [
        row(1, tahap="kontrak", rekor="a:60;b:40", uraian=HOSTILE, rup="+1"),
        row(2, rekor="a:60;b:40", lanjutan_dari="2026-000001", penerima=f"perusahaan:{HOSTILE}"),
        row(3, tahap="batal", lanjutan_dari="2026-000002", bukti="", nomor_bukti=""),
    ]
    ledger = ledger_of(tmp_path / "isi", *rows, revisions=[revision(1, alasan=HOSTILE)])
    return write_package(tmp_path / "situs", appendix_files(ledger, {"a": record("a")}))


def test_the_package_is_valid(package: Path) -> None:
    """Schemas, keys, bytes and hashes hold; hostile text is but text."""
    assert set() == errors_of(package)


def test_a_package_of_several_years_is_valid(tmp_path: Path) -> None:
    """Every year has a file of its own beside the whole; an empty ledger is a package too."""
    write_generated(tmp_path / "isi", (2024, 2025, 2026), 300)
    ledger, problems = read_ledger(tmp_path / "isi", None, date(2026, 12, 31))
    package = write_package(tmp_path / "situs", appendix_files(ledger, {}))
    years = [f"biaya-{year}.csv" for year in (2024, 2025, 2026)]
    others = ["anggaran.csv", "datapackage.json", "reviu.csv", "revisi.csv"]
    names = sorted(["biaya.csv", *years, *others])
    assert ([], names) == (problems, sorted(file.name for file in package.glob("data/*")))
    assert set() == errors_of(package)
    empty = write_package(tmp_path / "kosong", appendix_files(ledger_of(tmp_path / "x"), {}))
    assert set() == errors_of(empty)


BROKEN = {
    "an amount with points": ("biaya", ",1000,", ",1.000,", "type-error"),
    "a negative amount": ("biaya", ",1000,", ",-1000,", "constraint-error"),
    "an unknown stage": ("biaya", ",kontrak,", ",lunas,", "constraint-error"),
    "no such day": ("biaya-2026", "2026-03-02", "2026-02-30", "type-error"),
    "an id twice": ("biaya", "\n2026-000002,", "\n2026-000001,", "primary-key"),
    "a chain that leads nowhere": ("biaya", ",batal,2026-000002", ",batal,x", "foreign-key"),
    "a cell too many": ("biaya", "\n2026-000001,", "\n2026-000001,,", "extra-cell"),
    "a line that no budget has": ("revisi", ",bahan,", ",lain,", "foreign-key"),
    "an unknown authority": ("revisi", ",dja,", ",menteri,", "constraint-error"),
    "a fund that is none": ("anggaran", ",RM", ",APBN", "constraint-error"),
    "another header": ("anggaran", "pagu_awal", "pagu", "incorrect-label"),
}
"""What is wrong -> table, its text, what is written instead, and the error that it must give."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_cell_is_found(package: Path, name: str) -> None:
    """Even where size and hash were made to fit, the cell itself is refused."""
    table, text, instead, error = BROKEN[name]
    file, description = package / f"data/{table}.csv", package / "data/datapackage.json"
    data = file.read_bytes().replace(text.encode(), instead.encode(), 1)
    assert data != file.read_bytes()
    file.write_bytes(data)
    assert {(table, "hash-count"), (table, "byte-count")} & errors_of(package)
    described = json.loads(description.read_bytes())
    for found in described["resources"]:
        if found["name"] == table:
            found |= {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    description.write_text(json.dumps(described), "utf-8")
    assert (table, error) in errors_of(package)
