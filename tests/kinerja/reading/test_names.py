"""Names: one border between what editors write and the attributes of the models."""

from pydantic import BaseModel

from kinerja.model.governance import Decision, Holder, Paths, Policy
from kinerja.model.records import (
    RECORD_TYPES,
    Correction,
    Exemption,
    InlineSource,
    Post,
    SeriesBreak,
    Standard,
)
from kinerja.model.tables import Measure, Source, Unit
from kinerja.reading.names import ATTRIBUTES, ENGLISH, IN_PLACES, english, written
from kinerja.reading.tables import COLUMNS

WRITTEN_MODELS: dict[type[BaseModel], str] = {
    **dict.fromkeys(RECORD_TYPES.values(), ""),
    InlineSource: "sumber",
    Post: "",
    Correction: "koreksi",
    Exemption: "pengecualian",
    SeriesBreak: "putus_seri",
    Standard: "standar",
    Unit: "",
    Measure: "",
    Source: "",
    Holder: "peran",
    Policy: "kebijakan",
    Paths: "kebijakan",
    Decision: "keputusan",
}
"""Models that editors fill, with the key or file in which they do."""


def test_every_attribute_has_a_name_and_leads_back() -> None:
    """No field of a model is out of reach, and none has two names in one place."""
    for model, inside in WRITTEN_MODELS.items():
        for attribute in model.model_fields:
            name = written(attribute, inside)
            assert (model, attribute, attribute) == (model, attribute, english(name, inside))


def test_every_name_is_used() -> None:
    """No name is left over from a field that is gone."""
    used = {attribute for model in WRITTEN_MODELS for attribute in model.model_fields}
    assert set() == ATTRIBUTES - used


def test_names_are_indonesian_and_attributes_english() -> None:
    """What is the same in both is a word that both use."""
    same = {name for name, attribute in ENGLISH.items() if name == attribute}
    assert {"unit", "status", "n", "url", "format", "id", "v"} == same
    assert all(english(name, place) == value for (place, name), value in IN_PLACES.items())


def test_columns_are_fields() -> None:
    """Every column of a table is an attribute of its model, and no field is left out."""
    for model, columns in COLUMNS.values():
        assert [*model.model_fields] == [english(name) for name in columns]


def test_data_is_no_name() -> None:
    """Platforms and types of records stand as keys, and stay what they are."""
    assert ["judul", "layanan"] == [english("judul", "sosial"), english("layanan", "kinds")]


def test_an_attribute_is_no_name() -> None:
    """Who writes `title` or `cost` is told that there is no such key."""
    assert ["title?", "cost?", "apa"] == [english(name) for name in ("title", "cost", "apa")]
