"""What is sent: the files of a finished build, held against its manifest, and compressed copies."""

import gzip
import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import brotli

from kinerja.approval.signatures import signing_key
from kinerja.approval.trust import fingerprint
from kinerja.building.announced import MANIFEST, Announced, parse_announced
from kinerja.commands.guard import Refused
from kinerja.disk import link_or_write, write_new
from kinerja.model.signers import Namespace

SEAL = f"{MANIFEST}.sig"
TEXT = (".css", ".csv", ".html", ".js", ".json", ".map", ".opml", ".svg", ".txt", ".vtt", ".xml")
"""What a web server finds compressed beside the file, where that is smaller."""

LEAST = 1024

WAYS: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": partial(gzip.compress, compresslevel=9, mtime=0),
    ".br": partial(brotli.compress, quality=5),
}
"""Suffix of a compressed copy -> how it is made, to the same bytes each time."""


def read_seal(site: Path) -> tuple[Announced, str]:
    """Return the manifest of a build, and the fingerprint of the key that sealed it, '' for none.

    Raises Refused where there is no build, or its seal was made for other bytes.
    """
    try:
        data = (site / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise Refused("no-output", {"path": site}) from None
    if not (site / SEAL).exists():
        return parse_announced(data), ""
    armour = (site / SEAL).read_text("ascii", errors="replace")
    key = signing_key(data, armour, Namespace.MANIFEST)
    if not key:
        raise Refused("broken-seal", {"path": site / SEAL})
    return parse_announced(data), fingerprint(key)


def pack(site: Path, files: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Link a build into a folder, with compressed copies; return path -> SHA-256 of all that is.

    Raises Refused where the build is not what its manifest says, OSError.
    """
    digests: dict[str, str] = {}
    sealed = [name for name in (MANIFEST, SEAL) if (site / name).exists()]
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    wrong = sorted(found ^ {*files, *sealed})
    for name in [*files, *sealed]:
        if name in wrong:
            continue
        data = (site / name).read_bytes()
        digests[name] = hashlib.sha256(data).hexdigest()
        if digests[name] != files.get(name, digests[name]):
            wrong.append(name)
        link_or_write(folder / name, data, site / name)
        if name.endswith(TEXT) and len(data) >= LEAST:
            for suffix, compress in WAYS.items():
                if len(packed := compress(data)) < len(data):
                    write_new(folder / f"{name}{suffix}", packed)
                    digests[f"{name}{suffix}"] = hashlib.sha256(packed).hexdigest()
    if wrong:
        raise Refused("output-differs", {"count": len(wrong), "path": wrong[0]})
    return digests
