"""All checks together: places, exemptions, any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.records import Kind
from tests.kinerja.editorial.telling import codes, findings

WRONG = "Yang masuk 4 + 5 = 10 aduan.\n\nDananya 2 milyar, lalu 3 milyar.\n"
"""N01 in line 1, N05 twice in line 3."""


def exempt(code: str, quotation: str) -> tuple[dict[str, str], ...]:
    """Return an exemption as an editor writes it."""
    return ({"code": code, "quotation": quotation, "reason": "Begitu tertulis di naskah."},)


def test_a_finding_has_its_line_and_its_words() -> None:
    """The words are those that an exemption quotes."""
    found = [(p.code, p.line, dict(p.details)["text"]) for p in findings(WRONG) if p.code < "S1"]
    assert [("N01", 1, "4 + 5 = 10"), ("N05", 3, "milyar")] == found


@pytest.mark.parametrize(
    ("code", "quotation", "expected"),
    [
        ("N01", "4 + 5", ["N05"]),
        ("N01", "4 +\n5", ["N05"]),
        ("N01", "4 + 6", ["N01", "N05", "S09"]),
        ("N02", "4 + 5", ["N01", "N05", "S09"]),
        ("B09", "4 + 5", ["F38", "N01", "N05"]),
        ("X", "4 + 5", ["F38", "N01", "N05"]),
    ],
)
def test_an_exemption_overrules_its_code_where_it_quotes(
    code: str, quotation: str, expected: list[str]
) -> None:
    """One that overrules nothing is advice; one of a rule of form is a mistake."""
    assert expected == sorted(codes(WRONG, exemptions=exempt(code, quotation)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('Kata mereka: "Rp5.00 milyar pada Selasa, 22 Desember 2025".', []),
        ("> Dananya 2 milyar.\n", []),
        ("`Rp5.00`", []),
        ("Dananya **2 milyar**.", ["N05"]),
        ("- Dananya 2 milyar.\n", ["N05"]),
        ("## Dana 2 milyar\n", ["N05"]),
    ],
)
def test_quotations_are_exempt(body: str, expected: list[str]) -> None:
    """What others said stands as they said it."""
    assert expected == codes(body)


def test_front_matter_is_checked_and_a_correction_is_not() -> None:
    """A correction says what was wrong."""
    wrong = {"severity": "kecil", "before": "2 milyar", "after": "2 miliar"}
    corrected = {**wrong, "reason": "Ejaan.", "found_by": "unit"}
    assert ["N05"] == codes("", title="Dana 2 milyar")
    assert [] == codes("", corrections=(corrected,))


def test_only_stories_bind_their_figures() -> None:
    """A service states norms, and a page is no report."""
    text = "Sebanyak 25 orang datang."
    assert ["S05"] == codes(text)
    assert [] == codes(text, kind=Kind.PAGE)


PARTS = (
    "1", "1 ", "1.", "Rp", "Rp1.", "(1 ", "[", "[a](", "*", "`", "“", '"', "{{", "|", "| 1 ",
    "- 1\n", "dari 1 ", "naik 88,46 ", "1 + ", "terdiri atas 1, ", "dari 1 (1 persen) ", ". A",
    "\n|", "1 sampai ", "milyar ", "Selasa, ", "tertinggi 88,46 ", "88,46 Sangat Baik (", "<http://",
)  # fmt: skip  # a table of fragments reads better in rows


@pytest.mark.parametrize("part", PARTS)
def test_hostile_texts_end(part: str) -> None:
    """200,000 signs of anything are read in a moment, where a body may hold so many or not."""
    findings(part * (200_000 // len(part)), "ikjhi", "ikub", compiled=False)


@given(
    st.lists(
        st.sampled_from([*PARTS, "{{ikjhi 2025}}", "\n", ", ", "menjadi ", "total ", "25 "])
        | st.text(max_size=20),
        max_size=12,
    )
)
def test_any_text_is_checked(parts: list[str]) -> None:
    """Whatever stands there, a finding has words of the text."""
    found = findings("".join(parts), "ikjhi", "ikub", "nikah", compiled=False)
    assert all(dict(item.details)["text"] for item in found)
