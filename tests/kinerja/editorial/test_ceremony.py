"""The ceremony filter: score, reasons, result, and what it tells the author of a record."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.editorial.ceremony import figure_of, screen, screening_result
from kinerja.editorial.review import review
from kinerja.editorial.subject import Subject
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest, FieldPath, Place
from kinerja.model.governance import ScreeningResult
from kinerja.model.ids import parse_reference
from kinerja.model.records import Exemption, Kind, Publication
from kinerja.model.tables import Lexicon, WordGroup
from kinerja.reading.body import compile_body
from tabular.problems import Problem, problem

from .telling import RECORD, background

NEEDS_WORK, CEREMONY = ScreeningResult.NEEDS_WORK, ScreeningResult.CEREMONY


def entry(name: str, group: WordGroup, weight: int, *words: str) -> Lexicon:
    """Return an entry of a lexicon."""
    return Lexicon(id=name, group=group, weight=weight, words=words, advice=f"Saran {name}.")


LEXICON = (
    entry("jabatan", WordGroup.CEREMONY, 8, "melantik", "dilantik"),
    entry("acara", WordGroup.CEREMONY, 5, "peluncuran"),
    entry("figur", WordGroup.PERSON, 5, "menteri"),
    entry("ukuran", WordGroup.PERFORMANCE, 5, "persen", "hari kerja"),
    entry("tanya", WordGroup.ANSWER, 5, "cara"),
    entry("hina", WordGroup.ATTACK, 9, "bodoh"),
)


def points(title: str, lead: str = "") -> list[tuple[int, str, int]]:
    """Return what costs how many points, and where: 0 the title, 1 the lead."""
    reasons = screen((title, lead), LEXICON).reasons
    return [(reason.at, " ".join(reason.found.words), reason.points) for reason in reasons]


def test_a_title_weighs_more_than_a_lead() -> None:
    """Five points for each weight in a title, three in a lead; an entry once in each."""
    expected = [(0, "melantik", 40), (0, "peluncuran", 25), (1, "dilantik", 24)]
    assert expected == points("Ia melantik pada peluncuran", "Yang dilantik, dilantik.")


def test_persons_cost_by_their_density() -> None:
    """Each mention; in a text twice as long half as much, and in a short one not more."""
    once = (0, "menteri", 20)
    assert [once] == points("menteri")
    assert [once, once] == points("menteri dan menteri")
    assert [(0, "menteri", 10)] == points("menteri", "kata " * 49)


@pytest.mark.parametrize(
    ("title", "serves"),
    [
        ("Selesai dalam 3 hari kerja", True),
        ("Selesai dalam tiga hari kerja", True),
        ("Rp3.000.000 atau 5,5 persen", True),
        ("Beberapa hari kerja", False),
        ("Sejak 2026 hari kerja", False),
        ("Sebanyak 3 orang, lalu jauh sesudah itu hari kerja", False),
        ("Cara mengadu", True),
        ("Bodoh", False),
        ("", False),
    ],
)
def test_what_serves_a_citizen(title: str, serves: bool) -> None:
    """A number near a word of performance, or an answer; without it forty points are gone."""
    found = screen((title,), LEXICON)
    assert (serves, 0 if serves else 40) == (found.serves, found.missed)


@pytest.mark.parametrize(
    ("title", "lead", "serves", "score", "expected"),
    [
        ("Cara mengadu", "", False, 100, ScreeningResult.PASSES),
        ("Judul", "", True, 100, ScreeningResult.PASSES),
        ("menteri", "", True, 80, ScreeningResult.PASSES),
        ("peluncuran", "", True, 75, NEEDS_WORK),
        ("Judul", "", False, 60, NEEDS_WORK),
        ("Judul", "menteri " + "kata " * 49, False, 50, NEEDS_WORK),
        ("peluncuran", "", False, 35, CEREMONY),
        ("melantik", "melantik menteri", False, 0, CEREMONY),
        ("melantik", "melantik menteri", True, 16, NEEDS_WORK),
        ("melantik", "melantik 3 persen", False, 36, NEEDS_WORK),
    ],
)
def test_three_results(
    title: str, lead: str, serves: bool, score: int, expected: ScreeningResult
) -> None:
    """From eighty on it passes; below fifty it is ceremony, unless it carries performance."""
    found = screen((title, lead), LEXICON, serves=serves)
    assert (score, expected) == (found.score, found.result)


def test_a_lexicon_without_words_of_performance_misses_none() -> None:
    """So a small lexicon of another ministry does not blame every title."""
    assert 100 == screen(("Judul",), LEXICON[:3]).score
    assert CEREMONY == screen(("melantik peluncuran",), LEXICON[:3]).result


@given(st.lists(st.text(max_size=80), max_size=3), st.booleans())
def test_any_text_has_a_score(texts: list[str], serves: bool) -> None:
    """From 0 to 100, with one of the three results."""
    found = screen(texts, LEXICON, serves=serves)
    assert 0 <= found.score <= 100
    assert found.result in ScreeningResult


PLACES: dict[FieldPath, Place] = {
    ("title",): Place(3, "judul"),
    ("summary",): Place(4, "ringkasan"),
    ("benefit",): Place(5, "manfaat"),
}


def told(
    title: str, body: str = "Tanpa acara.", kind: Kind = Kind.PUBLICATION, **changes: object
) -> list[tuple[str, str, str]]:
    """Return code, place and reasons of what the filter tells of a publication."""
    known = replace(background(), tables=replace(background().tables, lexicon=LEXICON))
    given = {"services": ("nikah",), "format": "artikel", "benefit": "Satu 1.", **changes}
    record = Publication.model_validate({**RECORD, **given, "title": title})
    edition = Edition("a", kind, "a.md", Digest(""), None, places=PLACES)
    document = Document(record, compile_body(body, "a.md", 6)[0])
    found = [*chain(*review(edition, document, known))]
    return [
        (item.code, f"{item.line} {item.field}".strip(), dict(item.details).get("text", ""))
        for item in found
    ]


def test_ceremony_is_told_with_its_reasons() -> None:
    """The title, `ringkasan` and the first paragraph; what comes later may tell of the event."""
    body = "## Pelantikan\n\n- Peluncuran.\n\nYang\ndilantik.\n\nPeluncuran.\n"
    reasons = "judul 'melantik' −40; paragraf 'dilantik' −24; layanan tidak ada −40"
    assert [("S10", "3 judul", reasons)] == told("Ia melantik", body)
    only = "paragraf 'dilantik' −24; layanan tidak ada −40"
    assert [("S10", "11", only)] == told("Judul", body)


def test_performance_is_told_to_come_first() -> None:
    """With an indicator its figure is named; with a measured service the advice is that."""
    reasons = "judul 'melantik' −40"
    assert [("S11", "3 judul", reasons)] == told("Ia melantik", benefit="Kini 3 hari kerja.")
    cited = ("ikjhi@2025", "ikjhi")
    assert [("S12", "3 judul", reasons)] == told("Ia melantik", indicators=cited)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("ikjhi@2025", "Indeks Kepuasan Jemaah Haji 2025: 88,46"),
        ("ikjhi@1999", "Indeks Kepuasan Jemaah Haji"),
        ("ikjhi", "Indeks Kepuasan Jemaah Haji"),
        ("lain", "lain"),
    ],
)
def test_the_figure_to_begin_with_is_its_own(cited: str, expected: str) -> None:
    """In words, as far as it is known."""
    known = background()
    record = Publication.model_construct(indicators=(parse_reference(cited),))
    subject = Subject(Edition("a", Kind.PUBLICATION, "a.md", Digest(""), None), record, (), known)
    assert expected == figure_of(subject)


def test_nothing_measured_is_told() -> None:
    """Also where no word of ceremony stands: a publication shows what changed for whom."""
    assert [("S13", "3 judul", "layanan tidak ada −40")] == told("Judul")
    assert [] == told("Judul", "Nilai {{ikjhi 2025}}.")


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.SERVICE, Kind.INDICATOR])
def test_what_is_looked_up_is_not_filtered(kind: Kind) -> None:
    """Services, indicators and pages report nothing."""
    assert [] == told("Ia melantik", kind=kind)


def test_no_exemption_overrules_the_filter() -> None:
    """An author cannot let ceremony pass; that takes an editor with a reason."""
    mine = (Exemption(code="S10", quotation="melantik", reason="Penting."),)
    found = told("Ia melantik", exemptions=mine)
    assert ["F38", "S10"] == [code for code, _, _ in found]


def advice(code: str) -> list[Problem]:
    """Return advice of one code."""
    return [problem("a.md", 1, "", "S14"), problem("a.md", 1, "", code)]


@pytest.mark.parametrize(
    ("kind", "found", "expected"),
    [
        (Kind.PUBLICATION, [], ScreeningResult.PASSES),
        (Kind.ISSUE, advice("S01"), ScreeningResult.PASSES),
        (Kind.EDUCATION, advice("S13"), NEEDS_WORK),
        (Kind.PUBLICATION, advice("S11"), NEEDS_WORK),
        (Kind.PUBLICATION, advice("S12"), NEEDS_WORK),
        (Kind.PUBLICATION, advice("S10"), CEREMONY),
        (Kind.PAGE, [], None),
        (Kind.DATASET, [], None),
    ],
)
def test_the_result_that_a_submission_carries(
    kind: Kind, found: list[Problem], expected: ScreeningResult | None
) -> None:
    """What was told says it; what is only looked up has none."""
    assert expected == screening_result(kind, found)
