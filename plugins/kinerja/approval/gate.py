"""The gate: from everything that was written to what is public, with a reason for every no.

Order: tables, then datasets, then records, because each is checked against those before it.
What is not known to be approved is withheld; nothing here can be switched off.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from kinerja.editorial.plain_language import explained_words
from kinerja.evidence.words import plain_figures
from kinerja.model.documents import Document, Edition, Value
from kinerja.model.governance import JAKARTA, Role, Signing
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Kind
from kinerja.model.signers import Namespace
from kinerja.model.tables import Dataset, Tables
from kinerja.reading.governance import signed_part
from kinerja.reading.references import Known, check_references, known_ids
from tabular.problems import Problem, problem

from .candidates import Bench, open_bench
from .checks import Checks, indicator_definitions
from .lost import lost_editions
from .posts import release_posts
from .releases import WITHDRAWN, minted_rows, open_desk
from .reviews import judged_ledger, release_events
from .rules import Terms
from .signatures import check_many
from .tables import tables_of
from .verdicts import Decided, Verdict

__all__ = ["Decided", "Verdict", "check_record", "decide", "record_terms"]

REFERRING = ("tabel-pesan", "tabel-penjelasan")
"""Tables whose rows name rows of other tables."""

BY_UNIT = ("P14", "P21")
"""Rules that hang on what an edition says of itself; of one that cannot be read nobody knows."""


def decide(content: Content, as_of: datetime, mint: bool) -> Decided:
    """Decide what is public at `as_of`; with `mint`, editions new to the public are released."""
    desk = open_desk(content.releases, as_of, mint)
    if content.governance.policy.signing is Signing.REQUIRED:
        check_many(_signatures(content))
    bench, known, verdicts = _decide_tables(open_bench(content, as_of, desk))
    checks = Checks(bench, known, indicator_definitions(bench), explained_words(known.tables))
    verdicts |= _judge_all(bench, map(checks.dataset, bench.of_kind(Kind.DATASET)))
    datasets = {v.indicator: v for v in _values(verdicts) if isinstance(v, Dataset)}
    for kind in RECORD_TYPES:
        verdicts |= _judge_all(bench, checks.records(bench.of_kind(kind), datasets))
    public = {v.code: v.edition for v in verdicts.values() if v.edition or v.withdrawn}
    for erased in content.governance.erasures:
        if erased.time <= as_of and desk.is_known(erased.code):
            desk.admits(erased.code, WITHDRAWN)
            public[erased.code] = None
    say = partial(plain_figures, datasets=datasets, indicators=checks.indicators)
    waiting = release_posts(bench, public, known.tables.platforms, say)
    ledger, uncounted = judged_ledger(content.ledger, content.governance, as_of)
    release_events(ledger, desk)
    minted = minted_rows(desk, as_of)
    written = tuple(row for row in content.releases if row.time <= as_of)
    found = {p for verdict in verdicts.values() for p in verdict.problems}
    found.update(lost_editions(bench, verdicts.values()))
    problems = tuple(sorted({*content.stopping, *content.loose, *uncounted, *found}))
    rows, defined = (*written, *minted), checks.indicators
    return Decided(
        verdicts, known.tables, datasets, defined, ledger, rows, minted, problems, waiting
    )


def _signatures(content: Content) -> Iterable[tuple[bytes, str, Namespace]]:
    """Yield the signatures that will be asked for: those on present editions."""
    for record_id, decisions in content.governance.decisions.items():
        edition = content.editions.get(record_id)
        for decision in decisions:
            if edition and decision.signature and decision.digest == edition.digest:
                yield signed_part(decision), decision.signature, Namespace.DECISION


def _decide_tables(bench: Bench) -> tuple[Bench, Known, dict[str, Verdict]]:
    """Decide the tables, those that refer to others last; the units in use are known then."""
    present = (*bench.content.editions.values(), *bench.gone)
    editions = {edition.id: edition for edition in present}
    known = known_ids(present, Tables())
    verdicts: dict[str, Verdict] = {}
    for refer in (False, True):
        group = [e for e in bench.of_kind(Kind.TABLE) if (e.id in REFERRING) is refer]
        editions |= {edition.id: check_references(edition, known) for edition in group}
        verdicts |= _judge_all(bench, (editions[edition.id] for edition in group))
        known = known_ids(editions.values(), tables_of(_values(verdicts)))
    return replace(bench, units=known.tables.units), known, verdicts


def record_terms(content: Content, edition: Edition, as_of: datetime) -> Terms:
    """Return under what terms a decision on one record would count now."""
    bench, _, _ = _decide_tables(
        open_bench(content, as_of, open_desk(content.releases, as_of, True))
    )
    return bench.terms(edition)


def check_record(content: Content, decided: Decided, edition: Edition, as_of: datetime) -> Edition:
    """Return an edition that is only being written, with the mistakes and advice of `decide`.

    `decided` is what was decided on `content`, where another edition of the record stands.
    """
    desk = open_desk(content.releases, as_of, mint=False)
    bench, known, _ = _decide_tables(open_bench(content, as_of, desk))
    checks = Checks(bench, known, decided.indicators, explained_words(known.tables))
    return next(checks.records([edition], decided.datasets))


def _judge_all(bench: Bench, editions: Iterable[Edition]) -> dict[str, Verdict]:
    return {edition.id: _judge(bench, edition) for edition in editions}


def _judge(bench: Bench, edition: Edition) -> Verdict:
    tally = bench.tally(edition)
    code = bench.code(edition)
    required = bench.required(edition.kind)
    waits_for = tally.next_role(edition.digest, bench.terms(edition)) if required else None
    is_read = not any(found.code[0] in "TY" for found in edition.problems)
    unclear = [found for found in tally.problems if is_read or found.code not in BY_UNIT]
    verdict = Verdict(
        id=edition.id,
        kind=edition.kind,
        path=edition.path,
        code=code,
        edition=None,
        approved=None,
        problems=(*edition.problems, *unclear),
        reasons=(),
        waits_for=waits_for,
        is_draft=edition.draft,
        withdrawn=tally.withdrawn,
        counted=tally.counted,
        submitted=tally.submitted,
        advice=edition.advice,
    )
    if tally.withdrawn:
        last = bench.last_released(edition)
        if bench.desk.is_known(code):
            bench.desk.admits(code, WITHDRAWN)
        day = tally.withdrawn.time.astimezone(JAKARTA).date()
        found = tuple(p for p in verdict.problems if p.code != "P15")  # its file may go now
        why = problem(edition.path, 0, "", "P03", day=day)
        return replace(verdict, problems=found, reasons=(why,), last=last)
    chosen, reasons = _choose(bench, edition, code)
    if chosen is None or chosen.digest != edition.digest:
        reasons += _why_not_the_present(edition, waits_for, chosen is not None)
    approved = dict(tally.approved).get(chosen.digest) if chosen else None
    return replace(
        verdict,
        edition=chosen,
        approved=approved,
        reasons=tuple(reasons),
        is_reviewed=chosen is None or chosen.digest not in tally.unreviewed,
    )


def _choose(bench: Bench, edition: Edition, code: str) -> tuple[Edition | None, list[Problem]]:
    """Return the newest approved edition that may be shown now, and why newer ones may not."""
    if edition.kind is Kind.DATASET and not code:
        return None, [] if edition.problems else [problem(edition.path, 0, "", "P18")]
    reasons: list[Problem] = []
    for candidate in bench.candidates(edition):
        if candidate.value is None:
            if candidate.digest == edition.digest and edition.problems:
                continue  # its own mistakes say enough
            digest = candidate.digest[:12]
            reasons.append(problem(edition.path, 0, "", "P04", digest=digest))
            continue
        if other := bench.other_owner(candidate):
            reasons.append(problem(edition.path, 0, "kode", "F26", other=other))
            continue
        moment = _publish_after(candidate)
        if moment and moment > bench.as_of:
            shown = moment.isoformat(timespec="seconds")
            reasons.append(problem(edition.path, 0, "jadwal_terbit", "P06", moment=shown))
            continue
        if bench.desk.admits(code, candidate.digest) or _is_first_table(bench, edition, code):
            bench.carriers[code] = edition.id
            return candidate, reasons
        reasons.append(problem(edition.path, 0, "", "P20" if bench.desk.mints else "P05"))
    return None, reasons


def _is_first_table(bench: Bench, edition: Edition, code: str) -> bool:
    """A table that was never released is used all the same: nothing could be read without."""
    return edition.kind is Kind.TABLE and not bench.desk.is_known(code)


def _why_not_the_present(
    edition: Edition, waits_for: Role | None, has_public: bool
) -> list[Problem]:
    if edition.draft and waits_for:
        return [problem(edition.path, 0, "", "P08")]
    if edition.problems:
        is_gone = any(found.code == "P15" for found in edition.problems)
        code = "P16" if has_public else "P17"
        return [] if is_gone else [problem(edition.path, 0, "", code)]
    if not waits_for:
        return []
    code = "P02" if has_public else "P01"
    return [problem(edition.path, 0, "", code, role=waits_for, id=edition.id)]


def _values(verdicts: Mapping[str, Verdict]) -> list[Value | None]:
    return [verdict.edition.value for verdict in verdicts.values() if verdict.edition]


def _publish_after(edition: Edition) -> datetime | None:
    return edition.value.record.publish_after if isinstance(edition.value, Document) else None
