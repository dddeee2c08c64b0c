"""Plain language: long sentences and abbreviations that nobody explained, and nothing else."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.editorial.plain_language import breaths, explained_words
from kinerja.model.tables import Platform, Tables, Term, Unit, UnitType

from .telling import background, findings

KNOWN = replace(background(), explained=frozenset({"KUA"}))


def told(body: str, **changes: object) -> list[tuple[str, int, str]]:
    """Return code, line and text of what is told about language."""
    found = findings(body, known=KNOWN, **changes)  # type: ignore[arg-type]  # fields of a record
    return [(f.code, f.line, dict(f.details)["text"]) for f in found if f.code in ("S14", "S15")]


GAP = re.compile('[\\s”"’)]')
THIRTY = " ".join(["kata"] * 30)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{THIRTY}.", []),
        (f"{THIRTY} lagi.", [1]),
        (f"{THIRTY}. Lalu {THIRTY}", [1]),
        (f"Pendek.\n\n- {THIRTY} lagi", [3]),
        (f"Pendek,\nlalu. Kini\n{THIRTY} lagi", [2]),
        (f"{THIRTY}: {THIRTY}; {THIRTY}", []),
        (f"| {THIRTY} lagi |\n| --- |\n| a |\n", []),
        (f"> {THIRTY} lagi\n", []),
        (f"## {THIRTY} lagi\n", []),
    ],
)
def test_long_sentences_are_told_where_they_begin(body: str, expected: list[int]) -> None:
    """More than thirty words; tables, headings and what others said are none."""
    assert expected == [line for code, line, _ in told(body) if code == "S14"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu. Dua! Tiga? Empat", ["Satu.", "Dua!", "Tiga?", "Empat"]),
        ("Rp1.000 dan 3,5 persen.", ["Rp1.000 dan 3,5 persen."]),
        ("Menurut tempat: di kota 3; di desa 4.", ["Menurut tempat:", "di kota 3;", "di desa 4."]),
        ('Ia berkata "ya." Lalu pergi.', ['Ia berkata "ya.', "Lalu pergi."]),
        ("Pukul 08.00 s.d. selesai", ["Pukul 08.00 s.d. selesai"]),
        ("", []),
    ],
)
def test_breaths(text: str, expected: list[str]) -> None:
    """What stands on either side of a colon is read in a breath of its own."""
    assert expected == [text[start:end] for start, end in breaths(text)]


@given(st.text(max_size=400))
def test_breaths_leave_out_only_gaps(text: str) -> None:
    """Places are inside the text and in order; between them stand blanks and closing quotes."""
    places = [*breaths(text)]
    assert sorted(places) == places
    kept = "".join(text[start:end] for start, end in places)
    assert re.sub(GAP, "", text) == re.sub(GAP, "", kept)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tulis ke BPKH dan BPKH.", ["BPKH"]),
        ("Badan Pengelola Keuangan Haji (BPKH) ada. BPKH itu.", []),
        ("BPKH (badan pengelola keuangan haji) ada.", []),
        ("Datang ke KUA.", []),
        ("Bab XIV dan eselon II.", []),
        ("PENTING SEKALI", []),
        ("Surel a@BPKH.id, berkas BPKH.pdf, /BPKH/", ["BPKH"]),
        ("`BPKH` dan https://bpkh.example/BPKH", []),
        ("Madrasah MTs dan SP4N.", ["MTs", "SP4N"]),
        ("Satu A dan iPhone.", []),
    ],
)
def test_abbreviations_are_told_once(body: str, expected: list[str]) -> None:
    """Unless the record or a table explains them."""
    assert expected == [text for code, _, text in told(body) if code == "S15"]


def test_other_records_of_the_portal_may_explain_nothing() -> None:
    """The title of a record is read, its explanation may stand in the body."""
    assert [] == told("Badan Haji (BPKH).", title="Uang BPKH")
    assert [("S15", 1, "BPKH")] == told("Badan Haji.", title="Uang BPKH")


def test_tables_explain_words() -> None:
    """Glossary with its long forms and synonyms, names of units, of measures and platforms."""
    term = Term(term="SP4N-LAPOR!", meaning="Satu pintu ABC.", expansion="Pintu", synonyms=("LPR",))
    platform = Platform.model_construct(id="x", name="X IG")
    unit = Unit(id="u", name="Unit Haji", abbreviation="UH", type=UnitType.TECHNICAL_UNIT)
    tables = Tables(terms=(term,), platforms={"x": platform}, units={"u": unit})
    words = {"SP4N", "LAPOR", "Pintu", "LPR", "X", "IG", "Unit", "Haji", "UH"}
    assert words == explained_words(tables)
