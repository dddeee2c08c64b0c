"""The release log `data/rilis.csv`: rows that only grow, in order of time."""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic_core import PydanticCustomError

from kinerja.model.fields import parse_moment
from kinerja.model.governance import Release
from tabular.problems import Problem, problem
from tabular.table import read_rows

from .files import read_text

RELEASES_PATH = "data/rilis.csv"
RELEASE_COLUMNS = ("kode", "edisi", "waktu")
EDITION = re.compile("[0-9a-f]{64}|tarik")
LARGEST = 256 * 1024 * 1024
"""Largest release log in bytes: over 2,000,000 rows. It is written by builds, and only grows."""


def read_releases(root: Path) -> tuple[tuple[Release, ...], list[Problem]]:
    """Read the release log; its times increase strictly from row to row."""
    if not (root / RELEASES_PATH).exists():
        return (), []
    _, text, problems = read_text(root, RELEASES_PATH, LARGEST)
    if problems:
        return (), problems
    rows, problems = read_rows(text, RELEASES_PATH, RELEASE_COLUMNS)
    if text and not text.endswith("\n"):
        problems.append(problem(RELEASES_PATH, text.count("\n") + 1, "", "G01", reason="LF"))
    releases: list[Release] = []
    for row in rows:
        code, edition, moment = row.cells
        try:
            release = Release(code, edition, parse_moment(moment))
        except PydanticCustomError:
            problems.append(problem(RELEASES_PATH, row.line, "waktu", "F14", value=moment))
            continue
        if not EDITION.fullmatch(edition):
            problems.append(problem(RELEASES_PATH, row.line, "edisi", "F04", value=edition))
        if releases and release.time <= releases[-1].time:
            problems.append(problem(RELEASES_PATH, row.line, "waktu", "G03"))
        releases.append(release)
    return tuple(releases), problems


def render_releases(releases: Iterable[Release]) -> str:
    """Return rows of the release log as CSV text, without header."""
    return "".join(f"{r.code},{r.edition},{_stamp(r.time)}\n" for r in releases)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
