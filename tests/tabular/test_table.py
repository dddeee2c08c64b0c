"""CSV to rows with line numbers; every mistake of shape at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabular.problems import Problem, problem
from tabular.table import Row, each_row, read_rows, render_rows

COLUMNS = ("id", "nama")
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


def test_cells_come_in_the_wanted_order() -> None:
    """The header's own order does not matter."""
    assert ([Row(2, ("1", "satu"))], []) == read_rows("nama,id\nsatu,1\n", "p", COLUMNS)


def test_rows_know_the_line_on_which_they_begin() -> None:
    """Blank lines are passed over, and a cell may run over several lines."""
    text = 'id,nama\n\n1,"a\nb"\n2,c'
    expected = [Row(3, ("1", "a\nb")), Row(5, ("2", "c"))]
    assert (expected, []) == read_rows(text, "p", COLUMNS)


def test_a_row_of_the_wrong_width_is_left_out_and_reported() -> None:
    """The rows around it are kept."""
    expected = (
        [Row(2, ("1", "a")), Row(4, ("3", "c"))],
        [problem("p", 3, "", "C05", found=3, expected=2)],
    )
    assert expected == read_rows("id,nama\n1,a\n2,b,x\n3,c\n", "p", COLUMNS)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", [problem("p", 1, "", "C01", columns="id,nama")]),
        ("id\n", [problem("p", 1, "nama", "C02")]),
        (
            "id,nma\n",
            [problem("p", 1, "nama", "C02"), problem("p", 1, "nma", "C03", nearest="nama")],
        ),
        ("id,nama,zz\n", [problem("p", 1, "zz", "C03", nearest="id,nama")]),
        ("id,nama,id\n", [problem("p", 1, "id", "C04")]),
    ],
)
def test_a_wrong_header_gives_no_rows(header: str, expected: list[Problem]) -> None:
    """All that is wrong with the header is said at once, and no row is guessed at."""
    assert ([], expected) == read_rows(f"{header}", "p", COLUMNS)


def test_broken_quoting_ends_the_table() -> None:
    """Rows above the broken one are kept; those after it cannot be told apart."""
    rows, problems = read_rows('id,nama\n1,a\n2,"b"x\n3,c\n', "p", COLUMNS)
    assert [Row(2, ("1", "a"))] == rows
    assert [("p", 3, "C06")] == [(item.path, item.line, item.code) for item in problems]


def test_a_quote_that_never_ends_is_reported_at_its_row() -> None:
    """An open quotation mark swallows the rest; the line of the row is named."""
    _rows, problems = read_rows('id,nama\n1,"a\n2,b\n', "p", COLUMNS)
    assert [(2, "C06")] == [(item.line, item.code) for item in problems]


@pytest.mark.parametrize("header", ['"id"x,nama\n1,a\n', '"id,nama\n1,a\n'])
def test_broken_quoting_in_the_header_is_reported(header: str) -> None:
    """The header is line 1."""
    rows, problems = read_rows(header, "p", COLUMNS)
    assert ([], [(1, "C06")]) == (rows, [(item.line, item.code) for item in problems])


@pytest.mark.parametrize("sign", [";", "\t"])
def test_cells_apart_by_another_sign_are_one_mistake(sign: str) -> None:
    """As a spreadsheet saves them where a comma divides decimals; no column is called missing."""
    rows, problems = read_rows(f"id{sign}nama\n1{sign}a\n", "p", COLUMNS)
    assert ([], [problem("p", 1, "", "C07")]) == (rows, problems)


@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_what_was_written_is_read_back(cells: list[tuple[str, str]]) -> None:
    """Any text survives, quotes, commas and line ends inside a cell too."""
    rows, problems = read_rows(render_rows([COLUMNS, *cells]).decode(), "p", COLUMNS)
    assert (cells, []) == ([row.cells for row in rows], problems)


@given(st.text())
def test_any_text_is_read_or_reported(text: str) -> None:
    """No text whatever makes reading fail; what is left out is said."""
    rows, problems = read_rows(f"id,nama\n{text}", "p", COLUMNS)
    lines = [line for line in text.split("\n") if line.strip("\r")]
    assert bool(rows or problems) == bool(lines)


def test_rows_can_be_taken_one_by_one() -> None:
    """Taken singly, the problems come as they are met."""
    problems: list[Problem] = []
    rows = each_row("id,nama\n1,a\n2\n3,c\n", "p", COLUMNS, problems)
    assert (Row(2, ("1", "a")), []) == (next(rows), problems)
    assert (Row(4, ("3", "c")), ["C05"]) == (next(rows), [item.code for item in problems])
