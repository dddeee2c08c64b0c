"""A record in pieces: each sign keeps its line, figures stand in words, quotations say nothing."""

import pytest

from kinerja.editorial.text import Piece, pieces_of
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest, Place
from kinerja.model.records import Kind, Publication
from kinerja.reading.body import compile_body
from tests.kinerja.editorial.telling import RECORD, background

PLACES = {
    ("title",): Place(2, "judul"),
    ("posts", "x", 0, "text"): Place(9, "teks"),
}


def pieces(body: str, offset: int = 0, **changes: object) -> list[Piece]:
    """Return the pieces of a publication whose body begins after so many lines."""
    values = {
        **RECORD,
        "services": ("nikah",),
        "format": "artikel",
        "benefit": "Satu 1.",
        **changes,
    }
    compiled, _ = compile_body(body, "a.md", offset)
    edition = Edition("a", Kind.PUBLICATION, "a.md", Digest(""), None, places=PLACES)
    known = background()
    document = Document(Publication.model_validate(values), compiled)
    return [*pieces_of(edition, document, known.datasets, known.indicators)]


def told(body: str, offset: int = 0) -> list[tuple[str, int, str]]:
    """Return text, line and form of the pieces of a body."""
    return [(p.text, p.line, p.form) for p in pieces(body, offset) if not p.field and p.line > 1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Satu\ndua\n\nTiga", [("Satu\ndua", 11, "teks"), ("Tiga", 14, "teks")]),
        ("# Judul\nTeks", [(" Judul", 11, "judul"), ("Teks", 12, "teks")]),
        ("- a\n- b\n  lagi", [("a", 11, "butir"), ("b\n  lagi", 12, "butir")]),
        ("1. satu\n2. dua", [("satu", 11, "butir"), ("dua", 12, "butir")]),
        ("|a|b|\n|-|-|\n|1|2|", [("|a|b|\n|-|-|\n|1|2|", 11, "tabel")]),
        ("> kutipan 5\nlanjut\n\nTeks", [("Teks", 14, "teks")]),
        ("    kode 5\n\nTeks", [("Teks", 13, "teks")]),
        ("**Tebal** dan _miring_", [("Tebal dan miring", 11, "teks")]),
        ("Lihat [ini](rekor:a) dan ![foto](lampiran:a.png)", [("Lihat ini dan ", 11, "teks")]),
        ("Nilai {{ikjhi 2025}} dan {{tak 2025}}", [("Nilai 88,46 dan …", 11, "teks")]),
        ('Kata "5 orang" dan “6\norang”', [("Kata ········· dan ··\n······", 11, "teks")]),
        ("", []),
    ],
)
def test_a_body_in_pieces(body: str, expected: list[tuple[str, int, str]]) -> None:
    """Paragraphs, headings, items and tables with their lines; quotations and code say nothing."""
    assert [(text.strip(" #"), line, form) for text, line, form in expected] == [
        (text.strip(" #"), line, form) for text, line, form in told(body, 10)
    ]


def test_figures_and_sources_keep_their_places() -> None:
    """What is bound and what is linked to a source stands where it is read."""
    piece = next(p for p in pieces("Dari {{ikjhi 2025}} ke [90,1](sumber:1).", 10) if p.line == 11)
    assert ["88,46"] == [piece.text[b.start : b.end] for b in piece.bound]
    assert ["90,1"] == [piece.text[start:end] for start, end in piece.sourced]
    assert ["90,1"] == [piece.text[n.start : n.end] for n in piece.loose]
    assert 2 == len(piece.numbers)


def test_front_matter_is_told_too() -> None:
    """Title and posts stand at the line of their key, with figures in words."""
    posts = {"x": ({"n": 1, "text": "Nilai {{ikjhi 2025}}."},)}
    found = {p.field: (p.text, p.line) for p in pieces("", title="Judul 5", posts=posts)}
    assert ("Judul 5", 2) == found["judul"]
    assert ("Nilai 88,46.", 9) == found["teks"]
