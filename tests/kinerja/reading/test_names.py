"""Names: one border between what editors write and the attributes of the models."""

import pytest
from pydantic import BaseModel

from kinerja.model.governance import Decision, Erasure, Holder, Paths, Policy
from kinerja.model.records import (
    RECORD_TYPES,
    Channel,
    Correction,
    Exemption,
    InlineSource,
    Post,
    SeriesBreak,
    Standard,
    Video,
)
from kinerja.model.tables import Band
from kinerja.reading.entries import csv_columns
from kinerja.reading.names import ATTRIBUTES, ENGLISH, IN_PLACES, english, written
from kinerja.reading.tables import CSV_TABLES, MODELS
from tests.kinerja.contents import TABLES
from tests.kinerja.tables import MORE_TABLES

WRITTEN_MODELS: list[tuple[type[BaseModel], str]] = [
    *((model, "") for model in RECORD_TYPES.values()),
    *((model, name) for name, model in MODELS.items()),
    (InlineSource, "sumber"),
    (Post, ""),
    (Correction, "koreksi"),
    (Exemption, "pengecualian"),
    (SeriesBreak, "putus_seri"),
    (Standard, "standar"),
    (Video, "video"),
    (Channel, "kanal"),
    (Band, "pita"),
    (Holder, "peran"),
    (Policy, "kebijakan"),
    (Paths, "publikasi"),
    (Decision, "keputusan"),
    (Erasure, "dihapus"),
]
"""Models that editors fill, with the key or file in which they do."""


def test_every_attribute_has_a_name_and_leads_back() -> None:
    """No field of a model is out of reach, and none has two names in one place."""
    for model, inside in WRITTEN_MODELS:
        for attribute in model.model_fields:
            name = written(attribute, inside)
            assert (model, attribute, attribute) == (model, attribute, english(name, inside))


def test_every_name_is_used() -> None:
    """No name is left over from a field that is gone."""
    used = {attribute for model, _ in WRITTEN_MODELS for attribute in model.model_fields}
    assert set() == ATTRIBUTES - used


def test_names_are_indonesian_and_attributes_english() -> None:
    """What is the same in both is a word that both use."""
    same = {name for name, attribute in ENGLISH.items() if name == attribute}
    assert {"unit", "status", "n", "url", "format", "id", "v", "video", "poster", "label"} == same
    assert all(english(name, place) == value for (place, name), value in IN_PLACES.items())


@pytest.mark.parametrize("name", CSV_TABLES)
def test_columns_are_fields(name: str) -> None:
    """The header of a table is its model in Indonesian, in the order of the contract."""
    text = MORE_TABLES.get(name) or TABLES[f"data/{name}.csv"]
    columns = csv_columns(CSV_TABLES[name], name)
    assert text.partition("\n")[0].split(",") == [*columns]
    assert [*CSV_TABLES[name].model_fields] == [english(column, name) for column in columns]


def test_a_field_has_one_name_in_one_place() -> None:
    """What means the same elsewhere is no second name: `durasi` is for films, `dari` for roles."""
    for model, inside in WRITTEN_MODELS:
        names = {*ENGLISH, *(name for place, name in IN_PLACES if place == inside)}
        found = [english(name, inside) for name in names]
        twice = {attribute for attribute in model.model_fields if found.count(attribute) > 1}
        assert (model, inside, set()) == (model, inside, twice)
    assert ["durasi", "jangka_waktu"] == [written("duration", p) for p in ("video", "standar")]
    assert ["jangka_waktu?", "durasi"] == [english("jangka_waktu", "video"), english("durasi")]


def test_data_is_no_name() -> None:
    """Platforms, types of records and stages stand as keys, and stay what they are."""
    places = {"judul": "sosial", "layanan": "kinds", "status": "batas_hari_kerja"}
    assert [*places] == [english(name, place) for name, place in places.items()]


def test_an_attribute_is_no_name() -> None:
    """Who writes `title` or `cost` is told that there is no such key."""
    assert ["title?", "cost?", "apa"] == [english(name) for name in ("title", "cost", "apa")]
