"""`invoke costs.totals`: the sums of the pages of costs, in a terminal."""

import json
from collections.abc import Iterable

from cost_appendix.model import Amounts
from cost_appendix.naming import Names, name_keys
from cost_appendix.totals import Dimension, Group, Key, total
from cost_appendix.words import count, rupiah
from kinerja.approval.reviews import judged_ledger
from kinerja.building.settings import parse_as_of
from kinerja.commands.guard import chosen, content_folder, guarded
from kinerja.commands.words import console, say

from .tables import read_books

SHOWN = (Dimension.YEAR, Dimension.UNIT, Dimension.ACCOUNT, Dimension.MONTH, Dimension.REVIEW)
"""The splits that need no record."""

FIELDS = ("net", "planned", "contracted", "paid", "returned")
"""The cost, and what it comes from."""

WIDTH = 36
"""Characters of a name on a terminal."""


@guarded
def run(content: str, year: int, unit: str, account: str, as_json: bool) -> int:
    """Print sums of the rows of a year, unit and account; 0 printed, 1 the ledger stops, 2 no."""
    terminal, now = console(), parse_as_of("")
    found = read_books(content_folder(content), now.date())
    ledger, _ = judged_ledger(found.ledger, found.governance, now)
    wanted = {"year": year, "unit": unit, "account": account}
    rows, budget = [*ledger.rows], [*ledger.budget.values()]
    for name, value in wanted.items():
        known = sorted({str(getattr(place, name)) for place in (*ledger.rows, *budget)})
        if value:
            chosen(name.replace("account", "akun"), str(value), known)
        rows = [row for row in rows if value in (getattr(row, name), 0, "")]
        budget = [line for line in budget if value in (getattr(line, name), 0, "")]
    totals = total(ledger, {}, rows)
    ceiling = sum(ledger.ceilings[line.year, line.id] or 0 for line in budget)
    general = totals.by[Dimension.RECORD].get(Group.UNALLOCATED, Amounts()).net
    if as_json:
        whole = {"rows": totals.rows, "ceiling": ceiling, "unallocated": general}
        by = {
            dimension.name.lower(): {_name(key): _fields(a) for key, a in groups.items()}
            for dimension, groups in totals.by.items()
            if dimension in SHOWN
        }
        print(json.dumps(whole | _fields(totals.whole) | {"by": by}, indent=1))
        return 0
    for dimension in SHOWN:
        groups = totals.by[dimension]
        names = name_keys(Names(ledger, {}), dimension, [*groups], WIDTH)
        terminal.print(_line(say(f"by-{dimension.name.lower()}"), say("amounts").split()))
        for key in sorted(groups, key=_name):
            amounts = map(rupiah, _fields(groups[key]).values())
            terminal.print(_line(names[key][0], amounts))
    terminal.print(_line(say("whole"), map(rupiah, _fields(totals.whole).values())))
    words = {"ceiling": rupiah(ceiling), "general": rupiah(general)}
    terminal.print(say("beside-whole", rows=count(totals.rows), **words))
    return 0


def _fields(amounts: Amounts) -> dict[str, int]:
    return {name: getattr(amounts, name) for name in FIELDS}


def _line(name: str, cells: Iterable[str]) -> str:
    return f"{name:<{WIDTH}}" + "".join(f"{cell:>17}" for cell in cells)


def _name(key: Key) -> str:
    return key.name.lower() if isinstance(key, Group) else key
