"""A file of finance staff to sheets of cells; the first step, before anything is understood."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tabular.problems import Problem, problem

from . import child

LARGEST = 50 * 1024 * 1024
"""Largest file in bytes."""

MOST_SECONDS = 120

Cell = str | int | float | date
"""'' is an empty cell; a number is a float in most formats; a date has lost its time."""

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of merged cells, counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet from A1 on, empty ones too; .ods and .csv know no merged cells."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Range, ...] = ()


def open_sheets(path: Path, wanted: str) -> tuple[list[Sheet], list[str], list[Problem]]:
    """Return the sheets that are seen, or only the wanted one, and the names of hidden ones.

    Reads .xlsx, .xls, .ods, and .csv in UTF-8. Raises OSError where there is no such file.
    """
    unreadable = [problem(path.name, 0, "", "K85")]
    if path.stat().st_size > LARGEST:
        return [], [], unreadable
    if path.suffix.lower() == ".csv":
        try:
            return [_read_csv(path.read_text("utf-8-sig"))], [], []
        except (UnicodeDecodeError, csv.Error):
            return [], [], unreadable
    command = [sys.executable, "-P", child.__file__, str(path), wanted]
    try:
        done = subprocess.run(command, capture_output=True, timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return [], [], unreadable
    if done.returncode == child.ENCRYPTED:
        return [], [], [problem(path.name, 0, "", "K86")]
    if done.returncode:
        return [], [], unreadable
    book = json.loads(done.stdout)
    sheets = [
        Sheet(name, tuple(tuple(map(_cell, row)) for row in rows), tuple(merged))
        for name, rows, merged in book["sheets"]
    ]
    return sheets, book["hidden"], []


def _read_csv(text: str) -> Sheet:
    """Read a table whose cells are divided by what its beginning has most of."""
    sign = max(";\t,", key=text[:8192].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    return Sheet("csv", tuple(map(tuple, rows)))


def _cell(value: Cell | list[str]) -> Cell:
    if isinstance(value, list):
        return date.fromisoformat(value[0])
    return str(value).upper() if isinstance(value, bool) else value
