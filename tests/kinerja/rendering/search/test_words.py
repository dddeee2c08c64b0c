"""Words are folded, and forms of one word share a stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.tables import Term
from kinerja.rendering.search.words import LONGEST, stems, synonyms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jema’ah di Makkah", ["jemaah", "di", "makkah"]),
        ("Qur'an, rata-rata; ÉLAN", ["quran", "rata", "rata", "elan"]),
        ("1.478.302 dan 88,46 pada 2014–2025", ["1478302", "dan", "8846", "pada", "2014", "2025"]),
        ("nilai B. 5,", ["nilai", "b", "5"]),
        ("جماعة <b>", ["b"]),
        ("x" * 60, ["x" * LONGEST]),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    """No capitals, accents, apostrophes or separators between digits; other signs divide."""
    assert expected == words(text)


@given(st.text())
def test_words_name_files(text: str) -> None:
    """Whatever is written, a word is short and of letters and digits alone."""
    found = words(text)
    assert [] == [word for word in found if not word.isascii() or not word.isalnum()]
    assert [] == [word for word in found if not 0 < len(word) <= LONGEST]


@pytest.mark.parametrize(
    "forms",
    [
        "catat pencatatan mencatat dicatat tercatat catatan",
        "nikah menikah pernikahan menikahkan dinikahkan",
        "kirim mengirim dikirim pengiriman kiriman",
        "terima menerima diterima penerima penerimaan",
        "tulis menulis tertulis penulisan",
        "langkah melangkah langkahnya",
        "laku berlaku pelaku perlakuan dilakukan",
        "sekolah bersekolah menyekolahkan",
        "periksa memeriksa pemeriksaan diperiksa",
        "adu mengadu aduan pengaduan diadukan",
        "layan layanan pelayanan melayani dilayani",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    """Prefixes, suffixes, lost first letters, and roots that end as a particle does."""
    assert 1 == len(set(stems(forms.split()).values()))


def test_unlike_words_stay_apart() -> None:
    """Words that only begin or end alike have stems of their own."""
    found = stems(["nikah", "nilai", "kirim", "iring", "catat", "cacat", "2024", "2025"])
    assert 8 == len(set(found.values()))


@given(st.sets(st.text("aeikmnprst", min_size=1, max_size=12), max_size=12))
def test_every_form_has_a_stem(forms: set[str]) -> None:
    """Every form is there, none has an empty stem, and the order of forms changes nothing."""
    found = stems(forms)
    assert (forms, True) == (set(found), all(found.values()))
    assert found == stems(sorted(forms, reverse=True))


def test_synonyms_lead_to_their_term() -> None:
    """Expansion and synonyms to the term; a term of several words is itself a run of words."""
    terms = (
        Term(term="KUA", meaning="Kantor.", expansion="Kantor Urusan Agama", synonyms=("balai",)),
        Term(term="konflik batin", meaning="Rasa.", synonyms=("…",)),
    )
    assert [
        (("kantor", "urusan", "agama"), ("kua",)),
        (("balai",), ("kua",)),
        (("konflik", "batin"), ("konflik", "batin")),
    ] == synonyms(terms)
