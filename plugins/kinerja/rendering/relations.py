"""Who belongs to whom in the public portal, looked up everywhere, gathered once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kinerja.model.portal import Portal, Public
from kinerja.model.records import (
    STORIES,
    Education,
    Indicator,
    Issue,
    Kind,
    Publication,
    Record,
    Service,
)
from kinerja.model.tables import Explanation, Unit

T = TypeVar("T")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Relations:
    """Publications newest first by unit, service, indicator, message; the rest sorted by name.

    `answers` are answers to issues and lessons together, newest first too; under the message ''
    stand publications without one. `told` are the stories of each feed by its id, newest first,
    also what was withdrawn.
    """

    records: Mapping[str, Public[Record]]
    newest: tuple[Public[Publication], ...]
    publications_of_unit: Mapping[str, tuple[Public[Publication], ...]]
    publications_of_service: Mapping[str, tuple[Public[Publication], ...]]
    publications_of_indicator: Mapping[str, tuple[Public[Publication], ...]]
    publications_of_message: Mapping[str, tuple[Public[Publication], ...]]
    issues: tuple[Public[Issue], ...]
    education: tuple[Public[Education], ...]
    answers_of_service: Mapping[str, tuple[Public[Record], ...]]
    answers_of_message: Mapping[str, tuple[Public[Record], ...]]
    services: tuple[Public[Service], ...]
    services_of_unit: Mapping[str, tuple[Public[Service], ...]]
    indicators: tuple[Public[Indicator], ...]
    indicators_of_service: Mapping[str, tuple[Public[Indicator], ...]]
    indicators_of_unit: Mapping[str, tuple[Public[Indicator], ...]]
    explanations_of_indicator: Mapping[str, tuple[Explanation, ...]]
    children_of_unit: Mapping[str, tuple[Unit, ...]]
    predecessors_of_unit: Mapping[str, tuple[Unit, ...]]
    told: Mapping[str, tuple[Public[Record], ...]]


def relate(portal: Portal) -> Relations:
    """Gather every relation in one pass over the portal."""
    newest = newest_first(portal.publications.values())
    issues = newest_first(portal.issues.values())
    education = newest_first(portal.education.values())
    answers: list[Public[Record]] = newest_first((*issues, *education))
    services = sorted(portal.services.values(), key=lambda s: (s.record.order, s.record.name))
    indicators = sorted(portal.indicators.values(), key=lambda i: (i.record.name, i.id))
    units = sorted(portal.tables.units.values(), key=lambda u: (u.name, u.id))
    return Relations(
        records=portal.records(),
        newest=tuple(newest),
        publications_of_unit=_group(newest, lambda p: [p.record.unit]),
        publications_of_service=_group(newest, lambda p: p.record.services),
        publications_of_indicator=_group(newest, lambda p: {r.id for r in p.record.indicators}),
        publications_of_message=_group(newest, lambda p: [p.record.message or ""]),
        issues=tuple(issues),
        education=tuple(education),
        answers_of_service=_group(answers, lambda a: a.record.services),
        answers_of_message=_group(answers, lambda a: [a.record.message or ""]),
        services=tuple(services),
        services_of_unit=_group(services, lambda s: [s.record.provider]),
        indicators=tuple(indicators),
        indicators_of_service=_group(indicators, lambda i: i.record.services),
        indicators_of_unit=_group(indicators, lambda i: [i.record.unit]),
        explanations_of_indicator=_group(portal.tables.explanations, lambda e: [e.indicator]),
        children_of_unit=_group(units, lambda u: [u.parent or ""]),
        predecessors_of_unit=_group(units, lambda u: [u.successor or ""]),
        told=_told(portal, (*newest, *answers)),
    )


def _told(
    portal: Portal, stories: tuple[Public[Record], ...]
) -> dict[str, tuple[Public[Record], ...]]:
    erased = {w.item.id: w.feeds for w in portal.withdrawn}
    gone = (w.item for w in portal.withdrawn if w.item.kind in STORIES)
    return _group(
        newest_first((*stories, *gone)),
        lambda item: erased.get(item.id) or feed_ids(item.record, item.kind),
    )


def feed_ids(record: Record, kind: Kind) -> tuple[str, ...]:
    """Return the ids of the feeds that a story stands in; none for other records."""
    if kind not in STORIES:
        return ()
    own = [f"layanan/{service}" for service in record.services]
    own += [f"unit/{record.unit}"] if record.unit else []
    own += [f"narasi/{record.message}"] if record.message else []
    own += [f"format/{record.format}"] if isinstance(record, Publication) else [str(kind)]
    return ("situs", *own)


def newest_first(items: Iterable[Public[R]]) -> list[Public[R]]:
    """Sort records by their first release, the last one first."""
    return sorted(items, key=lambda item: (item.first_released, item.id), reverse=True)


def _group(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in found.items()}
