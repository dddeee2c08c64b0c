"""The description of the open data holds to the files."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

from cost_appendix.open_data import appendix_files
from cost_appendix.package import FIELDS, PROFILE
from tests.cost_appendix.ledgers import LINE, ledger_of, record, revision, row


def files_of(content: Path) -> dict[str, bytes]:
    """Return the open data of two rows and a revision."""
    rows = [row(1, rekor="a"), row(2, tahap="kembali", lanjutan_dari="2026-000001")]
    rows[1]["rekor"] = "a"
    ledger = ledger_of(content, *rows, revisions=[revision(1, alasan="=1+1")])
    return dict(appendix_files(ledger, {"a": record("a")}))


def package_of(files: dict[str, bytes]) -> dict[str, Any]:
    """Return the description as data."""
    found: dict[str, Any] = json.loads(files["data/datapackage.json"])
    return found


def table(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_budget_and_revisions_are_open_data(tmp_path: Path) -> None:
    """Columns of the source after the year; text that begins with a sign is guarded."""
    files = files_of(tmp_path)
    assert [{"tahun": "2026"} | LINE] == table(files["data/anggaran.csv"])
    expected = {"tahun": "2026"} | revision(1, alasan="'=1+1")
    assert [expected] == table(files["data/revisi.csv"])


def test_every_file_is_described_with_its_bytes(tmp_path: Path) -> None:
    """Path, size and SHA-256 are those of the file; fields are its header, in order."""
    files = files_of(tmp_path)
    resources = package_of(files)["resources"]
    names = ["biaya", "biaya-2026", "anggaran", "revisi", "reviu"]
    assert names == [found["name"] for found in resources]
    for found in resources:
        data = files[f"data/{found['path']}"]
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert (len(data), digest) == (found["bytes"], found["hash"])
        header = data.decode().partition("\n")[0].split(",")
        assert header == [field["name"] for field in found["schema"]["fields"]]


def test_types_and_profiles_are_those_of_data_package_2(tmp_path: Path) -> None:
    """Each descriptor names its profile; amounts are integers that are values of public money."""
    package = package_of(files_of(tmp_path))
    assert PROFILE.format("datapackage") == package["$schema"]
    for found in package["resources"]:
        assert PROFILE.format("dataresource") == found["$schema"]
        assert PROFILE.format("tableschema") == found["schema"]["$schema"]
    fields = {f["name"]: f for found in package["resources"] for f in found["schema"]["fields"]}
    amount = {"name": "jumlah", "type": "integer", "columnType": "value"}
    assert amount | {"constraints": {"required": True, "minimum": 0}} == fields["jumlah"]
    assert {"name": "uraian", "type": "string"} == fields["uraian"]
    assert set() == FIELDS.keys() - fields.keys()


def test_keys_hold_in_the_files(tmp_path: Path) -> None:
    """Primary keys are unique; every reference that is not empty is found."""
    files = files_of(tmp_path)
    resources = {found["name"]: found for found in package_of(files)["resources"]}
    rows = {name: table(files[f"data/{name}.csv"]) for name in resources}
    checked = 0
    for name, found in resources.items():
        key = found["schema"]["primaryKey"]
        values = [tuple(line[column] for column in key) for line in rows[name]]
        assert len(values) == len(set(values))
        for reference in found["schema"].get("foreignKeys", []):
            there = reference["reference"]
            known = rows[there.get("resource", name)]
            targets = {tuple(line[column] for column in there["fields"]) for line in known}
            for line in rows[name]:
                value = tuple(line[column] for column in reference["fields"])
                assert value in targets or not any(value)
                checked += any(value)
    assert 3 == checked
