"""`/capaian/belum-tercapai/`, `belum-dilaporkan/`, `metode/`: what was missed, what is missing."""

from collections.abc import Sequence
from datetime import date

from kinerja.evidence.achievement import Outcome
from kinerja.evidence.reporting import Gap, folded, gaps
from kinerja.evidence.words import value_words
from kinerja.model.portal import Public
from kinerja.model.records import Indicator
from kinerja.model.tables import Explanation, Observation, Scale
from kinerja.rendering.figures import (
    detail_words,
    latest,
    row_id,
    standing,
    status_view,
)
from kinerja.rendering.formats import day, number, period
from kinerja.rendering.pages import Page
from kinerja.rendering.site import Site
from kinerja.rendering.stories import unit_note
from kinerja.rendering.views import CellView, Link, RegisterRow, RegisterSection

from .form import UNDIVIDED, cell, link_cell, register_pages, row, section

SECTION: Link = {"title": "Capaian", "url": "/capaian/"}
MISSED: Link = {"title": "Belum tercapai", "url": "/capaian/belum-tercapai/"}
UNREPORTED: Link = {"title": "Belum dilaporkan", "url": "/capaian/belum-dilaporkan/"}
METHOD: Link = {"title": "Cara menghitung capaian", "url": "/capaian/metode/"}
RELATED = (MISSED, UNREPORTED, METHOD)

MISSED_COLUMNS = ("Indikator", "Nilai", "Target", "Capaian", "Unit", "Penjelasan unit")
GAP_COLUMNS = ("Indikator", "Kurun", "Seharusnya dilaporkan")
UNEXPLAINED = "belum ada penjelasan"
MOST_NAMES = 10
"""Indicators that a scale names; it may serve thousands."""

LONG = 30
"""Rows of a page whose cells hold whole sentences."""


def achievement_pages(site: Site) -> list[Page]:
    """Return the registers of misses and of gaps, and the method."""
    return [*_missed_pages(site), *_gap_pages(site), *_method_pages(site)]


def _missed_pages(site: Site) -> list[Page]:
    """What is below its target in its newest period with a value: first wholes, then details."""
    wholes: list[RegisterRow] = []
    details: list[RegisterRow] = []
    for item in site.relations.indicators:
        data = site.data(item.id)
        for detail in ("", *data.details):
            found = latest(data, detail)
            if found and standing(site, item, found).outcome is Outcome.NOT_MET:
                (details if detail else wholes).append(_missed_row(site, item, found))
    none = "" if wholes else "Tidak ada indikator yang hasil terakhirnya di bawah target."
    columns, numbers = MISSED_COLUMNS, MISSED_COLUMNS[1:4]
    sections = [section("indikator", "Indikator", columns, wholes, none, numbers)]
    if details:
        sections.append(section("rincian", "Rincian indikator", columns, details, "", numbers))
    intro = (
        "Semua yang hasil terakhirnya di bawah target yang diumumkan, dengan penjelasan unit. "
        "Yang belum dijelaskan disebut."
    )
    links = (UNREPORTED, METHOD)
    return register_pages(
        site, MISSED, intro, sections, above=(SECTION,), links=links, per_page=LONG
    )


def _missed_row(site: Site, item: Public[Indicator], found: Observation) -> RegisterRow:
    precision = item.record.precision
    name = item.record.name + (f": {detail_words(found.detail)}" if found.detail else "")
    before = value_words(found.first_target, precision)
    result = status_view(standing(site, item, found))
    share = result["detail"].removesuffix(" dari target")
    return row(
        cell(name, f"{site.address(item)}#{row_id(found)}"),
        cell(value_words(found.value, precision), detail=period(found.period)),
        cell(value_words(found.target, precision), detail=f"semula {before}" if before else ""),
        cell(share or result["word"], status=result["key"]),
        link_cell(site.unit_link(item.record.unit)),
        explanation_cell(site, item, found.period.name),
    )


def explanation_cell(site: Site, item: Public[Indicator], period_name: str) -> CellView:
    """Return why a target was missed and what the unit does until when, or that it did not say."""
    for found in explanations(site, item):
        if found.period == period_name:
            return cell(found.cause, detail=plan_words(site, found))
    return cell(UNEXPLAINED)


