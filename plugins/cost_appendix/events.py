"""What happened to the ledger as a whole, for feeds and release logs: reviews and revisions."""

import hashlib
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tabular.table import render_rows

from .batches import Batch
from .columns import REVISIONS
from .model import Ledger, Revision
from .places import ROOT_URL, reviews_url, revisions_url
from .totals import total
from .words import AUTHORITY_WORDS, OUTCOME_WORDS, STATE_WORDS, count, letter_words, rupiah


@dataclass(frozen=True, slots=True)
class Event:
    """A reviewed batch of rows, or a revision of the budget.

    `code` names it for ever: `biaya-2026#2026-000101` by its first row, or `revisi-2026#2`.
    `edition` is a SHA-256 that changes when what it says changes. `amount` is rupiah: the net
    payments of the batch's rows, or by how much the revision raised the budget. `letter` is '' for
    a revision. `url` is relative to the site. `is_void` says that the review does not count, or
    does not count any more: then `sentence` says why.
    """

    code: str
    edition: str
    title: str
    sentence: str
    amount: int
    day: date
    letter: str
    url: str
    is_void: bool = False


def events(ledger: Ledger, root_url: str = ROOT_URL) -> list[Event]:
    """Return everything that happened, oldest first.

    Batches that begin at the same row are one event: that of the one that counts, or else of the
    newest.
    """
    batches: dict[str, Batch] = {}
    for batch in ledger.batches:
        earlier = batches.get(batch.first)
        if earlier is None or batch.counts or not earlier.counts:
            batches[batch.first] = batch
    found = [_of_batch(ledger, batch, root_url) for batch in batches.values()]
    revisions = groupby(ledger.revisions, key=lambda line: (line.year, line.number))
    found += [_of_revision(tuple(lines), root_url) for _, lines in revisions]
    return sorted(found, key=lambda event: (event.day, event.code))


def _of_batch(ledger: Ledger, batch: Batch, root_url: str) -> Event:
    amount = total(ledger, {}, ledger.rows_of(batch)).whole.net
    outcome = OUTCOME_WORDS[batch.outcome]
    sentence = (
        f"Itjen mereviu {count(batch.count)} baris senilai {rupiah(amount)} dengan hasil {outcome} "
        f"({letter_words(batch)})."
    )
    if batch.note:
        sentence += f" Catatan: {batch.note}"
    if not batch.counts:
        sentence = f"Reviu ini {STATE_WORDS[batch.state]}. Semula: {sentence}"
    return Event(
        code=f"biaya-{batch.year}#{batch.first}",
        edition=batch.edition,
        title=f"Reviu Itjen atas biaya {batch.first} sampai {batch.last}: {outcome}",
        sentence=sentence,
        amount=amount,
        day=batch.time.date(),
        letter=batch.letter,
        url=reviews_url(batch.year, root_url),
        is_void=not batch.counts,
    )


def _of_revision(lines: tuple[Revision, ...], root_url: str) -> Event:
    first = lines[0]
    change = sum((line.after or 0) - (line.before or 0) for line in lines)
    by = AUTHORITY_WORDS[first.authority]
    reasons = "; ".join(line.reason for line in lines)
    total = f"pagu berubah {rupiah(change)}" if change else "jumlah pagu tetap"
    return Event(
        code=f"revisi-{first.year}#{first.number}",
        edition=_digest(lines),
        title=f"Revisi anggaran publikasi {first.year} nomor {first.number}",
        sentence=f"{count(len(lines))} mata anggaran, kewenangan {by}; {total}. {reasons}.",
        amount=change,
        day=first.happened,
        letter="",
        url=revisions_url(root_url),
    )


def _digest(lines: tuple[Revision, ...]) -> str:
    """Return SHA-256 of the lines of a revision as CSV, in the order of the columns."""
    rows = ([getattr(line, name) for name in REVISIONS] for line in lines)
    return hashlib.sha256(render_rows(rows)).hexdigest()
