"""YAML as text with places: nothing is guessed, nothing is executed, nothing ends the process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.fields import Place
from kinerja.reading.yaml_text import read_yaml
from tabular.problems import problem

ODD = """\
judul: no
ringkasan: 2026-03-31
layanan: [010, 12:30, 1e3, ~, '', null]
manfaat: 'null'
pesan:
biaya: ~
"""


def codes(text: str) -> list[tuple[int, str, str]]:
    """Return line, key and code of what is wrong with a text that stands on line 1."""
    return [(item.line, item.field, item.code) for item in read_yaml(text, "").problems]


def test_every_scalar_stays_text() -> None:
    """No boolean, number or date is guessed; what is empty and not quoted counts as absent."""
    expected = {
        "title": "no",
        "summary": "2026-03-31",
        "services": ["010", "12:30", "1e3", ""],
        "benefit": "null",
    }
    assert expected == read_yaml(ODD, "").tree


def test_places_are_lines_and_the_words_of_the_editor() -> None:
    """Each value is found by its English path; lists say their key."""
    found = read_yaml("sumber:\n- laporan\n- {judul: a,\n   url: b}\n", "", offset=1).places
    expected = {
        ("sources",): Place(2, "sumber"),
        ("sources", 0): Place(3, "sumber"),
        ("sources", 1): Place(4, "sumber"),
        ("sources", 1, "title"): Place(4, "judul"),
        ("sources", 1, "url"): Place(5, "url"),
    }
    assert expected == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("judul: 'a", [(1, "", "Y01")]),
        ("judul: a: b", [(1, "", "Y01")]),
        ("a: b\n\tc: d", [(2, "", "Y01")]),
        ("judul: @a", [(1, "", "Y01")]),
        ("a: b\n---\nc: d", [(2, "", "Y01")]),
        ("judul: a\nkode: b\njudul: c", [(3, "judul", "Y02")]),
        ("standar: {tarif: a, tarif: b}", [(1, "tarif", "Y02")]),
        ("judul: !!python/object/apply:os.system ['true']", [(1, "judul", "Y03")]),
        ("judul: !lokal a", [(1, "judul", "Y03")]),
        ("gambar: !!binary aGFsbG8=", [(1, "gambar", "Y03")]),
        ("judul: &a b\nringkasan: *a", [(2, "ringkasan", "Y04")]),
        ("a: &a [*a]", [(1, "a", "Y04")]),
        ("hanya teks", [(1, "", "Y05")]),
        ("'a'", [(1, "", "Y05")]),
        ("a: " + "[" * 13 + "]" * 13, [(1, "", "Y06")]),
        ('judul: "a\\x07b"', [(1, "judul", "T04")]),
        ('judul: "a\\0b"', [(1, "judul", "T04")]),
        ('layanan: ["a\\rb"]', [(1, "layanan", "T04")]),
        ("", []),
        ("# hanya catatan", []),
        ("a: " + "[" * 11 + "]" * 11, []),
        ("pesan: |\n  dua\n  baris\n", []),
    ],
)
def test_mistakes(text: str, expected: list[tuple[int, str, str]]) -> None:
    """Line, key and code of each; a repeated value is told where it is repeated."""
    assert expected == codes(text)


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? "])
def test_depth_ends_no_process(piece: str) -> None:
    """A hundred thousand levels are one mistake; unguarded they overflow the stack of C."""
    assert ["Y06"] == [code for _, _, code in codes(piece * 100_000)]


def test_an_alias_cannot_grow() -> None:
    """A billion laughs: each repeated use is a mistake, and its value is left out."""
    text = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(3))
    found = read_yaml(text, "")
    assert {"Y04"} == {item.code for item in found.problems}
    assert {"a": ["x"], "b0": [], "b1": [], "b2": []} == found.tree


def test_names_of_attributes_are_unknown_to_editors() -> None:
    """`title` is no second name of `judul`, neither at the top nor below a key."""
    tree = read_yaml("title: a\nstandar: {fee: b}\nunit: c\n", "").tree
    assert {"title?": "a", "standard": {"fee?": "b"}, "unit": "c"} == tree


def test_a_merge_key_is_no_magic() -> None:
    """`<<` is a key like another, and no model has it."""
    assert {"<<": {"title": "a"}} == read_yaml("<<: {judul: a}", "").tree


def test_the_place_of_broken_yaml_counts_from_the_file() -> None:
    """The lines before the text are added."""
    expected = (problem("a.md", 13, "", "Y05"),)
    assert expected == read_yaml("teks", "a.md", offset=12).problems


@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,?\n \t~<=\\x"))
def test_any_text_is_values_or_problems(text: str) -> None:
    """Free text raises nothing, and each place is inside the text."""
    found = read_yaml(text, "a.md")
    assert isinstance(found.tree, dict | list)
    assert all(item.path == "a.md" and item.line >= 1 for item in found.problems)
