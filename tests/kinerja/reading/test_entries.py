"""Lists of entries: each becomes a value or mistakes, whatever stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.fields import Frozen, Place
from kinerja.model.tables import Explanation, Platform, Redirect, Term, Unit
from kinerja.reading.entries import Entry, csv_columns, csv_entries, parse_entries, yaml_entries
from kinerja.reading.tables import CSV_TABLES, YAML_TABLES
from tabular.problems import Problem
from tests.kinerja.tables import MORE_TABLES

PIECES = [
    *(
        "- ",
        "  ",
        "\n",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "|\n",
        "'",
        '"',
        "&a ",
        "*a",
        "!!int ",
        "---\n",
    ),
    *(line + "\n" for text in MORE_TABLES.values() for line in text.splitlines()),
]
TEXTS = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join) | st.text()
)
TREES = st.recursive(
    st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


def parsed(text: str, name: str) -> tuple[list[Frozen], list[Problem]]:
    """Return the values of a YAML list of that table, and its mistakes."""
    entries, problems = yaml_entries(text, "a.yaml", name)
    values, faults, _ = parse_entries(entries, YAML_TABLES[name], "a.yaml")
    return values, [*problems, *faults]


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Redirect, "alih-alamat", ("dari", "ke")),
        (
            Explanation,
            "penjelasan",
            ("indikator", "periode", "unit", "sebab", "rencana", "tenggat"),
        ),
        (Unit, "unit", None),
    ],
)
def test_columns_are_the_fields_in_indonesian(
    model: type[Frozen], name: str, expected: tuple[str, ...] | None
) -> None:
    """In the order of the model; names that mean something else in that table are its own."""
    unit = "id,nama,singkatan,jenis,induk,berlaku_dari,berlaku_sampai,penerus,kontak"
    assert (expected or tuple(unit.split(","))) == csv_columns(model, name)


def test_columns_may_stand_in_any_order() -> None:
    """Cells go to their attributes by the header; an empty one is absent."""
    text = "ke,dari\n/b/,/a/\n,/c/\n"
    entries, problems = csv_entries(text, "a.csv", "alih-alamat", Redirect)
    assert ([{"old": "/a/", "new": "/b/"}, {"old": "/c/"}], []) == (
        [entry.tree for entry in entries],
        problems,
    )
    values, faults, places = parse_entries(entries, Redirect, "a.csv")
    assert [Redirect(old="/a/", new="/b/")] == values
    assert [(3, "ke", "F02")] == [(p.line, p.field, p.code) for p in faults]
    assert {(0,): Place(2, ""), (0, "old"): Place(2, "dari"), (0, "new"): Place(2, "ke")} == places


def test_places_count_valid_entries_only() -> None:
    """The number in a place is that of the value, as the table has it."""
    text = "- {istilah: a}\n- {istilah: b, arti: c}\n"
    entries, _ = yaml_entries(text, "a.yaml", "istilah")
    values, faults, places = parse_entries(entries, Term, "a.yaml")
    assert ([Term(term="b", meaning="c")], [1]) == (values, [fault.line for fault in faults])
    assert {(0,), (0, "term"), (0, "meaning")} == places.keys()
    assert Place(2, "arti") == places[(0, "meaning")]


def test_a_name_means_what_its_table_says() -> None:
    """`sumber` of a platform is an address, elsewhere a list."""
    entries, _ = yaml_entries(MORE_TABLES["platform"], "a.yaml", "platform")
    (platform,), faults, _ = parse_entries(entries, Platform, "a.yaml")
    assert ("https://contoh.example/batas", []) == (platform.source, faults)


@pytest.mark.parametrize("name", YAML_TABLES)
@given(text=TEXTS)
def test_any_yaml_is_values_or_mistakes(name: str, text: str) -> None:
    """Nothing is raised; each mistake has a line of the file and a code."""
    values, problems = parsed(text, name)
    assert all(isinstance(value, YAML_TABLES[name]) for value in values)
    assert all(p.path == "a.yaml" and p.line >= 1 and p.code for p in problems)


@pytest.mark.parametrize("name", CSV_TABLES)
@given(rows=st.lists(st.lists(st.text(max_size=6), max_size=10), max_size=4))
def test_any_rows_are_values_or_mistakes(name: str, rows: list[list[str]]) -> None:
    """Below the right header; what is left out is told."""
    model = CSV_TABLES[name]
    lines = [csv_columns(model, name), *rows]
    text = "".join(",".join(line) + "\n" for line in lines)
    entries, problems = csv_entries(text, "a.csv", name, model)
    values, faults, _ = parse_entries(entries, model, "a.csv")
    assert len(entries) == len(values) + len({fault.line for fault in faults})
    assert all(p.path == "a.csv" and p.line >= 1 for p in (*problems, *faults))


@pytest.mark.parametrize("model", YAML_TABLES.values())
@given(tree=TREES)
def test_any_tree_is_a_value_or_mistakes(model: type[Frozen], tree: object) -> None:
    """Plain values of any shape, also where no place is known for them."""
    values, problems, _ = parse_entries([Entry(tree, {}, 7)], model, "a.yaml")
    assert (len(values) == 1) == (not problems)
    assert {7} >= {problem.line for problem in problems}
