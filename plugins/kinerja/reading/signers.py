"""`tata-kelola/penanda.allowed_signers` and `penanda.dicabut`: the keys of OpenSSH, read strictly.

Of the format that ssh-keygen reads, only what it and this portal understand alike is allowed:
one person a line without wildcards, `namespaces`, dates, and an Ed25519 key.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kinerja.model.fields import MAILBOX
from kinerja.model.governance import JAKARTA
from kinerja.model.signers import Namespace, Signer, Signers
from tabular.problems import Problem, problem

from .files import read_text

SIGNERS_PATH = "tata-kelola/penanda.allowed_signers"
REVOKED_PATH = "tata-kelola/penanda.dicabut"

LINE = re.compile(
    r'(?P<person>[^\s,"*?!]+) (?P<options>namespaces="[^"]*"(?:,valid-(?:after|before)="\d+")*) '
    r"(?P<key>ssh-ed25519 [A-Za-z0-9+/]+=*)(?: .*)?",
    re.ASCII,
)
OPTION = re.compile(r'([a-z-]+)="([^"]*)"')
KEY = re.compile(r"(ssh-ed25519 [A-Za-z0-9+/]+=*)(?: .*)?", re.ASCII)
ED25519_LENGTH = 51
"""Bytes of an Ed25519 key in the wire format: two lengths, the name, 32 bytes (RFC 8709)."""

DATES = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
"""Forms of `valid-after` and `valid-before`; read as times in Jakarta."""


def read_signers(root: Path) -> tuple[Signers, list[Problem]]:
    """Read both files; absent files allow and revoke nothing."""
    by_key: dict[str, tuple[Signer, ...]] = {}
    lines, problems = _lines(root, SIGNERS_PATH)
    for number, line in lines:
        signer = _parse_signer(line)
        if signer is None:
            problems.append(problem(SIGNERS_PATH, number, "", "G08"))
        else:
            by_key[signer.key] = (*by_key.get(signer.key, ()), signer)
    revoked: set[str] = set()
    lines, faults = _lines(root, REVOKED_PATH)
    problems += faults
    for number, line in lines:
        found = KEY.fullmatch(line)
        if not found or not _is_key(found[1]):
            problems.append(problem(REVOKED_PATH, number, "", "G09"))
        else:
            revoked.add(found[1])
    return Signers(by_key, frozenset(revoked)), problems


def _lines(root: Path, path: str) -> tuple[list[tuple[int, str]], list[Problem]]:
    """Return the numbered lines that are neither empty nor comments."""
    if not (root / path).exists() and not (root / path).is_symlink():
        return [], []
    _, text, problems = read_text(root, path)
    numbered: Iterable[tuple[int, str]] = enumerate(text.split("\n"), 1)
    return [(n, line) for n, line in numbered if line and not line.startswith("#")], problems


def _parse_signer(line: str) -> Signer | None:
    found = LINE.fullmatch(line)
    if not found or not MAILBOX.fullmatch(found["person"]) or not _is_key(found["key"]):
        return None
    pairs = OPTION.findall(found["options"])
    options = dict(pairs)
    namespaces = frozenset(options["namespaces"].split(","))
    try:
        first, last = (_moment(options.get(name)) for name in ("valid-after", "valid-before"))
    except (KeyError, ValueError):
        return None
    if len(options) < len(pairs) or not namespaces <= set(Namespace):
        return None
    return Signer(found["person"], namespaces, found["key"], first, last)


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    return datetime.strptime(text, DATES[len(text)]).replace(tzinfo=JAKARTA)


def _is_key(key: str) -> bool:
    """Whether the base64 is the one way to write a key of the type before it."""
    name, _, text = key.partition(" ")
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return False
    prefix = len(name).to_bytes(4, "big") + name.encode() + (32).to_bytes(4, "big")
    return len(data) == ED25519_LENGTH and data.startswith(prefix)
