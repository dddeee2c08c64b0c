"""Which approved editions a record has, the newest first; shared by every step of the gate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Role
from kinerja.model.portal import Content
from kinerja.model.records import Kind, Record
from kinerja.reading.files import list_files
from kinerja.reading.layout import archive_folder, record_at

from .archive import gone_editions, read_archived
from .releases import WITHDRAWN, ReleaseDesk
from .tally import Tally, count_decisions


@dataclass(frozen=True, slots=True)
class Bench:
    """What all questions about approval are answered from.

    `gone` are files no longer there. `claims` says which present record has a code that was not
    released yet. `tallies` only saves counting twice; `carriers` notes which record is public
    under a code, so that no two are.
    """

    content: Content
    as_of: datetime
    desk: ReleaseDesk
    gone: tuple[Edition, ...]
    claims: Mapping[str, str]
    tallies: dict[str, Tally] = field(default_factory=dict)
    carriers: dict[str, str] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> list[Edition]:
        """Return present editions of a kind, and those gone from their place, sorted by id."""
        found = [e for e in (*self.content.editions.values(), *self.gone) if e.kind is kind]
        return sorted(found, key=lambda e: e.id)

    def required(self, kind: Kind) -> tuple[Role, ...]:
        """Return the roles that approve a kind; none: valid is approved."""
        return self.content.governance.policy.kinds[kind].full

    def tally(self, edition: Edition) -> Tally:
        """Count the decisions on a record, once."""
        if edition.id in self.tallies:
            return self.tallies[edition.id]
        governance = self.content.governance
        decisions = governance.decisions.get(edition.id, ())
        required = self.required(edition.kind)
        tally = count_decisions(decisions, required, governance.holders, self.as_of)
        self.tallies[edition.id] = tally
        return tally

    def code(self, edition: Edition) -> str:
        """Return the code of the release log: a ULID, `<ULID>#data`, `tabel-<nama>`, or ''."""
        if edition.kind is Kind.TABLE:
            return edition.id
        if edition.kind is Kind.DATASET:
            code = self._approved_code(edition.id.removeprefix("capaian-"))
            return f"{code}#data" if code else ""
        code = self._approved_code(edition.id)
        if not code and isinstance(edition.value, Document):
            return str(edition.value.record.code)
        return code

    def _approved_code(self, record_id: str) -> str:
        """Return the code of a record as it was approved last, '' where nothing was."""
        gone = next((e for e in self.gone if e.id == record_id), None)
        record = self.content.editions.get(record_id, gone)
        for candidate in self.candidates(record) if record else ():
            if isinstance(candidate.value, Document):
                return str(candidate.value.record.code)
        return ""

    def owner(self, code: str) -> str:
        """Return the id of the record that was released first under a code, '' for none.

        Read from the archive: a digest covers the path, so nobody can claim that of another.
        """
        for row in self.desk.log.get(code, ()):
            files, _ = list_files(archive_folder(self.content.root, row.edition))
            for found in map(record_at, files):
                if found:
                    return found[1]
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
            if digest == edition.digest and edition.value is not None:
                yield edition
            else:
                yield self._archived(edition, digest)

    def _archived(self, present: Edition, digest: Digest) -> Edition:
        found = read_archived(self.content.root, present.kind, present.id, digest)
        if found is None:
            return replace(present, digest=digest, value=None, problems=())
        return _with_open_lines(found, present)


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
