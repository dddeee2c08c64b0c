"""Structured data of single things; `tests/site/test_shared.py` looks at whole pages."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kinerja.model.period import parse_period
from kinerja.model.tables import Dataset, Observation
from kinerja.rendering.linked_data import covers, government_service, organization, publisher
from kinerja.rendering.site import Site
from tests.kinerja import contents
from tests.kinerja.sites import site_of

BIMAS = {
    "@type": "GovernmentOrganization",
    "name": "Bimbingan Contoh",
    "url": "https://kinerja.example/unit/bimas/",
}
MINISTRY = {**BIMAS, "name": "Kementerian Contoh", "url": "https://kinerja.example/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a folder without mistakes."""
    return site_of(contents.write_content(tmp_path_factory.mktemp("isi")))


def test_who_stands_behind_something(site: Site) -> None:
    """A unit with its page; an unknown one by its id, and the site for its address."""
    assert (MINISTRY, BIMAS) == (publisher(site), publisher(site, "bimas"))
    assert {**MINISTRY, "name": "hilang"} == publisher(site, "hilang")


def test_a_unit_names_the_one_above_it(site: Site) -> None:
    """The topmost one names none; what is not known is not said."""
    unit = site.portal.tables.units["bimas"]
    top: Any = json.loads(organization(site, changed(unit, parent=None, contact=None)))
    assert {"@context": "https://schema.org", **BIMAS} == top
    below: Any = json.loads(organization(site, changed(unit, parent="bimas")))
    assert (BIMAS, unit.contact) == (below["parentOrganization"], below["email"])


def changed(unit: Any, **changes: str | None) -> Any:
    """Return the unit with changes, without a short name."""
    return unit.model_copy(update={"abbreviation": None, **changes})


def test_a_service_names_its_provider(site: Site) -> None:
    """With name, summary and address."""
    told: Any = json.loads(government_service(site, site.portal.services["nikah"]))
    assert ("GovernmentService", BIMAS) == (told["@type"], told["provider"])
    assert told["url"] == "https://kinerja.example/layanan/nikah/"


def test_a_dataset_covers_its_periods(site: Site) -> None:
    """From the first day to the last; what is counted since ever begins on no known day."""
    whole = site.data(contents.INDICATOR)
    assert {"temporalCoverage": "2023-01-01/2025-12-31"} == covers(whole)
    since: list[Observation] = [
        of_period(row, f"sd-{row.period.name}") for row in whole.observations
    ]
    assert {} == covers(Dataset("a", tuple(since)))
    assert {} == covers(Dataset("a", ()))


def of_period(row: Observation, name: str) -> Observation:
    """Return the row of another period."""
    return replace(row, period=parse_period(name))
