"""Rules on the order of recording: rows are events, appended and never edited."""

from collections.abc import Iterator
from itertools import pairwise

from tabular.problems import Problem

from ..columns import row_problem
from ..model import Ledger


def id_lies_in_the_file_of_its_year(ledger: Ledger) -> Iterator[Problem]:
    """The year in a row's id is the year of its file."""
    for row in ledger.rows:
        if not row.id.startswith(f"{row.year}-"):
            yield row_problem(row, "id", "K20", value=row.id, year=row.year)


def event_lies_in_the_file_of_its_year(ledger: Ledger) -> Iterator[Problem]:
    """A row stands in the file of the year in which it happened; recording may come later."""
    for row in ledger.rows:
        if row.happened.year != row.year:
            yield row_problem(row, "happened", "K21", value=row.happened, year=row.year)


def numbers_rise(ledger: Ledger) -> Iterator[Problem]:
    """Within a file each row has a higher number than the row above it."""
    for above, row in pairwise(ledger.rows):
        if above.path == row.path and row.number <= above.number:
            yield row_problem(row, "id", "K30", value=row.id, before=above.id)


def recording_never_goes_back(ledger: Ledger) -> Iterator[Problem]:
    """Within a file no row was recorded on an earlier day than the row above it."""
    for above, row in pairwise(ledger.rows):
        if above.path == row.path and row.recorded < above.recorded:
            details = {"value": row.recorded, "before": above.recorded}
            yield row_problem(row, "recorded", "K31", **details)


ORDER_RULES = (
    id_lies_in_the_file_of_its_year,
    event_lies_in_the_file_of_its_year,
    numbers_rise,
    recording_never_goes_back,
)
