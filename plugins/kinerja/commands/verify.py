"""`invoke verify`: hold published bytes against their manifest, or against a build of one's own."""

import hashlib
import json
import tempfile
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

from rich.console import Console

from kinerja.building.announced import MANIFEST
from kinerja.building.faults import ContentStops, SealBroken

from .build import build_site
from .guard import guarded
from .words import console, say

SECONDS = 30
MAX_BYTES = 1024 * 1024 * 1024
"""Of an answer: the manifest of 100,000 publications has nearly 100 MB."""


@guarded
def run(manifest: str, site: str, rebuild: bool, content: str) -> int:
    """Compare; 0 all the same, 1 something differs, 2 it cannot be compared.

    `manifest` is a file or an address; `site` a folder or an address, '' for where the manifest
    lies. With `rebuild` the site is built from the content alone, without any cache, as of the
    manifest's day, and the bytes of that build are compared with the manifest.
    """
    terminal = console()
    try:
        found = json.loads(_read(manifest))
        files = {str(path): str(digest) for path, digest in found["berkas"].items()}
    except (OSError, HTTPException, ValueError, KeyError, TypeError, AttributeError) as error:
        terminal.print(say("no-manifest", path=manifest, reason=error))
        return 2
    if rebuild:
        return _compare_build(terminal, found, files, content)
    place = site or manifest.rpartition("/")[0] or "."
    wrong = [path for path, digest in files.items() if _digest(f"{place}/{path}") != digest]
    wrong += _further(place, files)
    return _say(terminal, wrong, len(files))


def _compare_build(
    terminal: Console, manifest: dict[str, Any], files: dict[str, str], content: str
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        overrides = {
            "PATH": str(Path(content).absolute()),
            "OUTPUT_PATH": f"{folder}/output",
            "CACHE_PATH": f"{folder}/cache",  # nothing that was made before proves itself
            "AS_OF": str(manifest.get("hari", "")),
            "SITEURL": str(manifest.get("situs", "")),
            "MINT_RELEASES": False,
        }
        try:
            build_site(overrides, terminal)
        except (ContentStops, SealBroken) as error:
            terminal.print(say("no-rebuild", reason=error))
            return 2
        built = json.loads(Path(folder, "output", MANIFEST).read_bytes())["berkas"]
    wrong = sorted(path for path in {*files, *built} if files.get(path) != built.get(path))
    return _say(terminal, wrong, len(files))


def _say(terminal: Console, wrong: list[str], count: int) -> int:
    for path in wrong:
        terminal.print(f"  {path}")
    terminal.print(say("differs", count=len(wrong)) if wrong else say("same", count=count))
    return 1 if wrong else 0


def _further(place: str, files: dict[str, str]) -> list[str]:
    """Return files of a folder that the manifest does not know."""
    folder = Path(place)
    if not folder.is_dir():
        return []
    known = {*files, MANIFEST, f"{MANIFEST}.sig"}
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if path not in known)


def _digest(place: str) -> str:
    """Return the SHA-256 of a file or an address, '' where it cannot be read."""
    try:
        return hashlib.sha256(_read(place)).hexdigest()
    except (OSError, HTTPException):
        return ""


def _read(place: str) -> bytes:
    """Return the bytes of a file or an address. Raises OSError, HTTPException."""
    if not place.startswith(("https://", "http://")):
        return Path(place).read_bytes()
    with urllib.request.urlopen(quote(place, safe=":/%"), timeout=SECONDS) as answer:
        data: bytes = answer.read(MAX_BYTES)
        return data
