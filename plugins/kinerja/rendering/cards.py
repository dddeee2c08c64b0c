"""Entries of lists: a publication or a service in a few lines, and the counts of outcomes."""

from collections import Counter
from collections.abc import Iterable

from kinerja.evidence.achievement import Outcome, achievement
from kinerja.model.portal import Public
from kinerja.model.records import Format, Indicator, Publication, Service

from .figures import KEYS, figure_view, latest
from .formats import day
from .site import Site
from .views import CountView, FigureView, PublicationCard, ServiceCard

FORMATS = {Format.ARTICLE: "Artikel", Format.INFOGRAPHIC: "Infografik"}
COUNTED = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_REPORTED, Outcome.NO_TARGET)


def publication_card(site: Site, item: Public[Publication]) -> PublicationCard:
    """Return a publication as an entry of a list."""
    record = item.record
    return {
        "title": record.title,
        "url": site.address(item),
        "summary": record.summary,
        "benefit": record.benefit,
        "date": day(item.first_released.date()),
        "iso": item.first_released.date().isoformat(),
        "unit": site.unit_link(record.unit)["title"],
        "format": FORMATS[record.format],
        "services": site.service_links(record.services),
        "cost": site.cost(item).text,
    }


def service_card(site: Site, item: Public[Service]) -> ServiceCard:
    """Return a service with the first of its figures."""
    figures = service_figures(site, item)
    return {
        "id": item.id,
        "name": item.record.name,
        "url": site.address(item),
        "summary": item.record.summary,
        "archive": archive_note(site, item),
        "figure": figures[0] if figures else None,
    }


def archive_note(site: Site, item: Public[Service]) -> str:
    """Say since when somebody else provides an archived service; '' for a service in force."""
    record = item.record
    if record.valid_to is None or not record.is_archive(site.portal.day):
        return ""
    unit = site.portal.tables.units.get(record.provider)
    successor = unit.successor if unit else None
    note = f"Diselenggarakan sampai {day(record.valid_to)}"
    return f"{note}, lalu oleh {site.unit_link(successor)['title']}" if successor else note


def service_figures(site: Site, item: Public[Service]) -> list[FigureView]:
    """Return the newest figure of every indicator that belongs to a service."""
    return figure_views(site, site.relations.indicators_of_service.get(item.id, ()))


def figure_views(site: Site, indicators: Iterable[Public[Indicator]]) -> list[FigureView]:
    """Return the newest figures of some indicators; those without a value are left out."""
    found = (figure_view(site, indicator) for indicator in indicators)
    return [figure for figure in found if figure]


def outcome_counts(site: Site) -> list[CountView]:
    """Count the newest figure of every indicator by outcome, those without data as not reported."""
    found: Counter[Outcome] = Counter()
    for item in site.portal.indicators.values():
        public = site.portal.datasets.get(item.id)
        row = latest(public.dataset) if public else None
        found[achievement(item.record.direction, row).outcome] += 1
    return [
        {
            "key": KEYS[outcome],
            "number": str(found[outcome]),
            "word": outcome,
            "url": "/capaian/",
        }
        for outcome in COUNTED
    ]
