"""Posts as written: plain text, the two kinds of places, and nothing that a platform links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from kinerja.model.records.posts import PLACES, Post, parse_post
from tests.kinerja.evidence.referee import load_referee

LIKELY = st.sampled_from(
    [*"abzÉñ日 .,:/@#-_{}()<&;\n5", "{tautan}", "{{a 2025}}", "jl.no", "www.", ".id", "S.Pd", "://"]
)


@pytest.mark.parametrize(
    "text",
    [
        "Rp600.000 pada 31 Desember 2025 pukul 11.00.",
        "Indeks {{ikl-kua[dimensi/biaya] 2025}}, periode {{a 2022-09..2023-11}}.",
        "Baris.\n\nBaris lain. {tautan}\n#KUA",
        "{tautan}",
        "Tanya s.d. Desember a.n. kepala, dll.",
        "R&D, A & B; C",
        "A… B.) C.\u201d D",
    ],
)
def test_what_may_be_posted(text: str) -> None:
    """Text with numbers, figures, line breaks and the short address stays as it is."""
    assert text == Post(n=1, text=f"\n {text} \n").text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n ", "F09"),
        ("a <b>", "M01"),
        ("a > b", "M01"),
        ("a&amp;b", "M01"),
        ("a&#60;b", "M01"),
        ("\ufeffa", "M01"),
        ("a\ud800", "M01"),
        ("Lihat {link}", "M02"),
        ("Lihat {{ikub 2024}", "M02"),
        ("Lihat }", "M02"),
        ("{{a\nb}}", "M02"),
        ("Jalan jl.no 5", "M03"),
        ("pukul 5.id", "M03"),
        ("S.Pd", "M03"),
        ("redaksi@portal.example", "M03"),
        ("https://portal.example/", "M03"),
        ("ftp://a", "M03"),
        ("新.中国", "M03"),
        ("Lihat:{tautan}", "M04"),
        ("Lihat {tautan}.", "M04"),
        ("{tautan}{tautan}", "M04"),
        ("{tautan} atau {tautan}", "M04"),
    ],
)
def test_what_may_not(text: str, code: str) -> None:
    """Markup, other braces, words that become links, an address that touches a word."""
    with pytest.raises(PydanticCustomError) as raised:
        parse_post(text)
    assert code == raised.value.type


@given(st.lists(LIKELY, max_size=12).map("".join))
def test_x_finds_no_link_in_what_is_taken(text: str) -> None:
    """Whatever is written: what passes holds no link for X but the short address."""
    try:
        taken = parse_post(text)
    except PydanticCustomError:
        return
    assert [] == load_referee().extract_urls(PLACES.sub(" ", taken))


@pytest.mark.parametrize("n", ["0", "satu", "-1", "1.0"])
def test_a_post_has_a_number(n: str) -> None:
    """Counted from one, for ever."""
    with pytest.raises(ValidationError):
        Post.model_validate({"n": n, "text": "a"})


def test_a_post_ends_somewhere() -> None:
    """Longer than any platform takes is refused before anybody counts."""
    assert 10_000 == len(Post(n=1, text="a" * 10_000).text)
    with pytest.raises(ValidationError):
        Post(n=1, text="a" * 10_001)
