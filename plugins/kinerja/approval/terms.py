"""Under what terms decisions on one record count: policy, holders, its unit, its figures."""

from collections.abc import Mapping
from functools import cache

from kinerja.model.documents import Document, Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Decision, Signing
from kinerja.model.portal import Content
from kinerja.model.records import Kind, Record
from kinerja.model.signers import Namespace
from kinerja.model.tables import Unit
from kinerja.reading.governance import signed_part

from .facts import About, Facts, archived_facts, read_facts
from .rules import Terms
from .signatures import is_signed_by


def terms_of(edition: Edition, content: Content, units: Mapping[str, Unit], unit: str) -> Terms:
    """Return the terms for a record, dataset or table; `unit` answers for a dataset, '' for none.

    `units` is the table in use, not the one somebody is writing: who is above whom decides who
    may approve.
    """
    governance, root = content.governance, content.root

    @cache
    def facts(digest: Digest) -> Facts:
        if digest == edition.digest and edition.root == str(root):
            return read_facts(root, edition.path, digest) or Facts()
        return archived_facts(root, edition.id, digest) or Facts()

    def about(digest: Digest) -> About:
        if edition.kind in (Kind.TABLE, Kind.DATASET):
            return About(unit)
        if digest == edition.digest and isinstance(edition.value, Document):
            record: Record = edition.value.record
            return About(record.unit, record.urgent is not None)
        return facts(digest).about

    @cache
    def figures(digest: Digest) -> frozenset[str]:
        return facts(digest).figures

    def above(unit_id: str) -> frozenset[str]:
        return units_above(unit_id, units)

    def is_signed(decision: Decision) -> bool:
        if decision.signature is None and governance.policy.signing is Signing.NOT_REQUIRED:
            return True
        line, armour = signed_part(decision), decision.signature or ""
        person, moment = decision.person, decision.time
        return is_signed_by(person, line, armour, Namespace.DECISION, moment, governance.signers)

    paths = governance.policy.kinds[edition.kind]
    return Terms(paths, governance.mailboxes, about, figures, above, is_signed)


def units_above(unit_id: str, units: Mapping[str, Unit]) -> frozenset[str]:
    """Return a unit with those above it, and of each that was closed the one that follows it."""
    found: set[str] = set()
    waiting = [unit_id]
    while waiting:
        unit = units.get(waiting.pop())
        if unit and unit.id not in found:
            found.add(unit.id)
            waiting += filter(None, (unit.parent, unit.successor))
    return frozenset(found)
