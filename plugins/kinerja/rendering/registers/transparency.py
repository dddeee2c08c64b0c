"""`/transparansi/` and its registers: approvals, results of the filter, urgent publications."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from operator import itemgetter
from statistics import median

from kinerja.model.governance import JAKARTA, Act, Decision, ScreeningResult
from kinerja.model.period import parse_period
from kinerja.model.portal import Public
from kinerja.model.records import Record
from kinerja.model.tables import Lexicon
from kinerja.rendering.approvals import approval_view, urgent_label
from kinerja.rendering.formats import day, moment, number, period, rupiah
from kinerja.rendering.pages import Page
from kinerja.rendering.paging import sheets
from kinerja.rendering.site import TRANSPARENCY, Site
from kinerja.rendering.views import Link, RegisterRow, RegisterSection

from .form import UNDIVIDED, cell, link_cell, register_pages, row, section

APPROVALS: Link = {"title": "Persetujuan", "url": "/transparansi/persetujuan/"}
SCREENINGS: Link = {"title": "Penyaringan", "url": "/transparansi/penyaringan/"}
LEXICON: Link = {"title": "Leksikon saringan", "url": "/transparansi/penyaringan/leksikon/"}
URGENT: Link = {"title": "Jalur darurat", "url": "/transparansi/darurat/"}
ABOVE = (TRANSPARENCY,)

RESULTS = {
    "lolos": "Lolos",
    "perlu-perbaikan": "Perlu perbaikan",
    "seremonial": "Seremonial",
    "": "Tidak disaring",
}
"""Results of the filter, with the heads of their columns; what only is looked up has none."""


A_DAY = timedelta(days=1)


def transparency_pages(site: Site) -> list[Page]:
    """Return the hub and its registers; the cost appendix makes its own pages."""
    return [_hub(site), *_approvals(site), *_screenings(site), *_lexicon(site), *_urgent(site)]


def _hub(site: Site) -> Page:
    """What can be inspected stands in the template."""
    intro = "Bagaimana portal ini dibuat: siapa menyetujui, apa yang ditolak, dan berapa biayanya."
    page = {"title": TRANSPARENCY["title"], "intro": intro, "paid": rupiah(site.totals.whole.net)}
    here = TRANSPARENCY["url"]
    return site.page(here, "transparansi", page, page["title"], intro, trail=ABOVE)


def _approvals(site: Site) -> list[Page]:
    """Every public record, the last approved first."""
    records = site.relations.records.values()
    newest = sorted(records, key=lambda item: (item.approved, item.id), reverse=True)
    intro = (
        "Setiap isi yang tampil, dengan peran yang menyetujui, waktunya, dan sidik isinya. "
        "Nama orang tidak ditampilkan."
    )
    pages: list[Page] = []
    for sheet in sheets(APPROVALS["url"], newest, 40):
        rows = [_approval_row(site, item) for item in sheet.items]
        columns = ("Isi", "Disetujui", "Langkah")
        table = section("persetujuan", "Isi yang tampil", columns, rows)
        here: Link = {"title": sheet.title(APPROVALS["title"]), "url": sheet.address}
        above = (TRANSPARENCY, APPROVALS) if sheet.number else ABOVE
        times = [] if sheet.number else [_durations(newest)]
        whole = [*times, table]
        pages += register_pages(
            site, here, intro, whole, above=above, pager=sheet.pager, per_page=UNDIVIDED
        )
    return pages


def _approval_row(site: Site, item: Public[Record]) -> RegisterRow:
    steps = (f"{_step(d)} {moment(d.time.astimezone(JAKARTA))}" for d in item.decisions)
    about = f"{item.kind.capitalize()}. Sidik {item.digest}"
    approval = approval_view(site, item)
    return row(
        cell(item.record.title, site.address(item), about),
        cell(approval["date"], detail=approval["text"]),
        "; ".join(steps) or "sah menurut aturan, tanpa keputusan tersendiri",
    )


def _step(decision: Decision) -> str:
    """Return who did what, by role: 'penulis mengajukan'."""
    act = "mengajukan" if decision.act is Act.SUBMIT else "menyetujui"
    return f"{decision.role.replace('-', ' ')} {act}"


def _durations(items: Iterable[Public[Record]]) -> RegisterSection:
    """Return the median time from one decision to the next, by what the next one was."""
    times: dict[str, list[float]] = {}
    for item in items:
        for before, after in pairwise(item.decisions):
            times.setdefault(_step(after), []).append((after.time - before.time) / A_DAY)
    columns = ("Langkah", "Isi", "Median hari")
    rows = [
        row(name.capitalize(), number(len(found)), f"{median(found):.1f}".replace(".", ","))
        for name, found in times.items()
    ]
    note = "" if rows else "Belum ada keputusan."
    return section("lama", "Lama tiap langkah", columns, rows, note, columns[1:])


def _screenings(site: Site) -> list[Page]:
    """Counts only: what was handed in stays with who wrote it. Who let ceremony pass says why."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for found in site.portal.screenings:
        key = (f"{found.day:%Y-%m}", found.unit)
        counts.setdefault(key, Counter())[found.result if found.result in RESULTS else ""] += 1
    columns = ("Unit", "Bulan", *RESULTS.values())
    units = {unit: site.unit_link(unit) for _, unit in counts}
    by_name = sorted(counts, key=lambda key: units[key[1]]["title"])
    rows = [
        row(
            link_cell(units[unit]),
            period(parse_period(month)),
            *(number(counts[month, unit][result]) for result in RESULTS),
        )
        for month, unit in sorted(by_name, key=itemgetter(0), reverse=True)
    ]
    intro = (
        "Berapa kali tulisan diajukan, dan apa kata saringan seremoni, per unit dan bulan. "
        "Tulisannya sendiri tidak ditampilkan. Saringan memberi saran; editor yang memutuskan, "
        "dan bila meluluskan yang seremonial alasannya tertulis di sini."
    )
    note = f"{number(len(site.portal.screenings))} pengajuan." if rows else "Belum ada pengajuan."
    table = section("hasil", "Hasil penyaringan", columns, rows, note, columns[2:])
    whole = (_overruled(site), table)
    return register_pages(site, SCREENINGS, intro, whole, above=ABOVE, links=(LEXICON,))