def explanations(site: Site, item: Public[Indicator]) -> tuple[Explanation, ...]:
    """Return what units explained about an indicator, in the order of the table."""
    return site.relations.explanations_of_indicator.get(item.id, ())


def plan_words(site: Site, found: Explanation) -> str:
    """Return 'Rencana: … Tenggat 31 Maret 2027 (lewat).'"""
    plan = f"Rencana: {found.plan}"
    if found.deadline is None:
        return plan
    late = " (lewat)" if found.deadline < site.portal.day else ""
    return f"{plan} Tenggat {day(found.deadline)}{late}."


def _gap_pages(site: Site) -> list[Page]:
    by_unit: dict[str, list[RegisterRow]] = {}
    for item in site.relations.indicators:
        for gap in gaps(item.record, site.data(item.id), site.portal.day):
            by_unit.setdefault(item.record.unit, []).append(_gap_row(site, item, gap))
    names = {unit: site.unit_link(unit)["title"] for unit in by_unit}
    sections = [
        section(f"unit-{unit}", names[unit], GAP_COLUMNS, by_unit[unit], unit_note(site, unit))
        for unit in sorted(by_unit, key=lambda unit: names[unit])
    ]
    intro = (
        "Angka yang dinyatakan belum dilaporkan, dan yang sudah lewat waktunya menurut frekuensi "
        "dan jeda yang dijanjikan, per unit."
    )
    none = section("tidak-ada", "Tidak ada", GAP_COLUMNS, [], "Semua angka sudah dilaporkan.")
    links = (MISSED, METHOD)
    return register_pages(
        site, UNREPORTED, intro, sections or [none], above=(SECTION,), links=links
    )


def _gap_row(site: Site, item: Public[Indicator], gap: Gap) -> RegisterRow:
    details = ", ".join(detail_words(detail) for detail in gap.details if detail)
    about = f"{item.record.frequency}; rincian {details}" if details else item.record.frequency
    spans = ", ".join(
        period(first) if first == last else f"{period(first)} sampai {period(last)}"
        for first, last in folded(gap.periods)
    )
    late = (site.portal.day - gap.due).days if gap.due else 0
    note = f"terlambat {number(late)} hari" if late > 0 else ""
    return row(
        cell(item.record.name, site.address(item), about),
        spans or "belum pernah dilaporkan",
        cell(day(gap.due) if gap.due else "–", detail=note),
    )


def _method_pages(site: Site) -> list[Page]:
    """The prose stands in the template; sections are the scales, each edition that was in force."""
    users: dict[str, list[str]] = {}
    for item in site.relations.indicators:
        users.setdefault(item.record.scale or "", []).append(item.record.name)
    scales = [
        scale
        for editions in site.portal.tables.scales.values()
        for scale in sorted(editions, key=lambda s: s.valid_from or date.min, reverse=True)
    ]
    intro = "Rumus, arti kata status, skala mutu, dan apa yang terjadi dengan data yang tidak ada."
    sections = [_scale_section(scale, users.get(scale.id, [])) for scale in scales]
    return register_pages(
        site,
        METHOD,
        intro,
        sections,
        above=(SECTION,),
        template="capaian-metode",
        per_page=UNDIVIDED,
    )


def _scale_section(scale: Scale, users: Sequence[str]) -> RegisterSection:
    begin = scale.valid_from
    key = f"skala-{scale.id}-{begin}" if begin else f"skala-{scale.id}"
    title = f"Skala {scale.id.replace('-', ' ')}{f' sejak {day(begin)}' if begin else ''}"
    note = f"{scale.basis or 'Tanpa dasar yang disebut'}."
    if users:
        more = f" dan {number(len(users) - MOST_NAMES)} lainnya" if len(users) > MOST_NAMES else ""
        note = f"{note} Dipakai untuk {', '.join(users[:MOST_NAMES])}{more}."
    if scale.order:
        rows = [row(number(n), label) for n, label in enumerate(scale.order, 1)]
        note = f"{note} Dari yang terburuk ke yang terbaik."
        return section(key, title, ("Tempat", "Sebutan"), rows, note)
    columns = ("Golongan", "Dari", "Sampai")
    bands = [
        row(
            f"{band.value} ({band.label})",
            *(number(end, scale.decimals) for end in (band.least, band.most)),
        )
        for band in scale.bands
    ]
    return section(key, title, columns, bands, note, columns[1:])
