"""Numbers as Indonesians write them: exact, with what was written, and nothing that is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.editorial.numbers import numbers_in, sentences


@pytest.mark.parametrize(
    ("text", "value", "step", "unit"),
    [
        ("Rp67,8 triliun habis", 67_800_000_000_000, 10**11, "rupiah"),
        ("Rp 15.000.000,-", 15_000_000, 0, "rupiah"),
        ("15.000 rupiah", 15_000, 0, "rupiah"),
        ("67.796.736.807.669", 67_796_736_807_669, 0, ""),
        ("nilainya 88,46.", Fraction("88.46"), Fraction("0.01"), ""),
        ("1,7 juta orang", 1_700_000, 100_000, "orang"),
        ("96,66 persen", Fraction("96.66"), Fraction("0.01"), "persen"),
        ("97%", 97, 1, "persen"),
        ("12,4 milyar", 12_400_000_000, 10**8, ""),
        ("1.478.302 orang", 1_478_302, 0, "orang"),
        ("suhu −0,5 derajat", Fraction("-0.5"), Fraction("0.1"), "derajat"),
        ("(45)", 45, 0, ""),
        ("0,11", Fraction("0.11"), Fraction("0.01"), ""),
    ],
)
def test_a_quantity_is_exact(text: str, value: Fraction, step: Fraction, unit: str) -> None:
    """Its value, the value of its last digit where digits are left out, and its unit."""
    assert [(value, step, unit)] == [(n.value, n.step, n.unit) for n in numbers_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "UU 14/2008, Pasal 5 ayat (2), PP 48 Tahun 2014, Nomor 29, No. 7",
        "telepon (021) 381 2679, 0812 3456 7890, +62 812-3456-7890, 021-3812679",
        "9 Februari 2025, 9/9/2025, 22-12-2025, 2025-12-22, Januari 2026, tahun 2024",
        "pukul 14.05, pukul 08.00-15.00, jam 9",
        "halaman 12, ISO 9001, versi 1.2.3, SP4N, A4, 01K53D3P4, B-123, 3a, RT 5",
        "2015-2025, TA2015, 2015/2016, tahun 2020–2024",
        "00123, 1.2345, 12.34.56, " + "1" * 5000,
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    """Laws, telephones, dates, times, pages, standards, versions, ids, years."""
    assert [] == [text[n.start : n.end] for n in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubungi 0812 3456 7890 sebelum 30 orang datang", ["30"]),
        ("telp 021-3812679, ada 5 orang", ["5"]),
        ("suhu −0,5 derajat", ["−0,5"]),
        ("Rp5.000 (No. 7) dari 1,5 juta", ["Rp5.000", "1,5 juta"]),
    ],
)
def test_what_stands_beside_is_counted(text: str, expected: list[str]) -> None:
    """Quantities after a telephone or a name, each with its sign, currency and scale."""
    assert expected == [text[n.start : n.end] for n in numbers_in(text)]


@pytest.mark.parametrize("text", ["3 sampai 5 hari", "3 - 5 hari", "3 s.d. 5 hari", "3–5 hari"])
def test_ends_of_a_range_say_so(text: str) -> None:
    """A range is no sum and no value."""
    assert [True, True] == [n.ranged for n in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Satu. Dua! Tiga?", 3),
        ("Aduan 689. 527 selesai.", 2),
        ("Lewat SP4N-LAPOR! 49 aduan.", 1),
        ("Sesuai No. 5 dan Rp. 7.000 di Jl. Merdeka, hlm. 3, s.d. Mei.", 1),
        ("a" * 3000, 0),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """Abbreviations end none; what nobody can read is none."""
    assert count == len([*sentences(text)])


@given(st.text(alphabet="0123456789., Rp%ajutribu+-/()–\n", max_size=80) | st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Places are inside the text and in order."""
    found = [*numbers_in(text)]
    assert found == sorted(found, key=lambda n: n.start)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))
