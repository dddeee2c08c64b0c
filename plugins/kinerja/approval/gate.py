"""The gate: from everything that was written to what is public, with a reason for every no.

Order: tables, then datasets, then records, because each is checked against those before it.
What is not known to be approved is withheld; nothing here can be switched off.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kinerja.evidence.figures import unresolved_figures
from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Release, Role
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Direction, Indicator, Kind, Record, Status
from kinerja.model.tables import Dataset, Measure, Source, Tables, Unit
from kinerja.reading.datasets import measure_problems
from kinerja.reading.references import Known, check_references, known_ids, with_problems
from tabular.problems import Problem, problem

from .archive import gone_editions, read_archived
from .releases import JAKARTA, WITHDRAWN, ReleaseDesk, minted_rows, open_desk
from .tally import Tally, count_decisions


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happens to one record: the edition that is public, or why there is none.

    `reasons` also say why the present file is not what the public sees. `waits_for` is the role
    whose turn it is. `approved` is the time of the last approval of the public edition.
    """

    id: str
    kind: Kind
    path: str
    code: str
    edition: Edition | None
    approved: datetime | None
    reasons: tuple[Problem, ...]
    waits_for: Role | None = None
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """The whole decision: verdicts by id, what they were decided against, and new releases."""

    verdicts: Mapping[str, Verdict]
    tables: Tables
    datasets: Mapping[str, Dataset]
    releases: tuple[Release, ...]
    minted: tuple[Release, ...]
    problems: tuple[Problem, ...]

    @property
    def public(self) -> dict[str, Digest]:
        """Digest of the public edition of every record, dataset and table that has one."""
        return {key: v.edition.digest for key, v in sorted(self.verdicts.items()) if v.edition}


def decide(content: Content, as_of: datetime, mint: bool) -> Decided:
    """Decide what is public at `as_of`; with `mint`, editions new to the public are released."""
    desk = open_desk(content.releases, as_of, mint)
    return _Gate(content, as_of, desk).decide()


