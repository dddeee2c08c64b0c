"""Ranges of ledger rows as bytes: what a review is about, and the rules that tie it to its rows."""

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from tabular.problems import Problem, problem

from .batches import Batch
from .columns import LEDGER, problem_at
from .model import Ledger, LedgerRow

COLUMNS = ",".join(LEDGER.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A year's file of the ledger: its bytes, where each line begins, and rows by id.

    `rows` may hold other years too; `lines` are those on which rows of this one begin, rising.
    """

    path: str
    data: bytes
    starts: Sequence[int]
    rows: Mapping[str, LedgerRow]
    lines: Sequence[int]

    def digest(self, first: str, last: str) -> tuple[str, int]:
        """Return SHA-256 of the lines of two rows and all between, LF included, and how many rows.

        Lines count as they stand, also empty ones between rows; both rows must be there.
        """
        begin = bisect_left(self.lines, self.rows[first].line)
        end = bisect_right(self.lines, self.rows[last].line)
        stop = self.starts[self.lines[end] - 1] if end < len(self.lines) else len(self.data)
        covered = self.data[self.starts[self.rows[first].line - 1] : stop].rstrip(b"\n") + b"\n"
        return hashlib.sha256(covered).hexdigest(), end - begin


def open_source(content: Path, year: int, ledger: Ledger) -> Source:
    """Return the file of a year; a file that is not there has no rows."""
    path = f"data/biaya/{year}.csv"
    rows = ledger.by_id
    if ledger.unread:
        rows = {**rows, **{row.id: row for row in ledger.unread}}
    lines = [row.line for row in rows.values() if row.year == year]
    data = (content / path).read_bytes() if lines else b""
    starts = array("Q", [0])
    while end := data.find(b"\n", starts[-1]) + 1:
        starts.append(end)
    return Source(path, data, starts, rows, sorted(lines))


def held_against(source: Source, batch: Batch) -> tuple[Batch, list[Problem]]:
    """Return a batch that knows whether its rows are as they were reviewed, and its mistakes.

    Its rows are there, in order, and recorded by then; where they are as they were, `jumlah` is
    their number.
    """
    known = source.rows
    ends = (("first", batch.first), ("last", batch.last))
    if missing := [e for e in ends if e[1] not in known or known[e[1]].year != batch.year]:
        file = source.path
        return batch, [
            problem_at(batch, name, "K72", value=row, file=file) for name, row in missing
        ]
    first, last = known[batch.first], known[batch.last]
    if last.line < first.line:
        return batch, [problem_at(batch, "last", "K73", value=last.id, first=first.id)]
    problems = []
    if batch.time.date() < last.recorded:
        details = {"value": batch.moment, "row": last.id, "day": last.recorded}
        problems.append(problem_at(batch, "moment", "K75", **details))
    digest, count = source.digest(batch.first, batch.last)
    if digest == batch.digest and count != batch.count:
        problems.append(problem_at(batch, "count", "K76", value=batch.count, expected=count))
    return replace(batch, is_intact=digest == batch.digest), problems


def order_problems(source: Source, batches: Sequence[Batch]) -> Iterator[Problem]:
    """Yield what is wrong with the reviews of a year taken together.

    Each is later than the one above it, and covers a batch above it whole or not at all: a letter
    holds for all of its rows or is replaced for all of them. The columns of a reviewed ledger
    stand in their usual order, because a header that changed would give its rows another meaning.
    """
    for above, batch in pairwise(batches):
        if batch.time <= above.time:
            before = above.moment
            yield problem_at(batch, "moment", "K31", value=batch.moment, before=before)
    for place, batch in enumerate(batches):
        for earlier in batches[:place]:
            if batch.touches(earlier) and not batch.covers(earlier):
                ends = {"first": earlier.first, "last": earlier.last}
                yield problem_at(batch, "first", "K74", earlier=earlier.line, **ends)
    if batches and source.lines and not source.data.startswith(f"{COLUMNS}\n".encode()):
        yield problem(source.path, 1, "", "K78", columns=COLUMNS)
