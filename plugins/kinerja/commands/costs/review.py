"""`invoke costs.review`: an inspector signs what was found about a range of ledger rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import NamedTuple

from cost_appendix.batches import Batch, Finding, render_batch
from cost_appendix.budget import covered_payments
from cost_appendix.cells import parse_day, parse_year
from cost_appendix.model import Ledger, Stage
from cost_appendix.reviewed_rows import Source, open_source
from cost_appendix.reviewing import parse_batches, review_path
from cost_appendix.totals import total
from cost_appendix.words import count, rupiah
from kinerja.approval.reviews import broken_rule, judged_ledger, refusal
from kinerja.approval.signing import ssh_sign
from kinerja.approval.trust import Trust
from kinerja.building.settings import parse_as_of
from kinerja.building.stage import exclusive
from kinerja.commands.configuration import project_settings
from kinerja.commands.deciding import deciding_person, read_sound
from kinerja.commands.guard import Refused, chosen, content_folder, guarded
from kinerja.commands.words import console, say
from kinerja.disk import write_atomic
from kinerja.model.governance import JAKARTA, Governance, Role, Signing
from kinerja.model.signers import Namespace

NAMED = 5
"""Rows with an open point that are named; of more their number is said."""


class Asked(NamedTuple):
    """What the inspector typed: a range by its ends, or a year and the last day of recording."""

    first: str
    last: str
    year: str
    until: str
    outcome: str
    letter: str
    note: str
    person: str


@guarded
def run(content: str, asked: Asked, key: str) -> int:
    """Sign a review and add its line; 0 recorded, 1 refused, 2 cannot be tried."""
    terminal, root = console(), content_folder(content)
    sign = partial(ssh_sign, key=key, namespace=Namespace.COST_REVIEW)
    with exclusive(root, lambda holder: terminal.print(say("waiting", holder=holder))):
        batch = make_review(root, project_settings(root).trust, asked, sign, terminal.print)
    words = {"first": batch.first, "last": batch.last, "outcome": batch.outcome}
    terminal.print(say("reviewed", path=batch.path, **words))
    return 0


def make_review(
    root: Path,
    trust: Trust,
    asked: Asked,
    sign: Callable[[bytes], str],
    tell: Callable[[str], object],
) -> Batch:
    """Write one review if it would count; `tell` is told before what will be signed.

    The caller holds the lock of the content. Raises Refused, SigningFailed, OSError.
    """
    now = parse_as_of("").astimezone(JAKARTA).replace(microsecond=0)
    content = read_sound(root, date.max, trust)  # also rows recorded later: digests need them
    outcome, governance = Finding(chosen("result", asked.outcome, Finding)), content.governance
    ledger, _ = judged_ledger(content.ledger, governance, now)
    first, last = _range(ledger, asked, now.date())
    year = ledger.by_id[first].year
    source = open_source(root, year, ledger)
    digest, rows = source.digest(first, last)
    batch = Batch(
        path=review_path(year),
        line=0,
        year=year,
        first=first,
        last=last,
        count=max(rows, 1),
        digest=digest,
        outcome=outcome,
        letter=asked.letter.strip(),
        note=asked.note.strip(),
        time=now,
        person=deciding_person(governance, Role.INSPECTOR, asked.person, now),
    )
    for line in _summary(ledger, batch):
        tell(line)
    if governance.policy.signing is Signing.REQUIRED:
        batch = replace(batch, signature=sign(batch.signed_part))
    return _write(root, source, batch, governance)


def _range(ledger: Ledger, asked: Asked, today: date) -> tuple[str, str]:
    """Return the ids of the first and the last row that are meant. Raises Refused."""
    until, year = parse_day(asked.until) if asked.until else today, parse_year(asked.year)
    ends = asked.first, asked.last
    if not asked.year and not asked.until and {*ends} <= ledger.by_id.keys():
        return ends
    if any(ends) or until is None or year is None:
        raise Refused("review-range", {"first": asked.first, "last": asked.last})
    recorded = (row for row in ledger.rows if row.year == year and row.recorded <= until)
    unreviewed = dropwhile(ledger.review_of, recorded)
    rows = [*takewhile(lambda row: ledger.review_of(row) is None, unreviewed)]
    if not rows:
        raise Refused("all-reviewed", {"year": year, "until": until})
    return rows[0].id, rows[-1].id


def _summary(ledger: Ledger, batch: Batch) -> Iterator[str]:
    """Say what will be signed: rows, money, and what the inspector may want to look at again."""
    rows = ledger.rows_of(batch)
    money = total(ledger, {}, rows).whole
    amounts = {"paid": money.paid, "returned": money.returned, "net": money.net}
    words = {name: rupiah(amount) for name, amount in amounts.items()}
    yield say("to-review", first=batch.first, last=batch.last, count=count(batch.count), **words)
    yield say("review-digest", digest=batch.digest)
    paid = [row for row in rows if row.stage is Stage.PAYMENT and ledger.is_standing(row)]
    ahead = {row.id for covered in covered_payments(ledger).values() for row in covered}
    points = {
        "general": [row.id for row in paid if not row.shares],
        "ahead": [row.id for row in paid if row.id in ahead],
        "ended": [row.id for row in rows if row.id in ledger.ended],
        "again": [earlier.letter for earlier in ledger.in_force if batch.covers(earlier)],
    }
    for name, found in points.items():
        if found:
            more = ["..."] if len(found) > NAMED else []
            yield say(
                f"point-{name}", count=count(len(found)), which=", ".join(found[:NAMED] + more)
            )


def _write(root: Path, source: Source, batch: Batch, governance: Governance) -> Batch:
    """Add the line as a build would read it; one that would not count is refused."""
    path = root / batch.path
    before = path.read_bytes() if path.exists() else b""
    after = before + render_batch(batch).encode() + b"\n"
    found, problems = parse_batches(batch.year, after, source)
    if not problems and (code := broken_rule(found[-1], governance)):
        problems = [refusal(found[-1], code)]
    if problems:
        raise Refused("review-not-counted", {}, tuple(problems))
    write_atomic(path, after)
    return found[-1]
