"""Cells to the text of the ledger: exactly, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.cells import parse_amount
from cost_appendix.spreadsheets.cells import LIMIT, read_amount, read_day, read_text
from cost_appendix.spreadsheets.opening import Cell


@pytest.mark.parametrize(
    ("cell", "style", "expected"),
    [
        (15000000.0, "", ("15000000", "")),
        (0.0, "", ("0", "")),
        (-0.0, "", ("0", "")),
        ("15000000", "", ("15000000", "")),
        (" 15000000 ", "", ("15000000", "")),
        ("", "", ("", "")),
        ("15.000.000", "", ("", "K92")),
        ("15,000,000", "", ("", "K92")),
        ("Rp15000000", "", ("", "K92")),
        ("007", "", ("", "K92")),
        ("-1500", "", ("", "K92")),
        ("-1.500", "id", ("", "K92")),
        ("15.000.000", "id", ("15000000", "")),
        ("Rp 15.000.000,00", "id", ("15000000", "")),
        ("Rp15.000.000,-", "id", ("15000000", "")),
        ("15000000", "id", ("15000000", "")),
        ("15.000.000,50", "id", ("", "K92")),
        ("15.00", "id", ("", "K92")),
        ("15,000,000", "id", ("", "K92")),
        ("15,000,000.00", "en", ("15000000", "")),
        ("15.000.000", "en", ("", "K92")),
        (date(2026, 3, 2), "", ("", "K92")),
        (1500.5, "", ("", "K93")),
        (-1500.0, "", ("", "K93")),
        (float(LIMIT), "", ("", "K93")),
        (1e300, "", ("", "K93")),
        (float("nan"), "", ("", "K93")),
        ("#REF!", "", ("", "K95")),
        ("1\u202e2", "", ("", "T04")),
    ],
)
def test_amounts(cell: Cell, style: str, expected: tuple[str, str]) -> None:
    """Whole rupiah of numbers and of digits; other text only in the way that the user names."""
    assert expected == read_amount(cell, style)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(-1500.0, "-1500"), ("-1500", "-1500"), ("1500", "1500"), (0.0, "0")],
)
def test_amounts_below_nothing(cell: Cell, expected: str) -> None:
    """Where money that came back may stand with a sign."""
    assert (expected, "") == read_amount(cell, "", is_signed=True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2026, 3, 2), ("2026-03-02", "")),
        ("2026-03-02", ("2026-03-02", "")),
        ("", ("", "")),
        ("02/03/2026", ("", "K91")),
        ("2 Maret 2026", ("", "K91")),
        ("2026-02-30", ("", "K91")),
        (46083.0, ("", "K91")),
        ("#VALUE!", ("", "K95")),
    ],
)
def test_days(cell: Cell, expected: tuple[str, str]) -> None:
    """A date, or its text as the ledger has it: day and month are never guessed."""
    assert expected == read_day(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  Cetak\r\n poster\u00a0A3 ", ("Cetak poster A3", "")),
        ("Cafe\u0301", ("Café", "")),
        (521211.0, ("521211", "")),
        (220191301001234.0, ("220191301001234", "")),
        (1e15, ("", "K94")),
        (5.1, ("", "K94")),
        (date(2026, 3, 2), ("2026-03-02", "")),
        ("=HYPERLINK(1)", ("=HYPERLINK(1)", "")),
        ("#1 terbaik", ("#1 terbaik", "")),
        ("#DIV/0!", ("", "K95")),
        ("a\u200fb\u202ec", ("", "T04")),
        ("a\x00b", ("", "T04")),
        ("a\u2028b", ("", "T04")),
    ],
)
def test_texts(cell: Cell, expected: tuple[str, str]) -> None:
    """One line, composed; nothing hidden in it; a number of a document with all of its digits."""
    assert expected == read_text(cell)


@given(st.integers(0, LIMIT - 1))
def test_every_amount_of_the_ledger_can_stand_in_a_sheet(amount: int) -> None:
    """As number and as text it is the same amount."""
    expected = (str(amount), "")
    assert [expected] * 2 == [read_amount(float(amount), ""), read_amount(str(amount), "")]


@given(st.one_of(st.text(), st.floats(), st.integers(), st.dates()), st.sampled_from(["", "id"]))
def test_what_is_read_the_ledger_can_read(cell: Cell, style: str) -> None:
    """Whatever stands in a cell: an amount of the ledger, nothing, or a code."""
    text, code = read_amount(cell, style)
    assert (text == "") if code else (text == "" or parse_amount(text) is not None)
