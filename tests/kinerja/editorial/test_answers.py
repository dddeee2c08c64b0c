"""Answers to issues: words that attack or name a private person are told, in an answer only."""

from dataclasses import replace

import pytest

from kinerja.editorial.review import review
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.records import Issue, Kind
from kinerja.model.tables import Lexicon, WordGroup
from kinerja.reading.body import compile_body

from .telling import RECORD, background, findings

LEXICON = tuple(
    Lexicon(id=group, group=group, weight=9, words=(word,), advice="Hapus.")
    for group, word in ((WordGroup.ATTACK, "bodoh"), (WordGroup.PRIVATE, "warga bernama"))
)
KNOWN = replace(background(), tables=replace(background().tables, lexicon=LEXICON))


def told(body: str, **changes: object) -> list[str]:
    """Return the words that are told in an answer."""
    about = {"claim": "Warga bodoh.", "claim_origin": "Pesan.", "first_seen": "2026-01-01"}
    more = {"verdict": "salah", "evidence": ("laporan",), "action": "Tarif ditempel."}
    record = Issue.model_validate({**RECORD, **about, **more, **changes})
    edition = Edition("a", Kind.ISSUE, "a.md", Digest(""), None)
    _, advice = review(edition, Document(record, compile_body(body, "a.md")[0]), KNOWN)
    return [dict(found.details)["text"] for found in advice if found.code == "S16"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Klaim itu keliru.", []),
        ("Klaim itu bodoh.", ["bodoh"]),
        ("Seorang warga bernama Budi.", ["warga bernama"]),
        ("Warga menulis “bodoh” dan itu dikutip.", []),
        ("> bodoh", []),
        ("| Klaim | Data |\n| --- | --- |\n| Bodoh | tidak |\n", ["Bodoh"]),
    ],
)
def test_attack_and_private_persons_are_told(body: str, expected: list[str]) -> None:
    """What is quoted is what others said, and so is the claim."""
    assert expected == told(body)


def test_every_text_of_an_answer_is_read() -> None:
    """Also what is done, and what is not known."""
    assert ["Bodoh", "bodoh"] == told("Isi.", action="Yang bodoh.", unknown="Bodoh.")


def test_other_records_are_not_read() -> None:
    """A publication may write of ignorance."""
    assert "S16" not in {found.code for found in findings("Bodoh.", known=KNOWN)}
