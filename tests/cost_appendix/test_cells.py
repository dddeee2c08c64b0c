"""One cell to one value: what is read, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost_appendix.cells import (
    is_account_code,
    parse_amount,
    parse_count,
    parse_day,
    parse_number,
    parse_shares,
    parse_year,
)
from cost_appendix.model import Share


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-000001", 1), ("2026-7", 7), ("2026-1000000", 1_000_000)],
)
def test_a_row_id_is_a_year_and_a_number(text: str, expected: int) -> None:
    """Leading zeros do not count."""
    assert expected == parse_number(text)


@pytest.mark.parametrize("text", ["", "2026", "2026-", "2026-000000", "26-1", "2026-1a", "2026-１"])
def test_other_row_ids_are_refused(text: str) -> None:
    """No number 0, no other digits than ASCII, nothing around."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", 1), ("120", 120), ("0", None), ("01", None), ("", None), ("-1", None), ("１", None)],
)
def test_a_count_is_a_whole_number_from_1(text: str, expected: int | None) -> None:
    """ASCII digits without a leading zero; anything else is refused."""
    assert expected == parse_count(text)


@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("15000000", 15_000_000)])
def test_an_amount_is_digits(text: str, expected: int) -> None:
    """Whole rupiah are read as they stand."""
    assert expected == parse_amount(text)


@pytest.mark.parametrize(
    "text", ["", "-1", "+5", " 15", "1_000", "1.0", "15.000", "01", "Rp5", "1" * 16, "１５"]
)
def test_other_amounts_are_refused(text: str) -> None:
    """Nothing that int() would take by kindness is taken."""
    assert parse_amount(text) is None


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_every_amount_reads_back(amount: int) -> None:
    """All amounts of up to fifteen digits are read."""
    assert amount == parse_amount(str(amount))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-02-29", None),
        ("20260331", None),
        ("2026-W10-1", None),
        ("2026-3-31", None),
        ("31-03-2026", None),
        ("", None),
    ],
)
def test_a_day_has_one_form(text: str, expected: date | None) -> None:
    """Year, month, day with hyphens, and the day must exist."""
    assert expected == parse_day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("ikhtisar", (Share("ikhtisar", 100),)),
        ("a:100", (Share("a", 100),)),
        ("a:60;b:40", (Share("a", 60), Share("b", 40))),
        ("a:33;b:33;c:34", (Share("a", 33), Share("b", 33), Share("c", 34))),
    ],
)
def test_shares_are_whole_per_cent(text: str, expected: tuple[Share, ...]) -> None:
    """One id alone has all; no id is a general cost."""
    assert expected == parse_shares(text)


@pytest.mark.parametrize(
    "text",
    [
        "a:60;b:41",
        "a:60;b:39",
        "a:50;a:50",
        "a;b",
        "a:60;b",
        "a:0;b:100",
        "a:59.5;b:40.5",
        "a:060;b:40",
        "a:60; b:40",
        "a:60;b:40;",
        ":100",
        "a b",
        ";",
        "a:-1;b:101",
    ],
)
def test_other_shares_are_refused(text: str) -> None:
    """The sum is 100, no id stands twice, no part is 0, nothing stands around."""
    assert parse_shares(text) is None


def test_years_and_account_codes_have_their_digits() -> None:
    """Four digits for a year, six for an account."""
    assert [2026, None, None] == [parse_year(text) for text in ("2026", "226", "3026")]
    assert [True, False, False] == [is_account_code(t) for t in ("521211", "52121", "52121a")]