def _overruled(site: Site) -> RegisterSection:
    """What the filter called ceremony and is public all the same, with the reason of each role."""
    rows = [
        row(
            cell(item.record.title, site.address(item)),
            link_cell(site.unit_link(item.record.unit)),
            cell(decision.reason, detail=f"{decision.role.replace('-', ' ')}, {_day(decision)}"),
        )
        for item in site.relations.records.values()
        if any(d.reason_code == ScreeningResult.CEREMONY for d in item.decisions)
        for decision in item.decisions
        if decision.act is Act.APPROVE and decision.reason
    ]
    note = "" if rows else "Tidak ada tulisan seremonial yang terbit."
    columns = ("Isi", "Unit", "Alasan diluluskan")
    return section("alasan", "Diluluskan dengan alasan", columns, rows, note)


def _day(decision: Decision) -> str:
    return day(decision.time.astimezone(JAKARTA).date())


def _lexicon(site: Site) -> list[Page]:
    """The whole lexicon by group and weight: what the filter looks for is no secret."""
    rows = [
        row(
            cell(entry.id.replace("-", " ").capitalize(), detail=entry.group),
            number(entry.weight),
            cell(", ".join(entry.words), detail=_unless(entry)),
            entry.advice,
        )
        for entry in sorted(site.portal.tables.lexicon, key=lambda e: (e.group, -e.weight, e.id))
    ]
    intro = "Kata yang dicari saringan pada judul dan teras tulisan, bobotnya, dan sarannya."
    columns = ("Kelompok kata", "Bobot", "Kata", "Saran")
    note = "" if rows else "Belum ada leksikon, jadi tidak ada yang disaring."
    table = section("leksikon", "Leksikon", columns, rows, note, columns[1:2])
    return register_pages(site, LEXICON, intro, [table], above=(*ABOVE, SCREENINGS))


def _unless(entry: Lexicon) -> str:
    return f"Tidak dihitung di dekat: {', '.join(entry.unless)}" if entry.unless else ""


def _urgent(site: Site) -> list[Page]:
    items = [item for item in site.relations.records.values() if not item.is_reviewed]
    rows = [
        row(
            cell(item.record.title, site.address(item), urgent_label(site, item)),
            item.record.urgent or "",
            day(item.first_released.date()),
            number((site.portal.day - item.first_released.date()).days),
        )
        for item in sorted(items, key=lambda item: (item.first_released, item.id))
    ]
    columns = ("Isi", "Alasan", "Terbit", "Umur (hari)")
    note = "" if rows else "Tidak ada yang terbit lewat jalur darurat."
    intro = "Yang terbit lewat jalur darurat karena alasan yang disebut, yang tertua lebih dahulu."
    table = section("darurat", "Terbit lewat jalur darurat", columns, rows, note, columns[3:])
    return register_pages(site, URGENT, intro, [table], above=ABOVE)
