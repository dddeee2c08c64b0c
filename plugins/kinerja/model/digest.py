"""Digests that a stranger recomputes with sed and sha256sum (docs/approval.md, "Sidik")."""

import hashlib
from collections.abc import Mapping

from .fields import Digest

OPEN_LINES = (b"status:", b"biaya:")
"""Beginnings of front-matter lines that an approval does not cover: read from the present file."""


def record_digest(path: str, source: bytes, attachments: Mapping[str, str]) -> Digest:
    """Return the `sidik` of a record: SHA-256 of the sorted lines `<sha256>  <path>`.

    `source` is the record's file; `attachments` maps paths to SHA-256 in hexadecimal. All paths
    are relative to `content/`. Same as `sha256sum` piped through `LC_ALL=C sort`.
    """
    hashes = {path: sha256(covered_bytes(source)), **attachments}
    lines = sorted(f"{digest}  {name}\n".encode() for name, digest in hashes.items())
    return sha256(b"".join(lines))


def covered_bytes(source: bytes) -> bytes:
    r"""Return a record without its front-matter lines `status:` and `biaya:`.

    Same as `sed '2,/^---$/{/^\(status\|biaya\):/d}'`.
    """
    lines = source.split(b"\n")
    end = next((n for n, line in enumerate(lines) if n >= 2 and line == b"---"), len(lines))
    return b"\n".join(
        line for n, line in enumerate(lines) if not (0 < n < end and line.startswith(OPEN_LINES))
    )


def sha256(data: bytes) -> Digest:
    """Return the SHA-256 of bytes in lower-case hexadecimal."""
    return Digest(hashlib.sha256(data).hexdigest())
