"""The length of a post as its platform counts it, and what does not fit."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.evidence.posts import (
    COUNTERS,
    graphemes,
    hashtags,
    length,
    misfits,
    most,
    weighted,
)
from kinerja.model.tables import Choice, Counting, Platform
from tests.kinerja.evidence.referee import load_referee

LINK = "https://kinerja.contoh.go.id/k/01K00000000000000000000003/"
CORPUS = [
    "Layanan KUA 2025 dinilai 86,03 dari 100.",
    "“Kutipan” – tanda — baca… 1.479.533 nikah, Rp600.000",
    "عدد حالات الزواج المسجلة 1,479,533",
    "日本語とハングル 한국어",
    "😀 👍🏽 👨\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 👩🏽\u200d⚕️ ❤️ ☺ ☎\ufe0e © 1️⃣ #️⃣ 🇮🇩",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🧑\u200d🤝\u200d🧑 ⛹🏽\u200d♀️",
    "Jalan jl. no. 5. id",
    "e\u0301 ñ A\u030a",
    "ꦲꦏ꧀ꦱꦫ ᮞᮥᮔ᮪ᮓ \U00011f00",
]
LIMITS: dict[str, Any] = {
    "id": "baru",
    "name": "Baru",
    "counting": Counting.CHARACTERS,
    "limit": 100,
    "feed": Choice.YES,
    "source": "https://contoh.example/batas",
    "checked": date(2026, 2, 1),
}


def platform(**changes: object) -> Platform:
    """Return a platform with other limits."""
    return Platform.model_validate({**LIMITS, **changes})


@pytest.mark.parametrize("text", CORPUS)
def test_x_counts_the_same(text: str) -> None:
    """Words in many scripts, signs and emoji however composed; with the address too."""
    whole = f"{text} {LINK}"
    x = platform(counting="tertimbang", link_length="23")
    assert load_referee().parse_tweet(text).weightedLength == weighted(text)
    assert load_referee().parse_tweet(whole).weightedLength == length(f"{text} {{tautan}}", x, LINK)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters=".")))
def test_x_counts_any_text_the_same(text: str) -> None:
    """Except joined emoji and pairs of letters for flags, which only a list can tell."""
    plain = "".join(c for c in text if c not in "\u200d\ufe0f" and not "🇦" <= c <= "🇿")
    assert load_referee().parse_tweet(plain).weightedLength == weighted(plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", 1), ("e\u0301", 1), ("👨\u200d👩\u200d👧", 1), ("🇮🇩", 1), ("a\r\nb", 3), ("", 0)],
)
def test_graphemes_are_what_a_reader_sees(text: str, expected: int) -> None:
    """However many characters one is made of."""
    assert expected == graphemes(text)


def test_every_way_of_counting_is_known() -> None:
    """And each counts something of its own."""
    assert {*Counting} == {*COUNTERS}
    family = "👨\u200d👩\u200d👧"
    expected = {"tertimbang": 2, "karakter": 5, "grafem": 1, "bita": 18}
    assert expected == {str(way): count(family) for way, count in COUNTERS.items()}


def test_a_link_counts_as_the_platform_says() -> None:
    """As it is written, or as so many for each."""
    text = "a {tautan}\n{tautan}"
    assert 3 + 2 * len(LINK) == length(text, platform(), LINK)
    assert 3 + 2 * 23 == length(text, platform(link_length=23), LINK)


def test_the_own_limit_is_never_wider() -> None:
    """The tighter of the two holds."""
    assert (90, 100, 100) == (
        most(platform(own_limit=90)),
        most(platform(own_limit=900)),
        most(platform()),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#KUA, #LayananPublik. #Nikah2025", ["#KUA", "#LayananPublik", "#Nikah2025"]),
        ("nomor #1 dan C# dan a#b &#b", []),
        ("(#KUA)\n＃日本", ["#KUA", "＃日本"]),
    ],
)
def test_hashtags_are_words_with_a_letter(text: str, expected: list[str]) -> None:
    """At the beginning of a word; a number is none."""
    assert expected == hashtags(text)


@pytest.mark.parametrize(
    ("limits", "text", "expected"),
    [
        ({}, "a" * 100, []),
        ({}, "a" * 101, [("M05", 101, 100)]),
        ({"own_limit": "90"}, "a" * 91, [("M05", 91, 90)]),
        ({"counting": "bita"}, "é" * 51, [("M05", 102, 100)]),
        ({"byte_limit": "8"}, "aaaaaaaa", []),
        ({"byte_limit": "8"}, "aaaaaaéé", [("M05", 10, 8)]),
        ({"byte_limit": "8", "own_byte_limit": "6"}, "aaaaaaé", [("M05", 8, 6)]),
        ({"hashtags": "1"}, "#a", []),
        ({"hashtags": "0"}, "#a", [("M06", 1, 0)]),
        ({"hashtags": "1"}, "#a #b", [("M06", 2, 1)]),
        ({"opening": "5"}, "Abcd. efgh", []),
        ({"opening": "5"}, "Abcde\nfgh", [("M07", 6, 5)]),
        ({"opening": "5"}, "Ab 5.000 c. d", [("M07", 11, 5)]),
        ({"opening": "5"}, "Abcd", []),
        ({"limit": "3", "hashtags": "0"}, "#abc", [("M05", 4, 3), ("M06", 1, 0)]),
    ],
)
def test_what_does_not_fit(
    limits: dict[str, str], text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Each limit with what was counted, all at once; what just fits is taken."""
    found = misfits(text, platform(**limits), LINK)
    assert expected == [(code, d["count"], d["limit"]) for code, d in found]


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_be_counted(text: str) -> None:
    """Every way of counting ends in a number."""
    for way in Counting:
        assert length(text.replace("\ud800", ""), platform(counting=way), LINK) >= 0
