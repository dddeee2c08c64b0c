"""Whether a build would find everything as the last one left it: said before Pelican starts.

The note of the last build says what that was made from: stamps of content, code, theme and
settings, the time for which it holds, the stamps of its own files, and what was said.
Whatever cannot be known for certain is a change.
"""

import ast
import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .inputs import look
from .note import note_of, read_note, site_stamp, write_note

if TYPE_CHECKING:
    from .site import BuildReport

PROJECT = Path(__file__).resolve().parents[3]
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


class Inputs(NamedTuple):
    """Digests of what a build is made from; '' where equal ones would prove nothing later.

    `content` is of stamps, `around` of code, theme, settings, libraries, and what was asked for.
    """

    content: str
    around: str


def find_inputs(asked: Asked) -> Inputs:
    """Return the digests of all that a build is made from."""
    settings = PROJECT / "pelicanconf.py"
    try:
        content, plugins, theme = map(look, (asked.content, PROJECT / "plugins", PROJECT / "theme"))
        source = settings.read_bytes()
        libraries = sorted(os.listdir(sysconfig.get_path("purelib")))
    except OSError:
        return Inputs("", "")
    if not plugins or not theme or not _is_plain(source):
        return Inputs("", "")
    who = (str(asked.content), asked.release, asked.language, sys.version, libraries)
    around = hashlib.sha256(repr((source, plugins, theme, who)).encode()).hexdigest()
    return Inputs(content, around)


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


def remember(asked: Asked, inputs: Inputs, report: "BuildReport", said: str) -> None:
    """Note what the build that just ended was made from, and what it made.

    Its content is not noted where the next build will make something else of the same: where this
    one released something, or where a release waits for the next second.
    """
    note_of(asked.output).unlink(missing_ok=True)
    now = find_inputs(asked)
    if not inputs.around or inputs.around != now.around:
        return
    decided, settings = report.decided, report.settings
    reasons = {found.code for verdict in decided.verdicts.values() for found in verdict.reasons}
    is_last = inputs == now and inputs.content and not decided.minted and "P20" not in reasons
    midnight = settings.as_of.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    note: dict[str, object] = {
        "inputs": inputs if is_last else [],
        "from": settings.as_of.isoformat(),
        "until": min((midnight, *_moments(report))).isoformat(),
        "site": report.site_stamp,
        "key": settings.manifest_key,
        "said": said,
        "made_of": report.made_of,
        "dead_links": report.dead_links,
        "unused_redirects": report.unused_redirects,
    }
    write_note(asked.output, note)


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


def find_said(asked: Asked) -> str | None:
    """Return what the last build said, where a build now would make the same; otherwise None."""
    try:
        note = read_note(asked.output)
        first, until = (datetime.fromisoformat(note[name]) for name in ("from", "until"))
        if not first <= _moment(asked.as_of) < until or note["inputs"] != [*find_inputs(asked)]:
            return None
        is_same = note["site"] == site_stamp(asked.output, note["key"])
        return str(note["said"]) if is_same else None
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
