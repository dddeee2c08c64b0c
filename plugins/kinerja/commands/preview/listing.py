"""The list of `/tinjau/`: what waits for whom, then everything else."""

from itertools import groupby
from urllib.parse import quote

from kinerja.approval.gate import Verdict
from kinerja.commands.desk.status import waiting
from kinerja.model.documents import Document
from kinerja.rendering.formats import day
from kinerja.rendering.registers.form import cell, row, section
from kinerja.rendering.views import CellView

from .showing import State

View = dict[str, object]
COLUMNS = ("Rekor", "Hal", "Unit", "Sejak", "Hari kerja")
OTHER_COLUMNS = ("Rekor", "Jenis", "Bagi publik", "Kesalahan")
MATTERS = {
    "giliran": "giliran memutus",
    "tinjauan": "terbit darurat, perlu tinjauan",
    "biaya": "biaya belum dicatat",
}


def address(record: str) -> str:
    """Return the address of the review page of a record."""
    return f"/tinjau/{quote(record, safe='')}/"


def form_address(record: str) -> str:
    """Return the address of the form of a record."""
    return f"/tulis/{quote(record, safe='')}/"


def title(state: State, verdict: Verdict) -> str:
    """Return the title that a record has now, or had in public; its id where neither is known."""
    editions = (state.content.editions.get(verdict.id), verdict.edition, verdict.last)
    values = (edition.value for edition in editions if edition)
    return next((v.record.title for v in values if isinstance(v, Document)), verdict.id)


def standing(state: State, verdict: Verdict) -> str:
    """Return in words what the public sees of a record."""
    present = state.content.editions.get(verdict.id)
    if verdict.withdrawn:
        words = "ditarik"
    elif verdict.edition is None:
        words = "tidak tampil"
    elif present is None or present.digest != verdict.edition.digest:
        words = "edisi lama tampil"
    else:
        words = "edisi ini tampil"
    if any(release.code == verdict.code for release in state.decided.minted):
        words += " sejak build berikutnya"
    return f"{words}; berkas masih draf" if verdict.is_draft else words


def list_view(state: State) -> View:
    """Return the view of the list: by role, the longest wait first; then those with mistakes."""
    verdicts = state.decided.verdicts

    def link(record: str, detail: str = "") -> CellView:
        return cell(title(state, verdicts[record]), address(record), detail)

    found = waiting(state.content, state.decided, state.now)
    items = sorted(found, key=lambda w: (w.role, w.since, w.record))
    sections = []
    for role, group in groupby(items, key=lambda w: w.role):
        rows = [
            row(
                link(w.record, "lewat tenggat" if w.overdue else ""),
                *(MATTERS[w.matter], w.unit or "–", day(w.since), str(w.days)),
            )
            for w in group
        ]
        name = f"{role}: {len(rows)} menunggu"
        sections.append(section(f"peran-{role}", name, COLUMNS, rows, numbers=COLUMNS[4:5]))
    others = [verdicts[key] for key in verdicts.keys() - {w.record for w in items}]
    others.sort(key=lambda v: (not v.problems, v.kind, v.id))
    rest = [
        row(link(v.id), str(v.kind), standing(state, v), str(len(v.problems) or "–"))
        for v in others
    ]
    sections.append(section("lainnya", f"Lainnya: {len(rest)}", OTHER_COLUMNS, rest))
    return {"title": "Yang menunggu keputusan", "sections": sections}
