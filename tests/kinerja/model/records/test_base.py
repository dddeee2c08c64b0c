"""What every record carries: frozen, nothing unknown, and the rules that join two keys."""

import pytest
from pydantic import ValidationError

from kinerja.model.ids import SourceId
from kinerja.model.records import RECORD_TYPES, InlineSource, Kind, Page, Service

from .trees import codes, tree

SOURCE = {"title": "Laporan", "publisher": "Badan", "url": "https://contoh.example"}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_record_never_changes(kind: Kind) -> None:
    """What was read stays as it was read."""
    record = RECORD_TYPES[kind].model_validate(tree(kind))
    with pytest.raises(ValidationError, match="frozen"):
        record.title = "Lain"


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_key_is_free(kind: Kind) -> None:
    """A key that the model does not have is refused, on every level."""
    assert ["extra_forbidden"] == codes(RECORD_TYPES[kind], tree(kind, template="a.html"))
    nested = tree(Kind.SERVICE, standard={"fee": "nol", "save_as": "a"})
    assert ["extra_forbidden"] == codes(Service, nested)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_defaults_keep_unfinished_work_back(kind: Kind) -> None:
    """Without status a record is a draft; without a word on its cost, that is pending."""
    record = RECORD_TYPES[kind].model_validate(tree(kind, status=None))
    assert ("draf", "belum") == (record.status, record.cost)


@pytest.mark.parametrize("kind", RECORD_TYPES)
@pytest.mark.parametrize("alone", [{"picture": "a.png"}, {"picture_alt": "Garis."}])
def test_a_picture_and_its_text_stand_together(kind: Kind, alone: dict[str, str]) -> None:
    """Neither is there without the other, in any type."""
    values = tree(kind, **{"picture": None, "picture_alt": None, **alone})
    assert ["F20"] == codes(RECORD_TYPES[kind], values)


def test_sources_are_ids_or_written_here() -> None:
    """Both may stand in one list."""
    page = Page.model_validate(tree(Kind.PAGE, sources=["laporan", SOURCE]))
    assert (SourceId("laporan"), InlineSource.model_validate(SOURCE)) == page.sources
    assert [SourceId, InlineSource] == [type(source) for source in page.sources]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Laporan 2025", ["F11"]),
        ({**SOURCE, "url": "contoh"}, ["F17"]),
        ({**SOURCE, "publisher": ""}, ["F09"]),
        ({**SOURCE, "date": "2025"}, ["F13"]),
        ({}, ["missing", "missing", "missing"]),
        (["laporan"], ["model_type"]),
    ],
)
def test_a_mistake_in_a_source_is_told_once(source: object, expected: list[str]) -> None:
    """As that of an id where a text stands, as that of a group where keys stand."""
    assert expected == codes(Page, tree(Kind.PAGE, sources=[source]))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"posts": {"x": [{"n": "satu", "text": "a"}]}}, ["F15"]),
        ({"posts": {"X": [{"n": "1", "text": "a"}]}}, ["F11"]),
        ({"posts": {"x": {"n": "1", "text": "a"}}}, ["tuple_type"]),
        ({"corrections": [{"severity": "kecil"}]}, ["missing"] * 4),
        ({"exemptions": [{"code": "A01", "quotation": "a"}]}, ["missing"]),
        ({"message": "Pesan satu"}, ["F11"]),
        ({"cost_note": "a" * 301}, ["F08"]),
    ],
)
def test_parts_of_a_record(changes: dict[str, object], expected: list[str]) -> None:
    """Posts by platform, corrections, exemptions, the message: each has its own form."""
    assert expected == codes(Page, tree(Kind.PAGE, **changes))
