"""The ledger as the public downloads it."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.columns import LEDGER
from cost_appendix.open_data import appendix_files, guarded
from tests.cost_appendix.ledgers import ledger_of, record, row, write_content


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x;=cmd|' /C calc'!A0;y", "x;'=cmd|' /C calc'!A0;y"),
        ("\n=1+1", "'\n'=1+1"),
        ("x\t@SUM(A1)", "x\t'@SUM(A1)"),
        ("'petik", "''petik"),
        ("3 - 2 = 1; +62 21", "3 - 2 = 1; +62 21"),
    ],
)
def test_other_separators_part_no_formula_from_its_guard(text: str, expected: str) -> None:
    """Where the list separator is `;`, a text may begin after one; plain words stay."""
    assert expected == guarded(text)


@given(st.text(st.characters() | st.sampled_from(";\t\n'=+-@")))
def test_the_guard_can_be_taken_off(text: str) -> None:
    """One `'` less at each place gives the original; no piece is left that begins a formula."""
    cell = guarded(text)
    assert text == re.sub(r"(^|(?<=[;\t\n]))'", "", cell)
    assert [] == [piece for piece in re.split(r"[;\t\n]", cell) if piece[:1] in set("=+-@")]


def test_each_year_has_a_file_of_its_own(tmp_path: Path) -> None:
    """The files of the years are the whole, row by row, under the same header."""
    old = row(1, id="2025-1", tanggal="2025-05-05", nomor_bukti="x")
    write_content(tmp_path, old, year=2025)
    files = dict(appendix_files(ledger_of(tmp_path, row(1), row(2)), {}))
    header, *rows = files["data/biaya.csv"].splitlines()
    assert [header, rows[0]] == files["data/biaya-2025.csv"].splitlines()
    assert [header, *rows[1:]] == files["data/biaya-2026.csv"].splitlines()
