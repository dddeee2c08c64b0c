"""Whether a build would find everything as the last one left it: said before Pelican starts.

Beside the builds of an output lies what the last one was made from: stamps of content, code,
theme and settings, the time for which it holds, the stamps of its own files, and what was said.
Whatever cannot be known for certain is a change.
"""

import ast
import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kinerja.secret import is_ours, mac

from .inputs import look, stamps

if TYPE_CHECKING:
    from .site import BuildReport

PROJECT = Path(__file__).resolve().parents[3]
STATE = "state.json"
PLAIN = {"sys", "pathlib", "jinja2", "kinerja"}
"""What settings may import and still be known by the bytes of their file."""

LOOKING = {"open", "read_text", "read_bytes", "iterdir", "glob", "stat", "exists"}


class Asked(NamedTuple):
    """What `invoke build` was asked for, and the language in which it speaks."""

    content: Path
    output: Path
    as_of: str
    release: bool
    language: str

    @property
    def state(self) -> Path:
        """The file beside the builds of the output."""
        return self.output.parent / ".builds" / self.output.name / STATE


def find_inputs(asked: Asked) -> str | None:
    """Return the digest of all that a build is made from; None where nobody could tell later."""
    settings = PROJECT / "pelicanconf.py"
    try:
        found = [look(folder) for folder in (asked.content, PROJECT / "plugins", PROJECT / "theme")]
        source = settings.read_bytes()
        libraries = sorted(os.listdir(sysconfig.get_path("purelib")))
    except OSError:
        return None
    if None in found or not _is_plain(source):
        return None
    who = (str(asked.content), asked.release, asked.language, sys.version, libraries)
    whole = repr(([sorted(each.items()) for each in found if each], who)).encode()
    return hashlib.sha256(source + whole).hexdigest()


def _is_plain(source: bytes) -> bool:
    """Whether settings depend on their own text alone, as far as one can see."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
    names = {n.id for n in nodes if isinstance(n, ast.Name)}
    names |= {n.attr for n in nodes if isinstance(n, ast.Attribute)}
    imported = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    imported |= {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}
    return not names & LOOKING and {name.partition(".")[0] for name in imported} <= PLAIN


def remember(asked: Asked, inputs: str | None, report: "BuildReport", said: str) -> None:
    """Note what the build that just ended was made from, unless it will be another one next time.

    That is so where it released something, or where a release waits for the next second.
    """
    asked.state.unlink(missing_ok=True)
    decided, settings = report.decided, report.settings
    reasons = {found.code for verdict in decided.verdicts.values() for found in verdict.reasons}
    if inputs is None or inputs != find_inputs(asked) or decided.minted or "P20" in reasons:
        return
    midnight = settings.as_of.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    key = Path(settings.manifest_key) if settings.manifest_key else None
    note = {
        "inputs": inputs,
        "from": settings.as_of.isoformat(),
        "until": min((midnight, *_moments(report))).isoformat(),
        "output": _output(asked.output, str(key or "")),
        "key": str(key or ""),
        "said": said,
    }
    data = json.dumps(note).encode()
    asked.state.write_bytes(mac(data).hex().encode() + b"\n" + data)


def _moments(report: "BuildReport") -> Iterator[datetime]:
    """Yield every time after that of the build at which it would decide otherwise."""
    content, decided = report.content, report.decided
    made = [item.time for group in content.governance.decisions.values() for item in group]
    made += [item.time for item in content.releases]
    made += [item.time for item in content.ledger.batches]
    made += [item.time for item in content.governance.erasures]
    for verdict in decided.verdicts.values():
        scheduled = (dict(found.details) for found in verdict.reasons if found.code == "P06")
        made += [datetime.fromisoformat(details["moment"]) for details in scheduled]
    return (moment for moment in made if moment > report.settings.as_of)


def _output(output: Path, key: str) -> str:
    """Return the digest of the stamps of a finished site, and of the key that signs it."""
    found = sorted(stamps(output.resolve()).items())
    signer = os.stat(key).st_mtime_ns if key else 0
    return hashlib.sha256(repr((found, signer)).encode()).hexdigest()


def find_said(asked: Asked) -> str | None:
    """Return what the last build said, where a build now would make the same; otherwise None."""
    try:
        code, _, data = asked.state.read_bytes().partition(b"\n")
        if not is_ours(data, bytes.fromhex(code.decode())):
            return None
        note = json.loads(data)
        first, until = (datetime.fromisoformat(note[name]) for name in ("from", "until"))
        if not first <= _moment(asked.as_of) < until or note["inputs"] != find_inputs(asked):
            return None
        return str(note["said"]) if note["output"] == _output(asked.output, note["key"]) else None
    except (OSError, ValueError, LookupError, TypeError):  # another form, of other code
        return None


def _moment(as_of: str) -> datetime:
    if not as_of:
        return datetime.now(UTC)
    from .faults import BadSetting  # dear, and needless for a build as of now
    from .settings import parse_as_of

    try:
        return parse_as_of(as_of)
    except BadSetting as error:  # the build says it in words
        raise ValueError from error
