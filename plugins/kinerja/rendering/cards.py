"""Entries of lists: a publication or a service in a few lines, and the counts of outcomes."""

from collections import Counter
from collections.abc import Iterable

from kinerja.evidence.achievement import Outcome
from kinerja.evidence.reporting import gaps
from kinerja.model.portal import Public
from kinerja.model.records import (
    Format,
    Indicator,
    Issue,
    Publication,
    Record,
    Service,
    Topic,
    Verdict,
)

from .figures import KEYS, figure_view, latest, standing
from .formats import day, number
from .site import Site
from .views import CountView, PublicationCard, ServiceCard

FORMATS = {
    Format.ARTICLE: "Artikel",
    Format.INFOGRAPHIC: "Infografik",
    Format.VIDEO: "Video",
    Format.DATA_SHEET: "Lembar data",
}
VERDICTS = {
    Verdict.TRUE: "Benar",
    Verdict.PARTLY_TRUE: "Sebagian benar",
    Verdict.MISLEADING: "Menyesatkan",
    Verdict.FALSE: "Salah",
    Verdict.UNPROVEN: "Belum terbukti",
}
TOPICS = {
    Topic.COMPLAINTS: "Pengaduan masyarakat",
    Topic.WHISTLEBLOWING: "Pelaporan pelanggaran (WBS)",
    Topic.ILLEGAL_LEVY: "Pungutan liar",
    Topic.GRATUITIES: "Gratifikasi",
    Topic.CONFLICT_OF_INTEREST: "Benturan kepentingan",
    Topic.DISCIPLINE: "Disiplin pegawai",
    Topic.NEUTRALITY: "Netralitas pegawai",
    Topic.WEALTH_REPORT: "Laporan harta kekayaan (LHKPN)",
}
"""Topics in the order of the list: first where a citizen turns to."""
COUNTED = {
    Outcome.MET: "/capaian/",
    Outcome.NOT_MET: "/capaian/belum-tercapai/",
    Outcome.NOT_REPORTED: "/capaian/belum-dilaporkan/",
    Outcome.NO_TARGET: "/capaian/metode/",
}
"""Outcomes that are counted, and where each leads."""


def publication_card(site: Site, item: Public[Record]) -> PublicationCard:
    """Return a publication, an answer or a lesson as an entry of a list."""
    record = item.record
    sort, benefit = "", ""
    if isinstance(record, Publication):
        sort, benefit = FORMATS[record.format], record.benefit
    elif isinstance(record, Issue):
        sort, benefit = VERDICTS[record.verdict], f"Klaim: “{record.claim}”"
    return {
        "title": record.title,
        "url": site.address(item),
        "summary": record.summary,
        "benefit": benefit,
        "date": day(item.first_released.date()),
        "iso": item.first_released.date().isoformat(),
        "unit": site.unit_link(record.unit)["title"],
        "format": sort,
        "services": site.service_links(record.services),
        "cost": site.cost(item).text,
    }


def service_card(site: Site, item: Public[Service]) -> ServiceCard:
    """Return a service with the first of its figures."""
    icons = site.settings.icons
    indicators = site.relations.indicators_of_service.get(item.id, ())
    figures = (figure_view(site, indicator) for indicator in indicators)
    return {
        "icon": next((icons[word] for word in item.id.split("-") if word in icons), ""),
        "name": item.record.name,
        "url": site.address(item),
        "summary": item.record.summary,
        "archive": archive_note(site, item),
        "figure": next(filter(None, figures), None),
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


def outcome_counts(site: Site, items: Iterable[Public[Indicator]]) -> list[CountView]:
    """Count the newest figures of indicators by outcome, and indicators with missing reports.

    An indicator may count twice: what it reported last, and that it did not report since.
    """
    found: Counter[Outcome] = Counter()
    for item in items:
        dataset = site.data(item.id)
        if row := latest(dataset):
            found[standing(site, item, row).outcome] += 1
        found[Outcome.NOT_REPORTED] += bool(gaps(item.record, dataset, site.portal.day))
    return [
        {"key": KEYS[outcome], "number": number(found[outcome]), "word": outcome, "url": address}
        for outcome, address in COUNTED.items()
    ]
