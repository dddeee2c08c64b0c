"""What `invoke check` found as people and programs read it: by record, the gravest first."""

import json
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console

from kinerja.approval.gate import Decided
from kinerja.reading.files import read_bytes
from kinerja.reading.layout import LAYOUT, record_at
from kinerja.reading.messages import MESSAGES
from tabular.problems import Problem, render_problem, render_sentence
from tabular.text import FORBIDDEN

from .words import language, say

MARKED = ("text", "value", "token")
"""Details that quote the file; what they say is underlined where it stands in the line."""

ABOUT_KEYS = ("F01", "F29")
"""Codes that speak of a key and not of its value."""

WIDTH = 100
"""Characters of a line that are shown, and how many of them may stand before what is marked."""
BEFORE = 40


Lines = Callable[[Path, str], list[str]]


class Severity(IntEnum):
    """What a finding does: no build at all, its own edition withheld, nothing."""

    STOPPING = 0
    MISTAKES = 1
    ADVICE = 2


STYLES = {Severity.STOPPING: "bold red", Severity.MISTAKES: "red", Severity.ADVICE: "yellow"}


class Finding(NamedTuple):
    """A problem, the record to which its file belongs, and what it does."""

    record: str
    severity: Severity
    problem: Problem


def findings(decided: Decided, stopping: Iterable[Problem]) -> list[Finding]:
    """Return everything found: records with graver findings first, within one the graver first."""
    grave = {*stopping}
    found = [
        Finding(record_of(p.path), Severity.STOPPING if p in grave else Severity.MISTAKES, p)
        for p in decided.problems
    ]
    found += [Finding(record_of(p.path), Severity.ADVICE, p) for p in decided.advice]
    worst = {f.record: f.severity for f in sorted(found, key=lambda f: -f.severity)}
    return sorted(found, key=lambda f: (worst[f.record], *f))


def record_of(path: str) -> str:
    """Return the id of the record to which a file belongs; of any other file its path."""
    if found := record_at(path):
        return found[1]
    if attached := LAYOUT["lampiran"].fullmatch(path):
        return attached["id"]
    return Path(path).stem if path.startswith("persetujuan/") else path


def excerpt(root: Path, item: Problem, read: Lines) -> tuple[str, str]:
    """Return the line at fault as a terminal may show it, and the marker to stand below it.

    Two times '' where the file or line cannot be shown.
    """
    lines = read(root, item.path)
    line = lines[item.line - 1].rstrip() if 0 < item.line <= len(lines) else ""
    return marked(line, item) if line.strip("-") else ("", "")


def marked(line: str, item: Problem) -> tuple[str, str]:
    """Return a line, or the part of a long one that matters, and what underlines the fault."""
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", line.replace("\t", " "))
    details, key = dict(item.details), item.field.rpartition(".")[2].partition("[")[0]
    named = [details.get(name, "") for name in MARKED if item.code not in ABOUT_KEYS]
    part = next((words for words in (*named, key) if words and words in line), line.strip())
    at = line.index(part)
    start = at - BEFORE if at > BEFORE and len(line) > WIDTH else 0
    marks = cell_len(part[: WIDTH - (at - start)])
    return line[start : start + WIDTH], " " * cell_len(line[start:at]) + "^" * marks


def read_lines(root: Path, path: str) -> list[str]:
    """Return the lines of a file of the content; none where it is no regular file."""
    return read_bytes(root, path)[0].decode("utf-8", "replace").split("\n")


def print_findings(terminal: Console, root: Path, found: list[Finding]) -> None:
    """Print each with its place, its line and a marker below that, under the name of its record."""
    read = cache(read_lines)
    for record, group in groupby(found, key=lambda f: f.record):
        terminal.print(f"── {record}", style="bold")
        for severity, same in groupby(group, key=lambda f: f.severity):
            items = [f.problem for f in same]
            terminal.print(
                say(f"found-{severity.name.lower()}", count=len(items)), style=STYLES[severity]
            )
            for item in items:
                terminal.print(render_problem(item, MESSAGES, language()))
                print_marked(terminal, item, *excerpt(root, item, read), STYLES[severity])
        terminal.print()


def print_marked(terminal: Console, item: Problem, line: str, marker: str, style: str) -> None:
    """Print a line of a file with its number, and the marker below it."""
    if line:
        terminal.print(f"  {item.line} | {line}", style="dim")
        terminal.print(f"  {' ' * len(str(item.line))} | {marker}", style=style)


def as_json(root: Path, found: list[Finding]) -> str:
    """Return one JSON document: the number of each severity, and every finding."""
    read = cache(read_lines)
    counts = {s.name.lower(): sum(f.severity is s for f in found) for s in Severity}
    items = [
        {
            **{"record": record, "severity": severity.name.lower(), "code": item.code},
            **{"path": item.path, "line": item.line, "field": item.field},
            "message": render_sentence(item, MESSAGES, language()),
            "excerpt": excerpt(root, item, read)[0],
        }
        for record, severity, item in found
    ]
    return json.dumps({**counts, "findings": items}, ensure_ascii=False, indent=1)


def as_annotations(folder: str, found: list[Finding]) -> str:
    """Return a workflow command of GitHub for each, with paths from where the command runs."""

    def safe(text: object) -> str:
        text = str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C")

    lines = (
        f"::{'warning' if severity is Severity.ADVICE else 'error'} "
        f"file={safe(Path(folder, item.path).as_posix())},line={item.line or 1},title={item.code}::"
        + render_problem(item, MESSAGES, language()).replace("%", "%25")
        for _, severity, item in found
    )
    return "\n".join(lines)
