"""`persetujuan/biaya-<tahun>.jsonl` to batches, strictly: what is not the line we write is refused.

A broken line is a mistake and stops whoever reads the ledger. Rows that changed are none: their
batch is not intact, see `reviews`.
"""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tabular.problems import Problem, problem
from tabular.text import decode_text

from .batches import KEYS, Batch, Finding, render_batch
from .cells import parse_year
from .model import Ledger
from .reviewed_rows import Source, held_against, open_source, order_problems

FOLDER = "persetujuan"


def review_path(year: int) -> str:
    """Return where the reviews of a year lie, relative to the content folder."""
    return f"{FOLDER}/biaya-{year}.jsonl"


def read_batches(content: Path, ledger: Ledger) -> tuple[tuple[Batch, ...], list[Problem]]:
    """Return the batches of all years against the whole ledger, and every mistake in them."""
    batches: list[Batch] = []
    problems: list[Problem] = []
    for file in sorted((content / FOLDER).glob("biaya-*")):
        path, year = f"{FOLDER}/{file.name}", parse_year(file.name[len("biaya-") : -len(".jsonl")])
        if year is None or path != review_path(year) or file.is_symlink() or not file.is_file():
            problems.append(problem(path, 0, "", "K01"))
            continue
        source = open_source(content, year, ledger)
        found, faults = parse_batches(year, file.read_bytes(), source)
        batches += found
        problems += faults
    return tuple(batches), problems


def parse_batches(year: int, data: bytes, source: Source) -> tuple[list[Batch], list[Problem]]:
    """Return the batches of one file, held against the ledger's file of that year."""
    path = review_path(year)
    text, problems = decode_text(data, path)
    lines = text.split("\n")
    if lines.pop():
        problems.append(problem(path, len(lines) + 1, "", "K70", value="LF"))
    batches: list[Batch] = []
    for number, line in enumerate(lines, 1):
        batch, faults = _parse_line(year, number, line)
        if batch:
            batch, more = held_against(source, batch)
            batches.append(batch)
            faults += more
        problems += faults
    return batches, [*problems, *order_problems(source, batches)]


def _parse_line(year: int, line: int, text: str) -> tuple[Batch | None, list[Problem]]:
    """Take one line apart: it is exactly what `render_batch` writes."""
    path = review_path(year)
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        return None, [problem(path, line, "", "K70", value="JSON")]
    keys = {**CHECKS, **raw}
    wrong = [key for key in keys if not CHECKS.get(key, _is_unknown)(raw.get(key, ...))]
    if wrong:
        return None, [_at(path, line, key, raw.get(key, "-")) for key in wrong]
    values = {name: raw[key] for name, key in KEYS.items()}
    time, outcome = datetime.fromisoformat(values.pop("moment")), Finding(values.pop("outcome"))
    batch = Batch(path=path, line=line, year=year, time=time, outcome=outcome, **values)
    if outcome is not Finding.AGREES and not batch.note:
        return None, [_at(path, line, "catatan", "")]
    if render_batch(batch) != text:
        return None, [problem(path, line, "", "K70", value="JSON")]
    return batch, []


def _at(path: str, line: int, key: str, value: object) -> Problem:
    code = "K71" if key in LONGEST else "K70"
    return problem(path, line, key, code, value=repr(value)[:80], limit=LONGEST.get(key, 0))


def _is_unknown(_value: object) -> bool:
    return False


def _is_moment(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_like(form: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(re.fullmatch(form, value))


def _is_line(limit: int, may_be_empty: bool) -> Callable[[object], bool]:
    """Return whether a value is text on one line without blanks at its ends."""
    return lambda value: (
        isinstance(value, str)
        and (bool(value) or may_be_empty)
        and len(value) <= limit
        and (value.isprintable() and value == value.strip())
    )


LONGEST = {"nomor_surat": 160, "catatan": 300, "orang": 160}
"""Key -> most characters of its text."""

CHECKS: dict[str, Callable[[object], bool]] = {
    "dari": _is_like("[12][0-9]{3}-[0-9]{1,9}"),
    "sampai": _is_like("[12][0-9]{3}-[0-9]{1,9}"),
    "jumlah": lambda value: type(value) is int and value > 0,
    "sidik": _is_like("[0-9a-f]{64}"),
    "hasil": lambda value: value in [*Finding],
    "waktu": _is_moment,
    "tanda_tangan": lambda value: value is None or isinstance(value, str),
    **{key: _is_line(limit, key == "catatan") for key, limit in LONGEST.items()},
}
"""Key -> whether its value can be read."""
