"""Rules on the order of recording: rows are events, appended and never edited."""

from collections.abc import Iterator
from itertools import chain, pairwise

from tabular.problems import Problem

from ..columns import problem_at
from ..model import Ledger, LedgerRow, Revision


def id_lies_in_the_file_of_its_year(ledger: Ledger) -> Iterator[Problem]:
    """The year in a row's id is the year of its file."""
    for row in ledger.rows:
        if not row.id.startswith(f"{row.year}-"):
            yield problem_at(row, "id", "K20", value=row.id, year=row.year)


def event_lies_in_the_file_of_its_year(ledger: Ledger) -> Iterator[Problem]:
    """Rows and revisions stand in the file of the year in which they happened.

    Recording may come later.
    """
    events: Iterator[LedgerRow | Revision] = chain(ledger.rows, ledger.revisions)
    for item in events:
        if item.happened.year != item.year:
            yield problem_at(item, "happened", "K21", value=item.happened, year=item.year)


def numbers_rise(ledger: Ledger) -> Iterator[Problem]:
    """Within a file each row has a higher number than the row above it."""
    for above, row in pairwise(ledger.rows):
        if above.path == row.path and row.number <= above.number:
            yield problem_at(row, "id", "K30", value=row.id, before=above.id)


def recording_never_goes_back(ledger: Ledger) -> Iterator[Problem]:
    """Within a file no row was recorded on an earlier day than the row above it."""
    for above, row in pairwise(ledger.rows):
        if above.path == row.path and row.recorded < above.recorded:
            details = {"value": row.recorded, "before": above.recorded}
            yield problem_at(row, "recorded", "K31", **details)


ORDER_RULES = (
    id_lies_in_the_file_of_its_year,
    event_lies_in_the_file_of_its_year,
    numbers_rise,
    recording_never_goes_back,
)
