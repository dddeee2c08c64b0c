"""Tables as a whole: a key stands once, and parents lead upwards to an end."""

from pathlib import Path

import pytest

from kinerja.reading.tables import read_table
from tests.kinerja.contents import write

from .reader import HEADERS, VALID, mistakes, rows, told


@pytest.mark.parametrize(
    ("name", "line", "field"),
    [
        *(("unit", 3, "id"), ("satuan", 3, "id"), ("sumber", 3, "id"), ("libur", 4, "tanggal")),
        *(("alih-alamat", 4, "dari"), ("penjelasan", 3, "indikator"), ("pesan", 9, "id")),
        *(("skala", 10, "id"), ("istilah", 3, "istilah"), ("leksikon", 6, "id")),
        ("platform", 12, "id"),
    ],
)
def test_a_key_stands_once(tmp_path: Path, name: str, line: int, field: str) -> None:
    """Every table written twice: each row of the second half is told with the line of the first."""
    again = VALID[name].removeprefix(HEADERS.get(name, "") and f"{HEADERS[name]}\n")
    found = told(tmp_path, name, VALID[name] + again)
    assert ((line, field, "F37"), {"F37"}) == (found[0], {code for _, _, code in found})


def test_the_same_row_for_another_key_stands_beside_it(tmp_path: Path) -> None:
    """An explanation a unit and period, a scale a first day."""
    others = ["a,2025,b,c,d,", "a,2024,b,c,d,", "a,2025,c,c,d,", "b,2025,b,c,d,"]
    assert 4 == len(rows(tmp_path, "penjelasan", *others))
    assert 3 == len(rows(tmp_path, "skala"))


def test_a_repeated_key_says_which(tmp_path: Path) -> None:
    """The key as a whole, and the line on which it stands already."""
    write(tmp_path, "data/skala.yaml", "- {id: a, urutan: [b]}\n- {id: a, urutan: [c]}\n")
    (found,) = read_table(tmp_path, "skala").problems
    assert (("value", "a"), ("other", "1")) == found.details


def message(row_id: str, parent: str = "") -> str:
    """Return one message, below another."""
    above = f", induk: {parent}" if parent else ""
    return f"- {{id: {row_id}, kalimat: Kalimat., pemilik: bimas{above}}}"


def unit(row_id: str, parent: str = "") -> str:
    """Return one unit, below another."""
    return f"{row_id},A,,kua,{parent},,,,"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "")], []),
        ([("c", "b"), ("b", "a"), ("a", "")], []),
        ([("a", ""), ("b", "a"), ("c", "b"), ("d", "c")], [(4, "R09")]),
        ([("a", ""), ("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")], [(4, "R09"), (5, "R09")]),
        ([("a", "a")], [(1, "R08")]),
        ([("a", "b"), ("b", "a"), ("c", "")], [(1, "R08"), (2, "R08")]),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("d", "c")], [(n, "R08") for n in (1, 2, 3, 4)]),
        ([("a", "tidak-ada"), ("b", "a")], []),
    ],
)
def test_messages_are_a_tree(
    tmp_path: Path, pairs: list[tuple[str, str]], expected: list[tuple[int, str]]
) -> None:
    """Three levels at most and no circle, in any order; whether a parent exists is asked later."""
    write(tmp_path, "data/pesan.yaml", "".join(f"{message(*pair)}\n" for pair in pairs))
    found = [(p.line, p.field, p.code) for p in read_table(tmp_path, "pesan").problems]
    assert [(line, "induk", code) for line, code in expected] == found


def test_units_are_a_tree(tmp_path: Path) -> None:
    """Twelve levels at most; the circle is named."""
    chain = [unit("u0"), *(unit(f"u{n}", f"u{n - 1}") for n in range(1, 13))]
    assert 12 == len(rows(tmp_path, "unit", *chain[:12]))
    assert [(14, "induk", "R09")] == mistakes(tmp_path, "unit", *chain)
    write(
        tmp_path, "data/unit.csv", "\n".join([HEADERS["unit"], unit("a", "b"), unit("b", "a"), ""])
    )
    first, _ = read_table(tmp_path, "unit").problems
    assert (("value", "a → b → a"),) == first.details


def test_a_tree_of_many_rows_takes_no_longer_for_each(tmp_path: Path) -> None:
    """Twenty thousand units below one another end: none is followed further than allowed."""
    chain = [unit("u0"), *(unit(f"u{n}", f"u{n - 1}") for n in range(1, 20_000))]
    found = mistakes(tmp_path, "unit", *chain)
    assert (20_000 - 12, {"R09"}) == (len(found), {code for _, _, code in found})
