"""CSV text to rows that know their line, every mistake of shape at once; and rows to CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from .problems import Problem, nearest, problem

CHUNK = 65_536
"""Characters that are taken apart at a time."""

OTHER_SIGNS = (";", "\t")
"""What spreadsheets put between cells instead of commas, by the language of the machine."""


class Row(NamedTuple):
    """One row: the line on which it begins and its cells in the order of the wanted columns."""

    line: int
    cells: tuple[str, ...]


def read_rows(text: str, path: str, columns: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """Read CSV whose header holds exactly `columns`, in any order (two at least).

    A wrong header gives no rows; a broken row is left out and reported, the others are kept.
    """
    problems: list[Problem] = []
    return list(each_row(text, path, columns, problems)), problems


def each_row(
    text: str, path: str, columns: Sequence[str], problems: list[Problem]
) -> Iterator[Row]:
    """Yield the rows of `read_rows` one by one, for tables too long to be held as rows.

    What is wrong is appended to `problems` as it is met; all of it is there after the last row.
    """
    reader = csv.reader(_lines(text), strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        problems.append(problem(path, 1, "", "C06", error=error))
        return
    if wrong := _header_problems(header, path, columns):
        problems.extend(wrong)
        return
    in_order = itemgetter(*(header.index(name) for name in columns))
    line, width = reader.line_num + 1, len(header)
    try:
        for cells in reader:
            if len(cells) == width:
                yield Row(line, in_order(cells))
            elif cells:
                problems.append(problem(path, line, "", "C05", found=len(cells), expected=width))
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(problem(path, line, "", "C06", error=error))


def render_rows(rows: Iterable[Iterable[object]]) -> bytes:
    """Return rows of cells as CSV in UTF-8 with LF; quoted only where it must be."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their LF, without a second copy of the whole text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + CHUNK) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="\n")
        start = end


def _header_problems(header: list[str], path: str, columns: Sequence[str]) -> list[Problem]:
    if not header:
        return [problem(path, 1, "", "C01", columns=",".join(columns))]
    if any(sign in header[0] for sign in OTHER_SIGNS) and len(header) == 1:
        return [problem(path, 1, "", "C07")]
    missing = [problem(path, 1, name, "C02") for name in columns if name not in header]
    unknown = [
        problem(path, 1, name, "C03", nearest=nearest(name, columns) or ",".join(columns))
        for name in header
        if name not in columns
    ]
    twice = [
        problem(path, 1, name, "C04") for name in sorted(set(header)) if header.count(name) > 1
    ]
    return missing + unknown + twice
