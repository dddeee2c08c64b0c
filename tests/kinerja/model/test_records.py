"""Records as models: frozen, nothing unknown, and the rules that join two keys."""

from datetime import date

import pytest
from pydantic import ValidationError

from kinerja.model.records import (
    RECORD_TYPES,
    Indicator,
    IndicatorRef,
    Kind,
    Publication,
    Record,
    Service,
    Standard,
    parse_reference,
)
from kinerja.reading.records import split_front_matter
from kinerja.reading.yaml_text import Tree, read_yaml
from tests.kinerja import contents


def tree(kind: Kind, **changes: object) -> dict[str, Tree | object]:
    """Return a valid record of a kind with English keys, and with changes."""
    front, _, _ = split_front_matter(contents.record_text(kind))
    values = read_yaml(front, "").tree
    assert isinstance(values, dict)
    return {key: value for key, value in {**values, **changes}.items() if value is not None}


def codes(model: type[Record], values: dict[str, Tree | object]) -> list[str]:
    """Return the codes of what a model refuses."""
    with pytest.raises(ValidationError) as error:
        model.model_validate(values)
    return [found["type"] for found in error.value.errors()]


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


def test_defaults_keep_unfinished_work_back() -> None:
    """Without status a record is a draft; without a word on its cost, that is pending."""
    record = Publication.model_validate(tree(Kind.PUBLICATION, status=None))
    assert ("draf", "belum") == (record.status, record.cost)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"picture_alt": None}, ["F20"]),
        ({"picture": None}, ["F20"]),
        ({"indicators": None}, ["F21"]),
        ({"indicators": [], "benefit": "Tanpa angka."}, ["F21"]),
        ({"format": "infografik"}, ["F22"]),
        ({"format": "infografik", "data_text": "a", "picture": None, "picture_alt": None}, ["F22"]),
        ({"services": []}, ["too_short"]),
        ({"format": "video"}, ["enum"]),
    ],
)
def test_a_publication_shows_performance(changes: dict[str, object], expected: list[str]) -> None:
    """Picture and its text together; an indicator or a number; an infographic also as text."""
    assert expected == codes(Publication, tree(Kind.PUBLICATION, **changes))


def test_a_number_in_the_benefit_is_enough() -> None:
    """Who has no indicator says what the public gains in figures."""
    values = tree(Kind.PUBLICATION, indicators=None, benefit="Hemat 15 menit di loket.")
    assert () == Publication.model_validate(values).indicators


def test_a_service_is_archived_on_the_day_after_its_last() -> None:
    """Both ends of validity are included."""
    last = date(2025, 9, 7)
    service = Service.model_validate(tree(Kind.SERVICE, valid_to="2025-09-07"))
    archived = [service.is_archive(day) for day in (last, date(2025, 9, 8))]
    assert [False, True] == archived
    assert not Service.model_validate(tree(Kind.SERVICE)).is_archive(date.max)


def test_a_standard_has_fourteen_parts() -> None:
    """UU 25/2009, article 21: none is required here, what is missing shows as missing."""
    assert 14 == len(Standard.model_fields)
    assert Standard() == Standard(fee=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ikjhi", IndicatorRef("ikjhi")),
        ("ikjhi@2025", IndicatorRef("ikjhi", "", "2025")),
        ("ikjhi[lokasi/bandara]", IndicatorRef("ikjhi", "lokasi/bandara")),
        ("ikjhi[reguler]@2019..2024", IndicatorRef("ikjhi", "reguler", "2019..2024")),
        ("ikjhi@sd-2022-10", IndicatorRef("ikjhi", "", "sd-2022-10")),
        (IndicatorRef("a"), IndicatorRef("a")),
    ],
)
def test_references_name_indicator_detail_and_period(text: object, expected: IndicatorRef) -> None:
    """Absent parts are empty; a typed reference passes."""
    assert expected == parse_reference(text)


@pytest.mark.parametrize("text", ["", "IKJHI", "a@", "a@2025-13", "a[]", "a[b", "a b", "a@b@c", 1])
def test_other_references_are_refused(text: object) -> None:
    """The code is that of the message, F18."""
    assert ["F18"] == codes(Publication, tree(Kind.PUBLICATION, indicators=[text]))


@pytest.mark.parametrize("places", ["0", "2", "9"])
def test_precision_is_at_most_nine(places: str) -> None:
    """Values have nine decimals at most; more could not be shown."""
    values = tree(Kind.INDICATOR, precision=places)
    assert int(places) == Indicator.model_validate(values).precision
    assert ["less_than_equal"] == codes(Indicator, tree(Kind.INDICATOR, precision="10"))
