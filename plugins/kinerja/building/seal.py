"""The seal on a finished build: manifest, second decision from the files."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kinerja.approval.gate import Decided, decide
from kinerja.approval.signing import ssh_sign
from kinerja.approval.trust import read_trusted
from kinerja.disk import write_new
from kinerja.model.portal import Content
from kinerja.model.signers import Namespace

from .announced import MANIFEST, announcement
from .faults import SealBroken
from .inputs import LIBRARIES, look, versions
from .settings import BuildSettings


def manifest(
    files: Mapping[str, str], settings: BuildSettings, content: Content, decided: Decided
) -> bytes:
    """Return `manifes.json`: every file with SHA-256, as-of day, versions, editions, decisions."""
    document = {
        "versi": 1,
        "situs": settings.site.url,
        "contoh": bool(settings.site.notice),
        "hari": settings.as_of.date().isoformat(),
        "perangkat": {
            "python": ".".join(map(str, sys.version_info[:3])),
            **{name: versions()[name] for name in LIBRARIES},
        },
        "edisi": {
            key: {"kode": decided.verdicts[key].code, "sidik": digest}
            for key, digest in decided.public.items()
        },
        **announcement(content, decided, settings.as_of),
        "berkas": dict(sorted(files.items())),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def decide_again(settings: BuildSettings, content: Content, decided: Decided, seen: str) -> None:
    """Decide once more from the files. Raises SealBroken where something else comes of it.

    `seen` is the digest of the stamps that the content had before it was read: with the same one
    nothing is read again, and with nothing released the same decision is not made twice.
    """
    is_same = bool(seen) and seen == look(settings.content)
    if is_same and not decided.minted:
        return
    now = content
    if not is_same:
        now = read_trusted(settings.content, settings.as_of.date(), settings.trust)
    before, again = shown(decided), dict[str, tuple[str, str]]()
    if not now.stopping and now.releases == content.releases:
        with_minted = replace(now, releases=(*now.releases, *decided.minted))
        again = shown(decide(with_minted, settings.as_of, mint=False))
    if again != before:
        changed = sorted(key for key in {*again, *before} if again.get(key) != before.get(key))
        raise SealBroken(", ".join(changed))


def seal(folder: Path, data: bytes, key: str) -> None:
    """Write the manifest, and its signature by that key. Raises SigningFailed."""
    write_new(folder / MANIFEST, data)
    if key:
        armour = ssh_sign(data, key, Namespace.MANIFEST)
        write_new(folder / f"{MANIFEST}.sig", armour.encode())


def shown(decided: Decided) -> dict[str, tuple[str, str]]:
    """Return digest and folder of every public edition, in the content itself or in the archive.

    And of every review of the ledger whether it counts. Attachments are copied from that folder
    while pages are written, so it may not change either.
    """
    return {
        key: (verdict.edition.digest, verdict.edition.root)
        for key, verdict in decided.verdicts.items()
        if verdict.edition
    } | {
        f"biaya-{batch.year}@{batch.moment}": (batch.edition, batch.state)
        for batch in decided.ledger.batches
    }
