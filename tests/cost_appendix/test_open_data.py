"""The ledger as the public downloads it."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.columns import LEDGER
from cost_appendix.open_data import appendix_files, guarded
from tests.cost_appendix.ledgers import ledger_of, record, row


def test_every_row_is_there_as_it_was_written(tmp_path: Path) -> None:
    """Rows of public records are the cells of the source, cancellations included."""
    rows = [row(1, rekor="a:60;b:40"), row(2, tahap="batal", lanjutan_dari="2026-000001")]
    ledger = ledger_of(tmp_path, *rows)
    path, data = appendix_files(ledger, {"a": record("a"), "b": record("b")})[0]
    found = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert ("data/biaya.csv", rows) == (path, found)
    assert b"\r" not in data


def test_records_that_are_not_public_are_not_named(tmp_path: Path) -> None:
    """Neither an unknown id nor a draft's id leaves the house."""
    ledger = ledger_of(tmp_path, row(1, rekor="rahasia:60;a:40"), row(2, rekor="lain"))
    data = dict(appendix_files(ledger, {"a": record("a", public=False)}))["data/biaya.csv"]
    found = [line["rekor"] for line in csv.DictReader(io.StringIO(data.decode()))]
    assert ["belum-terbit:60;belum-terbit:40", "belum-terbit"] == found


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_no_text_is_taken_for_a_formula(tmp_path: Path, start: str) -> None:
    """What an editor wrote is guarded in every cell of free text."""
    hostile = f"{start}1+1"
    cells = {"uraian": hostile, "nomor_bukti": hostile, "rup": hostile, "rekor": f"{start}x"}
    ledger = ledger_of(tmp_path, row(1, **(cells | {"rekor": hostile.strip()})))
    known = {hostile.strip(): record(hostile.strip())}
    data = dict(appendix_files(ledger, known))["data/biaya.csv"]
    (found,) = csv.DictReader(io.StringIO(data.decode()))
    risky = {name for name, cell in found.items() if cell.startswith(start)}
    assert (set(LEDGER.values()), set()) == (set(found), risky)


@given(st.text())
def test_the_guard_can_be_taken_off(text: str) -> None:
    """One `'` less gives the original, whatever it was."""
    cell = guarded(text)
    assert text == (cell[1:] if cell.startswith("'") else cell)
