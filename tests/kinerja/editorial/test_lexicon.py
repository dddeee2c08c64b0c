"""Words of the lexicon in text: whole words, endings, capitals, other senses, any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.editorial.lexicon import find_words
from kinerja.model.tables import Lexicon, WordGroup

LEXICON = (
    Lexicon(
        id="acara",
        group=WordGroup.CEREMONY,
        weight=5,
        words=("lepas", "pelepasan", "sambutan", "melepas rombongan", "doa bersama"),
        unless=("tanah", "hak"),
        advice="Tulis hasilnya.",
    ),
    Lexicon(id="gelar", group=WordGroup.PERSON, weight=4, words=("Dr", "Gus"), advice="Tanpa."),
)


def found(text: str) -> list[str]:
    """Return what is found, as it stands in the text."""
    return [" ".join(item.words) for item in find_words(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pelepasan siswa.", ["Pelepasan"]),
        ("Dalam sambutannya ia", ["sambutannya"]),
        ("SAMBUTAN PUN", ["SAMBUTAN"]),
        ("Kelepasan, lepaskan, terlepas", []),
        ("Doa bersama", ["Doa bersama"]),
        ("doa, lalu bersama", []),
        ("Doa\nbersama", ["Doa bersama"]),
        ("melepas rombongan", ["melepas rombongan"]),
        ("melepas", []),
        ("Pelepasan hak atas tanah", []),
        ("Hak untuk pelepasan", []),
        ("Tanah yang luas dan subur; pelepasan", ["pelepasan"]),
        ("Dr. Rektor dan dr. gigi", ["Dr"]),
        ("GUS, bukan gusar atau gus", ["GUS"]),
        ("", []),
        ("·····", []),
    ],
)
def test_whole_words_in_their_sense(text: str, expected: list[str]) -> None:
    """A small ending changes nothing; a capital is wanted where the lexicon has one."""
    assert expected == found(text)


def test_places_lead_back_to_the_text() -> None:
    """Start and end cut out what was found, and the words near it are its neighbours."""
    text = "Lalu ada sambutan, kemudian doa bersama."
    first, second = find_words(text, LEXICON)
    assert ["sambutan", "doa bersama"] == [text[f.start : f.end] for f in (first, second)]
    assert ("lalu", "ada", "kemudian", "doa", "bersama") == first.near


@given(st.text(max_size=400), st.lists(st.text("abAB -,", min_size=1, max_size=9), max_size=4))
def test_any_text_is_read(text: str, words: list[str]) -> None:
    """Whatever stands in a text or a lexicon, places are inside the text and in order."""
    entry = LEXICON[0].model_copy(update={"words": (*words, "a")})
    places = [(item.start, item.end) for item in find_words(text, (entry,))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
