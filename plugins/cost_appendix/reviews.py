"""Which reviews count, and for which rows: the host judges each batch, here they are put together.

A later batch that counts replaces those whose rows it covers: what was `belum-sesuai` is reviewed
again after rows were cancelled or added, and no row is spoken for by two letters.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tabular.problems import Problem

from .batches import Batch, ReviewState
from .columns import problem_at
from .model import Ledger


def reviewed(ledger: Ledger, state_of: Callable[[Batch], ReviewState | None]) -> Ledger:
    """Return the ledger with the batches that were made, each with its state.

    `state_of` says SIGNED, UNSIGNED or REFUSED, and None where a batch is not yet made on the day.
    """
    judged: list[Batch] = []
    for batch in ledger.batches:
        state = state_of(batch)
        if state is None:
            continue
        is_good = batch.is_intact or state is ReviewState.REFUSED
        batch = replace(batch, state=state if is_good else ReviewState.CHANGED)
        if batch.counts:
            judged = [
                replace(earlier, state=ReviewState.REPLACED)
                if batch.covers(earlier) and earlier.state is not ReviewState.REFUSED
                else earlier
                for earlier in judged
            ]
        judged.append(batch)
    in_force = sorted((b for b in judged if b.counts), key=lambda b: (b.year, b.numbers))
    return replace(
        ledger,
        batches=tuple(judged),
        in_force=tuple(in_force),
        starts=tuple((batch.year, batch.numbers[0]) for batch in in_force),
        ends=tuple((batch.year, batch.numbers[1]) for batch in in_force),
    )


def changed_rows(ledger: Ledger) -> Iterator[Problem]:
    """Yield each batch whose rows are not those that were reviewed: their money is unreviewed."""
    for batch in ledger.batches:
        if batch.state is ReviewState.CHANGED:
            details = {"first": batch.first, "last": batch.last, "letter": batch.letter}
            yield problem_at(batch, "digest", "K77", **details)
