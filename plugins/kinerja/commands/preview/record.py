"""The review page of one record: what an approver reads before deciding, and the forms."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from cost_appendix.label import cost_label
from cost_appendix.words import STAGE_WORDS, rupiah
from kinerja.approval.gate import Verdict
from kinerja.approval.rules import lacks_a_reason
from kinerja.approval.signatures import is_signed_by
from kinerja.commands.social import shown_posts
from kinerja.model.digest import sha256
from kinerja.model.documents import Document, Edition
from kinerja.model.governance import JAKARTA, LONGEST_REASON, Decision
from kinerja.model.records import RECORD_TYPES
from kinerja.model.signers import Namespace
from kinerja.reading.attachments import MAX_ATTACHMENT, PICTURES
from kinerja.reading.files import list_files, read_bytes
from kinerja.reading.governance import signed_part
from kinerja.reading.records import split_front_matter
from kinerja.rendering.formats import day, moment
from kinerja.rendering.registers.form import row, section
from kinerja.rendering.views import RegisterRow, RegisterSection

from .asking import REASONS
from .choices import choices
from .difference import difference
from .listing import View, address, form_address, standing, title
from .session import Session, sentences
from .showing import State

COST_COLUMNS = ("Baris", "Tanggal", "Tahap", "Uraian", "Jumlah", "Bagian")
POST_COLUMNS = ("Kiriman", "Teks", "Panjang", "Keadaan")
DECISION_COLUMNS = ("Waktu", "Keputusan", "Peran", "Edisi", "Tanda tangan", "Dihitung", "Alasan")

Sides = dict[str, Edition | None]
"""The edition that the public sees, or saw last, as `publik`; the present one as `kini`."""


def sides(state: State, verdict: Verdict) -> Sides:
    """Return both editions of a record."""
    present = state.content.editions.get(verdict.id)
    return {"publik": verdict.edition or verdict.last, "kini": present}


def files(edition: Edition | None) -> dict[str, Path]:
    """Return the attachments of an edition by name, also where they have mistakes."""
    if edition is None or edition.kind not in RECORD_TYPES:
        return {}
    root = Path(edition.root)
    return {Path(path).name: root / path for path in list_files(root, f"lampiran/{edition.id}")[0]}


def record_view(session: Session, state: State, record: str) -> View:
    """Return the view of a record that has a verdict."""
    verdict = state.decided.verdicts[record]
    both = sides(state, verdict)
    decisions = state.content.governance.decisions.get(record, ())
    edition = both["kini"] or both["publik"]
    if both["kini"] is None and edition and decisions:
        edition = replace(edition, digest=decisions[-1].digest)  # its file is gone
    code, result = verdict.code.partition("#")[0], session.results.get(record)
    digest = edition.digest if edition else ""
    facts = {
        "Bagi publik": standing(state, verdict),
        "Disetujui": day(verdict.approved.astimezone(JAKARTA)) if verdict.approved else "",
        "Giliran": verdict.waits_for,
        "Jenis": verdict.kind,
        "Berkas": verdict.path if both["kini"] else f"{verdict.path} (tidak ada lagi)",
        "Sidik edisi ini": digest,
    }
    made = [_decision_row(state, verdict, decision) for decision in decisions]
    note = "" if made else "Belum ada."
    history = section("riwayat", "Keputusan sejauh ini", DECISION_COLUMNS, made, note)
    return {
        "title": title(state, verdict),
        "url": address(record),
        "facts": {name: text for name, text in facts.items() if text},
        "look": f"/k/{code}/" if code not in ("", record) else "",
        "form": form_address(record) if both["kini"] and verdict.kind in RECORD_TYPES else "",
        "lines": [*sentences(verdict.problems), *sentences(verdict.reasons)],
        "advice": sentences(verdict.advice),
        "is_new": both["publik"] is None,
        "texts": _texts(both),
        "attachments": _attachments(record, both),
        "sections": [*_cost(state, edition), *_posts(state, edition), history],
        "token": session.token,
        "digest": digest,
        "forms": choices(state.content, edition, verdict, state.now) if edition else {},
        "reasons": REASONS,
        "asks_reason": lacks_a_reason(d for d in verdict.counted if d.digest == digest),
        "successors": sorted(state.content.editions.keys() - {record}),
        "longest": LONGEST_REASON,
        "result": result if result and (result.refused or result.wish.digest == digest) else None,
    }


def _texts(both: Sides) -> list[View]:
    """Return front matter and text, each whole and as pieces of a difference."""
    old, new = _source(both["publik"] or both["kini"]), _source(both["kini"])
    return [
        {"name": name, "same": before == after, "whole": after, "pieces": difference(before, after)}
        for name, before, after in zip(("Keterangan", "Teks"), old, new, strict=True)
        if before or after
    ]


def _source(edition: Edition | None) -> tuple[str, str]:
    """Return front matter and text as written; of a table all is text."""
    if edition is None:
        return "", ""
    text = read_bytes(Path(edition.root), edition.path)[0].decode("utf-8", "replace")
    front, body, _ = split_front_matter(text)
    return (front, body) if front else ("", text)


def _attachments(record: str, both: Sides) -> list[View]:
    """Return every attachment with what happened to it, and the pictures of both sides."""
    known = {side: files(edition) for side, edition in both.items()}
    views: list[View] = []
    for name in sorted({name for found in known.values() for name in found}):
        paths = {side: found[name] for side, found in known.items() if name in found}
        data = {side: read_bytes(p.parent, name, MAX_ATTACHMENT)[0] for side, p in paths.items()}
        change = "baru" if "publik" not in data else "dihapus" if "kini" not in data else "berubah"
        if len({sha256(each) for each in data.values()}) < len(data):
            change, paths = "tetap", {"kini": paths["kini"]}
        shown = paths if name.lower().endswith(PICTURES) else ()
        urls = {side: f"{address(record)}{side}/{quote(name)}" for side in shown}
        views.append({"name": name, "change": change, "pictures": urls})
    return views


def _cost(state: State, edition: Edition | None) -> Iterable[RegisterSection]:
    """Yield the rows of the ledger below the label; nothing for what is no record."""
    if edition is None or not isinstance(edition.value, Document):
        return
    ledger, record = state.decided.ledger, edition.value.record
    label = cost_label(ledger, edition.id, str(record.cost), record.cost_note or "")
    rows = [
        row(r.id, day(r.happened), STAGE_WORDS[r.stage], r.purpose, rupiah(r.amount), f"{percent}%")
        for r in ledger.by_record.get(edition.id, ())
        for name, percent in r.shares
        if name == edition.id
    ]
    note = "; ".join(filter(None, (label.text, label.review, label.note)))
    yield section("biaya", "Biaya", COST_COLUMNS, rows, note, numbers=COST_COLUMNS[4:])


def _posts(state: State, edition: Edition | None) -> Iterable[RegisterSection]:
    """Yield the posts as they will be posted, with their length; nothing where there is none."""
    shown = shown_posts(state.content, state.decided, edition, {}) if edition else ()
    rows = [row(p.name, p.text.replace("\n", " ⏎ "), p.measure, p.state) for p in shown]
    if rows:
        yield section("kiriman", "Kiriman", POST_COLUMNS, rows)


def _decision_row(state: State, verdict: Verdict, decision: Decision) -> RegisterRow:
    signers, namespace = state.content.governance.signers, Namespace.DECISION
    who, when, armour = decision.person, decision.time, decision.signature or ""
    is_good = is_signed_by(who, signed_part(decision), armour, namespace, when, signers)
    present = state.content.editions.get(verdict.id)
    is_present = present is not None and present.digest == decision.digest
    counts = decision in (*verdict.counted, verdict.withdrawn)
    return row(
        moment(when.astimezone(JAKARTA)),
        str(decision.act),
        f"{decision.role}: {who}",
        "edisi ini" if is_present else decision.digest[:12],
        "sah" if is_good else "TIDAK SAH" if armour else "tidak ada",
        "ya" if counts else "tidak",
        decision.reason or decision.reason_code or "–",
    )