class _Gate:
    """One run of the gate; keeps what the steps share."""

    def __init__(self, content: Content, as_of: datetime, desk: ReleaseDesk) -> None:
        self.content, self.as_of, self.desk = content, as_of, desk
        self.verdicts: dict[str, Verdict] = {}
        self.gone = gone_editions(content, desk.log)
        self.problems: list[Problem] = [*content.stopping, *content.loose]

    def decide(self) -> Decided:
        editions = self._of_kind(Kind.TABLE)
        self._judge_all(editions)
        tables = _tables(self.verdicts.values())
        known = known_ids(self.content.editions.values(), tables)
        indicators = self._indicators()
        self._judge_all(
            self._checked_dataset(edition, known, indicators)
            for edition in self._of_kind(Kind.DATASET)
        )
        datasets = {
            v.edition.value.indicator: v.edition.value
            for v in self.verdicts.values()
            if v.edition and isinstance(v.edition.value, Dataset)
        }
        directions = {key: record.direction for key, record in indicators.items()}
        for kind in RECORD_TYPES:
            self._judge_all(
                self._checked_record(edition, known, datasets, directions)
                for edition in self._of_kind(kind)
            )
        minted = minted_rows(self.desk, self.as_of)
        before = tuple(r for r in self.content.releases if r.time <= self.as_of)
        return Decided(
            self.verdicts,
            tables,
            datasets,
            (*before, *minted),
            minted,
            tuple(sorted(set(self.problems))),
        )

    def _of_kind(self, kind: Kind) -> list[Edition]:
        """Present editions of a kind, and those that are gone from their place, sorted by id."""
        found = [e for e in self.content.editions.values() if e.kind is kind]
        return sorted([*found, *(e for e in self.gone if e.kind is kind)], key=lambda e: e.id)

    def _checked_dataset(
        self, edition: Edition, known: Known, indicators: Mapping[str, Indicator]
    ) -> Edition:
        edition = check_references(edition, known)
        if not isinstance(edition.value, Dataset):
            return edition
        indicator = indicators.get(edition.value.indicator)
        measure = known.tables.measures.get(indicator.measure) if indicator else None
        found = list(measure_problems(edition.value, edition.path, measure)) if measure else []
        return with_problems(edition, [*found, *self._removed_quotes(edition, edition.value)])

    def _removed_quotes(self, edition: Edition, dataset: Dataset) -> Iterable[Problem]:
        """A new edition keeps every value that an approved record quotes (content.md, Tables)."""
        rows = self.desk.log.get(self._code(edition, Tally()), ())
        if not rows or rows[-1].edition == edition.digest:
            return
        last = Digest(rows[-1].edition)
        earlier = read_archived(self.content.root, Kind.DATASET, edition.id, last)
        if earlier is None or not isinstance(earlier.value, Dataset):
            return
        removed = earlier.value.measured - dataset.measured
        if not removed:
            return
        quotes = self._quotes(dataset.indicator)
        for period, detail in sorted(removed & quotes.keys()):
            name = f"{dataset.indicator}[{detail}]" if detail else dataset.indicator
            quoted = quotes[period, detail]
            yield problem(edition.path, 0, "", "D06", token=f"{name} {period}", quoted=quoted)

    def _quotes(self, indicator: str) -> dict[tuple[str, str], str]:
        """Rows (period, detail) of an indicator that approved records quote, with one of them."""
        found: dict[tuple[str, str], str] = {}
        for kind in RECORD_TYPES:
            for edition in self._of_kind(kind):
                newest = next(self._candidates(edition, self._tally(edition)), None)
                if newest and isinstance(newest.value, Document):
                    for figure in newest.value.body.figures:
                        if figure.indicator == indicator:
                            for period in figure.periods:
                                found.setdefault((period, figure.detail), edition.id)
        return found

    def _checked_record(
        self,
        edition: Edition,
        known: Known,
        datasets: Mapping[str, Dataset],
        directions: Mapping[str, Direction],
    ) -> Edition:
        edition = check_references(edition, known)
        if not isinstance(edition.value, Document):
            return edition
        figures = edition.value.body.figures
        return with_problems(
            edition, unresolved_figures(figures, edition.path, datasets, directions)
        )

    def _indicators(self) -> dict[str, Indicator]:
        """Definitions of indicators by id: as written, or as last approved where that is broken."""
        found: dict[str, Indicator] = {}
        for edition in self._of_kind(Kind.INDICATOR):
            tally = self._tally(edition)
            for candidate in self._candidates(edition, tally, always=True):
                if isinstance(candidate.value, Document):
                    record = candidate.value.record
                    if isinstance(record, Indicator):
                        found.setdefault(edition.id, record)
                        break
        return found

    def _tally(self, edition: Edition) -> Tally:
        governance = self.content.governance
        required = governance.policy.kinds[edition.kind].full
        decisions = governance.decisions.get(edition.id, ())
        return count_decisions(decisions, required, governance.holders, self.as_of)

    def _judge_all(self, editions: Iterable[Edition]) -> None:
        for edition in editions:
            verdict = self._judge(edition)
            self.verdicts[edition.id] = verdict
            self.problems += edition.problems

    def _judge(self, edition: Edition) -> Verdict:
        tally = self._tally(edition)
        self.problems += tally.problems
        code = self._code(edition, tally)
        required = self.content.governance.policy.kinds[edition.kind].full
        waits_for = tally.next_role(edition.digest, required) if required else None
        is_draft = _is_draft(edition)
        verdict = Verdict(
            edition.id, edition.kind, edition.path, code, None, None, (), waits_for, is_draft
        )
        if tally.withdrawn:
            if self.desk.is_known(code):
                self.desk.admits(code, WITHDRAWN)
            day = tally.withdrawn.astimezone(JAKARTA).date()
            return replace(verdict, reasons=(problem(edition.path, 0, "", "P03", day=day),))
        chosen, reasons = self._choose(edition, tally, code)
        if chosen is None or chosen.digest != edition.digest:
            reasons += self._why_not_the_present(edition, waits_for, chosen is not None)
        approved = dict(tally.approved).get(chosen.digest) if chosen else None
        return replace(verdict, edition=chosen, approved=approved, reasons=tuple(reasons))

    def _choose(
        self, edition: Edition, tally: Tally, code: str
    ) -> tuple[Edition | None, list[Problem]]:
        """Return the newest approved edition that may be shown now, and why newer ones may not."""
        reasons: list[Problem] = []
        for candidate in self._candidates(edition, tally):
            if candidate.value is None:
                digest = candidate.digest[:12]
                reasons.append(problem(edition.path, 0, "", "P04", digest=digest))
                continue
            moment = _publish_after(candidate)
            if moment and moment > self.as_of:
                shown = moment.isoformat(timespec="seconds")
                reasons.append(problem(edition.path, 0, "jadwal_terbit", "P06", moment=shown))
                continue
            if self.desk.admits(code, candidate.digest) or self._is_first_table(edition, code):
                return candidate, reasons
            reasons.append(problem(edition.path, 0, "", "P05"))
        return None, reasons

    def _is_first_table(self, edition: Edition, code: str) -> bool:
        """A table that was never released is used all the same: nothing could be read without."""
        return edition.kind is Kind.TABLE and not self.desk.is_known(code)

    def _candidates(
        self, edition: Edition, tally: Tally, always: bool = False
    ) -> Iterator[Edition]:
        """Yield approved editions, newest approval first; `value` is None where bytes are lost.

        Where the policy asks nobody, the valid present file comes first, then earlier releases.
        With `always`, the present file comes first whoever approved it.
        """
        root, kind = self.content.root, edition.kind
        policy = self.content.governance.policy.kinds[kind].full
        digests = [digest for digest, _ in reversed(tally.approved)]
        if not policy:
            rows = self.desk.log.get(self._code(edition, tally), ())
            digests = [Digest(r.edition) for r in reversed(rows) if r.edition != WITHDRAWN]
        if (not policy or always) and edition.value is not None:
            yield edition
        for digest in dict.fromkeys(digests):
            if digest == edition.digest and edition.value is not None:
                if policy:
                    yield edition
                continue
            archived = read_archived(root, kind, edition.id, digest)
            yield _with_open_lines(archived, edition) if archived else _lost(edition, digest)

    def _why_not_the_present(
        self, edition: Edition, waits_for: Role | None, has_public: bool
    ) -> list[Problem]:
        if edition.problems or not waits_for:
            return []
        if _is_draft(edition):
            return [problem(edition.path, 0, "", "P08")]
        code = "P02" if has_public else "P01"
        return [problem(edition.path, 0, "", code, role=waits_for, id=edition.id)]

    def _code(self, edition: Edition, tally: Tally) -> str:
        """Return the code of the release log: ULID, `<ULID>#data`, or `tabel-<nama>`."""
        if edition.kind is Kind.TABLE:
            return edition.id
        if edition.kind is Kind.DATASET:
            indicator = self.content.editions.get(edition.id.removeprefix("capaian-"))
            return f"{self._record_code(indicator)}#data" if indicator else ""
        return self._record_code(edition)

    def _record_code(self, edition: Edition) -> str:
        if isinstance(edition.value, Document):
            return str(edition.value.record.code)
        for digest, _ in reversed(self._tally(edition).approved):
            archived = read_archived(self.content.root, edition.kind, edition.id, digest)
            if archived and isinstance(archived.value, Document):
                return str(archived.value.record.code)
        return ""


def _tables(verdicts: Iterable[Verdict]) -> Tables:
    rows: list[object] = [
        row
        for verdict in verdicts
        if verdict.edition and isinstance(verdict.edition.value, tuple)
        for row in verdict.edition.value
    ]
    return Tables(
        {row.id: row for row in rows if isinstance(row, Unit)},
        {row.id: row for row in rows if isinstance(row, Measure)},
        {row.id: row for row in rows if isinstance(row, Source)},
    )


def _lost(edition: Edition, digest: Digest) -> Edition:
    return replace(edition, digest=digest, value=None, problems=())


def _with_open_lines(archived: Edition, present: Edition) -> Edition:
    """Take `status` and `biaya`, which no approval covers, from the present file."""
    if not (isinstance(archived.value, Document) and isinstance(present.value, Document)):
        return archived
    now: Record = present.value.record
    record = archived.value.record.model_copy(update={"status": now.status, "cost": now.cost})
    return replace(archived, value=replace(archived.value, record=record))


def _publish_after(edition: Edition) -> datetime | None:
    return edition.value.record.publish_after if isinstance(edition.value, Document) else None


def _is_draft(edition: Edition) -> bool:
    value = edition.value
    return isinstance(value, Document) and value.record.status is Status.DRAFT
