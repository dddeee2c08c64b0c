"""Governance that can be trusted: each of its files signed by the key that the settings name.

Who edits policy, roles or keys without that key opens nothing: the build stops (approval.md,
Trust). The settings lie outside the content, where units do not write.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kinerja.model.documents import Edition
from kinerja.model.fields import Digest
from kinerja.model.governance import Decision, Erasure
from kinerja.model.portal import Content
from kinerja.model.signers import Namespace
from kinerja.reading.content import read_content
from kinerja.reading.files import list_files, read_bytes, read_text
from tabular.problems import Problem, problem

from .releases import WITHDRAWN
from .signatures import signing_key
from .tally import count_decisions
from .terms import terms_of

FOLDER = "tata-kelola"


@dataclass(frozen=True, slots=True)
class Trust:
    """What the settings say: fingerprint of the root key ('' for none), keys that are refused.

    And the address of the site, on which the length of posts hangs.
    """

    root: str = ""
    refused: frozenset[str] = frozenset()
    site: str = ""


def read_trusted(root: Path, day: date, trust: Trust) -> Content:
    """Read the content; governance that is not trusted stops everything."""
    content = replace(read_content(root, day), site=trust.site)
    found = [*governance_problems(root, content, trust), *erasure_problems(content)]
    return (
        replace(content, stopping=tuple(sorted({*content.stopping, *found}))) if found else content
    )


def governance_problems(root: Path, content: Content, trust: Trust) -> Iterable[Problem]:
    """Every file of `tata-kelola/` is signed by the root key, and no refused key may sign."""
    signers = content.governance.signers
    keys = {key: fingerprint(key) for key in signers.by_key}
    for key, signer in signers.by_key.items():
        if keys[key] in trust.refused:
            path = f"{FOLDER}/penanda.allowed_signers"
            yield problem(path, 0, "", "G13", person=signer[0].person)
    if not trust.root:
        return
    if trust.root in trust.refused:
        yield problem(FOLDER, 0, "", "G13", person=trust.root)
    files, _ = list_files(root, FOLDER)
    for path in files:
        if not path.endswith(".sig"):
            data, _ = read_bytes(root, path)
            _, armour, _ = (
                read_text(root, f"{path}.sig") if f"{path}.sig" in files else (b"", "", [])
            )
            key = signing_key(data, armour, Namespace.GOVERNANCE)
            if not key or fingerprint(key) != trust.root:
                code = "G11" if armour else "G12"
                yield problem(path, 0, "", code, key=trust.root)
    for name in ("kebijakan.yaml", "peran.yaml"):
        if f"{FOLDER}/{name}" not in files:
            yield problem(f"{FOLDER}/{name}", 0, "", "G12", key=trust.root)


def erasure_problems(content: Content) -> Iterable[Problem]:
    """A note of an erasure counts only with a decision behind it, and for that record's code."""
    for erased in content.governance.erasures:
        if erasing(content, erased) is None:
            path = f"persetujuan/dihapus/{erased.record}.json"
            yield problem(path, 0, "", "G16", reason="tarik")


def erasing(content: Content, erased: Erasure) -> Decision | None:
    """Return the `tarik` that erased a record, whosever unit it was, or None where none counts.

    What was released under its code was handed in for this record: nobody erases another one.
    """
    governance = content.governance
    units = frozenset(holder.unit for holder in governance.holders if holder.unit)
    nothing = Edition(erased.record, erased.type, "", Digest(""), None)
    terms = replace(terms_of(nothing, content, {}, ""), above=lambda _: units)
    tally = count_decisions(governance.decisions.get(erased.record, ()), terms, erased.time)
    own = {WITHDRAWN, *(decision.digest for decision in tally.submitted)}
    is_own = all(row.edition in own for row in content.releases if row.code == erased.code)
    return tally.withdrawn if is_own else None


def fingerprint(key: str) -> str:
    """Return `SHA256:...` of a key `ssh-ed25519 <base64>`, as `ssh-keygen -l` prints it."""
    data = base64.b64decode(key.partition(" ")[2])
    return "SHA256:" + base64.b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
