"""What is wrong with the narrative, as tables for the map and for the page of each message."""

from collections.abc import Iterable

from kinerja.evidence.narrative import Finding, Flaw, row_of
from kinerja.evidence.words import value_words
from kinerja.model.ids import IndicatorRef
from kinerja.model.records import Direction

from .formats import number
from .indicator_tables import source_link
from .registers.form import cell, link_cell, row, section
from .series import evidence_figure
from .site import Site
from .stories import message_link
from .views import CellView, RegisterRow, RegisterSection, StatusView

FLAWS = {
    Flaw.REFUTED: (
        "not-met",
        "pesan dibantah buktinya",
        "Ada bukti yang menunjukkan sebaliknya, dan tidak satu pun mendukung: targetnya tidak "
        "tercapai, atau tanpa target angkanya bergerak melawan arah yang diharapkan.",
    ),
    Flaw.CONTRADICTED: (
        "not-met",
        "dua nilai untuk satu angka",
        "Sumber yang berbeda, atau tulisan dan datanya, menyebut nilai yang berbeda.",
    ),
    Flaw.PARTLY: (
        "not-met",
        "pesan dengan sebagian bukti berlawanan",
        "Bukti ini menunjukkan sebaliknya; bukti lain untuk pesan yang sama mendukungnya.",
    ),
    Flaw.WITHOUT_DATA: (
        "not-reported",
        "pesan dengan bukti yang belum ada",
        "Pesan tanpa indikator, atau indikatornya belum mempunyai nilai.",
    ),
    Flaw.SILENT: (
        "not-reported",
        "pesan tanpa publikasi",
        "Juga tidak ada pada pesan di bawahnya.",
    ),
    Flaw.LOOSE: ("not-reported", "publikasi tanpa pesan", ""),
}
"""Key of the style, words of the public, what they mean; publications have a list of their own."""

MOST_ROWS = 30
"""Rows of a flaw on the map; the rest stands on the pages of the messages."""

EXPECTED = {Direction.UP: "naik", Direction.DOWN: "turun"}


def flaw_tag(flaw: Flaw) -> StatusView:
    """Return what a message on the map carries: 'dibantah buktinya'."""
    key, words, _ = FLAWS[flaw]
    return {"key": key, "word": words.removeprefix("pesan ").removeprefix("dengan "), "detail": ""}


def finding_sections(
    site: Site, findings: Iterable[Finding], *, named: bool = True
) -> list[RegisterSection]:
    """Return a table for every flaw that there is; `named` puts the message before each row."""
    rows: dict[Flaw, list[RegisterRow]] = {}
    for finding in findings:
        if finding.flaw is not Flaw.LOOSE and (named or finding.flaw is not Flaw.SILENT):
            rows.setdefault(finding.flaw, []).extend(_rows(site, finding, named))
    found: list[RegisterSection] = []
    for flaw, whole in rows.items():
        _, words, note = FLAWS[flaw]
        if len(whole) > MOST_ROWS:
            note += f" {number(len(whole) - MOST_ROWS)} lagi ada di halaman pesannya."
        columns = ("Pesan", "Bukti", "Temuan")[0 if named else 1 :]
        columns = ("Pesan", "Pemilik") if flaw is Flaw.SILENT else columns
        title = words[0].upper() + words[1:]
        found.append(section(flaw, title, columns, whole[:MOST_ROWS], note))
    return found


def _rows(site: Site, finding: Finding, named: bool) -> Iterable[RegisterRow]:
    message = site.portal.tables.messages.get(finding.message)
    of = link_cell(message_link(site, message)) if message else cell("tanpa pesan")
    first = [of] if named else []
    if finding.flaw is Flaw.SILENT and message:
        yield row(*first, link_cell(site.unit_link(message.owner)))
    elif finding.record:
        item = site.relations.records[finding.record]
        now = _cells(site, finding.flaw, finding.evidence[0])[0]["detail"]
        words = f"tulisan menyebut {finding.said}; data menyebut {now}"
        yield row(*first, cell(item.record.title, site.address(item)), words)
    elif not finding.evidence:
        yield row(*first, "belum ada indikator", "belum ada bukti")
    else:
        for reference in finding.evidence:
            yield row(*first, *_cells(site, finding.flaw, reference))


def _cells(site: Site, flaw: Flaw, reference: IndicatorRef) -> tuple[CellView, CellView]:
    """Return a figure with its value, and what is wrong: target, direction, other value, gap."""
    figure, found = evidence_figure(site, reference), row_of(site.portal, reference)
    name = ", ".join(filter(None, (figure["label"], figure["period"])))
    shown = cell(name, figure["url"], f"{figure['value']} {figure['unit']}".strip())
    item, status = site.portal.indicators.get(reference.id), figure["status"]
    if flaw is Flaw.CONTRADICTED and found and item:
        pairs = (found.value, found.source), (found.other_value, found.other_source)
        both = (
            f"{value_words(value, item.record.precision)} ({source_link(site, source)['title']})"
            for value, source in pairs
        )
        return shown, cell(" dan ".join(both), detail=found.reason)
    wanted = EXPECTED.get(item.record.direction) if item else None
    if flaw is Flaw.WITHOUT_DATA or status["key"] == "not-met" or wanted is None:
        return shown, cell(status["word"], detail=status["detail"], status=status["key"])
    said = f"arah yang diharapkan: {wanted}"
    return shown, cell(figure["trend"], detail=said, status="not-met")
