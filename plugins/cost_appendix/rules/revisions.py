"""Rules on revisions of the budget: in order, each from the ceiling in force, within authority."""

from collections.abc import Iterator
from itertools import pairwise

from tabular.problems import Problem

from ..columns import KPA, problem_at
from ..model import Ledger, Revision


def _neighbours(ledger: Ledger) -> Iterator[tuple[Revision, Revision]]:
    """Yield each line that can be read with the one above it in the same file."""
    for above, line in pairwise(line for line in ledger.revisions if line.number):
        if above.path == line.path:
            yield above, line


def revisions_stand_in_order(ledger: Ledger) -> Iterator[Problem]:
    """Within a file revisions rise by `nomor`, their lines by `urut`."""
    for above, line in _neighbours(ledger):
        if (line.number, line.order) <= (above.number, above.order):
            details = {"value": f"{line.number}/{line.order}"}
            details["before"] = f"{above.number}/{above.order}"
            yield problem_at(line, "order", "K30", **details)


def revisions_never_go_back(ledger: Ledger) -> Iterator[Problem]:
    """Within a file no revision is dated before the one above it."""
    for above, line in _neighbours(ledger):
        if line.happened < above.happened:
            details = {"value": line.happened, "before": above.happened}
            yield problem_at(line, "happened", "K31", **details)


def revision_is_one_decision(ledger: Ledger) -> Iterator[Problem]:
    """All lines of a revision have the same day and the same authority."""
    for first, *others in _revisions(ledger):
        for line in others:
            for attribute in ("happened", "authority"):
                value, expected = getattr(line, attribute), getattr(first, attribute)
                if value != expected:
                    details = {"value": value, "expected": expected, "number": line.number}
                    yield problem_at(line, attribute, "K54", **details)


def revision_begins_at_the_ceiling_in_force(ledger: Ledger) -> Iterator[Problem]:
    """`semula` is the ceiling that was in force: the one of the budget, or of the last revision."""
    ceilings = {key: line.ceiling for key, line in ledger.budget.items()}
    for revision in ledger.revisions:
        key = revision.year, revision.budget_line
        expected = ceilings.get(key)
        if None not in (expected, revision.before) and revision.before != expected:
            details = {"value": revision.before, "expected": expected, "budget_line": key[1]}
            yield problem_at(revision, "before", "K55", **details)
        ceilings[key] = revision.after


def budget_holder_keeps_the_total(ledger: Ledger) -> Iterator[Problem]:
    """A revision of KPA's authority moves money between lines and keeps the sum of its lines."""
    for lines in _revisions(ledger):
        before = sum(line.before or 0 for line in lines)
        after = sum(line.after or 0 for line in lines)
        if lines[0].authority == KPA and before != after:
            details = {"number": lines[0].number, "before": before, "after": after}
            yield problem_at(lines[-1], "after", "K56", **details)


def _revisions(ledger: Ledger) -> list[list[Revision]]:
    """Return the lines of each revision, of years in which every line can be read."""
    broken = {line.year for line in ledger.revisions if not line.number}
    found: dict[tuple[int, int], list[Revision]] = {}
    for line in ledger.revisions:
        if line.year not in broken:
            found.setdefault((line.year, line.number), []).append(line)
    return list(found.values())


REVISION_RULES = (
    revisions_stand_in_order,
    revisions_never_go_back,
    revision_is_one_decision,
    revision_begins_at_the_ceiling_in_force,
    budget_holder_keeps_the_total,
)
