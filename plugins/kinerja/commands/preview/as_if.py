"""Content as if all that is valid were approved, and the banner that says so.

The gate itself decides, on content to which approvals were added in memory; nothing in `approval`
or `building` knows of it.
"""

from dataclasses import replace
from datetime import datetime

from kinerja.building.faults import UnplannedPage
from kinerja.model.documents import Document, Edition
from kinerja.model.governance import SMALL_POLICY, Act, Holder, Role, Signing
from kinerja.model.portal import Content
from kinerja.model.records import Record

from .choices import made

MAIN = b"<main"
BANNER = (
    b'<aside class="pemberitahuan" aria-label="Pratinjau"><div class="wadah"><b>Pratinjau: belum '
    b"disetujui.</b> Hanya di komputer ini; tanggal dan keterangan persetujuan di halaman ini "
    b'belum berlaku. <a href="/tinjau/">Tinjau dan putuskan</a></div></aside>\n'
)
STEPS = {Act.SUBMIT: Role.AUTHOR, Act.APPROVE: Role.RESPONSIBLE}
HOLDERS = {role: Holder(person=f"{role}@pratinjau.invalid", role=role) for role in STEPS.values()}


def as_if_approved(content: Content, moment: datetime) -> Content:
    """Return the content as if whatever has no mistakes had been approved at `moment`.

    By the policy `kecil`, unsigned; nothing waits for its time; what was withdrawn stays so.
    """
    governance, kinds = content.governance, SMALL_POLICY.kinds
    editions = {key: _at_once(edition) for key, edition in content.editions.items()}
    decisions = dict(governance.decisions)
    for key, edition in editions.items():
        if edition.value is not None and kinds[edition.kind].full:
            new = (made(edition, a, r, HOLDERS[r].person, moment, "-") for a, r in STEPS.items())
            decisions[key] = (*decisions.get(key, ()), *new)
    small = {"kinds": kinds, "signing": Signing.NOT_REQUIRED}
    approved = replace(
        governance,
        policy=governance.policy.model_copy(update=small),
        holders=(*governance.holders, *HOLDERS.values()),
        decisions=decisions,
    )
    return replace(content, editions=editions, governance=approved)


def _at_once(edition: Edition) -> Edition:
    if not isinstance(edition.value, Document):
        return edition
    return replace(edition, value=at_once(edition.value))


def at_once(document: Document[Record]) -> Document[Record]:
    """Return a document that waits for no time."""
    record = document.record.model_copy(update={"publish_after": None})
    return replace(document, record=record)


def with_banner(page: bytes) -> bytes:
    """Return a page with the banner above its content. Raises UnplannedPage where it has none."""
    if MAIN not in page:
        raise UnplannedPage("tanpa <main>")
    return page.replace(MAIN, BANNER + MAIN, 1)
