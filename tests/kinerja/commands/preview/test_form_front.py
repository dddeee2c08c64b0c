"""Front matter changed key by key: nothing else moves, and nothing that is written gets lost."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kinerja.commands.preview.form.front import dump, keys_of_lines, load, with_keys

FRONT = """\
# Catatan penulis
judul: 'Lama: sekali' # di belakang
# di atas layanan
layanan:
  - nikah

# di atas status
status: draf
ringkasan: Dua
  baris.
"""


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"status": "siap"}, "status: draf", "status: siap"),
        ({"judul": "Baru"}, "judul: 'Lama: sekali' # di belakang", "judul: Baru"),
        ({"layanan": ["nikah", "haji"]}, "layanan:\n  - nikah", "layanan:\n- nikah\n- haji"),
        ({"layanan": []}, "layanan:\n  - nikah\n", ""),
        ({"unit": "bimas"}, "  baris.\n", "  baris.\nunit: bimas\n"),
        ({"ringkasan": "a\nb"}, "ringkasan: Dua\n  baris.", "ringkasan: |-\n  a\n  b"),
    ],
)
def test_only_that_key_changes(changes: dict[str, object], before: str, after: str) -> None:
    """Comments, order and form of all other lines stay byte for byte."""
    assert FRONT.replace(before, after) == with_keys(FRONT, changes)


def test_nothing_to_change() -> None:
    """The same bytes come back."""
    assert FRONT == with_keys(FRONT, {})


def test_keys_on_one_line() -> None:
    """What cannot be changed line by line is written anew, with every value."""
    assert {"a": "1", "b": "3"} == load(with_keys("{a: 1, b: 2}\n", {"b": "3"}))


def test_the_key_of_each_line() -> None:
    """Lines count as in the file, below the three dashes; a comment alone is nobody's."""
    expected = {3: "judul", 5: "layanan", 6: "layanan", 9: "status", 10: "ringkasan"}
    assert expected | {11: "ringkasan"} == keys_of_lines(FRONT)


TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), min_size=1, max_size=12
)
TREES = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(TEXT, inner, min_size=1, max_size=3)
    ),
    max_leaves=4,
)


@given(
    st.dictionaries(TEXT, TREES, min_size=1, max_size=3), st.dictionaries(TEXT, TREES, max_size=3)
)
def test_every_text_comes_back(old: dict[str, object], new: dict[str, object]) -> None:
    """Whatever was written before and is changed, YAML reads old and new values as they are."""
    assert {**old, **new} == load(with_keys(dump(old), new))


@pytest.mark.parametrize("word", ["true", "no", "010", "2026-03-31", "1e3"])
def test_words_stay_plain(word: str) -> None:
    """The portal reads every scalar as text, so that none needs quotes."""
    assert f"a: {word}\n" == dump({"a": word})


@pytest.mark.parametrize("word", ["null", "~", "Null"])
def test_null_is_quoted(word: str) -> None:
    """Without quotes it would be no value."""
    assert {"a": word} == yaml.safe_load(dump({"a": word}))
