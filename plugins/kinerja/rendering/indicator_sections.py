"""What stands below the figures of an indicator: why it was missed, and its parts."""

from decimal import Decimal
from functools import reduce

from kinerja.evidence.achievement import Outcome
from kinerja.evidence.words import value_words
from kinerja.model.ids import IndicatorRef
from kinerja.model.period import parse_period
from kinerja.model.portal import Public
from kinerja.model.records import Indicator

from .figures import detail_words, latest, standing
from .formats import EXACT, number, period
from .registers.achievements import UNEXPLAINED, explanations, plan_words
from .registers.form import cell, link_cell, row, section
from .site import Site
from .views import RegisterRow, RegisterSection


def indicator_sections(site: Site, item: Public[Indicator]) -> list[RegisterSection]:
    """Return the sections of an indicator that have something to say."""
    return [found for make in (_explained, _parts) if (found := make(site, item))["rows"]]


def _explained(site: Site, item: Public[Indicator]) -> RegisterSection:
    """Return what units explained, below a newest miss of which nobody said why."""
    told = explanations(site, item)
    rows = [
        row(
            period(parse_period(found.period)),
            cell(found.cause, detail=plan_words(site, found)),
            link_cell(site.unit_link(found.unit)),
        )
        for found in told
    ]
    newest = latest(site.data(item.id))
    missed = newest is not None and standing(site, item, newest).outcome is Outcome.NOT_MET
    if newest and missed and newest.period.name not in {found.period for found in told}:
        unit = link_cell(site.unit_link(item.record.unit))
        rows.insert(0, row(period(newest.period), UNEXPLAINED, unit))
    title = "Mengapa target belum tercapai"
    return section("penjelasan", title, ("Kurun", "Penjelasan", "Unit"), rows)


def _parts(site: Site, item: Public[Indicator]) -> RegisterSection:
    """Return whether the parts add up to the whole, where both have numbers, newest first."""
    record = item.record
    rows: list[RegisterRow] = []
    for whole in reversed(site.data(item.id).series()):
        name = whole.period.name
        parts = [site.data(p.id).find(name, p.detail) for p in record.parts]
        values = [part.value for part in parts if part and isinstance(part.value, Decimal)]
        if values and isinstance(whole.value, Decimal):
            total, absent = reduce(EXACT.add, values), len(record.parts) - len(values)
            gap = abs(EXACT.subtract(whole.value, total))
            fits = f"selisih {number(gap)}" if gap else "habis dijumlahkan"
            rows.append(
                row(
                    period(whole.period),
                    value_words(total, record.precision),
                    value_words(whole.value, record.precision),
                    f"{absent} bagian belum ada angkanya" if absent else fits,
                )
            )
    columns = ("Kurun", "Jumlah bagian", "Keseluruhan", "Hasil")
    note = f"Bagiannya: {', '.join(_part_name(site, part) for part in record.parts)}."
    return section("bagian", "Bagian dari keseluruhan", columns, rows, note, columns[1:3])


def _part_name(site: Site, part: IndicatorRef) -> str:
    item = site.portal.indicators.get(part.id)
    return detail_words(part.detail) or (item.record.name if item else part.id)
