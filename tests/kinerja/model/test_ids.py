"""Ids that name something else: their forms, and that none inside a value is overlooked."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from kinerja.model import ids
from kinerja.model.fields import FieldPath, Frozen
from kinerja.model.ids import IndicatorRef, PlatformId, Reference, ServiceId, UnitId, references
from kinerja.model.records import RECORD_TYPES, Kind
from kinerja.model.tables import Message, Scale
from kinerja.reading.layout import LAYOUT
from tests.kinerja.model.records.trees import tree
from tests.kinerja.model.test_period import FORMS

CLASSES = [found for found in vars(ids).values() if isinstance(found, type)]
PLACES = {c.place for c in CLASSES if issubclass(c, Reference) and c is not Reference}
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates()
REFERENCES = st.sampled_from([UnitId("a"), ServiceId("b"), IndicatorRef("c", "", "2024")])


class Pair(Frozen):
    """A model whose fields hold anything."""

    one: object
    two: object


VALUES = st.recursive(
    SCALARS | REFERENCES,
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple)
        | st.builds(lambda one, two: Pair(one=one, two=two), inner, inner)
        | st.dictionaries(st.sampled_from(["x", PlatformId("p"), UnitId("u")]), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ikjhi", IndicatorRef("ikjhi")),
        ("ikjhi@2025", IndicatorRef("ikjhi", "", "2025")),
        ("ikjhi[lokasi/bandara]", IndicatorRef("ikjhi", "lokasi/bandara")),
        ("ikjhi[reguler]@2019..2024", IndicatorRef("ikjhi", "reguler", "2019..2024")),
        *((f"a@{name}", IndicatorRef("a", "", name)) for name in FORMS),
        (IndicatorRef("a"), IndicatorRef("a")),
    ],
)
def test_a_reference_names_indicator_detail_and_period(
    text: object, expected: IndicatorRef
) -> None:
    """Absent parts are empty; a typed reference passes."""
    assert expected == ids.parse_reference(text)


@pytest.mark.parametrize(
    "text",
    ["", "IKJHI", "a@", "a@2025-13", "a[]", "a[b", "a b", "a@b@c", "a@2025 ", "@2025", 1, ["a"]],
)
def test_other_references_are_refused(text: object) -> None:
    """The code is that of the message, F18."""
    with pytest.raises(PydanticCustomError) as error:
        ids.parse_reference(text)
    assert "F18" == error.value.type


@given(st.text() | st.text("abc@[]2025-. ", max_size=15))
def test_any_text_is_a_reference_or_f18(text: str) -> None:
    """Nothing else is raised, and nothing of the text is lost."""
    try:
        found = ids.parse_reference(text)
    except PydanticCustomError as error:
        assert "F18" == error.type
        return
    detail = f"[{found.detail}]" if found.detail else ""
    period = f"@{found.period}" if found.period else ""
    assert text == f"{found.id}{detail}{period}"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (IndicatorRef("ikjhi", "", "2025"), "ikjhi 2025"),
        (IndicatorRef("ikjhi", "kota", "sd-2022-10"), "ikjhi[kota] sd-2022-10"),
    ],
)
def test_the_name_of_a_reference_is_that_of_its_token(
    reference: IndicatorRef, expected: str
) -> None:
    """As it is written between braces."""
    assert expected == reference.name


def test_an_id_knows_where_it_must_stand() -> None:
    """Each class has a place of its own, and that place is one of the content folder."""
    assert 8 == len(PLACES)
    for place in PLACES:
        path = f"{place}a.md" if place.endswith("/") else place
        assert [place] == [place for form in LAYOUT.values() if form.fullmatch(path)]


def test_an_id_is_a_slug() -> None:
    """Read as its own class, so that nobody takes a service for a unit."""
    adapter = TypeAdapter(UnitId)
    assert UnitId is type(adapter.validate_python("bimas"))
    with pytest.raises(ValidationError) as error:
        adapter.validate_python("Bimas Islam")
    assert ["F11"] == [found["type"] for found in error.value.errors()]
    with pytest.raises(ValidationError):
        adapter.validate_python(["bimas"])


@given(VALUES)
def test_every_reference_is_found(value: object) -> None:
    """However deep: as many as were put in, each with the path that ends at it or is its key."""
    found = list(references(value))
    assert _count(value) == len(found)
    assert all(ref in (*path[-1:], _follow(value, path)) for path, ref in found)


def test_references_of_a_message() -> None:
    """Parent, owner and evidence, with the attributes that lead to them."""
    message = Message(
        id="murah",
        sentence="Nol rupiah.",
        parent=ids.MessageId("mudah"),
        owner=UnitId("bimas"),
        evidence=(IndicatorRef("a"), IndicatorRef("b", "", "2024")),
    )
    expected: list[tuple[FieldPath, object]] = [
        (("parent",), "mudah"),
        (("owner",), "bimas"),
        (("evidence", 0), IndicatorRef("a")),
        (("evidence", 1), IndicatorRef("b", "", "2024")),
    ]
    assert expected == list(references(message))
    assert [] == list(references(Scale(id="a", valid_from=date(2026, 1, 1), order=("A", "B"))))


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_references_of_every_type_of_record(kind: Kind) -> None:
    """The unit of each, its platforms, and what else it names."""
    posts = {"x": [{"n": "1", "text": "a"}], "mastodon": []}
    values = tree(kind, posts=posts, message="murah", sources=["laporan"])
    found = dict(references(RECORD_TYPES[kind].model_validate(values)))
    expected = {
        ("unit",): "bimas",
        ("message",): "murah",
        ("posts", "x"): "x",
        ("posts", "mastodon"): "mastodon",
        ("sources", 0): "laporan",
    }
    assert expected.items() <= found.items()


def _count(value: object) -> int:
    if isinstance(value, Reference | IndicatorRef):
        return 1
    if isinstance(value, Pair):
        return _count(value.one) + _count(value.two)
    if isinstance(value, dict):
        return sum(_count(key) + _count(item) for key, item in value.items())
    return sum(map(_count, value)) if isinstance(value, tuple) else 0


def _follow(value: Any, path: FieldPath) -> object:
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, Pair) else value[step]
    return value
