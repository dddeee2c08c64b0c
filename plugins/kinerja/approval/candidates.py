"""Which approved editions a record has, the newest first; shared by every step of the gate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Role
from kinerja.model.portal import Content
from kinerja.model.records import RECORD_TYPES, Kind, Record
from kinerja.model.tables import Unit

from .archive import find_archived, gone_editions, read_archived
from .releases import WITHDRAWN, ReleaseDesk
from .rules import Terms
from .tally import Tally, count_decisions
from .terms import terms_of


@dataclass(frozen=True, slots=True)
class Bench:
    """What all questions about approval are answered from.

    `gone` are files no longer there. `claims` says which present record has a code that was not
    released yet. `tallies` only saves counting twice; `carriers` notes which record is public
    under a code, so that no two are. `units` are those in use, known once tables are decided.
    """

    content: Content
    as_of: datetime
    desk: ReleaseDesk
    gone: tuple[Edition, ...]
    claims: Mapping[str, str]
    tallies: dict[str, Tally] = field(default_factory=dict)
    carriers: dict[str, str] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> list[Edition]:
        """Return present editions of a kind, and those gone from their place, sorted by id."""
        found = [e for e in (*self.content.editions.values(), *self.gone) if e.kind is kind]
        return sorted(found, key=lambda e: e.id)

    def required(self, kind: Kind) -> tuple[Role, ...]:
        """Return the roles that approve a kind; none: valid is approved."""
        return self.content.governance.policy.kinds[kind].full

    def tally(self, edition: Edition) -> Tally:
        """Count the decisions on a record, once."""
        if edition.id not in self.tallies:
            decisions = self.content.governance.decisions.get(edition.id, ())
            self.tallies[edition.id] = count_decisions(decisions, self.terms(edition), self.as_of)
        return self.tallies[edition.id]

    def terms(self, edition: Edition) -> Terms:
        """Return under what terms decisions on a record count."""
        unit = ""
        if edition.kind is Kind.DATASET:
            record = self._approved(edition.id.removeprefix("capaian-"))
            unit = record.unit if record else ""
        return terms_of(edition, self.content, self.units, unit)

    def code(self, edition: Edition) -> str:
        """Return the code of the release log: a ULID, `<ULID>#data`, `tabel-<nama>`, or ''."""
        if edition.kind is Kind.TABLE:
            return edition.id
        if edition.kind is Kind.DATASET:
            record = self._approved(edition.id.removeprefix("capaian-"))
            return f"{record.code}#data" if record else ""
        record = self._approved(edition.id)
        if record is None and isinstance(edition.value, Document):
            record = edition.value.record
        return str(record.code) if record else ""

    def _approved(self, record_id: str) -> Record | None:
        """Return a record as it was approved last, None where nothing was."""
        gone = next((e for e in self.gone if e.id == record_id), None)
        present = self.content.editions.get(record_id, gone)
        for candidate in self.candidates(present) if present else ():
            if isinstance(candidate.value, Document):
                return candidate.value.record
        return None

    def owner(self, code: str) -> str:
        """Return the id of the record that was released first under a code, '' for none.

        Read from the archive: a digest covers the path, so nobody can claim that of another. The
        code of an erased record stays its own.
        """
        for erased in self.content.governance.erasures:
            if erased.code == code:
                return erased.record
        for row in self.desk.log.get(code, ()):
            if found := find_archived(self.content.root, Digest(row.edition)):
                return found.id
        return ""

    def other_owner(self, edition: Edition) -> str:
        """Return the id of the other record that an edition's code belongs to, '' for none."""
        if not isinstance(edition.value, Document):
            return ""
        code = str(edition.value.record.code)
        released = [row.edition for row in self.desk.log.get(code, ())]
        first = edition.id if edition.digest in released else self.owner(code)
        found = first or self.carriers.get(code) or self.claims.get(code, edition.id)
        return found if found != edition.id else ""

    def candidates(self, edition: Edition) -> Iterator[Edition]:
        """Yield approved editions, newest approval first; `value` is None where bytes are lost.

        Where the policy asks nobody, the valid present file comes first, then earlier releases.
        """
        required = self.required(edition.kind)
        if required:
            digests = [digest for digest, _ in reversed(self.tally(edition).approved)]
        else:
            rows = self.desk.log.get(self.code(edition), ())
            digests = [Digest(r.edition) for r in reversed(rows) if r.edition != WITHDRAWN]
            if edition.value is not None:
                digests.insert(0, edition.digest)
        for digest in dict.fromkeys(digests):
            yield self.edition_of(edition, digest)

    def last_released(self, edition: Edition) -> Edition | None:
        """Return what the public saw last of a record that was withdrawn; None if nothing."""
        rows = self.desk.log.get(self.code(edition), ())
        digests = [Digest(row.edition) for row in rows if row.edition != WITHDRAWN]
        return self._archived(edition, digests[-1]) if digests else None

    def edition_of(self, present: Edition, digest: Digest) -> Edition:
        """Return the edition of a digest: the present file, or from the archive."""
        is_present = digest == present.digest and present.value is not None
        return present if is_present else self._archived(present, digest)

    def _archived(self, present: Edition, digest: Digest) -> Edition:
        """Return an approved edition from the archive.

        A file that was moved to the folder of another kind takes nothing down, as long as both
        kinds are approved alike: decisions were counted by the kind of the present file.
        """
        kinds = self.content.governance.policy.kinds
        alike = [kind for kind in RECORD_TYPES if kinds[kind] == kinds[present.kind]]
        for kind in dict.fromkeys((present.kind, *alike)):
            if found := read_archived(self.content.root, kind, present.id, digest):
                return _with_open_lines(found, present)
        return replace(present, digest=digest, value=None, problems=())


def open_bench(content: Content, as_of: datetime, desk: ReleaseDesk) -> Bench:
    """Make the bench; looks once for approved files that are gone."""
    return Bench(content, as_of, desk, tuple(gone_editions(content, desk.log)), _claims(content))


def _claims(content: Content) -> dict[str, str]:
    """Return code -> id of the first present record with it.

    A record with decisions of its own comes before one without, then the order of paths counts.
    """
    decided = content.governance.decisions
    claims: dict[str, str] = {}
    for edition in sorted(content.editions.values(), key=lambda e: (e.id not in decided, e.path)):
        if isinstance(edition.value, Document):
            claims.setdefault(str(edition.value.record.code), edition.id)
    return claims


def _with_open_lines(archived: Edition, present: Edition) -> Edition:
    """Take `status` and `biaya`, which no approval covers, from the present file."""
    if not (isinstance(archived.value, Document) and isinstance(present.value, Document)):
        return archived
    now: Record = present.value.record
    record = archived.value.record.model_copy(update={"status": now.status, "cost": now.cost})
    return replace(archived, value=replace(archived.value, record=record))
