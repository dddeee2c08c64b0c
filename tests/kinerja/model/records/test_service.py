"""Services: fourteen parts of a standard, and an archive after the last day."""

from datetime import date

from kinerja.model.records import Kind, Service, Standard

from .trees import tree


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
